#include <gtest/gtest.h>

#include <new>
#include <thread>
#include <vector>

#include "com/class_factory.h"
#include "com/pointer.h"
#include "counted_object.h"

namespace {

using namespace discbench::com;

class QueryInterface : public testing::Test {
 protected:
  void* ask(IUnknown* from, REFIID iid) {
    void* found = this;  // anything but NULL
    result_ = from->QueryInterface(iid, &found);
    if (found != nullptr && SUCCEEDED(result_)) static_cast<IUnknown*>(found)->Release();
    return found;
  }

  Pointer<CountedObject> object_ = Pointer<CountedObject>::adopt(new CountedObject);
  IBurnVerification* other_ = object_.get();
  HRESULT result_ = S_OK;
};

TEST_F(QueryInterface, TheIdentityIsTheSameFromEveryInterface) {
  void* identity = ask(other_, IID_IUnknown);
  EXPECT_EQ(identity, ask(static_cast<IDiscMaster2*>(object_.get()), IID_IUnknown));
  EXPECT_EQ(identity, ask(static_cast<IUnknown*>(identity), IID_IUnknown));
}

TEST_F(QueryInterface, EveryInterfaceLeadsToEveryOther) {
  IDiscMaster2* master = object_.get();
  EXPECT_EQ(ask(master, IID_IBurnVerification), other_);
  EXPECT_EQ(ask(other_, IID_IDiscMaster2), master);
  EXPECT_EQ(ask(other_, IID_IDispatch), static_cast<IDispatch*>(master)) << "an inherited interface";
}

TEST_F(QueryInterface, AnUnknownInterfaceLeavesNull) {
  EXPECT_EQ(ask(other_, IID_IStream), nullptr);
  EXPECT_EQ(result_, E_NOINTERFACE);
  EXPECT_EQ(other_->QueryInterface(IID_IUnknown, nullptr), E_POINTER);
}

TEST_F(QueryInterface, EveryAnswerIsAReference) {
  void* found = nullptr;
  ASSERT_EQ(other_->QueryInterface(IID_IDispatch, &found), S_OK);
  EXPECT_EQ(object_->references(), 2u);
  static_cast<IDispatch*>(found)->Release();
  EXPECT_EQ(object_->references(), 1u);
  EXPECT_EQ(other_->QueryInterface(IID_IStream, &found), E_NOINTERFACE);
  EXPECT_EQ(object_->references(), 1u);
}

TEST(Object, DiesWithItsLastReference) {
  const auto before = live_objects();
  bool dead = false;
  auto* object = new CountedObject(&dead);
  EXPECT_EQ(live_objects(), before + 1);
  EXPECT_EQ(object->AddRef(), 2u);
  EXPECT_EQ(object->Release(), 1u);
  EXPECT_FALSE(dead);
  EXPECT_EQ(static_cast<IBurnVerification*>(object)->Release(), 0u);
  EXPECT_TRUE(dead);
  EXPECT_EQ(live_objects(), before);
}

TEST(Object, IsCountedFromManyThreads) {
  bool dead = false;
  auto* object = new CountedObject(&dead);
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([object] {
      for (int round = 0; round < 10000; ++round) {
        object->AddRef();
        object->Release();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(object->references(), 1u);
  EXPECT_FALSE(dead);
  object->Release();
  EXPECT_TRUE(dead);
}

TEST(Pointer, CopiesShareAndMovesDoNot) {
  auto first = Pointer<CountedObject>::adopt(new CountedObject);
  Pointer<CountedObject> second = first;
  EXPECT_EQ(first->references(), 2u);
  Pointer<CountedObject> third = std::move(second);
  EXPECT_EQ(first->references(), 2u);
  third = first;
  EXPECT_EQ(first->references(), 2u);
  third = {};
  EXPECT_EQ(first->references(), 1u);
  EXPECT_EQ(first.query<IDispatch>().get(), static_cast<IDispatch*>(first.get()));
  EXPECT_FALSE(first.query<IStream>());
  EXPECT_FALSE(Pointer<IUnknown>().query<IDispatch>());
  first.share()->Release();
  EXPECT_EQ(first->references(), 1u);
}

TEST(Answer, NullIsRefusedBeforeAnythingIsDone) {
  bool asked = false;
  LONG* nowhere = nullptr;
  EXPECT_EQ(answer(nowhere, [&] { return asked = true; }), E_POINTER);
  EXPECT_FALSE(asked);
}

TEST(Answer, WhatIsThrownBecomesACodeAndTheValueZero) {
  LONG value = 0x5a5a;
  EXPECT_EQ(answer(&value, []() -> LONG { throw Failure{E_IMAPI_RECORDER_REQUIRED}; }), E_IMAPI_RECORDER_REQUIRED);
  EXPECT_EQ(value, 0);
  EXPECT_EQ(answer(&value, []() -> LONG { throw std::bad_alloc(); }), E_OUTOFMEMORY);
  EXPECT_EQ(answer(&value, []() -> LONG { throw 42; }), E_FAIL);
  EXPECT_EQ(answer(&value, [] { return 12010; }), S_OK);
  EXPECT_EQ(value, 12010);
}

TEST(Answer, AFailureThatNamesASuccessIsAFailureAllTheSame) {
  EXPECT_EQ(perform([] { throw Failure{S_OK}; }), E_FAIL);
  EXPECT_EQ(perform([] { return S_FALSE; }), S_FALSE);
  EXPECT_EQ(demand(S_FALSE), S_FALSE);
}

HRESULT create_counted(REFIID iid, void** out) { return create_object<CountedObject>(iid, out); }
constexpr OfferedClass offered[] = {{CLSID_MsftDiscMaster2, create_counted}};

TEST(ClassFactory, MakesWhatItIsAskedFor) {
  Pointer<IClassFactory> factory;
  ASSERT_EQ(get_class_object(offered, CLSID_MsftDiscMaster2, IID_PPV_ARGS(factory.put())), S_OK);
  Pointer<IBurnVerification> object;
  EXPECT_EQ(factory->CreateInstance(nullptr, IID_PPV_ARGS(object.put())), S_OK);
  EXPECT_TRUE(object);
  void* none = &object;
  EXPECT_EQ(factory->CreateInstance(nullptr, IID_IStream, &none), E_NOINTERFACE);
  EXPECT_EQ(none, nullptr);
  EXPECT_EQ(factory->CreateInstance(nullptr, IID_IUnknown, nullptr), E_POINTER);
}

TEST(ClassFactory, IsNotAggregated) {
  Pointer<IClassFactory> factory;
  ASSERT_EQ(get_class_object(offered, CLSID_MsftDiscMaster2, IID_PPV_ARGS(factory.put())), S_OK);
  void* none = &factory;
  EXPECT_EQ(factory->CreateInstance(factory.get(), IID_IUnknown, &none), CLASS_E_NOAGGREGATION);
  EXPECT_EQ(none, nullptr);
}

TEST(ClassFactory, AnUnknownClassLeavesNull) {
  void* none = &none;
  EXPECT_EQ(get_class_object(offered, CLSID_MsftWriteEngine2, IID_IClassFactory, &none), CLASS_E_CLASSNOTAVAILABLE);
  EXPECT_EQ(none, nullptr);
  EXPECT_EQ(get_class_object(offered, CLSID_MsftDiscMaster2, IID_IClassFactory, nullptr), E_POINTER);
}

TEST(ClassFactory, ALockKeepsTheLibrary) {
  Pointer<IClassFactory> factory;
  ASSERT_EQ(get_class_object(offered, CLSID_MsftDiscMaster2, IID_PPV_ARGS(factory.put())), S_OK);
  const auto before = live_objects();
  factory->LockServer(TRUE);
  EXPECT_EQ(live_objects(), before + 1);
  factory->LockServer(FALSE);
  EXPECT_EQ(live_objects(), before);
}

}  // namespace
