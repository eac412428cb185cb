// Sectors of one size in memory, sparse.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "disc/store.h"

namespace discbench::disc {

/// Sectors lie in extents: runs of data, of zeros or of a pattern, in a tree by their first address. A sector is found
/// in O(log extents). Data lies in slabs that are taken as they are needed and kept; a sequential write extends the
/// last extent, so that it is one copy.
class SectorExtents {
 public:
  static constexpr std::uint32_t slab_sectors = 128;  ///< 256 KiB of 2048-byte sectors

  explicit SectorExtents(std::uint32_t bytes_of_sector) : sector_size_(bytes_of_sector) {}

  void write(Lba first, std::span<const std::uint8_t> data);
  void write_zeros(Lba first, std::uint32_t sectors);
  void write_pattern(Lba first, std::uint32_t sectors, Pattern pattern);
  bool read(Lba lba, std::span<std::uint8_t> sector) const;
  bool holds(Lba first, std::uint32_t sectors) const;
  std::size_t memory_bytes() const;
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
  std::span<const std::uint8_t> sector_of(std::span<const std::uint8_t> data, std::size_t index) const;
  std::uint8_t* slab_sector(std::uint64_t number);
  const std::uint8_t* slab_sector(std::uint64_t number) const;

  std::uint32_t sector_size_;
  std::map<Lba, Extent> extents_;
  std::vector<Slab> slabs_;
  std::uint64_t sectors_in_slabs_ = 0;
};

}  // namespace discbench::disc
