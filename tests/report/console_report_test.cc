#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "report/cards.h"
#include "report/golden_file.h"
#include "report/report.h"
#include "selftest/sample_run.h"

namespace discbench::report {
namespace {

using selftest::sample_clauses;
using selftest::sample_run;
using testing::HasSubstr;
using testing::Not;

std::string console(const result::RunResult& run, Colour colour = Colour::off) {
  std::ostringstream stream;
  write_console({run, sample_clauses()}, stream, colour);
  return stream.str();
}

std::string card_text(const Card& card, const result::RunResult& run) {
  std::ostringstream stream;
  write_card(card, {run, sample_clauses()}, stream, Colour::off);
  return stream.str();
}

std::string last_line(const std::string& text) {
  const std::size_t end = text.rfind('\n');
  return text.substr(text.rfind('\n', end - 1) + 1, end - text.rfind('\n', end - 1) - 1);
}

TEST(ConsoleReport, ARunWithEveryVerdictIsTheGoldenOne) {
  const std::string text = console(sample_run());
  EXPECT_EQ(text, golden("every_verdict.txt", text));
}

TEST(ConsoleReport, AWaivedCaseIsShownWithItsWaiverAndItsFailure) {
  const std::string text = console(sample_run());
  EXPECT_THAT(text, HasSubstr("WAIVED  sequential.free-sectors.value  (may)  in cd-r/one-session\n"));
  EXPECT_THAT(text, HasSubstr("  observed  S_OK (0x00000000) with 347000\n"));
  EXPECT_THAT(text, HasSubstr("  waiver    ACME-12 (quirk), owner me@acme.\\x1B[1mexample, until 2027-03-31, "
                              "https://tracker.acme.example/12\n"));
}

TEST(ConsoleReport, TheSameFailureUnderAnotherWaiverIsAnotherCard) {
  result::RunResult run = sample_run();
  const auto waived = std::find_if(run.cases.begin(), run.cases.end(),
                                   [](const auto& one) { return one.verdict == result::Verdict::waived; });
  ASSERT_NE(waived, run.cases.end());
  const std::size_t cards = cards_of(run).size();
  result::CaseResult same = *waived;
  same.scenario = "bd-r/blank";
  run.cases.push_back(same);
  EXPECT_EQ(cards_of(run).size(), cards);
  run.cases.back().waivers.front().id = "ACME-13";
  EXPECT_EQ(cards_of(run).size(), cards + 1);
}

TEST(ConsoleReport, AWaivedCaseIsACardOfAFewLinesHoweverManyWaiversCoverIt) {
  result::RunResult run = sample_run();
  for (result::CaseResult& result : run.cases) {
    if (result.waivers.empty()) continue;
    result.waivers.resize(9, result.waivers.front());
    result.failures.resize(9, result.failures.front());
  }
  const std::vector<Card> cards = cards_of(run);
  ASSERT_EQ(cards.back().first().verdict, result::Verdict::waived);
  const std::string text = card_text(cards.back(), run);
  EXPECT_LE(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')), card_lines);
  EXPECT_THAT(text, HasSubstr("and 6 more (--report json=FILE has them)"));
}

TEST(ConsoleReport, TheLastLineIsTheResultLine) {
  const result::RunResult run = sample_run();
  EXPECT_EQ(last_line(console(run)), result_line(run));
}

TEST(ConsoleReport, ARigAtFaultHasNoResultLine) {
  result::RunResult run = sample_run();
  run.troubles.clear();
  std::erase_if(run.cases, [](const result::CaseResult& result) {
    return result.verdict != result::Verdict::passed && result.blocked_by != result::BlockedBy::rig;
  });
  EXPECT_THAT(console(run), Not(HasSubstr("msconform-result")));
}

TEST(ConsoleReport, NoCardIsLongerThanTwelveLines) {
  result::RunResult run = sample_run();
  for (result::CaseResult& result : run.cases) {
    result.wire.assign(12, "READ DISC INFORMATION -> GOOD");
    result.failures.resize(std::min<std::size_t>(result.failures.size() * 40, 80));
  }
  ASSERT_GE(cards_of(run).size(), 6u);
  for (const Card& card : cards_of(run)) {
    const std::string text = card_text(card, run);
    EXPECT_LE(std::count(text.begin(), text.end(), '\n'), static_cast<std::ptrdiff_t>(card_lines)) << text;
  }
}

TEST(Cards, TheSameFailureInManyScenariosIsOneCardThatNamesThem) {
  const result::RunResult run = sample_run();
  const std::vector<Card> cards = cards_of(run);
  EXPECT_EQ(cards.front().cases.size(), 2u);
  const std::string text = card_text(cards.front(), run);
  EXPECT_THAT(text, HasSubstr("in 2 of 3 scenarios"));
  EXPECT_THAT(text, HasSubstr("cd-r/blank, cd-r/one-session"));
}

TEST(Cards, OtherValuesInOtherScenariosAreOneCardThatSaysSo) {
  const result::RunResult run = sample_run();
  const Card card = cards_of(run).at(1);
  EXPECT_EQ(card.first().clause, "sequential.next-writable-address.value");
  EXPECT_EQ(card.cases.size(), 2u);
  EXPECT_THAT(card_text(card, run), HasSubstr("other values in other scenarios"));
}

TEST(Cards, WhatBlocksManyClausesIsOneCard) {
  const result::RunResult run = sample_run();
  const std::vector<Card> cards = cards_of(run);
  const auto blocked = std::find_if(cards.begin(), cards.end(), [](const Card& card) {
    return card.first().blocked_by == result::BlockedBy::subject;
  });
  ASSERT_NE(blocked, cards.end());
  EXPECT_EQ(blocked->cases.size(), 2u);
  EXPECT_THAT(card_text(*blocked, run), HasSubstr("and 1 more clause, 2 cases"));
}

TEST(Cards, AListOfManyScenariosIsCutAndCounted) {
  result::RunResult run;
  for (int i = 0; i < 60; ++i) {
    run.cases.push_back(sample_run().cases.front());
    run.cases.back().scenario = "family-" + std::to_string(i) + "/state";
  }
  ASSERT_EQ(cards_of(run).size(), 1u);
  EXPECT_THAT(card_text(cards_of(run).front(), run), HasSubstr(" and 54 more\n"));
}

TEST(ConsoleReport, ColourIsUsedOnlyWhereItIsAskedFor) {
  EXPECT_THAT(console(sample_run(), Colour::off), Not(HasSubstr("\x1b")));
  EXPECT_THAT(console(sample_run(), Colour::on), HasSubstr("\x1b[1;31mFAILED\x1b[0m"));
}

TEST(ConsoleReport, AnEmptyRunSaysThatNothingWasJudged) {
  const std::string text = console({});
  EXPECT_THAT(text, HasSubstr("was not judged: nothing passed"));
  EXPECT_THAT(last_line(text), HasSubstr("verdict=no-evidence"));
}

}  // namespace
}  // namespace discbench::report
