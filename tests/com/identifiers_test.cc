// Identifiers, widths and codes, spelled once more by hand from the SDK's headers.
#include <gtest/gtest.h>

#include <cstdio>
#include <string>

#include "discbench/imapi2.h"

namespace {

std::string spelled(const GUID& guid) {
  char text[40];
  const auto& d = guid.Data4;
  std::snprintf(text, sizeof text, "%08X-%04X-%04X-%02X%02X-%02X%02X%02X%02X%02X%02X", guid.Data1, guid.Data2,
                guid.Data3, d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7]);
  return text;
}

struct Row {
  const char* text;
  IID constant;
  IID by_type;
};

TEST(Identifiers, InterfacesAreNamedAsInTheSdk) {
  const Row rows[] = {
      {"00000000-0000-0000-C000-000000000046", IID_IUnknown, uuid_of<IUnknown>()},
      {"00000001-0000-0000-C000-000000000046", IID_IClassFactory, uuid_of<IClassFactory>()},
      {"0000000C-0000-0000-C000-000000000046", IID_IStream, uuid_of<IStream>()},
      {"0C733A30-2A1C-11CE-ADE5-00AA0044773D", IID_ISequentialStream, uuid_of<ISequentialStream>()},
      {"00020400-0000-0000-C000-000000000046", IID_IDispatch, uuid_of<IDispatch>()},
      {"00020404-0000-0000-C000-000000000046", IID_IEnumVARIANT, uuid_of<IEnumVARIANT>()},
      {"B196B284-BAB4-101A-B69C-00AA00341D07", IID_IConnectionPointContainer, uuid_of<IConnectionPointContainer>()},
      {"B196B285-BAB4-101A-B69C-00AA00341D07", IID_IEnumConnectionPoints, uuid_of<IEnumConnectionPoints>()},
      {"B196B286-BAB4-101A-B69C-00AA00341D07", IID_IConnectionPoint, uuid_of<IConnectionPoint>()},
      {"B196B287-BAB4-101A-B69C-00AA00341D07", IID_IEnumConnections, uuid_of<IEnumConnections>()},
      {"27354133-7F64-5B0F-8F00-5D77AFBE261E", IID_IDiscRecorder2, uuid_of<IDiscRecorder2>()},
      {"27354132-7F64-5B0F-8F00-5D77AFBE261E", IID_IDiscRecorder2Ex, uuid_of<IDiscRecorder2Ex>()},
      {"27354130-7F64-5B0F-8F00-5D77AFBE261E", IID_IDiscMaster2, uuid_of<IDiscMaster2>()},
      {"27354150-7F64-5B0F-8F00-5D77AFBE261E", IID_IMultisession, uuid_of<IMultisession>()},
      {"27354151-7F64-5B0F-8F00-5D77AFBE261E", IID_IMultisessionSequential, uuid_of<IMultisessionSequential>()},
      {"B507CA22-2204-11DD-966A-001AA01BBC58", IID_IMultisessionSequential2, uuid_of<IMultisessionSequential2>()},
      {"B507CA23-2204-11DD-966A-001AA01BBC58", IID_IMultisessionRandomWrite, uuid_of<IMultisessionRandomWrite>()},
      {"27354152-8F64-5B0F-8F00-5D77AFBE261E", IID_IDiscFormat2, uuid_of<IDiscFormat2>()},
      {"27354153-9F64-5B0F-8F00-5D77AFBE261E", IID_IDiscFormat2Data, uuid_of<IDiscFormat2Data>()},
      {"27354156-8F64-5B0F-8F00-5D77AFBE261E", IID_IDiscFormat2Erase, uuid_of<IDiscFormat2Erase>()},
      {"D2FFD834-958B-426D-8470-2A13879C6A91", IID_IBurnVerification, uuid_of<IBurnVerification>()},
      {"27354144-7F64-5B0F-8F00-5D77AFBE261E", IID_IWriteSpeedDescriptor, uuid_of<IWriteSpeedDescriptor>()},
      {"B507CA25-2204-11DD-966A-001AA01BBC58", IID_IBlockRange, uuid_of<IBlockRange>()},
      {"B507CA26-2204-11DD-966A-001AA01BBC58", IID_IBlockRangeList, uuid_of<IBlockRangeList>()},
      {"27354136-7F64-5B0F-8F00-5D77AFBE261E", IID_IWriteEngine2EventArgs, uuid_of<IWriteEngine2EventArgs>()},
      {"2735413D-7F64-5B0F-8F00-5D77AFBE261E", IID_IDiscFormat2DataEventArgs, uuid_of<IDiscFormat2DataEventArgs>()},
      {"27354131-7F64-5B0F-8F00-5D77AFBE261E", IID_DDiscMaster2Events, uuid_of<DDiscMaster2Events>()},
      {"2735413C-7F64-5B0F-8F00-5D77AFBE261E", IID_DDiscFormat2DataEvents, uuid_of<DDiscFormat2DataEvents>()},
      {"2735413A-7F64-5B0F-8F00-5D77AFBE261E", IID_DDiscFormat2EraseEvents, uuid_of<DDiscFormat2EraseEvents>()},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(spelled(row.constant), row.text);
    EXPECT_EQ(spelled(row.by_type), row.text);
  }
}

