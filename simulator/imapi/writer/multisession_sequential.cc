#include "imapi/writer/multisession_sequential.h"

#include "imapi/writer/multisession_element.h"

namespace discbench::imapi {
namespace {

using com::property;

constexpr auto members = with_multisession_members(std::array{
    property<&IMultisessionSequential::get_IsFirstDataSession>(OLESTR("IsFirstDataSession"),
                                                               DISPID_IMULTISESSIONSEQUENTIAL_ISFIRSTDATASESSION),
    property<&IMultisessionSequential::get_StartAddressOfPreviousSession>(
        OLESTR("StartAddressOfPreviousSession"), DISPID_IMULTISESSIONSEQUENTIAL_STARTADDRESSOFPREVIOUSSESSION),
    property<&IMultisessionSequential::get_LastWrittenAddressOfPreviousSession>(
        OLESTR("LastWrittenAddressOfPreviousSession"),
        DISPID_IMULTISESSIONSEQUENTIAL_LASTWRITTENADDRESSOFPREVIOUSSESSION),
    property<&IMultisessionSequential::get_NextWritableAddress>(OLESTR("NextWritableAddress"),
                                                                DISPID_IMULTISESSIONSEQUENTIAL_NEXTWRITABLEADDRESS),
    property<&IMultisessionSequential::get_FreeSectorsOnMedia>(OLESTR("FreeSectorsOnMedia"),
                                                               DISPID_IMULTISESSIONSEQUENTIAL_FREESECTORSONMEDIA),
    property<&IMultisessionSequential2::get_WriteUnitSize>(OLESTR("WriteUnitSize"),
                                                           DISPID_IMULTISESSIONSEQUENTIAL2_WRITEUNITSIZE),
});

using Served = com::Serves<IMultisessionSequential2, IMultisessionSequential, IMultisession, IDispatch>;

class MultisessionSequential final : public MultisessionElement<Served> {
 public:
  explicit MultisessionSequential(std::shared_ptr<const RecorderSlot> recorder)
      : MultisessionElement(members, std::move(recorder), &LoadedMedium::supports_sequential_sessions) {}

  HRESULT STDMETHODCALLTYPE get_IsFirstDataSession(VARIANT_BOOL* value) override {
    return ask(value, &LoadedMedium::is_first_data_session);
  }
  HRESULT STDMETHODCALLTYPE get_StartAddressOfPreviousSession(LONG* value) override {
    return ask(value, &LoadedMedium::start_of_previous_session);
  }
  HRESULT STDMETHODCALLTYPE get_LastWrittenAddressOfPreviousSession(LONG* value) override {
    return ask(value, &LoadedMedium::last_written_of_previous_session);
  }
  HRESULT STDMETHODCALLTYPE get_NextWritableAddress(LONG* value) override {
    return ask(value, &LoadedMedium::next_writable_address);
  }
  HRESULT STDMETHODCALLTYPE get_FreeSectorsOnMedia(LONG* value) override {
    return ask(value, &LoadedMedium::free_sectors);
  }
  HRESULT STDMETHODCALLTYPE get_WriteUnitSize(LONG* value) override {
    return ask(value, &LoadedMedium::write_unit_sectors);
  }

 private:
  ~MultisessionSequential() override = default;
};

}  // namespace

com::Pointer<IMultisessionSequential2> make_multisession_sequential(std::shared_ptr<const RecorderSlot> recorder) {
  return com::Pointer<IMultisessionSequential2>::adopt(new MultisessionSequential(std::move(recorder)));
}

}  // namespace discbench::imapi
