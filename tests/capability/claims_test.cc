#include "capability/claims.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "profile/problem.h"
#include "profile/scratch.h"

namespace discbench::capability {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

class ClaimsFile : public testing::Test {
 protected:
  fs::path write(const std::string& text) { return folder_.write("c.yaml", text); }
  std::vector<std::string> refusals_of(const std::string& text) {
    try {
      read_claims(write(text));
    } catch (const profile::ProfileError& error) {
      std::vector<std::string> lines = error.lines();
      for (std::string& line : lines) line = line.substr(folder_.path().string().size() + 1);
      return lines;
    }
    return {};
  }

  Scratch folder_;
};

/// Every capability claimed, `one` otherwise.
std::string claims(const std::string& one, const std::string& claim) {
  std::string text = "capabilities:\n";
  for (const Capability& capability : capabilities()) {
    if (capability.name != one) text += "  " + std::string(capability.name) + ": yes\n";
  }
  return claim.empty() ? text : text + "  " + one + ": " + claim + "\n";
}

/// Everything is there, or so the subject says.
std::vector<Asked> all_offered() {
  std::vector<Asked> answers(capability_count);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    answers[i].capability = &capabilities()[i];
    answers[i].answered = true;
    answers[i].offer.kind = Offer::Kind::offered;
  }
  return answers;
}

TEST_F(ClaimsFile, IsReadAsItSays) {
  std::vector<Claimed> all = read_claims(write(claims("erase", "no")));
  ASSERT_THAT(all, SizeIs(capability_count));
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(all[i].capability, &capabilities()[i]);
    EXPECT_EQ(all[i].claim, all[i].capability->name == "erase" ? Claim::no : Claim::yes);
  }
  all = read_claims(write(claims("sequential2", "{n/a: no such media}")));
  EXPECT_EQ(all.front().claim, Claim::not_applicable);
  EXPECT_EQ(all.front().reason, "no such media");
}

TEST_F(ClaimsFile, SaysWhatIsUnsetAndWhatIsUnknown) {
  EXPECT_THAT(refusals_of(claims("write", "")),
              ElementsAre("c.yaml:2:3: key 'write': is missing, expected yes, no, or {n/a: the reason}"));
  EXPECT_THAT(refusals_of(claims("events", "yes\n  evnts: no")),
              ElementsAre("c.yaml:12:3: key 'evnts': is not a key of the capabilities, expected 'events'"));
  EXPECT_THAT(refusals_of(claims("events", "true")),
              ElementsAre("c.yaml:11:11: key 'events': 'true' is no claim, expected yes, no, or {n/a: the reason}"));
  EXPECT_THAT(refusals_of(claims("events", "{na: why}")), SizeIs(2));
}

TEST_F(ClaimsFile, ADraftIsReadAsWhatWasAnswered) {
  std::vector<Asked> answers = all_offered();
  answers[1].offer = {Offer::Kind::absent, "E_NOINTERFACE (0x80004002) with NULL"};
  answers[2].offer = {Offer::Kind::otherwise, "E_FAIL (0x80004005)\nwrite: no"};
  const std::string text = draft_of("library:./a\n  b.so", answers);
  const std::vector<Claimed> all = read_claims(write(text));
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(all[i].claim, i == 1 || i == 2 ? Claim::no : Claim::yes) << all[i].capability->name;
  }
  EXPECT_THAT(text, HasSubstr("refused with E_FAIL (0x80004005)"));
  EXPECT_THAT(text, HasSubstr("documented: E_NOTIMPL; a run will fail on it"));
}

TEST_F(ClaimsFile, ADraftLeavesToAPersonWhatWasNotAnswered) {
  std::vector<Asked> answers = all_offered();
  answers[3].answered = false;
  answers[3].offer.text = "crashed: SIGSEGV";
  const std::string text = draft_of("builtin", answers);
  EXPECT_THAT(text, HasSubstr("# write: no answer: crashed: SIGSEGV"));
  EXPECT_THAT(refusals_of(text), ElementsAre(HasSubstr("key 'write': is missing")));
}

}  // namespace
}  // namespace discbench::capability