TEST(Identifiers, ClassesAreNamedAsInTheSdk) {
  EXPECT_EQ(spelled(CLSID_MsftDiscMaster2), "2735412E-7F64-5B0F-8F00-5D77AFBE261E");
  EXPECT_EQ(spelled(CLSID_MsftDiscRecorder2), "2735412D-7F64-5B0F-8F00-5D77AFBE261E");
  EXPECT_EQ(spelled(CLSID_MsftWriteEngine2), "2735412C-7F64-5B0F-8F00-5D77AFBE261E");
  EXPECT_EQ(spelled(CLSID_MsftDiscFormat2Erase), "2735412B-7F64-5B0F-8F00-5D77AFBE261E");
  EXPECT_EQ(spelled(CLSID_MsftDiscFormat2Data), "2735412A-7F64-5B0F-8F00-5D77AFBE261E");
  EXPECT_EQ(spelled(CLSID_MsftDiscFormat2TrackAtOnce), "27354129-7F64-5B0F-8F00-5D77AFBE261E");
  EXPECT_EQ(spelled(CLSID_MsftDiscFormat2RawCD), "27354128-7F64-5B0F-8F00-5D77AFBE261E");
  EXPECT_EQ(spelled(CLSID_MsftStreamZero), "27354127-7F64-5B0F-8F00-5D77AFBE261E");
  EXPECT_EQ(spelled(CLSID_MsftStreamPrng001), "27354126-7F64-5B0F-8F00-5D77AFBE261E");
  EXPECT_EQ(spelled(CLSID_MsftStreamConcatenate), "27354125-7F64-5B0F-8F00-5D77AFBE261E");
  EXPECT_EQ(spelled(CLSID_MsftStreamInterleave), "27354124-7F64-5B0F-8F00-5D77AFBE261E");
  EXPECT_EQ(spelled(CLSID_MsftWriteSpeedDescriptor), "27354123-7F64-5B0F-8F00-5D77AFBE261E");
  EXPECT_EQ(spelled(CLSID_MsftMultisessionSequential), "27354122-7F64-5B0F-8F00-5D77AFBE261E");
  EXPECT_EQ(spelled(CLSID_MsftMultisessionRandomWrite), "B507CA24-2204-11DD-966A-001AA01BBC58");
  EXPECT_EQ(spelled(CLSID_MsftRawCDImageCreator), "25983561-9D65-49CE-B335-40630D901227");
}

TEST(Identifiers, GuidsCompareByEveryByte) {
  GUID other = IID_IStream;
  EXPECT_TRUE(other == IID_IStream);
  EXPECT_TRUE(IsEqualGUID(other, IID_IStream));
  other.Data4[7] ^= 1;
  EXPECT_TRUE(other != IID_IStream);
  EXPECT_FALSE(IsEqualIID(other, IID_IStream));
}

TEST(Widths, AreThoseOfSixtyFourBitWindows) {
  EXPECT_EQ(sizeof(HRESULT), 4u);
  EXPECT_EQ(sizeof(LONG), 4u);
  EXPECT_EQ(sizeof(ULONG), 4u);
  EXPECT_EQ(sizeof(VARIANT_BOOL), 2u);
  EXPECT_EQ(sizeof(BOOLEAN), 1u);
  EXPECT_EQ(sizeof(OLECHAR), 2u);
  EXPECT_EQ(sizeof(GUID), 16u);
  EXPECT_EQ(sizeof(VARIANT), 24u);
  EXPECT_EQ(offsetof(VARIANT, pdispVal), 8u);
  EXPECT_EQ(sizeof(SAFEARRAY), 32u);
  EXPECT_EQ(offsetof(SAFEARRAY, pvData), 16u);
  EXPECT_EQ(sizeof(DISPPARAMS), 24u);
  EXPECT_EQ(sizeof(EXCEPINFO), 64u);
  EXPECT_EQ(sizeof(STATSTG), 80u);
  EXPECT_EQ(sizeof(IMAPI_MEDIA_PHYSICAL_TYPE), 4u);
  EXPECT_EQ(sizeof(IMAPI_FORMAT2_DATA_MEDIA_STATE), 4u);
}

