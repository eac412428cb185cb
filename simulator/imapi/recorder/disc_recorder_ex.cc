// IDiscRecorder2Ex: commands as they are, and the questions that it asks by itself.
#include <algorithm>
#include <new>

#include "com/answer.h"
#include "imapi/recorder/descriptors.h"
#include "imapi/recorder/device_queries.h"
#include "imapi/recorder/disc_recorder.h"

namespace discbench::imapi {

namespace {

using com::answer;
using com::perform;

constexpr ULONG shortest_cdb = 6;
constexpr ULONG longest_cdb = 16;
constexpr ULONG largest_buffer = 0x7fffffff;  // buffer sizes are positive LONGs in the IDL
constexpr ULONG longest_mode_page = 257;
constexpr ULONG longest_structure = 0xffff - 4;  // the list's 16-bit length counts a header of four bytes
constexpr ULONG largest_byte = 0xff;
constexpr ULONG largest_agid = 3;
constexpr int largest_page_code = 0x3e;

/// A member with a CoTaskMem buffer and its number of elements: both NULL and zero unless all goes well.
template <class Element, class Compute>
HRESULT answer_buffer(Element** data, ULONG* count, Compute&& compute) noexcept {
  if (data == nullptr || count == nullptr) return E_POINTER;
  *data = nullptr;
  *count = 0;
  return perform([&] {
    const auto elements = compute();
    auto* buffer = static_cast<Element*>(CoTaskMemAlloc(elements.size() * sizeof(Element)));
    if (buffer == nullptr) throw std::bad_alloc();
    std::transform(elements.begin(), elements.end(), buffer,
                   [](const auto& element) { return static_cast<Element>(element); });
    *data = buffer;
    *count = static_cast<ULONG>(elements.size());
  });
}

void demand_argument(bool right) {
  if (!right) throw com::Failure{E_INVALIDARG};
}

Features which_of(BOOLEAN current_only) { return current_only != 0 ? Features::current : Features::all; }

mmc::PageControl page_control(IMAPI_MODE_PAGE_REQUEST_TYPE request_type) {
  switch (request_type) {
    case IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES:
      return mmc::PageControl::current;
    case IMAPI_MODE_PAGE_REQUEST_TYPE_CHANGEABLE_VALUES:
      return mmc::PageControl::changeable;
    case IMAPI_MODE_PAGE_REQUEST_TYPE_DEFAULT_VALUES:
      return mmc::PageControl::default_values;
    case IMAPI_MODE_PAGE_REQUEST_TYPE_SAVED_VALUES:
      return mmc::PageControl::saved;
  }
  throw com::Failure{E_INVALIDARG};
}

mmc::TrackAddressType track_address_type(IMAPI_READ_TRACK_ADDRESS_TYPE address_type) {
  switch (address_type) {
    case IMAPI_READ_TRACK_ADDRESS_TYPE_LBA:
      return mmc::TrackAddressType::logical_block;
    case IMAPI_READ_TRACK_ADDRESS_TYPE_TRACK:
      return mmc::TrackAddressType::track;
    case IMAPI_READ_TRACK_ADDRESS_TYPE_SESSION:
      return mmc::TrackAddressType::session;
  }
  throw com::Failure{E_INVALIDARG};
}

/// What the three SendCommand members have in common. A device's refusal is a success of the call: the sense data
/// stands in the caller's buffer then.
struct Command {
  BYTE* cdb;
  ULONG cdb_size;
  BYTE* sense_buffer;
  ULONG timeout_seconds;

  bool has_pointers() const { return cdb != nullptr && sense_buffer != nullptr; }

