// IMAPI2's interfaces, for a library that implements them where Windows' own header is not. One include, one -I.
//
// A whole library, built with: g++ -shared -fPIC -I include mine.cc -ldiscbench-com -o libmine.so
//
//   #include <discbench/imapi2.h>
//   class DiscFormat final : public IDiscFormat2Data { ... };  // all members, in any order
//   class Factory final : public IClassFactory { ... };        // CreateInstance: new DiscFormat
//   static Factory factory;
//   extern "C" HRESULT DllGetClassObject(REFCLSID clsid, REFIID iid, void** object) {
//     if (object == nullptr) return E_POINTER;
//     *object = nullptr;
//     if (clsid != CLSID_MsftDiscFormat2Data) return CLASS_E_CLASSNOTAVAILABLE;
//     return factory.QueryInterface(iid, object);
//   }
//
// The recorder that put_Recorder then hands over is the harness's; ask it for IDiscRecorder2Ex to send commands.
// Members, slots and parameter types: Windows SDK, imapi2.idl. C++17 is enough.
#pragma once

#include "discbench/com.h"
// After com.h, whose types they use.
#include "discbench/imapi2_enumerations.h"
#include "discbench/imapi2_ids.h"
#include "discbench/imapi2error.h"

/// One recorder. Names its device by a unique id; a vendor gets one from the harness and asks it for everything.
struct IDiscRecorder2 : IDispatch {
  virtual HRESULT STDMETHODCALLTYPE EjectMedia() = 0;
  virtual HRESULT STDMETHODCALLTYPE CloseTray() = 0;
  virtual HRESULT STDMETHODCALLTYPE AcquireExclusiveAccess(VARIANT_BOOL force, BSTR clientName) = 0;
  virtual HRESULT STDMETHODCALLTYPE ReleaseExclusiveAccess() = 0;
  virtual HRESULT STDMETHODCALLTYPE DisableMcn() = 0;
  virtual HRESULT STDMETHODCALLTYPE EnableMcn() = 0;
  virtual HRESULT STDMETHODCALLTYPE InitializeDiscRecorder(BSTR recorderUniqueId) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_ActiveDiscRecorder(BSTR* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_VendorId(BSTR* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_ProductId(BSTR* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_ProductRevision(BSTR* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_VolumeName(BSTR* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_VolumePathNames(SAFEARRAY** value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_DeviceCanLoadMedia(VARIANT_BOOL* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_LegacyDeviceNumber(LONG* legacyDeviceNumber) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_SupportedFeaturePages(SAFEARRAY** value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_CurrentFeaturePages(SAFEARRAY** value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_SupportedProfiles(SAFEARRAY** value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_CurrentProfiles(SAFEARRAY** value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_SupportedModePages(SAFEARRAY** value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_ExclusiveAccessOwner(BSTR* value) = 0;

 protected:
  ~IDiscRecorder2() = default;
};

/// The same recorder at the level of commands, reached by QueryInterface. Byte buffers that a member hands out are the
/// caller's, to be freed with CoTaskMemFree; replies come with their header unless said otherwise. Timeouts: seconds.
struct IDiscRecorder2Ex : IUnknown {
  virtual HRESULT STDMETHODCALLTYPE SendCommandNoData(BYTE* Cdb, ULONG CdbSize, BYTE SenseBuffer[18],
                                                      ULONG Timeout) = 0;
  virtual HRESULT STDMETHODCALLTYPE SendCommandSendDataToDevice(BYTE* Cdb, ULONG CdbSize, BYTE SenseBuffer[18],
                                                                ULONG Timeout, BYTE* Buffer, ULONG BufferSize) = 0;
  virtual HRESULT STDMETHODCALLTYPE SendCommandGetDataFromDevice(BYTE* Cdb, ULONG CdbSize, BYTE SenseBuffer[18],
                                                                 ULONG Timeout, BYTE* Buffer, ULONG BufferSize,
                                                                 ULONG* BufferFetched) = 0;
  virtual HRESULT STDMETHODCALLTYPE ReadDvdStructure(ULONG format, ULONG address, ULONG layer, ULONG agid, BYTE** data,
                                                     ULONG* count) = 0;
  virtual HRESULT STDMETHODCALLTYPE SendDvdStructure(ULONG format, BYTE* data, ULONG count) = 0;
  virtual HRESULT STDMETHODCALLTYPE GetAdapterDescriptor(BYTE** data, ULONG* byteSize) = 0;
  virtual HRESULT STDMETHODCALLTYPE GetDeviceDescriptor(BYTE** data, ULONG* byteSize) = 0;
  virtual HRESULT STDMETHODCALLTYPE GetDiscInformation(BYTE** discInformation, ULONG* byteSize) = 0;
  virtual HRESULT STDMETHODCALLTYPE GetTrackInformation(ULONG address, IMAPI_READ_TRACK_ADDRESS_TYPE addressType,
                                                        BYTE** trackInformation, ULONG* byteSize) = 0;
  virtual HRESULT STDMETHODCALLTYPE GetFeaturePage(IMAPI_FEATURE_PAGE_TYPE requestedFeature, BOOLEAN currentFeatureOnly,
                                                   BYTE** featureData, ULONG* byteSize) = 0;
  virtual HRESULT STDMETHODCALLTYPE GetModePage(IMAPI_MODE_PAGE_TYPE requestedModePage,
                                                IMAPI_MODE_PAGE_REQUEST_TYPE requestType, BYTE** modePageData,
                                                ULONG* byteSize) = 0;
  virtual HRESULT STDMETHODCALLTYPE SetModePage(IMAPI_MODE_PAGE_REQUEST_TYPE requestType, BYTE* data,
                                                ULONG byteSize) = 0;
  virtual HRESULT STDMETHODCALLTYPE GetSupportedFeaturePages(BOOLEAN currentFeatureOnly,
                                                             IMAPI_FEATURE_PAGE_TYPE** featureData,
                                                             ULONG* byteSize) = 0;
  virtual HRESULT STDMETHODCALLTYPE GetSupportedProfiles(BOOLEAN currentOnly, IMAPI_PROFILE_TYPE** profileTypes,
                                                         ULONG* validProfiles) = 0;
  virtual HRESULT STDMETHODCALLTYPE GetSupportedModePages(IMAPI_MODE_PAGE_REQUEST_TYPE requestType,
                                                          IMAPI_MODE_PAGE_TYPE** modePageTypes, ULONG* validPages) = 0;
  virtual HRESULT STDMETHODCALLTYPE GetByteAlignmentMask(ULONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE GetMaximumNonPageAlignedTransferSize(ULONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE GetMaximumPageAlignedTransferSize(ULONG* value) = 0;

 protected:
  ~IDiscRecorder2Ex() = default;
};

/// The list of recorders.
struct IDiscMaster2 : IDispatch {
  virtual HRESULT STDMETHODCALLTYPE get__NewEnum(IEnumVARIANT** ppunk) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_Item(LONG index, BSTR* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_Count(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_IsSupportedEnvironment(VARIANT_BOOL* value) = 0;

 protected:
  ~IDiscMaster2() = default;
};

/// What all ways to add a session have in common. The setter stands before the getter.
struct IMultisession : IDispatch {
  virtual HRESULT STDMETHODCALLTYPE get_IsSupportedOnCurrentMediaState(VARIANT_BOOL* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE put_InUse(VARIANT_BOOL value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_InUse(VARIANT_BOOL* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_ImportRecorder(IDiscRecorder2** value) = 0;

 protected:
  ~IMultisession() = default;
};

/// The previous session and the next place on a disc that is written in order. Addresses are sectors; -1: none.
struct IMultisessionSequential : IMultisession {
  virtual HRESULT STDMETHODCALLTYPE get_IsFirstDataSession(VARIANT_BOOL* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_StartAddressOfPreviousSession(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_LastWrittenAddressOfPreviousSession(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_NextWritableAddress(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_FreeSectorsOnMedia(LONG* value) = 0;

 protected:
  ~IMultisessionSequential() = default;
};

/// Adds the size of a writable unit, in sectors.
struct IMultisessionSequential2 : IMultisessionSequential {
  virtual HRESULT STDMETHODCALLTYPE get_WriteUnitSize(LONG* value) = 0;

 protected:
  ~IMultisessionSequential2() = default;
};

/// A disc that may be written in any order. Sizes and addresses are sectors.
struct IMultisessionRandomWrite : IMultisession {
  virtual HRESULT STDMETHODCALLTYPE get_WriteUnitSize(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_LastWrittenAddress(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_TotalSectorsOnMedia(LONG* value) = 0;

 protected:
  ~IMultisessionRandomWrite() = default;
};

/// What all formats have in common.
struct IDiscFormat2 : IDispatch {
  virtual HRESULT STDMETHODCALLTYPE IsRecorderSupported(IDiscRecorder2* recorder, VARIANT_BOOL* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE IsCurrentMediaSupported(IDiscRecorder2* recorder, VARIANT_BOOL* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_MediaPhysicallyBlank(VARIANT_BOOL* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_MediaHeuristicallyBlank(VARIANT_BOOL* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_SupportedMediaTypes(SAFEARRAY** value) = 0;

 protected:
  ~IDiscFormat2() = default;
};

/// Burns a stream of 2048-byte sectors as a session. put_Recorder and put_ClientName come before Write.
struct IDiscFormat2Data : IDiscFormat2 {
  virtual HRESULT STDMETHODCALLTYPE put_Recorder(IDiscRecorder2* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_Recorder(IDiscRecorder2** value) = 0;
  virtual HRESULT STDMETHODCALLTYPE put_BufferUnderrunFreeDisabled(VARIANT_BOOL value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_BufferUnderrunFreeDisabled(VARIANT_BOOL* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE put_PostgapAlreadyInImage(VARIANT_BOOL value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_PostgapAlreadyInImage(VARIANT_BOOL* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_CurrentMediaStatus(IMAPI_FORMAT2_DATA_MEDIA_STATE* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_WriteProtectStatus(IMAPI_MEDIA_WRITE_PROTECT_STATE* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_TotalSectorsOnMedia(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_FreeSectorsOnMedia(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_NextWritableAddress(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_StartAddressOfPreviousSession(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_LastWrittenAddressOfPreviousSession(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE put_ForceMediaToBeClosed(VARIANT_BOOL value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_ForceMediaToBeClosed(VARIANT_BOOL* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE put_DisableConsumerDvdCompatibilityMode(VARIANT_BOOL value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_DisableConsumerDvdCompatibilityMode(VARIANT_BOOL* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_CurrentPhysicalMediaType(IMAPI_MEDIA_PHYSICAL_TYPE* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE put_ClientName(BSTR value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_ClientName(BSTR* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_RequestedWriteSpeed(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_RequestedRotationTypeIsPureCAV(VARIANT_BOOL* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_CurrentWriteSpeed(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_CurrentRotationTypeIsPureCAV(VARIANT_BOOL* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_SupportedWriteSpeeds(SAFEARRAY** supportedSpeeds) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_SupportedWriteSpeedDescriptors(SAFEARRAY** supportedSpeedDescriptors) = 0;
  virtual HRESULT STDMETHODCALLTYPE put_ForceOverwrite(VARIANT_BOOL value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_ForceOverwrite(VARIANT_BOOL* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_MultisessionInterfaces(SAFEARRAY** value) = 0;
  virtual HRESULT STDMETHODCALLTYPE Write(IStream* data) = 0;
  virtual HRESULT STDMETHODCALLTYPE CancelWrite() = 0;
  virtual HRESULT STDMETHODCALLTYPE SetWriteSpeed(LONG RequestedSectorsPerSecond,
                                                  VARIANT_BOOL RotationTypeIsPureCAV) = 0;

 protected:
  ~IDiscFormat2Data() = default;
};

/// Erases a rewritable disc.
struct IDiscFormat2Erase : IDiscFormat2 {
  virtual HRESULT STDMETHODCALLTYPE put_Recorder(IDiscRecorder2* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_Recorder(IDiscRecorder2** value) = 0;
  virtual HRESULT STDMETHODCALLTYPE put_FullErase(VARIANT_BOOL value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_FullErase(VARIANT_BOOL* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_CurrentPhysicalMediaType(IMAPI_MEDIA_PHYSICAL_TYPE* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE put_ClientName(BSTR value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_ClientName(BSTR* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE EraseMedia() = 0;

 protected:
  ~IDiscFormat2Erase() = default;
};

/// How much a burn is checked afterwards.
struct IBurnVerification : IUnknown {
  virtual HRESULT STDMETHODCALLTYPE put_BurnVerificationLevel(IMAPI_BURN_VERIFICATION_LEVEL value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_BurnVerificationLevel(IMAPI_BURN_VERIFICATION_LEVEL* value) = 0;

 protected:
  ~IBurnVerification() = default;
};

/// One write speed, in sectors a second.
struct IWriteSpeedDescriptor : IDispatch {
  virtual HRESULT STDMETHODCALLTYPE get_MediaType(IMAPI_MEDIA_PHYSICAL_TYPE* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_RotationTypeIsPureCAV(VARIANT_BOOL* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_WriteSpeed(LONG* value) = 0;

 protected:
  ~IWriteSpeedDescriptor() = default;
};

/// A range of sectors, both ends included.
struct IBlockRange : IDispatch {
  virtual HRESULT STDMETHODCALLTYPE get_StartLba(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_EndLba(LONG* value) = 0;

 protected:
  ~IBlockRange() = default;
};

/// The ranges of a stream that hold data: a SAFEARRAY of IBlockRange.
struct IBlockRangeList : IDispatch {
  virtual HRESULT STDMETHODCALLTYPE get_BlockRanges(SAFEARRAY** value) = 0;

 protected:
  ~IBlockRangeList() = default;
};

/// Where a running write is.
struct IWriteEngine2EventArgs : IDispatch {
  virtual HRESULT STDMETHODCALLTYPE get_StartLba(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_SectorCount(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_LastReadLba(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_LastWrittenLba(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_TotalSystemBuffer(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_UsedSystemBuffer(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_FreeSystemBuffer(LONG* value) = 0;

 protected:
  ~IWriteEngine2EventArgs() = default;
};

/// Where a running burn is. Times in seconds.
struct IDiscFormat2DataEventArgs : IWriteEngine2EventArgs {
  virtual HRESULT STDMETHODCALLTYPE get_ElapsedTime(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_RemainingTime(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_TotalTime(LONG* value) = 0;
  virtual HRESULT STDMETHODCALLTYPE get_CurrentAction(IMAPI_FORMAT2_DATA_WRITE_ACTION* value) = 0;

 protected:
  ~IDiscFormat2DataEventArgs() = default;
};

/// Sink: a recorder came or went.
struct DDiscMaster2Events : IDispatch {
  virtual HRESULT STDMETHODCALLTYPE NotifyDeviceAdded(IDispatch* object, BSTR uniqueId) = 0;
  virtual HRESULT STDMETHODCALLTYPE NotifyDeviceRemoved(IDispatch* object, BSTR uniqueId) = 0;

 protected:
  ~DDiscMaster2Events() = default;
};

/// Sink: progress is an IDiscFormat2DataEventArgs.
struct DDiscFormat2DataEvents : IDispatch {
  virtual HRESULT STDMETHODCALLTYPE Update(IDispatch* object, IDispatch* progress) = 0;

 protected:
  ~DDiscFormat2DataEvents() = default;
};

/// Sink: seconds gone and seconds expected.
struct DDiscFormat2EraseEvents : IDispatch {
  virtual HRESULT STDMETHODCALLTYPE Update(IDispatch* object, LONG elapsedSeconds, LONG estimatedTotalSeconds) = 0;

 protected:
  ~DDiscFormat2EraseEvents() = default;
};

DISCBENCH_UUID(IDiscRecorder2)
DISCBENCH_UUID(IDiscRecorder2Ex)
DISCBENCH_UUID(IDiscMaster2)
DISCBENCH_UUID(IMultisession)
DISCBENCH_UUID(IMultisessionSequential)
DISCBENCH_UUID(IMultisessionSequential2)
DISCBENCH_UUID(IMultisessionRandomWrite)
DISCBENCH_UUID(IDiscFormat2)
DISCBENCH_UUID(IDiscFormat2Data)
DISCBENCH_UUID(IDiscFormat2Erase)
DISCBENCH_UUID(IBurnVerification)
DISCBENCH_UUID(IWriteSpeedDescriptor)
DISCBENCH_UUID(IBlockRange)
DISCBENCH_UUID(IBlockRangeList)
DISCBENCH_UUID(IWriteEngine2EventArgs)
DISCBENCH_UUID(IDiscFormat2DataEventArgs)
DISCBENCH_UUID(DDiscMaster2Events)
DISCBENCH_UUID(DDiscFormat2DataEvents)
DISCBENCH_UUID(DDiscFormat2EraseEvents)
