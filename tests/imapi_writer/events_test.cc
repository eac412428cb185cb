// What a client is told while a write goes on, and what it may do meanwhile.
#include <optional>
#include <tuple>

#include "imapi_writer/progress_sink.h"
#include "imapi_writer/write_fixture.h"

namespace discbench::imapi {
namespace {

using ::testing::ElementsAre;

constexpr auto validating = IMAPI_FORMAT2_DATA_WRITE_ACTION_VALIDATING_MEDIA;
constexpr auto formatting = IMAPI_FORMAT2_DATA_WRITE_ACTION_FORMATTING_MEDIA;
constexpr auto initialising = IMAPI_FORMAT2_DATA_WRITE_ACTION_INITIALIZING_HARDWARE;
constexpr auto calibrating = IMAPI_FORMAT2_DATA_WRITE_ACTION_CALIBRATING_POWER;
constexpr auto writing = IMAPI_FORMAT2_DATA_WRITE_ACTION_WRITING_DATA;
constexpr auto finalising = IMAPI_FORMAT2_DATA_WRITE_ACTION_FINALIZATION;
constexpr auto completed = IMAPI_FORMAT2_DATA_WRITE_ACTION_COMPLETED;

class Events : public WriteTest {
 protected:
  Events() { discs::blank_dvd_plus_r(recorder()); }
};

TEST_F(Events, ComeInTheOrderOfTheWork) {
  Connection sink(data());
  ASSERT_TRUE(sink.connected());
  ASSERT_EQ(write(16), S_OK);
  EXPECT_THAT(sink->actions(), ElementsAre(validating, initialising, calibrating, writing, finalising, completed));
  EXPECT_EQ(com::query<IDiscFormat2Data>(sink->source()).get(), data());
}

TEST_F(Events, TellOfFormattingWhereItIsDone) {
  discs::unformatted_dvd_plus_rw(recorder());
  recorder().accept("04");
  Connection sink(data());
  ASSERT_EQ(write(16), S_OK);
  EXPECT_THAT(sink->actions(),
              ElementsAre(validating, formatting, initialising, calibrating, writing, finalising, completed));
}

TEST_F(Events, OfAFailedWriteEndWhereItFailed) {
  Connection sink(data());
  recorder().refuse("2a", mmc::Sense{0x3, 0x0c, 0x00});
  EXPECT_EQ(write(16), E_FAIL);
  EXPECT_THAT(sink->actions(), ElementsAre(validating, initialising, calibrating, writing));
  sink->forget();
  discs::no_medium(recorder());
  EXPECT_EQ(write(16), E_IMAPI_RECORDER_MEDIA_NO_MEDIA);
  EXPECT_THAT(sink->actions(), ElementsAre(validating));
}

TEST_F(Events, TellTheSectorsAndTheTimesOfTheWork) {
  // 4x is 2720 sectors a second: 6800 sectors take two and a half.
  recorder().reply(discs::track_command(0xff),
                   "0026 02 02 00 07 4F 01 000008C0 000008C0 0022FC80 00000000 0022FC80 00000000 00000000 00042000");
  discs::dvd_plus_r_with_one_session(recorder());
  Connection sink(data());
  ASSERT_EQ(write(6800), S_OK);
  std::vector<Update> told;
  for (const Update& update : sink->updates()) {
    if (update.action == writing) told.push_back(update);
  }
  ASSERT_EQ(told.size(), 4u);  // at first, with each second, and at the end
  EXPECT_EQ(told[0].elapsed, 0);
  EXPECT_EQ(told[0].remaining, 3);
  EXPECT_EQ(told[1].elapsed, 1);
  EXPECT_EQ(told[1].remaining, 2);
  EXPECT_EQ(told[1].last_written, 2240 + 2720 - 1);
  EXPECT_EQ(told[1].last_read, told[1].last_written);
  EXPECT_EQ(told[2].elapsed, 2);
  EXPECT_EQ(told[3].elapsed, 3);
  EXPECT_EQ(told[3].remaining, 0);
  EXPECT_EQ(told[3].last_written, 2240 + 6800 - 1);
  for (const Update& update : told) {
    EXPECT_EQ(update.total, 3);
    EXPECT_EQ(update.buffer_used + update.buffer_free, update.buffer_total);
  }
  for (std::size_t i = 1; i < told.size(); ++i) {
    EXPECT_EQ(told[i].start, 2240);
    EXPECT_EQ(told[i].count, 6800);
    EXPECT_EQ(told[i].buffer_total, 65536);
    EXPECT_EQ(told[i].buffer_used, 0);
  }
  EXPECT_EQ(sink->updates().back().elapsed, 3);
}

TEST_F(Events, AreTheSameWheneverTheWriteIsRepeated) {
  Connection sink(data());
  ASSERT_EQ(write(6800), S_OK);
  const auto once = sink->updates();
  sink->forget();
  ASSERT_EQ(write(6800), S_OK);
  const auto times = [](const std::vector<Update>& updates) {
    std::vector<std::tuple<LONG, LONG, LONG>> found;
    for (const Update& update : updates) found.emplace_back(update.action, update.elapsed, update.last_written);
    return found;
  };
  // Before the first sector of the second write the addresses are still those of none.
  EXPECT_EQ(times(once), times(sink->updates()));
}

TEST_F(Events, AnUpdateIsAPictureThatASinkMayKeep) {
  Connection sink(data());
  com::Pointer<IDiscFormat2DataEventArgs> kept;
  sink->react([&](const Update& update) {
    if (update.action == calibrating) kept = com::Pointer<IDiscFormat2DataEventArgs>(sink->last_details());
  });
  ASSERT_EQ(write(16), S_OK);
  ASSERT_TRUE(kept);
  EXPECT_EQ(get(kept.get(), &IDiscFormat2DataEventArgs::get_CurrentAction), succeeded(calibrating));
  for (const auto getter : {&IDiscFormat2DataEventArgs::get_ElapsedTime, &IDiscFormat2DataEventArgs::get_RemainingTime,
                            &IDiscFormat2DataEventArgs::get_TotalTime}) {
    EXPECT_EQ((kept.get()->*getter)(nullptr), E_POINTER);
  }
  EXPECT_EQ(kept->get_CurrentAction(nullptr), E_POINTER);
  EXPECT_EQ(kept->get_StartLba(nullptr), E_POINTER);
  EXPECT_EQ(kept->get_FreeSystemBuffer(nullptr), E_POINTER);
  LPOLESTR name = const_cast<LPOLESTR>(OLESTR("CurrentAction"));
  DISPID id = 0;
  EXPECT_EQ(kept->GetIDsOfNames(IID_NULL, &name, 1, LOCALE_NEUTRAL, &id), S_OK);
  EXPECT_EQ(id, 0x303);
}

TEST_F(Events, ASinkMayCancelAtEveryStep) {
  struct Step {
    IMAPI_FORMAT2_DATA_WRITE_ACTION action;
    std::vector<std::string> done;
  };
  const std::string sectors = "2a000000000000001000";
  const std::string close_track = "5b000100000100000000";
  const Step steps[] = {{validating, {}},
                        {initialising, {}},
                        {calibrating, {}},
                        {writing, {calibrate}},
                        {finalising, {calibrate, sectors, synchronize, close_track, close_session}}};
  Connection sink(data());
  for (const Step& step : steps) {
    recorder().forget();
    sink->react([&](const Update& update) {
      if (update.action == step.action) {
        EXPECT_EQ(data()->CancelWrite(), S_OK);
      }
    });
    EXPECT_EQ(write(16), E_IMAPI_REQUEST_CANCELLED) << step.action;
    EXPECT_EQ(done_to_the_disc(), step.done) << step.action;
  }
  sink->react([this](const Update& update) {
    if (update.action == completed) {
      EXPECT_EQ(data()->CancelWrite(), S_OK);
    }
  });
  EXPECT_EQ(write(16), S_OK);  // too late
}

TEST_F(Events, ASinkMayAskTheWriterAnything) {
  Connection sink(data());
  int asked = 0;
  sink->react([&](const Update&) {
    ++asked;
    EXPECT_EQ(of_data(&IDiscFormat2Data::get_ForceMediaToBeClosed), succeeded(VARIANT_FALSE));
    EXPECT_EQ(of_data(&IDiscFormat2Data::get_TotalSectorsOnMedia), succeeded(LONG{2295104}));
    EXPECT_EQ(data()->put_ForceMediaToBeClosed(VARIANT_TRUE), E_IMAPI_DF2DATA_WRITE_IN_PROGRESS);
    EXPECT_EQ(write(16), E_IMAPI_DF2DATA_WRITE_IN_PROGRESS);
  });
  EXPECT_EQ(write(16), S_OK);
  EXPECT_GE(asked, 6);
}

TEST_F(Events, ASinkMayGoAndAnotherComeWhileTheWriteRuns) {
  Connection first(data());
  std::optional<Connection> second;
  first->react([&](const Update& update) {
    if (update.action != calibrating) return;
    first.break_off();
    second.emplace(data());
  });
  ASSERT_EQ(write(16), S_OK);
  EXPECT_THAT(first->actions(), ElementsAre(validating, initialising, calibrating));
  EXPECT_THAT(second.value()->actions(), ElementsAre(writing, finalising, completed));
}

TEST_F(Events, ASinkMayLetGoOfTheWriter) {
  Connection sink(data());
  IDiscFormat2Data* writer = data();
  sink->react([&](const Update& update) {
    if (update.action == calibrating) {
      data_ = {};
      sink.break_off();
      sink->forget();
    }
  });
  const auto stream = stream_of(numbered_sectors(16));
  EXPECT_EQ(writer->Write(stream.get()), S_OK);
  EXPECT_EQ(recorder().written().size(), 16u * 2048);
}

TEST_F(Events, OnlyTheOneEventInterfaceIsSourced) {
  const auto container = com::query<IConnectionPointContainer>(data());
  ASSERT_TRUE(container);
  com::Pointer<IConnectionPoint> point;
  EXPECT_EQ(container->FindConnectionPoint(IID_DDiscFormat2EraseEvents, point.put()), CONNECT_E_NOCONNECTION);
  ASSERT_EQ(container->FindConnectionPoint(IID_DDiscFormat2DataEvents, point.put()), S_OK);
  EXPECT_EQ(container.query<IUnknown>().get(), data_.query<IUnknown>().get());
}

}  // namespace
}  // namespace discbench::imapi
