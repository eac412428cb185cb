#include "drive/commands/handlers.h"

#include "mmc/commands/synchronize_cache.h"

namespace discbench::drive {

Completion synchronize_cache(Exchange& exchange, const mmc::SynchronizeCache&) {
  return exchange.outcome(exchange.medium().synchronise());
}

}  // namespace discbench::drive
