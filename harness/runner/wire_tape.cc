#include "runner/wire_tape.h"

#include <algorithm>

#include "mmc/describe.h"

namespace discbench::runner {

void WireTape::add(const mmc::Request& request, const mmc::Completion& completion) {
  const std::uint64_t index = count_.load(std::memory_order_relaxed);
  WireRecord& record = records_[index % capacity];
  const std::size_t length = std::min(request.cdb.size(), record.cdb.size());
  std::copy_n(request.cdb.begin(), length, record.cdb.begin());
  record.cdb_length = static_cast<std::uint8_t>(length);
  record.completion = completion;
  count_.store(index + 1, std::memory_order_release);
}

std::vector<std::string> WireTape::last_commands(std::size_t most) const {
  const std::uint64_t end = count();
  const std::uint64_t kept = std::min<std::uint64_t>({end, most, capacity});
  std::vector<std::string> lines;
  for (std::uint64_t index = end - kept; index < end; ++index) {
    const WireRecord& record = records_[index % capacity];
    lines.push_back(mmc::trace_line({record.cdb.data(), record.cdb_length}, record.completion));
  }
  return lines;
}

}  // namespace discbench::runner
