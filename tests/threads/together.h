// The same work on several threads that begin at the same moment.
#pragma once

#include <latch>
#include <thread>
#include <vector>

namespace discbench::threads {

inline constexpr int workers = 4;
/// Enough for ThreadSanitizer, which sees what is not ordered even where it does not collide.
inline constexpr int rounds = 25;

/// Runs work(0) to work(workers - 1), each on a thread of its own, and waits for all of them.
template <class Work>
void together(Work work) {
  std::latch start(workers);
  std::vector<std::thread> threads;
  for (int worker = 0; worker < workers; ++worker) {
    threads.emplace_back([&start, work, worker] {
      start.arrive_and_wait();
      work(worker);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

/// rounds times.
template <class Work>
void again_and_again(Work work) {
  for (int round = 0; round < rounds; ++round) work();
}

}  // namespace discbench::threads
