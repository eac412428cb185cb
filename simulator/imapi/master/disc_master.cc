#include "imapi/master/disc_master.h"

#include <array>
#include <utility>

#include "com/answer.h"
#include "com/class_factory.h"
#include "com/connection_point.h"
#include "com/dispatch_table.h"
#include "com/enumerator.h"
#include "com/text.h"

namespace discbench::imapi {
namespace {

using com::answer;
using com::property;

constexpr com::DispatchMember members[] = {
    property<&IDiscMaster2::get__NewEnum>(OLESTR("_NewEnum"), DISPID_IDISCMASTER2__NEWENUM),
    property<&IDiscMaster2::get_Item>(OLESTR("Item"), DISPID_IDISCMASTER2_ITEM),
    property<&IDiscMaster2::get_Count>(OLESTR("Count"), DISPID_IDISCMASTER2_COUNT),
    property<&IDiscMaster2::get_IsSupportedEnvironment>(OLESTR("IsSupportedEnvironment"),
                                                        DISPID_IDISCMASTER2_ISSUPPORTEDENVIRONMENT),
};

struct GiveText {
  static void give(const std::u16string& text, VARIANT* item) {
    *item = VARIANT{};
    item->bstrVal = com::make_bstr(text);
    item->vt = VT_BSTR;
  }
  static void take_back(VARIANT& item) { VariantClear(&item); }
};
using IdEnumerator = com::Enumerator<IEnumVARIANT, std::u16string, VARIANT, GiveText>;

using Base = com::DispatchObject<com::Serves<IDiscMaster2, IDispatch>, com::Serves<IConnectionPointContainer>>;

class DiscMaster final : public com::EventSource<Base>, private DeviceList::Watcher {
 public:
  explicit DiscMaster(std::shared_ptr<DeviceList> devices)
      : EventSource(IID_DDiscMaster2Events, members), devices_(std::move(devices)) {
    devices_->watch(*this);
  }

  HRESULT STDMETHODCALLTYPE get__NewEnum(IEnumVARIANT** value) override {
    return answer(value, [this] { return new IdEnumerator(std::make_shared<IdEnumerator::List>(devices_->ids())); });
  }
  HRESULT STDMETHODCALLTYPE get_Item(LONG index, BSTR* value) override {
    return answer(value, [=, this] {
      const auto ids = devices_->ids();
      if (index < 0 || static_cast<std::size_t>(index) >= ids.size()) throw com::Failure{E_INVALIDARG};
      return com::make_bstr(ids[static_cast<std::size_t>(index)]);
    });
  }
  HRESULT STDMETHODCALLTYPE get_Count(LONG* value) override {
    return answer(value, [this] { return static_cast<LONG>(devices_->ids().size()); });
  }
  // Whoever may load this code may use its devices: one that is there is enough.
  HRESULT STDMETHODCALLTYPE get_IsSupportedEnvironment(VARIANT_BOOL* value) override {
    return answer(value, [this] { return com::variant_bool(!devices_->ids().empty()); });
  }

 private:
  ~DiscMaster() override { devices_->unwatch(*this); }

  com::Pointer<IUnknown> hold() override {
    return com::Pointer<IUnknown>::adopt(add_reference_while_alive() ? static_cast<IDiscMaster2*>(this) : nullptr);
  }
  void device_added(const std::u16string& id) override { tell(DISPID_DDISCMASTER2EVENTS_NOTIFYDEVICEADDED, id); }
  void device_removed(const std::u16string& id) override { tell(DISPID_DDISCMASTER2EVENTS_NOTIFYDEVICEREMOVED, id); }

  void tell(DISPID event, const std::u16string& id) {
    // Whoever plugs devices in cannot help it where there is no memory left to tell of them.
    com::perform([&] {
      const com::String text(id);
      std::array<VARIANT, 2> arguments{};
      arguments[0].vt = VT_DISPATCH;
      arguments[0].pdispVal = static_cast<IDiscMaster2*>(this);
      arguments[1].vt = VT_BSTR;
      arguments[1].bstrVal = text.get();
      fire(event, arguments);
    });
  }

  std::shared_ptr<DeviceList> devices_;
};

}  // namespace

HRESULT create_disc_master(std::shared_ptr<DeviceList> devices, REFIID iid, void** out) {
  return com::create_object<DiscMaster>(iid, out, std::move(devices));
}

}  // namespace discbench::imapi
