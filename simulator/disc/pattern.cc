#include "disc/pattern.h"

namespace discbench::disc {

void fill_pattern(Pattern pattern, Lba lba, std::span<std::uint8_t> sector) {
  const std::size_t words = sector.size() / 8;
  const std::uint64_t base = mix(pattern.seed) + std::uint64_t{static_cast<std::uint32_t>(lba.value)} * words;
  for (std::size_t i = 0; i < words; ++i) {
    const std::uint64_t word = mix(base + i);
    for (unsigned byte = 0; byte < 8; ++byte) sector[i * 8 + byte] = static_cast<std::uint8_t>(word >> (8 * byte));
  }
}

}  // namespace discbench::disc
