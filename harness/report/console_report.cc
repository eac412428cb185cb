#include <cstdio>
#include <ostream>

#include "report/cards.h"
#include "report/matrix.h"
#include "report/report.h"
#include "report/success_codes.h"

namespace discbench::report {
namespace {

using result::Outcome;
using result::Verdict;

std::string counted(std::uint64_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

void write_success_codes(const result::RunResult& run, std::ostream& stream) {
  const std::vector<SuccessCode> codes = success_codes_of(run);
  if (codes.empty()) return;
  stream << "Success codes other than S_OK (they pass):\n";
  for (const SuccessCode& code : codes) {
    stream << "  " << code.code << " in " << counted(code.cases, "case") << ", e.g. from " << code.example << '\n';
  }
  stream << '\n';
}

void write_troubles(const result::RunResult& run, std::ostream& stream, bool coloured) {
  for (const std::string& trouble : run.troubles) {
    stream << (coloured ? "\x1b[1;31m" : "") << "TROUBLE" << (coloured ? "\x1b[0m" : "") << "  " << trouble << "\n\n";
  }
}

void write_counts(const result::RunResult& run, const result::Totals& totals, std::ostream& stream) {
  const auto of = [&totals](Verdict verdict) { return std::to_string(totals.of(verdict)); };
  stream << counted(totals.cases, "case") << " of " << counted(totals.clauses, "clause") << " in "
         << counted(totals.scenarios, "scenario") << ": " << of(Verdict::passed) << " passed, " << of(Verdict::failed)
         << " failed, " << of(Verdict::crashed) << " crashed, " << of(Verdict::timed_out) << " timed out, "
         << of(Verdict::blocked) << " blocked, " << of(Verdict::waived) << " waived, " << of(Verdict::noted)
         << " noted, " << of(Verdict::not_applicable) << " not applicable, " << of(Verdict::not_run) << " not run.\n";
  stream << "Score: " << totals.of(Verdict::passed) << " of " << totals.applicable() << " applicable cases passed, by "
         << counted(totals.checks, "comparison") << ".";
  if (run.ineligible > 0) {
    stream << " Not part of it: " << counted(run.ineligible, "clause")
           << " that cannot be checked here ('msconform list' marks them).";
  }
  stream << '\n';
}

std::string sentence_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::conformant:
      return "conforms to every clause that was checked";
    case Outcome::not_conformant:
      return "does not conform";
    case Outcome::rig_at_fault:
      return "was not judged: the rig blocked cases or left them out; repair it and run again";
    case Outcome::no_evidence:
      return "was not judged: nothing passed, and nothing failed";
    case Outcome::interrupted:
      return "was not judged to the end: the run was interrupted";
  }
  return {};
}

}  // namespace

void write_findings(const Document& document, std::ostream& stream, Colour colour) {
  const result::RunResult run = with_printable_text(document.run);
  const Document clean{run, document.clauses};
  const bool coloured = colour == Colour::on;
  const result::Totals totals = totals_of(run.cases);
  const Outcome outcome = outcome_of(run);
  for (const Card& card : cards_of(run)) {
    write_card(card, clean, stream, colour);
    stream << '\n';
  }
  write_troubles(run, stream, coloured);
  write_success_codes(run, stream);
  if (!run.cases.empty()) {
    write_matrix(run, stream);
    stream << '\n';
  }
  write_counts(run, totals, stream);
  const char* verdict_colour = outcome == Outcome::conformant ? "\x1b[1;32m" : "\x1b[1;31m";
  stream << "The subject " << run.subject << " ";
  if (run.generation != "win7") stream << "of the generation " << run.generation << " ";
  stream << (coloured ? verdict_colour : "") << sentence_of(outcome) << (coloured ? "\x1b[0m" : "") << ".\n";
}

void write_result_line(const Document& document, std::ostream& stream) {
  const result::RunResult run = with_printable_text(document.run);
  if (outcome_of(run) != Outcome::rig_at_fault) stream << result_line(run) << '\n';
}

void write_console(const Document& document, std::ostream& stream, Colour colour) {
  write_findings(document, stream, colour);
  write_result_line(document, stream);
}

}  // namespace discbench::report
