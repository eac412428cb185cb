// A wire structure described once: a list of named fields, checked by the compiler for bounds and overlap. Encoding,
// decoding, the trace line, `discsim cdb` and the documentation table all come from the one list.
//
//   struct TestUnitReady {
//     std::uint8_t operation_code = 0x00;
//     std::uint8_t control = 0;
//     static consteval auto layout() {
//       using T = TestUnitReady;
//       return bytes::layout<6>("TEST UNIT READY", "SPC-3, TEST UNIT READY command",
//                               bytes::field("Operation Code", bytes::u8(0), &T::operation_code),
//                               bytes::field("Control", bytes::u8(5), &T::control));
//     }
//   };
//   constexpr auto cdb = bytes::encode(TestUnitReady{});
//
// All numbers are big-endian. Bits that no field claims are reserved: written as zero, ignored when read.
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace discbench::bytes {

/// A run of bits: whole bytes, or bits of one byte.
struct Part {
  std::size_t byte = 0;
  std::size_t length = 1;  ///< bytes
  unsigned high_bit = 7;   ///< of one byte; 7 and 0 where length is not 1
  unsigned low_bit = 0;

  constexpr std::size_t bits() const { return length == 1 ? high_bit - low_bit + 1 : length * 8; }
};

/// Where a field stands: one part, or two where the standard keeps a number's high byte apart from its low byte.
struct Slot {
  std::array<Part, 2> parts{};  ///< most significant first
  std::size_t count = 1;

  constexpr std::size_t bits() const { return parts[0].bits() + (count == 2 ? parts[1].bits() : 0); }
};

consteval Slot bytes_at(std::size_t byte, std::size_t length) { return Slot{{Part{byte, length}}, 1}; }
consteval Slot u8(std::size_t byte) { return bytes_at(byte, 1); }
consteval Slot u16(std::size_t byte) { return bytes_at(byte, 2); }
consteval Slot u24(std::size_t byte) { return bytes_at(byte, 3); }
consteval Slot u32(std::size_t byte) { return bytes_at(byte, 4); }
consteval Slot bits(std::size_t byte, unsigned high_bit, unsigned low_bit) {
  return Slot{{Part{byte, 1, high_bit, low_bit}}, 1};
}
consteval Slot bit(std::size_t byte, unsigned number) { return bits(byte, number, number); }
/// A 16-bit number whose bytes stand apart, e.g. the track number of READ TRACK INFORMATION (bytes 32 and 2).
consteval Slot split_u16(std::size_t high_byte, std::size_t low_byte) {
  return Slot{{Part{high_byte}, Part{low_byte}}, 2};
}

/// ASCII, left-aligned and padded with spaces, as INQUIRY has it. Longer text is cut.
template <std::size_t Length>
struct Text {
  std::array<char, Length> characters{};

  constexpr Text() { characters.fill(' '); }
  template <typename Source>
  requires std::convertible_to<const Source&, std::string_view>
  constexpr Text(const Source& source) : Text() {  // NOLINT: a literal is a text
    const std::string_view text = source;
    for (std::size_t i = 0; i < Length && i < text.size(); ++i) characters[i] = text[i];
  }
  constexpr std::string_view view() const { return {characters.data(), Length}; }
  friend constexpr bool operator==(const Text&, const Text&) = default;
};

template <typename Owner, typename Member>
struct Field {
  std::string_view name;  ///< as the standard spells it
  Slot slot;
  Member Owner::*member;
};

template <typename Owner, typename Member>
consteval Field<Owner, Member> field(std::string_view name, Slot slot, Member Owner::*member) {
  return {name, slot, member};
}

namespace detail {

// Called only when a declaration is wrong, while compiling: the name is the message.
void field_lies_outside_the_structure();
void field_overlaps_another_field();
void field_does_not_fit_its_member();
void bit_numbers_must_fall();

template <typename T>
struct TextLength : std::integral_constant<std::size_t, 0> {};
template <std::size_t Length>
struct TextLength<Text<Length>> : std::integral_constant<std::size_t, Length> {};
template <typename T>
struct ArrayLength : std::integral_constant<std::size_t, 0> {};
template <std::size_t Length>
struct ArrayLength<std::array<std::uint8_t, Length>> : std::integral_constant<std::size_t, Length> {};

template <typename T>
consteval std::size_t width_in_bits() {
  if constexpr (std::is_same_v<T, bool>) return 1;
  if constexpr (TextLength<T>::value != 0) return TextLength<T>::value * 8;
  if constexpr (ArrayLength<T>::value != 0) return ArrayLength<T>::value * 8;
  return sizeof(T) * 8;
}

template <std::size_t Size>
class Claims {
 public:
  consteval void claim(const Slot& slot) {
    for (std::size_t i = 0; i < slot.count; ++i) claim(slot.parts[i]);
  }

 private:
  consteval void claim(const Part& part) {
    if (part.byte + part.length > Size) field_lies_outside_the_structure();
    if (part.high_bit < part.low_bit || part.high_bit > 7) bit_numbers_must_fall();
    for (std::size_t byte = part.byte; byte < part.byte + part.length; ++byte) {
      for (unsigned bit = part.low_bit; bit <= part.high_bit; ++bit) {
        const auto mask = static_cast<std::uint8_t>(1U << bit);
        if ((taken_[byte] & mask) != 0) field_overlaps_another_field();
        taken_[byte] = static_cast<std::uint8_t>(taken_[byte] | mask);
      }
    }
  }
  std::array<std::uint8_t, Size> taken_{};
};

}  // namespace detail

template <std::size_t Size, typename... Fields>
struct Layout {
  static constexpr std::size_t size = Size;  ///< bytes
  std::string_view name;                     ///< the structure, as the standard spells it
  std::string_view source;                   ///< document and section
  std::tuple<Fields...> fields;
};

/// Rejects, while compiling: a field outside the structure, a bit claimed twice, a member too narrow for its field.
template <std::size_t Size, typename... Owner, typename... Member>
consteval auto layout(std::string_view name, std::string_view source, Field<Owner, Member>... fields) {
  detail::Claims<Size> claims;
  (claims.claim(fields.slot), ...);
  ((fields.slot.bits() > detail::width_in_bits<Member>() ? detail::field_does_not_fit_its_member() : void()), ...);
  return Layout<Size, Field<Owner, Member>...>{name, source, {fields...}};
}

template <typename T>
inline constexpr auto layout_of = T::layout();

template <typename T>
inline constexpr std::size_t size_of = std::remove_cvref_t<decltype(layout_of<T>)>::size;

/// Calls visit(name, slot, pointer to member) for each field in the order of the declaration.
template <typename T, typename Visit>
constexpr void for_each_field(Visit&& visit) {
  std::apply([&](const auto&... fields) { (visit(fields.name, fields.slot, fields.member), ...); },
             layout_of<T>.fields);
}

namespace detail {

constexpr void put_part(std::span<std::uint8_t> out, const Part& part, std::uint64_t value) {
  for (std::size_t i = 0; i < part.length; ++i) {
    const auto shift = 8 * (part.length - 1 - i);
    const auto piece = static_cast<std::uint64_t>(value >> shift) & 0xff;
    out[part.byte + i] = static_cast<std::uint8_t>(out[part.byte + i] | (piece << part.low_bit));
  }
}

constexpr std::uint64_t get_part(std::span<const std::uint8_t> in, const Part& part) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < part.length; ++i) value = (value << 8) | in[part.byte + i];
  if (part.length == 1) value = (value >> part.low_bit) & ((1U << part.bits()) - 1);
  return value;
}