TEST(Codes, OnlyTheSignTellsSuccessFromFailure) {
  EXPECT_TRUE(SUCCEEDED(S_FALSE));
  EXPECT_TRUE(SUCCEEDED(S_IMAPI_COMMAND_HAS_SENSE_DATA));
  EXPECT_TRUE(FAILED(E_IMAPI_ERASE_MEDIA_IS_NOT_ERASABLE));
  EXPECT_TRUE(FAILED(E_IMAPI_RECORDER_LOCKED));
}

TEST(Codes, HaveTheSdksValues) {
  const auto value = [](HRESULT code) { return static_cast<std::uint32_t>(code); };
  EXPECT_EQ(value(E_NOTIMPL), 0x80004001u);
  EXPECT_EQ(value(E_NOINTERFACE), 0x80004002u);
  EXPECT_EQ(value(E_POINTER), 0x80004003u);
  EXPECT_EQ(value(E_INVALIDARG), 0x80070057u);
  EXPECT_EQ(value(E_OUTOFMEMORY), 0x8007000eu);
  EXPECT_EQ(value(DISP_E_MEMBERNOTFOUND), 0x80020003u);
  EXPECT_EQ(value(DISP_E_ARRAYISLOCKED), 0x8002000du);
  EXPECT_EQ(value(CLASS_E_NOAGGREGATION), 0x80040110u);
  EXPECT_EQ(value(HRESULT_FROM_WIN32(ERROR_DEV_NOT_EXIST)), 0x80070037u);
  EXPECT_EQ(value(E_IMAPI_REQUEST_CANCELLED), 0xc0aa0002u);
  EXPECT_EQ(value(S_IMAPI_COMMAND_HAS_SENSE_DATA), 0x00aa0200u);
  EXPECT_EQ(value(E_IMAPI_RECORDER_MEDIA_NO_MEDIA), 0xc0aa0202u);
  EXPECT_EQ(value(E_IMAPI_RECORDER_INVALID_RESPONSE_FROM_DEVICE), 0xc0aa02ffu);
  EXPECT_EQ(value(E_IMAPI_DF2DATA_INVALID_MEDIA_STATE), 0xc0aa0402u);
  EXPECT_EQ(value(E_IMAPI_ERASE_TOOK_LONGER_THAN_ONE_HOUR), 0x80aa0906u);
  EXPECT_EQ(value(IMAPI_E_BAD_MULTISESSION_PARAMETER), 0xc0aab162u);
}

TEST(Codes, EnumerationsHaveTheSdksValues) {
  EXPECT_EQ(IMAPI_MEDIA_TYPE_CDR, 2);
  EXPECT_EQ(IMAPI_MEDIA_TYPE_DVDPLUSR, 6);
  EXPECT_EQ(IMAPI_MEDIA_TYPE_BDR, 0x12);
  EXPECT_EQ(IMAPI_FORMAT2_DATA_MEDIA_STATE_BLANK | IMAPI_FORMAT2_DATA_MEDIA_STATE_APPENDABLE, 6);
  EXPECT_EQ(IMAPI_FORMAT2_DATA_MEDIA_STATE_UNSUPPORTED_MASK, 0xfc00);
  EXPECT_EQ(IMAPI_WRITEPROTECTED_READ_ONLY_MEDIA, 0x4000);
  EXPECT_EQ(IMAPI_PROFILE_TYPE_BD_R_SEQUENTIAL, 0x41);
  EXPECT_EQ(IMAPI_FEATURE_PAGE_TYPE_CD_TRACK_AT_ONCE, 0x2d);
  EXPECT_EQ(IMAPI_MODE_PAGE_TYPE_WRITE_PARAMETERS, 5);
  EXPECT_EQ(IMAPI_MODE_PAGE_REQUEST_TYPE_SAVED_VALUES, 3);
  EXPECT_EQ(IMAPI_READ_TRACK_ADDRESS_TYPE_SESSION, 2);
  EXPECT_EQ(VARIANT_TRUE, -1);
  EXPECT_EQ(VT_ARRAY | VT_VARIANT, 0x200c);
}

TEST(Codes, DispatchIdentifiersHaveTheSdksValues) {
  EXPECT_EQ(DISPID_IMULTISESSION_INUSE, 0x101);
  EXPECT_EQ(DISPID_IMULTISESSIONSEQUENTIAL_FREESECTORSONMEDIA, 0x204);
  EXPECT_EQ(DISPID_IMULTISESSIONSEQUENTIAL2_WRITEUNITSIZE, 0x205);
  EXPECT_EQ(DISPID_IDISCFORMAT2DATA_MUTLISESSIONINTERFACES, 0x118);
  EXPECT_EQ(DISPID_IDISCRECORDER2_ACTIVEDISCRECORDER, 0);
  EXPECT_EQ(DISPID_PROPERTYPUT, -3);
}

}  // namespace
