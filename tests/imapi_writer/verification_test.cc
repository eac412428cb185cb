// Reading a burn back and comparing it: IBurnVerification.
#include "imapi/writer/verification.h"

#include <algorithm>
#include <limits>

#include "imapi_writer/progress_sink.h"
#include "imapi_writer/write_fixture.h"

namespace discbench::imapi {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;

constexpr auto none = IMAPI_BURN_VERIFICATION_NONE;
constexpr auto quick = IMAPI_BURN_VERIFICATION_QUICK;
constexpr auto full = IMAPI_BURN_VERIFICATION_FULL;

class Verification : public WriteTest {
 protected:
  Verification() {
    discs::blank_bd_r(recorder());
    level_ = data_.query<IBurnVerification>();
    recorder().read_back_what_was_written();
  }
  Answered<IMAPI_BURN_VERIFICATION_LEVEL> level() {
    return get(level_.get(), &IBurnVerification::get_BurnVerificationLevel);
  }
  void verify(IMAPI_BURN_VERIFICATION_LEVEL level) { ASSERT_EQ(level_->put_BurnVerificationLevel(level), S_OK); }
  std::vector<std::string> reads() {
    std::vector<std::string> found;
    for (const std::string& command : recorder().heard()) {
      if (command.compare(0, 2, "28") == 0) found.push_back(command);
    }
    return found;
  }

  com::Pointer<IBurnVerification> level_;
};

TEST_F(Verification, IsOffAtFirstAndThenWhatWasPut) {
  ASSERT_TRUE(level_);
  EXPECT_EQ(level_.query<IUnknown>().get(), data_.query<IUnknown>().get());
  EXPECT_EQ(level(), succeeded(none));
  for (const auto wanted : {quick, full, none}) {
    EXPECT_EQ(level_->put_BurnVerificationLevel(wanted), S_OK);
    EXPECT_EQ(level(), succeeded(wanted));
  }
  EXPECT_EQ(level_->get_BurnVerificationLevel(nullptr), E_POINTER);
}

TEST_F(Verification, KnowsThreeLevels) {
  verify(quick);
  for (const int odd : {-1, 3, 0x10000, std::numeric_limits<int>::min()}) {
    EXPECT_EQ(level_->put_BurnVerificationLevel(static_cast<IMAPI_BURN_VERIFICATION_LEVEL>(odd)), E_INVALIDARG);
  }
  EXPECT_EQ(level(), succeeded(quick));
}

TEST_F(Verification, StaysAsItIsWhileAWriteRuns) {
  const auto stream = stream_of(numbered_sectors(32));
  stream->watch([this](std::size_t) {
    EXPECT_EQ(level_->put_BurnVerificationLevel(full), E_IMAPI_DF2DATA_WRITE_IN_PROGRESS);
    return S_OK;
  });
  EXPECT_EQ(data()->Write(stream.get()), S_OK);
  EXPECT_TRUE(reads().empty());
}

TEST_F(Verification, InFullReadsEverythingBackAfterTheDiscIsClosed) {
  verify(full);
  Connection sink(data());
  ASSERT_EQ(write(96), S_OK);
  EXPECT_THAT(reads(), ElementsAre("28000000000000002000", "28000000002000002000", "28000000004000002000"));
  const auto closed = std::find(recorder().heard().begin(), recorder().heard().end(), close_session);
  const auto read = std::find(recorder().heard().begin(), recorder().heard().end(), reads().front());
  EXPECT_LT(closed - recorder().heard().begin(), read - recorder().heard().begin());
  const auto actions = sink->actions();
  ASSERT_GE(actions.size(), 3u);
  EXPECT_THAT(std::vector(actions.end() - 3, actions.end()),
              ElementsAre(IMAPI_FORMAT2_DATA_WRITE_ACTION_FINALIZATION, IMAPI_FORMAT2_DATA_WRITE_ACTION_VERIFYING,
                          IMAPI_FORMAT2_DATA_WRITE_ACTION_COMPLETED));
  EXPECT_EQ(sink->updates().back().remaining, 0);
}

TEST_F(Verification, QuicklyReadsASample) {
  verify(quick);
  ASSERT_EQ(write(32 * 130), S_OK);
  // The first, each 64th and the last of 130 pieces of 32 sectors.
  EXPECT_THAT(reads(), ElementsAre("28000000000000002000", "28000000080000002000", "28000000100000002000",
                                   "28000000102000002000"));
}

TEST_F(Verification, FindsTheSmallestDifference) {
  verify(full);
  recorder().spoil_byte(std::size_t{40} * 2048 + 5);
  EXPECT_EQ(write(64), E_IMAPI_BURN_VERIFICATION_FAILED);
  EXPECT_EQ(recorder().heard().back(), "release");
  verify(none);
  EXPECT_EQ(write(64), S_OK);
}

TEST_F(Verification, FailsWhereASectorCannotBeRead) {
  verify(full);
  recorder().refuse("280000000020", mmc::sense::unreadable_sector);
  EXPECT_EQ(write(64), E_IMAPI_BURN_VERIFICATION_FAILED);
  recorder().refuse("280000000020", mmc::sense::medium_not_present_tray_open);
  EXPECT_EQ(write(64), E_IMAPI_RECORDER_MEDIA_NO_MEDIA);
  recorder().fail("280000000020", E_IMAPI_RECORDER_COMMAND_TIMEOUT);
  EXPECT_EQ(write(64), E_IMAPI_RECORDER_COMMAND_TIMEOUT);
}

TEST_F(Verification, BearsThatTheClosedDiscLooksNew) {
  verify(full);
  recorder().watch([this](const std::string& command) {
    if (command == close_session) recorder().refuse_once("00", mmc::sense::medium_may_have_changed);
  });
  EXPECT_EQ(write(64), S_OK);
}

TEST_F(Verification, MayBeCancelled) {
  verify(full);
  Connection sink(data());
  sink->react([this](const Update& update) {
    if (update.action == IMAPI_FORMAT2_DATA_WRITE_ACTION_VERIFYING) {
      EXPECT_EQ(data()->CancelWrite(), S_OK);
    }
  });
  EXPECT_EQ(write(64), E_IMAPI_REQUEST_CANCELLED);
  EXPECT_TRUE(reads().empty());
  EXPECT_EQ(std::count(recorder().heard().begin(), recorder().heard().end(), close_session), 1);
}

TEST_F(Verification, CoversWhatWasPaddedToo) {
  verify(full);
  recorder().spoil_byte(std::size_t{63} * 2048);
  EXPECT_EQ(write(40), E_IMAPI_BURN_VERIFICATION_FAILED);
}

TEST(Checksum, IsFnv1aOf64Bits) {
  // From the draft's test vectors.
  EXPECT_EQ(checksum({}), 0xcbf29ce484222325u);
  const std::uint8_t a[] = {'a'};
  EXPECT_EQ(checksum(a), 0xaf63dc4c8601ec8cu);
  const std::uint8_t foobar[] = {'f', 'o', 'o', 'b', 'a', 'r'};
  EXPECT_EQ(checksum(foobar), 0x85944171f73967e8u);
}

}  // namespace
}  // namespace discbench::imapi