constexpr std::uint64_t get_number(std::span<const std::uint8_t> in, const Slot& slot) {
  const std::uint64_t first = get_part(in, slot.parts[0]);
  return slot.count == 1 ? first : (first << slot.parts[1].bits()) | get_part(in, slot.parts[1]);
}

constexpr void put_number(std::span<std::uint8_t> out, const Slot& slot, std::uint64_t value) {
  if (slot.count == 1) return put_part(out, slot.parts[0], value & (~std::uint64_t{0} >> (64 - slot.bits())));
  put_part(out, slot.parts[0], (value >> slot.parts[1].bits()) & 0xff);
  put_part(out, slot.parts[1], value & 0xff);
}

template <typename Member>
constexpr void put(std::span<std::uint8_t> out, const Slot& slot, const Member& value) {
  if constexpr (TextLength<Member>::value != 0) {
    for (std::size_t i = 0; i < slot.parts[0].length; ++i)
      out[slot.parts[0].byte + i] = static_cast<std::uint8_t>(value.characters[i]);
  } else if constexpr (ArrayLength<Member>::value != 0) {
    for (std::size_t i = 0; i < slot.parts[0].length; ++i) out[slot.parts[0].byte + i] = value[i];
  } else {
    put_number(out, slot, static_cast<std::uint64_t>(value));
  }
}

template <typename Member>
constexpr void get(std::span<const std::uint8_t> in, const Slot& slot, Member& value) {
  if constexpr (TextLength<Member>::value != 0) {
    for (std::size_t i = 0; i < slot.parts[0].length; ++i)
      value.characters[i] = static_cast<char>(in[slot.parts[0].byte + i]);
  } else if constexpr (ArrayLength<Member>::value != 0) {
    for (std::size_t i = 0; i < slot.parts[0].length; ++i) value[i] = in[slot.parts[0].byte + i];
  } else {
    value = static_cast<Member>(get_number(in, slot));
  }
}

}  // namespace detail

/// The structure's bytes. Values wider than their field are cut to it.
template <typename T>
constexpr std::array<std::uint8_t, size_of<T>> encode(const T& object) {
  std::array<std::uint8_t, size_of<T>> out{};
  for_each_field<T>([&](std::string_view, const Slot& slot, auto member) { detail::put(out, slot, object.*member); });
  return out;
}

/// Reads a structure from the front of `in`. What is missing of it counts as zeros, so a short reply decodes.
template <typename T>
constexpr T decode(std::span<const std::uint8_t> in) {
  std::array<std::uint8_t, size_of<T>> whole{};
  std::copy_n(in.begin(), std::min(in.size(), whole.size()), whole.begin());
  T object{};
  for_each_field<T>([&](std::string_view, const Slot& slot, auto member) {
    detail::get(std::span<const std::uint8_t>(whole), slot, object.*member);
  });
  return object;
}

}  // namespace discbench::bytes
