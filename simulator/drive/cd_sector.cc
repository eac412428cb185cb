#include "drive/cd_sector.h"

#include <algorithm>
#include <array>

#include "mmc/msf.h"

namespace discbench::drive {
namespace {

/// Multiplied by the primitive element: the field is GF(2^8) of x^8 + x^4 + x^3 + x^2 + 1. ECMA-130, Annex A.
constexpr std::uint8_t times_alpha(std::uint8_t symbol) {
  const unsigned shifted = unsigned{symbol} << 1;
  return static_cast<std::uint8_t>((symbol & 0x80) != 0 ? shifted ^ 0x11d : shifted);
}

/// What times (alpha + 1) gives the index.
consteval std::array<std::uint8_t, 256> make_quotients() {
  std::array<std::uint8_t, 256> quotients{};
  for (unsigned symbol = 0; symbol < 256; ++symbol) {
    const auto value = static_cast<std::uint8_t>(symbol);
    quotients[times_alpha(value) ^ value] = value;
  }
  return quotients;
}

constexpr std::array<std::uint8_t, 256> quotients_by_alpha_plus_1 = make_quotients();

/// The two parity symbols of one code word. Its symbols v(0) to v(n - 1), parity last, satisfy both
///   v(0) + ... + v(n - 1) = 0  and  alpha^(n - 1) v(0) + ... + alpha v(n - 2) + v(n - 1) = 0.
class ParitySymbols {
 public:
  void add(std::uint8_t symbol) {
    sum_ ^= symbol;
    weighted_ = static_cast<std::uint8_t>(times_alpha(weighted_) ^ symbol);
  }
  std::uint8_t first() const {
    const std::uint8_t before_parity = times_alpha(times_alpha(weighted_));
    return quotients_by_alpha_plus_1[sum_ ^ before_parity];
  }
  std::uint8_t second() const { return static_cast<std::uint8_t>(sum_ ^ first()); }

 private:
  std::uint8_t sum_ = 0;
  std::uint8_t weighted_ = 0;
};

/// The code words run over 16-bit words behind the synchronisation field: one over their low, one over their high
/// bytes.
std::uint8_t& symbol_at(RawSector sector, std::size_t word, std::size_t plane) {
  return sector[Mode1Parts::header + 2 * word + plane];
}

constexpr std::size_t columns = 43;    // P words
constexpr std::size_t rows = 24;       // of data in a P word
constexpr std::size_t diagonals = 26;  // Q words: 24 rows and the two of P parity
constexpr std::size_t q_symbols = 43;  // of data in a Q word
constexpr std::size_t q_words = columns * diagonals;

void add_p_parity(RawSector sector) {
  for (std::size_t plane = 0; plane < 2; ++plane) {
    for (std::size_t column = 0; column < columns; ++column) {
      ParitySymbols parity;
      for (std::size_t row = 0; row < rows; ++row) parity.add(symbol_at(sector, columns * row + column, plane));
      symbol_at(sector, columns * rows + column, plane) = parity.first();
      symbol_at(sector, columns * (rows + 1) + column, plane) = parity.second();
    }
  }
}

void add_q_parity(RawSector sector) {
  for (std::size_t plane = 0; plane < 2; ++plane) {
    for (std::size_t diagonal = 0; diagonal < diagonals; ++diagonal) {
      ParitySymbols parity;
      for (std::size_t i = 0; i < q_symbols; ++i)
        parity.add(symbol_at(sector, (columns * diagonal + (columns + 1) * i) % q_words, plane));
      symbol_at(sector, q_words + diagonal, plane) = parity.first();
      symbol_at(sector, q_words + diagonals + diagonal, plane) = parity.second();
    }
  }
}

consteval std::array<std::uint32_t, 256> make_edc_table() {
  constexpr std::uint32_t reflected_polynomial = 0xd8018001;  // 8001801Bh, least significant bit first
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t i = 0; i < 256; ++i) {
    std::uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit) value = (value & 1) != 0 ? (value >> 1) ^ reflected_polynomial : value >> 1;
    table[i] = value;
  }
  return table;
}

constexpr std::array<std::uint32_t, 256> edc_table = make_edc_table();

}  // namespace

std::uint32_t error_detection_code(std::span<const std::uint8_t> bytes) {
  std::uint32_t code = 0;
  for (const std::uint8_t byte : bytes) code = (code >> 8) ^ edc_table[(code ^ byte) & 0xff];
  return code;
}

void complete_mode_1_sector(disc::Lba lba, RawSector sector) {
  std::fill_n(sector.begin(), Mode1Parts::header, std::uint8_t{0xff});
  sector[0] = 0x00;
  sector[Mode1Parts::header - 1] = 0x00;
  const mmc::Msf msf = mmc::to_msf(lba.value);
  constexpr std::uint8_t mode = 1;
  const std::array<std::uint8_t, 4> header{mmc::to_bcd(msf.minute), mmc::to_bcd(msf.second), mmc::to_bcd(msf.frame),
                                           mode};
  std::ranges::copy(header, sector.begin() + Mode1Parts::header);
  const std::uint32_t edc = error_detection_code(sector.first<Mode1Parts::edc>());
  for (std::size_t i = 0; i < 4; ++i) sector[Mode1Parts::edc + i] = static_cast<std::uint8_t>(edc >> (8 * i));
  std::fill_n(sector.begin() + Mode1Parts::edc + 4, 8, std::uint8_t{0});
  add_p_parity(sector);
  add_q_parity(sector);
}

}  // namespace discbench::drive
