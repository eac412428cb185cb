// What a run does with the waivers that it was given.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "result/case_result.h"
#include "waiver/waiver_file.h"

namespace discbench::waiver {

/// How much of the whole plan a run was asked for: who did not look cannot say that there was nothing.
enum class Coverage : std::uint8_t {
  whole,     ///< every clause in every scenario
  narrowed,  ///< globs chose clauses or scenarios: a waiver of none of these is not asked about
  shard,     ///< one part of several: nor is a waiver with wildcards that other parts have a share of
};

class Waivers {
 public:
  /// `today` is the day on which they have to hold; one whose last day was before waives nothing.
  Waivers(std::vector<Entry> entries, Date today);
  /// Throws profile::ProfileError.
  static Waivers load(const std::filesystem::path& file, Date today) { return {read_waivers(file), today}; }

  /// Once for every case of a run. One that failed (crashed, timed out, was blocked by the subject) becomes waived
  /// where live waivers of that verdict cover all of its failures: what differed stays, `reason` says how it had ended
  /// and who has accepted that. Any other case stays as it is.
  void settle(result::CaseResult& result);

  /// After the run, one line each: a waiver that has expired; one that nothing failed for, be it that what it names
  /// passed (fixed?), failed in another way or is not there. Each of them is reason enough for exit 1: a waiver that
  /// outlives its failure hides the next one.
  std::vector<std::string> findings(Coverage coverage) const;

 private:
  /// A glob of clauses with one of scenarios, and what became of the cases that the two name.
  struct Scope {
    std::string clause;
    std::string scenario;
    bool names_one_case = false;  ///< neither has a wildcard
    std::uint32_t waived = 0;
    std::uint32_t passed = 0;
    std::uint32_t otherwise = 0;  ///< failed, crashed, ... in another way
    std::uint32_t unjudged = 0;   ///< not run, or the rig's fault
    std::uint32_t idle = 0;       ///< not applicable, noted
    std::string example{};        ///< the first case that passed or failed otherwise

    std::uint32_t cases() const { return waived + passed + otherwise + unjudged + idle; }
  };
  struct Watched {
    Entry entry;
    bool expired = false;
    std::vector<Scope> scopes{};
  };

  static void count(Scope& scope, const result::CaseResult& result, bool waived);
  static std::string finding_of(const Watched& watched, const Scope& scope, Coverage coverage);

  std::vector<Watched> watched_;
  std::string today_;
};

}  // namespace discbench::waiver
