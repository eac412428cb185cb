#include "mmc/describe_reply.h"

#include "mmc/structures.h"

namespace discbench::mmc::detail {
namespace {

using bytes::List;
using bytes::NamedValue;
using bytes::Structure;
using Data = std::span<const std::uint8_t>;

Data from(Data data, std::size_t offset) { return data.subspan(std::min(offset, data.size())); }

template <typename T>
Structure one(Data data) {
  return bytes::describe<T>(data);
}

/// Whole descriptors only; a cut one at the end is left out.
template <typename T>
List list_of(Data data) {
  List list;
  for (; data.size() >= bytes::size_of<T>; data = data.subspan(bytes::size_of<T>))
    list.push_back(bytes::describe<T>(data.first(bytes::size_of<T>)));
  return list;
}

template <typename Header, typename Descriptor>
Structure header_and_list(Data data, std::string_view list_name) {
  Structure out = bytes::describe<Header>(data);
  out.push_back({list_name, list_of<Descriptor>(from(data, bytes::size_of<Header>))});
  return out;
}

void append(Structure& out, Structure more) {
  out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Structure describe_format_capacities(Data data) {
  Structure out = one<CapacityListHeader>(data);
  append(out, one<CurrentMaximumCapacityDescriptor>(from(data, 4)));
  out.push_back({"Formattable Capacity Descriptors", list_of<FormattableCapacityDescriptor>(from(data, 12))});
  return out;
}

Structure describe_toc(Data cdb, Data data) {
  const auto command = bytes::decode<ReadTocPmaAtip>(cdb);
  const unsigned format = command.format != 0 ? command.format : command.legacy_format;
  switch (format) {
    case 0:
    case 1:
      return header_and_list<TocHeader, TocTrackDescriptor>(data, "TOC Track Descriptors");
    case 2:
    case 3:
      return header_and_list<TocHeader, FullTocDescriptor>(data, "TOC Track Descriptors");
    default: {
      Structure out = one<TocHeader>(data);
      append(out, one<AtipDescriptor>(from(data, bytes::size_of<TocHeader>)));
      return out;
    }
  }
}

template <typename Feature>
Structure feature_payload(Data payload) {
  return bytes::describe<Feature>(payload);
}

struct FeatureRow {
  std::uint16_t code;
  Structure (*describe)(Data);
};

constexpr auto feature_rows = std::to_array<FeatureRow>({
    {feature::core, feature_payload<CoreFeature>},
    {feature::morphing, feature_payload<MorphingFeature>},
    {feature::removable_medium, feature_payload<RemovableMediumFeature>},
    {feature::random_readable, feature_payload<RandomReadableFeature>},
    {feature::cd_read, feature_payload<CdReadFeature>},
    {feature::dvd_read, feature_payload<DvdReadFeature>},
    {feature::random_writable, feature_payload<RandomWritableFeature>},
    {feature::incremental_streaming_writable, feature_payload<IncrementalStreamingWritableFeature>},
    {feature::formattable, feature_payload<FormattableFeature>},
    {feature::dvd_plus_rw, feature_payload<DvdPlusRwFeature>},
    {feature::dvd_plus_r, feature_payload<DvdPlusRFeature>},
    {feature::cd_track_at_once, feature_payload<CdTrackAtOnceFeature>},
    {feature::bd_read, feature_payload<BdReadFeature>},
    {feature::bd_write, feature_payload<BdWriteFeature>},
    {feature::timeout, feature_payload<TimeoutFeature>},
    {feature::real_time_streaming, feature_payload<RealTimeStreamingFeature>},
});

void append_payload(Structure& out, std::uint16_t code, Data payload) {
  if (code == feature::profile_list) {
    out.push_back({"Profile Descriptors", list_of<ProfileDescriptor>(payload)});
    return;
  }
  for (const FeatureRow& row : feature_rows)
    if (row.code == code) return append(out, row.describe(payload));
  if (!payload.empty()) out.push_back({"Feature Dependent Data", bytes::detail::hex_text(payload)});
}

Structure describe_configuration(Data data) {
  Structure out = one<FeatureHeader>(data);
  List features;
  for (Data rest = from(data, bytes::size_of<FeatureHeader>); rest.size() >= 4;) {
    const auto header = bytes::decode<FeatureDescriptorHeader>(rest);
    Structure described = one<FeatureDescriptorHeader>(rest.first(4));
    rest = rest.subspan(4);
    const Data payload = rest.first(std::min<std::size_t>(header.additional_length, rest.size()));
    append_payload(described, header.feature_code, payload);
    rest = rest.subspan(payload.size());
    features.push_back(std::move(described));
  }
  out.push_back({"Feature Descriptors", std::move(features)});
  return out;
}

Structure describe_event(Data data) {
  Structure out = one<EventHeader>(data);
  const auto header = bytes::decode<EventHeader>(data);
  if (!header.nea && header.notification_class == 4) append(out, one<MediaEvent>(from(data, 4)));
  return out;
}

Structure describe_disc_information(Data data) {
  if (data.size() < 3) return one<StandardDiscInformation>(data);
  switch (data[2] >> 5) {
    case 1:
      return one<TrackResourcesInformation>(data);
    case 2:
      return one<PowResourcesInformation>(data);
    default:
      return one<StandardDiscInformation>(data);
  }
}

Structure describe_mode_page(Data page) {
  switch (page[0] & 0x3f) {
    case 0x01:
      return one<ReadWriteErrorRecoveryPage>(page);
    case 0x05:
      return one<WriteParametersPage>(page);
    case 0x1a:
      return one<PowerConditionPage>(page);
    case 0x1c:
      return one<FaultReportingPage>(page);
    case 0x1d:
      return one<TimeoutAndProtectPage>(page);
    case 0x2a: {
      Structure out = one<CapabilitiesPage>(page);
      out.push_back({"Write Speed Performance Descriptors",
                     list_of<CapabilitiesWriteSpeed>(from(page, bytes::size_of<CapabilitiesPage>))});
      return out;
    }
    default:
      return {{"Page", bytes::detail::hex_text(page)}};
  }
}

Structure describe_mode_sense(Data data) {
  Structure out = one<ModeParameterHeader10>(data);
  List pages;
  for (Data rest = from(data, bytes::size_of<ModeParameterHeader10>); rest.size() >= 2;) {
    const Data page = rest.first(std::min<std::size_t>(std::size_t{rest[1]} + 2, rest.size()));
    pages.push_back(describe_mode_page(page));
    rest = rest.subspan(page.size());
  }
  out.push_back({"Mode Pages", std::move(pages)});
  return out;
}

Structure describe_performance(Data cdb, Data data) {
  const auto command = bytes::decode<GetPerformance>(cdb);
  return command.type == 3 ? header_and_list<PerformanceHeader, WriteSpeedDescriptor>(data, "Write Speed Descriptors")
                           : header_and_list<PerformanceHeader, NominalPerformanceDescriptor>(
                                 data, "Nominal Performance Descriptors");
}

Structure describe_disc_structure(Data cdb, Data data) {
  const auto command = bytes::decode<ReadDiscStructure>(cdb);
  const Data payload = from(data, bytes::size_of<DiscStructureHeader>);
  if (command.format_code == 0xff)
    return header_and_list<DiscStructureHeader, StructureListEntry>(data, "Structure List");
  Structure out = one<DiscStructureHeader>(data);
  if (command.format_code == 0x00 && command.media_type == 0) append(out, one<PhysicalFormatInformation>(payload));
  if (command.format_code == 0x00 && command.media_type == 1) append(out, one<BdDiscInformationUnit>(payload));
  if (command.format_code == 0x01 && command.media_type == 0) append(out, one<CopyrightInformation>(payload));
  if (command.format_code == 0xc0) append(out, one<WriteProtectionStatus>(payload));
  return out;
}

}  // namespace

bytes::Structure describe_reply_of(Data cdb, Data data) {
  switch (cdb[0]) {
    case RequestSense::opcode:
      return one<FixedSenseData>(data);
    case Inquiry::opcode:
      return one<StandardInquiryData>(data);
    case ReadFormatCapacities::opcode:
      return describe_format_capacities(data);
    case ReadCapacity::opcode:
      return one<ReadCapacityData>(data);
    case ReadTocPmaAtip::opcode:
      return describe_toc(cdb, data);
    case GetConfiguration::opcode:
      return describe_configuration(data);
    case GetEventStatusNotification::opcode:
      return describe_event(data);
    case ReadDiscInformation::opcode:
      return describe_disc_information(data);
    case ReadTrackInformation::opcode:
      return one<TrackInformation>(data);
    case ModeSense10::opcode:
      return describe_mode_sense(data);
    case ReadBufferCapacity::opcode:
      return one<BufferCapacity>(data);
    case GetPerformance::opcode:
      return describe_performance(cdb, data);
    case ReadDiscStructure::opcode:
      return describe_disc_structure(cdb, data);
    default:
      return {};
  }
}

}  // namespace discbench::mmc::detail
