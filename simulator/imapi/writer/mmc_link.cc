#include "imapi/writer/mmc_link.h"

#include <algorithm>

#include "imapi/sense/sense_to_hresult.h"

namespace discbench::imapi {
namespace {

void check(const mmc::Sense& sense, std::uint8_t operation_code) {
  const HRESULT meaning = sense_to_hresult(sense, operation_code);
  if (FAILED(meaning)) throw DeviceFailure{{meaning}, sense};
}

bool is_unit_attention(const mmc::Sense& sense) { return DeviceFailure{{}, sense}.is_unit_attention(); }

}  // namespace

void invalid_response() { throw com::Failure{E_IMAPI_RECORDER_INVALID_RESPONSE_FROM_DEVICE}; }

std::span<const std::uint8_t> measured(std::span<const std::uint8_t> received, std::size_t claimed,
                                       std::size_t allocation, std::size_t least) {
  const std::size_t expected = std::min(claimed, allocation);
  if (received.size() < expected || expected < least) invalid_response();
  return received.first(expected);
}

MmcLink::MmcLink(IDiscRecorder2* recorder) {
  if (FAILED(recorder->QueryInterface(IID_PPV_ARGS(recorder_.put()))) || recorder_.get() == nullptr) {
    throw com::Failure{E_IMAPI_DF2DATA_RECORDER_NOT_SUPPORTED};
  }
  attentions_ = attentions_of(recorder);
  const std::lock_guard lock(attentions_->access);
  attentions_known_ = attentions_->count;
}

template <typename Exchange>
void MmcLink::perform(std::uint8_t operation_code, Exchange&& exchange) {
  const std::lock_guard lock(attentions_->access);
  if (attentions_known_ != attentions_->count) {
    attentions_known_ = attentions_->count;
    check(attentions_->last, operation_code);
  }
  mmc::FixedSense sense_bytes{};
  const HRESULT result = exchange(sense_bytes);
  if (FAILED(result)) throw com::Failure{result};
  if (result != S_IMAPI_COMMAND_HAS_SENSE_DATA) return;
  const mmc::Sense sense = mmc::decode_fixed(sense_bytes);
  if (is_unit_attention(sense)) {
    attentions_->last = sense;
    attentions_known_ = ++attentions_->count;
  }
  check(sense, operation_code);
}

void MmcLink::send_bytes(std::span<std::uint8_t> cdb, ULONG timeout_seconds) {
  perform(cdb[0], [&](mmc::FixedSense& sense) {
    return recorder_->SendCommandNoData(cdb.data(), static_cast<ULONG>(cdb.size()), sense.data(), timeout_seconds);
  });
}

void MmcLink::send_bytes(std::span<std::uint8_t> cdb, std::span<std::uint8_t> data, ULONG timeout_seconds) {
  perform(cdb[0], [&](mmc::FixedSense& sense) {
    return recorder_->SendCommandSendDataToDevice(cdb.data(), static_cast<ULONG>(cdb.size()), sense.data(),
                                                  timeout_seconds, data.data(), static_cast<ULONG>(data.size()));
  });
}

std::size_t MmcLink::receive_bytes(std::span<std::uint8_t> cdb, std::span<std::uint8_t> reply) {
  ULONG fetched = 0;
  perform(cdb[0], [&](mmc::FixedSense& sense) {
    return recorder_->SendCommandGetDataFromDevice(cdb.data(), static_cast<ULONG>(cdb.size()), sense.data(),
                                                   usual_timeout, reply.data(), static_cast<ULONG>(reply.size()),
                                                   &fetched);
  });
  if (fetched > reply.size()) invalid_response();
  return fetched;
}

std::vector<std::uint8_t> MmcLink::mode_page(std::uint8_t page_code, std::size_t least) {
  constexpr std::size_t header_size = bytes::size_of<mmc::ModeParameterHeader10>;
  constexpr std::size_t page_header_size = 2;
  std::array<std::uint8_t, header_size + page_header_size + 0xff> reply{};
  const auto received = receive(
      mmc::ModeSense10{
          .dbd = true, .page_code = page_code, .allocation_length = static_cast<std::uint16_t>(reply.size())},
      std::span(reply));
  const auto header = bytes::decode<mmc::ModeParameterHeader10>(reply);
  const auto whole = measured(received, std::size_t{header.mode_data_length} + 2, reply.size(), header_size + least);
  if (header.block_descriptor_length != 0) invalid_response();
  const auto page = whole.subspan(header_size);
  constexpr std::uint8_t page_code_bits = 0x3f;
  const std::size_t length = std::size_t{page[1]} + page_header_size;
  if ((page[0] & page_code_bits) != page_code || length < least || page.size() < length) invalid_response();
  return {page.begin(), page.begin() + static_cast<std::ptrdiff_t>(length)};
}

}  // namespace discbench::imapi
