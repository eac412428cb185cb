// Connection points, where the writer offers them, and what a sink is told of a burn.
#include <array>

#include "check/circumstances.h"
#include "check/event_sink.h"
#include "check/groups.h"
#include "check/offered.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view container_page = "nf-ocidl-iconnectionpointcontainer-findconnectionpoint";
constexpr std::string_view advise_page = "nf-ocidl-iconnectionpoint-advise";
constexpr std::string_view update_page = "nf-imapi2-ddiscformat2dataevents-update";
constexpr std::string_view arguments_page = "nn-imapi2-idiscformat2dataeventargs";

struct Connectable {
  Reached reached;
  Pointer<IConnectionPointContainer> container;
};

Connectable reach_container(Stage& stage) {
  Connectable found;
  found.reached = reach_writer(stage);
  found.container = query<IConnectionPointContainer>(found.reached.writer.get());
  if (!found.container) stage.checker.not_applicable("the writer does not offer IConnectionPointContainer");
  return found;
}

Pointer<IConnectionPoint> find_point(Stage& stage, const Connectable& from) {
  IConnectionPoint* point = nullptr;
  const HRESULT hr = from.container->FindConnectionPoint(IID_DDiscFormat2DataEvents, &point);
  stage.checker.require("FindConnectionPoint(DDiscFormat2DataEvents)", hr);
  stage.checker.require("FindConnectionPoint(DDiscFormat2DataEvents)", point != nullptr, "an object", "NULL");
  return Pointer<IConnectionPoint>::adopt(point);
}

void finds_the_sinks_interface(Stage& stage) {
  const Connectable from = reach_container(stage);
  IConnectionPoint* point = nullptr;
  const HRESULT hr = from.container->FindConnectionPoint(IID_DDiscFormat2DataEvents, &point);
  const auto owned = SUCCEEDED(hr) ? Pointer<IConnectionPoint>::adopt(point) : Pointer<IConnectionPoint>();
  stage.checker.compare("FindConnectionPoint(DDiscFormat2DataEvents)", static_cast<bool>(owned),
                        "success with a connection point", describe(hr));
}

void refuses_another_interface(Stage& stage) {
  const Connectable from = reach_container(stage);
  IConnectionPoint* point = nullptr;
  const HRESULT hr = from.container->FindConnectionPoint(IID_IStream, &point);
  stage.checker.compare("FindConnectionPoint(IStream)", FAILED(hr) && point == nullptr,
                        "failure, CONNECT_E_NOCONNECTION (0x80040200) by the documentation, with NULL",
                        describe(hr) + (point == nullptr ? " with NULL" : " with a pointer"));
}

void enumerates_the_point(Stage& stage) {
  const Connectable from = reach_container(stage);
  IEnumConnectionPoints* out = nullptr;
  const HRESULT hr = from.container->EnumConnectionPoints(&out);
  skip_not_implemented(stage, "EnumConnectionPoints", hr);
  stage.checker.require("EnumConnectionPoints", hr);
  const auto enumerator = Pointer<IEnumConnectionPoints>::adopt(out);
  bool found = false;
  IConnectionPoint* point = nullptr;
  for (ULONG fetched = 0; enumerator->Next(1, &point, &fetched) == S_OK && fetched == 1; fetched = 0) {
    const auto owned = Pointer<IConnectionPoint>::adopt(point);
    IID iid{};
    owned->GetConnectionInterface(&iid);
    found = found || iid == IID_DDiscFormat2DataEvents;
  }
  stage.checker.compare("EnumConnectionPoints", found, "a connection point of DDiscFormat2DataEvents", "none");
}

void knows_its_interface_and_container(Stage& stage) {
  const Connectable from = reach_container(stage);
  const auto point = find_point(stage, from);
  IID iid{};
  const HRESULT of_interface = point->GetConnectionInterface(&iid);
  stage.checker.compare("GetConnectionInterface", SUCCEEDED(of_interface) && iid == IID_DDiscFormat2DataEvents,
                        "success with DDiscFormat2DataEvents", describe(of_interface));
  IConnectionPointContainer* out = nullptr;
  const HRESULT of_container = point->GetConnectionPointContainer(&out);
  const auto container =
      SUCCEEDED(of_container) ? Pointer<IConnectionPointContainer>::adopt(out) : Pointer<IConnectionPointContainer>();
  stage.checker.compare("GetConnectionPointContainer",
                        container && identity_of(container.get()) == identity_of(from.reached.writer.get()),
                        "success with the writer", describe(of_container));
}

