// Everything that went wrong, accepted or not, as cards: one for a failure, in however many scenarios it showed.
#pragma once

#include <iosfwd>
#include <vector>

#include "report/report.h"

namespace discbench::report {

inline constexpr std::size_t card_lines = 12;  ///< at most

/// The cases of one card: the same verdict, call (or reason) and waivers of the same clause; of blocked cases, of any
/// clause.
struct Card {
  std::vector<const result::CaseResult*> cases;  ///< never empty, in the run's order

  const result::CaseResult& first() const { return *cases.front(); }
};

/// By verdict in the order failed, crashed, timed_out, blocked, waived, then as they first occur. Points into the run.
std::vector<Card> cards_of(const result::RunResult& run);

void write_card(const Card& card, const Document& document, std::ostream& stream, Colour colour);

}  // namespace discbench::report
