#include <gtest/gtest.h>

#include "com/answer.h"
#include "imapi/recorder/recorder.h"
#include "recorder_fixture.h"

namespace discbench::imapi {
namespace {

using testing::_;
using testing::ElementsAre;
using testing::InSequence;

Bytes inquiry_reply() {
  Bytes bytes(36, ' ');
  const std::string text = "PIONEER BD-RW   BDR-207D1.60";
  std::copy(text.begin(), text.end(), bytes.begin() + 8);
  bytes[0] = 0x05;
  bytes[1] = 0x80;
  bytes[4] = 31;
  return bytes;
}

TEST_F(RecorderTest, NamesItselfByItsInquiryData) {
  EXPECT_CALL(transport_, execute(opcode(0x12))).Times(3).WillRepeatedly(reply(inquiry_reply()));
  EXPECT_EQ(text_of(recorder_.get(), &IDiscRecorder2::get_VendorId), u"PIONEER");
  EXPECT_EQ(text_of(recorder_.get(), &IDiscRecorder2::get_ProductId), u"BD-RW   BDR-207D");
  EXPECT_EQ(text_of(recorder_.get(), &IDiscRecorder2::get_ProductRevision), u"1.60");
}

TEST_F(RecorderTest, AShortInquiryReplyIsAPlainFailure) {
  EXPECT_CALL(transport_, execute(opcode(0x12))).WillOnce(reply(Bytes(20)));
  HRESULT result = S_OK;
  text_of(recorder_.get(), &IDiscRecorder2::get_VendorId, &result);
  EXPECT_EQ(result, E_FAIL);
}

TEST_F(RecorderTest, KnowsTheIdThatItIsBoundTo) {
  EXPECT_EQ(text_of(recorder_.get(), &IDiscRecorder2::get_ActiveDiscRecorder), u"discbench:cd-r/blank");
  com::String same(u"discbench:cd-r/blank");
  EXPECT_EQ(recorder_->InitializeDiscRecorder(same.get()), S_OK);
  com::String other(u"discbench:cd-r/finalised");
  EXPECT_EQ(recorder_->InitializeDiscRecorder(other.get()), E_INVALIDARG);
  EXPECT_EQ(recorder_->InitializeDiscRecorder(nullptr), E_INVALIDARG);
}

TEST_F(RecorderTest, MovesTheTray) {
  InSequence order;
  EXPECT_CALL(transport_, execute(cdb({0x1b, 0, 0, 0, 0x02, 0}))).WillOnce(reply({}));
  EXPECT_CALL(transport_, execute(cdb({0x1b, 0, 0, 0, 0x03, 0}))).WillOnce(reply({}));
  EXPECT_EQ(recorder_->EjectMedia(), S_OK);
  EXPECT_EQ(recorder_->CloseTray(), S_OK);
}

TEST_F(RecorderTest, ListsFeaturesByTheirCodes) {
  const Bytes all = {0, 0, 0, 24, 0, 0, 0, 0x09, 0, 0, 3, 4, 0, 9, 1, 0, 0, 1, 3, 8, 0, 0, 0, 2, 1, 0, 0, 0};
  InSequence order;
  EXPECT_CALL(transport_, execute(cdb({0x46, 0, 0, 0, 0, 0, 0, 0, 8, 0}))).WillOnce(reply(all));
  EXPECT_CALL(transport_, execute(cdb({0x46, 0, 0, 0, 0, 0, 0, 0, 28, 0}))).WillOnce(reply(all));
  EXPECT_THAT(numbers_of(recorder_.get(), &IDiscRecorder2::get_SupportedFeaturePages), ElementsAre(0, 1));
  EXPECT_CALL(transport_, execute(cdb({0x46, 1, 0, 0, 0, 0, 0, 0, 8, 0}))).WillOnce(reply(all));
  EXPECT_CALL(transport_, execute(cdb({0x46, 1, 0, 0, 0, 0, 0, 0, 28, 0}))).WillOnce(reply(all));
  EXPECT_THAT(numbers_of(recorder_.get(), &IDiscRecorder2::get_CurrentFeaturePages), ElementsAre(0, 1));
}

TEST_F(RecorderTest, ListsProfilesInTheDrivesOrder) {
  const Bytes list = {0, 0, 0, 20, 0, 0, 0, 0x09, 0, 0, 3, 12, 0, 0x41, 0, 0, 0, 9, 1, 0, 0, 8, 1, 0};
  EXPECT_CALL(transport_, execute(opcode(0x46))).WillRepeatedly(reply(list));
  EXPECT_THAT(numbers_of(recorder_.get(), &IDiscRecorder2::get_SupportedProfiles), ElementsAre(0x41, 9, 8));
  EXPECT_THAT(numbers_of(recorder_.get(), &IDiscRecorder2::get_CurrentProfiles), ElementsAre(9, 8));
}

TEST_F(RecorderTest, ListsModePages) {
  const Bytes pages = {0, 16, 0x70, 0, 0, 0, 0, 0, 0x01, 2, 0, 0, 0x85, 0, 0x2a, 2, 0, 0};
  EXPECT_CALL(transport_, execute(cdb({0x5a, 8, 0x3f, 0, 0, 0, 0, 0, 8, 0}))).WillOnce(reply(pages));
  EXPECT_CALL(transport_, execute(cdb({0x5a, 8, 0x3f, 0, 0, 0, 0, 0, 18, 0}))).WillOnce(reply(pages));
  EXPECT_THAT(numbers_of(recorder_.get(), &IDiscRecorder2::get_SupportedModePages), ElementsAre(0x01, 0x05, 0x2a));
}

TEST_F(RecorderTest, ATrayLoadsAndASlotDoesNot) {
  const Bytes tray = {0, 0, 0, 12, 0, 0, 0, 0, 0, 3, 3, 4, 0x29, 0, 0, 0};
  const Bytes slot_of_version_2 = {0, 0, 0, 12, 0, 0, 0, 0, 0, 3, 0x0b, 4, 0x29, 0, 0, 0};
  VARIANT_BOOL value = 0x5a5a;
  EXPECT_CALL(transport_, execute(opcode(0x46))).WillRepeatedly(reply(tray));
  EXPECT_EQ(recorder_->get_DeviceCanLoadMedia(&value), S_OK);
  EXPECT_EQ(value, VARIANT_TRUE);
  EXPECT_CALL(transport_, execute(opcode(0x46))).WillRepeatedly(reply(slot_of_version_2));
  EXPECT_EQ(recorder_->get_DeviceCanLoadMedia(&value), S_OK);
  EXPECT_EQ(value, VARIANT_FALSE);
}

TEST_F(RecorderTest, IsMountedNowhere) {
  SAFEARRAY* array = nullptr;
  EXPECT_EQ(recorder_->get_VolumePathNames(&array), S_OK);
  EXPECT_EQ(array->rgsabound[0].cElements, 0u);
  SafeArrayDestroy(array);
}

/// The GUID was computed apart from this code: FNV-1a, 64 bits over the bytes of the id in UTF-16LE, then 64 more.
TEST_F(RecorderTest, HasAVolumeNameThatFollowsFromItsDevice) {
  EXPECT_EQ(text_of(recorder_.get(), &IDiscRecorder2::get_VolumeName),
            u"\\\\?\\Volume{8e3f6063-a6fe-8d6d-b76a-ba97ae6c6d45}\\");
  EXPECT_EQ(text_of(make_recorder(2).get(), &IDiscRecorder2::get_VolumeName),
            text_of(recorder_.get(), &IDiscRecorder2::get_VolumeName));
}

TEST_F(RecorderTest, IsTheFirstRecorderWhereThereIsNoOther) {
  LONG number = 77;
  EXPECT_EQ(recorder_->get_LegacyDeviceNumber(&number), S_OK);
  EXPECT_EQ(number, 0);
}

TEST_F(RecorderTest, NullIsRefusedWithoutACommand) {
  EXPECT_EQ(recorder_->get_VendorId(nullptr), E_POINTER);
  EXPECT_EQ(recorder_->get_CurrentProfiles(nullptr), E_POINTER);
  EXPECT_EQ(recorder_->get_DeviceCanLoadMedia(nullptr), E_POINTER);
  EXPECT_EQ(recorder_->get_ExclusiveAccessOwner(nullptr), E_POINTER);
}

TEST_F(RecorderTest, NotificationsAreCounted) {
  EXPECT_EQ(recorder_->DisableMcn(), S_OK);
  EXPECT_EQ(recorder_->DisableMcn(), S_OK);
  EXPECT_EQ(recorder_->EnableMcn(), S_OK);
  EXPECT_EQ(recorder_->EnableMcn(), S_OK);
  EXPECT_EQ(recorder_->EnableMcn(), E_FAIL) << "one too many";
}

/// Names and numbers as they stand in imapi2.idl.
TEST_F(RecorderTest, ScriptsFindEveryMemberByItsName) {
  const std::pair<const OLECHAR*, DISPID> members[] = {
      {OLESTR("EjectMedia"), 0x100},
      {OLESTR("CloseTray"), 0x101},
      {OLESTR("AcquireExclusiveAccess"), 0x102},
      {OLESTR("ReleaseExclusiveAccess"), 0x103},
      {OLESTR("DisableMcn"), 0x104},
      {OLESTR("EnableMcn"), 0x105},
      {OLESTR("InitializeDiscRecorder"), 0x106},
      {OLESTR("ActiveDiscRecorder"), 0},
      {OLESTR("VendorId"), 0x201},
      {OLESTR("ProductId"), 0x202},
      {OLESTR("ProductRevision"), 0x203},
      {OLESTR("VolumeName"), 0x204},
      {OLESTR("VolumePathNames"), 0x205},
      {OLESTR("DeviceCanLoadMedia"), 0x206},
      {OLESTR("LegacyDeviceNumber"), 0x207},
      {OLESTR("SupportedFeaturePages"), 0x208},
      {OLESTR("CurrentFeaturePages"), 0x209},
      {OLESTR("SupportedProfiles"), 0x20a},
      {OLESTR("CurrentProfiles"), 0x20b},
      {OLESTR("SupportedModePages"), 0x20c},
      {OLESTR("ExclusiveAccessOwner"), 0x20d},
  };
  for (const auto& [name, number] : members) {
    LPOLESTR names[] = {const_cast<LPOLESTR>(name)};
    DISPID id = DISPID_UNKNOWN;
    EXPECT_EQ(recorder_->GetIDsOfNames(IID_NULL, names, 1, 0, &id), S_OK) << number;
    EXPECT_EQ(id, number);
  }
}

TEST_F(RecorderTest, ScriptsReachItByItsDefaultMember) {
  VARIANT result{};
  DISPPARAMS none{};
  EXPECT_EQ(recorder_->Invoke(0, IID_NULL, 0, DISPATCH_PROPERTYGET, &none, &result, nullptr, nullptr), S_OK);
  EXPECT_EQ(com::text_of(result.bstrVal), u"discbench:cd-r/blank");
  VariantClear(&result);
}

// Keys, codes and operation codes of Microsoft's erase sample (Utility.cpp): the table itself has a test of its own.
TEST_F(RecorderTest, SenseDataBecomesTheDocumentedCode) {
  struct Row {
    mmc::Sense sense;
    HRESULT code;
  };
  const Row rows[] = {
      {{0x2, 0x3a, 0x01}, E_IMAPI_RECORDER_MEDIA_NO_MEDIA},
      {{0x6, 0x28, 0x00}, E_IMAPI_RECORDER_MEDIA_BECOMING_READY},
      {{0x7, 0x27, 0x00}, E_IMAPI_RECORDER_MEDIA_WRITE_PROTECTED},
      {{0x5, 0x53, 0x02}, E_FAIL},
  };
  for (const Row& row : rows) {
    EXPECT_CALL(transport_, execute(_)).WillOnce(refuse(row.sense));
    EXPECT_EQ(recorder_->EjectMedia(), row.code);
  }
}

TEST_F(RecorderTest, ADriveWithoutConfigurationHasACodeOfItsOwn) {
  EXPECT_CALL(transport_, execute(opcode(0x46))).WillOnce(refuse({0x5, 0x20, 0x00}));
  SAFEARRAY* array = reinterpret_cast<SAFEARRAY*>(this);
  EXPECT_EQ(recorder_->get_SupportedProfiles(&array), E_IMAPI_RECORDER_GET_CONFIGURATION_NOT_SUPPORTED);
  EXPECT_EQ(array, nullptr);
}

class UnboundRecorder : public testing::Test {
 protected:
  UnboundRecorder() {
    const auto find = [this](const std::u16string& id) -> Device {
      if (id != u"known") throw com::Failure{E_INVALIDARG};
      return {.transport = transport_, .initiator = mmc::Initiator{9}, .name = u"the device", .number = 3};
    };
    EXPECT_EQ(create_unbound_recorder(find, IID_PPV_ARGS(recorder_.put())), S_OK);
  }

