#include "imapi/writer/burn_progress.h"

#include <algorithm>

namespace discbench::imapi {

void BurnProgress::expect(std::uint64_t sectors, LONG sectors_per_second) {
  expected_ = sectors;
  sectors_per_second_ = static_cast<std::uint64_t>(std::max<LONG>(sectors_per_second, 1));
  now_.total_time = static_cast<LONG>((expected_ + sectors_per_second_ - 1) / sectors_per_second_);
}

void BurnProgress::enter(IMAPI_FORMAT2_DATA_WRITE_ACTION action) {
  now_.action = action;
  tell();
}

void BurnProgress::begin(const Extent& extent, std::uint32_t buffer_bytes) {
  now_.start_lba = static_cast<LONG>(extent.first_sector);
  now_.sector_count = static_cast<LONG>(extent.sectors);
  now_.last_read_lba = now_.start_lba;
  now_.last_written_lba = now_.start_lba;
  now_.total_system_buffer = static_cast<LONG>(buffer_bytes);
  read_ = 0;
  written_ = 0;
}

void BurnProgress::read(std::uint32_t sectors) {
  read_ += sectors;
  now_.last_read_lba = now_.start_lba + static_cast<LONG>(read_) - 1;
  now_.used_system_buffer = static_cast<LONG>(sectors * sector_size_bytes);
}

void BurnProgress::wrote(std::uint32_t sectors) {
  written_ += sectors;
  now_.last_written_lba = now_.start_lba + static_cast<LONG>(written_) - 1;
  now_.used_system_buffer = 0;
  work(sectors);
  const bool all_of_it = written_ == static_cast<std::uint32_t>(now_.sector_count);
  if (all_of_it || now_.elapsed_time != told_second_) tell();
  told_second_ = now_.elapsed_time;
}

void BurnProgress::verified(std::uint32_t sectors) {
  work(sectors);
  if (now_.elapsed_time != told_second_) tell();
  told_second_ = now_.elapsed_time;
}

void BurnProgress::work(std::uint32_t sectors) {
  done_ += sectors;
  const auto seconds = static_cast<LONG>(done_ / sectors_per_second_);
  now_.elapsed_time = done_ >= expected_ ? now_.total_time : seconds;
}

void BurnProgress::tell() const {
  if (observer_) observer_(now_);
}

}  // namespace discbench::imapi
