// What the writer leaves behind when a write ends before its end, and what a client may do while one runs.
#include <stdexcept>

#include "imapi/writer/write_speed.h"
#include "imapi_writer/write_fixture.h"

namespace discbench::imapi {
namespace {

using ::testing::ElementsAre;
using Data = IDiscFormat2Data;

/// 40 sectors of 96 were given when something went wrong: one WRITE happened.
class BrokenWrite : public WriteTest {
 protected:
  BrokenWrite() { discs::blank_bd_r(recorder()); }
  static bool in_the_middle(std::size_t given) { return given >= 32 * 2048; }
  void expect_an_orderly_disc() {
    EXPECT_THAT(done_to_the_disc(),
                ElementsAre(calibrate, "2a000000000000002000", synchronize, "5b000100000100000000", close_session));
  }
};

TEST_F(BrokenWrite, AStreamThatFailsEndsTheWriteWithItsOwnCode) {
  const auto stream = stream_of(numbered_sectors(96));
  stream->watch([](std::size_t given) { return in_the_middle(given) ? STG_E_READFAULT : S_OK; });
  EXPECT_EQ(data()->Write(stream.get()), STG_E_READFAULT);
  expect_an_orderly_disc();
}

TEST_F(BrokenWrite, AStreamThatEndsEarlyIsNotSupported) {
  const auto stream = stream_of(numbered_sectors(40));
  stream->claim_size(96 * 2048);
  EXPECT_EQ(data()->Write(stream.get()), E_IMAPI_DF2DATA_STREAM_NOT_SUPPORTED);
  expect_an_orderly_disc();
}

TEST_F(BrokenWrite, AStreamThatClaimsToHaveGivenMoreThanItWasAskedForIsNotSupported) {
  const auto stream = stream_of(numbered_sectors(96));
  stream->watch([&](std::size_t given) {
    if (in_the_middle(given)) stream->exaggerate(1);
    return S_OK;
  });
  EXPECT_EQ(data()->Write(stream.get()), E_IMAPI_DF2DATA_STREAM_NOT_SUPPORTED);
  expect_an_orderly_disc();
}

TEST_F(BrokenWrite, AStreamThatThrowsEndsTheWrite) {
  const auto stream = stream_of(numbered_sectors(96));
  stream->watch([](std::size_t given) -> HRESULT {
    if (in_the_middle(given)) throw std::runtime_error("a client's own trouble");
    return S_OK;
  });
  EXPECT_EQ(data()->Write(stream.get()), E_FAIL);
  expect_an_orderly_disc();
}

TEST_F(BrokenWrite, CancelledFromTheStreamItEndsInOrder) {
  const auto stream = stream_of(numbered_sectors(96));
  stream->watch([this](std::size_t given) { return in_the_middle(given) ? data()->CancelWrite() : S_OK; });
  EXPECT_EQ(data()->Write(stream.get()), E_IMAPI_REQUEST_CANCELLED);
  expect_an_orderly_disc();
  EXPECT_EQ(data()->CancelWrite(), E_IMAPI_DF2DATA_WRITE_NOT_IN_PROGRESS);
}

TEST_F(BrokenWrite, ACancelledStreamMayAlsoFail) {
  const auto stream = stream_of(numbered_sectors(96));
  stream->watch([this](std::size_t given) {
    if (!in_the_middle(given)) return S_OK;
    EXPECT_EQ(data()->CancelWrite(), S_OK);
    return E_ABORT;
  });
  EXPECT_EQ(data()->Write(stream.get()), E_IMAPI_REQUEST_CANCELLED);
  expect_an_orderly_disc();
}

TEST_F(BrokenWrite, CancelledBeforeTheFirstSectorItLeavesTheDiscUntouchedAndTheNextWriteWorks) {
  const auto stream = stream_of(numbered_sectors(32));
  stream->watch([this](std::size_t) { return data()->CancelWrite(); });
  EXPECT_EQ(data()->Write(stream.get()), E_IMAPI_REQUEST_CANCELLED);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(calibrate));
  EXPECT_EQ(write(32), S_OK);
}

TEST_F(BrokenWrite, ACancelledCdStaysOpenForAnotherSessionAlsoIfItWasToBeClosed) {
  discs::blank_cd(recorder());
  ASSERT_EQ(data()->put_ForceMediaToBeClosed(VARIANT_TRUE), S_OK);
  const auto stream = stream_of(numbered_sectors(96));
  stream->watch([this](std::size_t given) { return in_the_middle(given) ? data()->CancelWrite() : S_OK; });
  EXPECT_EQ(data()->Write(stream.get()), E_IMAPI_REQUEST_CANCELLED);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(select_write_parameters, calibrate, "2a000000000000002000", synchronize,
                                              select_write_parameters, close_session));
  EXPECT_THAT(selected(), ElementsAre(0x05, 0x32, 0x41, 0xc4, 0x08));
}

TEST_F(BrokenWrite, AMediumErrorEndsTheWriteAndClosesWhatThereIs) {
  recorder().refuse("2a0000000020", mmc::Sense{0x3, 0x0c, 0x00});
  EXPECT_EQ(write(96), E_FAIL);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(calibrate, "2a000000000000002000", "2a000000002000002000", synchronize,
                                              "5b000100000100000000", close_session));
}

TEST_F(BrokenWrite, DeviceErrorsAreToldByTheirSense) {
  const std::pair<mmc::Sense, HRESULT> errors[] = {{{0x3, 0x0c, 0x09}, E_IMAPI_LOSS_OF_STREAMING},
                                                   {{0x7, 0x27, 0x00}, E_IMAPI_RECORDER_MEDIA_WRITE_PROTECTED},
                                                   {{0x5, 0x30, 0x05}, E_IMAPI_RECORDER_MEDIA_INCOMPATIBLE},
                                                   {{0x2, 0x04, 0x08}, E_IMAPI_RECORDER_MEDIA_BUSY}};
  for (const auto& [sense, result] : errors) {
    recorder().refuse("2a", sense);
    EXPECT_EQ(write(96), result);
  }
}

