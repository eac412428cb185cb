// Bytes of a pattern: nothing is stored, everything can be recomputed.
#pragma once

#include <cstdint>
#include <span>

#include "disc/lba.h"
#include "disc/store.h"

namespace discbench::disc {

/// The splitmix64 step (Steele, Lea and Flood 2014): spreads neighbouring numbers over all 64 bits.
constexpr std::uint64_t mix(std::uint64_t value) {
  value += 0x9e3779b97f4a7c15U;
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
  return value ^ (value >> 31);
}

/// Fills the sector that lies at `lba`. The formula: sector k (k = its LBA as a 32-bit two's complement number) is n
/// words of 64 bits, least significant byte first; word i (0 to n - 1) is mix(mix(seed) + k * n + i). A sector of 2048
/// bytes has 256 words, one of audio 294.
void fill_pattern(Pattern pattern, Lba lba, std::span<std::uint8_t> sector);

}  // namespace discbench::disc
