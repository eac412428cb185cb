// Callers and recorders that keep to nothing: no pointer, no end, no sense. The writer answers with a code and goes on.
#include <algorithm>
#include <cstring>
#include <string_view>

#include "imapi_writer/write_fixture.h"

namespace discbench::imapi {
namespace {

using Data = IDiscFormat2Data;

class BadInput : public WriteTest {};

template <typename Interface, typename... Getters>
void expect_no_answer_to_nowhere(Interface* object, Getters... getters) {
  for (const HRESULT result : {(object->*getters)(nullptr)...}) EXPECT_EQ(result, E_POINTER);
}

TEST_F(BadInput, NowhereToPutTheAnswerIsAPointerError) {
  expect_no_answer_to_nowhere(
      data(), &Data::get_MediaPhysicallyBlank, &Data::get_MediaHeuristicallyBlank, &Data::get_SupportedMediaTypes,
      &Data::get_Recorder, &Data::get_BufferUnderrunFreeDisabled, &Data::get_PostgapAlreadyInImage,
      &Data::get_CurrentMediaStatus, &Data::get_WriteProtectStatus, &Data::get_TotalSectorsOnMedia,
      &Data::get_FreeSectorsOnMedia, &Data::get_NextWritableAddress, &Data::get_StartAddressOfPreviousSession,
      &Data::get_LastWrittenAddressOfPreviousSession, &Data::get_ForceMediaToBeClosed,
      &Data::get_DisableConsumerDvdCompatibilityMode, &Data::get_CurrentPhysicalMediaType, &Data::get_ClientName,
      &Data::get_RequestedWriteSpeed, &Data::get_RequestedRotationTypeIsPureCAV, &Data::get_CurrentWriteSpeed,
      &Data::get_CurrentRotationTypeIsPureCAV, &Data::get_SupportedWriteSpeeds,
      &Data::get_SupportedWriteSpeedDescriptors, &Data::get_ForceOverwrite, &Data::get_MultisessionInterfaces);
  EXPECT_EQ(data()->IsRecorderSupported(recorder_.get(), nullptr), E_POINTER);
  EXPECT_EQ(data()->IsCurrentMediaSupported(recorder_.get(), nullptr), E_POINTER);
  using Sequential = IMultisessionSequential2;
  expect_no_answer_to_nowhere(
      sequential(), &Sequential::get_IsSupportedOnCurrentMediaState, &Sequential::get_InUse,
      &Sequential::get_ImportRecorder, &Sequential::get_IsFirstDataSession,
      &Sequential::get_StartAddressOfPreviousSession, &Sequential::get_LastWrittenAddressOfPreviousSession,
      &Sequential::get_NextWritableAddress, &Sequential::get_FreeSectorsOnMedia, &Sequential::get_WriteUnitSize);
  using RandomWrite = IMultisessionRandomWrite;
  expect_no_answer_to_nowhere(random_write(), &RandomWrite::get_IsSupportedOnCurrentMediaState, &RandomWrite::get_InUse,
                              &RandomWrite::get_ImportRecorder, &RandomWrite::get_WriteUnitSize,
                              &RandomWrite::get_LastWrittenAddress, &RandomWrite::get_TotalSectorsOnMedia);
  EXPECT_TRUE(recorder().heard().empty());
}

/// A BSTR whose memory ends where its length does: no zero behind it.
class BareString {
 public:
  explicit BareString(std::u16string_view text) : memory_(sizeof(std::uint32_t) + text.size() * sizeof(OLECHAR)) {
    const auto length = static_cast<std::uint32_t>(text.size() * sizeof(OLECHAR));
    std::memcpy(memory_.data(), &length, sizeof(length));
    std::memcpy(memory_.data() + sizeof(length), text.data(), length);
  }
  BSTR get() { return reinterpret_cast<BSTR>(memory_.data() + sizeof(std::uint32_t)); }

 private:
  std::vector<std::uint8_t> memory_;
};

std::u16string client_name_of(IDiscFormat2Data& writer) {
  BSTR name = nullptr;
  EXPECT_EQ(writer.get_ClientName(&name), S_OK);
  const std::u16string text = com::text_of(name);
  SysFreeString(name);
  return text;
}

TEST_F(BadInput, AStringEndsWhereItsLengthSays) {
  ASSERT_EQ(data()->put_ClientName(BareString(u"no end").get()), S_OK);
  EXPECT_EQ(client_name_of(*data()), u"no end");
  EXPECT_EQ(data()->put_ClientName(BareString(u"").get()), E_IMAPI_DF2DATA_CLIENT_NAME_IS_NOT_VALID);
}

TEST_F(BadInput, AClientNameThatNoRecorderTakesIsRefusedBeforeAnyWrite) {
  const std::u16string longest(63, u'n');
  ASSERT_EQ(data()->put_ClientName(com::String(longest).get()), S_OK);
  for (const std::u16string& bad :
       {longest + u"n", std::u16string(u"a/b"), std::u16string(u"br\u00e4ndi"), std::u16string(u"zero \0 within", 13),
        std::u16string(1, u'\0'), std::u16string(u"burner\0", 7)}) {
    EXPECT_EQ(data()->put_ClientName(BareString(bad).get()), E_IMAPI_DF2DATA_CLIENT_NAME_IS_NOT_VALID);
    EXPECT_EQ(client_name_of(*data()), longest) << "the one before stays";
  }
  EXPECT_TRUE(recorder().heard().empty());
}

TEST_F(BadInput, AStreamThatGrowsIsWrittenAsLongAsItWas) {
  discs::blank_bd_r(recorder());
  const auto stream = stream_of(numbered_sectors(96));
  stream->claim_size(std::uint64_t{64} * 2048);
  EXPECT_EQ(data()->Write(stream.get()), S_OK);
  EXPECT_EQ(recorder().written(), numbered_sectors(64));
}

/// Answers every command with bytes that have no meaning, or with sense data or a code that has none either; the same
/// for the same seed.
class WildRecorder : public ScriptedRecorder {
 public:
  explicit WildRecorder(std::uint32_t seed) : state_(seed * 2 + 1) { set_profiles({0x1b}); }

