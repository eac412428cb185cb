// One command and its outcome, as they cross the wire between a host and a recorder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "mmc/sense.h"

namespace discbench::mmc {

/// The host's end of an I_T nexus (SAM-3): unit attentions and events are kept for each initiator by itself.
enum class Initiator : std::uint32_t {};

/// What a host hands over. All spans belong to the caller and must outlive the call.
struct Request {
  std::span<const std::uint8_t> cdb;            ///< 6 to 16 bytes; a shorter CDB than its group's is padded with zeros
  std::span<const std::uint8_t> data_out = {};  ///< what the host sends (parameter lists, sectors)
  std::span<std::uint8_t> data_in = {};         ///< where the reply goes; a longer reply is cut to its size
  Initiator initiator{1};
  std::uint32_t time_limit_ms = 0;  ///< 0: no limit
};

/// SAM-3 status codes. A reservation conflict is what a host's driver answers to one who is kept out by another
/// initiator's exclusive access; the command has not reached the medium.
enum class Status : std::uint8_t { good = 0x00, check_condition = 0x02, reservation_conflict = 0x18 };

/// What a recorder answers. A handler returns one: nothing here is set by halves.
struct Completion {
  Status status = Status::good;
  Sense sense{};                               ///< sense::none unless status is check_condition
  std::optional<std::uint32_t> information{};  ///< the block that the sense speaks of (sets VALID)
  std::size_t data_in_length = 0;              ///< bytes placed in Request::data_in
  std::size_t data_out_length = 0;             ///< bytes taken from Request::data_out
  std::optional<std::uint16_t> progress{};     ///< of the long operation that the sense speaks of (sets SKSV), 65536ths

  constexpr bool good() const { return status == Status::good; }
};

constexpr Completion check_condition(const Sense& sense, std::optional<std::uint32_t> information = std::nullopt) {
  return Completion{.status = Status::check_condition, .sense = sense, .information = information};
}

}  // namespace discbench::mmc
