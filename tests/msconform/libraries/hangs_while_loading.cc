// A library whose constructors do not come to an end.
#include <unistd.h>

namespace {
const struct Hangs {
  Hangs() {
    for (;;) pause();
  }
} hangs;
}  // namespace
