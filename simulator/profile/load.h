// Reads profiles. Strict: what a file says is either understood to the last key or refused with one line for each
// problem. profiles/README.md explains every key.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "profile/catalogue.h"
#include "profile/scenario.h"

namespace discbench::profile {

// Each takes an id or a path that ends in ".yaml" (below the working folder, where it is relative) and throws
// ProfileError. load_scenario() reads the drive and the medium, too; whether the steps can be done shows on a bench.
drive::DriveSettings load_drive(const Catalogue& catalogue, std::string_view id_or_path);
disc::Medium load_medium(const Catalogue& catalogue, std::string_view id_or_path);
Scenario load_scenario(const Catalogue& catalogue, std::string_view id_or_path);

/// One file looked at by itself.
struct Checked {
  Kind kind = Kind::scenario;
  std::vector<std::string> problems;  ///< lines as of ProfileError; empty: the file is good
  std::optional<Scenario> scenario;   ///< of a good scenario
};

/// Takes the file for the kind that most of its keys belong to; where that is open, for the kind of the folder that it
/// lies in. Never throws ProfileError.
Checked check_file(const Catalogue& catalogue, const std::filesystem::path& file);

}  // namespace discbench::profile
