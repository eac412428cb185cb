#include "check/import_recorder.h"

#include "com/text.h"

namespace discbench::check {

std::string ImportRecorder::text() const {
  return describe(hr) + (left_something || recorder ? " with an object" : " with NULL");
}

ImportRecorder import_recorder_of(const Element& element) {
  IDiscRecorder2* out = nullptr;
  const HRESULT hr = element.multisession->get_ImportRecorder(&out);
  if (FAILED(hr)) return {.hr = hr, .left_something = out != nullptr};
  return {.hr = hr, .recorder = Pointer<IDiscRecorder2>::adopt(out)};
}

void for_each_import_recorder(
    Stage& stage, const std::function<void(const Element&, IDiscRecorder2* recorder, const Reached&)>& look) {
  const Reached reached = reach(stage);
  std::size_t found = 0;
  for (const Element& element : reached.elements) {
    const ImportRecorder import = import_recorder_of(element);
    if (!import.recorder) continue;
    ++found;
    look(element, import.recorder.get(), reached);
  }
  if (found == 0) stage.checker.not_applicable("no element answers an import recorder in this state");
}

std::string device_of(IDiscRecorder2* recorder) {
  BSTR id = nullptr;
  const HRESULT hr = recorder->get_ActiveDiscRecorder(&id);
  if (FAILED(hr)) return describe(hr);
  const std::u16string text = com::text_of(id);
  SysFreeString(id);
  return com::to_utf8(text);
}

}  // namespace discbench::check
