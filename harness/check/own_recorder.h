// The subject's own recorder class, bound to a device, where it offers one.
#pragma once

#include <string>

#include "check/offered.h"
#include "com/text.h"

namespace discbench::check {

struct OwnRecorder {
  Pointer<IDiscRecorder2> recorder;
  std::u16string id;  ///< of the device that it is bound to

  std::string id_text() const { return com::to_utf8(id); }
};

/// A new MsftDiscRecorder2 of the subject, bound to nothing. Not applicable where the subject does not offer it.
Pointer<IDiscRecorder2> create_unbound_recorder(Stage& stage);
/// The same, bound: to the scenario's device by the id that the rig's recorder has, as the builtin subject knows it, or
/// else to the first device that the subject's own IDiscMaster2 lists. Not applicable where the subject knows neither.
OwnRecorder open_own_recorder(Stage& stage);
/// A second one, for the same device.
OwnRecorder open_another(Stage& stage, const OwnRecorder& first);

/// The same as IDiscRecorder2Ex; blocked by the subject where it is refused.
Pointer<IDiscRecorder2Ex> step_commands(Stage& stage, const OwnRecorder& own);

/// A BSTR that a getter answers, freed; `hr` of a failure and an empty text.
struct Text {
  HRESULT hr = E_UNEXPECTED;
  std::u16string text{};

  std::string describe() const;
};
template <class Object, class Interface>
Text read_text(Object* object, HRESULT (STDMETHODCALLTYPE Interface::*get)(BSTR*)) {
  BSTR out = nullptr;
  Text text{.hr = (object->*get)(&out)};
  if (FAILED(text.hr)) return text;
  text.text = com::text_of(out);
  SysFreeString(out);
  return text;
}

/// Bytes that a member hands out, freed; empty after a failure.
struct Bytes {
  HRESULT hr = E_UNEXPECTED;
  std::vector<std::uint8_t> bytes{};
  bool consistent = true;  ///< a success came with a pointer, or with no bytes

  std::string describe() const;
};
/// `call` makes the call with the two out parameters.
template <class Call>
Bytes read_bytes(Call&& call) {
  BYTE* data = nullptr;
  ULONG size = 0;
  Bytes answer{.hr = call(&data, &size)};
  if (FAILED(answer.hr)) return answer;
  answer.consistent = data != nullptr || size == 0;
  if (data != nullptr) answer.bytes.assign(data, data + size);
  CoTaskMemFree(data);
  return answer;
}

/// Asked again while the device reports a change.
template <class Call>
Bytes settled_bytes(Call&& call) {
  constexpr int tries_max = 10;
  Bytes answer = read_bytes(call);
  for (int tries = 1; tries < tries_max && FAILED(answer.hr); ++tries) answer = read_bytes(call);
  return answer;
}

/// A command whose data comes back, sent until the device does not report a change any more.
Bytes send_for_data(IDiscRecorder2Ex* device, std::vector<BYTE> cdb, ULONG size);

}  // namespace discbench::check
