// One burn: a stream becomes a session. The order of the commands is the medium's; whatever goes wrong on the way, the
// disc is left with its sessions closed as far as its recorder still listens.
#pragma once

#include <atomic>
#include <cstdint>

#include "imapi/writer/loaded_medium.h"
#include "imapi/writer/stream_reader.h"
#include "imapi/writer/write_settings.h"

namespace discbench::imapi {

/// How a session ends.
enum class Closing : std::uint8_t {
  session,          ///< another session may follow
  disc,             ///< none will
  disc_compatible,  ///< none will, and players that want a recorded minimum find it (DVD+R)
};

/// What the settings mean on a medium where `free_after` of `total` sectors will be left.
Closing closing_of(const MediaKind& kind, const WriteSettings& settings, LONG free_after, LONG total);

class Burn {
 public:
  /// Checks that the medium takes a session and that the stream fits, before anything is written. Throws
  /// E_IMAPI_DF2DATA_MEDIA_IS_NOT_SUPPORTED, E_IMAPI_DF2DATA_INVALID_MEDIA_STATE,
  /// E_IMAPI_RECORDER_MEDIA_WRITE_PROTECTED, E_IMAPI_DF2DATA_STREAM_TOO_LARGE_FOR_CURRENT_MEDIA, or a device's failure.
  /// All references must outlive this; `cancelled` may become true at any moment.
  Burn(MmcDevice& device, StreamReader& stream, const WriteSettings& settings, const std::atomic<bool>& cancelled);

  /// Writes and closes. Throws E_IMAPI_REQUEST_CANCELLED, the stream's failure, or the device's.
  void run();

 private:
  struct Plan {
    const MediaKind* kind = nullptr;
    NextTrack track;
    Closing closing = Closing::session;
    std::uint32_t padded_sectors = 0;  ///< what is written: the stream, and zeros to the end of the write unit
  };

  Plan plan();
  void select_write_parameters(Closing closing);
  void write_all();
  void write(std::uint32_t first_sector, std::span<std::uint8_t> data);
  void close(Closing closing);
  void abandon();
  void throw_if_cancelled() const;

  MmcDevice& device_;
  StreamReader& stream_;
  WriteSettings settings_;
  const std::atomic<bool>& cancelled_;
  Plan plan_;
  bool anything_written_ = false;
};

}  // namespace discbench::imapi
