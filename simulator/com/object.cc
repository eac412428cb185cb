#include "com/object.h"

namespace discbench::com {

namespace {
std::atomic<std::int64_t> count{0};
}

std::int64_t live_objects() noexcept { return count.load(std::memory_order_acquire); }
void count_object(int change) noexcept { count.fetch_add(change, std::memory_order_acq_rel); }

}  // namespace discbench::com
