// A client's IStream as a source of sectors. A stream may fail, end early or lie about how much it gave: then the write
// that reads it fails, and nothing else does.
#pragma once

#include <cstdint>
#include <span>

#include "com/pointer.h"
#include "discbench/com.h"
#include "imapi/writer/mmc_link.h"

namespace discbench::imapi {

class StreamReader {
 public:
  /// Measures the stream and goes to its beginning. Throws E_IMAPI_DF2DATA_STREAM_NOT_SUPPORTED where its size is no
  /// multiple of a sector, or nothing; the stream's own failure where Stat or Seek fails.
  explicit StreamReader(IStream* stream);

  std::uint64_t size_sectors() const { return size_sectors_; }

  /// Fills `data` whole. Throws the stream's own failure; E_IMAPI_DF2DATA_STREAM_NOT_SUPPORTED where the stream ends
  /// before its size is reached, or claims to have given more than it was asked for.
  void read(std::span<std::uint8_t> data);

 private:
  com::Pointer<IStream> stream_;
  std::uint64_t size_sectors_ = 0;
};

}  // namespace discbench::imapi
