// What README.md shows is what the programs print. UPDATE_GOLDEN=1 in the environment writes the outputs into the page.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>

namespace discbench {
namespace {

constexpr char page_file[] = DISCBENCH_SOURCE_DIR "/README.md";

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

/// The page speaks of build/; this build may be another.
std::string this_build() {
  return std::filesystem::relative(DISCBENCH_BINARY_DIR, DISCBENCH_SOURCE_DIR).string() + "/";
}

/// What a terminal at the top of the tree shows. The time that a run takes is no promise.
std::string output_of(const std::string& command) {
  const std::string line = "cd '" DISCBENCH_SOURCE_DIR "' && " + replaced(command, "build/", this_build()) + " 2>&1";
  std::FILE* pipe = ::popen(line.c_str(), "r");
  if (pipe == nullptr) return "(did not start)\n";
  std::string text;
  for (int byte = std::fgetc(pipe); byte != EOF; byte = std::fgetc(pipe)) text.push_back(static_cast<char>(byte));
  const int status = ::pclose(pipe);
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) text += "(ended with status " + std::to_string(status) + ")\n";
  text = replaced(text, this_build(), "build/");
  return std::regex_replace(text, std::regex(R"(seconds=\d+\.\d+)"), "seconds=0.01");
}

struct Rewritten {
  std::string page;
  int commands = 0;
};

/// The page with the output of every command in a block of kind `console` as it is today.
Rewritten rewritten(const std::string& page) {
  Rewritten result;
  std::istringstream in(page);
  bool in_block = false;
  for (std::string line; std::getline(in, line);) {
    if (in_block && line != "```" && !line.starts_with("$ ")) continue;
    if (line.starts_with("```")) in_block = line == "```console";
    result.page += line + "\n";
    if (!in_block || !line.starts_with("$ ")) continue;
    result.page += output_of(line.substr(2));
    ++result.commands;
  }
  return result;
}

TEST(ReadmePage, ShowsWhatTheProgramsPrint) {
  const std::string page = text_of(page_file);
  const Rewritten today = rewritten(page);
  EXPECT_GE(today.commands, 4) << "a disc, a command, a verdict and a failure are shown";
  if (const char* update = std::getenv("UPDATE_GOLDEN"); update != nullptr && std::string_view(update) == "1")
    std::ofstream(page_file, std::ios::binary) << today.page;
  EXPECT_EQ(text_of(page_file), today.page) << "run readme_test with UPDATE_GOLDEN=1 and look at the difference";
}

TEST(ReadmePage, LinksToFilesThatAreThere) {
  const std::string page = text_of(page_file);
  const std::regex link(R"(\]\(([^)]+)\))");
  int links = 0;
  for (std::sregex_iterator found(page.begin(), page.end(), link), end; found != end; ++found, ++links)
    EXPECT_TRUE(std::filesystem::exists(DISCBENCH_SOURCE_DIR "/" + (*found)[1].str())) << (*found)[1];
  EXPECT_GT(links, 0);
}

}  // namespace
}  // namespace discbench
