#include "report/matrix.h"

#include <algorithm>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "report/interface_of.h"

namespace discbench::report {
namespace {

using result::CaseResult;
using result::Verdict;

struct Cell {
  std::uint32_t passed = 0;
  std::uint32_t applicable = 0;

  void add(const CaseResult& result) {
    if (result.verdict == Verdict::not_applicable || result.verdict == Verdict::noted) return;
    ++applicable;
    if (result.verdict == Verdict::passed) ++passed;
  }
  std::string text() const { return applicable == 0 ? "-" : std::to_string(passed) + "/" + std::to_string(applicable); }
};

struct Row {
  std::string name;
  std::vector<Cell> cells;  ///< one for each interface, and the last for all of them
};

std::vector<Row> rows_of(const result::RunResult& run, const std::vector<std::string>& interfaces) {
  std::set<std::string_view> families;
  for (const CaseResult& result : run.cases) families.insert(family_of(result.scenario));
  const bool by_scenario = families.size() == 1;
  std::vector<Row> rows;
  for (const CaseResult& result : run.cases) {
    const std::string name(by_scenario ? result.scenario : family_of(result.scenario));
    auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& candidate) { return candidate.name == name; });
    if (row == rows.end()) row = rows.insert(rows.end(), Row{name, std::vector<Cell>(interfaces.size() + 1)});
    const auto column = std::find(interfaces.begin(), interfaces.end(), interface_of(result.clause));
    row->cells[static_cast<std::size_t>(column - interfaces.begin())].add(result);
    row->cells.back().add(result);
  }
  return rows;
}

}  // namespace

void write_matrix(const result::RunResult& run, std::ostream& stream) {
  std::vector<std::string> columns = interfaces_of(run.cases);
  const std::vector<Row> rows = rows_of(run, columns);
  columns.emplace_back("total");
  const std::string corner = "passed/applicable";
  std::size_t first_width = corner.size();
  for (const Row& row : rows) first_width = std::max(first_width, row.name.size());
  const auto padded = [&stream](const std::string& text, std::size_t width) {
    stream << "  " << std::string(width - std::min(width, text.size()), ' ') << text;
  };
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::size_t width = columns[i].size();
    for (const Row& row : rows) width = std::max(width, row.cells[i].text().size());
    widths.push_back(width);
  }
  stream << corner << std::string(first_width - corner.size(), ' ');
  for (std::size_t i = 0; i < columns.size(); ++i) padded(columns[i], widths[i]);
  stream << '\n';
  for (const Row& row : rows) {
    stream << row.name << std::string(first_width - row.name.size(), ' ');
    for (std::size_t i = 0; i < columns.size(); ++i) padded(row.cells[i].text(), widths[i]);
    stream << '\n';
  }
}

}  // namespace discbench::report
