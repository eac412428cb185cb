// With the macro defined: two fields claim one bit.
#include "bytes/layout.h"

namespace discbench::bytes {

struct Wrong {
  std::uint8_t first = 0;
  std::uint16_t second = 0;

  static consteval auto layout() {
    using T = Wrong;
#ifdef DISCBENCH_MISTAKE
    return bytes::layout<6>("Wrong", "made up", field("First", bits(4, 3, 0), &T::first),
                            field("Second", u16(3), &T::second));
#else
    return bytes::layout<6>("Wrong", "made up", field("First", u8(0), &T::first), field("Second", u16(4), &T::second));
#endif
  }
};

static_assert(size_of<Wrong> == 6);

}  // namespace discbench::bytes
