#include "check/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>

namespace discbench::check {
namespace {

using contract::Clause;
using contract::Level;

TEST(Catalogue, HasClauses) { EXPECT_GT(catalogue().size(), 150u); }

TEST(Catalogue, NoIdIsGivenTwice) {
  std::set<std::string_view> seen;
  for (const Entry& entry : catalogue()) {
    EXPECT_TRUE(seen.insert(entry.clause.id).second) << entry.clause.id;
  }
}

TEST(Catalogue, IdsAreInterfaceMemberAspectInLowerCaseWords) {
  const std::regex form("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*){2}");
  for (const Entry& entry : catalogue()) {
    EXPECT_TRUE(std::regex_match(std::string(entry.clause.id), form)) << entry.clause.id;
  }
}

TEST(Catalogue, EveryClauseNamesItsPageAndSaysASentence) {
  for (const Entry& entry : catalogue()) {
    const Clause& clause = entry.clause;
    EXPECT_FALSE(clause.page.empty()) << clause.id;
    EXPECT_EQ(clause.page.find(".md"), std::string_view::npos) << clause.id << ": the page's name, not its file's";
    ASSERT_FALSE(clause.statement.empty()) << clause.id;
    EXPECT_EQ(clause.statement.back(), '.') << clause.id;
  }
}

TEST(Catalogue, AClauseHasACheckOrAReasonWhyItHasNone) {
  for (const Entry& entry : catalogue()) {
    EXPECT_NE(entry.check == nullptr, entry.clause.ineligible.empty()) << entry.clause.id;
  }
}

TEST(Catalogue, AnInterfaceStandsInOneBlock) {
  std::set<std::string> seen;
  std::string current;
  for (const Entry& entry : catalogue()) {
    const std::string interface(entry.clause.id.substr(0, entry.clause.id.find('.')));
    if (interface == current) continue;
    EXPECT_TRUE(seen.insert(interface).second) << entry.clause.id;
    current = interface;
  }
}

TEST(Catalogue, ClausesThatNeedAFileSystemImageAreListedAndIneligible) {
  std::size_t listed = 0;
  for (const Entry& entry : catalogue()) {
    if (!entry.clause.id.starts_with("file-system-image.")) continue;
    ++listed;
    EXPECT_THAT(std::string(entry.clause.ineligible), testing::HasSubstr("IFileSystemImage")) << entry.clause.id;
  }
  EXPECT_GT(listed, 20u);
}

TEST(Catalogue, WhatTheDocumentationLeavesOpenIsNeverDemanded) {
  for (const std::string_view id :
       {"multisession.in-use.odd-value", "multisession.in-use.initial-value", "multisession.in-use.exclusive",
        "multisession.in-use.medium-change-persistence", "sequential.is-first-data-session.value",
        "sequential2.write-unit-size.value", "data.multisession-interfaces.identity", "random-write.interface.listed",
        "random-write.write-unit-size.value", "all.return-code.other-than-s-ok"}) {
    const Entry* entry = find(id);
    ASSERT_NE(entry, nullptr) << id;
    EXPECT_EQ(entry->clause.level, Level::info) << id;
  }
}

TEST(Catalogue, AClauseIsFoundByItsIdAlone) {
  const Entry* entry = find("multisession.in-use.round-trip");
  ASSERT_NE(entry, nullptr);
  EXPECT_EQ(entry->clause.id, "multisession.in-use.round-trip");
  EXPECT_EQ(find("multisession.in-use"), nullptr);
}

TEST(Catalogue, AClauseAboutAValueDoesNotApplyWhereNothingIsExpected) {
  const Entry* entry = find("sequential.next-writable-address.value");
  ASSERT_NE(entry, nullptr);
  expectation::Expectations expectations;
  EXPECT_THAT(entry->inapplicable(expectations), testing::HasSubstr("expects nothing"));
  expectations["sequential.next-writable-address"] = {.result = expectation::Expectation::Result::any};
  EXPECT_THAT(entry->inapplicable(expectations), testing::HasSubstr("accepts every answer"));
  expectations["sequential.next-writable-address"] = {.values = {12010}};
  EXPECT_EQ(entry->inapplicable(expectations), "");
}

TEST(Catalogue, AMediumThatGrowsIsNotAskedForOneCapacityTwice) {
  const Entry* entry = find("random-write.total-sectors-on-media.stable");
  ASSERT_NE(entry, nullptr);
  expectation::Expectations expectations;
  expectations["random-write.total-sectors-on-media"] = {.values = {2295104}};
  EXPECT_EQ(entry->inapplicable(expectations), "");
  expectations["random-write.total-sectors-on-media"] = {.range = expectation::Expectation::Range{421984, 2295104}};
  EXPECT_THAT(entry->inapplicable(expectations), testing::HasSubstr("grows by itself"));
}

TEST(Catalogue, ABlankMediumWithoutSessionsPromisesNoSequentialAddress) {
  const Entry* entry = find("sequential.next-writable-address.blank");
  ASSERT_NE(entry, nullptr);
  expectation::Expectations expectations;
  expectations["data.media-physically-blank"] = {.values = {-1}};
  expectations["sequential.is-supported-on-current-media-state"] = {.values = {-1, 0}};
  EXPECT_EQ(entry->inapplicable(expectations), "");
  expectations["sequential.is-supported-on-current-media-state"] = {.values = {0}};
  EXPECT_THAT(entry->inapplicable(expectations), testing::HasSubstr("no sequential sessions"));
}

TEST(Catalogue, AFormattedRewritableMediumIsAskedForSessionsWhetherItIsBlankOrNot) {
  const Entry* entry = find("all.multisession.media-types");
  ASSERT_NE(entry, nullptr);
  expectation::Expectations expectations;
  expectations["data.current-physical-media-type"] = {.values = {IMAPI_MEDIA_TYPE_DVDPLUSRW}};
  expectations["data.current-media-status"] = {.values = {1, 3}};
  expectations["random-write.is-supported-on-current-media-state"] = {.values = {-1}};
  EXPECT_EQ(entry->inapplicable(expectations), "");
  expectations["random-write.is-supported-on-current-media-state"] = {.values = {-1, 0}};
  EXPECT_THAT(entry->inapplicable(expectations), testing::HasSubstr("left open"));
  expectations["random-write.is-supported-on-current-media-state"] = {.result = expectation::Expectation::Result::any,
                                                                      .values = {-1}};
  EXPECT_THAT(entry->inapplicable(expectations), testing::HasSubstr("left open"));
}

TEST(Catalogue, ZerosAreTheAffairOfAMediumThatItsDriveDoesNotCallBlank) {
  const Entry* entry = find("format.media-heuristically-blank.value");
  ASSERT_NE(entry, nullptr);
  expectation::Expectations expectations;
  EXPECT_THAT(entry->inapplicable(expectations), testing::HasSubstr("expects nothing"));
  expectations["data.media-heuristically-blank"] = {.values = {-1}};
  expectations["data.media-physically-blank"] = {.values = {0}};
  EXPECT_EQ(entry->inapplicable(expectations), "");
  expectations["data.media-physically-blank"] = {.values = {-1}};
  EXPECT_THAT(entry->inapplicable(expectations), testing::HasSubstr("physically blank"));
}

TEST(Catalogue, ABurnNeedsAPlaceAndRoom) {
  const Entry* entry = find("multisession.in-use.after-write");
  ASSERT_NE(entry, nullptr);
  expectation::Expectations expectations;
  expectations["sequential.next-writable-address"] = {.values = {12010}};
  expectations["sequential.free-sectors-on-media"] = {.range = expectation::Expectation::Range{347682, 347834}};
  expectations["data.total-sectors-on-media"] = {.range = expectation::Expectation::Range{348290, 359996}};
  EXPECT_EQ(entry->inapplicable(expectations), "");
  expectations["sequential.free-sectors-on-media"] = {.range = expectation::Expectation::Range{0, 300}};
  EXPECT_NE(entry->inapplicable(expectations), "");
  // The burn itself closes a disc at 2 % of free space: 244,388 of 12,219,392 sectors.
  expectations["data.total-sectors-on-media"] = {.range = expectation::Expectation::Range{12219240, 12219393}};
  expectations["sequential.free-sectors-on-media"] = {.range = expectation::Expectation::Range{219112, 219264}};
  EXPECT_NE(entry->inapplicable(expectations), "");
  expectations["sequential.free-sectors-on-media"] = {.range = expectation::Expectation::Range{260000, 260152}};
  EXPECT_EQ(entry->inapplicable(expectations), "");
}

}  // namespace
}  // namespace discbench::check
