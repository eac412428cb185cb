// What a call leaves behind at the recorder when it comes back.
#pragma once

#include <discbench/imapi2.h>

#include "fault.h"

namespace mutant {

/// `recorder` may be null.
inline void leave_behind(IDiscRecorder2* recorder) {
  if (recorder == nullptr) return;
  if (is(Fault::keeps_disabled)) recorder->DisableMcn();
  if (!is(Fault::keeps_lock)) return;
  const BSTR name = SysAllocString(OLESTR("mutant"));
  recorder->AcquireExclusiveAccess(VARIANT_FALSE, name);
  SysFreeString(name);
}

}  // namespace mutant
