// How far a burn has come, as its event sinks are told.
//
// There is no clock in here. Times are what the work takes at the speed that the recorder has chosen: a sector that is
// written, or read back, counts as one at that speed, and nothing else takes time. So a burn tells the same times again
// whenever it is repeated, on a simulated recorder that is done in no time as on a real one.
#pragma once

#include <cstdint>
#include <functional>

#include "discbench/imapi2.h"
#include "imapi/writer/burn_plan.h"

namespace discbench::imapi {

/// What IDiscFormat2DataEventArgs tells.
struct Progress {
  IMAPI_FORMAT2_DATA_WRITE_ACTION action = IMAPI_FORMAT2_DATA_WRITE_ACTION_VALIDATING_MEDIA;
  // The extent that is being written. The two last addresses are its first one as long as nothing was read or written.
  LONG start_lba = 0;
  LONG sector_count = 0;
  LONG last_read_lba = 0;
  LONG last_written_lba = 0;
  // Bytes.
  LONG total_system_buffer = 0;
  LONG used_system_buffer = 0;
  // Seconds.
  LONG elapsed_time = 0;
  LONG total_time = 0;
};

using ProgressObserver = std::function<void(const Progress&)>;

class BurnProgress {
 public:
  explicit BurnProgress(ProgressObserver observer) : observer_(std::move(observer)) {}

  /// All that is to be written and read back, and how fast: both in sectors.
  void expect(std::uint64_t sectors, LONG sectors_per_second);
  /// Told at once.
  void enter(IMAPI_FORMAT2_DATA_WRITE_ACTION action);
  /// The next writes, and the buffer that they go through.
  void begin(const Extent& extent, std::uint32_t buffer_bytes);
  /// The next `sectors` of the extent lie in the buffer. Told with what happens to them.
  void read(std::uint32_t sectors);
  /// They are written. Told once in a second, and at the extent's end.
  void wrote(std::uint32_t sectors);
  /// Sectors were read back and compared. Told once in a second.
  void verified(std::uint32_t sectors);

 private:
  void work(std::uint32_t sectors);
  void tell() const;

  ProgressObserver observer_;
  Progress now_;
  std::uint32_t read_ = 0;     ///< sectors of the extent
  std::uint32_t written_ = 0;  ///< likewise
  std::uint64_t expected_ = 0;
  std::uint64_t done_ = 0;
  std::uint64_t sectors_per_second_ = 1;
  LONG told_second_ = 0;
};

}  // namespace discbench::imapi
