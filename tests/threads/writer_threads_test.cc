// One writer, its multisession elements and its recorder, used from several threads at once. What an answer is while
// another thread changes the disc cannot be foreseen; that it is an answer at all can.
#include <gtest/gtest.h>

#include <atomic>
#include <vector>

#include "imapi_writer/memory_stream.h"
#include "threads/library_door.h"
#include "threads/together.h"

namespace discbench::threads {
namespace {

using imapi::numbered_sectors;
using imapi::stream_of;

class WriterThreads : public LibraryThreads {
 protected:
  void SetUp() override {
    LibraryThreads::SetUp();
    recorder_ = recorder_of(u"cd-r/blank");
    writer_ = create<IDiscFormat2Data>(CLSID_MsftDiscFormat2Data);
    ASSERT_EQ(writer_->put_Recorder(recorder_.get()), S_OK);
    ASSERT_EQ(writer_->put_ClientName(com::String(u"threads").get()), S_OK);
  }
  void TearDown() override {
    writer_ = {};
    recorder_ = {};
    LibraryThreads::TearDown();
  }

  static bool canonical(VARIANT_BOOL value) { return value == VARIANT_TRUE || value == VARIANT_FALSE; }

  void ask_writer() {
    VARIANT_BOOL truth = VARIANT_FALSE;
    for (const auto getter :
         {&IDiscFormat2Data::get_BufferUnderrunFreeDisabled, &IDiscFormat2Data::get_PostgapAlreadyInImage,
          &IDiscFormat2Data::get_ForceMediaToBeClosed, &IDiscFormat2Data::get_DisableConsumerDvdCompatibilityMode,
          &IDiscFormat2Data::get_ForceOverwrite}) {
      EXPECT_EQ((writer_.get()->*getter)(&truth), S_OK);
      EXPECT_TRUE(canonical(truth));
    }
    for (const auto getter :
         {&IDiscFormat2Data::get_RequestedRotationTypeIsPureCAV, &IDiscFormat2Data::get_CurrentRotationTypeIsPureCAV}) {
      (writer_.get()->*getter)(&truth);
      EXPECT_TRUE(canonical(truth));
    }
    LONG number = 0;
    for (const auto getter :
         {&IDiscFormat2Data::get_TotalSectorsOnMedia, &IDiscFormat2Data::get_FreeSectorsOnMedia,
          &IDiscFormat2Data::get_NextWritableAddress, &IDiscFormat2Data::get_StartAddressOfPreviousSession,
          &IDiscFormat2Data::get_LastWrittenAddressOfPreviousSession, &IDiscFormat2Data::get_RequestedWriteSpeed,
          &IDiscFormat2Data::get_CurrentWriteSpeed}) {
      const HRESULT result = (writer_.get()->*getter)(&number);
      EXPECT_TRUE(number >= -1 && (SUCCEEDED(result) || number == 0)) << number;
    }
    IMAPI_FORMAT2_DATA_MEDIA_STATE state{};
    writer_->get_CurrentMediaStatus(&state);
    BSTR name = nullptr;
    EXPECT_EQ(writer_->get_ClientName(&name), S_OK);
    EXPECT_GE(com::text_of(name).size(), 3u) << "never half a name";
    SysFreeString(name);
    com::Pointer<IDiscRecorder2> recorder;
    EXPECT_EQ(writer_->get_Recorder(recorder.put()), S_OK);
  }

  std::vector<com::Pointer<IMultisession>> elements() {
    SAFEARRAY* array = nullptr;
    EXPECT_EQ(writer_->get_MultisessionInterfaces(&array), S_OK);
    std::vector<com::Pointer<IMultisession>> found;
    for (ULONG i = 0; i < array->rgsabound[0].cElements; ++i) {
      found.push_back(com::query<IMultisession>(static_cast<VARIANT*>(array->pvData)[i].pdispVal));
    }
    SafeArrayDestroy(array);
    return found;
  }

