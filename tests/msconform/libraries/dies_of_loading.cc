// A library whose constructors end the process.
#include <cstdlib>

namespace {
const struct Dies {
  Dies() { std::abort(); }
} dies;
}  // namespace
