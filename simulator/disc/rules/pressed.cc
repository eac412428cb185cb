// A pressed disc takes no recording of any kind.
#include "disc/rules/rule_book.h"

namespace discbench::disc {
namespace {

class PressedRules final : public RuleBook {
 public:
  DiscState blank(const Medium&) const override {
    DiscState state;
    state.status = DiscStatus::complete;
    state.sessions = {Session{.state = SessionState::complete}};
    state.tracks = {Track{.state = TrackState::complete}};
    return state;
  }
  Outcome write(Recording&, Lba, std::uint32_t) const override { return Refusal::not_recordable; }
  Outcome synchronise(Recording&) const override { return std::nullopt; }
  Outcome close_track(Recording&, std::uint16_t) const override { return Refusal::not_recordable; }
  Outcome close_session(Recording&, NextSession) const override { return Refusal::not_recordable; }
  Outcome finalise(Recording&) const override { return Refusal::not_recordable; }
  Outcome reserve_track(Recording&, std::uint32_t) const override { return Refusal::not_recordable; }
  std::uint32_t unit_sectors() const override { return 1; }
  Limits limits() const override { return {}; }
  std::uint32_t gap_after_session(const RecorderHabits&, std::uint16_t) const override { return 0; }
};

}  // namespace

const RuleBook& pressed_rules() {
  static const PressedRules rules;
  return rules;
}

}  // namespace discbench::disc
