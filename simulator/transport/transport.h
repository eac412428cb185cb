// The seam: everything above it (COM objects, harness) learns of the disc only what a host could, bytes through here.
#pragma once

#include "mmc/exchange.h"

namespace discbench::transport {

using mmc::Completion;
using mmc::Initiator;
using mmc::Request;

/// A way to one recorder. Trace, faults and replay are Transports around another one; bench decides who wraps whom.
class Transport {
 public:
  virtual ~Transport() = default;

  /// Carries out one command. Never throws for what a device answers; a device error is a Completion.
  virtual Completion execute(const Request& request) = 0;

  /// Exclusive access of one initiator, counted: n acquires need n releases. False where another initiator holds it.
  /// (Windows: IOCTL_CDROM_EXCLUSIVE_ACCESS; other initiators' commands are then refused by the host's driver.)
  virtual bool acquire_exclusive(Initiator initiator) = 0;
  virtual void release_exclusive(Initiator initiator) = 0;
};

}  // namespace discbench::transport
