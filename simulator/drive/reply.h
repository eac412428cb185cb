// A reply under construction: a header whose length is known last, and descriptors behind it.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>

#include "bytes/layout.h"

namespace discbench::drive {

/// Lies in the drive and is used anew for each command, so that no reply needs memory of its own.
class Reply {
 public:
  static constexpr std::size_t capacity = 8192;  ///< bytes; the longest reply is BD disc information, 4100

  void clear() { length_ = 0; }
  std::span<const std::uint8_t> data() const { return {bytes_.data(), length_}; }
  std::size_t length() const { return length_; }

  void append_bytes(std::span<const std::uint8_t> more) {
    assert(length_ + more.size() <= capacity);
    for (const std::uint8_t byte : more) bytes_[length_++] = byte;
  }
  template <typename Structure>
  void append(const Structure& structure) {
    const auto encoded = bytes::encode(structure);
    append_bytes(encoded);
  }
  void append_zeros(std::size_t count) {
    assert(length_ + count <= capacity);
    for (; count != 0; --count) bytes_[length_++] = 0;
  }
  /// Leaves room for a header that is filled in by put() when the length is known.
  template <typename Header>
  void leave_room_for() {
    append_zeros(bytes::size_of<Header>);
  }
  /// Overwrites `offset` and on with the structure.
  template <typename Structure>
  void put(std::size_t offset, const Structure& structure) {
    const auto encoded = bytes::encode(structure);
    assert(offset + encoded.size() <= length_);
    for (std::size_t i = 0; i < encoded.size(); ++i) bytes_[offset + i] = encoded[i];
  }

 private:
  std::array<std::uint8_t, capacity> bytes_{};
  std::size_t length_ = 0;
};

}  // namespace discbench::drive
