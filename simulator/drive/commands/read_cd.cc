#include "mmc/commands/read_cd.h"

#include <algorithm>
#include <array>

#include "drive/cd_sector.h"
#include "drive/cd_sub_channel.h"
#include "drive/commands/handlers.h"
#include "drive/disc_view.h"
#include "mmc/msf.h"

namespace discbench::drive {
namespace {

using mmc::ExpectedSectorType;

enum class SubChannel : std::uint8_t { none = 0, raw_p_to_w = 1, formatted_q = 2, r_to_w = 4 };

constexpr std::size_t c2_bytes = 294;
constexpr std::size_t c2_with_block_error_bytes = 296;
constexpr std::size_t longest_sector = raw_sector_size + c2_with_block_error_bytes + 96;

/// What both commands ask of every sector.
struct Selection {
  ExpectedSectorType type = ExpectedSectorType::any;
  bool sync = false;
  bool header = false;
  bool user_data = false;
  bool edc_ecc = false;
  std::uint8_t c2 = 0;
  SubChannel sub_channel = SubChannel::none;

  bool nothing() const {
    return !sync && !header && !user_data && !edc_ecc && c2 == 0 && sub_channel == SubChannel::none;
  }
};

template <typename Cdb>
Selection selection_of(const Cdb& cdb) {
  return {.type = cdb.expected_sector_type,
          .sync = cdb.sync,
          .header = (cdb.header_codes & 1) != 0,
          .user_data = cdb.user_data,
          .edc_ecc = cdb.edc_ecc,
          .c2 = cdb.c2_error_information,
          .sub_channel = SubChannel{cdb.sub_channel_selection}};
}

template <typename Cdb>
bool has_known_codes(const Cdb& cdb) {
  const bool known_sub_channel = cdb.sub_channel_selection <= 2 || cdb.sub_channel_selection == 4;
  return cdb.expected_sector_type <= ExpectedSectorType::mode_2_form_2 && cdb.c2_error_information != 3 &&
         known_sub_channel;
}

/// The whole sector; nullopt where there is none. The pre-gap of a track at once is the recorder's own, and silent.
std::optional<disc::SectorForm> read_raw(const disc::Disc& disc, disc::Lba lba, RawSector raw) {
  if (disc.read_audio(lba, raw)) return disc::SectorForm::audio;
  const auto user_data = raw.subspan<Mode1Parts::user_data, disc::sector_size>();
  if (!disc.read(lba, user_data)) {
    const auto position = position_of(disc, lba);
    const bool pre_gap_of_the_disc = position && position->index == 0 && lba.value < 0;
    if (!pre_gap_of_the_disc) return std::nullopt;
    std::ranges::fill(raw, std::uint8_t{0});
    if (disc.state().tracks.front().form == disc::SectorForm::audio) return disc::SectorForm::audio;
  }
  complete_mode_1_sector(lba, raw);
  return disc::SectorForm::data;
}

bool is_expected(ExpectedSectorType type, disc::SectorForm form) {
  return type == ExpectedSectorType::any ||
         type == (form == disc::SectorForm::audio ? ExpectedSectorType::cd_da : ExpectedSectorType::mode_1);
}

struct Part {
  bool wanted = false;
  std::size_t end = 0;  ///< it begins where the one before it ends
};

/// One run of bytes. nullopt: the parts that are wanted do not touch, which MMC does not allow. What a sector does not
/// have (a sub-header in mode 1, all but samples on an audio track) counts as absent.
std::optional<std::span<const std::uint8_t>> main_channel(const Selection& wanted, disc::SectorForm form,
                                                          std::span<const std::uint8_t> raw) {
  if (form == disc::SectorForm::audio) return raw.first(wanted.user_data ? raw.size() : 0);
  const std::array<Part, 4> parts{{{wanted.sync, Mode1Parts::header},
                                   {wanted.header, Mode1Parts::user_data},
                                   {wanted.user_data, Mode1Parts::edc},
                                   {wanted.edc_ecc, raw_sector_size}}};
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t part_begin = 0;
  for (const Part& part : parts) {
    if (part.wanted && end == 0) begin = part_begin;
    if (part.wanted && end != 0 && end != part_begin) return std::nullopt;
    if (part.wanted) end = part.end;
    part_begin = part.end;
  }
  return raw.subspan(begin, end - begin);
}

/// A sector as the host wants it: main channel, C2 (there are no errors), sub-channel.
class SectorForHost {
 public:
  void append(std::span<const std::uint8_t> more) {
    std::ranges::copy(more, bytes_.begin() + static_cast<std::ptrdiff_t>(length_));
    length_ += more.size();
  }
  void append_zeros(std::size_t count) {
    std::fill_n(bytes_.begin() + static_cast<std::ptrdiff_t>(length_), count, std::uint8_t{0});
    length_ += count;
  }
  std::span<const std::uint8_t> data() const { return {bytes_.data(), length_}; }

