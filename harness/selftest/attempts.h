// The attempts that the table of trials is made of. Each answers by its findings.
#pragma once

#include "selftest/trial.h"

namespace discbench::selftest {

// verdicts.cc: what the runner makes of checks and subjects that behave badly.
void skip_is_no_pass(const Setting& setting, Findings& findings);
void leaving_is_a_crash(const Setting& setting, Findings& findings);
void nothing_compared_is_no_pass(const Setting& setting, Findings& findings);
void blocked_is_not_green(const Setting& setting, Findings& findings);
void again_does_not_hide(const Setting& setting, Findings& findings);

// command_line.cc: what the program makes of a command that selects nothing, or that it cannot understand.
void filter_without_a_match(const Setting& setting, Findings& findings);
void unknown_option(const Setting& setting, Findings& findings);
void unusable_subject(const Setting& setting, Findings& findings);
void empty_shard(const Setting& setting, Findings& findings);

// claims.cc: what the program believes.
void rig_is_not_the_subject(const Setting& setting, Findings& findings);
void claims_are_tested(const Setting& setting, Findings& findings);
void waivers_are_watched(const Setting& setting, Findings& findings);

// reports.cc: what the reports make of it.
void every_ending_has_its_verdict(const Setting& setting, Findings& findings);
void crash_loses_nothing(const Setting& setting, Findings& findings);
void skips_are_no_score(const Setting& setting, Findings& findings);
void skip_is_not_shown_as_passed(const Setting& setting, Findings& findings);
void console_is_golden(const Setting& setting, Findings& findings);
void json_is_golden(const Setting& setting, Findings& findings);
void junit_is_golden(const Setting& setting, Findings& findings);

// processes.cc: what is left when the program or the system under it breaks down.
void killed_run_is_readable(const Setting& setting, Findings& findings);
void full_disk_keeps_the_bundle(const Setting& setting, Findings& findings);
void full_disk_cuts_no_report(const Setting& setting, Findings& findings);
void closed_pipe_is_no_success(const Setting& setting, Findings& findings);
void read_only_output(const Setting& setting, Findings& findings);

}  // namespace discbench::selftest
