// Runs that are over: shown, put together, compared.
#include <algorithm>
#include <array>
#include <iostream>
#include <memory>

#include "bundle/bundle_error.h"
#include "bundle/difference.h"
#include "bundle/merge.h"
#include "bundle/writer.h"
#include "cli/command_line.h"
#include "cli/session.h"
#include "cli/terminal.h"
#include "cli/waiver_files.h"
#include "result/printable.h"
#include "runner/case_run.h"

namespace discbench::cli {

const std::string_view report_help = R"(usage: msconform report DIR [--report FORMAT=FILE]...

Shows a run again from the folder that 'msconform run --out DIR' made, and writes reports of
it. A run that was ended by force is shown as far as it came: cases without a result are not
run.

  --report FORMAT=FILE      also write a report; may be repeated. FORMAT: json, junit,
                            console
  -h [ --help ]             this text

Exit codes: those of the run; 3 where the folder holds no whole bundle.

example:
  msconform report acme-run --report junit=acme.xml
)";

const std::string_view merge_help = R"(usage: msconform merge DIR... [--out DIR] [--report FORMAT=FILE]...

Puts the parts of a run that was split with --shard together, and gives the verdict on all of
it: the same as that of a run that was not split. The parts have to be all there, each once,
of the same subject (by its file's SHA-256), contract, scenarios and selection; else nothing
is merged.

  --out DIR                 also keep the whole run as a bundle of its own
  --report FORMAT=FILE      also write a report; may be repeated. FORMAT: json, junit,
                            console
  -h [ --help ]             this text

Exit codes: those of the run; 3 where the parts do not belong together.

example:
  msconform run --shard 1/2 --out part1
  msconform run --shard 2/2 --out part2
  msconform merge part1 part2
)";

const std::string_view diff_help = R"(usage: msconform diff A B

Compares two runs that --out kept, case by case: what fails now and did not, what was fixed,
what fails for another reason, and what passes by another sequence of checks.

  -h [ --help ]             this text

The last line on stdout is for programs: msconform-diff v1 new_failures=N ... exit=N

Exit codes:
  0  nothing differs
  2  the command line is not understood
  3  a folder holds no whole bundle
  16 something differs

example:
  msconform run --subject library:./libacme.so --out today
  msconform diff yesterday today
)";

namespace {

namespace options = boost::program_options;

constexpr int exit_differences = 16;
constexpr std::size_t most_shown = 20;  ///< of one kind of change

options::options_description own_options() {
  options::options_description description;
  description.add_options()("help,h", "");
  description.add_options()("report", options::value<std::vector<std::string>>());
  description.add_options()("out", options::value<std::string>());
  return description;
}

void keep(const bundle::Bundle& whole, bundle::Writer& writer) {
  for (const result::CaseResult& result : whole.run.cases) writer.add(result);
  writer.finish(whole.run);
}

/// What no part of a run could say of the waivers alone.
void judge_waivers(bundle::Bundle& whole) {
  RunRequest request = request_from(whole.manifest.options);
  request.shard = {};
  std::optional<waiver::Waivers> waivers = waivers_of(request);
  if (!waivers.has_value()) return;
  for (result::CaseResult& result : whole.run.cases) waivers->settle(result);
  add_findings(whole.run, *waivers, coverage_of(request, false));
}

/// What the run itself printed and reported.
int publish_again(result::RunResult run, ReportFiles& reports) {
  for (result::CaseResult& result : run.cases) keep_last_commands(result, runner::commands_in_a_result);
  return publish(run, reports);
}

void print_differences(const std::vector<bundle::Difference>& all) {
  std::size_t shown = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string_view kind = name_of(all[i].change);
    if (i == 0 || all[i - 1].change != all[i].change) shown = 0;
    if (shown++ >= most_shown) continue;
    std::cout << kind << std::string(20 - kind.size(), ' ') << result::printable(all[i].id) << '\n'
              << std::string(20, ' ') << result::printable(all[i].text) << '\n';
    const bool last = i + 1 == all.size() || all[i + 1].change != all[i].change;
    if (shown != most_shown || last) continue;
    const auto of_this_kind = std::count_if(
        all.begin(), all.end(), [&](const bundle::Difference& other) { return other.change == all[i].change; });
    std::cout << std::string(20, ' ') << "... and " << of_this_kind - static_cast<std::ptrdiff_t>(most_shown)
              << " more\n";
  }
}

}  // namespace

