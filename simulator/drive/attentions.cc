#include "drive/attentions.h"

namespace discbench::drive {

template <typename Change>
void Attentions::for_all(Change&& change) {
  change(stranger_);
  for (Known& known : known_) change(known.pending);
}

void Attentions::power_on() {
  for_all([](Pending& pending) { pending.power_on = true; });
}

void Attentions::medium_changed() {
  for_all([](Pending& pending) { pending.medium_changed = true; });
}

void Attentions::media_event(MediaEventCode code) {
  for_all([code](Pending& pending) { pending.event = code; });
}

void Attentions::clear() {
  for_all([](Pending& pending) { pending = Pending{}; });
}

Attentions::Pending& Attentions::of(mmc::Initiator initiator) {
  for (Known& known : known_)
    if (known.initiator == initiator) return known.pending;
  known_.push_back(Known{initiator, stranger_});
  return known_.back().pending;
}

std::optional<mmc::Sense> Attentions::take_attention(mmc::Initiator initiator) {
  Pending& pending = of(initiator);
  if (pending.power_on) {
    pending.power_on = false;
    return mmc::sense::power_on_or_reset;
  }
  if (pending.medium_changed) {
    pending.medium_changed = false;
    return mmc::sense::medium_may_have_changed;
  }
  return std::nullopt;
}

MediaEventCode Attentions::take_event(mmc::Initiator initiator) {
  Pending& pending = of(initiator);
  const MediaEventCode event = pending.event;
  pending.event = MediaEventCode::none;
  return event;
}

}  // namespace discbench::drive
