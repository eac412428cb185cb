// A client's IStream as a source of sectors. A stream may fail, end early or lie about how much it gave: then the write
// that reads it fails, and nothing else does. One that grows meanwhile is written as long as it was at first.
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
  IStream* stream() const { return stream_.get(); }

  /// Fills `data` whole with what begins at a sector. Throws the stream's own failure;
  /// E_IMAPI_DF2DATA_STREAM_NOT_SUPPORTED where the stream ends before its size is reached, or claims to have given
  /// more than it was asked for.
  void read(std::uint64_t first_sector, std::span<std::uint8_t> data);

 private:
  com::Pointer<IStream> stream_;
  std::uint64_t size_sectors_ = 0;
  std::uint64_t next_sector_ = 0;  ///< where the stream stands
};

}  // namespace discbench::imapi
