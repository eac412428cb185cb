// A pressed disc takes no recording of any kind.
#include "disc/rules/rule_book.h"

namespace discbench::disc {
namespace {

class PressedRules final : public RuleBook {
 public:
  explicit PressedRules(std::uint32_t unit_sectors) : unit_sectors_(unit_sectors) {}

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
  std::uint32_t unit_sectors() const override { return unit_sectors_; }
  Limits limits() const override { return {}; }
  std::uint32_t gap_after_session(const RecorderHabits&, std::uint16_t) const override { return 0; }

 private:
  std::uint32_t unit_sectors_;
};

}  // namespace

const RuleBook& pressed_cd_rules() {
  static const PressedRules rules(1);
  return rules;
}

// The error correction blocks are those of the recordable media.
const RuleBook& pressed_dvd_rules() {
  static const PressedRules rules(16);
  return rules;
}

const RuleBook& pressed_bd_rules() {
  static const PressedRules rules(32);
  return rules;
}

}  // namespace discbench::disc