 private:
  std::array<std::uint8_t, longest_sector> bytes_{};
  std::size_t length_ = 0;
};

void append_sub_channel(SectorForHost& out, SubChannel wanted, const disc::Disc& disc, disc::Lba lba) {
  if (wanted == SubChannel::none) return;
  if (wanted == SubChannel::r_to_w) return out.append_zeros(96);
  // Run-out and the like are within a track; what can be read has a position.
  const mmc::FormattedQ q = formatted_q(position_of(disc, lba).value_or(CdPosition{}), lba);
  if (wanted == SubChannel::raw_p_to_w) return out.append(raw_sub_channel(q));
  out.append(bytes::encode(q));
}

Completion read_sectors(Exchange& exchange, disc::Lba first, std::uint32_t sectors, const Selection& wanted) {
  const disc::Disc& disc = exchange.medium();
  if (traits_of(disc.medium().technology).medium_class != MediumClass::cd)
    return check_condition(sense::invalid_field_in_cdb);
  if (wanted.nothing()) return {};
  auto room = exchange.request.data_in;
  std::size_t moved = 0;
  std::array<std::uint8_t, raw_sector_size> raw;
  for (std::uint32_t i = 0; i < sectors; ++i) {
    const disc::Lba lba = first + i;
    const auto form = read_raw(disc, lba, raw);
    if (!form) return unreadable(disc, lba);
    if (!is_expected(wanted.type, *form)) return check_condition(sense::illegal_mode_for_this_track);
    const auto main = main_channel(wanted, *form, raw);
    if (!main) return check_condition(sense::invalid_field_in_cdb);
    exchange.drive.pick_up = lba;
    SectorForHost sector;
    sector.append(*main);
    if (wanted.c2 != 0) sector.append_zeros(wanted.c2 == 1 ? c2_bytes : c2_with_block_error_bytes);
    append_sub_channel(sector, wanted.sub_channel, disc, lba);
    if (room.size() < sector.data().size()) continue;
    std::ranges::copy(sector.data(), room.begin());
    room = room.subspan(sector.data().size());
    moved += sector.data().size();
  }
  return Completion{.data_in_length = moved};
}

}  // namespace

bool valid(const mmc::ReadCd& cdb) { return has_known_codes(cdb); }
bool valid(const mmc::ReadCdMsf& cdb) { return has_known_codes(cdb); }

Completion read_cd(Exchange& exchange, const mmc::ReadCd& cdb) {
  const disc::Lba first{static_cast<std::int32_t>(cdb.starting_lba)};
  return read_sectors(exchange, first, cdb.transfer_length_sectors, selection_of(cdb));
}

Completion read_cd_msf(Exchange& exchange, const mmc::ReadCdMsf& cdb) {
  const mmc::Msf start{cdb.start_min, cdb.start_sec, cdb.start_frame};
  const auto first = start == mmc::no_msf ? std::optional(exchange.drive.pick_up.value + 1) : mmc::to_lba(start);
  const auto end = mmc::to_lba({cdb.end_min, cdb.end_sec, cdb.end_frame});
  if (!first || !end || *end < *first) return check_condition(sense::invalid_field_in_cdb);
  return read_sectors(exchange, disc::Lba{*first}, static_cast<std::uint32_t>(*end - *first), selection_of(cdb));
}

}  // namespace discbench::drive
