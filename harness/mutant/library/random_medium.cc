#include "random_medium.h"

#include <algorithm>
#include <vector>

namespace mutant {
namespace {

using Bytes = std::vector<BYTE>;

/// Calls `ask(device, buffer, size)` and takes over the answer.
template <class Ask>
HRESULT answer_of_device(Context& context, Bytes& answer, Ask ask) {
  if (!context.recorder) return E_IMAPI_RECORDER_REQUIRED;
  Held<IDiscRecorder2Ex> device;
  HRESULT hr = context.recorder->QueryInterface(IID_PPV_ARGS(device.put()));
  if (FAILED(hr)) return hr;
  BYTE* buffer = nullptr;
  ULONG size = 0;
  hr = ask(*device.get(), &buffer, &size);
  if (FAILED(hr)) return hr;
  answer.assign(buffer, buffer + size);
  CoTaskMemFree(buffer);
  return S_OK;
}

/// MMC-6, Features, Random Writable (0020h): the payload stands behind a header of four bytes.
HRESULT random_writable_feature(Context& context, Bytes& page) {
  return answer_of_device(context, page, [](IDiscRecorder2Ex& device, BYTE** buffer, ULONG* size) {
    return device.GetFeaturePage(IMAPI_FEATURE_PAGE_TYPE_RANDOMLY_WRITABLE, TRUE, buffer, size);
  });
}

HRESULT disc_information(Context& context, Bytes& information) {
  return answer_of_device(context, information, [](IDiscRecorder2Ex& device, BYTE** buffer, ULONG* size) {
    return device.GetDiscInformation(buffer, size);
  });
}

LONG big_endian(const Bytes& bytes, std::size_t at, std::size_t length) {
  ULONG value = 0;
  for (std::size_t index = at; index < at + length; ++index)
    value = (value << 8) | (index < bytes.size() ? bytes[index] : 0u);
  return static_cast<LONG>(value);
}

}  // namespace

bool is_random_write_medium(Context& context) {
  Bytes page;
  return SUCCEEDED(random_writable_feature(context, page));
}

HRESULT takes_random_writes(Context& context, VARIANT_BOOL* value) {
  Bytes information;
  const HRESULT hr = disc_information(context, information);
  if (FAILED(hr)) return hr;
  // READ DISC INFORMATION, Disc Status: 0 is blank, and here that is not formatted.
  const bool formatted = (big_endian(information, 2, 1) & 3) != 0;
  *value = formatted && is_random_write_medium(context) ? VARIANT_TRUE : VARIANT_FALSE;
  return S_OK;
}

HRESULT unit_of_medium(void* context, LONG* value) {
  Bytes page;
  const HRESULT hr = random_writable_feature(*static_cast<Context*>(context), page);
  if (SUCCEEDED(hr)) *value = big_endian(page, 4 + 8, 2);
  return hr;
}

HRESULT total_of_medium(void* context, LONG* value) {
  Bytes page;
  const HRESULT hr = random_writable_feature(*static_cast<Context*>(context), page);
  if (SUCCEEDED(hr)) *value = big_endian(page, 4, 4) + 1;
  return hr;
}

HRESULT last_of_medium(void* context, LONG* value) {
  Bytes track;
  const HRESULT hr = answer_of_device(
      *static_cast<Context*>(context), track, [](IDiscRecorder2Ex& device, BYTE** buffer, ULONG* size) {
        return device.GetTrackInformation(1, IMAPI_READ_TRACK_ADDRESS_TYPE_TRACK, buffer, size);
      });
  if (FAILED(hr)) return hr;
  const bool valid = (big_endian(track, 7, 1) & 2) != 0;  // LRA_V
  if (!valid) return E_NOTIMPL;
  *value = big_endian(track, 28, 4);
  return S_OK;
}

}  // namespace mutant
