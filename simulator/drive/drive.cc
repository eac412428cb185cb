#include "drive/drive.h"

#include <algorithm>

#include "drive/command_table.h"
#include "drive/drive_state.h"

namespace discbench::drive {
namespace {

using PaddedCdb = std::array<std::uint8_t, 16>;

PaddedCdb padded(std::span<const std::uint8_t> cdb) {
  PaddedCdb whole{};
  std::copy_n(cdb.begin(), std::min(cdb.size(), whole.size()), whole.begin());
  return whole;
}

/// The control byte is the last one of the CDB, whose length follows from the opcode's group. SPC-3, "Operation code".
std::uint8_t control_byte(const PaddedCdb& cdb) {
  constexpr std::array<std::size_t, 8> lengths{6, 10, 10, 6, 16, 12, 10, 10};
  return cdb[lengths[cdb[0] >> 5] - 1];
}

bool link_requested(const PaddedCdb& cdb) { return (control_byte(cdb) & 1) != 0; }

mmc::Sense no_medium(const DriveState& drive) {
  if (drive.tray_open) return sense::medium_not_present_tray_open;
  return drive.disc ? sense::incompatible_medium_installed : sense::medium_not_present_tray_closed;
}

/// The one place that says what a drive is not ready for. nullopt: it is ready.
std::optional<Completion> not_ready(const DriveState& drive, const Command& command) {
  if (command.needs_medium && drive.medium() == nullptr) return check_condition(no_medium(drive));
  if ((command.needs_medium || command.waits_for_format) && drive.busy_ms() != 0) {
    Completion completion = check_condition(sense::format_in_progress);
    completion.progress = drive.medium()->format_progress();
    return completion;
  }
  return std::nullopt;
}

/// The order of refusals: opcode, unit attention, CDB, medium; addresses are the handlers'. MMC-6, "Command
/// precedence" as drives keep it.
Completion pass_gate(DriveState& drive, const mmc::Request& request) {
  const PaddedCdb cdb = padded(request.cdb);
  const Command* command = request.cdb.empty() ? nullptr : find_command(cdb[0]);
  if (command == nullptr) return check_condition(sense::invalid_command_operation_code);
  if (!command->passes_unit_attention) {
    const ExclusiveAccess& exclusive = drive.exclusive;
    if (exclusive.count != 0 && exclusive.owner != request.initiator)
      return Completion{.status = mmc::Status::reservation_conflict};
    if (const auto attention = drive.attentions.take_attention(request.initiator)) return check_condition(*attention);
  }
  if (link_requested(cdb)) return check_condition(sense::invalid_field_in_cdb);
  if (command->valid != nullptr && !command->valid(cdb)) return check_condition(sense::invalid_field_in_cdb);
  if (const auto refusal = not_ready(drive, *command)) return *refusal;
  Exchange exchange{drive, request};
  return command->run(exchange, cdb);
}

}  // namespace

Completion Exchange::send_reply(std::size_t allocation_length) const {
  const auto reply = drive.reply.data();
  const std::size_t length = std::min({reply.size(), allocation_length, request.data_in.size()});
  std::copy_n(reply.begin(), length, request.data_in.begin());
  return Completion{.data_in_length = length};
}

Drive::Drive(DriveSettings settings) : state_(std::make_unique<DriveState>(std::move(settings))) {}
Drive::~Drive() = default;

Completion Drive::execute(const mmc::Request& request) {
  state_->pass_time(state_->settings.command_time_ms);
  state_->reply.clear();
  return pass_gate(*state_, request);
}

bool Drive::acquire_exclusive(mmc::Initiator initiator) {
  ExclusiveAccess& exclusive = state_->exclusive;
  if (exclusive.count != 0 && exclusive.owner != initiator) return false;
  exclusive.owner = initiator;
  ++exclusive.count;
  return true;
}

void Drive::release_exclusive(mmc::Initiator initiator) {
  ExclusiveAccess& exclusive = state_->exclusive;
  if (exclusive.count != 0 && exclusive.owner == initiator) --exclusive.count;
}

void Drive::power_on() {
  state_->catch_up();
  if (state_->disc && state_->disc->state().formatting) state_->disc->stop_format();
  state_->mode_pages.reset();
  state_->removal_prevented = false;
  state_->removal_prevented_persistently = false;
  state_->selected_read_speed_kbps = 0;
  state_->selected_write_speed_kbps = 0;
  state_->attentions.power_on();
}

void Drive::open_tray() {
  if (state_->may_remove()) {
    state_->open_tray();
  } else {
    state_->attentions.media_event(MediaEventCode::eject_request);
  }
}

void Drive::close_tray() { state_->close_tray(); }

void Drive::insert(disc::Disc disc) {
  state_->catch_up();
  state_->disc = std::move(disc);
  state_->tray_open = false;
  state_->medium_arrived();
}

std::optional<disc::Disc> Drive::remove() {
  state_->open_tray();
  std::optional<disc::Disc> taken = std::move(state_->disc);
  state_->disc.reset();
  return taken;
}

void Drive::pass_time(std::uint64_t milliseconds) { state_->pass_time(milliseconds); }

void Drive::clear_attentions() { state_->attentions.clear(); }

const disc::Disc* Drive::disc() const { return state_->disc ? &*state_->disc : nullptr; }
disc::Disc* Drive::disc() { return state_->disc ? &*state_->disc : nullptr; }
bool Drive::tray_open() const { return state_->tray_open; }
const DriveSettings& Drive::settings() const { return state_->settings; }
VirtualClock& Drive::clock() { return state_->clock; }

}  // namespace discbench::drive
