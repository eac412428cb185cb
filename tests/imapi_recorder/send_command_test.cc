// IDiscRecorder2Ex's three ways to send a command as it is.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "recorder_fixture.h"

namespace discbench::imapi {
namespace {

using testing::_;
using testing::AllOf;
using testing::ElementsAreArray;
using testing::Field;

class SendCommand : public RecorderTest {
 protected:
  std::array<BYTE, 16> cdb_{0x2a, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  std::array<BYTE, 18> sense_ = [] {
    std::array<BYTE, 18> garbage{};
    garbage.fill(0xcc);
    return garbage;
  }();
  std::array<BYTE, 8> data_{1, 2, 3, 4, 5, 6, 7, 8};
  ULONG fetched_ = 77;
};

TEST_F(SendCommand, TheCommandArrivesAsItIs) {
  EXPECT_CALL(transport_,
              execute(AllOf(cdb({0x2a, 1, 2, 3, 4, 5, 6, 7, 8, 9}), Field(&mmc::Request::initiator, mmc::Initiator{1}),
                            Field(&mmc::Request::time_limit_ms, 5000u))))
      .WillOnce(reply({}));
  EXPECT_EQ(ex_->SendCommandNoData(cdb_.data(), 10, sense_.data(), 5), S_OK);
  EXPECT_EQ(std::ranges::count(sense_, 0), 18) << "no sense data";
}

TEST_F(SendCommand, SenseDataHasTheProgressOfALongOperation) {
  EXPECT_CALL(transport_, execute(_)).WillOnce([](const mmc::Request&) {
    auto completion = mmc::check_condition(mmc::sense::format_in_progress);
    completion.progress = 0x4321;
    return completion;
  });
  ex_->SendCommandNoData(cdb_.data(), 6, sense_.data(), 5);
  EXPECT_EQ(sense_[15], 0x80);
  EXPECT_EQ(sense_[16], 0x43);
  EXPECT_EQ(sense_[17], 0x21);
}

TEST_F(SendCommand, TheLongestTimeLimitDoesNotWrapAround) {
  EXPECT_CALL(transport_, execute(Field(&mmc::Request::time_limit_ms, 0xffffffffu))).WillOnce(reply({}));
  EXPECT_EQ(ex_->SendCommandNoData(cdb_.data(), 6, sense_.data(), 0xffffffff), S_OK);
}

TEST_F(SendCommand, NoTimeLimitIsNone) {
  EXPECT_CALL(transport_, execute(Field(&mmc::Request::time_limit_ms, 0u))).WillOnce(reply({}));
  EXPECT_EQ(ex_->SendCommandNoData(cdb_.data(), 6, sense_.data(), 0), S_OK);
}

TEST_F(SendCommand, ACommandHasSixToSixteenBytes) {
  EXPECT_EQ(ex_->SendCommandNoData(cdb_.data(), 5, sense_.data(), 1), E_INVALIDARG);
  EXPECT_EQ(ex_->SendCommandNoData(cdb_.data(), 17, sense_.data(), 1), E_INVALIDARG);
  EXPECT_CALL(transport_, execute(_)).Times(2).WillRepeatedly(reply({}));
  EXPECT_EQ(ex_->SendCommandNoData(cdb_.data(), 6, sense_.data(), 1), S_OK);
  EXPECT_EQ(ex_->SendCommandNoData(cdb_.data(), 16, sense_.data(), 1), S_OK);
}

TEST_F(SendCommand, DataGoesOut) {
  EXPECT_CALL(transport_, execute(_)).WillOnce([&](const mmc::Request& request) {
    EXPECT_THAT(request.data_out, ElementsAreArray({1, 2, 3, 4, 5, 6, 7, 8}));
    EXPECT_TRUE(request.data_in.empty());
    return mmc::Completion{.data_out_length = 8};
  });
  EXPECT_EQ(ex_->SendCommandSendDataToDevice(cdb_.data(), 10, sense_.data(), 1, data_.data(), 8), S_OK);
}

TEST_F(SendCommand, DataComesInWithItsLength) {
  EXPECT_CALL(transport_, execute(_)).WillOnce(reply({9, 8, 7}));
  EXPECT_EQ(ex_->SendCommandGetDataFromDevice(cdb_.data(), 10, sense_.data(), 1, data_.data(), 8, &fetched_), S_OK);
  EXPECT_EQ(fetched_, 3u);
  EXPECT_THAT(data_, ElementsAreArray({9, 8, 7, 4, 5, 6, 7, 8}));
}

TEST_F(SendCommand, ARefusalIsASuccessWithSenseData) {
  EXPECT_CALL(transport_, execute(_)).WillOnce([](const mmc::Request& request) {
    request.data_in[0] = 0xaa;
    mmc::Completion completion = mmc::check_condition({0x3, 0x11, 0x05}, 0x00012345);
    completion.data_in_length = 1;
    return completion;
  });
  EXPECT_EQ(ex_->SendCommandGetDataFromDevice(cdb_.data(), 10, sense_.data(), 1, data_.data(), 8, &fetched_),
            S_IMAPI_COMMAND_HAS_SENSE_DATA);
  EXPECT_THAT(sense_, ElementsAreArray({0xf0, 0, 3, 0, 1, 0x23, 0x45, 10, 0, 0, 0, 0, 0x11, 0x05, 0, 0, 0, 0}));
  EXPECT_EQ(fetched_, 1u) << "what came before the error";
  EXPECT_EQ(data_[0], 0xaa);
}

TEST_F(SendCommand, NullIsRefusedWithoutACommand) {
  EXPECT_EQ(ex_->SendCommandNoData(nullptr, 6, sense_.data(), 1), E_POINTER);
  EXPECT_EQ(ex_->SendCommandNoData(cdb_.data(), 6, nullptr, 1), E_POINTER);
  EXPECT_EQ(ex_->SendCommandSendDataToDevice(cdb_.data(), 6, sense_.data(), 1, nullptr, 8), E_POINTER);
  EXPECT_EQ(ex_->SendCommandGetDataFromDevice(cdb_.data(), 6, sense_.data(), 1, nullptr, 8, &fetched_), E_POINTER);
  EXPECT_EQ(ex_->SendCommandGetDataFromDevice(cdb_.data(), 6, sense_.data(), 1, data_.data(), 8, nullptr), E_POINTER);
}

TEST_F(SendCommand, ABufferOfNoBytesIsRefused) {
  EXPECT_EQ(ex_->SendCommandSendDataToDevice(cdb_.data(), 6, sense_.data(), 1, data_.data(), 0), E_INVALIDARG);
  EXPECT_EQ(ex_->SendCommandGetDataFromDevice(cdb_.data(), 6, sense_.data(), 1, data_.data(), 0, &fetched_),
            E_INVALIDARG);
  EXPECT_EQ(fetched_, 0u);
}

TEST_F(SendCommand, SizesAboveWhatIsPossibleAreRefused) {
  constexpr ULONG too_large = 0x80000000;
  EXPECT_EQ(ex_->SendCommandNoData(cdb_.data(), 0xffffffff, sense_.data(), 1), E_INVALIDARG);
  EXPECT_EQ(ex_->SendCommandSendDataToDevice(cdb_.data(), 6, sense_.data(), 1, data_.data(), too_large), E_INVALIDARG);
  EXPECT_EQ(ex_->SendCommandGetDataFromDevice(cdb_.data(), 6, sense_.data(), 1, data_.data(), too_large, &fetched_),
            E_INVALIDARG);
  EXPECT_EQ(fetched_, 0u);
  EXPECT_EQ(ex_->SendCommandSendDataToDevice(cdb_.data(), 5, sense_.data(), 1, data_.data(), 8), E_INVALIDARG);
  EXPECT_EQ(ex_->SendCommandGetDataFromDevice(cdb_.data(), 17, sense_.data(), 1, data_.data(), 8, &fetched_),
            E_INVALIDARG);
}

}  // namespace
}  // namespace discbench::imapi
