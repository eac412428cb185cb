// Each rule is shown to fire on a made-up text, and to be silent where it should be.

#include "tidy/rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace discbench::tidy {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;

auto finding_at(std::size_t line, const std::string& message) {
  return AllOf(Field(&Finding::line, line), Field(&Finding::message, HasSubstr(message)));
}

std::string repeated(const std::string& text, int count) {
  std::string all;
  for (int index = 0; index < count; ++index) {
    all += text;
  }
  return all;
}

struct Misplaced {
  std::string name;
  std::string path;
  std::string text;
  std::string elsewhere;  // a path where the same text is right; empty where there is none
};

class ForbiddenWords : public testing::TestWithParam<Misplaced> {};

TEST_P(ForbiddenWords, FireInTheSecondLine) {
  EXPECT_THAT(forbidden_words(GetParam().path, "\n" + GetParam().text + "\n"), ElementsAre(finding_at(2, "'")));
}

TEST_P(ForbiddenWords, AreSilentWhereThereIsAReason) {
  if (!GetParam().elsewhere.empty()) {
    EXPECT_THAT(forbidden_words(GetParam().elsewhere, GetParam().text), IsEmpty());
  }
  EXPECT_THAT(forbidden_words(GetParam().path, "int unobjectionable = 1;  // exit() in a comment"), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Rules, ForbiddenWords,
    testing::Values(
        Misplaced{"packed_structures", "simulator/mmc/a.h", "#pragma pack(1)", "docs/a.md"},
        Misplaced{"stream_output", "harness/runner/a.cc", "std::cout << 1;", "harness/cli/a.cc"},
        Misplaced{"printf", "simulator/drive/a.cc", "printf(\"a\");", "simulator/cli/a.cc"},
        Misplaced{"exit", "simulator/profile/a.cc", "std::exit(3);", "simulator/cli/a.cc"},
        Misplaced{"underscore_exit", "simulator/bench/a.cc", "_exit(3);", "harness/runner/a.cc"},
        Misplaced{"format", "simulator/mmc/a.cc", "#include <format>", "docs/a.md"},
        Misplaced{"long_in_a_header", "simulator/com/a.h", "unsigned long count;", "simulator/com/a.cc"},
        Misplaced{"wchar_t", "simulator/com/a.cc", "wchar_t letter;", "tests/com/a.cc"},
        Misplaced{"wall_clock", "harness/report/a.cc", "std::chrono::system_clock::now();",
                  "harness/cli/waiver_files.cc"},
        Misplaced{"random", "tests/disc/a.cc", "std::random_device device;", ""},
        Misplaced{"steady_clock", "simulator/drive/a.cc", "std::chrono::steady_clock::now();", "harness/runner/a.cc"},
        Misplaced{"yaml", "harness/report/a.cc", "#include <yaml-cpp/yaml.h>", "simulator/profile/a.cc"},
        Misplaced{"boost", "harness/runner/a.cc", "#include <boost/program_options.hpp>", "harness/cli/a.cc"},
        Misplaced{"skipped_tests", "tests/disc/a.cc", "GTEST_SKIP();", ""},
        Misplaced{"unfinished_work", "profiles/media/a.yaml",
                  "# TO"
                  "DO: speeds",
                  ""},
        Misplaced{"machine_paths", "docs/a.md",
                  "see /wo"
                  "rk/main",
                  ""},
        Misplaced{"names_of_notes", "simulator/disc/a.cc",
                  "// mmc"
                  ".md 10",
                  ""}),
    [](const testing::TestParamInfo<Misplaced>& word) { return word.param.name; });

TEST(ForbiddenWords, AStringIsNotCode) {
  EXPECT_THAT(forbidden_words("simulator/mmc/a.h", "auto text = \"as long as it takes\";"), IsEmpty());
}

TEST(Sizes, ALineMayHave120ColumnsAndNoMore) {
  EXPECT_THAT(sizes("a.cc", std::string(120, 'x') + "\n"), IsEmpty());
  EXPECT_THAT(sizes("a.cc", "\n" + std::string(121, 'x') + "\n"), ElementsAre(finding_at(2, "121 columns")));
}

TEST(Sizes, ALetterOfTwoBytesIsOneColumn) { EXPECT_THAT(sizes("a.cc", repeated("é", 120)), IsEmpty()); }

TEST(Sizes, AFileMayHave400LinesAndNoMore) {
  EXPECT_THAT(sizes("a.cc", repeated("\n", 400)), IsEmpty());
  EXPECT_THAT(sizes("a.cc", repeated("\n", 401)), ElementsAre(finding_at(0, "401 lines")));
}

TEST(Sizes, AReasonExcusesALongFile) {
  EXPECT_THAT(sizes("a.cc", "// long because: one table\n" + repeated("\n", 401)), IsEmpty());
  EXPECT_THAT(sizes("a.cc", "// long because: \n" + repeated("\n", 401)), ElementsAre(finding_at(0, "402 lines")));
}

TEST(Sizes, AFunctionMayHave60LinesAndNoMore) {
  EXPECT_THAT(sizes("a.cc", "void f() {\n" + repeated("a();\n", 58) + "}\n"), IsEmpty());
  EXPECT_THAT(sizes("a.cc", "void f() {\n" + repeated("a();\n", 59) + "}\n"), ElementsAre(finding_at(1, "61 lines")));
}

TEST(Sizes, AReasonExcusesOneLongFunctionOnly) {
  const std::string function = "void f() {\n" + repeated("a();\n", 59) + "}\n";
  EXPECT_THAT(sizes("a.cc", "// long because: one table\n" + function), IsEmpty());
  EXPECT_THAT(sizes("a.cc", "// long because: one table\n" + function + function),
              ElementsAre(finding_at(63, "61 lines")));
}

const Layers& made_up_layers() {
  static const Layers layers(
      "simulator/low: low -> \n"
      "simulator/middle: middle -> low\n"
      "simulator/high: high -> middle\n"
      "simulator/imapi/interfaces: interfaces -> \n");
  return layers;
}

std::vector<Finding> includes_of(const std::string& path, const std::string& text) {
  Tree tree{{"simulator/low/a.h", ""},
            {"simulator/middle/a.h", ""},
            {"simulator/high/a.h", ""},
            {"simulator/high/deep/b.h", ""},
            {"simulator/imapi/interfaces/include/discbench/imapi2.h", ""}};
  tree[path] = text;
  return includes(path, tree, made_up_layers());
}

TEST(Includes, GoWhereTheLinksLeadDirectlyOrOnTheWay) {
  EXPECT_THAT(
      includes_of("simulator/high/deep/b.h", "#include <array>\n#include \"middle/a.h\"\n#include \"low/a.h\"\n"),
      IsEmpty());
}

TEST(Includes, DoNotGoAgainstTheLinks) {
  EXPECT_THAT(includes_of("simulator/low/a.cc", "\n#include \"high/a.h\"\n"),
              ElementsAre(finding_at(2, "simulator/low has no link that leads to simulator/high")));
}

TEST(Includes, DoNotGoUpwardsByARelativePath) {
  EXPECT_THAT(includes_of("simulator/low/a.cc", "#include \"../high/a.h\"\n"), ElementsAre(finding_at(1, "no link")));
}

TEST(Includes, ThePublicHeadersHaveALayerOfTheirOwn) {
  for (const std::string line : {"#include \"discbench/imapi2.h\"\n", "#include <discbench/imapi2.h>\n"}) {
    EXPECT_THAT(includes_of("simulator/low/a.cc", line), ElementsAre(finding_at(1, "simulator/imapi/interfaces")));
  }
}

TEST(Includes, NameFilesThatExist) {
  EXPECT_THAT(includes_of("simulator/low/a.cc", "#include \"low/b.h\"\n"), ElementsAre(finding_at(1, "no file")));
}

TEST(Includes, WithinACommentAreNone) {
  EXPECT_THAT(includes_of("simulator/low/a.cc", "// #include \"high/a.h\"\n"), IsEmpty());
}

std::vector<Finding> membership_of(const std::string& path, const std::string& list_path, const std::string& list) {
  return membership(path, Tree{{path, ""}, {list_path, list}}, made_up_layers());
}

TEST(Membership, ASourceIsNamedInTheNearestList) {
  const std::string list = "simulator/low/CMakeLists.txt";
  EXPECT_THAT(membership_of("simulator/low/deep/a.cc", list, "SOURCES deep/a.cc"), IsEmpty());
  EXPECT_THAT(membership_of("simulator/low/deep/a.cc", list, "SOURCES deep/aa.cc"),
              ElementsAre(finding_at(0, "no target compiles it")));
}

TEST(Membership, AListMayNameSourcesByALoop) {
  const std::string list = "foreach(name one two)\n  add_library(${name} MODULE ${name}.cc)\nendforeach()\n";
  EXPECT_THAT(membership_of("tests/low/two.cc", "tests/low/CMakeLists.txt", list), IsEmpty());
  EXPECT_THAT(membership_of("tests/low/three.cc", "tests/low/CMakeLists.txt", list),
              ElementsAre(finding_at(0, "no target compiles it")));
}

TEST(Membership, AFolderOutsideTheLayersIsFound) {
  EXPECT_THAT(membership_of("simulator/other/a.h", "simulator/CMakeLists.txt", ""),
              ElementsAre(finding_at(0, "no library")));
}

TEST(Membership, AFolderOfTestsWithoutAListIsFound) {
  EXPECT_THAT(membership_of("tests/other/a_test.cc", "README.md", ""), ElementsAre(finding_at(0, "no CMakeLists.txt")));
}

TEST(FindingsInATree, EveryRuleIsApplied) {
  const Tree tree{{"simulator/low/CMakeLists.txt", ""},
                  {"simulator/low/a.cc", "#include \"high/a.h\"\nwchar_t letter;\n" + std::string(121, 'x') + "\n"},
                  {"simulator/high/a.h", ""}};
  EXPECT_THAT(findings_in(tree, made_up_layers()), ElementsAre(finding_at(2, "wchar_t"), finding_at(3, "columns"),
                                                               finding_at(0, "no target"), finding_at(1, "no link")));
}

TEST(TheLayersList, ALineOfAnotherFormIsRefused) {
  EXPECT_THROW(Layers("simulator/low discbench_low\n"), std::invalid_argument);
}

TEST(RowsOfAPage, HoldFolderAndLinks) {
  using Rows = std::map<std::string, std::set<std::string>>;
  EXPECT_EQ(rows_of_page("# Page\n| folder | holds | links to |\n| `simulator/a` | `words` | `b` `c/d` |\n"
                         "| `harness/e` | text | |\n| `other` | | `b` |\n"),
            (Rows{{"simulator/a", {"b", "c/d"}}, {"harness/e", {}}}));
}

TEST(AFinding, IsOneLineWithItsPlace) { EXPECT_EQ(to_string({"a/b.cc", 3, "wrong"}), "a/b.cc:3: wrong"); }

}  // namespace
}  // namespace discbench::tidy
