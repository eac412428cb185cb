// A writer on a scripted recorder, and its members as values that can be compared.
#pragma once

#include <gtest/gtest.h>

#include <ostream>

#include "com/pointer.h"
#include "com/text.h"
#include "imapi/writer/disc_format_data.h"
#include "imapi_writer/discs.h"
#include "imapi_writer/scripted_recorder.h"

namespace discbench::imapi {

/// What a getter answered.
template <typename Value>
struct Answered {
  HRESULT result = E_UNEXPECTED;
  Value value{};
  friend bool operator==(const Answered&, const Answered&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Answered& answered) {
    return out << std::hex << "HRESULT 0x" << static_cast<std::uint32_t>(answered.result) << std::dec << ", value "
               << static_cast<long long>(answered.value);
  }
};

template <typename Value>
Answered<Value> succeeded(Value value) {
  return {S_OK, value};
}
/// Failed, and the out value holds nothing.
template <typename Value>
Answered<Value> failed(HRESULT result) {
  return {result, Value{}};
}

/// Calls a getter, with an out value that is anything but the answer.
template <typename Interface, typename Declaring, typename Value>
Answered<Value> get(Interface* object, HRESULT (STDMETHODCALLTYPE Declaring::*getter)(Value*)) {
  Answered<Value> answered{.value = static_cast<Value>(0x5a5a)};
  answered.result = (object->*getter)(&answered.value);
  return answered;
}

class WriterTest : public ::testing::Test {
 protected:
  WriterTest() {
    recorder().set_profiles({0x43, 0x41, 0x2b, 0x1b, 0x1a, 0x0a, 0x09, 0x08});
    EXPECT_EQ(create_disc_format_data(IID_PPV_ARGS(data_.put())), S_OK);
    EXPECT_EQ(data_->put_Recorder(recorder_.get()), S_OK);
    sequential_ = element<IMultisessionSequential2>(data_.get());
    random_write_ = element<IMultisessionRandomWrite>(data_.get());
  }

  StrictRecorder& recorder() { return *recorder_.get(); }
  IDiscFormat2Data* data() { return data_.get(); }
  IMultisessionSequential2* sequential() { return sequential_.get(); }
  IMultisessionRandomWrite* random_write() { return random_write_.get(); }

  template <typename Declaring, typename Value>
  Answered<Value> of_data(HRESULT (STDMETHODCALLTYPE Declaring::*getter)(Value*)) {
    return get(data_.get(), getter);
  }
  template <typename Declaring, typename Value>
  Answered<Value> of_sequential(HRESULT (STDMETHODCALLTYPE Declaring::*getter)(Value*)) {
    return get(sequential_.get(), getter);
  }

  template <typename Declaring, typename Value>
  Answered<Value> of_random_write(HRESULT (STDMETHODCALLTYPE Declaring::*getter)(Value*)) {
    return get(random_write_.get(), getter);
  }

  /// The element of get_MultisessionInterfaces that answers the interface: there is exactly one.
  template <typename Interface>
  static com::Pointer<Interface> element(IDiscFormat2Data* data) {
    SAFEARRAY* array = nullptr;
    EXPECT_EQ(data->get_MultisessionInterfaces(&array), S_OK);
    com::Pointer<Interface> found;
    for (LONG index = 0; index < static_cast<LONG>(array->rgsabound[0].cElements); ++index) {
      VARIANT each{};
      EXPECT_EQ(SafeArrayGetElement(array, &index, &each), S_OK);
      EXPECT_EQ(each.vt, VT_DISPATCH);
      if (auto asked = com::query<Interface>(each.pdispVal)) {
        EXPECT_FALSE(found);
        found = std::move(asked);
      }
      VariantClear(&each);
    }
    SafeArrayDestroy(array);
    EXPECT_TRUE(found);
    return found;
  }

  com::Pointer<StrictRecorder> recorder_ = com::Pointer<StrictRecorder>::adopt(new StrictRecorder);
  com::Pointer<IDiscFormat2Data> data_;
  com::Pointer<IMultisessionSequential2> sequential_;
  com::Pointer<IMultisessionRandomWrite> random_write_;
};

}  // namespace discbench::imapi
