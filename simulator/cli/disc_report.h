// What `discsim show` tells of a disc.
#pragma once

#include <ostream>

#include "drive/drive.h"
#include "profile/scenario.h"

namespace discbench::cli {

void print_text(const profile::Scenario& scenario, const drive::Drive& drive, std::ostream& out);
void print_json(const profile::Scenario& scenario, const drive::Drive& drive, std::ostream& out);

}  // namespace discbench::cli
