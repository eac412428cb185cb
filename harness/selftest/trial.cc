#include "selftest/trial.h"

#include <array>
#include <exception>

#include "selftest/attempts.h"

namespace discbench::selftest {
namespace {

constexpr std::array all{
    Trial{"V1", "a skipped case is no pass, and skips alone are no evidence", skip_is_no_pass},
    Trial{"V2", "a filter that matches nothing is exit 4", filter_without_a_match},
    Trial{"V3", "an unknown option or verb is exit 2", unknown_option},
    Trial{"V4", "a subject that cannot be set up is exit 3, and nothing is green", unusable_subject},
    Trial{"V5", "exit(0) in a case is a crash, and the others run", leaving_is_a_crash},
    Trial{"V6", "a crash loses nothing of the report or of the bundle", crash_loses_nothing},
    Trial{"V7", "a case that compared nothing has not passed", nothing_compared_is_no_pass},
    Trial{"V8", "what could not be prepared is blocked, not green for another reason", blocked_is_not_green},
    Trial{"V9", "the score is passed of applicable: a skip does not raise it", skips_are_no_score},
    Trial{"V10", "no report shows a skipped case as passed", skip_is_not_shown_as_passed},
    Trial{"V11", "the rig's fault is the rig's, and it lets a wrong subject be seen", rig_is_not_the_subject},
    Trial{"V12", "a claim that is not true fails", claims_are_tested},
    Trial{"V13", "a waiver that is expired, unused or fixed is exit 1", waivers_are_watched},
    Trial{"V14", "running a case again hides neither a failure nor who is guilty", again_does_not_hide},
    Trial{"V15", "an empty shard is exit 4", empty_shard},
    Trial{"verdicts", "every way for a case to end has its word, in every report", every_ending_has_its_verdict},
    Trial{"console", "every verdict on the console is the golden report", console_is_golden},
    Trial{"json", "every verdict in JSON is the golden report", json_is_golden},
    Trial{"junit", "every verdict in JUnit is the golden report", junit_is_golden},
    Trial{"kill-9", "a run that is killed loses the running case, and nothing else", killed_run_is_readable},
    Trial{"full-disk", "a bundle on a full disk is exit 3, and what is on it is whole", full_disk_keeps_the_bundle},
    Trial{"cut-report", "a report or an output that does not fit the disk is exit 3", full_disk_cuts_no_report},
    Trial{"closed-pipe", "output that nobody reads is not exit 0", closed_pipe_is_no_success},
    Trial{"read-only", "output that cannot be written is exit 3 before anything runs", read_only_output},
};

}  // namespace

std::span<const Trial> trials() { return all; }

Findings attempt(const Trial& trial, Setting setting) {
  Findings findings;
  setting.folder /= trial.name;
  std::error_code ignored;
  try {
    std::filesystem::create_directory(setting.folder);
    trial.attempt(setting, findings);
  } catch (const std::exception& error) {
    findings.expect(false, "the trial", "that it comes to its end", error.what());
  }
  std::filesystem::remove_all(setting.folder, ignored);
  if (findings.comparisons() == 0) findings.expect(false, "the trial", "one comparison at least", "none");
  return findings;
}

}  // namespace discbench::selftest
