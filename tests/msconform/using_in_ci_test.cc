// docs/using-in-ci.md is carried out as it stands: what it shows comes from the page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "msconform/program.h"

namespace discbench {
namespace {

using testing::HasSubstr;

using testing::Not;

/// The blocks of that kind below a heading of the page, in order.
std::vector<std::string> blocks(const std::string& heading, const std::string& kind) {
  std::istringstream page(text_of(DISCBENCH_SOURCE_DIR "/docs/using-in-ci.md"));
  std::vector<std::string> found;
  std::string section;
  bool inside = false;
  for (std::string line; std::getline(page, line);) {
    if (inside && line != "```") {
      found.back() += line + "\n";
    } else if (line.rfind("```", 0) == 0) {
      inside = !inside && line == "```" + kind && section == heading;
      if (inside) found.emplace_back();
    } else if (line.rfind('#', 0) == 0) {
      section = line.substr(line.find_first_not_of("# "));
    }
  }
  return found;
}

/// The text of a YAML block scalar: what stands below `key`, indented, without the indentation.
std::vector<std::string> scripts_in(const std::string& yaml, const std::string& key) {
  std::vector<std::string> scripts;
  std::istringstream lines(yaml);
  std::size_t margin = std::string::npos;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t indentation = line.find_first_not_of(' ');
    if (margin == 0) margin = indentation;
    if (margin != std::string::npos && indentation >= margin) {
      scripts.back() += line.substr(margin) + "\n";
      continue;
    }
    margin = std::string::npos;
    if (line.substr(indentation) != key) continue;
    scripts.emplace_back();
    margin = 0;
  }
  return scripts;
}

class UsingInCi : public testing::Test {
 protected:
  /// The msconform of these commands runs a part of the contract: all of it would take its time and show no more.
  void SetUp() override {
    put(DISCBENCH_BINARY_DIR "/lib/libdiscbench-imapi.so");
    std::filesystem::create_directory(folder.file("bin"));
    std::ofstream(folder.file("bin/msconform"))
        << "#!/bin/sh\n"
           "if [ \"$1\" = run ]; then set -- \"$@\" 'multisession.in-use.*'; fi\n"
           "exec \"$msconform\" \"$@\"\n";
    std::filesystem::permissions(folder.file("bin/msconform"), std::filesystem::perms::owner_all);
  }

  /// Makes it the libacme.so that the page speaks of.
  void put(const std::string& library) {
    std::filesystem::remove(folder.file("libacme.so"));
    std::filesystem::create_symlink(library, folder.file("libacme.so"));
  }

  Ended on_path(const std::string& script) const {
    return shell("PATH='" + folder.file("bin") + "':$PATH\n" + script, folder.path());
  }

  /// The run that is not split ended in the same way, but for the time that it took.
  void expect_as_unsplit(const Ended& merged) const {
    const Ended whole = on_path("msconform run --subject library:./libacme.so");
    const std::regex seconds("seconds=[^ ]*");
    EXPECT_EQ(std::regex_replace(merged.out, seconds, ""), std::regex_replace(whole.out, seconds, ""));
    EXPECT_EQ(merged.exit_code, whole.exit_code);
    EXPECT_EQ(value_in(last_line(whole.out), "verdict"), "conformant");
    EXPECT_THAT(text_of(folder.file("acme.xml")), HasSubstr("<testsuites"));
  }

