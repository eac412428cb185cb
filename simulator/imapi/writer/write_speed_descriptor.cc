#include "imapi/writer/write_speed_descriptor.h"

#include "com/answer.h"
#include "com/dispatch_table.h"

namespace discbench::imapi {
namespace {

using com::answer;
using com::property;

constexpr com::DispatchMember members[] = {
    property<&IWriteSpeedDescriptor::get_MediaType>(OLESTR("MediaType"), DISPID_IWRITESPEEDDESCRIPTOR_MEDIATYPE),
    property<&IWriteSpeedDescriptor::get_RotationTypeIsPureCAV>(OLESTR("RotationTypeIsPureCAV"),
                                                                DISPID_IWRITESPEEDDESCRIPTOR_ROTATIONTYPEISPURECAV),
    property<&IWriteSpeedDescriptor::get_WriteSpeed>(OLESTR("WriteSpeed"), DISPID_IWRITESPEEDDESCRIPTOR_WRITESPEED),
};

/// It never changes, so it may be read from everywhere at once.
class WriteSpeedDescriptor final : public com::DispatchObject<com::Serves<IWriteSpeedDescriptor, IDispatch>> {
 public:
  WriteSpeedDescriptor(IMAPI_MEDIA_PHYSICAL_TYPE media_type, bool pure_cav, LONG write_speed)
      : DispatchObject(members), media_type_(media_type), pure_cav_(pure_cav), write_speed_(write_speed) {}

  HRESULT STDMETHODCALLTYPE get_MediaType(IMAPI_MEDIA_PHYSICAL_TYPE* value) override {
    return answer(value, [this] { return media_type_; });
  }
  HRESULT STDMETHODCALLTYPE get_RotationTypeIsPureCAV(VARIANT_BOOL* value) override {
    return answer(value, [this] { return com::variant_bool(pure_cav_); });
  }
  HRESULT STDMETHODCALLTYPE get_WriteSpeed(LONG* value) override {
    return answer(value, [this] { return write_speed_; });
  }

 private:
  ~WriteSpeedDescriptor() override = default;

  const IMAPI_MEDIA_PHYSICAL_TYPE media_type_;
  const bool pure_cav_;
  const LONG write_speed_;
};

}  // namespace

com::Pointer<IWriteSpeedDescriptor> make_write_speed_descriptor(IMAPI_MEDIA_PHYSICAL_TYPE media_type, bool pure_cav,
                                                                LONG write_speed) {
  return com::Pointer<IWriteSpeedDescriptor>::adopt(new WriteSpeedDescriptor(media_type, pure_cav, write_speed));
}

}  // namespace discbench::imapi
