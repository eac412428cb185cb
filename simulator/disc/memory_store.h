// A disc's sectors in memory, sparse: a blank disc costs nothing, and neither do zeros and patterns.
#pragma once

#include "disc/sector_extents.h"

namespace discbench::disc {

class MemoryStore final : public SectorStore {
 public:
  static constexpr std::uint32_t slab_sectors = SectorExtents::slab_sectors;

  void write(Lba first, std::span<const std::uint8_t> data) override { data_.write(first, data); }
  void write_zeros(Lba first, std::uint32_t sectors) override { data_.write_zeros(first, sectors); }
  void write_pattern(Lba first, std::uint32_t sectors, Pattern pattern) override {
    data_.write_pattern(first, sectors, pattern);
  }
  bool read(Lba lba, std::span<std::uint8_t, sector_size> sector) const override { return data_.read(lba, sector); }
  bool holds(Lba first, std::uint32_t sectors) const override { return data_.holds(first, sectors); }

  void write_audio(Lba first, std::span<const std::uint8_t> data) override { audio_.write(first, data); }
  void write_audio_zeros(Lba first, std::uint32_t sectors) override { audio_.write_zeros(first, sectors); }
  void write_audio_pattern(Lba first, std::uint32_t sectors, Pattern pattern) override {
    audio_.write_pattern(first, sectors, pattern);
  }
  bool read_audio(Lba lba, std::span<std::uint8_t, audio_sector_size> sector) const override {
    return audio_.read(lba, sector);
  }

  std::size_t memory_bytes() const override { return data_.memory_bytes() + audio_.memory_bytes(); }
  std::size_t extent_count() const { return data_.extent_count() + audio_.extent_count(); }

 private:
  SectorExtents data_{sector_size};
  SectorExtents audio_{audio_sector_size};
};

}  // namespace discbench::disc
