#include "cli/shard_option.h"

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string_view>

#include "cli/command_line.h"

namespace discbench::cli {
namespace {

std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::int64_t required_number(const std::string& name, const std::string& text) {
  const std::optional<std::int64_t> number = number_in(text);
  constexpr std::int64_t beyond_any_job = 1000000000;
  if (!number.has_value() || *number < 0 || *number > beyond_any_job) {
    throw UsageError(name + "=" + text + " in the environment: expected a number from 0 to 1000000000");
  }
  return *number;
}

/// A part of a split as others count: from 0, and perhaps without the number of parts.
struct Part {
  std::string variable;  ///< that names the index
  std::int64_t index = 0;
  std::optional<std::int64_t> total;
};

std::optional<Part> of_test_runner(const Environment& environment) {
  for (const std::string prefix : {"GTEST_", "TEST_"}) {
    const std::string index_name = prefix + "SHARD_INDEX";
    const std::string total_name = prefix == "GTEST_" ? "GTEST_TOTAL_SHARDS" : "TEST_TOTAL_SHARDS";
    const auto index = environment(index_name);
    const auto total = environment(total_name);
    if (!index.has_value() && !total.has_value()) continue;
    if (!index.has_value() || !total.has_value()) {
      throw UsageError(index_name + " and " + total_name + " in the environment: expected both or neither");
    }
    return Part{index_name, required_number(index_name, *index), required_number(total_name, *total)};
  }
  return std::nullopt;
}

/// Slurm's manual, "Job Array Support": task ids run from MIN to MAX by STEP. COUNT is not there in old versions.
std::optional<Part> of_slurm(const Environment& environment) {
  const auto task = environment("SLURM_ARRAY_TASK_ID");
  if (!task.has_value()) return std::nullopt;
  const auto value = [&environment](const std::string& name) -> std::optional<std::int64_t> {
    const auto text = environment(name);
    return text.has_value() ? std::optional(required_number(name, *text)) : std::nullopt;
  };
  const std::int64_t id = required_number("SLURM_ARRAY_TASK_ID", *task);
  const std::int64_t lowest = value("SLURM_ARRAY_TASK_MIN").value_or(0);
  const std::int64_t step = std::max<std::int64_t>(value("SLURM_ARRAY_TASK_STEP").value_or(1), 1);
  std::optional<std::int64_t> total = value("SLURM_ARRAY_TASK_COUNT");
  std::optional<std::int64_t> by_range;
  // The end of "0-7:3" may be said as 7, or as the last id, 6.
  if (const auto highest = value("SLURM_ARRAY_TASK_MAX")) by_range = (*highest - lowest) / step + 1;
  if (!total.has_value()) total = by_range;
  if ((id - lowest) % step != 0 || (by_range.has_value() && total != by_range)) {
    throw UsageError("SLURM_ARRAY_TASK_ID=" + *task +
                     " in the environment: the array's ids have gaps; number its tasks from 0 on, or say --shard I/N");
  }
  return Part{"SLURM_ARRAY_TASK_ID", (id - lowest) / step, total};
}

std::optional<Part> of_kubernetes(const Environment& environment) {
  const auto index = environment("JOB_COMPLETION_INDEX");
  if (!index.has_value()) return std::nullopt;
  return Part{"JOB_COMPLETION_INDEX", required_number("JOB_COMPLETION_INDEX", *index), std::nullopt};
}

std::optional<Part> of_environment(const Environment& environment) {
  if (auto part = of_test_runner(environment)) return part;
  if (auto part = of_slurm(environment)) return part;
  return of_kubernetes(environment);
}

bundle::Shard checked(const std::string& what, std::int64_t index, std::int64_t total) {
  if (total < 1 || total > std::int64_t{bundle::most_shards} || index < 1 || index > total) {
    throw UsageError(what + ": expected part I of N, I from 1 to N and N up to " + std::to_string(bundle::most_shards));
  }
  return {.index = static_cast<unsigned>(index), .total = static_cast<unsigned>(total)};
}

bundle::Shard shard_from(const Part& part, std::int64_t total) {
  return checked(part.variable + "=" + std::to_string(part.index) + " in the environment, counted from 0, of " +
                     std::to_string(total),
                 part.index + 1, total);
}

}  // namespace

bundle::Shard shard_of(const std::string& text, const Environment& environment) {
  if (text.empty()) {
    const std::optional<Part> part = of_environment(environment);
    return part.has_value() && part->total.has_value() ? shard_from(*part, *part->total) : bundle::Shard{};
  }
  const std::size_t slash = text.find('/');
  const std::optional<std::int64_t> total = number_in(slash == std::string::npos ? "" : text.substr(slash + 1));
  const std::string index = text.substr(0, slash);
  const std::string what = "--shard " + text;
  if (!total.has_value()) throw UsageError(what + ": expected I/N, e.g. 1/4, or auto/N");
  if (index != "auto") {
    const std::optional<std::int64_t> number = number_in(index);
    if (!number.has_value()) throw UsageError(what + ": expected I/N, e.g. 1/4, or auto/N");
    return checked(what, *number, *total);
  }
  const std::optional<Part> part = of_environment(environment);
  if (!part.has_value()) {
    throw UsageError(what + ": nothing in the environment says which part this is; expected GTEST_SHARD_INDEX, " +
                     "TEST_SHARD_INDEX, SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX");
  }
  if (part->total.has_value() && part->total != total) {
    throw UsageError(what + ": the environment that has " + part->variable + " speaks of " +
                     std::to_string(*part->total) + " parts");
  }
  return shard_from(*part, *total);
}

bundle::Shard shard_asked_for(const std::string& text) {
  const Environment environment = [](const std::string& name) -> std::optional<std::string> {
    const char* value = std::getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
  };
  const bundle::Shard shard = shard_of(text, environment);
  for (const char* name : {"GTEST_SHARD_STATUS_FILE", "TEST_SHARD_STATUS_FILE"}) {
    const auto file = environment(name);
    if (!file.has_value() || file->empty()) continue;
    if (!std::ofstream(*file, std::ios::app)) {
      throw ConfigurationError(std::string(name) + "=" + *file + " in the environment: that file cannot be written");
    }
  }
  return shard;
}

}  // namespace discbench::cli
