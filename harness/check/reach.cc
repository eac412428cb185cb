#include "check/reach.h"

#include "check/circumstances.h"
#include "check/multisession_list.h"

namespace discbench::check {
namespace {

std::string name_of(const Element& element, std::size_t place) {
  std::string interfaces;
  if (element.sequential2) {
    interfaces = "IMultisessionSequential2";
  } else if (element.sequential) {
    interfaces = "IMultisessionSequential";
  }
  if (element.random_write)
    interfaces += interfaces.empty() ? "IMultisessionRandomWrite" : ", IMultisessionRandomWrite";
  if (interfaces.empty()) interfaces = "IMultisession only";
  return "element " + std::to_string(place) + " (" + interfaces + ")";
}

Element open_element(Checker& checker, const VARIANT& variant, std::size_t place) {
  const std::string position = "element " + std::to_string(place) + " of get_MultisessionInterfaces";
  checker.require(position, variant.vt == VT_DISPATCH && variant.pdispVal != nullptr, "VT_DISPATCH and an object",
                  "vt " + std::to_string(variant.vt));
  Element element;
  element.dispatch = Pointer<IDispatch>(variant.pdispVal);
  element.multisession = query<IMultisession>(variant.pdispVal);
  element.sequential = query<IMultisessionSequential>(variant.pdispVal);
  element.sequential2 = query<IMultisessionSequential2>(variant.pdispVal);
  element.random_write = query<IMultisessionRandomWrite>(variant.pdispVal);
  checker.require(position, static_cast<bool>(element.multisession), "an object that answers IMultisession",
                  "QueryInterface(IMultisession) refused");
  element.name = name_of(element, place);
  return element;
}

}  // namespace

Pointer<IDiscRecorder2> create_recorder(Stage& stage) {
  auto recorder = Pointer<IDiscRecorder2>::adopt(stage.rig.create_recorder());
  if (!recorder) stage.checker.blocked_by_rig("the rig's recorder", "an IDiscRecorder2", "none");
  return recorder;
}

Pointer<IDiscFormat2Data> create_writer(Stage& stage) {
  Pointer<IDiscFormat2Data> writer;
  stage.checker.require("CreateInstance of MsftDiscFormat2Data", stage.subject.create_writer(writer.put()));
  stage.checker.require("CreateInstance of MsftDiscFormat2Data", static_cast<bool>(writer), "an object", "NULL");
  return writer;
}

Elements open_elements(Stage& stage, const MultisessionList& list) {
  stage.checker.require("get_MultisessionInterfaces", list.size() > 0, "an array of VARIANT with at least one element",
                        std::to_string(list.size()) + " elements of vt " + std::to_string(list.type()));
  Elements elements;
  for (std::size_t index = 0; index < list.size(); ++index) {
    elements.push_back(open_element(stage.checker, list.at(index), index + 1));
  }
  return elements;
}

Elements list_elements(Stage& stage, IDiscFormat2Data* writer) {
  return open_elements(stage, step_list(stage, writer));
}

Reached reach_writer(Stage& stage) {
  Reached reached;
  reached.recorder = create_recorder(stage);
  reached.writer = create_writer(stage);
  stage.checker.require("put_Recorder", reached.writer->put_Recorder(reached.recorder.get()));
  return reached;
}

Pointer<IDiscFormat2Data> writer_with_recorder(Stage& stage) { return reach_writer(stage).writer; }

Reached reach(Stage& stage) {
  Reached reached = reach_writer(stage);
  reached.elements = list_elements(stage, reached.writer.get());
  return reached;
}

Reached reach_without_recorder(Stage& stage) {
  Reached reached;
  reached.writer = create_writer(stage);
  const HRESULT hr = MultisessionList().ask(reached.writer.get());
  if (FAILED(hr)) stage.checker.not_applicable("no elements without a recorder: " + describe(hr));
  reached.elements = list_elements(stage, reached.writer.get());
  return reached;
}

bool is_supported(const Element& element) {
  const auto supported = [&] {
    return read(element.multisession.get(), &IMultisession::get_IsSupportedOnCurrentMediaState);
  };
  return when_ready(supported).is_true();
}

const void* identity_of(IUnknown* object) { return query<IUnknown>(object).get(); }

}  // namespace discbench::check
