#include "bundle/sample_bundle.h"

#include <fstream>
#include <iterator>

#include "bundle/bundle_error.h"
#include "bundle/writer.h"

namespace discbench::bundle {

const std::vector<std::string>& sample_ids() {
  static const std::vector<std::string> ids{"a.one.value@cd-r/blank", "a.one.value@bd-r/blank",
                                            "b.three.null@cd-r/blank", "b.three.null@bd-r/blank"};
  return ids;
}

Manifest sample_manifest() {
  Manifest manifest;
  manifest.program_version = "0.1.0";
  manifest.contract_digest = "c0";
  manifest.subject = "library:./libacme.so";
  manifest.library = "/opt/acme/libacme.so";
  manifest.library_digest = "ac";
  manifest.generation = "xp-vista";
  manifest.scenarios = {{"cd-r/blank", "cd"}, {"bd-r/blank", "bd"}};
  manifest.ineligible = 3;
  manifest.repeat_options = " --subject library:./libacme.so";
  manifest.options = {{"seed", 7}, {"clauses", {"a.*", "b.*"}}};
  return manifest;
}

result::CaseResult passed(const std::string& id) {
  result::CaseResult result;
  const std::size_t at = id.find('@');
  result.clause = id.substr(0, at);
  result.scenario = id.substr(at + 1);
  result.verdict = result::Verdict::passed;
  result.checks = 3;
  result.sequence = 4711;
  return result;
}

result::CaseResult failed(const std::string& id, const std::string& observed) {
  result::CaseResult result = passed(id);
  result.verdict = result::Verdict::failed;
  result.failures.push_back({"get_InUse", "this", observed});
  result.wire = {"TEST UNIT READY -> GOOD"};
  return result;
}

void write_run(const std::filesystem::path& folder, const Manifest& manifest,
               const std::function<result::CaseResult(const std::string& id)>& result) {
  Writer writer(folder, manifest, sample_ids());
  result::RunResult run;
  for (unsigned repetition = 0; repetition < manifest.repeat; ++repetition) {
    for (const std::string& id : sample_ids()) {
      if (!in_shard(manifest.shard, id)) continue;
      run.cases.push_back(result(id));
      writer.add(run.cases.back());
    }
  }
  run.troubles = {"it leaked"};
  run.seconds = 1.5;
  writer.finish(run);
}

std::string refusal_of(const std::filesystem::path& folder) {
  try {
    read(folder);
    return "read";
  } catch (const BundleError& error) {
    const std::string text = error.what();
    const std::string front = folder.string() + "/";
    return text.rfind(front, 0) == 0 ? text.substr(front.size()) : text;
  }
}

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_text(const std::filesystem::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
}

}  // namespace discbench::bundle
