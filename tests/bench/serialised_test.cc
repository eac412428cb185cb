#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <future>
#include <thread>
#include <vector>

#include "transport/serialised.h"

namespace discbench::transport {
namespace {

/// Notices when a second call comes before the first one is over.
class Narrow final : public Transport {
 public:
  Completion execute(const Request&) override {
    pass();
    return {};
  }
  bool acquire_exclusive(Initiator) override {
    pass();
    return true;
  }
  void release_exclusive(Initiator) override { pass(); }

  int calls = 0;  // counted without a lock: that is the point
  std::atomic<bool> crowded = false;

 private:
  void pass() {
    if (inside_.exchange(true)) crowded = true;
    std::this_thread::yield();
    ++calls;
    inside_ = false;
  }

  std::atomic<bool> inside_ = false;
};

constexpr std::array<std::uint8_t, 6> test_unit_ready{};

TEST(Serialised, CallsOfSeveralThreadsComeOneAfterTheOther) {
  constexpr int threads = 4;
  constexpr int rounds = 100;
  Narrow narrow;
  Serialised line(narrow);
  std::vector<std::thread> callers;
  for (int i = 0; i < threads; ++i) {
    callers.emplace_back([&line] {
      for (int round = 0; round < rounds; ++round) {
        line.execute({.cdb = test_unit_ready});
        line.acquire_exclusive(Initiator{1});
        line.release_exclusive(Initiator{1});
      }
    });
  }
  for (std::thread& caller : callers) caller.join();
  EXPECT_FALSE(narrow.crowded);
  EXPECT_EQ(narrow.calls, 3 * threads * rounds);
}

TEST(Serialised, ACommandWaitsWhileSomeoneHoldsTheDevice) {
  Narrow narrow;
  Serialised line(narrow);
  std::promise<void> started;
  auto held = line.hold();
  std::thread caller([&] {
    started.set_value();
    line.execute({.cdb = test_unit_ready});
  });
  started.get_future().wait();
  std::this_thread::yield();
  EXPECT_EQ(narrow.calls, 0);
  line.execute({.cdb = test_unit_ready});
  EXPECT_EQ(narrow.calls, 1) << "who holds it may send";
  held.unlock();
  caller.join();
  EXPECT_EQ(narrow.calls, 2);
}

}  // namespace
}  // namespace discbench::transport
