// From a file's tree to the structure that it describes: one function for each kind of profile. Problems are gathered;
// what is returned after one is not for use.
#pragma once

#include <string>
#include <vector>

#include "profile/problem.h"
#include "profile/scenario.h"
#include "profile/yaml.h"

namespace discbench::profile {

drive::DriveSettings parse_drive(const YamlNode& root, Problems& problems);
disc::Medium parse_medium(const YamlNode& root, Problems& problems);

/// A scenario's own file: the profiles that it names are not looked at yet.
struct ScenarioFile {
  std::string description;
  std::string drive;
  Place drive_place;
  std::string medium;  ///< "none": no disc
  Place medium_place;
  std::vector<PlacedStep> steps;
  expectation::Expectations expect;
};
ScenarioFile parse_scenario(const YamlNode& root, Problems& problems);

std::vector<PlacedStep> parse_steps(const YamlNode& list, Problems& problems);
expectation::Expectations parse_expectations(const YamlNode& mapping, Problems& problems);

}  // namespace discbench::profile
