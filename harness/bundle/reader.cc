#include "bundle/reader.h"

#include <boost/crc.hpp>
#include <numeric>
#include <set>
#include <unordered_map>
#include <utility>

#include "bundle/bundle_error.h"
#include "bundle/bundle_files.h"
#include "result/case_json.h"
#include "result/digest.h"

namespace discbench::bundle {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using result::CaseResult;

constexpr char no_result[] = "no result: the run ended before";

Manifest read_manifest(const fs::path& folder) {
  const fs::path file = folder / manifest_file;
  try {
    return manifest_of(read_file(file));
  } catch (const BundleError& error) {
    const std::string what = error.what();
    throw BundleError(what.find(file.string()) == 0 ? what : file.string() + " " + what);
  }
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (std::size_t end = 0; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1) {
    lines.push_back(text.substr(begin, end - begin));
  }
  return lines;
}

std::vector<std::string> read_plan(const fs::path& folder, const Manifest& manifest) {
  const fs::path file = folder / plan_file;
  const std::string text = read_file(file);
  if (result::sha256_of(text) != manifest.plan_digest) {
    throw BundleError(file.string() + " is not the plan that the manifest speaks of: it was changed, or cut");
  }
  std::vector<std::string> ids = lines_of(text);
  if (ids.size() != manifest.cases) {
    throw BundleError(file.string() + " has " + std::to_string(ids.size()) + " cases, and the manifest speaks of " +
                      std::to_string(manifest.cases));
  }
  if (const std::set<std::string> different(ids.begin(), ids.end()); different.size() != ids.size()) {
    throw BundleError(file.string() + " names a case twice");
  }
  return ids;
}

void split_id(const std::string& id, CaseResult& result) {
  const std::size_t at = id.find('@');
  result.clause = id.substr(0, at);
  result.scenario = at == std::string::npos ? "" : id.substr(at + 1);
}

/// Every case of the shard, without a result.
std::vector<CaseResult> nothing_run(const Bundle& bundle) {
  std::vector<CaseResult> cases;
  for (const std::string& id : bundle.plan) {
    if (!in_shard(bundle.manifest.shard, id)) continue;
    CaseResult& result = cases.emplace_back();
    split_id(id, result);
    result.reason = no_result;
  }
  return cases;
}

std::uint32_t repetitions_of(const CaseResult& result) {
  return std::accumulate(result.times.begin(), result.times.end(), 0u);
}

/// One line of the cases, into its place. Throws std::runtime_error.
void take_line(Bundle& bundle, const std::unordered_map<std::string, std::size_t>& places, const std::string& line) {
  CaseResult result = result::from_json_line(line);
  const auto place = places.find(result.id());
  if (place == places.end()) throw BundleError(result.id() + " is no case of this bundle's plan");
  CaseResult& known = bundle.run.cases[place->second];
  if (bundle.manifest.repeat == 1) {
    known = std::move(result);
    return;
  }
  add_repetition(known, std::move(result));
  if (repetitions_of(known) > bundle.manifest.repeat) {
    throw BundleError(known.id() + " has more results than repetitions");
  }
}

/// What a repeated run did not come to is not run, as a run says of itself that was interrupted.
void fill_up(CaseResult& result, unsigned repeat) {
  const std::uint32_t missing = repeat - repetitions_of(result);
  if (missing == 0) return;
  CaseResult rest;
  rest.clause = result.clause;
  rest.scenario = result.scenario;
  rest.reason = no_result;
  rest.times.resize(result::verdict_count);
  rest.times[static_cast<std::size_t>(result::Verdict::not_run)] = missing;
  add_repetition(result, std::move(rest));
}

void read_cases(Bundle& bundle) {
  const fs::path file = bundle.folder / cases_file;
  const std::vector<std::string> lines = lines_of(read_file(file));
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < bundle.run.cases.size(); ++i) places.emplace(bundle.run.cases[i].id(), i);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    try {
      take_line(bundle, places, lines[i]);
    } catch (const std::runtime_error& error) {
      throw BundleError(file.string() + ":" + std::to_string(i + 1) + ": " + error.what());
    }
  }
  const unsigned repeat = bundle.manifest.repeat;
  for (CaseResult& result : bundle.run.cases) {
    if (repeat == 1) {
      bundle.without_result += result.reason == no_result ? 1 : 0;
    } else {
      bundle.without_result += repeat - repetitions_of(result);
      fill_up(result, repeat);
    }
  }
}

void read_end(Bundle& bundle) {
  const fs::path file = bundle.folder / end_file;
  std::error_code error;
  bundle.finished = fs::exists(file, error);
  bundle.run.interrupted = !bundle.finished;
  if (!bundle.finished) return;
  try {
    const Json end = Json::parse(read_file(file));
    bundle.run.interrupted = end.at("interrupted");
    bundle.run.troubles = end.at("troubles").get<std::vector<std::string>>();
    bundle.run.seconds = end.at("seconds");
  } catch (const Json::exception& problem) {
    throw BundleError(file.string() + " is not the end of a run: " + problem.what());
  }
}

}  // namespace

bool in_shard(const Shard& shard, std::string_view id) {
  if (shard.total <= 1) return true;
  boost::crc_32_type crc;
  crc.process_bytes(id.data(), id.size());
  return crc.checksum() % shard.total + 1 == shard.index;
}

Bundle read(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    throw BundleError(folder.string() + " is no folder; expected one that --out made");
  }
  Bundle bundle;
  bundle.folder = folder;
  bundle.manifest = read_manifest(folder);
  bundle.plan = read_plan(folder, bundle.manifest);
  bundle.run.subject = bundle.manifest.subject;
  bundle.run.generation = bundle.manifest.generation;
  bundle.run.repeat_options = bundle.manifest.repeat_options;
  bundle.run.capabilities = bundle.manifest.options.value("capabilities", "");
  bundle.run.ineligible = bundle.manifest.ineligible;
  bundle.run.cases = nothing_run(bundle);
  read_cases(bundle);
  read_end(bundle);
  return bundle;
}

}  // namespace discbench::bundle
