// All handlers: one file each. A handler runs behind the gate (drive.cc): opcode, unit attention, CDB and medium have
// been looked at. valid() says of a CDB whether its fields are ones that this drive has.
#pragma once

#include "drive/command.h"

namespace discbench::mmc {
struct CloseTrackSession;
struct FormatUnit;
struct GetConfiguration;
struct GetEventStatusNotification;
struct GetPerformance;
struct Inquiry;
struct MechanismStatus;
struct ModeSelect10;
struct ModeSense10;
struct PreventAllowMediumRemoval;
struct Read10;
struct Read12;
struct ReadBufferCapacity;
struct ReadCapacity;
struct ReadCd;
struct ReadCdMsf;
struct ReadDiscInformation;
struct ReadDiscStructure;
struct ReadFormatCapacities;
struct ReadSubChannel;
struct ReadTocPmaAtip;
struct ReadTrackInformation;
struct RequestSense;
struct ReserveTrack;
struct SendCueSheet;
struct SendOpcInformation;
struct SetCdSpeed;
struct SetStreaming;
struct StartStopUnit;
struct SynchronizeCache;
struct TestUnitReady;
struct Write10;
struct Write12;
struct WriteAndVerify10;
}  // namespace discbench::mmc

namespace discbench::drive {

bool valid(const mmc::FormatUnit& cdb);
bool valid(const mmc::Inquiry& cdb);
bool valid(const mmc::GetConfiguration& cdb);
bool valid(const mmc::GetEventStatusNotification& cdb);
bool valid(const mmc::GetPerformance& cdb);
bool valid(const mmc::ModeSelect10& cdb);
bool valid(const mmc::ModeSense10& cdb);
bool valid(const mmc::ReadCd& cdb);
bool valid(const mmc::ReadCdMsf& cdb);
bool valid(const mmc::ReadTrackInformation& cdb);
bool valid(const mmc::SetStreaming& cdb);

Completion test_unit_ready(Exchange& exchange, const mmc::TestUnitReady& cdb);
Completion request_sense(Exchange& exchange, const mmc::RequestSense& cdb);
Completion format_unit(Exchange& exchange, const mmc::FormatUnit& cdb);
Completion inquiry(Exchange& exchange, const mmc::Inquiry& cdb);
Completion start_stop_unit(Exchange& exchange, const mmc::StartStopUnit& cdb);
Completion prevent_allow_medium_removal(Exchange& exchange, const mmc::PreventAllowMediumRemoval& cdb);
Completion read_format_capacities(Exchange& exchange, const mmc::ReadFormatCapacities& cdb);
Completion read_capacity(Exchange& exchange, const mmc::ReadCapacity& cdb);
Completion read_10(Exchange& exchange, const mmc::Read10& cdb);
Completion read_12(Exchange& exchange, const mmc::Read12& cdb);
Completion write_10(Exchange& exchange, const mmc::Write10& cdb);
Completion write_and_verify_10(Exchange& exchange, const mmc::WriteAndVerify10& cdb);
Completion write_12(Exchange& exchange, const mmc::Write12& cdb);
Completion synchronize_cache(Exchange& exchange, const mmc::SynchronizeCache& cdb);
Completion read_sub_channel(Exchange& exchange, const mmc::ReadSubChannel& cdb);
Completion read_toc_pma_atip(Exchange& exchange, const mmc::ReadTocPmaAtip& cdb);
Completion get_configuration(Exchange& exchange, const mmc::GetConfiguration& cdb);
Completion get_event_status_notification(Exchange& exchange, const mmc::GetEventStatusNotification& cdb);
Completion read_disc_information(Exchange& exchange, const mmc::ReadDiscInformation& cdb);
Completion read_track_information(Exchange& exchange, const mmc::ReadTrackInformation& cdb);
Completion reserve_track(Exchange& exchange, const mmc::ReserveTrack& cdb);
Completion send_opc_information(Exchange& exchange, const mmc::SendOpcInformation& cdb);
Completion mode_select(Exchange& exchange, const mmc::ModeSelect10& cdb);
Completion mode_sense(Exchange& exchange, const mmc::ModeSense10& cdb);
Completion close_track_session(Exchange& exchange, const mmc::CloseTrackSession& cdb);
Completion read_buffer_capacity(Exchange& exchange, const mmc::ReadBufferCapacity& cdb);
Completion send_cue_sheet(Exchange& exchange, const mmc::SendCueSheet& cdb);
Completion get_performance(Exchange& exchange, const mmc::GetPerformance& cdb);
Completion read_disc_structure(Exchange& exchange, const mmc::ReadDiscStructure& cdb);
Completion set_streaming(Exchange& exchange, const mmc::SetStreaming& cdb);
Completion set_cd_speed(Exchange& exchange, const mmc::SetCdSpeed& cdb);
Completion read_cd_msf(Exchange& exchange, const mmc::ReadCdMsf& cdb);
Completion mechanism_status(Exchange& exchange, const mmc::MechanismStatus& cdb);
Completion read_cd(Exchange& exchange, const mmc::ReadCd& cdb);

}  // namespace discbench::drive
