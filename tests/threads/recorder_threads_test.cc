// Recorders of one device, used from several threads at once. Meant for ThreadSanitizer; a test like any other without.
#include <gtest/gtest.h>

#include <atomic>

#include "bench/bench.h"
#include "imapi/recorder/recorder.h"
#include "profile/load.h"
#include "threads/questions.h"
#include "threads/together.h"

namespace discbench::threads {
namespace {

class RecorderThreads : public testing::Test {
 protected:
  com::Pointer<IDiscRecorder2> new_recorder() { return com::Pointer<IDiscRecorder2>::adopt(bench_.create_recorder()); }

  bench::Bench bench_{profile::load_scenario(
      profile::Catalogue({std::filesystem::path(DISCBENCH_SOURCE_DIR "/profiles")}), "cd-r/one-session")};
};

TEST_F(RecorderThreads, AskOneRecorder) {
  const auto recorder = new_recorder();
  together([&](int) { again_and_again([&] { ask_everything(recorder.get()); }); });
}

TEST_F(RecorderThreads, AskThroughHandlesOfTheirOwn) {
  together([&](int) { again_and_again([&] { ask_everything(new_recorder().get()); }); });
}

TEST_F(RecorderThreads, AskWhileTheTrayMoves) {
  together([&](int worker) {
    const auto recorder = new_recorder();
    again_and_again([&] {
      if (worker == 0) {
        const auto held = bench_.hold();
        bench_.drive().open_tray();
        bench_.drive().close_tray();
      } else if (worker == 1) {
        // A disc that came in by hand is told of first.
        for (const HRESULT result : {recorder->EjectMedia(), recorder->CloseTray()}) {
          EXPECT_TRUE(result == S_OK || result == E_IMAPI_RECORDER_MEDIA_BECOMING_READY) << std::hex << result;
        }
      } else {
        ask_everything(recorder.get());
      }
    });
  });
}

TEST_F(RecorderThreads, HaveTheDeviceToThemselvesOneAfterTheOther) {
  std::atomic<int> inside = 0;
  std::atomic<int> turns = 0;
  together([&](int worker) {
    const auto recorder = new_recorder();
    const std::u16string name = u"worker " + std::u16string(1, static_cast<char16_t>(u'0' + worker));
    const com::String client(name);
    while (turns < rounds) {
      const HRESULT acquired = recorder->AcquireExclusiveAccess(VARIANT_FALSE, client.get());
      if (acquired == E_IMAPI_RECORDER_LOCKED) continue;
      ASSERT_EQ(acquired, S_OK);
      EXPECT_EQ(++inside, 1);
      ask_everything(recorder.get());
      BSTR owner = nullptr;
      EXPECT_EQ(recorder->get_ExclusiveAccessOwner(&owner), S_OK);
      EXPECT_EQ(taken(owner), name);
      --inside;
      ++turns;
      EXPECT_EQ(recorder->ReleaseExclusiveAccess(), S_OK);
    }
  });
}

TEST_F(RecorderThreads, LoseTheLockWithTheirHandle) {
  together([&](int) {
    again_and_again([&] {
      const auto recorder = new_recorder();
      const com::String client(u"crashes");
      const HRESULT acquired = recorder->AcquireExclusiveAccess(VARIANT_FALSE, client.get());
      EXPECT_TRUE(acquired == S_OK || acquired == E_IMAPI_RECORDER_LOCKED);
    });
  });
  const auto recorder = new_recorder();
  BSTR owner = nullptr;
  EXPECT_EQ(recorder->get_ExclusiveAccessOwner(&owner), S_OK);
  EXPECT_EQ(taken(owner), u"");
}

TEST_F(RecorderThreads, SwitchNotificationsOfOneRecorder) {
  const auto recorder = new_recorder();
  together([&](int) {
    again_and_again([&] {
      EXPECT_EQ(recorder->DisableMcn(), S_OK);
      EXPECT_EQ(recorder->EnableMcn(), S_OK);
    });
  });
  EXPECT_EQ(recorder->EnableMcn(), E_FAIL) << "each was counted";
}

TEST_F(RecorderThreads, AskARecorderThatIsBoundAnew) {
  const std::shared_ptr<transport::Transport> wire(std::shared_ptr<void>(), &bench_.wire());
  std::atomic<std::uint32_t> initiators = 0;
  com::Pointer<IDiscRecorder2> recorder;
  ASSERT_EQ(discbench::imapi::create_unbound_recorder(
                [&](const std::u16string&) {
                  return discbench::imapi::Device{.transport = wire, .initiator = mmc::Initiator{++initiators}};
                },
                IID_PPV_ARGS(recorder.put())),
            S_OK);
  const com::String id(u"discbench:cd-r/one-session");
  ASSERT_EQ(recorder->InitializeDiscRecorder(id.get()), S_OK);
  together([&](int worker) {
    again_and_again([&] {
      if (worker == 0) {
        EXPECT_EQ(recorder->InitializeDiscRecorder(id.get()), S_OK);
      } else {
        ask_everything(recorder.get());
      }
    });
  });
}

}  // namespace
}  // namespace discbench::threads
