// Where a disc's sectors lie. The disc knows no files: a store in memory stands beside this, a store in a folder
// elsewhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "disc/lba.h"
#include "disc/sector_form.h"

namespace discbench::disc {

/// A sequence of pattern sectors: they cost no memory, and a test can recompute every byte (see pattern.h).
struct Pattern {
  std::uint64_t seed = 0;
};

class SectorStore {
 public:
  virtual ~SectorStore() = default;

  /// Stores whole sectors (a multiple of 2048 bytes) from `first` on, over whatever lay there.
  virtual void write(Lba first, std::span<const std::uint8_t> data) = 0;
  virtual void write_zeros(Lba first, std::uint32_t sectors) = 0;
  virtual void write_pattern(Lba first, std::uint32_t sectors, Pattern pattern) = 0;

  // Audio sectors (a multiple of 2352 bytes) lie beside the others: one address holds one form, as a track does.
  virtual void write_audio(Lba first, std::span<const std::uint8_t> data) = 0;
  virtual void write_audio_zeros(Lba first, std::uint32_t sectors) = 0;
  virtual void write_audio_pattern(Lba first, std::uint32_t sectors, Pattern pattern) = 0;
  virtual bool read_audio(Lba lba, std::span<std::uint8_t, audio_sector_size> sector) const = 0;

  /// Copies one sector out. False, and `sector` untouched, where nothing was ever stored.
  virtual bool read(Lba lba, std::span<std::uint8_t, sector_size> sector) const = 0;

  /// True where every one of the sectors holds something.
  virtual bool holds(Lba first, std::uint32_t sectors) const = 0;

  /// Memory held for this store's sectors and its index, in bytes.
  virtual std::size_t memory_bytes() const = 0;
};

}  // namespace discbench::disc
