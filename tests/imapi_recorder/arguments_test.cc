// Every member with an argument that cannot be: no command leaves the recorder (the transport is strict), and what can
// be zeroed is zero.
#include <gtest/gtest.h>

#include "recorder_fixture.h"

namespace discbench::imapi {
namespace {

TEST_F(RecorderTest, EveryPropertyRefusesNull) {
  for (const auto getter : {&IDiscRecorder2::get_ActiveDiscRecorder, &IDiscRecorder2::get_VendorId,
                            &IDiscRecorder2::get_ProductId, &IDiscRecorder2::get_ProductRevision,
                            &IDiscRecorder2::get_VolumeName, &IDiscRecorder2::get_ExclusiveAccessOwner}) {
    EXPECT_EQ((recorder_.get()->*getter)(nullptr), E_POINTER);
  }
  for (const auto getter : {&IDiscRecorder2::get_VolumePathNames, &IDiscRecorder2::get_SupportedFeaturePages,
                            &IDiscRecorder2::get_CurrentFeaturePages, &IDiscRecorder2::get_SupportedProfiles,
                            &IDiscRecorder2::get_CurrentProfiles, &IDiscRecorder2::get_SupportedModePages}) {
    EXPECT_EQ((recorder_.get()->*getter)(nullptr), E_POINTER);
  }
  EXPECT_EQ(recorder_->get_DeviceCanLoadMedia(nullptr), E_POINTER);
  EXPECT_EQ(recorder_->get_LegacyDeviceNumber(nullptr), E_POINTER);
  for (const auto getter :
       {&IDiscRecorder2Ex::GetByteAlignmentMask, &IDiscRecorder2Ex::GetMaximumNonPageAlignedTransferSize,
        &IDiscRecorder2Ex::GetMaximumPageAlignedTransferSize}) {
    EXPECT_EQ((ex_.get()->*getter)(nullptr), E_POINTER);
  }
}

/// Both places of a buffer, one at a time; the other one is left as it was.
template <class Element, class Ask>
void refuses_null(const char* what, Ask ask) {
  SCOPED_TRACE(what);
  Element* data = nullptr;
  ULONG count = 77;
  EXPECT_EQ(ask(static_cast<Element**>(nullptr), &count), E_POINTER);
  EXPECT_EQ(ask(&data, static_cast<ULONG*>(nullptr)), E_POINTER);
  EXPECT_EQ(data, nullptr);
}

TEST_F(RecorderTest, EveryBufferRefusesNull) {
  IDiscRecorder2Ex& ex = *ex_.get();
  refuses_null<BYTE>("ReadDvdStructure",
                     [&](auto data, auto count) { return ex.ReadDvdStructure(0, 0, 0, 0, data, count); });
  refuses_null<BYTE>("GetAdapterDescriptor",
                     [&](auto data, auto count) { return ex.GetAdapterDescriptor(data, count); });
  refuses_null<BYTE>("GetDeviceDescriptor", [&](auto data, auto count) { return ex.GetDeviceDescriptor(data, count); });
  refuses_null<BYTE>("GetDiscInformation", [&](auto data, auto count) { return ex.GetDiscInformation(data, count); });
  refuses_null<BYTE>("GetTrackInformation", [&](auto data, auto count) {
    return ex.GetTrackInformation(1, IMAPI_READ_TRACK_ADDRESS_TYPE_TRACK, data, count);
  });
  refuses_null<BYTE>("GetFeaturePage", [&](auto data, auto count) {
    return ex.GetFeaturePage(IMAPI_FEATURE_PAGE_TYPE_CORE, FALSE, data, count);
  });
  refuses_null<BYTE>("GetModePage", [&](auto data, auto count) {
    return ex.GetModePage(IMAPI_MODE_PAGE_TYPE_CACHING, IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES, data, count);
  });
  refuses_null<IMAPI_FEATURE_PAGE_TYPE>("GetSupportedFeaturePages", [&](auto data, auto count) {
    return ex.GetSupportedFeaturePages(FALSE, data, count);
  });
  refuses_null<IMAPI_PROFILE_TYPE>("GetSupportedProfiles",
                                   [&](auto data, auto count) { return ex.GetSupportedProfiles(FALSE, data, count); });
  refuses_null<IMAPI_MODE_PAGE_TYPE>("GetSupportedModePages", [&](auto data, auto count) {
    return ex.GetSupportedModePages(IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES, data, count);
  });
}

TEST_F(RecorderTest, ValuesThatNoEnumerationHasAreRefused) {
  for (const int wild : {-1, 3, 0x7fffffff}) {
    Buffer<> buffer;
    EXPECT_EQ(
        ex_->GetTrackInformation(1, static_cast<IMAPI_READ_TRACK_ADDRESS_TYPE>(wild), &buffer.data, &buffer.count),
        E_INVALIDARG);
    EXPECT_TRUE(buffer.empty());
  }
  for (const int wild : {-1, 4, 0x7fffffff}) {
    const auto request_type = static_cast<IMAPI_MODE_PAGE_REQUEST_TYPE>(wild);
    Buffer<> page;
    EXPECT_EQ(ex_->GetModePage(IMAPI_MODE_PAGE_TYPE_CACHING, request_type, &page.data, &page.count), E_INVALIDARG);
    EXPECT_TRUE(page.empty());
    Buffer<IMAPI_MODE_PAGE_TYPE> pages;
    EXPECT_EQ(ex_->GetSupportedModePages(request_type, &pages.data, &pages.count), E_INVALIDARG);
    EXPECT_TRUE(pages.empty());
    BYTE data[] = {0x08, 0x00};
    EXPECT_EQ(ex_->SetModePage(request_type, data, sizeof data), E_INVALIDARG);
  }
  for (const int wild : {-1, 0x3f, 0x40, 0x100, 0x7fffffff}) {
    Buffer<> page;
    EXPECT_EQ(ex_->GetModePage(static_cast<IMAPI_MODE_PAGE_TYPE>(wild), IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES,
                               &page.data, &page.count),
              E_INVALIDARG);
    EXPECT_TRUE(page.empty());
  }
  for (const int wild : {-1, 0x10000, 0x7fffffff}) {
    Buffer<> feature;
    EXPECT_EQ(ex_->GetFeaturePage(static_cast<IMAPI_FEATURE_PAGE_TYPE>(wild), FALSE, &feature.data, &feature.count),
              E_INVALIDARG);
    EXPECT_TRUE(feature.empty());
  }
}

TEST_F(RecorderTest, APageIsNoLongerThanAPageCanBe) {
  std::vector<BYTE> page(258);
  page[0] = 0x05;
  page[1] = 0xff;
  const auto set = [&](ULONG size) {
    return ex_->SetModePage(IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES, page.data(), size);
  };
  EXPECT_EQ(set(258), E_INVALIDARG);
  EXPECT_EQ(set(0), E_INVALIDARG);
  EXPECT_EQ(set(0xffffffff), E_INVALIDARG);
  EXPECT_CALL(transport_, execute(cdb({0x55, 0x10, 0, 0, 0, 0, 0, 0x01, 0x09, 0}))).WillOnce(reply({}));
  EXPECT_EQ(set(257), S_OK) << "with the header of eight bytes before it";
}

TEST_F(RecorderTest, AStructureIsNoLongerThanItsHeaderCanSay) {
  std::vector<BYTE> structure(0xfffb);
  const auto send = [&](ULONG format, ULONG size) { return ex_->SendDvdStructure(format, structure.data(), size); };
  EXPECT_EQ(send(0x100, 4), E_INVALIDARG);
  EXPECT_EQ(send(0, 0xfffc), E_INVALIDARG);
  EXPECT_EQ(send(0, 0xffffffff), E_INVALIDARG);
  EXPECT_CALL(transport_, execute(cdb({0xbf, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0}))).WillOnce(reply({}));
  EXPECT_EQ(send(0, 0xfffb), S_OK);
}

TEST_F(RecorderTest, NoIdIsNoName) {
  EXPECT_EQ(recorder_->InitializeDiscRecorder(nullptr), E_INVALIDARG);
  com::String empty(u"");
  EXPECT_EQ(recorder_->InitializeDiscRecorder(empty.get()), E_INVALIDARG);
  com::String longer(std::u16string_view(u"discbench:cd-r/blank\0", 21));
  EXPECT_EQ(recorder_->InitializeDiscRecorder(longer.get()), E_INVALIDARG) << "its length counts, not a zero in it";
}

}  // namespace
}  // namespace discbench::imapi
