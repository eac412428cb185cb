// Every wire structure that the recorder knows, as one list of types: the trace, the documentation table and the test
// that each has a golden vector walk it.
#pragma once

#include "mmc/commands/close_track_session.h"
#include "mmc/commands/format_unit.h"
#include "mmc/commands/get_configuration.h"
#include "mmc/commands/get_event_status_notification.h"
#include "mmc/commands/get_performance.h"
#include "mmc/commands/inquiry.h"
#include "mmc/commands/mechanism_status.h"
#include "mmc/commands/mode_select.h"
#include "mmc/commands/mode_sense.h"
#include "mmc/commands/prevent_allow_medium_removal.h"
#include "mmc/commands/read.h"
#include "mmc/commands/read_buffer_capacity.h"
#include "mmc/commands/read_capacity.h"
#include "mmc/commands/read_cd.h"
#include "mmc/commands/read_disc_information.h"
#include "mmc/commands/read_disc_structure.h"
#include "mmc/commands/read_format_capacities.h"
#include "mmc/commands/read_sub_channel.h"
#include "mmc/commands/read_toc_pma_atip.h"
#include "mmc/commands/read_track_information.h"
#include "mmc/commands/request_sense.h"
#include "mmc/commands/reserve_track.h"
#include "mmc/commands/send_cue_sheet.h"
#include "mmc/commands/send_opc_information.h"
#include "mmc/commands/set_cd_speed.h"
#include "mmc/commands/set_streaming.h"
#include "mmc/commands/start_stop_unit.h"
#include "mmc/commands/synchronize_cache.h"
#include "mmc/commands/test_unit_ready.h"
#include "mmc/commands/write.h"
#include "mmc/features.h"
#include "mmc/mode_pages.h"

namespace discbench::mmc {

template <typename... T>
struct TypeList {};

/// Calls visit.operator()<T>() for each type, in order.
template <typename... T, typename Visit>
constexpr void for_each_type(TypeList<T...>, Visit&& visit) {
  (visit.template operator()<T>(), ...);
}

/// CDBs, by opcode. RESERVE TRACK stands here in its first form; ARSV has a layout of its own.
using CommandBlocks =
    TypeList<TestUnitReady, RequestSense, FormatUnit, Inquiry, StartStopUnit, PreventAllowMediumRemoval,
             ReadFormatCapacities, ReadCapacity, Read10, Write10, WriteAndVerify10, SynchronizeCache, ReadSubChannel,
             ReadTocPmaAtip, GetConfiguration, GetEventStatusNotification, ReadDiscInformation, ReadTrackInformation,
             ReserveTrack, SendOpcInformation, ModeSelect10, ModeSense10, CloseTrackSession, ReadBufferCapacity,
             SendCueSheet, Read12, Write12, GetPerformance, ReadDiscStructure, SetStreaming, ReadCdMsf, SetCdSpeed,
             MechanismStatus, ReadCd>;

/// Replies, parameter lists and their parts.
using DataStructures = TypeList<
    ReserveTrackAtAddress, FixedSenseData, FormatParameterList, StandardInquiryData, CapacityListHeader,
    CurrentMaximumCapacityDescriptor, FormattableCapacityDescriptor, ReadCapacityData, TocHeader, TocTrackDescriptor,
    FullTocDescriptor, AtipDescriptor, FeatureHeader, FeatureDescriptorHeader, ProfileDescriptor, CoreFeature,
    MorphingFeature, RemovableMediumFeature, WriteProtectFeature, RandomReadableFeature, CdReadFeature, DvdReadFeature,
    RandomWritableFeature, IncrementalStreamingWritableFeature, FormattableFeature, DvdPlusRwFeature, DvdPlusRFeature,
    CdTrackAtOnceFeature, CdMasteringFeature, BdReadFeature, BdWriteFeature, TimeoutFeature, RealTimeStreamingFeature,
    EventHeader, MediaEvent, StandardDiscInformation, TrackResourcesInformation, PowResourcesInformation,
    TrackInformation, ModeParameterHeader10, ReadWriteErrorRecoveryPage, WriteParametersPage, PowerConditionPage,
    FaultReportingPage, TimeoutAndProtectPage, CapabilitiesPage, CapabilitiesWriteSpeed, BufferCapacity,
    PerformanceHeader, NominalPerformanceDescriptor, WriteSpeedDescriptor, DiscStructureHeader,
    PhysicalFormatInformation, CopyrightInformation, WriteProtectionStatus, StructureListEntry, BdDiscInformationUnit,
    StreamingPerformanceDescriptor, CueSheetEntry, CueSheetCatalogueNumber, CueSheetIsrc, FormattedQ, SubChannelHeader,
    CurrentPosition, MediaCatalogueNumber, TrackIsrc, MechanismStatusHeader>;

}  // namespace discbench::mmc
