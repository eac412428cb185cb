#include "imapi/recorder/recorder.h"

#include <utility>

#include "com/class_factory.h"
#include "imapi/recorder/disc_recorder.h"

namespace discbench::imapi {

IDiscRecorder2* create_recorder(transport::Transport& transport, mmc::Initiator initiator, std::u16string id) {
  // The transport is the caller's: a pointer that owns nothing.
  std::shared_ptr<transport::Transport> borrowed(std::shared_ptr<void>(), &transport);
  return new DiscRecorder(Device{std::move(borrowed), initiator}, std::move(id));
}

HRESULT create_unbound_recorder(FindDevice find_device, REFIID iid, void** out) {
  return com::create_object<DiscRecorder>(iid, out, std::move(find_device));
}

}  // namespace discbench::imapi
