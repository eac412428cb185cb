#include "bench/bench.h"
#include "cli/disc_report.h"
#include "cli/options.h"
#include "profile/load.h"
#include "profile/nearest.h"

#include <iostream>

namespace discbench::cli {

int show(const Words& words) {
  program_options::options_description known;
  add_subject_options(known);
  known.add_options()("format", program_options::value<std::string>(), "");
  const Options options = parse(words, known, {});
  const std::string format = options.value("format").value_or("text");
  if (format != "text" && format != "json")
    throw UsageError("there is no format '" + format + "', " + profile::expected_word(format, {"text", "json"}));
  const std::string id = scenario_of(options);
  const profile::Scenario scenario = load_scenario(catalogue_of(options), id);
  const std::unique_ptr<drive::Drive> drive = bench::bring_up(scenario);
  if (format == "json") {
    print_json(scenario, *drive, std::cout);
  } else {
    print_text(scenario, *drive, std::cout);
  }
  return exit_code::success;
}

}  // namespace discbench::cli
