// What a command's handler sees, and how its row in the table is made.
#pragma once

#include <span>

#include "bytes/layout.h"
#include "drive/drive_state.h"
#include "drive/refusal_sense.h"
#include "mmc/exchange.h"

namespace discbench::drive {

using mmc::check_condition;
using mmc::Completion;
namespace sense = mmc::sense;

/// One command on its way through the drive.
struct Exchange {
  DriveState& drive;
  const mmc::Request& request;

  /// The disc behind the gate: only for commands whose row says needs_medium.
  disc::Disc& medium() const { return *drive.medium(); }

  /// Sends the drive's reply, cut to the allocation length and to the host's buffer. The one place for both.
  Completion send_reply(std::size_t allocation_length) const;

  /// A disc's answer as the drive says it.
  Completion outcome(const disc::Outcome& outcome) const {
    return outcome ? check_condition(sense_of(*outcome, medium().medium().technology)) : Completion{};
  }
};

/// A row of the command table.
struct Command {
  std::uint8_t opcode = 0;
  std::string_view name;
  bool needs_medium = false;           ///< no medium: 2/3A (MMC-6, "Not ready"); being formatted: 2/04/04
  bool passes_unit_attention = false;  ///< runs under a pending unit attention and leaves it pending
  bool waits_for_format = false;       ///< needs no medium, but is not done while a lead-in is being written
  bool (*valid)(std::span<const std::uint8_t> cdb) = nullptr;  ///< null: every CDB is; else false is 5/24/00
  Completion (*run)(Exchange& exchange, std::span<const std::uint8_t> cdb) = nullptr;
};

struct Gate {
  bool needs_medium = false;
  bool passes_unit_attention = false;
  bool waits_for_format = false;
};

namespace detail {
template <typename Cdb, auto Handler>
Completion run(Exchange& exchange, std::span<const std::uint8_t> cdb) {
  return Handler(exchange, bytes::decode<Cdb>(cdb));
}
template <typename Cdb, auto Valid>
bool valid(std::span<const std::uint8_t> cdb) {
  return Valid(bytes::decode<Cdb>(cdb));
}
}  // namespace detail

/// Opcode and name come from the layout. `Valid` says of a decoded CDB whether its fields are ones that the drive has.
template <typename Cdb, auto Handler>
constexpr Command command(Gate gate) {
  return {Cdb::opcode, bytes::layout_of<Cdb>.name, gate.needs_medium, gate.passes_unit_attention, gate.waits_for_format,
          nullptr,     detail::run<Cdb, Handler>};
}
template <typename Cdb, auto Handler, auto Valid>
constexpr Command command(Gate gate) {
  return {Cdb::opcode,           bytes::layout_of<Cdb>.name, gate.needs_medium,        gate.passes_unit_attention,
          gate.waits_for_format, detail::valid<Cdb, Valid>,  detail::run<Cdb, Handler>};
}

}  // namespace discbench::drive
