// What IDiscRecorder2Ex asks a device by itself. Replies are written by hand from MMC-6 and SPC-3.
#include <gtest/gtest.h>

#include <cstring>

#include "recorder_fixture.h"

namespace discbench::imapi {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::InSequence;

/// READ DISC INFORMATION of a blank CD-R: 34 bytes.
Bytes disc_information_reply() {
  Bytes bytes(34);
  bytes[1] = 32;
  bytes[3] = bytes[4] = bytes[5] = bytes[6] = 1;
  return bytes;
}

TEST_F(RecorderTest, AReplyIsAskedForByItsHeaderAndThenToTheByte) {
  InSequence order;
  EXPECT_CALL(transport_, execute(cdb({0x51, 0, 0, 0, 0, 0, 0, 0, 4, 0}))).WillOnce(reply(disc_information_reply()));
  EXPECT_CALL(transport_, execute(cdb({0x51, 0, 0, 0, 0, 0, 0, 0, 34, 0}))).WillOnce(reply(disc_information_reply()));
  Buffer<> buffer;
  EXPECT_EQ(ex_->GetDiscInformation(&buffer.data, &buffer.count), S_OK);
  EXPECT_THAT(buffer.elements(), ElementsAreArray(disc_information_reply()));
}

TEST_F(RecorderTest, AReplyThatContradictsItsLengthIsInvalid) {
  Bytes shorter = disc_information_reply();
  shorter.resize(30);
  EXPECT_CALL(transport_, execute(opcode(0x51))).WillRepeatedly(reply(shorter));
  Buffer<> buffer;
  EXPECT_EQ(ex_->GetDiscInformation(&buffer.data, &buffer.count), E_IMAPI_RECORDER_INVALID_RESPONSE_FROM_DEVICE);
  EXPECT_TRUE(buffer.empty());
}

TEST_F(RecorderTest, AReplyTooShortToMeanAnythingIsInvalid) {
  EXPECT_CALL(transport_, execute(opcode(0x51))).WillRepeatedly(reply({0, 6, 0, 1, 1, 1, 1, 0}));
  Buffer<> buffer;
  EXPECT_EQ(ex_->GetDiscInformation(&buffer.data, &buffer.count), E_IMAPI_RECORDER_INVALID_RESPONSE_FROM_DEVICE);
}

TEST_F(RecorderTest, ARefusedQuestionLeavesNoBuffer) {
  EXPECT_CALL(transport_, execute(opcode(0x51))).WillOnce(refuse({0x2, 0x3a, 0x02}));
  Buffer<> buffer;
  EXPECT_EQ(ex_->GetDiscInformation(&buffer.data, &buffer.count), E_IMAPI_RECORDER_MEDIA_NO_MEDIA);
  EXPECT_TRUE(buffer.empty());
}

TEST_F(RecorderTest, NoPlaceForABufferIsRefusedWithoutACommand) {
  BYTE* data = nullptr;
  ULONG size = 0;
  EXPECT_EQ(ex_->GetDiscInformation(nullptr, &size), E_POINTER);
  EXPECT_EQ(ex_->GetDiscInformation(&data, nullptr), E_POINTER);
  EXPECT_EQ(ex_->GetAdapterDescriptor(nullptr, &size), E_POINTER);
  EXPECT_EQ(ex_->SendDvdStructure(0, nullptr, 4), E_POINTER);
  EXPECT_EQ(ex_->SetModePage(IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES, nullptr, 4), E_POINTER);
}

TEST_F(RecorderTest, TracksAreAskedForByAddressTrackOrSession) {
  Bytes track(36);
  track[1] = 34;
  track[2] = 2;
  const std::pair<IMAPI_READ_TRACK_ADDRESS_TYPE, int> types[] = {{IMAPI_READ_TRACK_ADDRESS_TYPE_LBA, 0},
                                                                 {IMAPI_READ_TRACK_ADDRESS_TYPE_TRACK, 1},
                                                                 {IMAPI_READ_TRACK_ADDRESS_TYPE_SESSION, 2}};
  for (const auto& [type, number] : types) {
    EXPECT_CALL(transport_, execute(cdb({0x52, number, 0, 1, 2, 3, 0, 0, 4, 0}))).WillOnce(reply(track));
    EXPECT_CALL(transport_, execute(cdb({0x52, number, 0, 1, 2, 3, 0, 0, 36, 0}))).WillOnce(reply(track));
    Buffer<> buffer;
    EXPECT_EQ(ex_->GetTrackInformation(0x00010203, type, &buffer.data, &buffer.count), S_OK);
    EXPECT_EQ(buffer.count, 36u);
  }
  Buffer<> buffer;
  EXPECT_EQ(ex_->GetTrackInformation(1, static_cast<IMAPI_READ_TRACK_ADDRESS_TYPE>(3), &buffer.data, &buffer.count),
            E_INVALIDARG);
}

TEST_F(RecorderTest, AFeatureComesWithoutTheListsHeader) {
  const Bytes one = {0, 0, 0, 12, 0, 0, 0, 0x09, 0, 0x2d, 0x08, 4, 0x46, 0, 0x3f, 0xff};
  InSequence order;
  EXPECT_CALL(transport_, execute(cdb({0x46, 2, 0, 0x2d, 0, 0, 0, 0, 8, 0}))).WillOnce(reply(one));
  EXPECT_CALL(transport_, execute(cdb({0x46, 2, 0, 0x2d, 0, 0, 0, 0, 16, 0}))).WillOnce(reply(one));
  Buffer<> buffer;
  EXPECT_EQ(ex_->GetFeaturePage(IMAPI_FEATURE_PAGE_TYPE_CD_TRACK_AT_ONCE, FALSE, &buffer.data, &buffer.count), S_OK);
  EXPECT_THAT(buffer.elements(), ElementsAre(0, 0x2d, 0x08, 4, 0x46, 0, 0x3f, 0xff));
}

TEST_F(RecorderTest, AFeatureThatIsMissingOrNotCurrentHasItsCode) {
  Buffer<> missing;
  EXPECT_CALL(transport_, execute(opcode(0x46))).WillRepeatedly(reply({0, 0, 0, 4, 0, 0, 0, 0x09}));
  EXPECT_EQ(ex_->GetFeaturePage(IMAPI_FEATURE_PAGE_TYPE_MRW, FALSE, &missing.data, &missing.count),
            E_IMAPI_RECORDER_NO_SUCH_FEATURE);
  EXPECT_TRUE(missing.empty());
  Buffer<> idle;
  EXPECT_CALL(transport_, execute(opcode(0x46)))
      .WillRepeatedly(reply({0, 0, 0, 12, 0, 0, 0, 0x09, 0, 0x2d, 0x08, 4, 0x46, 0, 0x3f, 0xff}));
  EXPECT_EQ(ex_->GetFeaturePage(IMAPI_FEATURE_PAGE_TYPE_CD_TRACK_AT_ONCE, TRUE, &idle.data, &idle.count),
            E_IMAPI_RECORDER_FEATURE_IS_NOT_CURRENT);
  EXPECT_TRUE(idle.empty());
}

TEST_F(RecorderTest, AModePageComesWithoutHeaderAndBlockDescriptor) {
  // 8 bytes of header with a block descriptor of 8 bytes, then the page.
  const Bytes page = {0, 18, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 8, 0, 0x85, 2, 0xe2, 0x08};
  InSequence order;
  EXPECT_CALL(transport_, execute(cdb({0x5a, 8, 0x85, 0, 0, 0, 0, 0, 8, 0}))).WillOnce(reply(page));
  EXPECT_CALL(transport_, execute(cdb({0x5a, 8, 0x85, 0, 0, 0, 0, 0, 20, 0}))).WillOnce(reply(page));
  Buffer<> buffer;
  EXPECT_EQ(ex_->GetModePage(IMAPI_MODE_PAGE_TYPE_WRITE_PARAMETERS, IMAPI_MODE_PAGE_REQUEST_TYPE_DEFAULT_VALUES,
                             &buffer.data, &buffer.count),
            S_OK);
  EXPECT_THAT(buffer.elements(), ElementsAre(0x85, 2, 0xe2, 0x08));
}

TEST_F(RecorderTest, AnotherPageThanTheOneAskedForIsInvalid) {
  EXPECT_CALL(transport_, execute(opcode(0x5a))).WillRepeatedly(reply({0, 10, 0, 0, 0, 0, 0, 0, 0x01, 2, 0, 0}));
  Buffer<> buffer;
  EXPECT_EQ(ex_->GetModePage(IMAPI_MODE_PAGE_TYPE_WRITE_PARAMETERS, IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES,
                             &buffer.data, &buffer.count),
            E_IMAPI_RECORDER_INVALID_RESPONSE_FROM_DEVICE);
}

TEST_F(RecorderTest, APageOrItsSavedValuesMayBeAbsent) {
  for (const mmc::Sense sense : {mmc::Sense{0x5, 0x24, 0x00}, mmc::Sense{0x5, 0x39, 0x00}}) {
    EXPECT_CALL(transport_, execute(opcode(0x5a))).WillOnce(refuse(sense));
    Buffer<> buffer;
    EXPECT_EQ(ex_->GetModePage(IMAPI_MODE_PAGE_TYPE_MRW, IMAPI_MODE_PAGE_REQUEST_TYPE_SAVED_VALUES, &buffer.data,
                               &buffer.count),
              E_IMAPI_RECORDER_NO_SUCH_MODE_PAGE);
  }
  Buffer<> buffer;
  EXPECT_EQ(ex_->GetModePage(static_cast<IMAPI_MODE_PAGE_TYPE>(0x3f), IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES,
                             &buffer.data, &buffer.count),
            E_INVALIDARG);
  EXPECT_EQ(ex_->GetModePage(IMAPI_MODE_PAGE_TYPE_MRW, static_cast<IMAPI_MODE_PAGE_REQUEST_TYPE>(4), &buffer.data,
                             &buffer.count),
            E_INVALIDARG);
}

TEST_F(RecorderTest, AModePageIsSetWithAHeaderOfZeros) {
  EXPECT_CALL(transport_, execute(cdb({0x55, 0x10, 0, 0, 0, 0, 0, 0, 12, 0})))
      .WillOnce([](const mmc::Request& request) {
        EXPECT_THAT(request.data_out, ElementsAre(0, 0, 0, 0, 0, 0, 0, 0, 0x05, 2, 0xe2, 0x08))
            << "PS is reserved here";
        return mmc::Completion{};
      });
  BYTE page[] = {0x85, 2, 0xe2, 0x08};
  EXPECT_EQ(ex_->SetModePage(IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES, page, 4), S_OK);
  EXPECT_CALL(transport_, execute(cdb({0x55, 0x11, 0, 0, 0, 0, 0, 0, 12, 0}))).WillOnce(refuse({0x5, 0x26, 0x00}));
  EXPECT_EQ(ex_->SetModePage(IMAPI_MODE_PAGE_REQUEST_TYPE_SAVED_VALUES, page, 4),
            E_IMAPI_RECORDER_INVALID_MODE_PARAMETERS);
}

TEST_F(RecorderTest, OnlyAWholePageOfValuesIsSet) {
  BYTE page[] = {0x05, 2, 0xe2, 0x08};
  EXPECT_EQ(ex_->SetModePage(IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES, page, 3), E_INVALIDARG);
  EXPECT_EQ(ex_->SetModePage(IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES, page, 1), E_INVALIDARG);
  EXPECT_EQ(ex_->SetModePage(IMAPI_MODE_PAGE_REQUEST_TYPE_DEFAULT_VALUES, page, 4), E_INVALIDARG);
  EXPECT_EQ(ex_->SetModePage(IMAPI_MODE_PAGE_REQUEST_TYPE_CHANGEABLE_VALUES, page, 4), E_INVALIDARG);
}

TEST_F(RecorderTest, ADiscStructureComesWithoutItsHeader) {
  const Bytes structure = {0, 6, 0, 0, 0x0c, 0, 0, 0};
  InSequence order;
  EXPECT_CALL(transport_, execute(cdb({0xad, 0, 0, 0, 0, 9, 1, 0xc0, 0, 4, 0xc0, 0}))).WillOnce(reply(structure));
  EXPECT_CALL(transport_, execute(cdb({0xad, 0, 0, 0, 0, 9, 1, 0xc0, 0, 8, 0xc0, 0}))).WillOnce(reply(structure));
  Buffer<> buffer;
  EXPECT_EQ(ex_->ReadDvdStructure(0xc0, 9, 1, 3, &buffer.data, &buffer.count), S_OK);
  EXPECT_THAT(buffer.elements(), ElementsAre(0x0c, 0, 0, 0));
}

TEST_F(RecorderTest, AnAbsentDiscStructureHasItsCode) {
  EXPECT_CALL(transport_, execute(opcode(0xad))).WillOnce(refuse({0x5, 0x24, 0x00}));
  Buffer<> buffer;
  EXPECT_EQ(ex_->ReadDvdStructure(0x11, 0, 0, 0, &buffer.data, &buffer.count),
            E_IMAPI_RECORDER_DVD_STRUCTURE_NOT_PRESENT);
  EXPECT_EQ(ex_->ReadDvdStructure(0x100, 0, 0, 0, &buffer.data, &buffer.count), E_INVALIDARG);
  EXPECT_EQ(ex_->ReadDvdStructure(0, 0, 0x100, 0, &buffer.data, &buffer.count), E_INVALIDARG);
  EXPECT_EQ(ex_->ReadDvdStructure(0, 0, 0, 4, &buffer.data, &buffer.count), E_INVALIDARG);
}

TEST_F(RecorderTest, ADiscStructureIsSentWithItsHeader) {
  EXPECT_CALL(transport_, execute(cdb({0xbf, 0, 0, 0, 0, 0, 0, 0xc0, 0, 8, 0, 0}))).WillOnce([](const auto& request) {
    EXPECT_THAT(request.data_out, ElementsAre(0, 6, 0, 0, 1, 2, 3, 4));
    return mmc::Completion{};
  });
  BYTE data[] = {1, 2, 3, 4};
  EXPECT_EQ(ex_->SendDvdStructure(0xc0, data, 4), S_OK);
  EXPECT_EQ(ex_->SendDvdStructure(0xc0, data, 0), E_INVALIDARG);
  EXPECT_EQ(ex_->SendDvdStructure(0xc0, data, 0xffff), E_INVALIDARG);
}

TEST_F(RecorderTest, ListsComeAsEnumerations) {
  EXPECT_CALL(transport_, execute(opcode(0x46))).WillRepeatedly(reply({0, 0, 0, 16,   0, 0, 0, 0x09, 0, 0,
                                                                       3, 8, 0, 0x41, 0, 0, 0, 9,    1, 0}));
  Buffer<IMAPI_PROFILE_TYPE> profiles;
  EXPECT_EQ(ex_->GetSupportedProfiles(FALSE, &profiles.data, &profiles.count), S_OK);
  EXPECT_THAT(profiles.elements(), ElementsAre(0x41, 9));
  Buffer<IMAPI_PROFILE_TYPE> current;
  EXPECT_EQ(ex_->GetSupportedProfiles(TRUE, &current.data, &current.count), S_OK);
  EXPECT_THAT(current.elements(), ElementsAre(9));
  Buffer<IMAPI_FEATURE_PAGE_TYPE> features;
  EXPECT_EQ(ex_->GetSupportedFeaturePages(FALSE, &features.data, &features.count), S_OK);
  EXPECT_THAT(features.elements(), ElementsAre(0));
  EXPECT_CALL(transport_, execute(opcode(0x5a)))
      .WillRepeatedly(reply({0, 14, 0, 0, 0, 0, 0, 0, 0x01, 2, 0, 0, 0x85, 2, 0, 0}));
  Buffer<IMAPI_MODE_PAGE_TYPE> pages;
  EXPECT_EQ(ex_->GetSupportedModePages(IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES, &pages.data, &pages.count), S_OK);
  EXPECT_THAT(pages.elements(), ElementsAre(1, 5));
}

TEST_F(RecorderTest, AFeatureThatRunsOverTheEndIsInvalid) {
  EXPECT_CALL(transport_, execute(opcode(0x46)))
      .WillRepeatedly(reply({0, 0, 0, 12, 0, 0, 0, 0x09, 0, 0, 3, 8, 0, 0x41, 0, 0}));
  Buffer<IMAPI_PROFILE_TYPE> profiles;
  EXPECT_EQ(ex_->GetSupportedProfiles(FALSE, &profiles.data, &profiles.count),
            E_IMAPI_RECORDER_INVALID_RESPONSE_FROM_DEVICE);
  EXPECT_TRUE(profiles.empty());
}

TEST_F(RecorderTest, DescribesItsAdapter) {
  Buffer<> buffer;
  ASSERT_EQ(ex_->GetAdapterDescriptor(&buffer.data, &buffer.count), S_OK);
  ASSERT_EQ(buffer.count, 32u);
  const auto number_at = [&](std::size_t offset) {
    std::uint32_t value = 0;
    std::memcpy(&value, buffer.data + offset, 4);
    return value;
  };
  ULONG value = 0;
  EXPECT_EQ(number_at(0), 32u);
  EXPECT_EQ(number_at(4), 32u);
  EXPECT_EQ(ex_->GetMaximumPageAlignedTransferSize(&value), S_OK);
  EXPECT_EQ(value, number_at(8));
  EXPECT_EQ(ex_->GetMaximumNonPageAlignedTransferSize(&value), S_OK);
  EXPECT_EQ(value, (number_at(12) - 1) * 4096);
  EXPECT_EQ(ex_->GetByteAlignmentMask(&value), S_OK);
  EXPECT_EQ(value, number_at(16));
  EXPECT_EQ(buffer.data[24], 14) << "BusTypeVirtual";
}

TEST_F(RecorderTest, DescribesItsDeviceWithTheInquiryDataAndItsStrings) {
  Bytes inquiry(36, ' ');
  std::memcpy(inquiry.data() + 8, "VENDOR", 6);
  std::memcpy(inquiry.data() + 16, "A PRODUCT", 9);
  std::memcpy(inquiry.data() + 32, "1.00", 4);
  inquiry[0] = 5;
  inquiry[1] = 0x80;
  EXPECT_CALL(transport_, execute(opcode(0x12))).WillOnce(reply(inquiry));
  Buffer<> buffer;
  ASSERT_EQ(ex_->GetDeviceDescriptor(&buffer.data, &buffer.count), S_OK);
  const auto number_at = [&](std::size_t offset) {
    std::uint32_t value = 0;
    std::memcpy(&value, buffer.data + offset, 4);
    return value;
  };
  const auto text_at = [&](std::size_t offset) { return std::string(reinterpret_cast<char*>(buffer.data) + offset); };
  EXPECT_EQ(number_at(0), 40u);
  EXPECT_EQ(number_at(4), buffer.count);
  EXPECT_EQ(buffer.data[8], 5);
  EXPECT_EQ(buffer.data[10], 1) << "removable";
  EXPECT_EQ(text_at(number_at(12)), "VENDOR");
  EXPECT_EQ(text_at(number_at(16)), "A PRODUCT");
  EXPECT_EQ(text_at(number_at(20)), "1.00");
  EXPECT_EQ(number_at(24), 0u) << "no serial number";
  EXPECT_EQ(number_at(32), 36u);
  EXPECT_EQ(std::memcmp(buffer.data + 36, inquiry.data(), 36), 0);
}

}  // namespace
}  // namespace discbench::imapi
