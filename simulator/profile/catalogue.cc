#include "profile/catalogue.h"

#include <cstdlib>
#include <system_error>

#include "profile/nearest.h"

namespace discbench::profile {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view extension = ".yaml";
constexpr int deepest = 8;  // folders below "scenarios"; a deeper tree is no tree of profiles

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

/// The tree in `profiles` of the nearest folder from `start` upwards.
std::optional<fs::path> tree_above(fs::path start) {
  while (true) {
    if (is_folder(start / "profiles" / folder_of(Kind::scenario))) return start / "profiles";
    if (!start.has_relative_path()) return std::nullopt;
    start = start.parent_path();
  }
}

std::optional<fs::path> own_tree() {
  const char* named = std::getenv("DISCBENCH_PROFILES");
  if (named != nullptr && *named != '\0') return fs::path(named);
  for (const fs::path& folder : own_folders())
    if (std::optional<fs::path> tree = tree_above(folder)) return tree;
  return std::nullopt;
}

bool has_profiles(const fs::path& tree) {
  for (const Kind kind : kinds)
    if (is_folder(tree / folder_of(kind))) return true;
  return false;
}

/// The ids below a folder with their files. What cannot be listed is not there.
std::map<std::string, fs::path> files_below(const fs::path& folder) {
  std::map<std::string, fs::path> files;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (entry.depth() >= deepest) entry.disable_recursion_pending();
    const fs::path& path = entry->path();
    std::error_code ignored;
    if (path.extension() != extension || fs::is_directory(path, ignored)) continue;
    files.emplace(path.lexically_relative(folder).replace_extension().generic_string(), path);
  }
  return files;
}

}  // namespace

std::string_view name_of(Kind kind) {
  constexpr std::array<std::string_view, kinds.size()> names{"drive", "medium", "scenario"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view folder_of(Kind kind) {
  constexpr std::array<std::string_view, kinds.size()> folders{"drives", "media", "scenarios"};
  return folders[static_cast<std::size_t>(kind)];
}

bool is_path(std::string_view id_or_path) { return id_or_path.ends_with(extension); }

Catalogue Catalogue::find(const std::optional<fs::path>& user_tree) {
  std::vector<fs::path> trees;
  if (user_tree) trees.push_back(*user_tree);
  if (std::optional<fs::path> own = own_tree()) trees.push_back(std::move(*own));
  if (trees.empty())
    throw ProfileError(
        "no profiles found: there is no folder 'profiles/scenarios' beside this program or above it, expected one, or "
        "--profiles DIR, or DISCBENCH_PROFILES=DIR");
  return Catalogue(trees);
}

Catalogue::Catalogue(const std::vector<fs::path>& trees) : trees_(trees) {
  for (const fs::path& tree : trees_) {
    if (!has_profiles(tree)) {
      Problems problems(tree.string());
      problems.add({}, {}, "is no tree of profiles, expected a folder that holds drives, media or scenarios");
      throw ProfileError(problems.lines());
    }
    // merge() keeps what is there: the first tree wins.
    for (const Kind kind : kinds) files_[static_cast<std::size_t>(kind)].merge(files_below(tree / folder_of(kind)));
  }
}

std::vector<std::string> Catalogue::ids(Kind kind) const {
  std::vector<std::string> ids;
  for (const auto& [id, file] : files_[static_cast<std::size_t>(kind)]) ids.push_back(id);
  return ids;
}

Located Catalogue::locate(Kind kind, std::string_view id_or_path, const fs::path& folder) const {
  if (is_path(id_or_path)) {
    const fs::path file = folder / id_or_path;
    return {id_of(kind, file, id_or_path), file};
  }
  const auto& files = files_[static_cast<std::size_t>(kind)];
  const auto found = files.find(std::string(id_or_path));
  if (found != files.end()) return {found->first, found->second};
  throw ProfileError("there is no " + std::string(name_of(kind)) + " '" + quotable(id_or_path) + "', " +
                     expected_word(id_or_path, ids(kind)) + " or a path that ends in .yaml");
}

std::string Catalogue::id_of(Kind kind, const fs::path& file, std::string_view as_given) const {
  std::error_code error;
  for (const fs::path& tree : trees_) {
    const fs::path relative = fs::relative(file, tree / folder_of(kind), error);
    if (error || relative.empty() || *relative.begin() == "..") continue;
    return fs::path(relative).replace_extension().generic_string();
  }
  return std::string(as_given);
}

}  // namespace discbench::profile