  std::shared_ptr<testing::StrictMock<ScriptedTransport>> transport_ =
      std::make_shared<testing::StrictMock<ScriptedTransport>>();
  com::Pointer<IDiscRecorder2> recorder_;
};

TEST_F(UnboundRecorder, FailsUntilItIsInitialised) {
  HRESULT result = S_OK;
  text_of(recorder_.get(), &IDiscRecorder2::get_VendorId, &result);
  EXPECT_EQ(result, E_FAIL);
  text_of(recorder_.get(), &IDiscRecorder2::get_ActiveDiscRecorder, &result);
  EXPECT_EQ(result, E_FAIL);
  text_of(recorder_.get(), &IDiscRecorder2::get_VolumeName, &result);
  EXPECT_EQ(result, E_FAIL);
  LONG number = 77;
  EXPECT_EQ(recorder_->get_LegacyDeviceNumber(&number), E_FAIL);
  EXPECT_EQ(number, 0);
  const auto invalid_handle = static_cast<HRESULT>(0x80070006u);
  EXPECT_EQ(recorder_->EjectMedia(), invalid_handle);
  com::String name(u"client");
  EXPECT_EQ(recorder_->AcquireExclusiveAccess(VARIANT_TRUE, name.get()), invalid_handle);
  Buffer<> buffer;
  EXPECT_EQ(recorder_.query<IDiscRecorder2Ex>()->GetDiscInformation(&buffer.data, &buffer.count), invalid_handle);
  EXPECT_TRUE(buffer.empty());
}

TEST_F(UnboundRecorder, IsBoundByAKnownId) {
  com::String unknown(u"unknown");
  EXPECT_EQ(recorder_->InitializeDiscRecorder(unknown.get()), E_INVALIDARG);
  com::String known(u"known");
  EXPECT_EQ(recorder_->InitializeDiscRecorder(known.get()), S_OK);
  EXPECT_EQ(text_of(recorder_.get(), &IDiscRecorder2::get_ActiveDiscRecorder), u"known");
  EXPECT_CALL(*transport_, execute(testing::Field(&mmc::Request::initiator, mmc::Initiator{9}))).WillOnce(reply({}));
  EXPECT_EQ(recorder_->CloseTray(), S_OK);
}

TEST_F(UnboundRecorder, IsNamedAndNumberedByItsHost) {
  com::String known(u"known");
  ASSERT_EQ(recorder_->InitializeDiscRecorder(known.get()), S_OK);
  LONG number = 77;
  EXPECT_EQ(recorder_->get_LegacyDeviceNumber(&number), S_OK);
  EXPECT_EQ(number, 3);
  const auto same_device =
      com::Pointer<IDiscRecorder2>::adopt(create_recorder(*transport_, mmc::Initiator{1}, u"the device"));
  EXPECT_EQ(text_of(recorder_.get(), &IDiscRecorder2::get_VolumeName),
            text_of(same_device.get(), &IDiscRecorder2::get_VolumeName))
      << "whichever way the id was spelled";
}

TEST_F(UnboundRecorder, LetsGoOfTheOldDeviceWhenItIsBoundAnew) {
  com::String known(u"known");
  ASSERT_EQ(recorder_->InitializeDiscRecorder(known.get()), S_OK);
  EXPECT_CALL(*transport_, acquire_exclusive(mmc::Initiator{9})).WillOnce(testing::Return(true));
  com::String name(u"burner");
  ASSERT_EQ(recorder_->AcquireExclusiveAccess(VARIANT_FALSE, name.get()), S_OK);
  EXPECT_CALL(*transport_, release_exclusive(mmc::Initiator{9}));
  EXPECT_EQ(recorder_->InitializeDiscRecorder(known.get()), S_OK);
  EXPECT_EQ(text_of(recorder_.get(), &IDiscRecorder2::get_ExclusiveAccessOwner), u"");
}

TEST_F(UnboundRecorder, KeepsItsDeviceWhereTheNextOneIsNotFound) {
  com::String known(u"known");
  ASSERT_EQ(recorder_->InitializeDiscRecorder(known.get()), S_OK);
  com::String unknown(u"unknown");
  EXPECT_EQ(recorder_->InitializeDiscRecorder(unknown.get()), E_INVALIDARG);
  EXPECT_EQ(text_of(recorder_.get(), &IDiscRecorder2::get_ActiveDiscRecorder), u"known");
}

TEST_F(UnboundRecorder, HoldsUpItsTransportWhileItLives) {
  com::String known(u"known");
  ASSERT_EQ(recorder_->InitializeDiscRecorder(known.get()), S_OK);
  EXPECT_EQ(transport_.use_count(), 2);
  recorder_ = {};
  EXPECT_EQ(transport_.use_count(), 1);
}

}  // namespace
}  // namespace discbench::imapi