int report(const std::vector<std::string>& arguments) {
  const options::variables_map values = parse_arguments(arguments, own_options(), "folder");
  if (values.count("help") > 0) {
    std::cout << report_help;
    return 0;
  }
  const std::vector<std::string> folders = values_of(values, "folder");
  if (folders.size() != 1) throw UsageError("report takes one folder; several parts of a run are for 'merge'");
  if (values.count("out") > 0) throw UsageError("unrecognised option '--out'");
  ReportFiles reports(values_of(values, "report"));
  const bundle::Bundle bundle = read_bundle(folders.front());
  catch_errors_of_writing();
  reports.open();
  return publish_again(bundle.run, reports);
}

int merge(const std::vector<std::string>& arguments) {
  const options::variables_map values = parse_arguments(arguments, own_options(), "folder");
  if (values.count("help") > 0) {
    std::cout << merge_help;
    return 0;
  }
  const std::vector<std::string> folders = values_of(values, "folder");
  if (folders.empty()) throw UsageError("merge takes the folders of all parts");
  ReportFiles reports(values_of(values, "report"));
  std::vector<bundle::Bundle> shards;
  for (const std::string& folder : folders) shards.push_back(read_bundle(folder));
  catch_errors_of_writing();
  bundle::Bundle whole;
  try {
    whole = bundle::merge(shards);
    judge_waivers(whole);
    std::unique_ptr<bundle::Writer> writer;
    if (values.count("out") > 0) {
      writer = std::make_unique<bundle::Writer>(values["out"].as<std::string>(), whole.manifest, whole.plan);
    }
    reports.open();
    if (writer != nullptr) keep(whole, *writer);
  } catch (const bundle::BundleError& error) {
    throw ConfigurationError(error.what());
  }
  return publish_again(whole.run, reports);
}

int diff(const std::vector<std::string>& arguments) {
  options::options_description description;
  description.add_options()("help,h", "");
  const options::variables_map values = parse_arguments(arguments, description, "folder");
  if (values.count("help") > 0) {
    std::cout << diff_help;
    return 0;
  }
  const std::vector<std::string> folders = values_of(values, "folder");
  if (folders.size() != 2) throw UsageError("diff takes two folders");
  const bundle::Bundle first = read_bundle(folders[0]);
  const bundle::Bundle second = read_bundle(folders[1]);
  for (const std::string& line : other_circumstances(first, second)) {
    std::cout << "not the same        " << result::printable(line) << '\n';
  }
  const std::vector<bundle::Difference> all = differences(first, second);
  print_differences(all);
  std::array<std::size_t, bundle::change_count> counts{};
  for (const bundle::Difference& one : all) ++counts[static_cast<std::size_t>(one.change)];
  const std::size_t in_both = first.run.cases.size() - counts[static_cast<std::size_t>(bundle::Change::only_in_first)];
  const std::size_t equal = in_both + counts[5] + counts[6] - all.size();
  const int exit_code = all.empty() ? 0 : exit_differences;
  std::cout << (all.empty() ? "Nothing differs: " : "") << equal << (equal == 1 ? " case is" : " cases are")
            << " the same.\n"
            << "msconform-diff v1 new_failures=" << counts[0] << " fixed=" << counts[1]
            << " changed_reason=" << counts[2] << " other_verdict=" << counts[3] << " other_checks=" << counts[4]
            << " only_in_first=" << counts[5] << " only_in_second=" << counts[6] << " same=" << equal
            << " exit=" << exit_code << '\n';
  return exit_code;
}

}  // namespace discbench::cli
