#include "drive/cd_sub_channel.h"

#include "drive/disc_view.h"
#include "drive/technology.h"
#include "mmc/msf.h"

namespace discbench::drive {
namespace {

constexpr std::size_t checked_bytes = 10;  // the check word is the last two of twelve

std::uint16_t check_word(std::span<const std::uint8_t> bytes) {
  unsigned value = 0;
  for (const std::uint8_t byte : bytes) {
    value ^= unsigned{byte} << 8;
    for (int bit = 0; bit < 8; ++bit) value = (value & 0x8000) != 0 ? (value << 1) ^ 0x1021 : value << 1;
  }
  return static_cast<std::uint16_t>(~value);
}

}  // namespace

std::uint8_t control_of(const disc::Disc& disc, const disc::Track& track) {
  return control_of(track, traits_of(disc.medium().technology).control);
}

std::optional<CdPosition> position_of(const disc::Disc& disc, disc::Lba lba) {
  std::uint16_t session_before = 0;
  for (const disc::Track& track : disc.state().tracks) {
    // Within a session the pre-gap reaches to the end of the track before; the first one of a session has two seconds.
    const bool long_pre_gap = session_before == track.session;
    session_before = track.session;
    if (lba >= track.end()) continue;
    if (track.blank()) return std::nullopt;
    CdPosition position{.track = static_cast<std::uint8_t>(track.number), .control = control_of(disc, track)};
    if (lba >= track.start) {
      position.relative_sectors = static_cast<std::uint32_t>(lba - track.start);
      return position;
    }
    if (!long_pre_gap && track.start - lba > disc::cd_pre_gap_sectors) return std::nullopt;
    position.index = 0;
    position.relative_sectors = static_cast<std::uint32_t>(track.start - lba - 1);
    return position;
  }
  return std::nullopt;
}

mmc::FormattedQ formatted_q(const CdPosition& position, disc::Lba lba) {
  const auto seconds = position.relative_sectors / 75;
  const mmc::Msf absolute = mmc::to_msf(lba.value);
  mmc::FormattedQ q{.control_nibble = position.control,
                    .tno = mmc::to_bcd(position.track),
                    .index = mmc::to_bcd(position.index),
                    .min = mmc::to_bcd(static_cast<std::uint8_t>(seconds / 60)),
                    .sec = mmc::to_bcd(static_cast<std::uint8_t>(seconds % 60)),
                    .frame = mmc::to_bcd(static_cast<std::uint8_t>(position.relative_sectors % 75)),
                    .amin = mmc::to_bcd(absolute.minute),
                    .asec = mmc::to_bcd(absolute.second),
                    .aframe = mmc::to_bcd(absolute.frame),
                    .p_sub_channel = position.index == 0};
  const auto without_check_word = bytes::encode(q);
  q.crc = check_word(std::span(without_check_word).first<checked_bytes>());
  return q;
}

std::array<std::uint8_t, 96> raw_sub_channel(const mmc::FormattedQ& q) {
  std::array<std::uint8_t, 96> raw{};
  const auto encoded = bytes::encode(q);
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const unsigned q_bit = (encoded[i / 8] >> (7 - i % 8)) & 1U;
    raw[i] = static_cast<std::uint8_t>((q.p_sub_channel ? 0x80U : 0U) | q_bit << 6);
  }
  return raw;
}

}  // namespace discbench::drive
