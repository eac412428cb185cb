#include "waiver/waiver_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "profile/problem.h"
#include "profile/scratch.h"

namespace discbench::waiver {
namespace {

namespace fs = std::filesystem;
using result::Verdict;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

class WaiverFile : public testing::Test {
 protected:
  fs::path write(const std::string& text) { return folder_.write("w.yaml", text); }
  /// What is said against the file, its path shortened to "w.yaml".
  std::vector<std::string> refusals_of(const fs::path& file) {
    try {
      read_waivers(file);
    } catch (const profile::ProfileError& error) {
      std::vector<std::string> lines = error.lines();
      for (std::string& line : lines) {
        if (line.starts_with(folder_.path().string())) line = line.substr(folder_.path().string().size() + 1);
      }
      return lines;
    }
    return {};
  }

  Scratch folder_;
};

constexpr char good[] = R"(waivers:
  - id: ACME-12
    clause: [multisession.in-use.round-trip, "sequential.*"]
    scenario: "cd-r/*"
    verdict: blocked
    expected: success*
    observed: E_FAIL*
    kind: contingency
    owner: storage@acme.example
    link: https://tracker.acme.example/12
    expires: 2027-03-31
)";

std::string with(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

TEST_F(WaiverFile, IsReadAsItSays) {
  const fs::path file = write(good);
  const std::vector<Entry> entries = read_waivers(file);
  ASSERT_EQ(entries.size(), 1u);
  const Entry& entry = entries.front();
  EXPECT_EQ(entry.waiver, (result::Waiver{"ACME-12", "contingency", "storage@acme.example",
                                          "https://tracker.acme.example/12", "2027-03-31"}));
  EXPECT_THAT(entry.clauses, ElementsAre("multisession.in-use.round-trip", "sequential.*"));
  EXPECT_THAT(entry.scenarios, ElementsAre("cd-r/*"));
  EXPECT_EQ(entry.verdict, Verdict::blocked);
  EXPECT_EQ(entry.expected, "success*");
  EXPECT_EQ(entry.observed, "E_FAIL*");
  EXPECT_EQ(entry.expires, *date_of("2027-03-31"));
  EXPECT_EQ(entry.place, file.string() + ":2");
}

TEST_F(WaiverFile, WithoutAVerdictIsOfFailures) {
  const auto entries = read_waivers(write(with(good, "    verdict: blocked\n", "")));
  EXPECT_EQ(entries.at(0).verdict, Verdict::failed);
}

TEST_F(WaiverFile, SaysWhereAMistakeIsAndWhatWasExpected) {
  EXPECT_THAT(refusals_of(write(with(good, "expires: 2027-03-31", "expires: 2027-02-30"))),
              ElementsAre("w.yaml:11:14: key 'expires': '2027-02-30' does not fit, expected a day that there is, "
                          "YYYY-MM-DD, from 2000 to 2099"));
  EXPECT_THAT(refusals_of(write(with(good, "owner:", "ownr:"))),
              ElementsAre(HasSubstr("key 'owner': is missing, expected who answers for it"),
                          "w.yaml:9:5: key 'ownr': is not a key of a waiver, expected 'owner'"));
  EXPECT_THAT(refusals_of(write(with(good, "    kind: contingency\n", ""))),
              ElementsAre("w.yaml:2:5: key 'kind': is missing, expected one of erratum, contingency, quirk"));
  EXPECT_THAT(refusals_of(write(with(good, "    owner:", "    owner: me\n    owner:"))),
              ElementsAre("w.yaml:10:5: key 'owner': is here a second time, expected once"));
  EXPECT_THAT(refusals_of(write(with(good, "E_FAIL*", "'*'"))),
              ElementsAre("w.yaml:7:15: key 'observed': '*' does not fit, expected some of the text that the report "
                          "shows; '*' alone would cover any failure"));
}

TEST_F(WaiverFile, TellsEveryMistakeAtOnceInTheOrderOfTheFile) {
  std::string text = with(good, "kind: contingency", "kind: todo");
  text = with(text, "link: https:", "link: ");
  EXPECT_THAT(refusals_of(write(text)),
              ElementsAre(StartsWith("w.yaml:8:11: key 'kind'"), StartsWith("w.yaml:10:11: key 'link'")));
}

TEST_F(WaiverFile, WithANameTwiceIsRefused) {
  const std::string second = std::string(good).substr(std::string("waivers:\n").size());
  EXPECT_THAT(refusals_of(write(good + second)),
              ElementsAre("w.yaml:12:5: key 'id': 'ACME-12' is here a second time, expected another name"));
}

TEST_F(WaiverFile, ThatCannotBeReadIsOneLine) {
  EXPECT_THAT(refusals_of(folder_.path() / "gone.yaml"),
              ElementsAre(HasSubstr("gone.yaml:1:1: cannot be read: No such")));
  EXPECT_THAT(refusals_of(folder_.path()), ElementsAre(HasSubstr("is a folder, expected a file")));
  EXPECT_THAT(refusals_of("/dev/null"), ElementsAre(HasSubstr("is a device")));
  EXPECT_THAT(refusals_of(write("")), ElementsAre("w.yaml:1:1: is empty, expected keys and values in YAML"));
  EXPECT_THAT(refusals_of(write(std::string(2 << 20, '#'))), ElementsAre(HasSubstr("expected a file of at most")));
  EXPECT_THAT(refusals_of(write("waivers: [\n")), ElementsAre(HasSubstr("is not YAML")));
  EXPECT_THAT(refusals_of(write("waivers: \xff\n")), ElementsAre(HasSubstr("is not text")));
  EXPECT_THAT(refusals_of(write("waivers: \"open\n")), ElementsAre(HasSubstr("quote")));
}

}  // namespace
}  // namespace discbench::waiver
