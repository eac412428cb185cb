#include "selftest/sample_run.h"

#include <array>

namespace discbench::selftest {
namespace {

using contract::Clause;
using contract::Level;
using result::BlockedBy;
using result::CaseResult;
using result::Verdict;

constexpr std::array clauses{
    Clause{"multisession.in-use.round-trip", "nf-imapi2-imultisession-put_inuse", Level::must,
           "What was put into InUse is what get_InUse answers."},
    Clause{"multisession.in-use.null", "nf-imapi2-imultisession-get_inuse", Level::must,
           "A null address is refused and does not end the process."},
    Clause{"sequential.next-writable-address.value", "nf-imapi2-imultisessionsequential-get_nextwritableaddress",
           Level::must, "The next writable address is where the next session begins."},
    Clause{"sequential.free-sectors.value", "nf-imapi2-imultisessionsequential-get_freesectorsonmedia", Level::may,
           "The free sectors are those that the device still offers."},
    Clause{"com.odd-values", "nf-imapi2-imultisession-put_inuse", Level::info, "What an odd boolean does is recorded."},
};

CaseResult made(std::size_t clause, std::string scenario, Verdict verdict, std::uint32_t checks = 0) {
  CaseResult result;
  result.clause = clauses[clause].id;
  result.scenario = std::move(scenario);
  result.verdict = verdict;
  result.checks = checks;
  return result;
}

CaseResult round_trip_failure(std::string scenario) {
  CaseResult result = made(0, std::move(scenario), Verdict::failed, 4);
  result.failures = {{"get_InUse after put_InUse(VARIANT_FALSE)", "success with VARIANT_FALSE (0)",
                      "S_OK (0x00000000) with VARIANT_TRUE (-1)"},
                     {"get_InUse after put_InUse(VARIANT_FALSE) twice", "success with VARIANT_FALSE (0)",
                      "S_OK (0x00000000) with VARIANT_TRUE (-1)"}};
  result.wire = {"INQUIRY -> GOOD", "GET CONFIGURATION -> GOOD", "READ DISC INFORMATION -> GOOD",
                 "READ TRACK INFORMATION -> CHECK CONDITION 5/24/00"};
  return result;
}

CaseResult address_failure(std::string scenario, const std::string& expected, const std::string& observed) {
  CaseResult result = made(2, std::move(scenario), Verdict::failed, 1);
  result.failures = {{"get_NextWritableAddress", "success with " + expected, "S_OK (0x00000000) with " + observed}};
  return result;
}

CaseResult with_reason(CaseResult result, std::string reason, BlockedBy by = BlockedBy::nobody) {
  result.reason = std::move(reason);
  result.blocked_by = by;
  return result;
}

CaseResult blocked_by_the_subject(std::size_t clause) {
  CaseResult result = with_reason(made(clause, "bd-r/blank", Verdict::blocked), "", BlockedBy::subject);
  result.failures = {{"create_writer", "success (any code without bit 31)", "E_FAIL (0x80004005)"}};
  result.reason = "create_writer: expected success (any code without bit 31), observed E_FAIL (0x80004005)";
  return result;
}

CaseResult waived_failure(std::string scenario) {
  CaseResult result = with_reason(made(3, std::move(scenario), Verdict::waived, 1),
                                  "failed, accepted as quirk ACME-12, owner me@acme.example, until 2027-03-31, "
                                  "https://tracker.acme.example/12");
  result.failures = {{"get_FreeSectorsOnMedia", "success with 347682 to 347834", "S_OK (0x00000000) with 347000"}};
  result.wire = {"READ TRACK INFORMATION -> GOOD"};
  result.waivers = {{"ACME-12", "quirk", "me@acme.\x1b[1mexample", "https://tracker.acme.example/12", "2027-03-31"}};
  return result;
}

CaseResult with_note(CaseResult result, std::string note) {
  result.notes.push_back(std::move(note));
  return result;
}

}  // namespace

std::span<const Clause> sample_clauses() { return clauses; }

result::RunResult sample_run() {
  result::RunResult run;
  run.subject = "library:./lib\x1b[2Jacme.so";
  run.repeat_options = " --subject 'library:./lib\x1b[2Jacme.so'";
  run.ineligible = 3;
  run.seconds = 0.8125;
  run.troubles = {"the subject's process leaked memory; the leak detector's report is on stderr"};
  CaseResult crash = with_reason(made(1, "cd-r/blank", Verdict::crashed), "the process died in the case: SIGSEGV");
  crash.wire = {"INQUIRY -> GOOD"};
  run.cases = {
      round_trip_failure("cd-r/blank"),
      round_trip_failure("cd-r/one-session"),
      with_reason(made(0, "no-disc/empty", Verdict::not_applicable), "there is no medium"),
      blocked_by_the_subject(0),
      crash,
      with_reason(made(1, "cd-r/one-session", Verdict::timed_out), "no end within 30 s"),
      with_note(made(1, "no-disc/empty", Verdict::passed, 2), "put_InUse(VARIANT_TRUE) answered S_FALSE (0x00000001)"),
      blocked_by_the_subject(1),
      address_failure("cd-r/blank", "0", "150"),
      address_failure("cd-r/one-session", "12010", "12160"),
      with_reason(made(2, "no-disc/empty", Verdict::blocked), "no evidence: the check compared nothing",
                  BlockedBy::rig),
      with_reason(made(2, "bd-r/blank", Verdict::not_run), "interrupted"),
      with_note(made(3, "cd-r/blank", Verdict::passed, 1), "get_FreeSectorsOnMedia answered S_FALSE (0x00000001)"),
      waived_failure("cd-r/one-session"),
      with_note(made(4, "cd-r/blank", Verdict::noted, 1),
                "put_InUse(1), then get_InUse: 1 <b>&\xff\xe2\x80\xae\x07]]> \"quoted\""),
  };
  return run;
}

}  // namespace discbench::selftest
