#include <iomanip>
#include <iostream>

#include "cli/options.h"

namespace discbench::cli {

int list(const Words& words) {
  const Options options = parse(words, {}, {});
  const profile::Catalogue catalogue = catalogue_of(options);
  for (const profile::Kind kind : profile::kinds)
    for (const std::string& id : catalogue.ids(kind))
      std::cout << std::left << std::setw(10) << name_of(kind) << id << '\n';
  return exit_code::success;
}

}  // namespace discbench::cli
