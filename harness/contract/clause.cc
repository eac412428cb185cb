#include "contract/clause.h"

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

}  // namespace discbench::contract
