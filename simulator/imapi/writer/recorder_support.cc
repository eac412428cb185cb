#include "imapi/writer/recorder_support.h"

#include "com/answer.h"
#include "com/text.h"
#include "imapi/writer/media_kind.h"
#include "imapi/writer/mmc_device.h"

namespace discbench::imapi {
namespace {

bool can_write(IDiscRecorder2* recorder) {
  MmcDevice device(recorder);
  for (const std::uint16_t profile : device.supported_profiles()) {
    if (media_kind_of(profile).writable()) return true;
  }
  return false;
}

/// Failures that say: this is no recorder of ours. Others say nothing of the kind.
bool means_unsupported(const com::Failure& failure) {
  return failure.code == E_IMAPI_DF2DATA_RECORDER_NOT_SUPPORTED ||
         failure.code == E_IMAPI_RECORDER_GET_CONFIGURATION_NOT_SUPPORTED ||
         failure.code == E_IMAPI_RECORDER_NO_SUCH_FEATURE;
}

}  // namespace

bool is_supported(IDiscRecorder2* recorder) {
  if (recorder == nullptr) throw com::Failure{E_POINTER};
  try {
    return can_write(recorder);
  } catch (const com::Failure& failure) {
    if (means_unsupported(failure)) return false;
    throw;
  }
}

ExclusiveAccess::ExclusiveAccess(IDiscRecorder2* recorder, const std::u16string& client) : recorder_(recorder) {
  // Forced, because the sessions that a disc has already are usually mounted.
  com::demand(recorder_->AcquireExclusiveAccess(VARIANT_TRUE, com::String(client).get()));
}

}  // namespace discbench::imapi
