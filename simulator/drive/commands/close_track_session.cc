#include "drive/commands/handlers.h"

#include "drive/disc_view.h"
#include "mmc/commands/close_track_session.h"
#include "mmc/commands/read_track_information.h"
#include "mmc/mode_pages.h"

namespace discbench::drive {
namespace {

namespace close_function = mmc::close_function;

bool has_function(disc::Technology technology, std::uint8_t function) {
  switch (function) {
    case close_function::stop_background_format:
      return technology == disc::Technology::dvd_plus_rw;
    case close_function::track:
      return technology != disc::Technology::dvd_plus_rw;
    case close_function::session:
      return true;
    case close_function::finalise_minimal_radius:
      return technology == disc::Technology::dvd_plus_r;
    case close_function::finalise:
      return technology == disc::Technology::dvd_plus_r || technology == disc::Technology::bd_r_srm;
    default:
      return false;
  }
}

disc::Outcome close_track(disc::Disc& disc, std::uint16_t number) {
  const bool names_growing_track =
      number == mmc::invisible_track_number && traits_of(disc.medium().technology).answers_invisible_track_number;
  if (!names_growing_track) return disc.close_track(number);
  const disc::Track* growing = disc.state().growing_track();
  return growing == nullptr ? std::nullopt : disc.close_track(growing->number);
}

/// What becomes of a CD is said in mode page 05h; the other media have a close function for it and ignore the page.
disc::NextSession next_session(const DriveState& drive) {
  return drive.mode_pages.write_parameters.multi_session == mmc::WriteParametersPage::next_session_allowed
             ? disc::NextSession::allowed
             : disc::NextSession::not_allowed;
}

}  // namespace

Completion close_track_session(Exchange& exchange, const mmc::CloseTrackSession& cdb) {
  disc::Disc& disc = exchange.medium();
  const disc::Technology technology = disc.medium().technology;
  if (!exchange.drive.settings.writes_technology(technology))
    return check_condition(sense::cannot_write_medium_incompatible_format);
  if (!has_function(technology, cdb.close_function)) return check_condition(sense::invalid_field_in_cdb);
  if (cdb.close_function == close_function::stop_background_format) return exchange.outcome(disc.stop_format());
  if (cdb.close_function == close_function::track) return exchange.outcome(close_track(disc, cdb.track_number));
  if (cdb.close_function == close_function::session)
    return exchange.outcome(disc.close_session(next_session(exchange.drive)));
  return exchange.outcome(disc.finalise());
}

}  // namespace discbench::drive
