// The mode pages that a host can set, with the values that they have now.
#pragma once

#include "mmc/mode_pages.h"

namespace discbench::drive {

struct ModePages {
  mmc::ReadWriteErrorRecoveryPage error_recovery{};
  mmc::WriteParametersPage write_parameters{};
  mmc::PowerConditionPage power_condition{};
  mmc::FaultReportingPage fault_reporting{};
  mmc::TimeoutAndProtectPage timeout_and_protect{};

  void reset() { *this = ModePages{}; }
  /// Write parameters are those of one medium: the next one starts with the defaults.
  void reset_write_parameters() { write_parameters = mmc::WriteParametersPage{}; }
};

}  // namespace discbench::drive
