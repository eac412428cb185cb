#include "runner/poison.h"

#include <utility>

namespace discbench::runner {

void PoisonSearch::begin(std::size_t died, std::vector<std::size_t> before, result::CaseResult as_dead) {
  dead_ = died;
  before_ = std::move(before);
  as_dead_ = std::move(as_dead);
  stage_ = Stage::alone;
}

std::vector<std::size_t> PoisonSearch::next_trial() const {
  std::vector<std::size_t> units;
  if (stage_ == Stage::pair) units.push_back(before_[low_]);
  if (stage_ == Stage::halving) {
    const std::size_t middle = low_ + (high_ - low_) / 2;
    units.assign(before_.begin() + static_cast<std::ptrdiff_t>(middle), before_.end());
  }
  units.push_back(dead_);
  return units;
}

PoisonSearch::Finding PoisonSearch::trial_ended(bool died, std::optional<result::CaseResult> result) {
  switch (std::exchange(stage_, Stage::idle)) {
    case Stage::alone: {
      // What cannot be tried alone is what it was seen to be.
      if (died || !result.has_value()) return {.result = std::move(as_dead_)};
      Finding finding;
      low_ = 0;
      high_ = before_.size();
      if (searches_left_ == 0) {
        finding.trouble =
            "the process died in " + result->id() + ", which ends in a process of its own; an earlier case broke it";
      } else {
        --searches_left_;
        finding = narrow();
      }
      finding.result = std::move(result);
      return finding;
    }
    case Stage::halving: {
      const std::size_t middle = low_ + (high_ - low_) / 2;
      (died ? low_ : high_) = middle;
      return narrow();
    }
    case Stage::pair:
      if (died) return {.guilty = before_[low_]};
      return {.trouble = "the process died in " + as_dead_.id() +
                         ", which ends in a process of its own; no single case before it broke it, but " +
                         std::to_string(before_.size() - low_) + " together"};
    case Stage::idle:
      break;
  }
  return {};
}

PoisonSearch::Finding PoisonSearch::narrow() {
  stage_ = high_ - low_ > 1 ? Stage::halving : Stage::pair;
  return {};
}

}  // namespace discbench::runner
