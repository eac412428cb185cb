#include "check/own_recorder.h"

#include <algorithm>
#include <array>

namespace discbench::check {
namespace {

constexpr ULONG timeout_seconds = 10;

bool bind(IDiscRecorder2* recorder, const std::u16string& id) {
  const com::String text(id);
  return SUCCEEDED(recorder->InitializeDiscRecorder(text.get()));
}

std::vector<std::u16string> ids_of_the_subject(Stage& stage) {
  void* object = nullptr;
  std::vector<std::u16string> ids;
  if (FAILED(stage.subject.create_object(CLSID_MsftDiscMaster2, IID_IDiscMaster2, &object))) return ids;
  const auto master = Pointer<IDiscMaster2>::adopt(static_cast<IDiscMaster2*>(object));
  BSTR id = nullptr;
  if (FAILED(master->get_Item(0, &id)) || id == nullptr) return ids;
  ids.push_back(com::text_of(id));
  SysFreeString(id);
  return ids;
}

/// What a recorder says of its device is compared with what it said before: a disc that is recognised in between, and
/// the attention that tells of it, would be taken for a difference.
void wait_until_recognised(IDiscRecorder2* recorder) {
  constexpr int tries_max = 20;
  const auto commands = query<IDiscRecorder2Ex>(recorder);
  for (int tries = 0; commands && tries < tries_max; ++tries) {
    std::array<BYTE, 6> test_unit_ready{};
    std::array<BYTE, 18> sense{};
    if (commands->SendCommandNoData(test_unit_ready.data(), 6, sense.data(), timeout_seconds) == S_OK) return;
    const bool attention = (sense[2] & 0x0F) == 6;
    const bool becoming_ready = (sense[2] & 0x0F) == 2 && sense[12] == 0x04 && sense[13] == 0x01;
    if (!attention && !becoming_ready) return;
  }
}

}  // namespace

Pointer<IDiscRecorder2> create_unbound_recorder(Stage& stage) {
  return create_offered<IDiscRecorder2>(stage, CLSID_MsftDiscRecorder2, "MsftDiscRecorder2");
}

OwnRecorder open_own_recorder(Stage& stage) {
  OwnRecorder own{.recorder = create_unbound_recorder(stage), .id = {}};
  const auto rigs = create_recorder(stage);
  std::vector<std::u16string> ids{read_text(rigs.get(), &IDiscRecorder2::get_ActiveDiscRecorder).text};
  const std::vector<std::u16string> more = ids_of_the_subject(stage);
  ids.insert(ids.end(), more.begin(), more.end());
  for (const std::u16string& id : ids) {
    if (id.empty() || !bind(own.recorder.get(), id)) continue;
    own.id = id;
    wait_until_recognised(own.recorder.get());
    return own;
  }
  stage.checker.not_applicable("the subject's recorder binds to no device that is known here");
}

OwnRecorder open_another(Stage& stage, const OwnRecorder& first) {
  OwnRecorder own{.recorder = create_unbound_recorder(stage), .id = first.id};
  const com::String id(first.id);
  stage.checker.require("InitializeDiscRecorder of a second recorder", own.recorder->InitializeDiscRecorder(id.get()));
  return own;
}

Pointer<IDiscRecorder2Ex> step_commands(Stage& stage, const OwnRecorder& own) {
  auto commands = query<IDiscRecorder2Ex>(own.recorder.get());
  stage.checker.require("MsftDiscRecorder2, then QueryInterface(IDiscRecorder2Ex)", static_cast<bool>(commands),
                        "an interface", "a refusal");
  return commands;
}

std::string Text::describe() const {
  if (FAILED(hr)) return check::describe(hr);
  return check::describe(hr) + " with \"" + com::to_utf8(text) + "\"";
}

std::string Bytes::describe() const {
  if (FAILED(hr)) return check::describe(hr);
  return check::describe(hr) + " with " + std::to_string(bytes.size()) + " bytes" + (consistent ? "" : " at NULL");
}

Bytes send_for_data(IDiscRecorder2Ex* device, std::vector<BYTE> cdb, ULONG size) {
  constexpr int tries_max = 10;
  Bytes answer;
  for (int tries = 0; tries < tries_max; ++tries) {
    std::array<BYTE, 18> sense{};
    ULONG fetched = 0;
    std::vector<BYTE> buffer(size);
    const auto cdb_size = static_cast<ULONG>(cdb.size());
    answer.hr = device->SendCommandGetDataFromDevice(cdb.data(), cdb_size, sense.data(), timeout_seconds, buffer.data(),
                                                     size, &fetched);
    answer.consistent = fetched <= size;
    if (answer.hr != S_OK) continue;
    buffer.resize(std::min(fetched, size));
    answer.bytes = buffer;
    return answer;
  }
  return answer;
}

}  // namespace discbench::check
