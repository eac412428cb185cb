// Every member stands in the slot that Windows' header gives it. The numbers are those of the SDK (imapi2.idl,
// objidl.h, ocidl.h), counted from 0 at QueryInterface; a call that lands in slot n of a table of our own returns n.
#include <gtest/gtest.h>

#include <utility>

#include "discbench/imapi2.h"

namespace {

constexpr int slots = 64;

template <int Number>
HRESULT slot_function() {
  return Number;
}

template <int... Numbers>
const void* const* slot_table(std::integer_sequence<int, Numbers...>) {
  static const void* const functions[] = {reinterpret_cast<const void*>(&slot_function<Numbers>)...};
  return functions;
}

struct Numbered {
  const void* const* table = slot_table(std::make_integer_sequence<int, slots>());
};

/// The compiler must not follow the pointer back: no object of the interface's type was made here, only a table.
template <class Interface>
Interface* seen_as(Numbered& object) {
  void* address = &object;
  asm volatile("" : "+r"(address) : : "memory");
  return static_cast<Interface*>(address);
}

template <class Result, class Interface, class... Types>
int slot_of(Result (STDMETHODCALLTYPE Interface::*member)(Types...)) {
  Numbered object;
  return static_cast<int>((seen_as<Interface>(object)->*member)(std::remove_reference_t<Types>()...));
}

TEST(VtableSlots, Dispatch) {
  EXPECT_EQ(slot_of(&IDispatch::AddRef), 1);
  EXPECT_EQ(slot_of(&IDispatch::Release), 2);
  EXPECT_EQ(slot_of(&IDispatch::GetTypeInfoCount), 3);
  EXPECT_EQ(slot_of(&IDispatch::GetTypeInfo), 4);
}

TEST(VtableSlots, MembersThatTakeAReference) {
  Numbered object;
  auto* dispatch = seen_as<IDispatch>(object);
  EXPECT_EQ(dispatch->QueryInterface(IID_NULL, nullptr), 0);
  EXPECT_EQ(dispatch->GetIDsOfNames(IID_NULL, nullptr, 0, 0, nullptr), 5);
  EXPECT_EQ(dispatch->Invoke(0, IID_NULL, 0, 0, nullptr, nullptr, nullptr, nullptr), 6);
  auto* factory = seen_as<IClassFactory>(object);
  EXPECT_EQ(factory->CreateInstance(nullptr, IID_NULL, nullptr), 3);
  auto* container = seen_as<IConnectionPointContainer>(object);
  EXPECT_EQ(container->FindConnectionPoint(IID_NULL, nullptr), 4);
}

TEST(VtableSlots, ClassFactory) { EXPECT_EQ(slot_of(&IClassFactory::LockServer), 4); }

TEST(VtableSlots, Stream) {
  EXPECT_EQ(slot_of(&ISequentialStream::Read), 3);
  EXPECT_EQ(slot_of(&ISequentialStream::Write), 4);
  EXPECT_EQ(slot_of(&IStream::Seek), 5);
  EXPECT_EQ(slot_of(&IStream::SetSize), 6);
  EXPECT_EQ(slot_of(&IStream::CopyTo), 7);
  EXPECT_EQ(slot_of(&IStream::Commit), 8);
  EXPECT_EQ(slot_of(&IStream::Revert), 9);
  EXPECT_EQ(slot_of(&IStream::LockRegion), 10);
  EXPECT_EQ(slot_of(&IStream::UnlockRegion), 11);
  EXPECT_EQ(slot_of(&IStream::Stat), 12);
  EXPECT_EQ(slot_of(&IStream::Clone), 13);
}

TEST(VtableSlots, ConnectionPoints) {
  EXPECT_EQ(slot_of(&IConnectionPointContainer::EnumConnectionPoints), 3);
  EXPECT_EQ(slot_of(&IConnectionPoint::GetConnectionInterface), 3);
  EXPECT_EQ(slot_of(&IConnectionPoint::GetConnectionPointContainer), 4);
  EXPECT_EQ(slot_of(&IConnectionPoint::Advise), 5);
  EXPECT_EQ(slot_of(&IConnectionPoint::Unadvise), 6);
  EXPECT_EQ(slot_of(&IConnectionPoint::EnumConnections), 7);
}

TEST(VtableSlots, IDiscRecorder2) {
  EXPECT_EQ(slot_of(&IDiscRecorder2::EjectMedia), 7);
  EXPECT_EQ(slot_of(&IDiscRecorder2::CloseTray), 8);
  EXPECT_EQ(slot_of(&IDiscRecorder2::AcquireExclusiveAccess), 9);
  EXPECT_EQ(slot_of(&IDiscRecorder2::ReleaseExclusiveAccess), 10);
  EXPECT_EQ(slot_of(&IDiscRecorder2::DisableMcn), 11);
  EXPECT_EQ(slot_of(&IDiscRecorder2::EnableMcn), 12);
  EXPECT_EQ(slot_of(&IDiscRecorder2::InitializeDiscRecorder), 13);
  EXPECT_EQ(slot_of(&IDiscRecorder2::get_ActiveDiscRecorder), 14);
  EXPECT_EQ(slot_of(&IDiscRecorder2::get_VendorId), 15);
  EXPECT_EQ(slot_of(&IDiscRecorder2::get_ProductId), 16);
  EXPECT_EQ(slot_of(&IDiscRecorder2::get_ProductRevision), 17);
  EXPECT_EQ(slot_of(&IDiscRecorder2::get_VolumeName), 18);
  EXPECT_EQ(slot_of(&IDiscRecorder2::get_VolumePathNames), 19);
  EXPECT_EQ(slot_of(&IDiscRecorder2::get_DeviceCanLoadMedia), 20);
  EXPECT_EQ(slot_of(&IDiscRecorder2::get_LegacyDeviceNumber), 21);
  EXPECT_EQ(slot_of(&IDiscRecorder2::get_SupportedFeaturePages), 22);
  EXPECT_EQ(slot_of(&IDiscRecorder2::get_CurrentFeaturePages), 23);
  EXPECT_EQ(slot_of(&IDiscRecorder2::get_SupportedProfiles), 24);
  EXPECT_EQ(slot_of(&IDiscRecorder2::get_CurrentProfiles), 25);
  EXPECT_EQ(slot_of(&IDiscRecorder2::get_SupportedModePages), 26);
  EXPECT_EQ(slot_of(&IDiscRecorder2::get_ExclusiveAccessOwner), 27);
}

TEST(VtableSlots, IDiscRecorder2Ex) {
  EXPECT_EQ(slot_of(&IDiscRecorder2Ex::SendCommandNoData), 3);
  EXPECT_EQ(slot_of(&IDiscRecorder2Ex::SendCommandSendDataToDevice), 4);
  EXPECT_EQ(slot_of(&IDiscRecorder2Ex::SendCommandGetDataFromDevice), 5);
  EXPECT_EQ(slot_of(&IDiscRecorder2Ex::ReadDvdStructure), 6);
  EXPECT_EQ(slot_of(&IDiscRecorder2Ex::SendDvdStructure), 7);
  EXPECT_EQ(slot_of(&IDiscRecorder2Ex::GetAdapterDescriptor), 8);
  EXPECT_EQ(slot_of(&IDiscRecorder2Ex::GetDeviceDescriptor), 9);
  EXPECT_EQ(slot_of(&IDiscRecorder2Ex::GetDiscInformation), 10);
  EXPECT_EQ(slot_of(&IDiscRecorder2Ex::GetTrackInformation), 11);
  EXPECT_EQ(slot_of(&IDiscRecorder2Ex::GetFeaturePage), 12);
  EXPECT_EQ(slot_of(&IDiscRecorder2Ex::GetModePage), 13);
  EXPECT_EQ(slot_of(&IDiscRecorder2Ex::SetModePage), 14);
  EXPECT_EQ(slot_of(&IDiscRecorder2Ex::GetSupportedFeaturePages), 15);
  EXPECT_EQ(slot_of(&IDiscRecorder2Ex::GetSupportedProfiles), 16);
  EXPECT_EQ(slot_of(&IDiscRecorder2Ex::GetSupportedModePages), 17);
  EXPECT_EQ(slot_of(&IDiscRecorder2Ex::GetByteAlignmentMask), 18);
  EXPECT_EQ(slot_of(&IDiscRecorder2Ex::GetMaximumNonPageAlignedTransferSize), 19);
  EXPECT_EQ(slot_of(&IDiscRecorder2Ex::GetMaximumPageAlignedTransferSize), 20);
}

TEST(VtableSlots, IDiscMaster2) {
  EXPECT_EQ(slot_of(&IDiscMaster2::get__NewEnum), 7);
  EXPECT_EQ(slot_of(&IDiscMaster2::get_Item), 8);
  EXPECT_EQ(slot_of(&IDiscMaster2::get_Count), 9);
  EXPECT_EQ(slot_of(&IDiscMaster2::get_IsSupportedEnvironment), 10);
}

TEST(VtableSlots, IMultisession) {
  EXPECT_EQ(slot_of(&IMultisession::get_IsSupportedOnCurrentMediaState), 7);
  EXPECT_EQ(slot_of(&IMultisession::put_InUse), 8);
  EXPECT_EQ(slot_of(&IMultisession::get_InUse), 9);
  EXPECT_EQ(slot_of(&IMultisession::get_ImportRecorder), 10);
}

TEST(VtableSlots, IMultisessionSequential) {
  EXPECT_EQ(slot_of(&IMultisessionSequential::get_IsFirstDataSession), 11);
  EXPECT_EQ(slot_of(&IMultisessionSequential::get_StartAddressOfPreviousSession), 12);
  EXPECT_EQ(slot_of(&IMultisessionSequential::get_LastWrittenAddressOfPreviousSession), 13);
  EXPECT_EQ(slot_of(&IMultisessionSequential::get_NextWritableAddress), 14);
  EXPECT_EQ(slot_of(&IMultisessionSequential::get_FreeSectorsOnMedia), 15);
}

TEST(VtableSlots, IMultisessionSequential2) { EXPECT_EQ(slot_of(&IMultisessionSequential2::get_WriteUnitSize), 16); }

TEST(VtableSlots, IMultisessionRandomWrite) {
  EXPECT_EQ(slot_of(&IMultisessionRandomWrite::get_WriteUnitSize), 11);
  EXPECT_EQ(slot_of(&IMultisessionRandomWrite::get_LastWrittenAddress), 12);
  EXPECT_EQ(slot_of(&IMultisessionRandomWrite::get_TotalSectorsOnMedia), 13);
}

TEST(VtableSlots, IDiscFormat2) {
  EXPECT_EQ(slot_of(&IDiscFormat2::IsRecorderSupported), 7);
  EXPECT_EQ(slot_of(&IDiscFormat2::IsCurrentMediaSupported), 8);
  EXPECT_EQ(slot_of(&IDiscFormat2::get_MediaPhysicallyBlank), 9);
  EXPECT_EQ(slot_of(&IDiscFormat2::get_MediaHeuristicallyBlank), 10);
  EXPECT_EQ(slot_of(&IDiscFormat2::get_SupportedMediaTypes), 11);
}

TEST(VtableSlots, IDiscFormat2Data) {
  EXPECT_EQ(slot_of(&IDiscFormat2Data::put_Recorder), 12);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_Recorder), 13);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::put_BufferUnderrunFreeDisabled), 14);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_BufferUnderrunFreeDisabled), 15);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::put_PostgapAlreadyInImage), 16);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_PostgapAlreadyInImage), 17);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_CurrentMediaStatus), 18);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_WriteProtectStatus), 19);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_TotalSectorsOnMedia), 20);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_FreeSectorsOnMedia), 21);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_NextWritableAddress), 22);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_StartAddressOfPreviousSession), 23);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_LastWrittenAddressOfPreviousSession), 24);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::put_ForceMediaToBeClosed), 25);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_ForceMediaToBeClosed), 26);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::put_DisableConsumerDvdCompatibilityMode), 27);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_DisableConsumerDvdCompatibilityMode), 28);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_CurrentPhysicalMediaType), 29);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::put_ClientName), 30);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_ClientName), 31);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_RequestedWriteSpeed), 32);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_RequestedRotationTypeIsPureCAV), 33);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_CurrentWriteSpeed), 34);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_CurrentRotationTypeIsPureCAV), 35);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_SupportedWriteSpeeds), 36);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_SupportedWriteSpeedDescriptors), 37);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::put_ForceOverwrite), 38);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_ForceOverwrite), 39);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::get_MultisessionInterfaces), 40);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::Write), 41);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::CancelWrite), 42);
  EXPECT_EQ(slot_of(&IDiscFormat2Data::SetWriteSpeed), 43);
}