TEST_F(BrokenWrite, ARefusedFirstSectorLeavesTheDiscUntouched) {
  recorder().refuse("2a", mmc::sense::invalid_address_for_write);
  EXPECT_EQ(write(96), E_FAIL);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(calibrate, "2a000000000000002000"));
}

TEST_F(BrokenWrite, NothingIsClosedOnAMediumThatMayBeAnotherOne) {
  recorder().refuse("2a0000000020", mmc::sense::medium_may_have_changed);
  EXPECT_EQ(write(96), E_IMAPI_RECORDER_MEDIA_BECOMING_READY);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(calibrate, "2a000000000000002000", "2a000000002000002000"));
}

TEST_F(BrokenWrite, NothingIsClosedInAnEmptyDrive) {
  recorder().refuse("35", mmc::sense::medium_not_present_tray_open);
  EXPECT_EQ(write(32), E_IMAPI_RECORDER_MEDIA_NO_MEDIA);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(calibrate, "2a000000000000002000", synchronize));
}

TEST_F(BrokenWrite, AFailedCloseIsToldAndTriedOnceMoreForTheDiscsSake) {
  recorder().refuse("5b0001", mmc::Sense{0x3, 0x72, 0x00});
  EXPECT_EQ(write(32), E_FAIL);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(calibrate, "2a000000000000002000", synchronize, "5b000100000100000000",
                                              synchronize, "5b000100000100000000", close_session));
}

TEST_F(BrokenWrite, AnUnderrunThatSynchronizeCacheTellsOfLateIsNoFailure) {
  recorder().refuse("35", mmc::Sense{0x3, 0x0c, 0x09});
  EXPECT_EQ(write(32), S_OK);
}

TEST_F(BrokenWrite, RefusedWriteParametersEndTheWriteBeforeTheFirstSector) {
  discs::blank_cd(recorder());
  recorder().refuse("55", mmc::sense::invalid_field_in_parameter_list);
  EXPECT_EQ(write(1), E_IMAPI_RECORDER_INVALID_MODE_PARAMETERS);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(select_write_parameters));
  recorder().refuse("5a", mmc::sense::invalid_field_in_cdb);
  EXPECT_EQ(write(1), E_IMAPI_RECORDER_NO_SUCH_MODE_PAGE);
}

TEST_F(BrokenWrite, ANewMediumBeforeTheFirstSectorIsLookedAtAgain) {
  recorder().refuse_once("00", mmc::sense::medium_may_have_changed);
  EXPECT_EQ(write(32), S_OK);
}

class DuringAWrite : public WriteTest {
 protected:
  DuringAWrite() { discs::blank_bd_r(recorder()); }
  template <typename Body>
  void during(Body&& body) {
    int calls = 0;
    const auto stream = stream_of(numbered_sectors(32));
    stream->watch([&](std::size_t) {
      ++calls;
      body();
      return S_OK;
    });
    EXPECT_EQ(data()->Write(stream.get()), S_OK);
    EXPECT_EQ(calls, 1);
  }
};

TEST_F(DuringAWrite, NoSetterChangesAnything) {
  during([this] {
    EXPECT_EQ(data()->put_Recorder(nullptr), E_IMAPI_DF2DATA_WRITE_IN_PROGRESS);
    EXPECT_EQ(data()->put_ClientName(com::String(u"other").get()), E_IMAPI_DF2DATA_WRITE_IN_PROGRESS);
    for (const auto setter :
         {&Data::put_ForceMediaToBeClosed, &Data::put_DisableConsumerDvdCompatibilityMode, &Data::put_ForceOverwrite,
          &Data::put_BufferUnderrunFreeDisabled, &Data::put_PostgapAlreadyInImage}) {
      EXPECT_EQ((data()->*setter)(VARIANT_TRUE), E_IMAPI_DF2DATA_WRITE_IN_PROGRESS);
    }
    EXPECT_EQ(data()->SetWriteSpeed(fastest_speed, VARIANT_FALSE), E_IMAPI_DF2DATA_WRITE_IN_PROGRESS);
    EXPECT_EQ(of_data(&Data::get_ForceMediaToBeClosed), succeeded(VARIANT_FALSE));
  });
  com::Pointer<IDiscRecorder2> back;
  ASSERT_EQ(data()->get_Recorder(back.put()), S_OK);
  EXPECT_EQ(back.get(), static_cast<IDiscRecorder2*>(recorder_.get()));
  EXPECT_EQ(data()->put_ForceMediaToBeClosed(VARIANT_TRUE), S_OK);
}

TEST_F(DuringAWrite, NoSecondWriteBegins) {
  const auto second = stream_of(numbered_sectors(32));
  during([&] { EXPECT_EQ(data()->Write(second.get()), E_IMAPI_DF2DATA_WRITE_IN_PROGRESS); });
  EXPECT_EQ(recorder().written().size(), 32u * 2048);
}

TEST_F(DuringAWrite, TheClientMayLetGoOfTheWriter) {
  const std::int64_t before = com::live_objects();
  sequential_ = {};
  random_write_ = {};
  auto stream = stream_of(numbered_sectors(32));
  Data* writer = data();
  stream->watch([this](std::size_t) {
    data_ = {};
    return S_OK;
  });
  EXPECT_EQ(writer->Write(stream.get()), S_OK);
  stream = {};
  EXPECT_EQ(com::live_objects(), before - 3);
}

}  // namespace
}  // namespace discbench::imapi
