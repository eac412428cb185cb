// Unit attentions and media events, kept for each initiator by itself. MMC-6, "Unit attention condition" and
// "Media Event".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "mmc/exchange.h"

namespace discbench::drive {

/// Event codes of the media class of GET EVENT STATUS NOTIFICATION.
enum class MediaEventCode : std::uint8_t {
  none = 0,
  eject_request = 1,
  new_media = 2,
  media_removal = 3,
  background_format_completed = 5
};

class Attentions {
 public:
  void power_on();
  void medium_changed();
  void media_event(MediaEventCode code);
  void clear();

  /// The pending attention of most weight (power-on before medium change); it is pending no more.
  std::optional<mmc::Sense> take_attention(mmc::Initiator initiator);
  /// The last event that this initiator has not been told of; then none.
  MediaEventCode take_event(mmc::Initiator initiator);

 private:
  struct Pending {
    bool power_on = false;
    bool medium_changed = false;
    MediaEventCode event = MediaEventCode::none;
  };
  struct Known {
    mmc::Initiator initiator{};
    Pending pending;
  };
  Pending& of(mmc::Initiator initiator);
  template <typename Change>
  void for_all(Change&& change);

  Pending stranger_;  ///< what an initiator that was never heard of has pending
  std::vector<Known> known_;
};

}  // namespace discbench::drive
