// A disc's sectors in memory, sparse: a blank disc costs nothing, and neither do zeros and patterns.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "disc/store.h"

namespace discbench::disc {

/// Sectors lie in extents: runs of data, of zeros or of a pattern, in a tree by their first address. A sector is found
/// in O(log extents). Data lies in slabs that are taken as they are needed and kept; a sequential write extends the
/// last extent, so that it is one copy.
class MemoryStore final : public SectorStore {
 public:
  static constexpr std::uint32_t slab_sectors = 128;  ///< 256 KiB

  void write(Lba first, std::span<const std::uint8_t> data) override;
  void write_zeros(Lba first, std::uint32_t sectors) override;
  void write_pattern(Lba first, std::uint32_t sectors, Pattern pattern) override;
  bool read(Lba lba, std::span<std::uint8_t, sector_size> sector) const override;
  bool holds(Lba first, std::uint32_t sectors) const override;
  std::size_t memory_bytes() const override;

  std::size_t extent_count() const { return extents_.size(); }

 private:
  enum class Kind : std::uint8_t { data, zeros, pattern };
  struct Extent {
    std::uint32_t sectors = 0;
    Kind kind = Kind::zeros;
    std::uint64_t where = 0;  ///< data: number of the first sector within the slabs; pattern: the seed
  };
  using Slab = std::unique_ptr<std::uint8_t[]>;

  void put(Lba first, const Extent& extent);
  void cut_out(Lba first, std::uint32_t sectors);
  static Extent tail_of(const Extent& extent, std::uint32_t skipped);
  static bool continues(const Extent& before, const Extent& after);
  void store_data(Lba first, std::span<const std::uint8_t> data);
  std::uint8_t* slab_sector(std::uint64_t number);
  const std::uint8_t* slab_sector(std::uint64_t number) const;

  std::map<Lba, Extent> extents_;
  std::vector<Slab> slabs_;
  std::uint64_t sectors_in_slabs_ = 0;
};

}  // namespace discbench::disc
