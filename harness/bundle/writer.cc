#include "bundle/writer.h"

#include <system_error>
#include <utility>

#include "bundle/bundle_error.h"
#include "result/case_json.h"
#include "result/digest.h"
#include "result/shell_word.h"

namespace discbench::bundle {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

Writer::Writer(std::filesystem::path folder, Manifest manifest, const std::vector<std::string>& ids)
    : folder_(std::move(folder)) {
  std::string plan;
  for (const std::string& id : ids) plan += id + "\n";
  manifest.plan_digest = result::sha256_of(plan);
  manifest.cases = ids.size();
  own_folder_ = make_folder(folder_);
  try {
    // First, and made by one run alone: of two that want the same folder one stops here.
    cases_ = std::make_unique<GrowingFile>(folder_ / cases_file);
    write_whole(folder_ / manifest_file, json_of(manifest).dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
    write_whole(folder_ / plan_file, plan);
  } catch (const BundleError&) {
    discard();
    throw;
  }
}

Writer::~Writer() {
  if (results_ == 0 && !finished_) discard();
}

void Writer::discard() noexcept {
  std::error_code ignored;
  if (cases_ != nullptr) {
    for (const char* file : {manifest_file, plan_file, cases_file}) std::filesystem::remove(folder_ / file, ignored);
  }
  // What is not empty stays.
  if (own_folder_) std::filesystem::remove(folder_, ignored);
}

std::string Writer::what_is_on_disk() const {
  if (results_ == 0) return "; no result is on disk";
  return "; the " + std::to_string(results_) + (results_ == 1 ? " result" : " results") +
         " before it stay: 'msconform report " + result::shell_word(folder_.string()) + "'";
}

void Writer::add(const result::CaseResult& result) {
  try {
    cases_->append(result::to_json_line(result) + "\n");
    ++results_;
  } catch (const BundleError& error) {
    throw BundleError(error.what() + what_is_on_disk());
  }
}

void Writer::finish(const result::RunResult& run) {
  Json end;
  end["verdict"] = name_of(outcome_of(run));
  end["exit"] = exit_code_of(outcome_of(run));
  end["interrupted"] = run.interrupted;
  end["troubles"] = run.troubles;
  end["seconds"] = run.seconds;
  try {
    write_whole(folder_ / end_file, end.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
    finished_ = true;
  } catch (const BundleError& error) {
    throw BundleError(error.what() + what_is_on_disk());
  }
}

}  // namespace discbench::bundle
