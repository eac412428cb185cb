#include "profile/load.h"

#include <algorithm>

#include "profile/files.h"
#include "profile/keys.h"
#include "profile/yaml.h"

namespace discbench::profile {
namespace {

namespace fs = std::filesystem;

drive::DriveSettings make_drive(const Located& located) {
  Problems problems(located.file.string());
  drive::DriveSettings settings = parse_drive(read_yaml(located.file), problems);
  problems.throw_if_any();
  settings.id = located.id;
  return settings;
}

disc::Medium make_medium(const Located& located) {
  Problems problems(located.file.string());
  disc::Medium medium = parse_medium(read_yaml(located.file), problems);
  problems.throw_if_any();
  medium.id = located.id;
  return medium;
}

/// Finds a profile that a scenario's file names; a relative path lies below that file's folder.
std::optional<Located> locate_named(const Catalogue& catalogue, Kind kind, const std::string& named, Place place,
                                    const fs::path& file, Problems& problems) {
  if (named.empty()) return std::nullopt;  // a problem already
  try {
    return catalogue.locate(kind, named, file.parent_path());
  } catch (const ProfileError& error) {
    problems.add(place, name_of(kind), error.what());
    return std::nullopt;
  }
}

Scenario make_scenario(const Catalogue& catalogue, const Located& located, const YamlNode& root) {
  Problems problems(located.file.string());
  ScenarioFile file = parse_scenario(root, problems);
  const auto drive = locate_named(catalogue, Kind::drive, file.drive, file.drive_place, located.file, problems);
  const auto medium = file.medium == "none" ? std::nullopt
                                            : locate_named(catalogue, Kind::medium, file.medium, file.medium_place,
                                                           located.file, problems);
  problems.throw_if_any();
  Scenario scenario{.id = located.id,
                    .file = located.file.string(),
                    .files = {located.file.string(), drive->file.string()},
                    .description = std::move(file.description),
                    .drive = make_drive(*drive),
                    .medium = std::nullopt,
                    .steps = std::move(file.steps),
                    .expect = std::move(file.expect)};
  if (medium) {
    scenario.files.push_back(medium->file.string());
    scenario.medium = make_medium(*medium);
  }
  return scenario;
}

std::size_t known_keys(const YamlNode& root, std::initializer_list<Schema> schemas) {
  const auto known = [&schemas](const YamlNode& entry) {
    return std::any_of(schemas.begin(), schemas.end(), [&entry](const Schema& schema) {
      return std::any_of(schema.keys.begin(), schema.keys.end(),
                         [&entry](const Key& key) { return key.name == entry.key; });
    });
  };
  return static_cast<std::size_t>(std::count_if(root.items.begin(), root.items.end(), known));
}

Kind kind_of(const YamlNode& root, const fs::path& file) {
  const std::size_t as_drive = known_keys(root, {schema::drive});
  const std::size_t as_medium = known_keys(root, {schema::cd_r, schema::dvd_plus_r, schema::bd_r_srm,
                                                  schema::pressed_cd, schema::pressed_dvd, schema::pressed_bd});
  const std::size_t as_scenario = known_keys(root, {schema::scenario});
  const std::size_t most = std::max({as_drive, as_medium, as_scenario});
  const bool one_kind = (as_drive == most) + (as_medium == most) + (as_scenario == most) == 1;
  if (!one_kind) {
    for (const Kind kind : kinds)
      if (std::find(file.begin(), file.end(), fs::path(folder_of(kind))) != file.end()) return kind;
  }
  return as_scenario == most ? Kind::scenario : as_drive == most ? Kind::drive : Kind::medium;
}

}  // namespace

std::string Scenario::family() const {
  const fs::path path(id);
  if (!is_path(id)) return path.begin()->string();
  return path.parent_path().filename().string();
}

drive::DriveSettings load_drive(const Catalogue& catalogue, std::string_view id_or_path) {
  return make_drive(catalogue.locate(Kind::drive, id_or_path));
}

disc::Medium load_medium(const Catalogue& catalogue, std::string_view id_or_path) {
  return make_medium(catalogue.locate(Kind::medium, id_or_path));
}

Scenario load_scenario(const Catalogue& catalogue, std::string_view id_or_path) {
  const Located located = catalogue.locate(Kind::scenario, id_or_path);
  return make_scenario(catalogue, located, read_yaml(located.file));
}

Checked check_file(const Catalogue& catalogue, const fs::path& file) {
  Checked checked;
  try {
    const YamlNode root = read_yaml(file);
    checked.kind = kind_of(root, file);
    Problems problems(file.string());
    if (checked.kind == Kind::drive) parse_drive(root, problems);
    if (checked.kind == Kind::medium) parse_medium(root, problems);
    if (checked.kind == Kind::scenario) checked.scenario = make_scenario(catalogue, {file.string(), file}, root);
    checked.problems = problems.lines();
  } catch (const ProfileError& error) {
    checked.problems = error.lines();
  }
  return checked;
}

}  // namespace discbench::profile
