#include "drive/commands/handlers.h"

#include "drive/disc_view.h"
#include "mmc/commands/write.h"

namespace discbench::drive {
namespace {

/// Packets are refused when they are selected, so what a CD is written with is Track At Once, or Session At Once by the
/// cue sheet that has come before: it says how long the sectors are.
Completion write(Exchange& exchange, std::uint32_t first, std::uint32_t sectors) {
  DriveState& drive = exchange.drive;
  disc::Disc& disc = exchange.medium();
  if (!drive.settings.writes_technology(disc.medium().technology))
    return check_condition(sense::cannot_write_medium_incompatible_format);
  if (drive.writes_session_at_once() && !disc.state().at_once) return check_condition(sense::command_sequence_error);
  if (sectors == 0) return {};
  const std::uint64_t length = std::uint64_t{sectors} * disc::bytes_of(disc.state().form_to_write());
  // The host promised more data than it sent: nothing is recorded.
  if (exchange.request.data_out.size() < length) return check_condition(sense::aborted_command);
  const disc::Lba lba{static_cast<std::int32_t>(first)};
  Completion completion = exchange.outcome(disc.write(lba, exchange.request.data_out.first(length)));
  if (completion.good()) {
    completion.data_out_length = length;
    drive.pick_up = lba + (std::int64_t{sectors} - 1);
  }
  if (completion.sense == sense::invalid_address_for_write) completion.information = first;
  return completion;
}

/// Every sector is there, whatever was to be written into it.
Completion verify(const disc::Disc& disc, disc::Lba first, std::uint32_t sectors) {
  std::array<std::uint8_t, disc::sector_size> sector;
  for (std::uint32_t i = 0; i < sectors; ++i)
    if (!disc.read(first + i, sector)) return unreadable(disc, first + i);
  return {};
}

}  // namespace

Completion write_10(Exchange& exchange, const mmc::Write10& cdb) {
  return write(exchange, cdb.logical_block_address, cdb.transfer_length_sectors);
}

/// A command of the features that take writes at any address (0020h, 002Ah); elsewhere there is none, and the drive
/// knows it no more than one that writes no such medium. MMC-6, Random Writable and DVD+RW features.
Completion write_and_verify_10(Exchange& exchange, const mmc::WriteAndVerify10& cdb) {
  const disc::Disc& disc = exchange.medium();
  const disc::Technology technology = disc.medium().technology;
  if (!traits_of(technology).overwritable || !exchange.drive.settings.writes_technology(technology))
    return check_condition(sense::invalid_command_operation_code);
  Completion completion = write(exchange, cdb.logical_block_address, cdb.transfer_length_sectors);
  if (!completion.good()) return completion;
  const disc::Lba first{static_cast<std::int32_t>(cdb.logical_block_address)};
  const Completion verified = verify(disc, first, cdb.transfer_length_sectors);
  return verified.good() ? completion : verified;
}

Completion write_12(Exchange& exchange, const mmc::Write12& cdb) {
  return write(exchange, cdb.logical_block_address, cdb.transfer_length_sectors);
}

}  // namespace discbench::drive
