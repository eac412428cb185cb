// What is done to a medium, and what a sink is told meanwhile.
#include "imapi_erase/erase_fixture.h"

namespace discbench::imapi {
namespace {

using testing::ElementsAre;

TEST_F(EraseTest, ACdRwIsBlankedMinimally) {
  insert_full_cd_rw();
  EXPECT_EQ(erase(), S_OK);
  EXPECT_THAT(recorder().done(), ElementsAre("acquire test", "1b0000000100", "a11100000000000000000000", "release"));
}

TEST_F(EraseTest, OrAsAWhole) {
  insert_full_cd_rw();
  EXPECT_EQ(erase_all(), S_OK);
  EXPECT_THAT(recorder().done(), ElementsAre("acquire test", "1b0000000100", "a11000000000000000000000", "release"));
}

TEST_F(EraseTest, ADvdMinusRwIsBlankedInBothOfItsModes) {
  for (const char* profile : {"0013", "0014"}) {
    insert_full_cd_rw();
    insert(profile, "1e");
    EXPECT_EQ(erase(), S_OK) << profile;
    EXPECT_EQ(recorder().done().at(2), "a11100000000000000000000");
  }
}

TEST_F(EraseTest, ADvdPlusRwIsFormatted) {
  insert_dvd_plus_rw();
  EXPECT_EQ(erase(), S_OK);
  EXPECT_THAT(recorder().done(), ElementsAre("acquire test", "1b0000000100", "041100000000", "release"));
  // Immed; one descriptor of eight bytes; all blocks; type 26h in the upper six bits; not the restart of an old format.
  EXPECT_EQ(recorder().format_list, "00020008ffffffff98000000");
}

TEST_F(EraseTest, ADvdPlusRwIsFormattedBeforeItWasEver) {
  insert_dvd_plus_rw();
  insert("001a", "10");
  EXPECT_EQ(erase(), S_OK);
}

TEST_F(EraseTest, WaitsUntilTheRecorderIsReady) {
  insert_full_cd_rw();
  recorder().moments = {{operation_in_progress}, {{0x2, 0x04, 0x08}}, {{0x2, 0x04, 0x01}}};
  EXPECT_EQ(erase(), S_OK);
  EXPECT_TRUE(recorder().moments.empty());
}

TEST_F(EraseTest, TellsHowFarItIs) {
  insert_full_cd_rw();
  recorder().moments = {{operation_in_progress, 0x0000},
                        {operation_in_progress, 0x4000},
                        {operation_in_progress},
                        {operation_in_progress, 0x4001},
                        {operation_in_progress, 0xc000}};
  EXPECT_EQ(erase(), S_OK);
  EXPECT_EQ(sink_->updates, (Updates{{0, 60}, {15, 60}, {45, 60}, {60, 60}}));
  EXPECT_EQ(sink_->source, eraser_.query<IDispatch>().get());
}

/// 360,000 blocks of 2048 bytes at 1,764,000 bytes a second.
TEST_F(EraseTest, AWholeDiscTakesAsLongAsTheDriveWritesIt) {
  insert_full_cd_rw();
  recorder().moments = {{operation_in_progress, 0x8000}};
  EXPECT_EQ(erase_all(), S_OK);
  EXPECT_EQ(sink_->updates, (Updates{{0, 417}, {208, 417}, {417, 417}}));
}

/// 2,295,104 blocks at 3,324,000 bytes a second are 1414 seconds, behind the 60 for the lead-in.
TEST_F(EraseTest, AWholeDvdPlusRwIsFormattedToItsEnd) {
  insert_dvd_plus_rw();
  recorder().moments = {{{0x2, 0x04, 0x04}, 0x8000}};
  recorder().background = {{{}, 0x0001}, {{}, 0x8000}};
  EXPECT_EQ(erase_all(), S_OK);
  EXPECT_TRUE(recorder().background.empty());
  EXPECT_EQ(sink_->updates, (Updates{{0, 1474}, {30, 1474}, {60, 1474}, {767, 1474}, {1474, 1474}}));
}

TEST_F(EraseTest, ProgressIsNotTakenBack) {
  insert_full_cd_rw();
  recorder().moments = {
      {operation_in_progress, 0x8000}, {operation_in_progress, 0x1000}, {operation_in_progress, 0xc000}};
  EXPECT_EQ(erase(), S_OK);
  EXPECT_EQ(sink_->updates, (Updates{{0, 60}, {30, 60}, {45, 60}, {60, 60}}));
}

TEST_F(EraseTest, WithoutSizeOrSpeedAnHourIsExpected) {
  insert_full_cd_rw();
  recorder().reply("23", "00000000");
  EXPECT_EQ(erase_all(), S_OK);
  EXPECT_EQ(sink_->updates.front(), (std::pair<LONG, LONG>{0, 3600}));
}

TEST_F(EraseTest, ANewMediumIsToldOfAtTheBeginningAndAtTheEnd) {
  insert_full_cd_rw();
  recorder().refuse_once("00", {0x6, 0x28, 0x00});
  recorder().moments = {{operation_in_progress}, {{0x6, 0x28, 0x00}}};
  EXPECT_EQ(erase(), S_OK);
}

TEST_F(EraseTest, ASecondOneWaitsForNothing) {
  insert_full_cd_rw();
  std::vector<HRESULT> results;
  sink_->reaction = [&] {
    results.push_back(eraser_->EraseMedia());
    results.push_back(eraser_->put_Recorder(nullptr));
  };
  EXPECT_EQ(erase(), S_OK);
  EXPECT_EQ(results, std::vector<HRESULT>(4, E_IMAPI_ERASE_RECORDER_IN_USE)) << "at the first event and at the last";
  sink_->reaction = {};
  EXPECT_EQ(erase(), S_OK);
}

TEST_F(EraseTest, WhatIsPutMeanwhileIsForTheNext) {
  insert_full_cd_rw();
  sink_->reaction = [&] {
    EXPECT_EQ(eraser_->put_FullErase(VARIANT_TRUE), S_OK);
    EXPECT_EQ(eraser_->put_ClientName(com::String(u"next").get()), S_OK);
  };
  EXPECT_EQ(erase(), S_OK);
  EXPECT_EQ(recorder().done().at(2), "a11100000000000000000000");
  EXPECT_EQ(erase(), S_OK);
  EXPECT_EQ(recorder().done().at(0), "acquire next");
  EXPECT_EQ(recorder().done().at(2), "a11000000000000000000000");
}

TEST_F(EraseTest, TheLastReferenceMayGoDuringTheErase) {
  insert_full_cd_rw();
  IDiscFormat2Erase* eraser = eraser_.get();
  sink_->reaction = [&] { eraser_ = {}; };
  EXPECT_EQ(eraser->EraseMedia(), S_OK);
  EXPECT_EQ(recorder().done().back(), "release");
}

}  // namespace
}  // namespace discbench::imapi
