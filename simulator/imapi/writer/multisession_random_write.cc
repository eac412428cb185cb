#include "imapi/writer/multisession_random_write.h"

#include "imapi/writer/multisession_element.h"

namespace discbench::imapi {
namespace {

using com::property;

constexpr auto members = with_multisession_members(std::array{
    property<&IMultisessionRandomWrite::get_WriteUnitSize>(OLESTR("WriteUnitSize"),
                                                           DISPID_IMULTISESSIONRANDOMWRITE_WRITEUNITSIZE),
    property<&IMultisessionRandomWrite::get_LastWrittenAddress>(OLESTR("LastWrittenAddress"),
                                                                DISPID_IMULTISESSIONRANDOMWRITE_LASTWRITTENADDRESS),
    property<&IMultisessionRandomWrite::get_TotalSectorsOnMedia>(OLESTR("TotalSectorsOnMedia"),
                                                                 DISPID_IMULTISESSIONRANDOMWRITE_TOTALSECTORSONMEDIA),
});

using Served = com::Serves<IMultisessionRandomWrite, IMultisession, IDispatch>;

class MultisessionRandomWrite final : public MultisessionElement<Served> {
 public:
  explicit MultisessionRandomWrite(std::shared_ptr<const RecorderSlot> recorder)
      : MultisessionElement(members, std::move(recorder), &LoadedMedium::supports_random_write) {}

  HRESULT STDMETHODCALLTYPE get_WriteUnitSize(LONG* value) override {
    return ask(value, &LoadedMedium::random_write_unit_sectors);
  }
  HRESULT STDMETHODCALLTYPE get_LastWrittenAddress(LONG* value) override {
    return ask(value, &LoadedMedium::last_written_address);
  }
  HRESULT STDMETHODCALLTYPE get_TotalSectorsOnMedia(LONG* value) override {
    return ask(value, &LoadedMedium::total_sectors);
  }

 private:
  ~MultisessionRandomWrite() override = default;
};

}  // namespace

com::Pointer<IMultisessionRandomWrite> make_multisession_random_write(std::shared_ptr<const RecorderSlot> recorder) {
  return com::Pointer<IMultisessionRandomWrite>::adopt(new MultisessionRandomWrite(std::move(recorder)));
}

}  // namespace discbench::imapi
