// Typed commands over IDiscRecorder2Ex. Whatever the device refuses becomes a failure here, and a reply is measured
// before a field of it counts.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "bytes/layout.h"
#include "com/answer.h"
#include "com/pointer.h"
#include "discbench/imapi2.h"
#include "imapi/writer/recorder_attentions.h"
#include "mmc/commands/mode_sense.h"
#include "mmc/sense.h"

namespace discbench::imapi {

/// A command that ended with sense data, as a failure that still knows the sense.
struct DeviceFailure : com::Failure {
  mmc::Sense sense;

  /// The medium may be another one than before: what was read of it is worth nothing.
  bool is_unit_attention() const { return sense.key == 0x6; }
  bool is_not_ready() const { return sense.key == 0x2; }
  /// The medium is at fault, where the command came to.
  bool is_medium_error() const { return sense.key == 0x3; }
  /// Nothing of the command was carried out.
  bool is_illegal_request() const { return sense.key == 0x5; }
  /// There is nothing recorded where the command came to.
  bool is_blank_check() const { return sense.key == 0x8; }
};

// Seconds. IMAPI2's default for a command is 10 (IMAPI_DEFAULT_COMMAND_TIMEOUT).
inline constexpr ULONG usual_timeout = 10;

inline constexpr std::uint32_t sector_size_bytes = 2048;

[[noreturn]] void invalid_response();

class MmcLink {
 public:
  /// Throws E_IMAPI_DF2DATA_RECORDER_NOT_SUPPORTED where the recorder has no IDiscRecorder2Ex.
  explicit MmcLink(IDiscRecorder2* recorder);

  IDiscRecorder2Ex& recorder() { return *recorder_.get(); }

  // All of these throw DeviceFailure for sense data, Failure for anything else that goes wrong on the way. A unit
  // attention that another link to the same recorder was told since is told here, too, and the command not sent.

  template <typename Cdb>
  void send(const Cdb& command, ULONG timeout_seconds = usual_timeout) {
    auto cdb = bytes::encode(command);
    send_bytes(cdb, timeout_seconds);
  }
  template <typename Cdb>
  void send(const Cdb& command, std::span<std::uint8_t> data, ULONG timeout_seconds = usual_timeout) {
    auto cdb = bytes::encode(command);
    send_bytes(cdb, data, timeout_seconds);
  }
  /// The bytes that came, at most as many as `reply` has room for.
  template <typename Cdb>
  std::span<const std::uint8_t> receive(const Cdb& command, std::span<std::uint8_t> reply) {
    auto cdb = bytes::encode(command);
    return reply.first(receive_bytes(cdb, reply));
  }
  /// A mode page behind its header, its two first bytes included: at least `least` bytes, and no more than the page
  /// says that it has.
  std::vector<std::uint8_t> mode_page(std::uint8_t page_code, std::size_t least);

 private:
  void send_bytes(std::span<std::uint8_t> cdb, ULONG timeout_seconds);
  void send_bytes(std::span<std::uint8_t> cdb, std::span<std::uint8_t> data, ULONG timeout_seconds);
  std::size_t receive_bytes(std::span<std::uint8_t> cdb, std::span<std::uint8_t> reply);

  /// Sends one command: exchange(sense bytes) calls the recorder.
  template <typename Exchange>
  void perform(std::uint8_t operation_code, Exchange&& exchange);

  com::Pointer<IDiscRecorder2Ex> recorder_;
  std::shared_ptr<RecorderAttentions> attentions_;
  std::uint64_t attentions_known_ = 0;
};

/// The part of a reply that counts. A reply says its own length; less than that, or than `least`, was a cut or a lie.
std::span<const std::uint8_t> measured(std::span<const std::uint8_t> received, std::size_t claimed,
                                       std::size_t allocation, std::size_t least);

/// The first bytes of a reply as a structure, which may be longer than what came: the rest is zero.
template <typename Structure>
Structure decode_what_came(std::span<const std::uint8_t> received) {
  std::array<std::uint8_t, bytes::size_of<Structure>> whole{};
  std::copy_n(received.begin(), std::min(received.size(), whole.size()), whole.begin());
  return bytes::decode<Structure>(whole);
}

}  // namespace discbench::imapi
