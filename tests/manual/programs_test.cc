// The pages of the two programs: every line of every verb's --help is in them.
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace discbench {
namespace {

std::string output_of(const std::string& command) {
  std::FILE* pipe = ::popen((DISCBENCH_BINARY_DIR "/bin/" + command).c_str(), "r");
  std::string text;
  for (int byte = std::fgetc(pipe); byte != EOF; byte = std::fgetc(pipe)) text.push_back(static_cast<char>(byte));
  EXPECT_EQ(::pclose(pipe), 0) << command;
  return text;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

/// What a reader of the page sees: the escapes undone.
std::string as_read(const std::string& page) {
  return replaced(replaced(replaced(replaced(page, "\\(aq", "'"), "\\-", "-"), "\\&", ""), "\\e", "\\");
}

class ProgramPage : public testing::TestWithParam<const char*> {};

TEST_P(ProgramPage, HoldsTheHelpOfEveryVerb) {
  const std::string program = GetParam();
  const std::string page = as_read(output_of(program + " --man"));
  int verbs = 0;
  std::istringstream overview(output_of(program + " --help"));
  for (std::string line; std::getline(overview, line);) {
    // "  list      names ...": two blanks, then a verb that the program knows.
    std::istringstream words(line);
    std::string verb;
    if (!line.starts_with("  ") || !(words >> verb)) continue;
    if (page.find("usage: " + program + " " + verb) == std::string::npos) continue;
    ++verbs;
    std::istringstream help(output_of(program + " " + verb + " --help"));
    for (std::string help_line; std::getline(help, help_line);)
      EXPECT_NE(page.find("\n" + help_line + "\n"), std::string::npos) << verb << ": " << help_line;
  }
  EXPECT_GE(verbs, 3);
}

TEST_P(ProgramPage, LiesInTheBuildFolder) {
  const std::string program = GetParam();
  std::ifstream file(DISCBENCH_BINARY_DIR "/share/man/man1/" + program + ".1");
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), output_of(program + " --man"));
}

INSTANTIATE_TEST_SUITE_P(Both, ProgramPage, testing::Values("discsim", "msconform"));

}  // namespace
}  // namespace discbench
