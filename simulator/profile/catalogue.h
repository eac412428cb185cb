// Which profiles there are and where. Knows file names only; load.h reads the files.
//
//   const Catalogue catalogue = Catalogue::find();
//   for (const std::string& id : catalogue.ids(Kind::scenario)) load_scenario(catalogue, id);
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "profile/problem.h"

namespace discbench::profile {

enum class Kind : std::uint8_t { drive, medium, scenario };
inline constexpr std::array kinds{Kind::drive, Kind::medium, Kind::scenario};

std::string_view name_of(Kind kind);    // "drive", "medium", "scenario"
std::string_view folder_of(Kind kind);  // "drives", "media", "scenarios"

/// A profile that was asked for.
struct Located {
  std::string id;  ///< the path below its folder without ".yaml"; of a file outside of every tree: the path as given
  std::filesystem::path file;
};

class Catalogue {
 public:
  /// Our own tree, with the user's before it where there is one: a user's file adds to ours, or shadows the one of the
  /// same id. Our own tree is the folder that the environment names in DISCBENCH_PROFILES; else the folder `profiles`
  /// beside this program or library, or beside a folder above it, that has a folder `scenarios`.
  /// Throws ProfileError where a named folder is none, or where there is no tree at all.
  static Catalogue find(const std::optional<std::filesystem::path>& user_tree = std::nullopt);

  /// The first tree shadows the second, and so on. Throws ProfileError where one of them has no profiles.
  explicit Catalogue(const std::vector<std::filesystem::path>& trees);

  /// Ascending. From file names: none of the files is read.
  std::vector<std::string> ids(Kind kind) const;

  /// Finds an id, or takes a path that ends in ".yaml" as it is (below `folder`, where it is relative and one is
  /// given). Throws ProfileError for an id that does not exist. A path is not looked at.
  Located locate(Kind kind, std::string_view id_or_path, const std::filesystem::path& folder = {}) const;

 private:
  std::string id_of(Kind kind, const std::filesystem::path& file, std::string_view as_given) const;

  std::vector<std::filesystem::path> trees_;
  std::array<std::map<std::string, std::filesystem::path>, kinds.size()> files_;
};

/// True for what is to be taken as a path.
bool is_path(std::string_view id_or_path);

/// Folders that hold this program and the library that this code is part of, nearest first.
std::vector<std::filesystem::path> own_folders();

}  // namespace discbench::profile
