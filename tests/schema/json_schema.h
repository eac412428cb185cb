// YAML files against a JSON Schema, as an editor or a build server would hold them to it: another reader than ours.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace discbench::schema {

/// What the schema says against the file; empty where it is valid. Throws std::exception where either cannot be read.
std::string complaint(const std::filesystem::path& schema, const std::filesystem::path& yaml);

/// The files of a folder, by name.
std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder);

}  // namespace discbench::schema
