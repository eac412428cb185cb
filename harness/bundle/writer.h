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
  /// those of the whole plan. Throws BundleError: nothing ran yet, and nothing is left on disk.
  Writer(std::filesystem::path folder, Manifest manifest, const std::vector<std::string>& ids);
  /// Of a run that neither had a result nor came to its end nothing is left, so that the same command can follow.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Throws BundleError that says how much is on disk.
  void add(const result::CaseResult& result);
  /// The run has come to its end, or was interrupted in order. Throws BundleError that says how much is on disk.
  void finish(const result::RunResult& run);

 private:
  void discard() noexcept;
  std::string what_is_on_disk() const;

  std::filesystem::path folder_;
  bool own_folder_ = false;
  std::unique_ptr<GrowingFile> cases_;
  std::size_t results_ = 0;
  bool finished_ = false;
};

}  // namespace discbench::bundle