  TemporaryFolder folder;
};

TEST_F(UsingInCi, OneCommandAndACompareWithTheDayBefore) {
  const std::vector<std::string> shown = blocks("In continuous integration", "sh");
  ASSERT_EQ(shown.size(), 2u);
  EXPECT_EQ(on_path(shown[0]).exit_code, 0);
  EXPECT_THAT(text_of(folder.file("acme-run/junit.xml")), HasSubstr("<testsuites"));
  const Ended compared = on_path(shown[1]);
  EXPECT_EQ(compared.exit_code, 0);
  EXPECT_THAT(compared.out, HasSubstr("Nothing differs: "));
}

TEST_F(UsingInCi, Parallel) {
  const std::vector<std::string> shown = blocks("GNU parallel", "sh");
  ASSERT_EQ(shown.size(), 1u);
  ASSERT_EQ(on_path("command -v parallel").exit_code, 0) << "the package is in cmake/packages.txt";
  // What the parts print stands before what the merge prints.
  const std::size_t merge = shown[0].find("msconform merge");
  ASSERT_NE(merge, std::string::npos);
  const Ended parts = on_path(shown[0].substr(0, merge));
  EXPECT_EQ(parts.exit_code, 0) << parts.err;
  EXPECT_TRUE(std::filesystem::exists(folder.file("parts/8/end.json"))) << parts.err;
  expect_as_unsplit(on_path(shown[0].substr(merge)));
}

TEST_F(UsingInCi, CtestGivesTheVerdict) {
  const std::vector<std::string> lists = blocks("CTest", "cmake");
  const std::vector<std::string> commands = blocks("CTest", "sh");
  ASSERT_EQ(lists.size(), 1u);
  ASSERT_EQ(commands.size(), 1u);
  std::ofstream(folder.file("CMakeLists.txt")) << lists[0];
  const Ended good = on_path(commands[0]);
  EXPECT_EQ(good.exit_code, 0) << good.out << good.err;
  EXPECT_THAT(good.out, HasSubstr("100% tests passed, 0 tests failed out of 5"));
  put(DISCBENCH_SUBJECTS "/libsubject_refuses.so");
  const Ended bad = on_path(commands[0]);
  EXPECT_NE(bad.exit_code, 0);
  EXPECT_THAT(bad.out, HasSubstr("1 tests failed out of 5")) << "the parts again, in folders that are in use";
  EXPECT_THAT(bad.out, HasSubstr("verdict=not-conformant"));
}

TEST_F(UsingInCi, SlurmsTasks) {
  const std::vector<std::string> shown = blocks("Slurm", "sh");
  ASSERT_EQ(shown.size(), 2u);
  std::ofstream(folder.file("contract.sbatch")) << shown[0];
  std::ofstream(folder.file("verdict.sbatch")) << shown[1];
  const std::regex array("#SBATCH --array=0-(\\d+)\n");
  std::smatch last;
  ASSERT_TRUE(std::regex_search(shown[0], last, array));
  const Ended tasks =
      on_path("for id in $(seq 0 " + last[1].str() +
              "); do env SLURM_ARRAY_TASK_ID=$id SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_STEP=1 "
              "SLURM_ARRAY_TASK_MAX=" +
              last[1].str() + " SLURM_ARRAY_TASK_COUNT=$((" + last[1].str() + " + 1)) sh contract.sbatch; done");
  EXPECT_EQ(tasks.exit_code, 0) << tasks.err;
  expect_as_unsplit(on_path("sh verdict.sbatch"));
}

TEST_F(UsingInCi, KubernetesPods) {
  const std::vector<std::string> shown = blocks("Kubernetes", "yaml");
  ASSERT_EQ(shown.size(), 1u);
  const std::vector<std::string> scripts = scripts_in(shown[0], "- |");
  ASSERT_EQ(scripts.size(), 1u);
  std::ofstream(folder.file("pod.sh")) << scripts[0];
  std::smatch completions;
  ASSERT_TRUE(std::regex_search(shown[0], completions, std::regex("\n  completions: (\\d+)\n")));
  EXPECT_THAT(scripts[0], HasSubstr("--shard auto/" + completions[1].str() + " "));
  // In the order in which an evicted one comes back last, to a part that it had begun.
  const Ended pods = on_path("mkdir parts; for index in $(seq 0 $((" + completions[1].str() +
                             " - 1))) 2; do env JOB_COMPLETION_INDEX=$index sh pod.sh || exit 1; done");
  EXPECT_EQ(pods.exit_code, 0) << pods.err;
  EXPECT_THAT(pods.err, Not(HasSubstr("is not empty")));
  expect_as_unsplit(
      on_path("msconform merge $(seq -f parts/%g 0 $((" + completions[1].str() + " - 1))) --report junit=acme.xml"));
}

TEST_F(UsingInCi, GitHubsMatrix) {
  const std::vector<std::string> shown = blocks("GitHub Actions", "yaml");
  ASSERT_EQ(shown.size(), 1u);
  const std::vector<std::string> scripts = scripts_in(shown[0], "run: |");
  ASSERT_EQ(scripts.size(), 2u);
  EXPECT_THAT(shown[0], HasSubstr("part: [1, 2, 3, 4]\n"));
  const std::regex part(R"(\$\{\{ matrix\.part \}\})");
  // What the runner puts in before a shell sees it.
  for (const char* number : {"1", "2", "3", "4"}) {
    const Ended ended = on_path("set -e\n" + std::regex_replace(scripts[0], part, number));
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
  }
  expect_as_unsplit(on_path("set -e\n" + scripts[1]));
}

/// Every key of a JSON object, and of the objects in it.
void collect_keys(const nlohmann::json& json, std::set<std::string>& keys) {
  for (const auto& [key, value] : json.items()) {
    if (json.is_object()) keys.insert(key);
    if (value.is_structured()) collect_keys(value, keys);
  }
}

TEST_F(UsingInCi, TheBundlesPageExplainsEveryFileAndEveryKey) {
  const std::string page = text_of(DISCBENCH_SOURCE_DIR "/docs/bundle.md");
  ASSERT_EQ(
      on_path(
          "\"$msconform\" run 'sequential.*' --scenario 'cd-r/*' --subject mutant:next-plus-one --repeat 2 --out run; "
          "msconform merge run --out merged")
          .exit_code,
      1);
  std::set<std::string> keys;
  for (const std::string bundle : {"run", "merged"}) {
    for (const auto& entry : std::filesystem::directory_iterator(folder.file(bundle))) {
      const std::string name = entry.path().filename().string();
      EXPECT_THAT(page, HasSubstr("| `" + name + "` |"));
      if (name == "plan.txt") continue;
      std::istringstream text(text_of(entry.path().string()));
      if (name != "cases.jsonl") collect_keys(nlohmann::json::parse(text), keys);
      if (name != "cases.jsonl") continue;
      for (std::string line; std::getline(text, line);) {
        nlohmann::json one = nlohmann::json::parse(line);
        one["times"] = one.value("times", nlohmann::json::object()).size();  // its keys are verdicts
        collect_keys(one, keys);
      }
    }
  }
  EXPECT_GE(keys.size(), 40u);
  for (const std::string& key : keys) EXPECT_THAT(page, HasSubstr("`" + key + "`"));
}

}  // namespace
}  // namespace discbench
