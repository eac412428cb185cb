// The medium in the recorder, as its recorder tells of it at this moment. Made anew for every question that a client
// asks, so no answer is ever older than the question.
#pragma once

#include <cstdint>
#include <optional>

#include "imapi/writer/media_kind.h"
#include "imapi/writer/mmc_device.h"

namespace discbench::imapi {

/// Where the next session goes.
struct NextTrack {
  std::uint16_t number = 0;
  LONG next_writable_address = 0;
  LONG free_sectors = 0;  ///< as the recorder counts them
};

/// What a medium wants before its first write.
enum class FormatNeeded : std::uint8_t {
  none,
  whole,    ///< it is not formatted
  restart,  ///< its formatting was stopped before it came to the end
};

/// Every member may throw what MmcDevice throws; E_IMAPI_DF2DATA_INVALID_MEDIA_STATE for a question that makes no sense
/// on this medium; E_IMAPI_RECORDER_INVALID_RESPONSE_FROM_DEVICE for replies that contradict themselves.
class LoadedMedium {
 public:
  /// Asks for the configuration and the disc information. `device` must outlive this.
  explicit LoadedMedium(MmcDevice& device);

  const MediaKind& kind() const { return kind_; }
  IMAPI_MEDIA_PHYSICAL_TYPE physical_type() const { return kind_.type; }
  bool blank() const;
  bool finalised() const;
  /// A session was begun and not closed.
  bool session_is_open() const;

  IMAPI_FORMAT2_DATA_MEDIA_STATE media_state();
  /// IMAPI_MEDIA_WRITE_PROTECT_STATE bits.
  IMAPI_MEDIA_WRITE_PROTECT_STATE write_protection();
  VARIANT_BOOL physically_blank() const;
  /// What reads as nothing but zeros at both ends counts as blank where a medium cannot become blank again.
  VARIANT_BOOL heuristically_blank();
  VARIANT_BOOL supports_sequential_sessions();
  VARIANT_BOOL supports_random_write();
  VARIANT_BOOL is_first_data_session();

  // Sectors.
  LONG total_sectors();
  /// What a stream may have. On CD less than the recorder counts, by the post-gap: IDiscFormat2Data,
  /// get_FreeSectorsOnMedia.
  LONG free_sectors();
  LONG write_unit_sectors() const;
  LONG next_writable_address() { return next_track().next_writable_address; }
  /// -1: no session is closed yet.
  LONG start_of_previous_session();
  LONG last_written_of_previous_session();
  /// Of a random-write medium. E_NOTIMPL where the recorder does not keep it.
  LONG last_written_address();
  LONG random_write_unit_sectors() const;

  NextTrack next_track();
  FormatNeeded format_needed() const;
  /// The features of the recorder allow to write this kind of medium, whatever state it is in.
  bool recorder_can_write_it() const;

 private:
  struct ClosedSession {
    mmc::TrackInformation first_track;
    mmc::TrackInformation last_track;
  };

  void require_writable_kind() const;
  void require_random_write() const;
  std::uint16_t closed_sessions() const;
  std::uint16_t last_closed_track() const;
  mmc::TrackInformation track_to_write();
  mmc::TrackInformation numbered_track(std::uint16_t number);
  std::optional<ClosedSession> previous_session();

  MmcDevice& device_;
  Configuration configuration_;
  const MediaKind& kind_;
  mmc::StandardDiscInformation disc_;
};

}  // namespace discbench::imapi
