#include "check/documented_failures.h"

#include <algorithm>
#include <array>

namespace discbench::check {
namespace {

// nf-imapi2-imultisession-get_issupportedoncurrentmediastate, nf-imapi2-imultisessionsequential-get_nextwritableaddress
// and their neighbours, section "Return value"; E_NOTIMPL is get_LastWrittenAddressOfPreviousSession's.
constexpr std::array documented{
    E_NOTIMPL,
    E_POINTER,
    E_FAIL,
    E_OUTOFMEMORY,
    E_INVALIDARG,
    HRESULT_FROM_WIN32(ERROR_INVALID_HANDLE),
    HRESULT_FROM_WIN32(ERROR_DEV_NOT_EXIST),
    E_IMAPI_RECORDER_REQUIRED,
    E_IMAPI_RECORDER_NO_SUCH_MODE_PAGE,
    E_IMAPI_RECORDER_MEDIA_NO_MEDIA,
    E_IMAPI_RECORDER_MEDIA_INCOMPATIBLE,
    E_IMAPI_RECORDER_MEDIA_UPSIDE_DOWN,
    E_IMAPI_RECORDER_MEDIA_BECOMING_READY,
    E_IMAPI_RECORDER_MEDIA_FORMAT_IN_PROGRESS,
    E_IMAPI_RECORDER_MEDIA_BUSY,
    E_IMAPI_RECORDER_INVALID_MODE_PARAMETERS,
    E_IMAPI_RECORDER_MEDIA_WRITE_PROTECTED,
    E_IMAPI_RECORDER_FEATURE_IS_NOT_CURRENT,
    E_IMAPI_RECORDER_COMMAND_TIMEOUT,
    E_IMAPI_RECORDER_DVD_STRUCTURE_NOT_PRESENT,
    E_IMAPI_RECORDER_MEDIA_SPEED_MISMATCH,
    E_IMAPI_RECORDER_LOCKED,
    E_IMAPI_RECORDER_INVALID_RESPONSE_FROM_DEVICE,
    E_IMAPI_LOSS_OF_STREAMING,
    E_IMAPI_DF2DATA_INVALID_MEDIA_STATE,
};

}  // namespace

bool is_documented_failure(HRESULT hr) {
  return std::find(documented.begin(), documented.end(), hr) != documented.end();
}

}  // namespace discbench::check
