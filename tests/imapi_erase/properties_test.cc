#include "imapi_erase/erase_fixture.h"

namespace discbench::imapi {
namespace {

using testing::ElementsAre;

constexpr auto anything_but_an_answer = static_cast<VARIANT_BOOL>(0x5a5a);

class EraserProperties : public EraseTest {
 protected:
  Pointer<IDiscFormat2Erase> bare() {
    Pointer<IDiscFormat2Erase> eraser;
    EXPECT_EQ(create_disc_format_erase(IID_PPV_ARGS(eraser.put())), S_OK);
    return eraser;
  }
  VARIANT_BOOL full_erase() {
    VARIANT_BOOL value = anything_but_an_answer;
    EXPECT_EQ(eraser_->get_FullErase(&value), S_OK);
    return value;
  }
};

TEST_F(EraserProperties, ErasesAsLittleAsItCanUnlessAsked) {
  EXPECT_EQ(full_erase(), VARIANT_FALSE);
  EXPECT_EQ(eraser_->put_FullErase(VARIANT_TRUE), S_OK);
  EXPECT_EQ(full_erase(), VARIANT_TRUE);
  EXPECT_EQ(eraser_->put_FullErase(VARIANT_FALSE), S_OK);
  EXPECT_EQ(full_erase(), VARIANT_FALSE);
  EXPECT_EQ(eraser_->put_FullErase(1), S_OK);
  EXPECT_EQ(full_erase(), VARIANT_TRUE) << "each value but 0 is true";
}

TEST_F(EraserProperties, NoPlaceForAnAnswerIsRefused) {
  EXPECT_EQ(eraser_->IsRecorderSupported(recorder_.get(), nullptr), E_POINTER);
  EXPECT_EQ(eraser_->IsCurrentMediaSupported(recorder_.get(), nullptr), E_POINTER);
  EXPECT_EQ(eraser_->get_MediaPhysicallyBlank(nullptr), E_POINTER);
  EXPECT_EQ(eraser_->get_MediaHeuristicallyBlank(nullptr), E_POINTER);
  EXPECT_EQ(eraser_->get_SupportedMediaTypes(nullptr), E_POINTER);
  EXPECT_EQ(eraser_->get_Recorder(nullptr), E_POINTER);
  EXPECT_EQ(eraser_->get_FullErase(nullptr), E_POINTER);
  EXPECT_EQ(eraser_->get_CurrentPhysicalMediaType(nullptr), E_POINTER);
  EXPECT_EQ(eraser_->get_ClientName(nullptr), E_POINTER);
}

TEST_F(EraserProperties, AnswersNothingWithoutARecorder) {
  const auto eraser = bare();
  VARIANT_BOOL blank = anything_but_an_answer;
  EXPECT_EQ(eraser->get_MediaPhysicallyBlank(&blank), E_IMAPI_RECORDER_REQUIRED);
  EXPECT_EQ(blank, VARIANT_FALSE);
  EXPECT_EQ(eraser->get_MediaHeuristicallyBlank(&blank), E_IMAPI_RECORDER_REQUIRED);
  IMAPI_MEDIA_PHYSICAL_TYPE type = IMAPI_MEDIA_TYPE_MAX;
  EXPECT_EQ(eraser->get_CurrentPhysicalMediaType(&type), E_IMAPI_RECORDER_REQUIRED);
  EXPECT_EQ(type, IMAPI_MEDIA_TYPE_UNKNOWN);
  auto* none = reinterpret_cast<IDiscRecorder2*>(this);
  EXPECT_EQ(eraser->get_Recorder(&none), S_OK);
  EXPECT_EQ(none, nullptr);
}

TEST_F(EraserProperties, HasOneRecorderAtATime) {
  EXPECT_EQ(eraser_->put_Recorder(recorder_.get()), E_IMAPI_ERASE_ONLY_ONE_RECORDER_SUPPORTED);
  Pointer<IDiscRecorder2> found;
  EXPECT_EQ(eraser_->get_Recorder(found.put()), S_OK);
  EXPECT_EQ(found.get(), recorder_.get());
  EXPECT_EQ(eraser_->put_Recorder(nullptr), S_OK);
  EXPECT_EQ(eraser_->put_Recorder(recorder_.get()), S_OK);
}

TEST_F(EraserProperties, ARecorderThatErasesNothingIsNotTaken) {
  const auto eraser = bare();
  recorder().set_profiles({0x41, 0x1b, 0x09, 0x08});
  EXPECT_EQ(eraser->put_Recorder(recorder_.get()), E_IMAPI_ERASE_RECORDER_NOT_SUPPORTED);
  VARIANT_BOOL supported = anything_but_an_answer;
  EXPECT_EQ(eraser->IsRecorderSupported(recorder_.get(), &supported), S_OK);
  EXPECT_EQ(supported, VARIANT_FALSE);
  recorder().fail_profiles(E_IMAPI_RECORDER_GET_CONFIGURATION_NOT_SUPPORTED);
  EXPECT_EQ(eraser->IsRecorderSupported(recorder_.get(), &supported), S_OK);
  EXPECT_EQ(supported, VARIANT_FALSE);
  recorder().fail_profiles(E_IMAPI_RECORDER_LOCKED);
  EXPECT_EQ(eraser->IsRecorderSupported(recorder_.get(), &supported), E_IMAPI_RECORDER_LOCKED) << "which says nothing";
  EXPECT_EQ(eraser->IsRecorderSupported(nullptr, &supported), E_POINTER);
}

TEST_F(EraserProperties, OneErasableKindIsEnough) {
  const auto eraser = bare();
  for (const std::uint16_t profile : std::vector<std::uint16_t>{0x0a, 0x13, 0x14, 0x1a}) {
    recorder().set_profiles({0x08, profile});
    VARIANT_BOOL supported = anything_but_an_answer;
    EXPECT_EQ(eraser->IsRecorderSupported(recorder_.get(), &supported), S_OK);
    EXPECT_EQ(supported, VARIANT_TRUE) << profile;
  }
}

TEST_F(EraserProperties, SupportsTheMediumThatItsRecorderCanErase) {
  const auto eraser = bare();
  insert("001a", "1e");
  VARIANT_BOOL supported = anything_but_an_answer;
  EXPECT_EQ(eraser->IsCurrentMediaSupported(recorder_.get(), &supported), S_OK);
  EXPECT_EQ(supported, VARIANT_TRUE);
  insert("001b", "0e");
  EXPECT_EQ(eraser->IsCurrentMediaSupported(recorder_.get(), &supported), S_OK);
  EXPECT_EQ(supported, VARIANT_FALSE);
  recorder().refuse("00", {0x2, 0x3a, 0x01});
  supported = anything_but_an_answer;
  EXPECT_EQ(eraser->IsCurrentMediaSupported(recorder_.get(), &supported), E_IMAPI_RECORDER_MEDIA_NO_MEDIA);
  EXPECT_EQ(supported, VARIANT_FALSE);
  EXPECT_EQ(eraser->IsCurrentMediaSupported(nullptr, &supported), E_POINTER);
}

TEST_F(EraserProperties, TellsWhatIsInTheRecorder) {
  insert("000a", "10");
  VARIANT_BOOL blank = anything_but_an_answer;
  EXPECT_EQ(eraser_->get_MediaPhysicallyBlank(&blank), S_OK);
  EXPECT_EQ(blank, VARIANT_TRUE);
  EXPECT_EQ(eraser_->get_MediaHeuristicallyBlank(&blank), S_OK);
  EXPECT_EQ(blank, VARIANT_TRUE);
  IMAPI_MEDIA_PHYSICAL_TYPE type = IMAPI_MEDIA_TYPE_UNKNOWN;
  EXPECT_EQ(eraser_->get_CurrentPhysicalMediaType(&type), S_OK);
  EXPECT_EQ(type, IMAPI_MEDIA_TYPE_CDRW);
  insert("000a", "1e");
  EXPECT_EQ(eraser_->get_MediaPhysicallyBlank(&blank), S_OK);
  EXPECT_EQ(blank, VARIANT_FALSE);
}

TEST_F(EraserProperties, ListsTheMediaThatItErases) {
  SAFEARRAY* array = nullptr;
  ASSERT_EQ(eraser_->get_SupportedMediaTypes(&array), S_OK);
  std::vector<LONG> types;
  for (ULONG i = 0; i < array->rgsabound[0].cElements; ++i) {
    const VARIANT& element = static_cast<VARIANT*>(array->pvData)[i];
    EXPECT_EQ(element.vt, VT_I4);
    types.push_back(element.lVal);
  }
  SafeArrayDestroy(array);
  EXPECT_THAT(types, ElementsAre(IMAPI_MEDIA_TYPE_CDRW, IMAPI_MEDIA_TYPE_DVDPLUSRW, IMAPI_MEDIA_TYPE_DVDDASHRW));
}

TEST_F(EraserProperties, KeepsItsClientsName) {
  EXPECT_EQ(eraser_->put_ClientName(nullptr), E_INVALIDARG);
  EXPECT_EQ(eraser_->put_ClientName(com::String(u"").get()), E_INVALIDARG);
  const std::u16string too_long(64, u'n');
  for (const std::u16string& bad : {too_long, std::u16string(u"a/b"), std::u16string(u"test\0", 5)})
    EXPECT_EQ(eraser_->put_ClientName(com::String(bad).get()), E_INVALIDARG) << "no recorder takes it";
  BSTR name = nullptr;
  EXPECT_EQ(eraser_->get_ClientName(&name), S_OK);
  EXPECT_EQ(com::text_of(name), u"test");
  SysFreeString(name);
}

TEST_F(EraserProperties, ScriptsReachIt) {
  LPOLESTR names[] = {const_cast<LPOLESTR>(OLESTR("erasemedia"))};
  DISPID id = 0;
  EXPECT_EQ(eraser_->GetIDsOfNames(IID_NULL, names, 1, 0, &id), S_OK);
  EXPECT_EQ(id, DISPID_IDISCFORMAT2ERASE_ERASEMEDIA);
  insert_full_cd_rw();
  DISPPARAMS none{};
  EXPECT_EQ(eraser_->Invoke(id, IID_NULL, 0, DISPATCH_METHOD, &none, nullptr, nullptr, nullptr), S_OK);
  EXPECT_EQ(eraser_.query<IDiscFormat2>().get(), eraser_.get());
}

}  // namespace
}  // namespace discbench::imapi
