// The writer and its elements used from several threads at once. Short and bounded: it is meant to be run under a tool
// that watches for data races.
#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <thread>

#include "com/answer.h"
#include "imapi_writer/progress_sink.h"
#include "imapi_writer/write_fixture.h"

namespace discbench::imapi {
namespace {

using Data = IDiscFormat2Data;
using ::testing::AnyOf;

constexpr auto patience = std::chrono::seconds(5);

class Threads : public WriteTest {
 protected:
  static constexpr int rounds = 25;

  Threads() { discs::blank_bd_r(recorder()); }

  /// Each on a thread of its own, all at once.
  static void at_once(const std::vector<std::function<void()>>& bodies) {
    std::vector<std::thread> threads;
    threads.reserve(bodies.size());
    for (const auto& body : bodies) threads.emplace_back(body);
    for (std::thread& thread : threads) thread.join();
  }
  void ask_everything() {
    EXPECT_EQ(of_data(&Data::get_TotalSectorsOnMedia), succeeded(LONG{12219392}));
    EXPECT_EQ(of_data(&Data::get_CurrentWriteSpeed).result, S_OK);
    EXPECT_EQ(of_data(&Data::get_RequestedWriteSpeed).result, S_OK);
    EXPECT_EQ(of_data(&Data::get_MediaHeuristicallyBlank), succeeded(VARIANT_TRUE));
    EXPECT_EQ(of_sequential(&IMultisessionSequential::get_FreeSectorsOnMedia), succeeded(LONG{12219392}));
    EXPECT_EQ(of_random_write(&IMultisession::get_IsSupportedOnCurrentMediaState), succeeded(VARIANT_FALSE));
    BSTR name = nullptr;
    EXPECT_EQ(data()->get_ClientName(&name), S_OK);
    EXPECT_THAT(com::text_of(name), AnyOf(u"test", u"a name that is too long for any small string"));
    SysFreeString(name);
    com::Pointer<IDiscRecorder2> recorder;
    EXPECT_EQ(data()->get_Recorder(recorder.put()), S_OK);
    element<IMultisessionSequential2>(data());
  }
  void change_everything(int round) {
    const auto done_or_busy = AnyOf(S_OK, E_IMAPI_DF2DATA_WRITE_IN_PROGRESS);
    const VARIANT_BOOL value = com::variant_bool(round % 2 == 0);
    const char16_t* const name = round % 2 == 0 ? u"a name that is too long for any small string" : u"test";
    EXPECT_THAT(data()->put_ClientName(com::String(name).get()), done_or_busy);
    EXPECT_THAT(data()->put_ForceOverwrite(value), done_or_busy);
    EXPECT_THAT(data_.query<IBurnVerification>()->put_BurnVerificationLevel(IMAPI_BURN_VERIFICATION_NONE),
                done_or_busy);
    EXPECT_EQ(sequential()->put_InUse(value), S_OK);
    EXPECT_EQ(of_sequential(&IMultisession::get_InUse).result, S_OK);
  }
};

TEST_F(Threads, AskAndChangeWhileOneWrites) {
  at_once({[this] {
             for (int i = 0; i < rounds; ++i) EXPECT_EQ(write(64), S_OK);
           },
           [this] {
             for (int i = 0; i < rounds; ++i) ask_everything();
           },
           [this] {
             for (int i = 0; i < rounds; ++i) ask_everything();
           },
           [this] {
             for (int i = 0; i < rounds * 4; ++i) change_everything(i);
           }});
  EXPECT_EQ(recorder().written().size(), std::size_t{64} * 2048 * rounds);
}

TEST_F(Threads, CancelAWriteThatRunsOnAnother) {
  std::promise<void> begun;
  std::promise<void> cancelled;
  const auto stream = stream_of(numbered_sectors(96));
  stream->watch([&](std::size_t given) {
    if (given != 32 * 2048) return S_OK;
    begun.set_value();
    return cancelled.get_future().wait_for(patience) == std::future_status::ready ? S_OK : E_ABORT;
  });
  at_once({[&] { EXPECT_EQ(data()->Write(stream.get()), E_IMAPI_REQUEST_CANCELLED); },
           [&] {
             ASSERT_EQ(begun.get_future().wait_for(patience), std::future_status::ready);
             EXPECT_EQ(data()->CancelWrite(), S_OK);
             cancelled.set_value();
           }});
  EXPECT_EQ(data()->CancelWrite(), E_IMAPI_DF2DATA_WRITE_NOT_IN_PROGRESS);
}

TEST_F(Threads, OnlyOneOfThemWritesAtATime) {
  std::atomic<int> written = 0;
  const auto body = [&] {
    for (int i = 0; i < rounds; ++i) {
      const HRESULT result = write(32);
      EXPECT_THAT(result, AnyOf(S_OK, E_IMAPI_DF2DATA_WRITE_IN_PROGRESS));
      if (result == S_OK) ++written;
    }
  };
  at_once({body, body, body});
  EXPECT_GE(written, 1);
  EXPECT_EQ(recorder().written().size(), std::size_t{32} * 2048 * static_cast<std::size_t>(written));
}

TEST_F(Threads, ExchangeTheRecorderUnderEachOther) {
  const auto other = com::Pointer<StrictRecorder>::adopt(new StrictRecorder);
  other->set_profiles({0x41});
  discs::blank_bd_r(*other.get());
  const auto exchange = [&](IDiscRecorder2* recorder) {
    for (int i = 0; i < rounds; ++i) EXPECT_EQ(data()->put_Recorder(recorder), S_OK);
  };
  const auto ask = [&] {
    for (int i = 0; i < rounds; ++i) {
      EXPECT_EQ(of_data(&Data::get_TotalSectorsOnMedia), succeeded(LONG{12219392}));
      com::Pointer<IDiscRecorder2> import_recorder;
      EXPECT_EQ(sequential()->get_ImportRecorder(import_recorder.put()), S_OK);
    }
  };
  at_once({[&] { exchange(recorder_.get()); }, [&] { exchange(other.get()); }, ask, ask});
}

TEST_F(Threads, SinksComeAndGoWhileOneWrites) {
  std::atomic<int> updates = 0;
  at_once({[&] {
             Connection steady(data());
             steady->react([&](const Update&) { ++updates; });
             for (int i = 0; i < rounds; ++i) EXPECT_EQ(write(32), S_OK);
           },
           [this] {
             for (int i = 0; i < rounds; ++i) EXPECT_TRUE(Connection(data()).connected());
           }});
  EXPECT_GE(updates, rounds * 6);
}

}  // namespace
}  // namespace discbench::imapi
