// A run as people and programs read it. One file per format, one row per format in formats.cc.
#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

#include "contract/clause.h"
#include "result/run_result.h"

namespace discbench::report {

struct Document {
  const result::RunResult& run;
  std::span<const contract::Clause> clauses;  ///< what the ids in the run mean; in the catalogue's order

  /// nullptr for an id that is not there.
  const contract::Clause* clause(std::string_view id) const;
};

struct Format {
  std::string_view name;  ///< as in --report NAME=FILE
  std::string_view help;
  void (*write)(const Document& document, std::ostream& stream);
};

std::span<const Format> formats();
const Format* find_format(std::string_view name);

/// A run whose every text is printable: what reports are written from.
result::RunResult with_printable_text(const result::RunResult& run);

/// The whole run; docs/report-json.md explains every key.
void write_json(const Document& document, std::ostream& stream);

/// The XML that build servers read. failed is a <failure>; crashed, timed_out, blocked and not_run are an <error>;
/// not_applicable and waived are <skipped>; noted passes with its notes in <system-out>.
void write_junit(const Document& document, std::ostream& stream);

enum class Colour : std::uint8_t { off, on };

/// For a terminal or a log: failures first, then what is worth knowing of the successes, a matrix, the counts.
void write_findings(const Document& document, std::ostream& stream, Colour colour);
/// The last line, for programs. Nothing where the rig was at fault: there is no result then.
void write_result_line(const Document& document, std::ostream& stream);
/// Both.
void write_console(const Document& document, std::ostream& stream, Colour colour);

}  // namespace discbench::report
