#include "check/disc_facts.h"

#include <array>
#include <optional>

#include "com/text.h"

namespace discbench::check {
namespace {

constexpr int tries_max = 10;
constexpr std::uint32_t sector_size_bytes = 2048;
constexpr ULONG timeout_seconds = 10;

struct Answer {
  HRESULT hr = E_NOINTERFACE;
  std::optional<DiscFacts> facts{};
};

Answer ask(IDiscRecorder2* recorder) {
  constexpr ULONG least_size = 12;
  const auto device = query<IDiscRecorder2Ex>(recorder);
  Answer answer;
  for (int tries = 0; device && tries < tries_max; ++tries) {
    BYTE* data = nullptr;
    ULONG size = 0;
    answer.hr = device->GetDiscInformation(&data, &size);
    if (FAILED(answer.hr)) continue;
    const std::vector<std::uint8_t> bytes(data, data + size);
    CoTaskMemFree(data);
    if (size < least_size) break;
    answer.facts = DiscFacts{.status = static_cast<DiscFacts::Status>(bytes[2] & 3u),
                             .sessions = static_cast<std::uint32_t>(bytes[4] | (bytes[9] << 8))};
    break;
  }
  return answer;
}

/// Whoever has the device to himself; empty where nobody has.
std::string owner_of(IDiscRecorder2* recorder) {
  BSTR owner = nullptr;
  if (FAILED(recorder->get_ExclusiveAccessOwner(&owner))) return "";
  std::string text = com::to_utf8(com::text_of(owner));
  SysFreeString(owner);
  return text;
}

}  // namespace

std::string DiscFacts::text() const {
  constexpr std::array names{"blank", "appendable", "finalised", "of another status"};
  return std::string(names[static_cast<std::size_t>(status)]) + ", " + std::to_string(sessions) + " sessions";
}

DiscFacts ask_disc_if_it_answers(Stage& stage, IDiscRecorder2* recorder) {
  const Answer answer = ask(recorder);
  if (!answer.facts) stage.checker.not_applicable("the device does not tell of its disc: " + describe(answer.hr));
  return *answer.facts;
}

DiscFacts ask_disc(Stage& stage, IDiscRecorder2* recorder) {
  const Answer answer = ask(recorder);
  if (!answer.facts) {
    // The rig's recorder is used for nothing else in such a case: who has locked the device is the subject.
    const std::string owner = owner_of(recorder);
    stage.checker.require("READ DISC INFORMATION by the rig's recorder after a call of the subject", owner.empty(),
                          "a device that is let go of", "exclusive access is still held by \"" + owner + "\"");
    stage.checker.blocked_by_rig("READ DISC INFORMATION by the rig's recorder", "12 bytes or more",
                                 describe(answer.hr));
  }
  return *answer.facts;
}

void compare_let_go(Stage& stage, std::string_view call, HRESULT hr) {
  const auto other = create_recorder(stage);
  const com::String name(OLESTR("another"));
  const HRESULT acquired = other->AcquireExclusiveAccess(VARIANT_TRUE, name.get());
  stage.checker.compare(
      "AcquireExclusiveAccess by another recorder after " + std::string(call) + ", which answered " + describe(hr),
      SUCCEEDED(acquired), "success: nobody has the device to himself",
      describe(acquired) + ", held by \"" + owner_of(other.get()) + "\"");
  if (SUCCEEDED(acquired)) other->ReleaseExclusiveAccess();
}

std::vector<std::uint8_t> read_sector(IDiscRecorder2* recorder, std::int64_t sector) {
  const auto device = query<IDiscRecorder2Ex>(recorder);
  if (!device) return {};
  const auto address = static_cast<std::uint32_t>(sector);
  std::array<BYTE, 10> cdb{0x28,
                           0,
                           static_cast<BYTE>(address >> 24),
                           static_cast<BYTE>(address >> 16),
                           static_cast<BYTE>(address >> 8),
                           static_cast<BYTE>(address),
                           0,
                           0,
                           1,
                           0};
  std::vector<std::uint8_t> bytes(sector_size_bytes);
  for (int tries = 0; tries < tries_max; ++tries) {
    std::array<BYTE, 18> sense{};
    ULONG fetched = 0;
    const HRESULT hr = device->SendCommandGetDataFromDevice(cdb.data(), cdb.size(), sense.data(), timeout_seconds,
                                                            bytes.data(), sector_size_bytes, &fetched);
    if (hr == S_OK && fetched == sector_size_bytes) return bytes;
  }
  return {};
}

}  // namespace discbench::check
