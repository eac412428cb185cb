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
  if (stage_ == Stage::control) units.push_back(innocent().value_or(dead_));
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
            "the process died in " + result->id() + ", which ends where it runs alone; cases before it broke it";
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
      return pair_ended(died);
    case Stage::control:
      if (died) return {.result = std::move(as_dead_)};
      return {.guilty = before_[low_]};
    case Stage::idle:
      break;
  }
  return {};
}

PoisonSearch::Finding PoisonSearch::pair_ended(bool died) {
  if (!died) {
    return {.trouble =
                "the process died in " + as_dead_.id() + ", which ends where it runs alone; no single one of the " +
                std::to_string(before_.size() - low_) + " cases before it breaks it, but all of them together do"};
  }
  if (!innocent().has_value()) return {.guilty = before_[low_]};
  stage_ = Stage::control;
  return {};
}

std::optional<std::size_t> PoisonSearch::innocent() const {
  if (low_ > 0) return before_[low_ - 1];
  return before_.size() > 1 ? std::optional(before_.back()) : std::nullopt;
}

PoisonSearch::Finding PoisonSearch::narrow() {
  stage_ = high_ - low_ > 1 ? Stage::halving : Stage::pair;
  return {};
}

}  // namespace discbench::runner