TEST(VtableSlots, IDiscFormat2Erase) {
  EXPECT_EQ(slot_of(&IDiscFormat2Erase::put_Recorder), 12);
  EXPECT_EQ(slot_of(&IDiscFormat2Erase::get_Recorder), 13);
  EXPECT_EQ(slot_of(&IDiscFormat2Erase::put_FullErase), 14);
  EXPECT_EQ(slot_of(&IDiscFormat2Erase::get_FullErase), 15);
  EXPECT_EQ(slot_of(&IDiscFormat2Erase::get_CurrentPhysicalMediaType), 16);
  EXPECT_EQ(slot_of(&IDiscFormat2Erase::put_ClientName), 17);
  EXPECT_EQ(slot_of(&IDiscFormat2Erase::get_ClientName), 18);
  EXPECT_EQ(slot_of(&IDiscFormat2Erase::EraseMedia), 19);
}

TEST(VtableSlots, IBurnVerification) {
  EXPECT_EQ(slot_of(&IBurnVerification::put_BurnVerificationLevel), 3);
  EXPECT_EQ(slot_of(&IBurnVerification::get_BurnVerificationLevel), 4);
}

TEST(VtableSlots, IWriteSpeedDescriptor) {
  EXPECT_EQ(slot_of(&IWriteSpeedDescriptor::get_MediaType), 7);
  EXPECT_EQ(slot_of(&IWriteSpeedDescriptor::get_RotationTypeIsPureCAV), 8);
  EXPECT_EQ(slot_of(&IWriteSpeedDescriptor::get_WriteSpeed), 9);
}

