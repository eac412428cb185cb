#include "cli/version.h"

namespace discbench::cli {

const char program_version[] = DISCBENCH_VERSION;

}  // namespace discbench::cli
