#include "contract/contract_page.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <vector>

#include "contract/interfaces.h"
#include "contract/silences.h"

namespace discbench::contract {
namespace {

constexpr char opening[] = R"(# The contract

Made from the catalogue in `harness/check` and the tables in `harness/contract`; do not edit. What a subject is held to,
sentence by sentence, each in our own words and with the page of the documentation that says it. `msconform explain ID`
shows the same of one clause, and `msconform run ID` checks it.

* **must**: a sentence says it, or two together leave no other reading. A violation fails the run.
* **may**: the documentation grants latitude. Only an answer outside the documented set fails the run.
* **info**: the documentation is silent. What is observed is noted and never judged.

A call succeeds by any code without bit 31: `S_OK` is never demanded, and other success codes are noted. What came with
Windows 7 is marked, and does not apply in a run with `--generation xp-vista`. A clause *not checked* is listed and
counted, and never part of a score. What does not apply to a scenario is told with the reason, and never passes.
)";

/// The scenarios in which a clause applies, and why not in the others.
struct Reach {
  std::vector<std::string> scenarios;
  std::vector<std::string> reasons;  ///< each once
};

Reach reach_of(const check::Entry& entry, std::span<const profile::Scenario> scenarios) {
  Reach reach;
  for (const profile::Scenario& scenario : scenarios) {
    const std::string why = entry.inapplicable == nullptr ? "" : entry.inapplicable(scenario.expect);
    if (why.empty()) {
      reach.scenarios.push_back(scenario.id);
    } else if (std::find(reach.reasons.begin(), reach.reasons.end(), why) == reach.reasons.end()) {
      reach.reasons.push_back(why);
    }
  }
  return reach;
}

/// "cd-r: blank, one-session" for each family.
std::string by_family(const std::vector<std::string>& scenarios) {
  std::map<std::string, std::string> states;
  for (const std::string& id : scenarios) {
    const std::size_t slash = id.find('/');
    std::string& list = states[id.substr(0, slash)];
    list += (list.empty() ? "" : ", ") + id.substr(slash + 1);
  }
  std::string text;
  for (const auto& [family, list] : states) text += "* `" + family + "`: " + list + "\n";
  return text.empty() ? "* none of these\n" : text;
}

/// Sets of scenarios by the order in which they first occur: most clauses share one of a few.
class Sets {
 public:
  explicit Sets(std::size_t all) : all_(all) {}

  std::string name(const Reach& reach) {
    if (reach.scenarios.size() == all_) return "everywhere";
    const auto found =
        std::find_if(sets_.begin(), sets_.end(), [&](const Reach& set) { return set.scenarios == reach.scenarios; });
    const std::size_t number = static_cast<std::size_t>(found - sets_.begin()) + 1;
    if (found == sets_.end()) {
      sets_.push_back(reach);
    } else {
      add_reasons(*found, reach);
    }
    return "[set " + std::to_string(number) + "](#set-" + std::to_string(number) + ")";
  }

  void write(std::ostream& out) const {
    for (std::size_t i = 0; i < sets_.size(); ++i) {
      out << "\n### Set " << i + 1 << "\n\n" << by_family(sets_[i].scenarios) << "\nNot elsewhere:";
      for (const std::string& reason : sets_[i].reasons)
        out << (&reason == sets_[i].reasons.data() ? " " : "; ") << reason;
      out << ".\n";
    }
  }

 private:
  static void add_reasons(Reach& set, const Reach& other) {
    for (const std::string& reason : other.reasons) {
      if (std::find(set.reasons.begin(), set.reasons.end(), reason) == set.reasons.end()) set.reasons.push_back(reason);
    }
  }

  std::size_t all_;
  std::vector<Reach> sets_;
};

struct Counts {
  std::size_t must = 0;
  std::size_t may = 0;
  std::size_t info = 0;
  std::size_t unchecked = 0;

