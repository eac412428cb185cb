#include "drive/commands/handlers.h"

#include "drive/disc_view.h"
#include "mmc/commands/read_disc_information.h"
#include "mmc/msf.h"

namespace discbench::drive {
namespace {

enum class DataType : std::uint8_t { standard = 0, track_resources = 1, pow_resources = 2 };

constexpr std::uint8_t disc_type_cd_rom = 0x00;
constexpr std::uint8_t disc_type_undefined = 0xff;

std::uint8_t status_code(disc::DiscStatus status) {
  switch (status) {
    case disc::DiscStatus::blank:
      return 0;
    case disc::DiscStatus::appendable:
      return 1;
    case disc::DiscStatus::complete:
      break;
  }
  return 2;
}

std::uint8_t session_code(disc::SessionState state) {
  switch (state) {
    case disc::SessionState::empty:
      return 0;
    case disc::SessionState::incomplete:
      return 1;
    case disc::SessionState::complete:
      break;
  }
  return 3;
}

std::uint8_t background_format_code(const disc::DiscState& state) {
  using Status = disc::Formatting::Status;
  if (!state.formatting) return 0;
  switch (state.formatting->status) {
    case Status::none:
    case Status::lead_in:
      return 0;
    case Status::stopped:
      return 1;
    case Status::background:
      return 2;
    case Status::complete:
      break;
  }
  return 3;
}

/// Where the lead-in of the session that recording goes on in begins, and how far out the last lead-out may begin.
/// Nothing will be recorded any more: FF:FF:FF.
void fill_cd_addresses(const disc::Disc& disc, mmc::StandardDiscInformation& information) {
  const bool closed = disc.state().status == disc::DiscStatus::complete;
  const mmc::Msf lead_in = closed ? mmc::no_msf : mmc::to_msf(cd_lead_in_start(disc).value);
  const mmc::Msf lead_out = closed ? mmc::no_msf : mmc::to_msf(disc.medium().last_possible_lead_out.value);
  information.last_session_lead_in_start_address = mmc::msf_field(lead_in);
  information.last_possible_lead_out_start_address = mmc::msf_field(lead_out);
}

void append_standard(Reply& reply, const disc::Disc& disc) {
  const disc::DiscState& state = disc.state();
  const bool is_cd = traits_of(disc.medium().technology).medium_class == MediumClass::cd;
  const bool type_known = is_cd && state.last_complete_session() != nullptr;
  mmc::StandardDiscInformation information{
      .erasable = traits_of(disc.medium().technology).overwritable,
      .state_of_last_session = session_code(state.last_session().state),
      .disc_status = status_code(state.status),
      .number_of_sessions = state.last_session().number,
      .first_track_number_in_last_session = state.last_session().first_track,
      .last_track_number_in_last_session = state.last_session().last_track,
      .uru = disc.medium().unrestricted_use,
      .bg_format_status = background_format_code(state),
      .disc_type = type_known ? disc_type_cd_rom : disc_type_undefined,
  };
  if (is_cd) fill_cd_addresses(disc, information);
  reply.append(information);
}

void append_track_resources(Reply& reply, const disc::Disc& disc) {
  const auto resources = track_resources(disc);
  reply.append(
      mmc::TrackResourcesInformation{.maximum_possible_number_of_tracks = resources.maximum_tracks,
                                     .number_of_assigned_tracks = resources.assigned_tracks,
                                     .maximum_possible_number_of_appendable_tracks = resources.maximum_open_tracks,
                                     .current_number_of_appendable_tracks = resources.open_tracks});
}

}  // namespace

Completion read_disc_information(Exchange& exchange, const mmc::ReadDiscInformation& cdb) {
  Reply& reply = exchange.drive.reply;
  const disc::Disc& disc = exchange.medium();
  const auto type = static_cast<DataType>(cdb.data_type);
  const bool has_resources = disc.medium().technology == disc::Technology::bd_r_srm;
  if (type == DataType::standard) {
    append_standard(reply, disc);
  } else if (type == DataType::track_resources && has_resources) {
    append_track_resources(reply, disc);
  } else if (type == DataType::pow_resources && has_resources) {
    reply.append(mmc::PowResourcesInformation{});  // no pseudo-overwrite: nothing remains
  } else {
    return check_condition(sense::invalid_field_in_cdb);
  }
  return exchange.send_reply(cdb.allocation_length);
}

}  // namespace discbench::drive
