#include <algorithm>
#include <array>

#include "report/report.h"
#include "result/printable.h"

namespace discbench::report {
namespace {

void write_plain_console(const Document& document, std::ostream& stream) {
  write_console(document, stream, Colour::off);
}

constexpr std::array table{
    Format{"console", "what the terminal shows, without colour", write_plain_console},
    Format{"json", "everything that is known of the run (docs/report-json.md)", write_json},
    Format{"junit", "the XML that build servers read", write_junit},
};

}  // namespace

const contract::Clause* Document::clause(std::string_view id) const {
  const auto found = std::find_if(clauses.begin(), clauses.end(), [&](const auto& clause) { return clause.id == id; });
  return found == clauses.end() ? nullptr : &*found;
}

std::span<const Format> formats() { return table; }

const Format* find_format(std::string_view name) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Format& format) { return format.name == name; });
  return found == table.end() ? nullptr : &*found;
}

result::RunResult with_printable_text(const result::RunResult& run) {
  const auto clean = [](std::string& text) { text = result::printable(text); };
  result::RunResult copy = run;
  clean(copy.subject);
  clean(copy.repeat_options);
  clean(copy.capabilities);
  for (std::string& trouble : copy.troubles) clean(trouble);
  for (result::CaseResult& result : copy.cases) {
    clean(result.clause);
    clean(result.scenario);
    clean(result.reason);
    for (std::string& note : result.notes) clean(note);
    for (std::string& line : result.wire) clean(line);
    for (result::Waiver& waiver : result.waivers) {
      clean(waiver.id);
      clean(waiver.kind);
      clean(waiver.owner);
      clean(waiver.link);
      clean(waiver.expires);
    }
    for (result::Failure& failure : result.failures) {
      clean(failure.call);
      clean(failure.expected);
      clean(failure.observed);
    }
  }
  return copy;
}

}  // namespace discbench::report
