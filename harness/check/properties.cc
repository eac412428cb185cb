#include "check/properties.h"

namespace discbench::check {

std::string why_nothing_is_expected(std::string_view key, const expectation::Expectations& expectations) {
  const auto found = expectations.find(key);
  if (found == expectations.end()) return "the scenario expects nothing of " + std::string(key);
  const bool any = found->second.result == expectation::Expectation::Result::any && !found->second.compares_value();
  return any ? "the scenario accepts every answer of " + std::string(key) : "";
}

std::string where_the_capacity_stands_still(const expectation::Expectations& expectations) {
  const auto found = expectations.find(random_write::total_sectors_on_media.key);
  const bool grows = found != expectations.end() && found->second.range.has_value();
  return grows ? "the scenario's medium is being formatted, and grows by itself" : "";
}

std::vector<const Element*> elements_with(Stage& stage, const Reached& reached, const Property& property) {
  std::vector<const Element*> found;
  for (const Element& element : reached.elements) {
    if (property.answered_by(element)) found.push_back(&element);
  }
  if (found.empty())
    stage.checker.not_applicable("no element answers the interface of " + std::string(property.member));
  return found;
}

}  // namespace discbench::check
