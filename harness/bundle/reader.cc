#include "bundle/reader.h"

#include <boost/crc.hpp>
#include <unordered_map>

#include "bundle/bundle_error.h"
#include "bundle/bundle_files.h"
#include "result/case_json.h"
#include "result/digest.h"

namespace discbench::bundle {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

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
  return lines_of(text);
}

void split_id(const std::string& id, result::CaseResult& result) {
  const std::size_t at = id.find('@');
  result.clause = id.substr(0, at);
  result.scenario = at == std::string::npos ? "" : id.substr(at + 1);
}

/// Every case of the shard, without a result.
std::vector<result::CaseResult> nothing_run(const Bundle& bundle) {
  std::vector<result::CaseResult> cases;
  for (const std::string& id : bundle.plan) {
    if (!in_shard(bundle.manifest.shard, id)) continue;
    result::CaseResult& result = cases.emplace_back();
    split_id(id, result);
    result.reason = "no result: the run ended before";
  }
  return cases;
}

void read_cases(Bundle& bundle) {
  const fs::path file = bundle.folder / cases_file;
  const std::vector<std::string> lines = lines_of(read_file(file));
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < bundle.run.cases.size(); ++i) places.emplace(bundle.run.cases[i].id(), i);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string where = file.string() + ":" + std::to_string(i + 1) + ": ";
    result::CaseResult result;
    try {
      result = result::from_json_line(lines[i]);
    } catch (const std::runtime_error& error) {
      throw BundleError(where + error.what());
    }
    const auto place = places.find(result.id());
    if (place == places.end()) throw BundleError(where + result.id() + " is no case of this bundle's plan");
    result::CaseResult& known = bundle.run.cases[place->second];
    if (bundle.manifest.repeat > 1) {
      add_repetition(known, std::move(result));
    } else {
      known = std::move(result);
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
