#include "disc/sector_extents.h"

#include <algorithm>
#include <cstring>

#include "disc/pattern.h"

namespace discbench::disc {
namespace {

bool all_zero(std::span<const std::uint8_t> bytes) {
  // Comparing the range with itself, one byte on, is a single vectorised pass.
  return bytes[0] == 0 && std::memcmp(bytes.data(), bytes.data() + 1, bytes.size() - 1) == 0;
}

}  // namespace

std::span<const std::uint8_t> SectorExtents::sector_of(std::span<const std::uint8_t> data, std::size_t index) const {
  return data.subspan(index * sector_size_, sector_size_);
}

void SectorExtents::write(Lba first, std::span<const std::uint8_t> data) {
  const std::size_t sectors = data.size() / sector_size_;
  for (std::size_t i = 0; i < sectors;) {
    const bool zeros = all_zero(sector_of(data, i));
    std::size_t end = i + 1;
    while (end < sectors && all_zero(sector_of(data, end)) == zeros) ++end;
    const Lba where = first + static_cast<std::int64_t>(i);
    if (zeros) {
      write_zeros(where, static_cast<std::uint32_t>(end - i));
    } else {
      store_data(where, data.subspan(i * sector_size_, (end - i) * sector_size_));
    }
    i = end;
  }
}

void SectorExtents::write_zeros(Lba first, std::uint32_t sectors) { put(first, Extent{sectors, Kind::zeros, 0}); }

void SectorExtents::write_pattern(Lba first, std::uint32_t sectors, Pattern pattern) {
  put(first, Extent{sectors, Kind::pattern, pattern.seed});
}

void SectorExtents::store_data(Lba first, std::span<const std::uint8_t> data) {
  while (!data.empty()) {
    const std::uint64_t in_slab = sectors_in_slabs_ % slab_sectors;
    if (in_slab == 0) slabs_.push_back(Slab(new std::uint8_t[std::size_t{slab_sectors} * sector_size_]));
    const std::uint64_t room = slab_sectors - in_slab;
    const std::uint64_t sectors = std::min<std::uint64_t>(room, data.size() / sector_size_);
    std::memcpy(slab_sector(sectors_in_slabs_), data.data(), sectors * sector_size_);
    put(first, Extent{static_cast<std::uint32_t>(sectors), Kind::data, sectors_in_slabs_});
    sectors_in_slabs_ += sectors;
    first = first + static_cast<std::int64_t>(sectors);
    data = data.subspan(sectors * sector_size_);
  }
}

void SectorExtents::put(Lba first, const Extent& extent) {
  if (extent.sectors == 0) return;
  cut_out(first, extent.sectors);
  const auto next = extents_.lower_bound(first);
  if (next != extents_.begin()) {
    const auto before = std::prev(next);
    if (before->first + before->second.sectors == first && continues(before->second, extent)) {
      before->second.sectors += extent.sectors;
      return;
    }
  }
  extents_.emplace_hint(next, first, extent);
}

bool SectorExtents::continues(const Extent& before, const Extent& after) {
  if (before.kind != after.kind) return false;
  return before.kind == Kind::data ? before.where + before.sectors == after.where : before.where == after.where;
}

SectorExtents::Extent SectorExtents::tail_of(const Extent& extent, std::uint32_t skipped) {
  const std::uint64_t where = extent.kind == Kind::data ? extent.where + skipped : extent.where;
  return Extent{extent.sectors - skipped, extent.kind, where};
}

void SectorExtents::cut_out(Lba first, std::uint32_t sectors) {
  const Lba end = first + sectors;
  auto extent = extents_.upper_bound(first);
  if (extent != extents_.begin()) --extent;
  while (extent != extents_.end() && extent->first < end) {
    const Lba start = extent->first;
    const Extent old = extent->second;
    const Lba old_end = start + old.sectors;
    if (old_end <= first) {
      ++extent;
      continue;
    }
    if (start < first) {
      extent->second.sectors = static_cast<std::uint32_t>(first - start);
      ++extent;
    } else {
      extent = extents_.erase(extent);
    }
    if (old_end > end) extents_.emplace_hint(extent, end, tail_of(old, static_cast<std::uint32_t>(end - start)));
  }
}

bool SectorExtents::read(Lba lba, std::span<std::uint8_t> sector) const {
  auto extent = extents_.upper_bound(lba);
  if (extent == extents_.begin()) return false;
  --extent;
  const auto offset = static_cast<std::uint64_t>(lba - extent->first);
  if (offset >= extent->second.sectors) return false;
  switch (extent->second.kind) {
    case Kind::zeros:
      std::ranges::fill(sector, std::uint8_t{0});
      break;
    case Kind::pattern:
      fill_pattern(Pattern{extent->second.where}, lba, sector);
      break;
    case Kind::data:
      std::memcpy(sector.data(), slab_sector(extent->second.where + offset), sector_size_);
      break;
  }
  return true;
}

bool SectorExtents::holds(Lba first, std::uint32_t sectors) const {
  const Lba end = first + sectors;
  auto extent = extents_.upper_bound(first);
  if (extent == extents_.begin()) return sectors == 0;
  for (--extent; extent != extents_.end() && extent->first <= first; ++extent) {
    first = std::max(first, extent->first + extent->second.sectors);
    if (first >= end) return true;
  }
  return first >= end;
}

std::size_t SectorExtents::memory_bytes() const {
  constexpr std::size_t tree_node = sizeof(std::pair<const Lba, Extent>) + 4 * sizeof(void*);
  return slabs_.size() * slab_sectors * sector_size_ + slabs_.capacity() * sizeof(Slab) + extents_.size() * tree_node;
}

std::uint8_t* SectorExtents::slab_sector(std::uint64_t number) {
  return slabs_[number / slab_sectors].get() + (number % slab_sectors) * sector_size_;
}

const std::uint8_t* SectorExtents::slab_sector(std::uint64_t number) const {
  return slabs_[number / slab_sectors].get() + (number % slab_sectors) * sector_size_;
}

}  // namespace discbench::disc
