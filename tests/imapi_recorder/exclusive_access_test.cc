#include <gtest/gtest.h>

#include "recorder_fixture.h"

namespace discbench::imapi {
namespace {

using testing::Return;

class ExclusiveAccess : public RecorderTest {
 protected:
  HRESULT acquire(const com::Pointer<IDiscRecorder2>& recorder, std::u16string_view name) {
    com::String client(name);
    return recorder->AcquireExclusiveAccess(VARIANT_FALSE, client.get());
  }

  std::u16string owner(const com::Pointer<IDiscRecorder2>& recorder) {
    return text_of(recorder.get(), &IDiscRecorder2::get_ExclusiveAccessOwner);
  }

  com::Pointer<IDiscRecorder2> other_ = make_recorder(2);
};

TEST_F(ExclusiveAccess, IsSeenByEveryHandleToTheDevice) {
  EXPECT_EQ(owner(other_), u"");
  EXPECT_CALL(transport_, acquire_exclusive(mmc::Initiator{1})).WillOnce(Return(true));
  EXPECT_EQ(acquire(recorder_, u"burner"), S_OK);
  EXPECT_EQ(owner(recorder_), u"burner");
  EXPECT_EQ(owner(other_), u"burner");
  EXPECT_CALL(transport_, release_exclusive(mmc::Initiator{1}));
  EXPECT_EQ(recorder_->ReleaseExclusiveAccess(), S_OK);
  EXPECT_EQ(owner(other_), u"");
}

TEST_F(ExclusiveAccess, LocksEveryOtherHandleOut) {
  EXPECT_CALL(transport_, acquire_exclusive(mmc::Initiator{1})).WillOnce(Return(true));
  ASSERT_EQ(acquire(recorder_, u"burner"), S_OK);
  EXPECT_EQ(acquire(other_, u"reader"), E_IMAPI_RECORDER_LOCKED);
  EXPECT_EQ(other_->ReleaseExclusiveAccess(), E_IMAPI_RECORDER_LOCKED);
  EXPECT_EQ(other_->EjectMedia(), E_IMAPI_RECORDER_LOCKED);
  EXPECT_EQ(other_->DisableMcn(), E_IMAPI_RECORDER_LOCKED);
  BYTE command[6] = {};
  BYTE sense[18] = {};
  EXPECT_EQ(other_.query<IDiscRecorder2Ex>()->SendCommandNoData(command, 6, sense, 1), E_IMAPI_RECORDER_LOCKED);

  EXPECT_CALL(transport_, execute(opcode(0x1b))).Times(2).WillRepeatedly(reply({}));
  EXPECT_EQ(recorder_->EjectMedia(), S_OK) << "the holder itself is let in";
  EXPECT_CALL(transport_, release_exclusive(mmc::Initiator{1}));
  ASSERT_EQ(recorder_->ReleaseExclusiveAccess(), S_OK);
  EXPECT_EQ(other_->EjectMedia(), S_OK);
}

TEST_F(ExclusiveAccess, TheDevicesNameIsToldAllTheSame) {
  EXPECT_CALL(transport_, acquire_exclusive(mmc::Initiator{1})).WillOnce(Return(true));
  ASSERT_EQ(acquire(recorder_, u"burner"), S_OK);
  EXPECT_CALL(transport_, execute(opcode(0x12))).WillOnce(reply(Bytes(36, 'x')));
  EXPECT_EQ(text_of(other_.get(), &IDiscRecorder2::get_ProductRevision), u"xxxx");
  EXPECT_CALL(transport_, release_exclusive(mmc::Initiator{1}));
}

TEST_F(ExclusiveAccess, IsHeldUntilEveryAcquireHasItsRelease) {
  EXPECT_CALL(transport_, acquire_exclusive(mmc::Initiator{1})).WillOnce(Return(true));
  EXPECT_CALL(transport_, release_exclusive(mmc::Initiator{1}));
  EXPECT_EQ(acquire(recorder_, u"first"), S_OK);
  EXPECT_EQ(acquire(recorder_, u"second"), S_OK);
  EXPECT_EQ(recorder_->ReleaseExclusiveAccess(), S_OK);
  EXPECT_EQ(owner(other_), u"first") << "one release is still missing";
  EXPECT_EQ(recorder_->ReleaseExclusiveAccess(), S_OK);
  EXPECT_EQ(recorder_->ReleaseExclusiveAccess(), E_FAIL) << "nothing is held";
}

TEST_F(ExclusiveAccess, NeedsAName) {
  EXPECT_EQ(recorder_->AcquireExclusiveAccess(VARIANT_TRUE, nullptr), E_INVALIDARG);
  EXPECT_EQ(acquire(recorder_, u""), E_INVALIDARG);
}

TEST_F(ExclusiveAccess, ANameHasFewCharactersAndFewKinds) {
  const std::u16string longest(63, u'n');
  for (const std::u16string& bad : {longest + u"n", std::u16string(u"a/b"), std::u16string(u"br\u00e4ndi"),
                                    std::u16string(u"no\0 end", 7), std::u16string(u"{brace}")}) {
    EXPECT_EQ(acquire(recorder_, bad), E_IMAPI_RECORDER_CLIENT_NAME_IS_NOT_VALID);
  }
  EXPECT_CALL(transport_, acquire_exclusive(mmc::Initiator{1})).Times(2).WillRepeatedly(Return(true));
  EXPECT_CALL(transport_, release_exclusive(mmc::Initiator{1})).Times(2);
  for (const std::u16string& good : {longest, std::u16string(u"My-Burner_2.0: a, b; c")}) {
    EXPECT_EQ(acquire(recorder_, good), S_OK);
    EXPECT_EQ(owner(other_), good);
    EXPECT_EQ(recorder_->ReleaseExclusiveAccess(), S_OK);
  }
}

TEST_F(ExclusiveAccess, ForceIsTheSameWhereNothingIsMounted) {
  EXPECT_CALL(transport_, acquire_exclusive(mmc::Initiator{1})).WillOnce(Return(true));
  com::String name(u"burner");
  EXPECT_EQ(recorder_->AcquireExclusiveAccess(VARIANT_TRUE, name.get()), S_OK);
  EXPECT_EQ(other_->AcquireExclusiveAccess(VARIANT_TRUE, name.get()), E_IMAPI_RECORDER_LOCKED)
      << "force is for file systems, not for other clients";
  EXPECT_CALL(transport_, release_exclusive(mmc::Initiator{1}));
  EXPECT_EQ(recorder_->ReleaseExclusiveAccess(), S_OK);
}

TEST_F(ExclusiveAccess, OfAnInitiatorElsewhereIsRespected) {
  EXPECT_CALL(transport_, acquire_exclusive(mmc::Initiator{1})).WillOnce(Return(false));
  EXPECT_EQ(acquire(recorder_, u"burner"), E_IMAPI_RECORDER_LOCKED);
  EXPECT_EQ(owner(recorder_), u"");
}

TEST_F(ExclusiveAccess, OfAnInitiatorElsewhereKeepsEveryCommandOut) {
  EXPECT_CALL(transport_, execute(testing::_)).WillRepeatedly([](const mmc::Request&) {
    return mmc::Completion{.status = mmc::Status::reservation_conflict};
  });
  BYTE command[6] = {};
  BYTE sense[18] = {};
  EXPECT_EQ(ex_->SendCommandNoData(command, 6, sense, 1), E_IMAPI_RECORDER_LOCKED);
  EXPECT_EQ(recorder_->EjectMedia(), E_IMAPI_RECORDER_LOCKED);
  Buffer<> buffer;
  EXPECT_EQ(ex_->GetDiscInformation(&buffer.data, &buffer.count), E_IMAPI_RECORDER_LOCKED);
  EXPECT_TRUE(buffer.empty());
}

TEST_F(ExclusiveAccess, EndsWithTheHandleThatHeldIt) {
  EXPECT_CALL(transport_, acquire_exclusive(mmc::Initiator{2})).WillOnce(Return(true));
  ASSERT_EQ(acquire(other_, u"crashed"), S_OK);
  EXPECT_CALL(transport_, release_exclusive(mmc::Initiator{2}));
  other_ = {};
  EXPECT_EQ(owner(recorder_), u"");
  EXPECT_CALL(transport_, acquire_exclusive(mmc::Initiator{1})).WillOnce(Return(true));
  EXPECT_CALL(transport_, release_exclusive(mmc::Initiator{1}));
  EXPECT_EQ(acquire(recorder_, u"next"), S_OK);
}

TEST_F(ExclusiveAccess, OfOneDeviceIsNotAnothers) {
  testing::StrictMock<ScriptedTransport> elsewhere;
  auto stranger =
      com::Pointer<IDiscRecorder2>::adopt(create_recorder(elsewhere, mmc::Initiator{1}, u"discbench:bd-r/blank"));
  EXPECT_CALL(transport_, acquire_exclusive(mmc::Initiator{1})).WillOnce(Return(true));
  EXPECT_CALL(transport_, release_exclusive(mmc::Initiator{1}));
  ASSERT_EQ(acquire(recorder_, u"burner"), S_OK);
  EXPECT_CALL(elsewhere, execute(opcode(0x1b))).WillOnce(reply({}));
  EXPECT_EQ(stranger->EjectMedia(), S_OK);
}

}  // namespace
}  // namespace discbench::imapi
