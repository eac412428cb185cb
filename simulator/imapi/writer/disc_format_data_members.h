// The members of IDiscFormat2Data by name and DISPID, for scripts.
#pragma once

#include "com/dispatch_table.h"
#include "discbench/imapi2.h"

namespace discbench::imapi {

inline constexpr com::DispatchMember disc_format_data_members[] = {
    com::method<&IDiscFormat2::IsRecorderSupported>(OLESTR("IsRecorderSupported"),
                                                    DISPID_IDISCFORMAT2_ISRECORDERSUPPORTED),
    com::method<&IDiscFormat2::IsCurrentMediaSupported>(OLESTR("IsCurrentMediaSupported"),
                                                        DISPID_IDISCFORMAT2_ISCURRENTMEDIASUPPORTED),
    com::property<&IDiscFormat2::get_MediaPhysicallyBlank>(OLESTR("MediaPhysicallyBlank"),
                                                           DISPID_IDISCFORMAT2_MEDIAPHYSICALLYBLANK),
    com::property<&IDiscFormat2::get_MediaHeuristicallyBlank>(OLESTR("MediaHeuristicallyBlank"),
                                                              DISPID_IDISCFORMAT2_MEDIAHEURISTICALLYBLANK),
    com::property<&IDiscFormat2::get_SupportedMediaTypes>(OLESTR("SupportedMediaTypes"),
                                                          DISPID_IDISCFORMAT2_SUPPORTEDMEDIATYPES),
    com::property<&IDiscFormat2Data::get_Recorder, &IDiscFormat2Data::put_Recorder>(OLESTR("Recorder"),
                                                                                    DISPID_IDISCFORMAT2DATA_RECORDER),
    com::property<&IDiscFormat2Data::get_BufferUnderrunFreeDisabled, &IDiscFormat2Data::put_BufferUnderrunFreeDisabled>(
        OLESTR("BufferUnderrunFreeDisabled"), DISPID_IDISCFORMAT2DATA_BUFFERUNDERRUNFREEDISABLED),
    com::property<&IDiscFormat2Data::get_PostgapAlreadyInImage, &IDiscFormat2Data::put_PostgapAlreadyInImage>(
        OLESTR("PostgapAlreadyInImage"), DISPID_IDISCFORMAT2DATA_POSTGAPALREADYINIMAGE),
    com::property<&IDiscFormat2Data::get_CurrentMediaStatus>(OLESTR("CurrentMediaStatus"),
                                                             DISPID_IDISCFORMAT2DATA_CURRENTMEDIASTATUS),
    com::property<&IDiscFormat2Data::get_WriteProtectStatus>(OLESTR("WriteProtectStatus"),
                                                             DISPID_IDISCFORMAT2DATA_WRITEPROTECTSTATUS),
    com::property<&IDiscFormat2Data::get_TotalSectorsOnMedia>(OLESTR("TotalSectorsOnMedia"),
                                                              DISPID_IDISCFORMAT2DATA_TOTALSECTORSONMEDIA),
    com::property<&IDiscFormat2Data::get_FreeSectorsOnMedia>(OLESTR("FreeSectorsOnMedia"),
                                                             DISPID_IDISCFORMAT2DATA_FREESECTORSONMEDIA),
    com::property<&IDiscFormat2Data::get_NextWritableAddress>(OLESTR("NextWritableAddress"),
                                                              DISPID_IDISCFORMAT2DATA_NEXTWRITABLEADDRESS),
    com::property<&IDiscFormat2Data::get_StartAddressOfPreviousSession>(
        OLESTR("StartAddressOfPreviousSession"), DISPID_IDISCFORMAT2DATA_STARTADDRESSOFPREVIOUSSESSION),
    com::property<&IDiscFormat2Data::get_LastWrittenAddressOfPreviousSession>(
        OLESTR("LastWrittenAddressOfPreviousSession"), DISPID_IDISCFORMAT2DATA_LASTWRITTENADDRESSOFPREVIOUSSESSION),
    com::property<&IDiscFormat2Data::get_ForceMediaToBeClosed, &IDiscFormat2Data::put_ForceMediaToBeClosed>(
        OLESTR("ForceMediaToBeClosed"), DISPID_IDISCFORMAT2DATA_FORCEMEDIATOBECLOSED),
    com::property<&IDiscFormat2Data::get_DisableConsumerDvdCompatibilityMode,
                  &IDiscFormat2Data::put_DisableConsumerDvdCompatibilityMode>(
        OLESTR("DisableConsumerDvdCompatibilityMode"), DISPID_IDISCFORMAT2DATA_DISABLECONSUMERDVDCOMPATIBILITYMODE),
    com::property<&IDiscFormat2Data::get_CurrentPhysicalMediaType>(OLESTR("CurrentPhysicalMediaType"),
                                                                   DISPID_IDISCFORMAT2DATA_CURRENTPHYSICALMEDIATYPE),
    com::property<&IDiscFormat2Data::get_ClientName, &IDiscFormat2Data::put_ClientName>(
        OLESTR("ClientName"), DISPID_IDISCFORMAT2DATA_CLIENTNAME),
    com::property<&IDiscFormat2Data::get_RequestedWriteSpeed>(OLESTR("RequestedWriteSpeed"),
                                                              DISPID_IDISCFORMAT2DATA_REQUESTEDWRITESPEED),
    com::property<&IDiscFormat2Data::get_RequestedRotationTypeIsPureCAV>(
        OLESTR("RequestedRotationTypeIsPureCAV"), DISPID_IDISCFORMAT2DATA_REQUESTEDROTATIONTYPEISPURECAV),
    com::property<&IDiscFormat2Data::get_CurrentWriteSpeed>(OLESTR("CurrentWriteSpeed"),
                                                            DISPID_IDISCFORMAT2DATA_CURRENTWRITESPEED),
    com::property<&IDiscFormat2Data::get_CurrentRotationTypeIsPureCAV>(
        OLESTR("CurrentRotationTypeIsPureCAV"), DISPID_IDISCFORMAT2DATA_CURRENTROTATIONTYPEISPURECAV),
    com::property<&IDiscFormat2Data::get_SupportedWriteSpeeds>(OLESTR("SupportedWriteSpeeds"),
                                                               DISPID_IDISCFORMAT2DATA_SUPPORTEDWRITESPEEDS),
    com::property<&IDiscFormat2Data::get_SupportedWriteSpeedDescriptors>(
        OLESTR("SupportedWriteSpeedDescriptors"), DISPID_IDISCFORMAT2DATA_SUPPORTEDWRITESPEEDDESCRIPTORS),
    com::property<&IDiscFormat2Data::get_ForceOverwrite, &IDiscFormat2Data::put_ForceOverwrite>(
        OLESTR("ForceOverwrite"), DISPID_IDISCFORMAT2DATA_FORCEOVERWRITE),
    com::property<&IDiscFormat2Data::get_MultisessionInterfaces>(OLESTR("MultisessionInterfaces"),
                                                                 DISPID_IDISCFORMAT2DATA_MUTLISESSIONINTERFACES),
    com::method<&IDiscFormat2Data::Write>(OLESTR("Write"), DISPID_IDISCFORMAT2DATA_WRITE),
    com::method<&IDiscFormat2Data::CancelWrite>(OLESTR("CancelWrite"), DISPID_IDISCFORMAT2DATA_CANCELWRITE),
    com::method<&IDiscFormat2Data::SetWriteSpeed>(OLESTR("SetWriteSpeed"), DISPID_IDISCFORMAT2DATA_SETWRITESPEED),
};

}  // namespace discbench::imapi
