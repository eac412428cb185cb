// The events of IDiscMaster2, where the list of recorders offers connection points: a device that came, one that went.
#include <array>

#include "check/event_sink.h"
#include "check/groups.h"
#include "check/offered.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view added_page = "nf-imapi2-ddiscmaster2events-notifydeviceadded";
constexpr std::string_view removed_page = "nf-imapi2-ddiscmaster2events-notifydeviceremoved";
constexpr std::string_view no_device_moves = "the rig plugs no device in and takes none away";

/// Counts what it is told. Begins with one reference, which is the creator's.
class DeviceSink final : public com::DispatchObject<com::Serves<DDiscMaster2Events, IDispatch>> {
 public:
  DeviceSink() : DispatchObject({}) {}

  HRESULT STDMETHODCALLTYPE NotifyDeviceAdded(IDispatch*, BSTR) override { return count(); }
  HRESULT STDMETHODCALLTYPE NotifyDeviceRemoved(IDispatch*, BSTR) override { return count(); }

  std::uint32_t told() const { return told_; }

 private:
  ~DeviceSink() override = default;
  HRESULT count() {
    ++told_;
    return S_OK;
  }

  std::uint32_t told_ = 0;
};

/// Every reference that was taken is given back, and no device that stays where it is is told of.
void connects_a_sink(Stage& stage) {
  const auto master = create_offered<IDiscMaster2>(stage, CLSID_MsftDiscMaster2, "MsftDiscMaster2");
  const auto container = query<IConnectionPointContainer>(master.get());
  if (!container) stage.checker.not_applicable("MsftDiscMaster2 does not offer IConnectionPointContainer");
  IConnectionPoint* out = nullptr;
  const HRESULT found = container->FindConnectionPoint(IID_DDiscMaster2Events, &out);
  const auto point = SUCCEEDED(found) ? Pointer<IConnectionPoint>::adopt(out) : Pointer<IConnectionPoint>();
  if (!stage.checker.compare("FindConnectionPoint(DDiscMaster2Events) of MsftDiscMaster2", static_cast<bool>(point),
                             "success with a connection point", describe(found))) {
    return;
  }
  const auto sink = Pointer<DeviceSink>::adopt(new DeviceSink);
  const std::uint32_t before = references_of(sink.get());
  DWORD cookie = 0;
  stage.checker.succeeded("Advise", point->Advise(sink.get(), &cookie));
  stage.checker.compare("the sink, with no device that comes or goes", sink->told() == 0, "told nothing",
                        "told " + std::to_string(sink->told()) + " times");
  stage.checker.succeeded("Unadvise", point->Unadvise(cookie));
  stage.checker.compare("the sink's references after Unadvise", references_of(sink.get()) == before,
                        std::to_string(before), std::to_string(references_of(sink.get())));
}

constexpr std::array entries{
    Entry{{.id = "events.notify-device-added.connection",
           .page = added_page,
           .level = Level::may,
           .statement = "A list of recorders that has connection points has one for DDiscMaster2Events; a sink is held "
                        "and let go of, and hears of no device that does not come or go."},
          nullptr,
          connects_a_sink},
    Entry{{.id = "events.notify-device-added.called",
           .page = added_page,
           .level = Level::must,
           .statement = "A device that was added is told with the list that knows it and its id.",
           .ineligible = no_device_moves}},
    Entry{{.id = "events.notify-device-removed.called",
           .page = removed_page,
           .level = Level::must,
           .statement = "A device that was removed is told with the list that knew it and its id.",
           .ineligible = no_device_moves}},
};

}  // namespace

std::span<const Entry> master_event_clauses() { return entries; }

}  // namespace discbench::check
