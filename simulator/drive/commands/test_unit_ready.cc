#include "drive/commands/handlers.h"

#include "mmc/commands/test_unit_ready.h"

namespace discbench::drive {

// The gate has said everything: it is ready.
Completion test_unit_ready(Exchange&, const mmc::TestUnitReady&) { return {}; }

}  // namespace discbench::drive
