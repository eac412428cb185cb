// What a bundle is a bundle of: everything that the results depend on, by name and digest, and how to run it again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace discbench::bundle {

/// The files of a bundle. docs/bundle.md explains each.
inline constexpr char manifest_file[] = "manifest.json";
inline constexpr char plan_file[] = "plan.txt";  ///< the ids of the whole plan, one a line
inline constexpr char cases_file[] =
    "cases.jsonl";                              ///< one result a line, as it ended; of two of one case the last counts
inline constexpr char end_file[] = "end.json";  ///< there only if the run came to its end

struct ScenarioDigest {
  std::string id;
  std::string digest;  ///< SHA-256 of its file, its drive's and its medium's

  friend bool operator==(const ScenarioDigest&, const ScenarioDigest&) = default;
};

inline constexpr unsigned most_shards = 1000000;

struct Shard {
  unsigned index = 1;  ///< from 1
  unsigned total = 1;

  friend bool operator==(const Shard&, const Shard&) = default;
};

struct Manifest {
  std::string program_version;
  std::string contract_digest;  ///< SHA-256 of every clause's id, level, page and statement
  std::string subject;          ///< as it was asked for
  std::string library;          ///< the file that was loaded, absolute
  std::string library_digest;   ///< SHA-256
  std::string generation;
  std::vector<ScenarioDigest> scenarios;
  std::string plan_digest;  ///< SHA-256 of plan.txt: the whole plan's, whatever the shard
  std::size_t cases = 0;    ///< of the whole plan
  std::uint32_t ineligible = 0;
  unsigned repeat = 1;
  Shard shard;
  std::string repeat_options;      ///< what a command that repeats a case has to say besides clause and scenario
  nlohmann::ordered_json options;  ///< every option of the run, its defaults filled in
};

nlohmann::ordered_json json_of(const Manifest& manifest);
/// Throws BundleError, without a path.
Manifest manifest_of(std::string_view text);

}  // namespace discbench::bundle
