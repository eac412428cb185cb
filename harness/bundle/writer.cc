#include "bundle/writer.h"

#include <utility>

#include "bundle/bundle_error.h"
#include "result/case_json.h"
#include "result/digest.h"

namespace discbench::bundle {

Writer::Writer(std::filesystem::path folder, Manifest manifest, const std::vector<std::string>& ids)
    : folder_(std::move(folder)) {
  std::string plan;
  for (const std::string& id : ids) plan += id + "\n";
  manifest.plan_digest = result::sha256_of(plan);
  manifest.cases = ids.size();
  make_folder(folder_);
  GrowingFile(folder_ / manifest_file).append(json_of(manifest).dump(2) + "\n");
  GrowingFile(folder_ / plan_file).append(plan);
  cases_ = std::make_unique<GrowingFile>(folder_ / cases_file);
}

void Writer::add(const result::CaseResult& result) {
  try {
    cases_->append(result::to_json_line(result) + "\n");
    ++results_;
  } catch (const BundleError& error) {
    throw BundleError(std::string(error.what()) + "; the " + std::to_string(results_) +
                      " results before are whole: 'msconform report " + folder_.string() + "' shows them");
  }
}

void Writer::finish(const result::RunResult& run) {
  nlohmann::ordered_json end;
  end["verdict"] = name_of(outcome_of(run));
  end["exit"] = exit_code_of(outcome_of(run));
  end["interrupted"] = run.interrupted;
  end["troubles"] = run.troubles;
  end["seconds"] = run.seconds;
  GrowingFile(folder_ / end_file).append(end.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

}  // namespace discbench::bundle