TEST(VtableSlots, IBlockRange) {
  EXPECT_EQ(slot_of(&IBlockRange::get_StartLba), 7);
  EXPECT_EQ(slot_of(&IBlockRange::get_EndLba), 8);
}

TEST(VtableSlots, IBlockRangeList) { EXPECT_EQ(slot_of(&IBlockRangeList::get_BlockRanges), 7); }

TEST(VtableSlots, IWriteEngine2EventArgs) {
  EXPECT_EQ(slot_of(&IWriteEngine2EventArgs::get_StartLba), 7);
  EXPECT_EQ(slot_of(&IWriteEngine2EventArgs::get_SectorCount), 8);
  EXPECT_EQ(slot_of(&IWriteEngine2EventArgs::get_LastReadLba), 9);
  EXPECT_EQ(slot_of(&IWriteEngine2EventArgs::get_LastWrittenLba), 10);
  EXPECT_EQ(slot_of(&IWriteEngine2EventArgs::get_TotalSystemBuffer), 11);
  EXPECT_EQ(slot_of(&IWriteEngine2EventArgs::get_UsedSystemBuffer), 12);
  EXPECT_EQ(slot_of(&IWriteEngine2EventArgs::get_FreeSystemBuffer), 13);
}

TEST(VtableSlots, IDiscFormat2DataEventArgs) {
  EXPECT_EQ(slot_of(&IDiscFormat2DataEventArgs::get_ElapsedTime), 14);
  EXPECT_EQ(slot_of(&IDiscFormat2DataEventArgs::get_RemainingTime), 15);
  EXPECT_EQ(slot_of(&IDiscFormat2DataEventArgs::get_TotalTime), 16);
  EXPECT_EQ(slot_of(&IDiscFormat2DataEventArgs::get_CurrentAction), 17);
}

TEST(VtableSlots, DDiscMaster2Events) {
  EXPECT_EQ(slot_of(&DDiscMaster2Events::NotifyDeviceAdded), 7);
  EXPECT_EQ(slot_of(&DDiscMaster2Events::NotifyDeviceRemoved), 8);
}

TEST(VtableSlots, DDiscFormat2DataEvents) { EXPECT_EQ(slot_of(&DDiscFormat2DataEvents::Update), 7); }

TEST(VtableSlots, DDiscFormat2EraseEvents) { EXPECT_EQ(slot_of(&DDiscFormat2EraseEvents::Update), 7); }

}  // namespace
