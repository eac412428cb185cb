#include "bundle/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bundle/sample_bundle.h"
#include "profile/scratch.h"
#include "result/case_json.h"

namespace discbench::bundle {
namespace {

using result::Verdict;
using testing::EndsWith;
using testing::HasSubstr;

class Reader : public testing::Test {
 protected:
  std::filesystem::path file(const char* name) const { return folder / name; }
  void append_case(const std::string& line) { write_text(file(cases_file), text_of(file(cases_file)) + line); }

  Scratch scratch;
  std::filesystem::path folder = scratch.path() / "run";
};

TEST_F(Reader, GivesBackWhatWasWritten) {
  write_run(folder, sample_manifest(), [](const std::string& id) { return failed(id, "at " + id); });
  const Bundle bundle = read(folder);
  EXPECT_TRUE(bundle.finished);
  EXPECT_EQ(bundle.without_result, 0u);
  EXPECT_EQ(bundle.plan, sample_ids());
  ASSERT_EQ(bundle.run.cases.size(), 4u);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(bundle.run.cases[i], failed(sample_ids()[i], "at " + sample_ids()[i]));
  }
  EXPECT_EQ(bundle.run.subject, "library:./libacme.so");
  EXPECT_EQ(bundle.run.generation, "xp-vista");
  EXPECT_EQ(bundle.run.repeat_options, " --subject library:./libacme.so");
  EXPECT_EQ(bundle.run.ineligible, 3u);
  EXPECT_EQ(bundle.run.troubles, std::vector<std::string>{"it leaked"});
  EXPECT_EQ(bundle.run.seconds, 1.5);
  EXPECT_FALSE(bundle.run.interrupted);
}

TEST_F(Reader, WithoutItsEndARunWasInterruptedAndWhatIsMissingDidNotRun) {
  write_run(folder);
  std::filesystem::remove(file(end_file));
  const std::string lines = text_of(file(cases_file));
  write_text(file(cases_file), lines.substr(0, lines.find('\n') + 1));
  const Bundle bundle = read(folder);
  EXPECT_FALSE(bundle.finished);
  EXPECT_TRUE(bundle.run.interrupted);
  EXPECT_EQ(bundle.without_result, 3u);
  EXPECT_EQ(bundle.run.cases[0].verdict, Verdict::passed);
  EXPECT_EQ(bundle.run.cases[3].id(), sample_ids()[3]);
  EXPECT_EQ(bundle.run.cases[3].verdict, Verdict::not_run);
  EXPECT_THAT(bundle.run.cases[3].reason, HasSubstr("the run ended before"));
}

TEST_F(Reader, CutAtAnyByteItLosesTheCaseThatIsCutAndNoOther) {
  write_run(folder);
  std::filesystem::remove(file(end_file));
  const std::string whole = text_of(file(cases_file));
  for (std::size_t length = 0; length <= whole.size(); ++length) {
    write_text(file(cases_file), whole.substr(0, length));
    const auto lines =
        static_cast<std::size_t>(std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length), '\n'));
    EXPECT_EQ(read(folder).without_result, 4 - lines) << "at byte " << length;
  }
}

TEST_F(Reader, OfTwoResultsOfACaseTheLastCounts) {
  write_run(folder);
  append_case(result::to_json_line(failed(sample_ids()[1])) + "\n");
  EXPECT_EQ(read(folder).run.cases[1], failed(sample_ids()[1]));
}

TEST_F(Reader, CountsRepetitions) {
  Manifest manifest = sample_manifest();
  manifest.repeat = 3;
  int calls = 0;
  write_run(folder, manifest, [&](const std::string& id) { return ++calls == 6 ? failed(id) : passed(id); });
  const Bundle bundle = read(folder);
  EXPECT_EQ(bundle.without_result, 0u);
  EXPECT_EQ(bundle.run.cases[0].times[static_cast<std::size_t>(Verdict::passed)], 3u);
  EXPECT_EQ(bundle.run.cases[0].checks, 9u);
  EXPECT_EQ(bundle.run.cases[1].verdict, Verdict::failed);
  EXPECT_EQ(bundle.run.cases[1].times[static_cast<std::size_t>(Verdict::failed)], 1u);
  EXPECT_EQ(bundle.run.cases[1].times[static_cast<std::size_t>(Verdict::passed)], 2u);
}

TEST_F(Reader, ARepetitionWithoutAResultDidNotRun) {
  Manifest manifest = sample_manifest();
  manifest.repeat = 3;
  write_run(folder, manifest);
  std::filesystem::remove(file(end_file));
  std::string lines = text_of(file(cases_file));
  for (int i = 0; i < 5; ++i) lines.erase(lines.rfind('\n', lines.size() - 2) + 1);
  write_text(file(cases_file), lines);  // two of the first three cases, one of the last
  const Bundle bundle = read(folder);
  EXPECT_EQ(bundle.without_result, 5u);
  EXPECT_EQ(totals_of(bundle.run.cases).of(Verdict::not_run), 5u);
  EXPECT_EQ(totals_of(bundle.run.cases).cases, 12u);
  EXPECT_EQ(bundle.run.cases[3].verdict, Verdict::not_run) << "a case that ran once of three times is to run again";
}

TEST_F(Reader, TakesRepetitionsThatWereAddedUpBefore) {
  Manifest manifest = sample_manifest();
  manifest.repeat = 3;
  write_run(folder, manifest);
  const Bundle before = read(folder);
  std::string lines;
  for (const result::CaseResult& one : before.run.cases) lines += result::to_json_line(one) + "\n";
  write_text(file(cases_file), lines);
  EXPECT_EQ(read(folder).run.cases, before.run.cases);
}

