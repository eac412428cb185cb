// A recorder over a scripted transport.
#pragma once

#include <gtest/gtest.h>

#include "com/pointer.h"
#include "com/text.h"
#include "imapi/recorder/recorder.h"
#include "scripted_transport.h"

namespace discbench::imapi {

class RecorderTest : public testing::Test {
 protected:
  com::Pointer<IDiscRecorder2> make_recorder(std::uint32_t initiator) {
    return com::Pointer<IDiscRecorder2>::adopt(
        create_recorder(transport_, mmc::Initiator{initiator}, u"discbench:cd-r/blank"));
  }

  testing::StrictMock<ScriptedTransport> transport_;
  com::Pointer<IDiscRecorder2> recorder_ = make_recorder(1);
  com::Pointer<IDiscRecorder2Ex> ex_ = recorder_.query<IDiscRecorder2Ex>();
};

/// A buffer that a member of IDiscRecorder2Ex hands out, freed as its caller must.
template <class Element = BYTE>
struct Buffer {
  Element* data = reinterpret_cast<Element*>(this);  // anything but NULL
  ULONG count = 77;

  Buffer() = default;
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  ~Buffer() { CoTaskMemFree(data); }
  std::vector<int> elements() const { return {data, data + count}; }
  bool empty() const { return data == nullptr && count == 0; }
};

/// What a BSTR property answers; the code of a failure goes to `result`.
inline std::u16string text_of(IDiscRecorder2* recorder, HRESULT (STDMETHODCALLTYPE IDiscRecorder2::*getter)(BSTR*),
                              HRESULT* result = nullptr) {
  BSTR value = nullptr;
  const HRESULT code = (recorder->*getter)(&value);
  if (result != nullptr) *result = code;
  std::u16string text = com::text_of(value);
  SysFreeString(value);
  return text;
}

/// The VT_I4 elements of an array property; empty after a failure.
inline std::vector<LONG> numbers_of(IDiscRecorder2* recorder,
                                    HRESULT (STDMETHODCALLTYPE IDiscRecorder2::*getter)(SAFEARRAY**)) {
  SAFEARRAY* array = nullptr;
  std::vector<LONG> numbers;
  if (FAILED((recorder->*getter)(&array))) return numbers;
  for (ULONG i = 0; i < array->rgsabound[0].cElements; ++i) {
    const VARIANT& element = static_cast<VARIANT*>(array->pvData)[i];
    EXPECT_EQ(element.vt, VT_I4);
    numbers.push_back(element.lVal);
  }
  SafeArrayDestroy(array);
  return numbers;
}

}  // namespace discbench::imapi
