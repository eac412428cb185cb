#include "imapi/writer/stream_reader.h"

#include "com/answer.h"
#include "discbench/imapi2.h"

namespace discbench::imapi {

StreamReader::StreamReader(IStream* stream) : stream_(stream) {
  STATSTG status{};
  const HRESULT result = stream_->Stat(&status, STATFLAG_NONAME);
  if (FAILED(result)) throw com::Failure{result};
  CoTaskMemFree(status.pwcsName);  // STATFLAG_NONAME asks for none; not every stream listens
  const std::uint64_t size_bytes = status.cbSize.QuadPart;
  if (size_bytes == 0 || size_bytes % sector_size_bytes != 0) {
    throw com::Failure{E_IMAPI_DF2DATA_STREAM_NOT_SUPPORTED};
  }
  size_sectors_ = size_bytes / sector_size_bytes;

  LARGE_INTEGER beginning{};
  const HRESULT sought = stream_->Seek(beginning, STREAM_SEEK_SET, nullptr);
  // A stream that cannot seek stands at its beginning: it has no other place.
  if (FAILED(sought) && sought != E_NOTIMPL && sought != STG_E_INVALIDFUNCTION) throw com::Failure{sought};
}

void StreamReader::read(std::uint64_t first_sector, std::span<std::uint8_t> data) {
  if (data.empty()) return;
  if (first_sector != next_sector_) {
    LARGE_INTEGER place{};
    place.QuadPart = static_cast<LONGLONG>(first_sector * sector_size_bytes);
    com::demand(stream_->Seek(place, STREAM_SEEK_SET, nullptr));
  }
  next_sector_ = first_sector + data.size() / sector_size_bytes;
  while (!data.empty()) {
    ULONG given = 0;
    com::demand(stream_->Read(data.data(), static_cast<ULONG>(data.size()), &given));
    if (given == 0 || given > data.size()) throw com::Failure{E_IMAPI_DF2DATA_STREAM_NOT_SUPPORTED};
    data = data.subspan(given);
  }
}

}  // namespace discbench::imapi
