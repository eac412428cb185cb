#include "contract/clause.h"

#include <array>

namespace discbench::contract {

std::string_view name_of(Level level) {
  switch (level) {
    case Level::must:
      return "must";
    case Level::may:
      return "may";
    case Level::info:
      return "info";
  }
  return {};
}

std::string_view name_of(Generation generation) { return generation == Generation::win7 ? "win7" : "xp-vista"; }

std::string_view systems_of(Generation generation) {
  return generation == Generation::win7 ? "Windows 7" : "Windows XP and Vista";
}

std::optional<Generation> generation_named(std::string_view name) {
  for (const Generation generation : {Generation::xp_vista, Generation::win7}) {
    if (name == name_of(generation)) return generation;
  }
  return std::nullopt;
}

std::string address_of_page(std::string_view page) {
  constexpr std::string_view reference = "https://learn.microsoft.com/windows/win32/api/";
  constexpr std::string_view guide = "https://learn.microsoft.com/windows/win32/imapi/";
  // A page of the reference is named by its kind, its header and what it is about: "nf-imapi2-imultisession-put_inuse".
  constexpr std::array kinds{"nf-", "nn-", "ne-", "nc-", "ns-"};
  for (const std::string_view kind : kinds) {
    if (!page.starts_with(kind)) continue;
    const std::string_view header = page.substr(kind.size(), page.find('-', kind.size()) - kind.size());
    return std::string(reference) + std::string(header) + "/" + std::string(page);
  }
  return std::string(guide) + std::string(page);
}

}  // namespace discbench::contract
