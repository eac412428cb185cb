#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tidy/layers.h"

namespace discbench::tidy {

/// Every text file of the project: its path below the top, with forward slashes, and its text.
using Tree = std::map<std::string, std::string, std::less<>>;

struct Finding {
  std::string path;
  std::size_t line = 0;  // from 1; 0 for the file as a whole
  std::string message;   // what is wrong and the remedy

  bool operator==(const Finding&) const = default;
};

/// "path:line: message".
std::string to_string(const Finding& finding);

/// Reads all text files below the folder, except build folders and what git keeps.
Tree read_tree(const std::string& top);

/// All rules over all files, in the order of the paths.
std::vector<Finding> findings_in(const Tree& tree, const Layers& layers);

// The rules, one by one.

/// Words that may not stand in a file, outside the places that have a reason to.
std::vector<Finding> forbidden_words(std::string_view path, std::string_view text);
/// Lines over 120 columns, functions over 60 lines, files over 400. A line "// long because: <reason>" in the file's
/// first ten lines excuses the file; one in a function, or right above it, excuses the function.
std::vector<Finding> sizes(std::string_view path, std::string_view text);
/// Includes across folders go only where the link list goes; every included file of ours exists.
std::vector<Finding> includes(std::string_view path, const Tree& tree, const Layers& layers);
/// Every source belongs to a library of layers.txt, and some CMakeLists.txt names it.
std::vector<Finding> membership(std::string_view path, const Tree& tree, const Layers& layers);

}  // namespace discbench::tidy
