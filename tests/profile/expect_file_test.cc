#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "profile/load_scratch.h"

namespace discbench::profile {
namespace {

using expectation::Expectation;

const std::string head = "description: a\ndrive: bd-writer\nmedium: none\nsteps: []\nexpect:\n  ";

Expectation expectation_of(const std::string& property, const std::string& text) {
  const Scratch scratch;
  const auto file = scratch.write("s.yaml", head + property + ": " + text + "\n");
  return load_scenario(our_catalogue(), file.string()).expect.at(property);
}

TEST(ExpectFile, ANumberIsAcceptedAlone) {
  const Expectation expected = expectation_of("sequential.next-writable-address", "{hr: ok, value: 12010}");
  EXPECT_EQ(expected.result, Expectation::Result::ok);
  EXPECT_TRUE(expected.accepts(12010));
  EXPECT_FALSE(expected.accepts(12011));
  EXPECT_EQ(expected.describe(), "success with 12010");
}

TEST(ExpectFile, TruthValuesAreAutomations) {
  const Expectation expected =
      expectation_of("sequential.is-supported-on-current-media-state", "{hr: any, value: true}");
  EXPECT_TRUE(expected.accepts(-1));
  EXPECT_FALSE(expected.accepts(1));
  EXPECT_FALSE(expected.accepts(0));
  EXPECT_EQ(expected.describe(), "failure, or success with -1");
}

TEST(ExpectFile, AListAcceptsEachOfItsValues) {
  const Expectation expected = expectation_of("data.current-media-status", "{hr: ok, value: [2, 6]}");
  EXPECT_TRUE(expected.accepts(2));
  EXPECT_TRUE(expected.accepts(6));
  EXPECT_FALSE(expected.accepts(4));
  EXPECT_EQ(expected.describe(), "success with one of 2, 6");
}

TEST(ExpectFile, ARangeAcceptsItsEnds) {
  const Expectation expected = expectation_of("data.free-sectors-on-media", "{hr: ok, value: {min: -3, max: 7}}");
  EXPECT_TRUE(expected.accepts(-3));
  EXPECT_TRUE(expected.accepts(7));
  EXPECT_FALSE(expected.accepts(-4));
  EXPECT_FALSE(expected.accepts(8));
  EXPECT_EQ(expected.describe(), "success with -3 to 7");
}

TEST(ExpectFile, WithoutAValueOnlySuccessCounts) {
  const Expectation expected = expectation_of("data.next-writable-address", "{hr: fail}");
  EXPECT_FALSE(expected.compares_value());
  EXPECT_EQ(expected.describe(), "failure");
  EXPECT_EQ(expectation_of("data.next-writable-address", "{hr: any}").describe(), "failure, or success with any value");
}

struct BadExpectation {
  std::string name;
  std::string text;
  std::string line;

  friend std::ostream& operator<<(std::ostream& out, const BadExpectation& bad) { return out << bad.name; }
};

class BadExpectFile : public testing::TestWithParam<BadExpectation> {};

TEST_P(BadExpectFile, GivesOneLine) {
  EXPECT_THAT(problems_of(head + GetParam().text + "\n"), testing::ElementsAre(GetParam().line));
}

INSTANTIATE_TEST_SUITE_P(
    Each, BadExpectFile,
    testing::Values(
        BadExpectation{"UnknownProperty", "sequential.next-writeable-address: {hr: ok}",
                       "6:3: key 'sequential.next-writeable-address': 'sequential.next-writeable-address' is unknown, "
                       "expected 'sequential.next-writable-address'"},
        BadExpectation{"PropertyTwice",
                       "data.total-sectors-on-media: {hr: ok}\n  data.total-sectors-on-media: {hr: ok}",
                       "7:3: key 'data.total-sectors-on-media': is here a second time, expected once"},
        BadExpectation{"NoResult", "data.total-sectors-on-media: {value: 1}",
                       "6:32: key 'hr': is missing, expected one of ok, fail, any"},
        BadExpectation{"NumberForTruth", "data.media-physically-blank: {hr: ok, value: -1}",
                       "6:48: key 'value': '-1' is no truth value, expected true or false"},
        BadExpectation{"TruthForNumber", "data.total-sectors-on-media: {hr: ok, value: true}",
                       "6:48: key 'value': 'true' is no integer that fits, expected an integer from -2147483648 to "
                       "2147483647"},
        BadExpectation{"BeyondALong", "data.total-sectors-on-media: {hr: ok, value: 2147483648}",
                       "6:48: key 'value': 2147483648 is out of range, expected an integer from -2147483648 to "
                       "2147483647"},
        BadExpectation{"RangeOfTruths", "data.media-physically-blank: {hr: ok, value: {min: 0, max: 1}}",
                       "6:48: key 'value': a range does not fit a truth value, expected true or false"},
        BadExpectation{"RangeUpsideDown", "data.total-sectors-on-media: {hr: ok, value: {min: 2, max: 1}}",
                       "6:48: key 'value': min 2 is above max 1, expected min not above max"},
        BadExpectation{"EmptyList", "data.total-sectors-on-media: {hr: ok, value: []}",
                       "6:48: key 'value': an empty list accepts nothing, expected values"},
        BadExpectation{"ValueOfAFailure", "data.total-sectors-on-media: {hr: fail, value: 1}",
                       "6:50: key 'value': is never compared where 'hr' is fail, expected no value"}),
    [](const testing::TestParamInfo<BadExpectation>& bad) { return bad.param.name; });

}  // namespace
}  // namespace discbench::profile
