// Files of a test, read with our own profiles around them.
#pragma once

#include <string>
#include <utility>

#include "profile/load.h"
#include "profile/scratch.h"

namespace discbench::profile {

inline Catalogue our_catalogue() { return Catalogue({DISCBENCH_SOURCE_DIR "/profiles"}); }

/// `text` with one part replaced by another, which must be in it.
inline std::string with(std::string text, const std::string& part, const std::string& replacement) {
  const std::size_t at = text.find(part);
  EXPECT_NE(at, std::string::npos) << "the text has no '" << part << "'";
  return at == std::string::npos ? text : text.replace(at, part.size(), replacement);
}

/// What is wrong with a file of this text, without the file's name; empty where it is good.
inline std::vector<std::string> problems_of(const std::string& text, const std::string& name = "the.yaml") {
  const Scratch scratch;
  const std::filesystem::path file = scratch.write(name, text);
  std::vector<std::string> lines = check_file(our_catalogue(), file).problems;
  for (std::string& line : lines) {
    EXPECT_EQ(line.rfind(file.string() + ":", 0), 0U) << line;
    EXPECT_EQ(line.find('\n'), std::string::npos) << line;
    line.erase(0, file.string().size() + 1);
  }
  return lines;
}

/// A replacement in a good file, and the one line that it must give.
struct BadFile {
  std::string name;
  std::string part;
  std::string replacement;
  std::string line;

  friend std::ostream& operator<<(std::ostream& out, const BadFile& bad) { return out << bad.name; }
};

inline std::string name_of_bad_file(const testing::TestParamInfo<BadFile>& bad) { return bad.param.name; }

}  // namespace discbench::profile
