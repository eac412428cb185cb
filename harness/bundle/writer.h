// --out DIR: a run as it happens, so that it survives whatever becomes of the program that runs it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "bundle/bundle_files.h"
#include "bundle/manifest.h"
#include "result/run_result.h"

namespace discbench::bundle {

class Writer {
 public:
  /// Makes the folder, the manifest and the plan; fills in the manifest's plan digest and number of cases. `ids` are
  /// those of the whole plan. Throws BundleError: nothing ran yet.
  Writer(std::filesystem::path folder, Manifest manifest, const std::vector<std::string>& ids);

  /// Throws BundleError that says how much is on disk.
  void add(const result::CaseResult& result);
  /// The run has come to its end, or was interrupted in order.
  void finish(const result::RunResult& run);

 private:
  std::filesystem::path folder_;
  std::unique_ptr<GrowingFile> cases_;
  std::size_t results_ = 0;
};

}  // namespace discbench::bundle