/// Connects and lets go again: every reference that was taken is given back.
void connects_and_lets_go(Stage& stage) {
  const Connectable from = reach_container(stage);
  const auto point = find_point(stage, from);
  const auto sink = Pointer<EventSink>::adopt(new EventSink);
  const std::uint32_t before = references_of(sink.get());
  DWORD cookie = 0;
  stage.checker.succeeded("Advise", point->Advise(sink.get(), &cookie));
  stage.checker.compare("the cookie of Advise", cookie != 0, "another number than 0", std::to_string(cookie));
  stage.checker.compare("the sink's references after Advise", references_of(sink.get()) > before,
                        "more than " + std::to_string(before), std::to_string(references_of(sink.get())));
  stage.checker.succeeded("Unadvise", point->Unadvise(cookie));
  stage.checker.compare("the sink's references after Unadvise", references_of(sink.get()) == before,
                        std::to_string(before), std::to_string(references_of(sink.get())));
  const HRESULT again = point->Unadvise(cookie);
  stage.checker.compare("Unadvise of the same cookie", FAILED(again),
                        "failure, CONNECT_E_NOCONNECTION (0x80040200) by the documentation", describe(again));
}

void survives_null(Stage& stage) {
  const Connectable from = reach_container(stage);
  const auto point = find_point(stage, from);
  const auto refuses = [&](std::string_view call, HRESULT hr) {
    stage.checker.compare(call, FAILED(hr), "failure, E_POINTER (0x80004003) by the documentation", describe(hr));
  };
  DWORD cookie = 0;
  const auto sink = Pointer<EventSink>::adopt(new EventSink);
  refuses("FindConnectionPoint(DDiscFormat2DataEvents, NULL)",
          from.container->FindConnectionPoint(IID_DDiscFormat2DataEvents, nullptr));
  refuses("Advise(NULL, cookie)", point->Advise(nullptr, &cookie));
  refuses("Advise(sink, NULL)", point->Advise(sink.get(), nullptr));
  refuses("GetConnectionInterface(NULL)", point->GetConnectionInterface(nullptr));
}

/// Burns with a sink connected, and hands over what it was told.
std::vector<Progress> told_of_a_burn(Stage& stage, const Connectable& from) {
  const auto point = find_point(stage, from);
  const auto sink = Pointer<EventSink>::adopt(new EventSink);
  DWORD cookie = 0;
  stage.checker.require("Advise", point->Advise(sink.get(), &cookie));
  burn(stage, from.reached, burned_sectors);
  point->Unadvise(cookie);
  return sink->told();
}

void tells_of_a_burn(Stage& stage) {
  const Connectable from = reach_container(stage);
  const std::vector<Progress> told = told_of_a_burn(stage, from);
  stage.checker.compare("Write with a sink connected", !told.empty(), "Update is called once or more", "never");
  stage.checker.note("Update was called " + std::to_string(told.size()) + " times for " +
                     std::to_string(burned_sectors) + " sectors");
}

void names_the_writer(Stage& stage) {
  const Connectable from = reach_container(stage);
  for (const Progress& one : told_of_a_burn(stage, from)) {
    const bool same = one.has_writer && one.writer == identity_of(from.reached.writer.get());
    stage.checker.compare("the object of Update", same, "the writer", one.has_writer ? "another object" : "NULL");
    stage.checker.compare("the progress of Update, then QueryInterface(IDiscFormat2DataEventArgs)", one.has_arguments,
                          "an interface", "a refusal");
  }
  if (stage.checker.checks() == 0) stage.checker.not_applicable("Update was never called");
}

void tells_documented_values(Stage& stage) {
  const Connectable from = reach_container(stage);
  for (const Progress& one : told_of_a_burn(stage, from)) {
    if (!one.has_arguments) continue;
    const bool listed = one.action.value >= IMAPI_FORMAT2_DATA_WRITE_ACTION_VALIDATING_MEDIA &&
                        one.action.value <= IMAPI_FORMAT2_DATA_WRITE_ACTION_VERIFYING;
    stage.checker.compare("CurrentAction of Update", one.action.succeeded() && !one.action.untouched && listed,
                          "success with 0 to 7", describe(one.action));
    for (const auto& [name, reading] :
         {std::pair{"ElapsedTime", one.elapsed_seconds}, std::pair{"RemainingTime", one.remaining_seconds},
          std::pair{"TotalTime", one.total_seconds}}) {
      stage.checker.compare(std::string(name) + " of Update",
                            !reading.succeeded() || (!reading.untouched && reading.value >= 0),
                            "failure, or success with 0 seconds or more", describe(reading));
    }
  }
  if (stage.checker.checks() == 0) stage.checker.not_applicable("Update was never called with arguments");
}

