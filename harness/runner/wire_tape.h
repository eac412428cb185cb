// The last commands that a case sent, in memory that the supervisor shares with its child: what was on the wire is
// known even where the child did not live to tell.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

#include "transport/trace.h"

namespace discbench::runner {

struct WireRecord {
  std::array<std::uint8_t, 16> cdb{};
  std::uint8_t cdb_length = 0;
  mmc::Completion completion{};
};
static_assert(std::is_trivially_copyable_v<WireRecord>, "records lie in shared memory");

/// A ring. Of fixed size and without pointers, so that it can lie in shared memory; one process writes at a time.
class WireTape final {
 public:
  static constexpr std::size_t capacity = 256;

  void clear() { count_.store(0, std::memory_order_release); }
  void add(const mmc::Request& request, const mmc::Completion& completion);

  /// Commands since clear(), those that the ring has forgotten included.
  std::uint64_t count() const { return count_.load(std::memory_order_acquire); }
  /// The last ones, decoded, oldest first; at most `most` and at most `capacity`.
  std::vector<std::string> last_commands(std::size_t most) const;

 private:
  // Grows after its record is complete: who dies while writing one leaves the others whole.
  std::atomic<std::uint64_t> count_{0};
  std::array<WireRecord, capacity> records_{};
};
static_assert(std::atomic<std::uint64_t>::is_always_lock_free, "a lock would not be shared between processes");

/// Writes what it hears on a tape, which must outlive it.
class TapeRecorder final : public transport::TraceListener {
 public:
  explicit TapeRecorder(WireTape& tape) : tape_(tape) {}
  void heard(const mmc::Request& request, const mmc::Completion& completion) override {
    tape_.add(request, completion);
  }

 private:
  WireTape& tape_;
};

}  // namespace discbench::runner