TEST_F(Reader, RefusesMoreResultsThanRepetitions) {
  Manifest manifest = sample_manifest();
  manifest.repeat = 2;
  write_run(folder, manifest);
  append_case(result::to_json_line(passed(sample_ids()[2])) + "\n");
  EXPECT_EQ(refusal_of(folder), "cases.jsonl:9: b.three.null@cd-r/blank has more results than repetitions");
}

TEST_F(Reader, RefusesAFolderThatIsNone) {
  EXPECT_THAT(refusal_of(scratch.path() / "nowhere"), EndsWith("nowhere is no folder; expected one that --out made"));
  const auto plain = scratch.write("plain", "text");
  EXPECT_THAT(refusal_of(plain), EndsWith("plain is no folder; expected one that --out made"));
  EXPECT_EQ(refusal_of(scratch.path()), "manifest.json is not there; expected a folder that --out made");
}

TEST_F(Reader, NamesTheFileThatIsMissing) {
  for (const char* name : {manifest_file, plan_file, cases_file}) {
    write_run(folder);
    std::filesystem::remove(file(name));
    EXPECT_EQ(refusal_of(folder), std::string(name) + " is not there; expected a folder that --out made");
    std::filesystem::create_directory(file(name));
    EXPECT_EQ(refusal_of(folder), std::string(name) + " is no file");
    std::filesystem::remove_all(folder);
  }
}

TEST_F(Reader, RefusesAManifestThatIsCutAnywhere) {
  write_run(folder);
  const std::string whole = text_of(file(manifest_file));
  for (std::size_t length = 0; length + 2 < whole.size(); length += 7) {
    write_text(file(manifest_file), whole.substr(0, length));
    EXPECT_EQ(refusal_of(folder), "manifest.json is no JSON") << length;
  }
}

TEST_F(Reader, RefusesAPlanThatIsNotTheManifests) {
  write_run(folder);
  const std::string whole = text_of(file(plan_file));
  for (const std::string& other : {whole.substr(0, 20), whole + "c.three.null@cd-r/blank\n", std::string()}) {
    write_text(file(plan_file), other);
    EXPECT_EQ(refusal_of(folder), "plan.txt is not the plan that the manifest speaks of: it was changed, or cut");
  }
}

TEST_F(Reader, RefusesANumberOfCasesThatIsNotThePlans) {
  write_run(folder);
  std::string manifest = text_of(file(manifest_file));
  const std::string cases = "\"cases\": 4";
  ASSERT_NE(manifest.find(cases), std::string::npos);
  write_text(file(manifest_file), manifest.replace(manifest.find(cases), cases.size(), "\"cases\": 5"));
  EXPECT_EQ(refusal_of(folder), "plan.txt has 4 cases, and the manifest speaks of 5");
}

TEST_F(Reader, RefusesALineThatIsNoResultWithItsNumber) {
  const std::vector<std::pair<std::string, std::string>> lines{
      {"", "cases.jsonl:5: not the JSON of a case: no JSON at all"},
      {"nonsense", "cases.jsonl:5: not the JSON of a case: no JSON at all"},
      {"[]", "cases.jsonl:5: not the JSON of a case"},
      {"{\"clause\":\"a\"}", "cases.jsonl:5: not the JSON of a case"},
      {"{\"clause\":\"a\",\"scenario\":\"b\",\"verdict\":\"good\",\"checks\":1}", "no such verdict: good"},
      {"{\"clause\":\"a\xff\"}", "cases.jsonl:5: not the JSON of a case: no JSON at all"},
      {result::to_json_line(passed("c.four@cd-r/blank")),
       "cases.jsonl:5: c.four@cd-r/blank is no case of this bundle"}};
  for (const auto& [line, why] : lines) {
    write_run(folder);
    append_case(line + "\n");
    EXPECT_THAT(refusal_of(folder), HasSubstr(why)) << line;
    EXPECT_EQ(refusal_of(folder).find('\n'), std::string::npos) << line;
    std::filesystem::remove_all(folder);
  }
}

TEST_F(Reader, RefusesAResultOfAnotherShard) {
  Manifest manifest = sample_manifest();
  manifest.shard = {.index = 1, .total = 2};
  write_run(folder, manifest);
  for (const std::string& id : sample_ids()) {
    if (in_shard(manifest.shard, id)) continue;
    append_case(result::to_json_line(passed(id)) + "\n");
    EXPECT_THAT(refusal_of(folder), HasSubstr(id + " is no case of this bundle's plan"));
    return;
  }
  FAIL() << "the sample has no case outside of the first shard";
}

TEST_F(Reader, RefusesAnEndThatIsNone) {
  write_run(folder);
  for (const char* text :
       {"", "{", "[]", "{\"interrupted\": false}", "{\"interrupted\": 1, \"troubles\": [], \"seconds\": 1}",
        "{\"interrupted\": false, \"troubles\": [7], \"seconds\": 1}"}) {
    write_text(file(end_file), text);
    EXPECT_THAT(refusal_of(folder), HasSubstr("end.json is not the end of a run")) << text;
  }
}

TEST_F(Reader, TellsWhatSomebodyElseMayNotRead) {
  write_run(folder);
  ASSERT_EQ(chmod(file(cases_file).c_str(), 0), 0);
  ASSERT_EQ(chmod(scratch.path().c_str(), 0755), 0);
  const std::string expected = "cases.jsonl cannot be read: Permission denied";
  if (geteuid() != 0) {
    EXPECT_EQ(refusal_of(folder), expected);
    return;
  }
  // To root nothing is unreadable: look as nobody does.
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    if (setgid(65534) != 0 || setuid(65534) != 0) _exit(2);
    _exit(refusal_of(folder) == expected ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0) << "2 is: cannot become nobody; 1: another message";
}

}  // namespace
}  // namespace discbench::bundle
