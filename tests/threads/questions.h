// What several threads ask a recorder. Under another handle's lock every one of these is answered with
// E_IMAPI_RECORDER_LOCKED, and with the tray open the medium is not there: both are right, garbage is not.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "com/pointer.h"
#include "com/text.h"
#include "discbench/imapi2.h"

namespace discbench::threads {

inline std::u16string taken(BSTR string) {
  std::u16string text = com::text_of(string);
  SysFreeString(string);
  return text;
}

inline bool is_busy_or_empty(HRESULT result) {
  return result == E_IMAPI_RECORDER_LOCKED || result == E_IMAPI_RECORDER_MEDIA_NO_MEDIA ||
         result == E_IMAPI_RECORDER_MEDIA_BECOMING_READY;
}

/// One of everything that only looks.
inline void ask_everything(IDiscRecorder2* recorder) {
  BSTR vendor = nullptr;
  EXPECT_EQ(recorder->get_VendorId(&vendor), S_OK) << "INQUIRY is let through every lock";
  EXPECT_EQ(taken(vendor), u"DISCBNCH");
  BSTR owner = nullptr;
  EXPECT_EQ(recorder->get_ExclusiveAccessOwner(&owner), S_OK);
  SysFreeString(owner);
  BSTR volume = nullptr;
  EXPECT_EQ(recorder->get_VolumeName(&volume), S_OK);
  SysFreeString(volume);

  const auto ex = com::query<IDiscRecorder2Ex>(recorder);
  BYTE* data = nullptr;
  ULONG size = 0;
  HRESULT result = ex->GetDiscInformation(&data, &size);
  EXPECT_TRUE(result == S_OK ? size == 34 : is_busy_or_empty(result)) << std::hex << result;
  CoTaskMemFree(data);
  result =
      ex->GetModePage(IMAPI_MODE_PAGE_TYPE_WRITE_PARAMETERS, IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES, &data, &size);
  EXPECT_TRUE(result == S_OK ? data[0] % 0x40 == 0x05 : is_busy_or_empty(result)) << std::hex << result;
  CoTaskMemFree(data);
  SAFEARRAY* profiles = nullptr;
  result = recorder->get_SupportedProfiles(&profiles);
  EXPECT_TRUE(result == S_OK || is_busy_or_empty(result)) << std::hex << result;
  SafeArrayDestroy(profiles);
  BYTE test_unit_ready[6] = {};
  BYTE sense[18] = {};
  result = ex->SendCommandNoData(test_unit_ready, 6, sense, 0);
  EXPECT_TRUE(SUCCEEDED(result) || is_busy_or_empty(result)) << std::hex << result;
}

}  // namespace discbench::threads
