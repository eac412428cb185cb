#include "check/catalogue.h"

#include <algorithm>
#include <vector>

#include "check/groups.h"
#include "contract/interfaces.h"

namespace discbench::check {
namespace {

std::vector<Entry> concatenate() {
  std::vector<Entry> all;
  for (const auto group : {
           multisession_clauses(),
           in_use_value_clauses(),
           in_use_pointer_clauses(),
           in_use_circumstance_clauses(),
           sequential_clauses(),
           sequential_address_clauses(),
           sequential_space_clauses(),
           session_cost_clauses(),
           sequential2_clauses(),
           random_write_clauses(),
           consumer_clauses(),
           data_clauses(),
           data_medium_clauses(),
           data_setting_clauses(),
           data_speed_clauses(),
           data_write_clauses(),
           data_overwrite_clauses(),
           format_clauses(),
           burn_verification_clauses(),
           event_clauses(),
           master_event_clauses(),
           erase_clauses(),
           recorder_clauses(),
           recorder_list_clauses(),
           recorder_ex_clauses(),
           recorder_ex_list_clauses(),
           recorder_command_clauses(),
           master_clauses(),
           return_code_clauses(),
           out_value_clauses(),
           media_clauses(),
           com_identity_clauses(),
           com_dispatch_clauses(),
           com_script_clauses(),
           com_data_clauses(),
           file_system_image_clauses(),
       }) {
    all.insert(all.end(), group.begin(), group.end());
  }
  for (Entry& entry : all) {
    const contract::Interface* interface = contract::interface_of_clause(entry.clause.id);
    if (interface != nullptr) entry.clause.since = std::max(entry.clause.since, interface->since);
  }
  return all;
}

}  // namespace

std::string why_not_in(contract::Generation generation, const Entry& entry,
                       const expectation::Expectations& expectations) {
  if (entry.clause.since > generation) {
    return "came with " + std::string(systems_of(entry.clause.since)) + "; this run is of the generation " +
           std::string(name_of(generation));
  }
  return entry.inapplicable == nullptr ? "" : entry.inapplicable(expectations);
}

std::span<const Entry> catalogue() {
  static const std::vector<Entry> all = concatenate();
  return all;
}

const Entry* find(std::string_view id) {
  const auto all = catalogue();
  const auto found = std::find_if(all.begin(), all.end(), [id](const Entry& entry) { return entry.clause.id == id; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace discbench::check