  void ask_elements() {
    for (const auto& element : elements()) {
      VARIANT_BOOL truth = VARIANT_FALSE;
      element->get_IsSupportedOnCurrentMediaState(&truth);
      EXPECT_TRUE(canonical(truth));
      element->put_InUse(VARIANT_TRUE);
      EXPECT_EQ(element->get_InUse(&truth), S_OK);
      EXPECT_TRUE(canonical(truth));
      element->put_InUse(VARIANT_FALSE);
      com::Pointer<IDiscRecorder2> recorder;
      element->get_ImportRecorder(recorder.put());
      if (const auto sequential = element.query<IMultisessionSequential2>()) {
        LONG number = 0;
        sequential->get_NextWritableAddress(&number);
        sequential->get_FreeSectorsOnMedia(&number);
        sequential->get_WriteUnitSize(&number);
      }
      if (const auto random = element.query<IMultisessionRandomWrite>()) {
        LONG number = 0;
        random->get_TotalSectorsOnMedia(&number);
        random->get_LastWrittenAddress(&number);
        random->get_WriteUnitSize(&number);
      }
    }
  }

  void change_settings(int worker) {
    const VARIANT_BOOL value = worker % 2 == 0 ? VARIANT_TRUE : VARIANT_FALSE;
    writer_->put_BufferUnderrunFreeDisabled(value);
    writer_->put_PostgapAlreadyInImage(value);
    writer_->put_ForceOverwrite(value);
    writer_->put_ClientName(com::String(worker % 2 == 0 ? u"one" : u"another one").get());
    writer_->SetWriteSpeed(worker % 2 == 0 ? -1 : 600, VARIANT_FALSE);
  }

  com::Pointer<IDiscRecorder2> recorder_;
  com::Pointer<IDiscFormat2Data> writer_;
};

TEST_F(WriterThreads, AskAndSetOneWriter) {
  together([this](int worker) {
    again_and_again([&] {
      ask_writer();
      ask_elements();
      change_settings(worker);
    });
  });
}

TEST_F(WriterThreads, PutAnotherRecorderOnAWriterThatIsAsked) {
  const auto other = recorder_of(u"bd-r/blank");
  together([&](int worker) {
    again_and_again([&] {
      if (worker < 2) {
        EXPECT_EQ(writer_->put_Recorder(worker == 0 ? recorder_.get() : other.get()), S_OK);
      } else {
        ask_writer();
        ask_elements();
      }
    });
  });
}

TEST_F(WriterThreads, BurnWhileOthersAskSetAndBurn) {
  std::atomic<int> burnt = 0;
  together([&](int worker) {
    again_and_again([&] {
      if (worker < 2) {
        const HRESULT result = writer_->Write(stream_of(numbered_sectors(48)).get());
        EXPECT_TRUE(SUCCEEDED(result) || result == E_IMAPI_DF2DATA_WRITE_IN_PROGRESS) << std::hex << result;
        if (SUCCEEDED(result)) ++burnt;
      } else {
        ask_writer();
        ask_elements();
        change_settings(worker);
      }
    });
  });
  EXPECT_GT(burnt, 0);
  LONG start = 0;
  EXPECT_EQ(writer_->get_StartAddressOfPreviousSession(&start), S_OK);
  EXPECT_GE(start, 0) << "at least one session was closed";
}

TEST_F(WriterThreads, CancelABurnOfAnother) {
  std::atomic<bool> over = false;
  together([&](int worker) {
    if (worker == 0) {
      again_and_again([&] {
        const HRESULT result = writer_->Write(stream_of(numbered_sectors(320)).get());
        EXPECT_TRUE(SUCCEEDED(result) || result == E_IMAPI_REQUEST_CANCELLED) << std::hex << result;
      });
      over = true;
      return;
    }
    while (!over) {
      const HRESULT result = writer_->CancelWrite();
      EXPECT_TRUE(SUCCEEDED(result) || result == E_IMAPI_DF2DATA_WRITE_NOT_IN_PROGRESS) << std::hex << result;
    }
  });
}

}  // namespace
}  // namespace discbench::threads
