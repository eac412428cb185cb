// The two storage descriptors that Windows keeps of a device, and the limits that follow from them. They are the host's
// and not the device's: all a simulated adapter can do is to name values that a real one has.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace discbench::imapi {

inline constexpr std::uint32_t maximum_transfer_length = 0x10000;  ///< bytes
inline constexpr std::uint32_t page_size = 4096;
/// Pages that one transfer may touch: one more than it fills, for a buffer that does not begin on a page.
inline constexpr std::uint32_t maximum_physical_pages = maximum_transfer_length / page_size + 1;
/// Buffers stand on even addresses, as ATAPI wants it.
inline constexpr std::uint32_t byte_alignment_mask = 1;

/// STORAGE_ADAPTER_DESCRIPTOR, in the host's byte order.
std::vector<std::uint8_t> adapter_descriptor();

/// STORAGE_DEVICE_DESCRIPTOR with the INQUIRY data and the strings behind it, in the host's byte order.
std::vector<std::uint8_t> device_descriptor(std::span<const std::uint8_t> inquiry_data);

}  // namespace discbench::imapi