  HRESULT STDMETHODCALLTYPE SendCommandNoData(BYTE*, ULONG, BYTE sense[18], ULONG) override { return outcome(sense); }
  HRESULT STDMETHODCALLTYPE SendCommandSendDataToDevice(BYTE*, ULONG, BYTE sense[18], ULONG, BYTE*, ULONG) override {
    return outcome(sense);
  }
  HRESULT STDMETHODCALLTYPE SendCommandGetDataFromDevice(BYTE*, ULONG, BYTE sense[18], ULONG, BYTE* data, ULONG size,
                                                         ULONG* fetched) override {
    for (ULONG i = 0; i < size; ++i) data[i] = static_cast<BYTE>(next());
    // A configuration of a medium that is known, now and then: else nothing else would ever be asked.
    constexpr std::uint8_t profiles[] = {0x09, 0x1b, 0x1a, 0x41};
    if (size > 8 && next() % 2 == 0) {
      std::fill(data, data + 8, BYTE{0});
      data[3] = 4;
      data[7] = profiles[next() % 4];
    }
    *fetched = next() % 4 == 0 ? static_cast<ULONG>(next()) : size;
    return outcome(sense);
  }

 private:
  std::uint32_t next() {
    state_ = state_ * 1664525 + 1013904223;
    return state_ >> 16;
  }
  HRESULT outcome(BYTE sense[18]) {
    constexpr HRESULT odd[] = {S_IMAPI_COMMAND_HAS_SENSE_DATA, E_UNEXPECTED, S_FALSE, E_NOINTERFACE};
    if (next() % 8 != 0) return S_OK;
    for (int i = 0; i < 18; ++i) sense[i] = static_cast<BYTE>(next());
    if (next() % 2 == 0) sense[0] = 0x70;
    return odd[next() % 4];
  }

  std::uint32_t state_;
};

/// An answer is a code, and after a failure no number and nothing to free.
template <typename Value>
void expect_an_answer(const Answered<Value>& answered) {
  if (FAILED(answered.result)) {
    EXPECT_EQ(answered.value, Value{});
  }
}

TEST_F(BadInput, ARecorderThatAnswersNonsenseAtEveryCallIsBorne) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const auto wild = com::Pointer<WildRecorder>::adopt(new ::testing::NiceMock<WildRecorder>(seed));
    ASSERT_EQ(data()->put_Recorder(wild.get()), S_OK);
    for (const auto getter : {&Data::get_TotalSectorsOnMedia, &Data::get_FreeSectorsOnMedia,
                              &Data::get_NextWritableAddress, &Data::get_StartAddressOfPreviousSession,
                              &Data::get_LastWrittenAddressOfPreviousSession, &Data::get_CurrentWriteSpeed}) {
      const auto answered = of_data(getter);
      expect_an_answer(answered);
      EXPECT_GE(answered.value, -1);
    }
    expect_an_answer(of_data(&Data::get_MediaPhysicallyBlank));
    expect_an_answer(of_data(&Data::get_MediaHeuristicallyBlank));
    expect_an_answer(of_data(&Data::get_CurrentRotationTypeIsPureCAV));
    expect_an_answer(of_data(&Data::get_CurrentMediaStatus));
    expect_an_answer(of_data(&Data::get_WriteProtectStatus));
    expect_an_answer(of_random_write(&IMultisessionRandomWrite::get_LastWrittenAddress));
    expect_an_answer(of_sequential(&IMultisessionSequential::get_IsFirstDataSession));
    SAFEARRAY* array = nullptr;
    const HRESULT listed = data()->get_SupportedWriteSpeedDescriptors(&array);
    EXPECT_EQ(FAILED(listed), array == nullptr);
    SafeArrayDestroy(array);
    data()->SetWriteSpeed(2720, VARIANT_FALSE);
    write(40);
    EXPECT_EQ(data()->CancelWrite(), E_IMAPI_DF2DATA_WRITE_NOT_IN_PROGRESS);
  }
}

}  // namespace
}  // namespace discbench::imapi
