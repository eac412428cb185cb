#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "imapi/master/device_list.h"

namespace discbench::imapi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Writes down what it is told; without `alive` it is about to end.
class Notes final : public DeviceList::Watcher {
 public:
  com::Pointer<IUnknown> hold() override { return com::Pointer<IUnknown>(alive); }
  void device_added(const std::u16string& id) override { lines.push_back(u"+" + id); }
  void device_removed(const std::u16string& id) override { lines.push_back(u"-" + id); }

  IUnknown* alive = nullptr;
  std::vector<std::u16string> lines;
};

/// Something to hold.
struct Countless : IUnknown {
  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID, void**) override { return E_NOINTERFACE; }
  ULONG STDMETHODCALLTYPE AddRef() override { return 1; }
  ULONG STDMETHODCALLTYPE Release() override { return 1; }

  virtual ~Countless() = default;
};

class Devices : public testing::Test {
 protected:
  Devices() {
    notes_.alive = &anchor_;
    list_.watch(notes_);
  }

  Countless anchor_;
  Notes notes_;
  DeviceList list_{{u"a", u"b", u"a"}};
};

TEST_F(Devices, AreThereOnceAndInOrder) {
  EXPECT_THAT(list_.ids(), ElementsAre(u"a", u"b"));
  list_.add(u"0");
  EXPECT_THAT(list_.ids(), ElementsAre(u"a", u"b", u"0")) << "a new one comes last";
  EXPECT_EQ(list_.index_of(u"0"), 2u);
  EXPECT_EQ(list_.index_of(u"c"), std::nullopt);
}

TEST_F(Devices, TheFirstAndTheLastOfSeveralPlugsAreTold) {
  list_.add(u"c");
  list_.add(u"c");
  list_.remove(u"c");
  EXPECT_THAT(notes_.lines, ElementsAre(u"+c"));
  list_.remove(u"c");
  EXPECT_THAT(notes_.lines, ElementsAre(u"+c", u"-c"));
  EXPECT_THAT(list_.ids(), ElementsAre(u"a", u"b"));
}

TEST_F(Devices, ThoseOfTheBeginningAreCountedToo) {
  list_.add(u"a");
  list_.remove(u"a");
  EXPECT_THAT(notes_.lines, IsEmpty());
  list_.remove(u"a");
  EXPECT_THAT(notes_.lines, ElementsAre(u"-a"));
}

TEST_F(Devices, WhatIsNotThereCannotGo) {
  list_.remove(u"c");
  EXPECT_THAT(notes_.lines, IsEmpty());
}

TEST_F(Devices, OnlyWhoWatchesAndLivesIsTold) {
  Notes dying;
  list_.watch(dying);
  list_.unwatch(notes_);
  list_.add(u"c");
  EXPECT_THAT(dying.lines, IsEmpty());
  EXPECT_THAT(notes_.lines, IsEmpty());
}

}  // namespace
}  // namespace discbench::imapi
