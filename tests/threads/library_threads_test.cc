// The loaded library, its classes made and used from several threads at once.
#include <gtest/gtest.h>

#include <atomic>

#include "com/dispatch_table.h"
#include "com/object.h"
#include "threads/library_door.h"
#include "threads/questions.h"
#include "threads/together.h"

namespace discbench::threads {
namespace {

/// Counts, and nothing else.
class Counter final : public com::Object<com::Serves<IDispatch>> {
 public:
  explicit Counter(std::atomic<int>& events) : events_(events) {}
  HRESULT STDMETHODCALLTYPE GetTypeInfoCount(UINT*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE GetTypeInfo(UINT, LCID, ITypeInfo**) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE GetIDsOfNames(REFIID, LPOLESTR*, UINT, LCID, DISPID*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE Invoke(DISPID, REFIID, LCID, WORD, DISPPARAMS*, VARIANT*, EXCEPINFO*, UINT*) override {
    ++events_;
    return S_OK;
  }

 private:
  ~Counter() override = default;
  std::atomic<int>& events_;
};

TEST_F(LibraryThreads, MakeObjectsOfEveryClass) {
  together([this](int) {
    again_and_again([this] {
      create<IDiscFormat2Data>(CLSID_MsftDiscFormat2Data);
      create<IDiscFormat2Erase>(CLSID_MsftDiscFormat2Erase);
      create<IDiscRecorder2>(CLSID_MsftDiscRecorder2);
      create<IDiscMaster2>(CLSID_MsftDiscMaster2);
      can_unload_();
    });
  });
}

TEST_F(LibraryThreads, BringUpAndForgetOneDevice) {
  together([this](int) { again_and_again([this] { ask_everything(recorder_of(u"cd-r/blank").get()); }); });
}

TEST_F(LibraryThreads, EraseOneDiscWithOneEraser) {
  const auto recorder = recorder_of(u"dvd-plus-rw/blank");
  const auto eraser = create<IDiscFormat2Erase>(CLSID_MsftDiscFormat2Erase);
  ASSERT_EQ(eraser->put_Recorder(recorder.get()), S_OK);
  std::atomic<int> erased = 0;
  together([&](int worker) {
    while (erased < 2) {
      EXPECT_EQ(eraser->put_ClientName(com::String(worker % 2 == 0 ? u"even" : u"odd").get()), S_OK);
      EXPECT_EQ(eraser->put_FullErase(VARIANT_FALSE), S_OK);
      const HRESULT put = eraser->put_Recorder(recorder.get());
      EXPECT_TRUE(put == E_IMAPI_ERASE_RECORDER_IN_USE || put == E_IMAPI_ERASE_ONLY_ONE_RECORDER_SUPPORTED ||
                  is_busy_or_empty(put))
          << std::hex << put;
      const HRESULT result = eraser->EraseMedia();
      EXPECT_TRUE(result == S_OK || result == E_IMAPI_ERASE_RECORDER_IN_USE) << std::hex << result;
      if (result == S_OK) ++erased;
      IMAPI_MEDIA_PHYSICAL_TYPE type = IMAPI_MEDIA_TYPE_UNKNOWN;
      const HRESULT asked = eraser->get_CurrentPhysicalMediaType(&type);
      EXPECT_TRUE(asked == S_OK || asked == E_IMAPI_RECORDER_MEDIA_FORMAT_IN_PROGRESS) << std::hex << asked;
    }
  });
}

TEST_F(LibraryThreads, EraseOneDiscThroughHandlesOfTheirOwn) {
  const auto kept = recorder_of(u"dvd-plus-rw/blank");
  std::atomic<int> erased = 0;
  together([&](int) {
    const auto eraser = create<IDiscFormat2Erase>(CLSID_MsftDiscFormat2Erase);
    EXPECT_EQ(eraser->put_ClientName(com::String(u"eraser").get()), S_OK);
    while (FAILED(eraser->put_Recorder(recorder_of(u"dvd-plus-rw/blank").get()))) {
    }
    while (erased < 2) {
      const HRESULT result = eraser->EraseMedia();
      EXPECT_TRUE(result == S_OK || result == E_IMAPI_RECORDER_LOCKED) << std::hex << result;
      if (result == S_OK) ++erased;
    }
  });
}

TEST_F(LibraryThreads, PlugDevicesInAndOutBeforeMasters) {
  std::atomic<int> events = 0;
  const auto watched = create<IDiscMaster2>(CLSID_MsftDiscMaster2);
  com::Pointer<IConnectionPoint> point;
  ASSERT_EQ(watched.query<IConnectionPointContainer>()->FindConnectionPoint(IID_DDiscMaster2Events, point.put()), S_OK);
  const auto counter = com::Pointer<Counter>::adopt(new Counter(events));
  DWORD cookie = 0;
  ASSERT_EQ(point->Advise(counter.get(), &cookie), S_OK);
  together([&](int worker) {
    again_and_again([&] {
      if (worker % 2 == 0) {
        recorder_of(u"bd-r/blank");
      } else {
        const auto master = create<IDiscMaster2>(CLSID_MsftDiscMaster2);
        LONG count = 0;
        EXPECT_EQ(master->get_Count(&count), S_OK);
        EXPECT_TRUE(count == 1 || count == 2) << count;
        DWORD own_cookie = 0;
        EXPECT_EQ(point->Advise(counter.get(), &own_cookie), S_OK);
        EXPECT_EQ(point->Unadvise(own_cookie), S_OK);
      }
    });
  });
  EXPECT_EQ(point->Unadvise(cookie), S_OK);
  EXPECT_GE(events, 2) << "it came and went at least once";
  LONG count = 0;
  EXPECT_EQ(watched->get_Count(&count), S_OK);
  EXPECT_EQ(count, 1);
}

}  // namespace
}  // namespace discbench::threads
