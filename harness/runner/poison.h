// Who is to blame for the death of a case: itself, or one that ran before it in the same process.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "result/case_result.h"

namespace discbench::runner {

/// A search by trials, each a child process of its own that runs the units it is given. First the dead case alone. If
/// it ends there, an earlier one may be guilty: halving what ran before it finds the last one without which it does not
/// die, and both alone prove it, unless it dies after an innocent one as well. Then it is guilty itself, and was lucky
/// alone.
class PoisonSearch {
 public:
  /// `died` ran after `before`, oldest first, in a process that died in it. `as_dead` is its result if it is guilty
  /// itself.
  void begin(std::size_t died, std::vector<std::size_t> before, result::CaseResult as_dead);

  bool wants_a_trial() const { return stage_ != Stage::idle; }
  std::vector<std::size_t> next_trial() const;

  /// How the trial ended: whether its process died in its last case, and if not, what that case's result was.
  struct Finding {
    std::optional<result::CaseResult> result{};  ///< of the dead case: settled now
    std::optional<std::size_t> guilty{};         ///< the unit that broke its process
    std::string trouble{};                       ///< nobody alone is guilty: one sentence
  };
  Finding trial_ended(bool died, std::optional<result::CaseResult> result);

  std::size_t dead() const { return dead_; }

 private:
  enum class Stage { idle, alone, halving, pair, control };

  Finding narrow();
  Finding pair_ended(bool died);
  /// A case that ran before it and is not the suspect.
  std::optional<std::size_t> innocent() const;

  Stage stage_ = Stage::idle;
  std::size_t dead_ = 0;
  std::vector<std::size_t> before_;
  result::CaseResult as_dead_;
  // Everything from before_[low_] on kills it; everything from before_[high_] on does not.
  std::size_t low_ = 0;
  std::size_t high_ = 0;
  /// A subject that dies everywhere is not worth the time.
  unsigned searches_left_ = 3;
};

}  // namespace discbench::runner
