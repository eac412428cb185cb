#include "capability/capability.h"

#include <algorithm>
#include <array>

#include "check/circumstances.h"
#include "check/com_object.h"
#include "check/hresult_names.h"
#include "check/pattern_stream.h"
#include "check/reach.h"

namespace discbench::capability {
namespace {

using check::Answer;
using check::Pointer;
using check::Stage;
using Kind = Offer::Kind;

/// Of an object that is always there: whether it answers one more interface.
Offer offer_of(const Answer& answer) {
  if (answer.granted()) return {Kind::offered, answer.text()};
  const bool refused = answer.hr == E_NOINTERFACE && !answer.left_something;
  return {refused ? Kind::absent : Kind::otherwise, answer.text()};
}

/// Of an interface that has a member: E_NOTIMPL is the member that is not there.
Offer offer_of_member(HRESULT hr) {
  const Kind failed = hr == E_NOTIMPL ? Kind::absent : Kind::otherwise;
  return {SUCCEEDED(hr) ? Kind::offered : failed, check::describe(hr)};
}

template <class Interface>
Offer ask_writer(Stage& stage) {
  return offer_of(check::ask(check::writer_with_recorder(stage).get(), uuid_of<Interface>()));
}

/// One element that answers is enough; the documentation says nothing of how many there are.
template <class Interface>
Offer ask_elements(Stage& stage) {
  Offer offer{Kind::absent, ""};
  for (const check::Element& element : check::reach(stage).elements) {
    const Offer one = offer_of(check::ask(element.dispatch.get(), uuid_of<Interface>()));
    if (one.kind == Kind::offered) return {one.kind, element.name + ": " + one.text};
    if (one.kind == Kind::otherwise) offer.kind = Kind::otherwise;
    offer.text += (offer.text.empty() ? "" : "; ") + element.name + ": " + one.text;
  }
  return offer;
}

/// As the contract's own clauses have it: a class that is not offered is nothing to be judged.
constexpr std::string_view no_class = "CLASS_E_CLASSNOTAVAILABLE or E_NOTIMPL";
bool is_absent(HRESULT of_class) { return of_class == CLASS_E_CLASSNOTAVAILABLE || of_class == E_NOTIMPL; }

template <class Interface>
Offer ask_class(Stage& stage, REFCLSID clsid) {
  void* object = nullptr;
  const HRESULT hr = stage.subject.create_object(clsid, uuid_of<Interface>(), &object);
  if (FAILED(hr)) return {is_absent(hr) ? Kind::absent : Kind::otherwise, check::describe(hr)};
  Pointer<Interface>::adopt(static_cast<Interface*>(object));
  return {Kind::offered, check::describe(hr)};
}

Offer ask_recorder(Stage& stage) { return ask_class<IDiscRecorder2>(stage, CLSID_MsftDiscRecorder2); }
Offer ask_eraser(Stage& stage) { return ask_class<IDiscFormat2Erase>(stage, CLSID_MsftDiscFormat2Erase); }
Offer ask_master(Stage& stage) { return ask_class<IDiscMaster2>(stage, CLSID_MsftDiscMaster2); }

/// Without the class there is no object that could answer the interface.
Offer ask_recorder_ex(Stage& stage) {
  void* object = nullptr;
  const HRESULT hr = stage.subject.create_object(CLSID_MsftDiscRecorder2, IID_IDiscRecorder2, &object);
  if (FAILED(hr)) {
    return {is_absent(hr) ? Kind::absent : Kind::otherwise, "MsftDiscRecorder2: " + check::describe(hr)};
  }
  const auto recorder = Pointer<IDiscRecorder2>::adopt(static_cast<IDiscRecorder2*>(object));
  return offer_of(check::ask(recorder.get(), IID_IDiscRecorder2Ex));
}

Offer ask_last_written(Stage& stage) {
  const check::Elements elements = check::reach(stage).elements;
  const auto found = std::find_if(elements.begin(), elements.end(),
                                  [](const auto& element) { return static_cast<bool>(element.sequential); });
  stage.checker.require("get_MultisessionInterfaces", found != elements.end(),
                        "an element that answers IMultisessionSequential", "none");
  LONG address = 0;
  return offer_of_member(found->sequential->get_LastWrittenAddressOfPreviousSession(&address));
}

Offer ask_write(Stage& stage) {
  const check::Reached reached = check::reach_writer(stage);
  check::name_the_client(reached.writer.get());
  const auto stream = Pointer<IStream>::adopt(new check::PatternStream(check::burned_sectors, nullptr));
  return offer_of_member(reached.writer->Write(stream.get()));
}

constexpr std::array<Capability, capability_count> table{
    Capability{"sequential2", "capability.sequential2", "IMultisessionSequential2 on an element of the list",
               "E_NOINTERFACE", "nn-imapi2-imultisessionsequential2", "cd-r/one-session",
               ask_elements<IMultisessionSequential2>},
    Capability{"random-write", "capability.random-write", "IMultisessionRandomWrite on an element of the list",
               "E_NOINTERFACE", "nn-imapi2-imultisessionrandomwrite", "dvd-plus-rw/written",
               ask_elements<IMultisessionRandomWrite>},
    Capability{"last-written-address", "capability.last-written-address",
               "IMultisessionSequential::get_LastWrittenAddressOfPreviousSession", "E_NOTIMPL",
               "nf-imapi2-imultisessionsequential-get_lastwrittenaddressofprevioussession", "cd-r/one-session",
               ask_last_written},
    Capability{"write", "capability.write", "IDiscFormat2Data::Write", "E_NOTIMPL", "nf-imapi2-idiscformat2data-write",
               "cd-r/blank", ask_write},
    Capability{"burn-verification", "capability.burn-verification", "IBurnVerification on the writer", "E_NOINTERFACE",
               "nn-imapi2-iburnverification", "cd-r/blank", ask_writer<IBurnVerification>},
    Capability{"events", "capability.events", "IConnectionPointContainer on the writer", "E_NOINTERFACE",
               "nf-ocidl-iconnectionpointcontainer-findconnectionpoint", "cd-r/blank",
               ask_writer<IConnectionPointContainer>},
    Capability{"erase", "capability.erase", "the class MsftDiscFormat2Erase", no_class, "nn-imapi2-idiscformat2erase",
               "cd-r/blank", ask_eraser},
    Capability{"recorder", "capability.recorder", "the class MsftDiscRecorder2", no_class, "nn-imapi2-idiscrecorder2",
               "cd-r/blank", ask_recorder},
    Capability{"recorder-ex", "capability.recorder-ex", "IDiscRecorder2Ex on MsftDiscRecorder2",
               "E_NOINTERFACE, or no MsftDiscRecorder2", "nn-imapi2-idiscrecorder2ex", "cd-r/blank", ask_recorder_ex},
    Capability{"master", "capability.master", "the class MsftDiscMaster2", no_class, "nn-imapi2-idiscmaster2",
               "cd-r/blank", ask_master},
};

}  // namespace

std::span<const Capability> capabilities() { return table; }

const Capability* find(std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(), [name](const auto& one) { return one.name == name; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace discbench::capability
