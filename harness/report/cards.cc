#include "report/cards.h"

#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <tuple>

namespace discbench::report {
namespace {

using result::CaseResult;
using result::Verdict;

constexpr std::size_t commands_shown = 3;
constexpr std::size_t waivers_shown = 3;
constexpr std::size_t widest_list = 100;   ///< of a list of scenarios
constexpr std::size_t widest_value = 240;  ///< of a text that a check or a subject made

/// What makes two cases one card.
using Key = std::tuple<std::string, std::string, result::BlockedBy>;

Key key_of(const CaseResult& result) {
  std::string what = result.failures.empty() ? result.reason : result.failures.front().call;
  for (const result::Waiver& waiver : result.waivers) what += "\n" + waiver.id;
  return {result.verdict == Verdict::blocked ? "" : result.clause, what, result.blocked_by};
}

/// Not through the middle of a character.
std::string cut(const std::string& text) {
  if (text.size() <= widest_value) return text;
  std::size_t end = widest_value;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end) + " ...";
}

void write_line(std::ostream& stream, std::string_view label, const std::string& text) {
  stream << "  " << label << std::string(10 - label.size(), ' ') << cut(text) << '\n';
}

std::string heading_word(Verdict verdict) {
  switch (verdict) {
    case Verdict::failed:
      return "FAILED";
    case Verdict::crashed:
      return "CRASHED";
    case Verdict::timed_out:
      return "TIMED OUT";
    case Verdict::waived:
      return "WAIVED";
    default:
      return "BLOCKED";
  }
}

std::size_t different_clauses(const Card& card) {
  std::set<std::string_view> clauses;
  for (const CaseResult* result : card.cases) clauses.insert(result->clause);
  return clauses.size();
}

/// Cases of the clause that a verdict was sought for.
std::size_t applicable_cases(const result::RunResult& run, const std::string& clause) {
  return static_cast<std::size_t>(std::count_if(run.cases.begin(), run.cases.end(), [&](const CaseResult& result) {
    return result.clause == clause && result.verdict != Verdict::not_applicable;
  }));
}

std::string where(const Card& card, const Document& document) {
  const CaseResult& first = card.first();
  if (card.cases.size() == 1) return "in " + first.scenario;
  if (const std::size_t clauses = different_clauses(card); clauses > 1) {
    return "and " + std::to_string(clauses - 1) + (clauses == 2 ? " more clause, " : " more clauses, ") +
           std::to_string(card.cases.size()) + " cases";
  }
  return "in " + std::to_string(card.cases.size()) + " of " +
         std::to_string(applicable_cases(document.run, first.clause)) + " scenarios";
}

std::string scenario_list(const Card& card) {
  std::vector<std::string_view> names;
  for (const CaseResult* result : card.cases) {
    if (std::find(names.begin(), names.end(), result->scenario) == names.end()) names.push_back(result->scenario);
  }
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0 && list.size() + names[i].size() > widest_list) {
      return list + " and " + std::to_string(names.size() - i) + " more";
    }
    if (i > 0) list += ", ";
    list += names[i];
  }
  return list;
}

bool values_differ(const Card& card) {
  return std::any_of(card.cases.begin(), card.cases.end(), [&](const CaseResult* result) {
    return !result->failures.empty() && (result->failures.front().expected != card.first().failures.front().expected ||
                                         result->failures.front().observed != card.first().failures.front().observed);
  });
}

/// What else a reader should know before taking the card for all there is.
std::string also(const Card& card) {
  const std::size_t more = card.first().failures.size() - 1;
  std::string text;
  if (more > 0) text = std::to_string(more) + (more == 1 ? " more difference" : " more differences") + " in this case";
  if (values_differ(card)) text += std::string(text.empty() ? "" : "; ") + "other values in other scenarios";
  return text.empty() ? text : text + " (--report json=FILE has them)";
}

void write_evidence(const Card& card, std::ostream& stream) {
  const CaseResult& first = card.first();
  if (first.failures.empty()) {
    write_line(stream, "observed", first.reason);
    return;
  }
  const result::Failure& failure = first.failures.front();
  write_line(stream, "call", failure.call);
  write_line(stream, "expected", failure.expected);
  write_line(stream, "observed", failure.observed);
  if (const std::string more = also(card); !more.empty()) write_line(stream, "also", more);
}

/// Who has accepted it, for how long, and where that is dealt with.
void write_waivers(const CaseResult& result, std::ostream& stream) {
  const std::size_t count = std::min(result.waivers.size(), waivers_shown);
  for (std::size_t i = 0; i < count; ++i) {
    const result::Waiver& waiver = result.waivers[i];
    write_line(
        stream, i == 0 ? "waiver" : "",
        waiver.id + " (" + waiver.kind + "), owner " + waiver.owner + ", until " + waiver.expires + ", " + waiver.link);
  }
  if (const std::size_t more = result.waivers.size() - count; more > 0) {
    write_line(stream, "", "and " + std::to_string(more) + " more (--report json=FILE has them)");
  }
}

/// The last commands before it, of what nobody has looked into yet.
void write_wire(const CaseResult& result, std::ostream& stream) {
  if (result.verdict == Verdict::waived) return;
  const std::size_t skipped = result.wire.size() - std::min(result.wire.size(), commands_shown);
  for (std::size_t i = skipped; i < result.wire.size(); ++i) {
    write_line(stream, i == skipped ? "wire" : "", result.wire[i]);
  }
}

/// What else became known of one of the failures.
void write_reason(const Card& card, std::ostream& stream) {
  const auto found = std::find_if(card.cases.begin(), card.cases.end(), [](const CaseResult* result) {
    return result->verdict == Verdict::failed && !result->reason.empty();
  });
  if (found != card.cases.end()) write_line(stream, "but", (*found)->reason);
}

}  // namespace

std::vector<Card> cards_of(const result::RunResult& run) {
  std::vector<Card> cards;
  for (const Verdict verdict :
       {Verdict::failed, Verdict::crashed, Verdict::timed_out, Verdict::blocked, Verdict::waived}) {
    std::map<Key, std::size_t> index;
    for (const CaseResult& result : run.cases) {
      if (result.verdict != verdict) continue;
      const auto [place, is_new] = index.emplace(key_of(result), cards.size());
      if (is_new) cards.emplace_back();
      cards[place->second].cases.push_back(&result);
    }
  }
  return cards;
}

void write_card(const Card& card, const Document& document, std::ostream& stream, Colour colour) {
  const CaseResult& first = card.first();
  const contract::Clause* clause = document.clause(first.clause);
  const bool coloured = colour == Colour::on;
  const char* colour_of_verdict = first.verdict == Verdict::waived ? "\x1b[1;33m" : "\x1b[1;31m";
  stream << (coloured ? colour_of_verdict : "") << heading_word(first.verdict) << (coloured ? "\x1b[0m" : "");
  if (first.verdict == Verdict::blocked) stream << " by the " << name_of(first.blocked_by);
  stream << "  " << first.clause;
  if (clause != nullptr) stream << "  (" << name_of(clause->level) << ")";
  stream << "  " << where(card, document) << '\n';
  if (clause != nullptr) write_line(stream, "says", std::string(clause->statement));
  if (card.cases.size() > 1) write_line(stream, "in", scenario_list(card));
  write_evidence(card, stream);
  write_reason(card, stream);
  write_waivers(first, stream);
  write_wire(first, stream);
  stream << "  repeat    " << repeat_command(document.run, first) << '\n';
}

}  // namespace discbench::report
