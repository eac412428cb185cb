#include "imapi_writer/scripted_recorder.h"

#include <algorithm>
#include <array>

#include "bytes/hex.h"
#include "com/text.h"

namespace discbench::imapi {
namespace {

constexpr std::size_t sector_size = 2048;

/// The address of READ (10) and WRITE (10).
std::uint32_t address_in(const BYTE* cdb) {
  return std::uint32_t{cdb[2]} << 24 | std::uint32_t{cdb[3]} << 16 | std::uint32_t{cdb[4]} << 8 | cdb[5];
}

std::string hex_of(const std::string& text) { return bytes::to_hex(bytes::from_hex(text).value()); }

bool begins_with(const std::string& text, const std::string& beginning) {
  return text.compare(0, beginning.size(), beginning) == 0;
}

}  // namespace

void ScriptedRecorder::reply(const std::string& command, const std::string& data_in_hex) {
  script_[hex_of(command)] = {.data = bytes::from_hex(data_in_hex).value()};
}

void ScriptedRecorder::reply_zeros(const std::string& command) { script_[hex_of(command)] = {.zeros = true}; }

void ScriptedRecorder::read_back_what_was_written() { script_["28"] = {.from_medium = true}; }

void ScriptedRecorder::keep(std::uint32_t first_sector, std::span<const std::uint8_t> data) {
  for (std::uint32_t i = 0; i * sector_size < data.size(); ++i) {
    const auto sector = data.subspan(i * sector_size, sector_size);
    sectors_[first_sector + i].assign(sector.begin(), sector.end());
  }
}

std::vector<std::uint8_t> ScriptedRecorder::kept(std::uint32_t first_sector, ULONG size) const {
  std::vector<std::uint8_t> data(size);
  for (std::uint32_t i = 0; i * sector_size < size; ++i) {
    const auto found = sectors_.find(first_sector + i);
    if (found != sectors_.end()) std::copy(found->second.begin(), found->second.end(), data.begin() + i * sector_size);
  }
  const std::size_t begin = std::size_t{first_sector} * sector_size;
  if (spoilt_byte_ && *spoilt_byte_ >= begin && *spoilt_byte_ - begin < size) data[*spoilt_byte_ - begin] ^= 1;
  return data;
}

void ScriptedRecorder::refuse(const std::string& command, mmc::Sense sense) {
  script_[hex_of(command)] = {.result = S_IMAPI_COMMAND_HAS_SENSE_DATA, .sense = sense};
}

void ScriptedRecorder::fail(const std::string& command, HRESULT result) {
  script_[hex_of(command)] = {.result = result};
}

void ScriptedRecorder::refuse_once(const std::string& command, mmc::Sense sense) {
  once_.emplace_back(hex_of(command), ScriptedAnswer{.result = S_IMAPI_COMMAND_HAS_SENSE_DATA, .sense = sense});
}

std::vector<std::string> ScriptedRecorder::done() const {
  constexpr std::array looking = {"00", "23", "25", "28", "46", "51", "52", "5a", "ac0", "ac1", "ad"};
  std::vector<std::string> list;
  std::copy_if(heard_.begin(), heard_.end(), std::back_inserter(list), [&](const std::string& line) {
    return std::none_of(looking.begin(), looking.end(), [&](const char* opcode) { return begins_with(line, opcode); });
  });
  return list;
}

ScriptedAnswer ScriptedRecorder::answer(const BYTE* cdb, ULONG size, BYTE sense[18]) {
  const std::string command = bytes::to_hex({cdb, size});
  heard_.push_back(command);
  if (watcher_) watcher_(command);
  ScriptedAnswer given{.result = E_UNEXPECTED};
  const auto once =
      std::find_if(once_.begin(), once_.end(), [&](const auto& entry) { return begins_with(command, entry.first); });
  if (once != once_.end()) {
    given = once->second;
    once_.erase(once);
  } else {
    const std::pair<const std::string, ScriptedAnswer>* found = nullptr;
    for (const auto& entry : script_) {  // in the order of the alphabet: a longer beginning comes later
      if (begins_with(command, entry.first)) found = &entry;
    }
    if (found == nullptr) {
      ADD_FAILURE() << "the script has no answer to " << command;
    } else {
      given = found->second;
    }
  }
  if (given.result == S_IMAPI_COMMAND_HAS_SENSE_DATA) {
    const auto encoded = mmc::encode_fixed(given.sense);
    std::copy(encoded.begin(), encoded.end(), sense);
  }
  return given;
}

HRESULT ScriptedRecorder::AcquireExclusiveAccess(VARIANT_BOOL, BSTR client) {
  const std::lock_guard lock(one_at_a_time_);
  if (FAILED(exclusive_result_)) return exclusive_result_;
  heard_.push_back("acquire " + com::to_utf8(com::text_of(client)));
  return S_OK;
}

HRESULT ScriptedRecorder::ReleaseExclusiveAccess() {
  const std::lock_guard lock(one_at_a_time_);
  heard_.push_back("release");
  return S_OK;
}

HRESULT ScriptedRecorder::SendCommandNoData(BYTE* cdb, ULONG size, BYTE sense[18], ULONG) {
  const std::lock_guard lock(one_at_a_time_);
  return answer(cdb, size, sense).result;
}

HRESULT ScriptedRecorder::SendCommandSendDataToDevice(BYTE* cdb, ULONG size, BYTE sense[18], ULONG, BYTE* data,
                                                      ULONG data_size) {
  const std::lock_guard lock(one_at_a_time_);
  const HRESULT result = answer(cdb, size, sense).result;
  if (result == S_OK && cdb[0] == 0x2a) {
    written_.insert(written_.end(), data, data + data_size);
    keep(address_in(cdb), {data, data_size});
  }
  if (result == S_OK && cdb[0] == 0x55) mode_parameters_.assign(data, data + data_size);
  if (result == S_OK && cdb[0] == 0x04) format_parameters_.assign(data, data + data_size);
  if (result == S_OK && cdb[0] == 0xb6) streaming_.assign(data, data + data_size);
  return result;
}

HRESULT ScriptedRecorder::SendCommandGetDataFromDevice(BYTE* cdb, ULONG size, BYTE sense[18], ULONG, BYTE* data,
                                                       ULONG data_size, ULONG* fetched) {
  const std::lock_guard lock(one_at_a_time_);
  ScriptedAnswer given = answer(cdb, size, sense);
  if (given.from_medium) given.data = kept(address_in(cdb), data_size);
  const ULONG copied = std::min(data_size, static_cast<ULONG>(given.data.size()));
  std::copy_n(given.data.begin(), copied, data);
  if (given.zeros) std::fill(data + copied, data + data_size, std::uint8_t{0});
  *fetched = given.zeros ? data_size : copied;
  return given.result;
}

HRESULT ScriptedRecorder::GetSupportedProfiles(BOOLEAN, IMAPI_PROFILE_TYPE** profiles, ULONG* count) {
  *profiles = nullptr;
  *count = 0;
  if (FAILED(profiles_result_)) return profiles_result_;
  *profiles = static_cast<IMAPI_PROFILE_TYPE*>(CoTaskMemAlloc((profiles_.size() + 1) * sizeof(IMAPI_PROFILE_TYPE)));
  for (const std::uint16_t profile : profiles_) (*profiles)[(*count)++] = static_cast<IMAPI_PROFILE_TYPE>(profile);
  return S_OK;
}

}  // namespace discbench::imapi