  void add(const Clause& clause) {
    if (!clause.ineligible.empty()) {
      ++unchecked;
    } else {
      ++(clause.level == Level::must ? must : clause.level == Level::may ? may : info);
    }
  }
  std::size_t all() const { return must + may + info + unchecked; }
  std::string row() const {
    std::ostringstream out;
    out << all() << " | " << must << " | " << may << " | " << info << " | " << unchecked << " |\n";
    return out.str();
  }
};

std::vector<const check::Entry*> entries_of(const Interface& interface, std::span<const check::Entry> entries) {
  std::vector<const check::Entry*> found;
  for (const check::Entry& entry : entries) {
    if (interface_of_clause(entry.clause.id) == &interface) found.push_back(&entry);
  }
  return found;
}

void write_counts(std::ostream& out, std::span<const check::Entry> entries) {
  out << "\n| interface | clauses | must | may | info | not checked |\n|---|---|---|---|---|---|\n";
  Counts total;
  for (const Interface& interface : interfaces()) {
    Counts counts;
    for (const check::Entry* entry : entries_of(interface, entries)) counts.add(entry->clause);
    if (counts.all() == 0) continue;
    for (const check::Entry* entry : entries_of(interface, entries)) total.add(entry->clause);
    out << "| [" << interface.name << "](#" << interface.prefix << ") | " << counts.row();
  }
  out << "| all | " << total.row();
}

std::string links_to_silences(const Clause& clause) {
  std::string links;
  for (const Silence* silence : silences_of(clause.id)) {
    links +=
        (links.empty() ? " (open: " : ", ") + ("[" + std::string(silence->id)) + "](#" + std::string(silence->id) + ")";
  }
  return links.empty() ? "" : links + ")";
}

void write_clause(std::ostream& out, const check::Entry& entry, std::span<const profile::Scenario> scenarios,
                  Sets& sets) {
  const Clause& clause = entry.clause;
  const std::string where = clause.ineligible.empty() ? sets.name(reach_of(entry, scenarios))
                                                      : "not checked: " + std::string(clause.ineligible);
  out << "| `" << clause.id << "` | " << name_of(clause.level) << " | " << clause.statement << links_to_silences(clause)
      << " | [" << clause.page << "](" << address_of_page(clause.page) << ") | " << where << " |\n";
}

void write_interface(std::ostream& out, const Interface& interface, const std::vector<const check::Entry*>& entries,
                     std::span<const profile::Scenario> scenarios, Sets& sets) {
  out << "\n<a id=\"" << interface.prefix << "\"></a>\n\n## " << interface.name << "\n\n" << interface.about;
  const bool all_later = interface.since != Generation::xp_vista;
  if (all_later) out << " Since " << systems_of(interface.since) << ".";
  out << "\n\n| clause | level | says | page | applies |\n|---|---|---|---|---|\n";
  for (const check::Entry* entry : entries) write_clause(out, *entry, scenarios, sets);
  for (const check::Entry* entry : entries) {
    if (all_later || entry->clause.since == Generation::xp_vista) continue;
    out << "\nSince " << systems_of(entry->clause.since) << ": `" << entry->clause.id << "`.\n";
  }
}

void write_silences(std::ostream& out, std::span<const check::Entry> entries) {
  out << "\n## What the documentation leaves open\n\nWhere the pages are silent, or say two things, a rule that nobody "
         "wrote down would fail libraries that are lawful.\nEach of these questions is settled here once.\n";
  for (const Silence& silence : silences()) {
    out << "\n<a id=\"" << silence.id << "\"></a>\n\n### " << silence.question
        << "\n\n* Documented: " << silence.documented << "\n* Here: " << silence.treatment << "\n* Settles:";
    std::size_t count = 0;
    for (const check::Entry& entry : entries) {
      if (silence.settles(entry.clause.id)) out << (count++ == 0 ? " `" : ", `") << entry.clause.id << '`';
    }
    out << '\n';
  }
}

}  // namespace

std::string contract_page(std::span<const check::Entry> entries, std::span<const profile::Scenario> scenarios) {
  std::ostringstream out;
  Sets sets(scenarios.size());
  out << opening;
  write_counts(out, entries);
  for (const Interface& interface : interfaces()) {
    const std::vector<const check::Entry*> its_own = entries_of(interface, entries);
    if (!its_own.empty()) write_interface(out, interface, its_own, scenarios, sets);
  }
  write_silences(out, entries);
  out << "\n## Where clauses apply\n\nA clause that is not said of every scenario applies in one of these sets, by "
         "what a "
         "scenario's `expect` says. A check may find\nfurther reasons at run time: a call that fails, an interface "
         "that "
         "the subject does not offer.\n";
  sets.write(out);
  return out.str();
}

}  // namespace discbench::contract
