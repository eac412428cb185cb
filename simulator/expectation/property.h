// The one list of what an expectation can speak of. A profile's `expect` may use these names and no others.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace discbench::expectation {

enum class PropertyKind : std::uint8_t {
  boolean,  ///< VARIANT_BOOL: true and false in a file, -1 and 0 in an Expectation
  number,   ///< LONG
};

/// A property of an IMAPI object. "sequential" is IMultisessionSequential, "sequential2" IMultisessionSequential2,
/// "random-write" IMultisessionRandomWrite, "data" IDiscFormat2Data.
struct Property {
  std::string_view name;
  PropertyKind kind = PropertyKind::number;
};

inline constexpr std::array properties{
    Property{"sequential.is-supported-on-current-media-state", PropertyKind::boolean},
    Property{"sequential.is-first-data-session", PropertyKind::boolean},
    Property{"sequential.start-address-of-previous-session", PropertyKind::number},
    Property{"sequential.last-written-address-of-previous-session", PropertyKind::number},
    Property{"sequential.next-writable-address", PropertyKind::number},
    Property{"sequential.free-sectors-on-media", PropertyKind::number},
    Property{"sequential2.write-unit-size", PropertyKind::number},
    Property{"random-write.is-supported-on-current-media-state", PropertyKind::boolean},
    Property{"random-write.write-unit-size", PropertyKind::number},
    Property{"random-write.last-written-address", PropertyKind::number},
    Property{"random-write.total-sectors-on-media", PropertyKind::number},
    Property{"data.total-sectors-on-media", PropertyKind::number},
    Property{"data.free-sectors-on-media", PropertyKind::number},
    Property{"data.next-writable-address", PropertyKind::number},
    Property{"data.start-address-of-previous-session", PropertyKind::number},
    Property{"data.last-written-address-of-previous-session", PropertyKind::number},
    Property{"data.current-media-status", PropertyKind::number},
    Property{"data.write-protect-status", PropertyKind::number},
    Property{"data.current-physical-media-type", PropertyKind::number},
    Property{"data.media-physically-blank", PropertyKind::boolean},
    Property{"data.media-heuristically-blank", PropertyKind::boolean},
    Property{"data.is-current-media-supported", PropertyKind::boolean},
};

/// nullptr for a name that is not in the list.
constexpr const Property* find_property(std::string_view name) {
  const auto found = std::find_if(properties.begin(), properties.end(),
                                  [name](const Property& property) { return property.name == name; });
  return found == properties.end() ? nullptr : &*found;
}

}  // namespace discbench::expectation