void comes_in_order(Stage& stage) {
  const Connectable from = reach_container(stage);
  std::int64_t elapsed = 0;
  std::string actions;
  for (const Progress& one : told_of_a_burn(stage, from)) {
    if (!one.has_arguments) continue;
    if (one.elapsed_seconds.succeeded()) {
      stage.checker.compare("ElapsedTime of Update, one after the other", one.elapsed_seconds.value >= elapsed,
                            std::to_string(elapsed) + " or more", describe(one.elapsed_seconds));
      elapsed = one.elapsed_seconds.value;
    }
    const std::string action = std::to_string(one.action.value);
    if (!actions.ends_with(" " + action)) actions += " " + action;
  }
  stage.checker.note("the actions came in this order:" + actions);
  if (stage.checker.checks() == 0) stage.checker.not_applicable("Update was never called with a time");
}

void is_silent_after_unadvise(Stage& stage) {
  const Connectable from = reach_container(stage);
  const auto point = find_point(stage, from);
  const auto sink = Pointer<EventSink>::adopt(new EventSink);
  DWORD cookie = 0;
  stage.checker.require("Advise", point->Advise(sink.get(), &cookie));
  stage.checker.require("Unadvise", point->Unadvise(cookie));
  burn(stage, from.reached, burned_sectors);
  stage.checker.compare("Write after Unadvise", sink->told().empty(), "Update is not called",
                        std::to_string(sink->told().size()) + " calls");
}

constexpr std::array entries{
    Entry{{.id = "events.container.find",
           .page = container_page,
           .level = Level::must,
           .statement = "The writer has a connection point for DDiscFormat2DataEvents, its source interface."},
          nullptr,
          finds_the_sinks_interface},
    Entry{{.id = "events.container.unknown",
           .page = container_page,
           .level = Level::must,
           .statement = "An interface that is no source of the writer is refused, with NULL."},
          nullptr,
          refuses_another_interface},
    Entry{{.id = "events.container.enumerate",
           .page = "nf-ocidl-iconnectionpointcontainer-enumconnectionpoints",
           .level = Level::must,
           .statement = "The enumeration of connection points holds the one of DDiscFormat2DataEvents."},
          nullptr,
          enumerates_the_point},
    Entry{{.id = "events.connection-point.interface",
           .page = "nf-ocidl-iconnectionpoint-getconnectioninterface",
           .level = Level::must,
           .statement = "A connection point knows its interface and the writer that it belongs to."},
          nullptr,
          knows_its_interface_and_container},
    Entry{{.id = "events.connection-point.advise",
           .page = advise_page,
           .level = Level::must,
           .statement = "Advise holds the sink under a cookie; Unadvise lets go of it, once."},
          nullptr,
          connects_and_lets_go},
    Entry{{.id = "events.connection-point.null",
           .page = advise_page,
           .level = Level::must,
           .statement = "A NULL pointer is answered by failure, and survived."},
          nullptr,
          survives_null},
    Entry{{.id = "events.update.called",
           .page = update_page,
           .level = Level::must,
           .statement = "A connected sink is told of a burn."},
          why_not_writable,
          tells_of_a_burn},
    Entry{{.id = "events.update.arguments",
           .page = update_page,
           .level = Level::must,
           .statement = "Update names the writer, and its progress answers IDiscFormat2DataEventArgs."},
          why_not_writable,
          names_the_writer},
    Entry{{.id = "events.update.values",
           .page = arguments_page,
           .level = Level::must,
           .statement = "The action is one of the enumeration, and times are seconds that are not negative."},
          why_not_writable,
          tells_documented_values},
    Entry{{.id = "events.update.order",
           .page = arguments_page,
           .level = Level::may,
           .statement = "The elapsed time never goes back; the order of the actions is told."},
          why_not_writable,
          comes_in_order},
    Entry{{.id = "events.update.after-unadvise",
           .page = "nf-ocidl-iconnectionpoint-unadvise",
           .level = Level::must,
           .statement = "A sink that was let go of is told nothing any more."},
          why_not_writable,
          is_silent_after_unadvise},
};

}  // namespace

std::span<const Entry> event_clauses() { return entries; }

}  // namespace discbench::check
