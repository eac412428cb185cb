// A stream of which only some sectors have changed: it offers the list of them.
#pragma once

#include "com/dispatch_table.h"
#include "com/pointer.h"
#include "discbench/imapi2.h"

namespace discbench::check {

/// A range of sectors, both ends included.
struct SectorRange {
  LONG first = 0;
  LONG last = 0;
};

/// `sectors` sectors with the bytes of PatternStream, and one range of them that is to be written. The caller's to
/// release.
com::Pointer<IStream> make_ranged_stream(std::uint32_t sectors, const SectorRange& range);

}  // namespace discbench::check
