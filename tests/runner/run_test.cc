#include "runner/run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>

#include "runner/fake_catalogue.h"

namespace discbench::runner {
namespace {

using result::BlockedBy;
using result::CaseResult;
using result::Outcome;
using result::Verdict;
using testing::HasSubstr;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool a_leak_detector_watches = true;
#elif defined(__has_feature)
constexpr bool a_leak_detector_watches = __has_feature(address_sanitizer);
#else
constexpr bool a_leak_detector_watches = false;
#endif

/// The case of a misbehaviour, run between two that pass; those must not have noticed.
CaseResult guilty(const std::string& clause) {
  const result::RunResult run = run_fakes({"fake.a-passes", clause, "fake.z-passes"});
  for (const CaseResult& result : run.cases) {
    if (result.clause != clause) {
      EXPECT_EQ(result.verdict, Verdict::passed) << result.id() << " beside " << clause;
      EXPECT_EQ(result.checks, 1u) << result.id();
    }
  }
  EXPECT_EQ(run.cases.size(), 6u);
  EXPECT_EQ(result_of(run, clause + "@none/one").verdict, result_of(run, clause + "@none/two").verdict);
  EXPECT_TRUE(run.troubles.empty()) << run.troubles.front();
  return result_of(run, clause + "@none/one");
}

TEST(Run, ACaseThatPassesPasses) {
  const result::RunResult run = run_fakes({"fake.a-passes"});
  ASSERT_EQ(run.cases.size(), 2u);
  EXPECT_EQ(run.cases[0].verdict, Verdict::passed);
  EXPECT_EQ(outcome_of(run), Outcome::conformant);
}

TEST(Run, ADifferenceFailsItsCaseAlone) {
  const CaseResult result = guilty("fake.fails");
  EXPECT_EQ(result.verdict, Verdict::failed);
  EXPECT_EQ(result.checks, 2u);
  EXPECT_EQ(result.failures.front(), (result::Failure{"another call", "this", "that"}));
}

TEST(Run, AFaultOfMemoryCrashesItsCaseAlone) {
  const CaseResult result = guilty("fake.fault");
  EXPECT_EQ(result.verdict, Verdict::crashed);
  EXPECT_THAT(result.reason, HasSubstr("SIGSEGV"));
}

TEST(Run, AnAbortCrashesItsCaseAlone) {
  const CaseResult result = guilty("fake.abort");
  EXPECT_EQ(result.verdict, Verdict::crashed);
  EXPECT_THAT(result.reason, HasSubstr("SIGABRT"));
}

TEST(Run, TerminateCrashesItsCaseAlone) {
  const CaseResult result = guilty("fake.terminate");
  EXPECT_EQ(result.verdict, Verdict::crashed);
  EXPECT_THAT(result.reason, HasSubstr("SIGABRT"));
}

TEST(Run, AProcessThatEndsInOrderInsideACaseCrashesItToo) {
  const CaseResult result = guilty("fake.exit");
  EXPECT_EQ(result.verdict, Verdict::crashed);
  EXPECT_THAT(result.reason, HasSubstr("exit status 0"));
}

TEST(Run, AHangTimesItsCaseAloneOut) {
  const CaseResult result = guilty("fake.hang");
  EXPECT_EQ(result.verdict, Verdict::timed_out);
  EXPECT_THAT(result.reason, HasSubstr("500 ms"));
}

TEST(Run, AnExceptionThatLeavesTheSubjectFailsItsCaseAlone) {
  const CaseResult result = guilty("fake.throw");
  EXPECT_EQ(result.verdict, Verdict::failed);
  EXPECT_THAT(result.failures.back().observed, HasSubstr("exception crossed the interface: out of \\x1B[31mcheese"));
  EXPECT_EQ(guilty("fake.throw-number").verdict, Verdict::failed);
}

TEST(Run, AProcessOfTheSubjectThatOutlivesACrashDoesNotHoldTheRunUp) {
  EXPECT_EQ(guilty("fake.offspring").verdict, Verdict::crashed);
}

TEST(Run, ACheckThatComparesNothingIsNoPass) {
  const CaseResult result = guilty("fake.nothing-compared");
  EXPECT_EQ(result.verdict, Verdict::blocked);
  EXPECT_EQ(result.blocked_by, BlockedBy::rig);
}

TEST(Run, AnotherSuccessCodePassesAndIsNoted) {
  const CaseResult result = guilty("fake.another-success");
  EXPECT_EQ(result.verdict, Verdict::passed);
  EXPECT_THAT(result.notes, testing::ElementsAre("put_InUse(VARIANT_TRUE) answered S_FALSE (0x00000001)"));
}

TEST(Run, WhatTheSubjectDoesNotGiveBlocksItsCaseAlone) {
  const CaseResult result = guilty("fake.blocked");
  EXPECT_EQ(result.verdict, Verdict::blocked);
  EXPECT_EQ(result.blocked_by, BlockedBy::subject);
  EXPECT_THAT(result.reason, HasSubstr("create_writer"));
}

TEST(Run, WhatTheRigDoesNotGiveIsTheRigsFault) {
  const CaseResult result = guilty("fake.blocked-by-rig");
  EXPECT_EQ(result.verdict, Verdict::blocked);
  EXPECT_EQ(result.blocked_by, BlockedBy::rig);
  EXPECT_THAT(result.reason, HasSubstr("none/three"));
}

TEST(Run, NotApplicableIsSaidByTheCheckOrKnownBefore) {
  EXPECT_EQ(guilty("fake.not-applicable").verdict, Verdict::not_applicable);
  const result::RunResult run = run_fakes({"fake.only-in-one"});
  EXPECT_EQ(run.cases[0].verdict, Verdict::passed);
  EXPECT_EQ(run.cases[1].verdict, Verdict::not_applicable);
  EXPECT_EQ(run.cases[1].reason, "only the first scenario will do");
}

TEST(Run, AClauseOfLevelInfoIsNotedButItsCrashIsACrash) {
  EXPECT_EQ(guilty("fake.info").verdict, Verdict::noted);
  EXPECT_EQ(guilty("fake.info-fault").verdict, Verdict::crashed);
}

TEST(Run, WhatASubjectPrintsDoesNotReachStandardOutput) {
  testing::internal::CaptureStdout();
  EXPECT_EQ(guilty("fake.noise").verdict, Verdict::passed);
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
}

TEST(Run, AProcessThatClosesThePipeOfItsResultsCrashesItsCaseAlone) {
  EXPECT_EQ(guilty("fake.closes").verdict, Verdict::crashed);
}

TEST(Run, AProcessThatWritesIntoThePipeOfItsResultsCrashesItsCaseAlone) {
  const CaseResult result = guilty("fake.pipe");
  EXPECT_EQ(result.verdict, Verdict::crashed);
  EXPECT_THAT(result.reason, HasSubstr("wrote into the pipe"));
}

TEST(Run, AStackThatOverflowsCrashesItsCaseAlone) { EXPECT_EQ(guilty("fake.stack").verdict, Verdict::crashed); }

// A sanitizer needs more memory than the bound itself: there it is given.
TEST(Run, MemoryBeyondAllBoundsIsRefused) {
  const CaseResult result = guilty("fake.gigabytes");
  EXPECT_EQ(result.verdict, a_leak_detector_watches ? Verdict::passed : Verdict::failed);
  EXPECT_EQ(result.failures.empty(), a_leak_detector_watches);
}

TEST(Run, AThreadOfTheSubjectDisturbsNothing) { EXPECT_EQ(guilty("fake.thread").verdict, Verdict::passed); }

TEST(Run, SignalHandlersOfTheSubjectDisturbNothing) {
  EXPECT_EQ(guilty("fake.handlers").verdict, Verdict::passed);
  EXPECT_EQ(guilty("fake.handlers-hang").verdict, Verdict::timed_out);
}

TEST(Run, ACopyOfItsProcessThatASubjectMakesHasNoSay) { EXPECT_EQ(guilty("fake.fork").verdict, Verdict::passed); }

TEST(Run, AMemberThatHungTwiceIsNotWaitedForAgain) {
  for (const Isolation isolation : {Isolation::batch, Isolation::every_case}) {
    Options options = fake_options();
    options.isolation = isolation;
    options.jobs = 2;
    options.case_limit = std::chrono::milliseconds(200);
    const result::RunResult run = run_fakes({"fake.hang*", "fake.z-passes"}, options);
    EXPECT_EQ(result_of(run, "fake.hang@none/one").verdict, Verdict::timed_out);
    EXPECT_EQ(result_of(run, "fake.hang@none/two").verdict, Verdict::timed_out);
    for (const char* left_out : {"fake.hang.again@none/one", "fake.hang.passes@none/two"}) {
      EXPECT_EQ(result_of(run, left_out).verdict, Verdict::not_run) << left_out;
      EXPECT_THAT(result_of(run, left_out).reason, HasSubstr("fake.hang hung twice"));
    }
    EXPECT_EQ(result_of(run, "fake.z-passes@none/two").verdict, Verdict::passed);
    EXPECT_EQ(outcome_of(run), Outcome::not_conformant);
  }
}

TEST(Run, WhatHasNotRunWhenTheTimeForAllIsOverIsLeftOut) {
  Options options = fake_options();
  options.case_limit = std::chrono::seconds(60);
  options.run_limit = std::chrono::milliseconds(300);
  const result::RunResult run = run_fakes({"fake.a-passes", "fake.hang", "fake.z-passes"}, options);
  EXPECT_EQ(result_of(run, "fake.a-passes@none/two").verdict, Verdict::passed);
  EXPECT_EQ(result_of(run, "fake.hang@none/one").verdict, Verdict::not_run);
  EXPECT_THAT(result_of(run, "fake.z-passes@none/two").reason, HasSubstr("time for the whole run"));
  EXPECT_EQ(outcome_of(run), Outcome::interrupted);
}

TEST(Run, TheResultsAreTheSameWhateverTheNumberOfJobs) {
  const std::vector<std::string> quick{"fake.a*", "fake.b*", "fake.e*", "fake.f*", "fake.i*", "fake.t*", "fake.z*"};
  Options options = fake_options();
  const result::RunResult alone = run_fakes(quick, options);
  for (const unsigned jobs : {2u, 3u, 100u}) {
    options.jobs = jobs;
    EXPECT_EQ(run_fakes(quick, options).cases, alone.cases) << jobs;
  }
}

TEST(Run, EveryCaseIsReportedAsItEnds) {
  Options options = fake_options();
  std::vector<std::size_t> heard;
  options.progress = [&heard](std::size_t ended, std::size_t cases) {
    heard.push_back(ended);
    EXPECT_EQ(cases, 4u);
  };
  run_fakes({"fake.a-passes", "fake.fault"}, options);
  EXPECT_THAT(heard, testing::ElementsAre(1u, 2u, 3u, 4u));
}

TEST(Run, IneligibleClausesAreCounted) { EXPECT_EQ(run_fakes({"fake.i*"}).ineligible, 1u); }

volatile std::sig_atomic_t flag = 0;

TEST(Run, AnInterruptedRunKeepsWhatWasDoneAndLeavesTheRest) {
  flag = 0;
  Options options = fake_options();
  options.case_limit = std::chrono::seconds(60);
  options.interrupted = &flag;
  options.progress = [](std::size_t ended, std::size_t) {
    if (ended == 2) flag = 1;
  };
  const result::RunResult run = run_fakes({"fake.a-passes", "fake.hang", "fake.z-passes"}, options);
  EXPECT_EQ(outcome_of(run), Outcome::interrupted);
  EXPECT_EQ(result_of(run, "fake.a-passes@none/two").verdict, Verdict::passed);
  EXPECT_EQ(result_of(run, "fake.hang@none/one").verdict, Verdict::not_run);
  EXPECT_EQ(result_of(run, "fake.z-passes@none/two").verdict, Verdict::not_run);
  EXPECT_EQ(totals_of(run.cases).cases, 6u);
}

std::string unusable(SubjectSource source) {
  Options options = fake_options();
  options.subject = std::move(source);
  std::size_t ended = 0;
  options.progress = [&ended](std::size_t, std::size_t) { ++ended; };
  try {
    run_fakes({"fake.a-passes"}, options);
  } catch (const SubjectUnusable& error) {
    EXPECT_EQ(ended, 0u);
    return error.what();
  }
  return "";
}

TEST(Run, ASubjectThatDoesNotLoadEndsTheRunBeforeAnyCase) {
  EXPECT_EQ(unusable([]() -> std::unique_ptr<subject::Subject> { throw std::runtime_error("libacme.so: no\nsuch"); }),
            "libacme.so: no\\x0Asuch");
  EXPECT_THAT(unusable([]() -> std::unique_ptr<subject::Subject> { throw 1; }), HasSubstr("threw an exception"));
  EXPECT_THAT(unusable([]() -> std::unique_ptr<subject::Subject> { ::_exit(0); }), HasSubstr("exit status 0"));
  EXPECT_THAT(unusable([]() -> std::unique_ptr<subject::Subject> {
                for (;;) pause();
              }),
              HasSubstr("did not load within 500 ms"));
}

TEST(Run, ASubjectThatLoadsOnlyOnceBlocksWhatComesAfterACrash) {
  // Each child is a copy of this process, without its open files: what counts is in a file that they all know.
  std::string path = testing::TempDir() + "discbench-loads-XXXXXX";
  const int created = mkstemp(path.data());
  ASSERT_GE(created, 0);
  close(created);
  Options options = fake_options();
  options.subject = [&path]() -> std::unique_ptr<subject::Subject> {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::ate);
    if (file.tellp() >= 2) throw std::runtime_error("no more");
    if (!(file << 'x').flush()) throw std::runtime_error("the file cannot be written");
    return fake_subject();
  };
  // The first loading is the trial before the run, the second that of the first batch.
  const result::RunResult run = run_fakes({"fake.a-passes", "fake.fault", "fake.z-passes"}, options);
  unlink(path.c_str());
  EXPECT_EQ(result_of(run, "fake.a-passes@none/two").verdict, Verdict::passed);
  EXPECT_EQ(result_of(run, "fake.fault@none/one").verdict, Verdict::crashed);
  EXPECT_EQ(result_of(run, "fake.fault@none/two").verdict, Verdict::blocked);
  EXPECT_EQ(result_of(run, "fake.z-passes@none/two").blocked_by, BlockedBy::subject);
  EXPECT_THAT(result_of(run, "fake.z-passes@none/two").reason, HasSubstr("no more"));
}

void* volatile held = nullptr;

TEST(Run, MemoryThatTheSubjectLosesIsTroubleWhereALeakDetectorWatches) {
  Options options = fake_options();
  options.case_limit = std::chrono::seconds(30);
  options.subject = [] {
    held = std::malloc(77);
    held = nullptr;
    return fake_subject();
  };
  const result::RunResult run = run_fakes({"fake.a-passes"}, options);
  EXPECT_EQ(run.cases[1].verdict, Verdict::passed);
  EXPECT_EQ(run.troubles.size(), a_leak_detector_watches ? 1u : 0u);
  EXPECT_EQ(outcome_of(run), a_leak_detector_watches ? Outcome::not_conformant : Outcome::conformant);
}

class DiesBeforeTheEnd final : public subject::Subject {
 public:
  ~DiesBeforeTheEnd() override { ::_exit(3); }
  HRESULT create_object(REFCLSID, REFIID, void** object) override {
    *object = nullptr;
    return E_NOTIMPL;
  }
};

TEST(Run, ASubjectThatDiesAfterItsLastCaseIsTrouble) {
  Options options = fake_options();
  options.subject = [] { return std::make_unique<DiesBeforeTheEnd>(); };
  const result::RunResult run = run_fakes({"fake.a-passes"}, options);
  EXPECT_EQ(run.cases[1].verdict, Verdict::passed);
  ASSERT_EQ(run.troubles.size(), 1u);
  EXPECT_THAT(run.troubles.front(), HasSubstr("exit status 3"));
  EXPECT_EQ(outcome_of(run), Outcome::not_conformant);
}

}  // namespace
}  // namespace discbench::runner
