#include "drive/commands/handlers.h"

namespace discbench::drive {

Completion synchronize_cache(Exchange& exchange, const mmc::SynchronizeCache&) {
  return exchange.outcome(exchange.medium().synchronise());
}

}  // namespace discbench::drive
