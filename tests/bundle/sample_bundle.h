// A small run of four cases, on disk and in memory.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "bundle/manifest.h"
#include "bundle/reader.h"
#include "result/case_result.h"

namespace discbench::bundle {

/// The plan of every sample: two clauses in two scenarios.
const std::vector<std::string>& sample_ids();

/// Every field has a value of its own; plan digest and number of cases are the writer's to fill in.
Manifest sample_manifest();

/// Of the case with that id: passed by three comparisons.
result::CaseResult passed(const std::string& id);
/// One failure, which says `observed`.
result::CaseResult failed(const std::string& id, const std::string& observed = "that");

/// Every case of the manifest's shard that `result` answers one for, written to `folder` as a run would, to its end.
void write_run(const std::filesystem::path& folder, const Manifest& manifest = sample_manifest(),
               const std::function<result::CaseResult(const std::string& id)>& result = passed);

/// The one line that reading a folder ends with, without the folder; "read" where it can be read.
std::string refusal_of(const std::filesystem::path& folder);

std::string text_of(const std::filesystem::path& file);
void write_text(const std::filesystem::path& file, const std::string& text);

}  // namespace discbench::bundle
