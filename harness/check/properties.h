// The properties of the multisession interfaces and of the writer, as rows: what a check has to know to read any of
// them. A clause names the row that it speaks of.
#pragma once

#include <array>
#include <string_view>

#include "check/reach.h"

namespace discbench::check {

/// A property of a list element.
struct Property {
  std::string_view member;  ///< "get_NextWritableAddress"
  std::string_view key;     ///< the name of its expectation
  /// Null where the element does not answer the property's interface.
  bool (*answered_by)(const Element& element) = nullptr;
  Reading (*read)(const Element& element, std::uint32_t fill) = nullptr;
  /// Calls the getter with a NULL out pointer.
  HRESULT (*read_into_null)(const Element& element) = nullptr;
  /// The same-named property of the writer that holds the element; null where there is none.
  Reading (*read_on_writer)(IDiscFormat2Data* writer) = nullptr;
};

/// A property of IDiscFormat2Data that a scenario may expect something of.
struct WriterProperty {
  std::string_view member;
  std::string_view key;
  Reading (*read)(IDiscFormat2Data* writer) = nullptr;
};

namespace detail {

template <class Interface>
const Pointer<Interface>& as(const Element& element) {
  if constexpr (std::is_same_v<Interface, IMultisession>) return element.multisession;
  if constexpr (std::is_same_v<Interface, IMultisessionSequential>) return element.sequential;
  if constexpr (std::is_same_v<Interface, IMultisessionSequential2>) return element.sequential2;
  if constexpr (std::is_same_v<Interface, IMultisessionRandomWrite>) return element.random_write;
}

template <auto get>
Reading read_on_writer(IDiscFormat2Data* writer) {
  return read(writer, get);
}

template <class Interface, auto get>
constexpr Property property(std::string_view member, std::string_view key,
                            Reading (*on_writer)(IDiscFormat2Data*) = nullptr) {
  return {
      .member = member,
      .key = key,
      .answered_by = [](const Element& element) { return static_cast<bool>(as<Interface>(element)); },
      .read = [](const Element& element, std::uint32_t fill) { return read(as<Interface>(element).get(), get, fill); },
      .read_into_null = [](const Element& element) { return (as<Interface>(element).get()->*get)(nullptr); },
      .read_on_writer = on_writer};
}

}  // namespace detail

inline constexpr Property is_supported_on_current_media_state =
    detail::property<IMultisession, &IMultisession::get_IsSupportedOnCurrentMediaState>(
        "get_IsSupportedOnCurrentMediaState", "sequential.is-supported-on-current-media-state");
inline constexpr Property in_use = detail::property<IMultisession, &IMultisession::get_InUse>("get_InUse", "");
inline constexpr Property is_first_data_session =
    detail::property<IMultisessionSequential, &IMultisessionSequential::get_IsFirstDataSession>(
        "get_IsFirstDataSession", "sequential.is-first-data-session");
inline constexpr Property start_address_of_previous_session =
    detail::property<IMultisessionSequential, &IMultisessionSequential::get_StartAddressOfPreviousSession>(
        "get_StartAddressOfPreviousSession", "sequential.start-address-of-previous-session",
        detail::read_on_writer<&IDiscFormat2Data::get_StartAddressOfPreviousSession>);
inline constexpr Property last_written_address_of_previous_session =
    detail::property<IMultisessionSequential, &IMultisessionSequential::get_LastWrittenAddressOfPreviousSession>(
        "get_LastWrittenAddressOfPreviousSession", "sequential.last-written-address-of-previous-session",
        detail::read_on_writer<&IDiscFormat2Data::get_LastWrittenAddressOfPreviousSession>);
inline constexpr Property next_writable_address =
    detail::property<IMultisessionSequential, &IMultisessionSequential::get_NextWritableAddress>(
        "get_NextWritableAddress", "sequential.next-writable-address",
        detail::read_on_writer<&IDiscFormat2Data::get_NextWritableAddress>);
inline constexpr Property free_sectors_on_media =
    detail::property<IMultisessionSequential, &IMultisessionSequential::get_FreeSectorsOnMedia>(
        "get_FreeSectorsOnMedia", "sequential.free-sectors-on-media",
        detail::read_on_writer<&IDiscFormat2Data::get_FreeSectorsOnMedia>);
inline constexpr Property write_unit_size =
    detail::property<IMultisessionSequential2, &IMultisessionSequential2::get_WriteUnitSize>(
        "get_WriteUnitSize", "sequential2.write-unit-size");

namespace random_write {

inline constexpr Property is_supported_on_current_media_state =
    detail::property<IMultisessionRandomWrite, &IMultisession::get_IsSupportedOnCurrentMediaState>(
        "get_IsSupportedOnCurrentMediaState", "random-write.is-supported-on-current-media-state");
inline constexpr Property write_unit_size =
    detail::property<IMultisessionRandomWrite, &IMultisessionRandomWrite::get_WriteUnitSize>(
        "get_WriteUnitSize", "random-write.write-unit-size");
inline constexpr Property last_written_address =
    detail::property<IMultisessionRandomWrite, &IMultisessionRandomWrite::get_LastWrittenAddress>(
        "get_LastWrittenAddress", "random-write.last-written-address");
inline constexpr Property total_sectors_on_media =
    detail::property<IMultisessionRandomWrite, &IMultisessionRandomWrite::get_TotalSectorsOnMedia>(
        "get_TotalSectorsOnMedia", "random-write.total-sectors-on-media",
        detail::read_on_writer<&IDiscFormat2Data::get_TotalSectorsOnMedia>);

}  // namespace random_write

namespace data {

inline constexpr WriterProperty total_sectors_on_media{
    "IDiscFormat2Data: get_TotalSectorsOnMedia", "data.total-sectors-on-media",
    detail::read_on_writer<&IDiscFormat2Data::get_TotalSectorsOnMedia>};
inline constexpr WriterProperty free_sectors_on_media{
    "IDiscFormat2Data: get_FreeSectorsOnMedia", "data.free-sectors-on-media",
    detail::read_on_writer<&IDiscFormat2Data::get_FreeSectorsOnMedia>};
inline constexpr WriterProperty next_writable_address{
    "IDiscFormat2Data: get_NextWritableAddress", "data.next-writable-address",
    detail::read_on_writer<&IDiscFormat2Data::get_NextWritableAddress>};
inline constexpr WriterProperty start_address_of_previous_session{
    "IDiscFormat2Data: get_StartAddressOfPreviousSession", "data.start-address-of-previous-session",
    detail::read_on_writer<&IDiscFormat2Data::get_StartAddressOfPreviousSession>};
inline constexpr WriterProperty last_written_address_of_previous_session{
    "IDiscFormat2Data: get_LastWrittenAddressOfPreviousSession", "data.last-written-address-of-previous-session",
    detail::read_on_writer<&IDiscFormat2Data::get_LastWrittenAddressOfPreviousSession>};
inline constexpr WriterProperty current_physical_media_type{
    "IDiscFormat2Data: get_CurrentPhysicalMediaType", "data.current-physical-media-type",
    detail::read_on_writer<&IDiscFormat2Data::get_CurrentPhysicalMediaType>};
inline constexpr WriterProperty write_protect_status{"IDiscFormat2Data: get_WriteProtectStatus",
                                                     "data.write-protect-status",
                                                     detail::read_on_writer<&IDiscFormat2Data::get_WriteProtectStatus>};
inline constexpr WriterProperty media_physically_blank{
    "IDiscFormat2Data: get_MediaPhysicallyBlank", "data.media-physically-blank",
    detail::read_on_writer<&IDiscFormat2Data::get_MediaPhysicallyBlank>};
inline constexpr WriterProperty media_heuristically_blank{
    "IDiscFormat2Data: get_MediaHeuristicallyBlank", "data.media-heuristically-blank",
    detail::read_on_writer<&IDiscFormat2Data::get_MediaHeuristicallyBlank>};

}  // namespace data

/// Every property that an element may have.
inline constexpr std::array element_properties{
    &is_supported_on_current_media_state,
    &in_use,
    &is_first_data_session,
    &start_address_of_previous_session,
    &last_written_address_of_previous_session,
    &next_writable_address,
    &free_sectors_on_media,
    &write_unit_size,
    &random_write::write_unit_size,
    &random_write::last_written_address,
    &random_write::total_sectors_on_media,
};

/// Why a clause about `key` does not apply where the scenario expects nothing of it; empty where it does.
std::string why_nothing_is_expected(std::string_view key, const expectation::Expectations& expectations);

/// Not empty where a background format may make a random-write medium larger between two calls: the scenario has a
/// range.
std::string where_the_capacity_stands_still(const expectation::Expectations& expectations);

template <const auto& property>
std::string expects(const expectation::Expectations& expectations) {
  return why_nothing_is_expected(property.key, expectations);
}

/// The elements that answer the property's interface. Not applicable where there are none.
std::vector<const Element*> elements_with(Stage& stage, const Reached& reached, const Property& property);

}  // namespace discbench::check
