#include "drive/command_table.h"

#include <algorithm>
#include <array>

#include "drive/commands/handlers.h"
#include "mmc/structures.h"

namespace discbench::drive {
namespace {

/// valid() of handlers.h, chosen by the CDB's type.
template <typename Cdb>
bool has_valid_fields(const Cdb& cdb) {
  return valid(cdb);
}
template <typename Cdb, auto Handler>
constexpr Command checked(Gate gate) {
  return command<Cdb, Handler, has_valid_fields<Cdb>>(gate);
}

// Which commands run without a medium and under a unit attention: MMC-6, "Not ready" and "Unit attention condition".
constexpr Gate any_time{.passes_unit_attention = true};
constexpr Gate without_medium{};
constexpr Gate when_idle{.waits_for_format = true};
constexpr Gate with_medium{.needs_medium = true};
constexpr Gate recording{.needs_medium = true, .changes_medium = true};

constexpr auto commands = std::to_array<Command>({
    command<mmc::TestUnitReady, test_unit_ready>(with_medium),
    command<mmc::RequestSense, request_sense>(any_time),
    checked<mmc::FormatUnit, format_unit>(recording),
    checked<mmc::Inquiry, inquiry>(any_time),
    command<mmc::StartStopUnit, start_stop_unit>(when_idle),
    command<mmc::PreventAllowMediumRemoval, prevent_allow_medium_removal>(without_medium),
    command<mmc::ReadFormatCapacities, read_format_capacities>(without_medium),
    command<mmc::ReadCapacity, read_capacity>(with_medium),
    command<mmc::Read10, read_10>(with_medium),
    command<mmc::Write10, write_10>(recording),
    command<mmc::WriteAndVerify10, write_and_verify_10>(recording),
    command<mmc::SynchronizeCache, synchronize_cache>(with_medium),
    command<mmc::ReadSubChannel, read_sub_channel>(with_medium),
    command<mmc::ReadTocPmaAtip, read_toc_pma_atip>(with_medium),
    checked<mmc::GetConfiguration, get_configuration>(any_time),
    checked<mmc::GetEventStatusNotification, get_event_status_notification>(any_time),
    command<mmc::ReadDiscInformation, read_disc_information>(with_medium),
    checked<mmc::ReadTrackInformation, read_track_information>(with_medium),
    command<mmc::ReserveTrack, reserve_track>(recording),
    command<mmc::SendOpcInformation, send_opc_information>(with_medium),
    checked<mmc::ModeSelect10, mode_select>(without_medium),
    checked<mmc::ModeSense10, mode_sense>(without_medium),
    command<mmc::CloseTrackSession, close_track_session>(recording),
    command<mmc::ReadBufferCapacity, read_buffer_capacity>(without_medium),
    command<mmc::SendCueSheet, send_cue_sheet>(recording),
    command<mmc::Read12, read_12>(with_medium),
    command<mmc::Write12, write_12>(recording),
    checked<mmc::GetPerformance, get_performance>(without_medium),
    command<mmc::ReadDiscStructure, read_disc_structure>(with_medium),
    checked<mmc::SetStreaming, set_streaming>(without_medium),
    checked<mmc::ReadCdMsf, read_cd_msf>(with_medium),
    command<mmc::SetCdSpeed, set_cd_speed>(without_medium),
    command<mmc::MechanismStatus, mechanism_status>(without_medium),
    checked<mmc::ReadCd, read_cd>(with_medium),
});
static_assert(std::ranges::adjacent_find(commands, std::ranges::greater_equal{}, &Command::opcode) == commands.end(),
              "opcodes ascend strictly");

using Index = std::array<const Command*, 256>;

consteval Index make_index() {
  Index index{};
  for (const Command& listed : commands) index[listed.opcode] = &listed;
  return index;
}

constexpr Index by_opcode = make_index();

}  // namespace

std::span<const Command> command_table() { return commands; }
const Command* find_command(std::uint8_t opcode) { return by_opcode[opcode]; }

}  // namespace discbench::drive
