// What a recorder that a client hands over can be used for, and the hold on it during a write.
#pragma once

#include <string>

#include "com/pointer.h"
#include "discbench/imapi2.h"

namespace discbench::imapi {

/// True where the drive knows a profile that this writer writes. Throws E_POINTER for none, and where the drive cannot
/// be asked: that does not make it unsupported.
bool is_supported(IDiscRecorder2* recorder);

/// A recorder's exclusive access, held for the time of one burn.
class ExclusiveAccess {
 public:
  ExclusiveAccess(IDiscRecorder2* recorder, const std::u16string& client);
  ~ExclusiveAccess() { recorder_->ReleaseExclusiveAccess(); }
  ExclusiveAccess(const ExclusiveAccess&) = delete;
  ExclusiveAccess& operator=(const ExclusiveAccess&) = delete;

 private:
  const com::Pointer<IDiscRecorder2> recorder_;
};

}  // namespace discbench::imapi
