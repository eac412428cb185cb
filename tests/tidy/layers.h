#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace discbench::tidy {

/// The folders of sources and what each may include, as the build's layers.txt states it: a folder may include itself
/// and whatever its libraries link to, directly or on the way.
class Layers {
 public:
  /// Each line: "folder: library -> library library ...". Throws std::invalid_argument for any other line.
  explicit Layers(std::string_view text);

  /// The folder of the list that the file lies in, however deep; empty where there is none.
  std::string folder_of(std::string_view path) const;

  /// The folders that this folder's files may include from, itself among them.
  std::set<std::string> reachable_from(const std::string& folder) const;

  /// The folders that this folder's libraries name in their own lists of links.
  std::set<std::string> linked_from(const std::string& folder) const;

  std::vector<std::string> folders() const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> links_of_folder_;
  std::map<std::string, std::string, std::less<>> folder_of_library_;
};

/// Folder and links of each row `| `folder` | what it holds | `link` `link` |` of a page. A link is a folder, too,
/// without "simulator/" or "harness/" before it.
std::map<std::string, std::set<std::string>> rows_of_page(std::string_view page);

/// "simulator/a/b" -> "a/b", as an include names it.
std::string short_name(std::string_view folder);

}  // namespace discbench::tidy