  HRESULT send(DeviceHandle& device, std::span<const std::uint8_t> data_out, std::span<std::uint8_t> data_in,
               ULONG* fetched) const {
    std::fill_n(sense_buffer, mmc::fixed_sense_length, BYTE{0});
    demand_argument(cdb_size >= shortest_cdb && cdb_size <= longest_cdb);
    const mmc::Completion completion =
        device.execute({cdb, cdb_size}, data_out, data_in, std::chrono::seconds(timeout_seconds));
    if (fetched != nullptr) *fetched = static_cast<ULONG>(completion.data_in_length);
    if (completion.good()) return S_OK;
    const mmc::FixedSense sense = mmc::encode_fixed(completion.sense, completion.information, completion.progress);
    std::copy(sense.begin(), sense.end(), sense_buffer);
    return S_IMAPI_COMMAND_HAS_SENSE_DATA;
  }
};

}  // namespace

HRESULT DiscRecorder::SendCommandNoData(BYTE* cdb, ULONG cdb_size, BYTE sense_buffer[18], ULONG timeout) {
  const Command command{cdb, cdb_size, sense_buffer, timeout};
  if (!command.has_pointers()) return E_POINTER;
  return perform([&] { return command.send(*device(), {}, {}, nullptr); });
}

HRESULT DiscRecorder::SendCommandSendDataToDevice(BYTE* cdb, ULONG cdb_size, BYTE sense_buffer[18], ULONG timeout,
                                                  BYTE* buffer, ULONG buffer_size) {
  const Command command{cdb, cdb_size, sense_buffer, timeout};
  if (!command.has_pointers() || buffer == nullptr) return E_POINTER;
  return perform([&] {
    demand_argument(buffer_size > 0 && buffer_size <= largest_buffer);
    return command.send(*device(), {buffer, buffer_size}, {}, nullptr);
  });
}

HRESULT DiscRecorder::SendCommandGetDataFromDevice(BYTE* cdb, ULONG cdb_size, BYTE sense_buffer[18], ULONG timeout,
                                                   BYTE* buffer, ULONG buffer_size, ULONG* buffer_fetched) {
  const Command command{cdb, cdb_size, sense_buffer, timeout};
  if (!command.has_pointers() || buffer == nullptr || buffer_fetched == nullptr) return E_POINTER;
  *buffer_fetched = 0;
  return perform([&] {
    demand_argument(buffer_size > 0 && buffer_size <= largest_buffer);
    return command.send(*device(), {}, {buffer, buffer_size}, buffer_fetched);
  });
}

HRESULT DiscRecorder::ReadDvdStructure(ULONG format, ULONG address, ULONG layer, ULONG agid, BYTE** data,
                                       ULONG* count) {
  return answer_buffer(data, count, [&] {
    demand_argument(format <= largest_byte && layer <= largest_byte && agid <= largest_agid);
    return disc_structure(*device(), {.format = static_cast<std::uint8_t>(format),
                                      .address = address,
                                      .layer = static_cast<std::uint8_t>(layer),
                                      .agid = static_cast<std::uint8_t>(agid)});
  });
}

HRESULT DiscRecorder::SendDvdStructure(ULONG format, BYTE* data, ULONG count) {
  if (data == nullptr) return E_POINTER;
  return perform([&] {
    demand_argument(format <= largest_byte && count > 0 && count <= longest_structure);
    send_disc_structure(*device(), static_cast<std::uint8_t>(format), {data, count});
  });
}

HRESULT DiscRecorder::GetAdapterDescriptor(BYTE** data, ULONG* byte_size) {
  return answer_buffer(data, byte_size, [&] {
    device(E_FAIL);
    return adapter_descriptor();
  });
}

HRESULT DiscRecorder::GetDeviceDescriptor(BYTE** data, ULONG* byte_size) {
  return answer_buffer(data, byte_size, [&] { return device_descriptor(inquiry(*device(E_FAIL))); });
}

HRESULT DiscRecorder::GetDiscInformation(BYTE** data, ULONG* byte_size) {
  return answer_buffer(data, byte_size, [&] { return disc_information(*device()); });
}

HRESULT DiscRecorder::GetTrackInformation(ULONG address, IMAPI_READ_TRACK_ADDRESS_TYPE address_type, BYTE** data,
                                          ULONG* byte_size) {
  return answer_buffer(data, byte_size,
                       [&] { return track_information(*device(), track_address_type(address_type), address); });
}

HRESULT DiscRecorder::GetFeaturePage(IMAPI_FEATURE_PAGE_TYPE requested, BOOLEAN current_only, BYTE** data,
                                     ULONG* byte_size) {
  return answer_buffer(data, byte_size, [&] {
    demand_argument(requested >= 0 && requested <= 0xffff);
    return feature(*device(), static_cast<std::uint16_t>(requested), which_of(current_only));
  });
}

HRESULT DiscRecorder::GetModePage(IMAPI_MODE_PAGE_TYPE requested, IMAPI_MODE_PAGE_REQUEST_TYPE request_type,
                                  BYTE** data, ULONG* byte_size) {
  return answer_buffer(data, byte_size, [&] {
    demand_argument(requested >= 0 && requested <= largest_page_code);
    return mode_page(*device(), static_cast<std::uint8_t>(requested), page_control(request_type));
  });
}

HRESULT DiscRecorder::SetModePage(IMAPI_MODE_PAGE_REQUEST_TYPE request_type, BYTE* data, ULONG byte_size) {
  if (data == nullptr) return E_POINTER;
  return perform([&] {
    // Defaults and masks of what can be changed are the device's own; a page says its own length.
    demand_argument(request_type == IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES ||
                    request_type == IMAPI_MODE_PAGE_REQUEST_TYPE_SAVED_VALUES);
    demand_argument(byte_size >= 2 && byte_size <= longest_mode_page && byte_size == ULONG{data[1]} + 2);
    set_mode_page(*device(), {data, byte_size}, request_type == IMAPI_MODE_PAGE_REQUEST_TYPE_SAVED_VALUES);
  });
}

HRESULT DiscRecorder::GetSupportedFeaturePages(BOOLEAN current_only, IMAPI_FEATURE_PAGE_TYPE** data, ULONG* count) {
  return answer_buffer(data, count, [&] {
    std::vector<std::uint16_t> codes;
    for (const FeatureDescriptor& descriptor : features(*device(), which_of(current_only))) {
      codes.push_back(code_of(descriptor));
    }
    return codes;
  });
}

HRESULT DiscRecorder::GetSupportedProfiles(BOOLEAN current_only, IMAPI_PROFILE_TYPE** data, ULONG* count) {
  return answer_buffer(data, count, [&] { return profiles(*device(), which_of(current_only)); });
}

HRESULT DiscRecorder::GetSupportedModePages(IMAPI_MODE_PAGE_REQUEST_TYPE request_type, IMAPI_MODE_PAGE_TYPE** data,
                                            ULONG* count) {
  return answer_buffer(data, count, [&] { return mode_page_codes(*device(), page_control(request_type)); });
}

HRESULT DiscRecorder::GetByteAlignmentMask(ULONG* value) {
  return answer(value, [&] {
    device(E_FAIL);
    return byte_alignment_mask;
  });
}

HRESULT DiscRecorder::GetMaximumNonPageAlignedTransferSize(ULONG* value) {
  return answer(value, [&] {
    device(E_FAIL);
    return std::min(maximum_transfer_length, (maximum_physical_pages - 1) * page_size);
  });
}

HRESULT DiscRecorder::GetMaximumPageAlignedTransferSize(ULONG* value) {
  return answer(value, [&] {
    device(E_FAIL);
    return std::min(maximum_transfer_length, maximum_physical_pages * page_size);
  });
}

}  // namespace discbench::imapi
