#include "imapi/writer/recorder_attentions.h"

#include <map>

#include "com/pointer.h"

namespace discbench::imapi {

std::shared_ptr<RecorderAttentions> attentions_of(IDiscRecorder2* recorder) {
  static std::mutex access;
  static std::map<const void*, std::weak_ptr<RecorderAttentions>> known;
  // Who asks holds the recorder, so its identity is nobody else's meanwhile.
  com::Pointer<IUnknown> identity;
  const HRESULT result = recorder->QueryInterface(IID_PPV_ARGS(identity.put()));
  const void* const key = SUCCEEDED(result) ? static_cast<const void*>(identity.get()) : recorder;
  const std::lock_guard lock(access);
  std::erase_if(known, [](const auto& entry) { return entry.second.expired(); });
  std::shared_ptr<RecorderAttentions> attentions = known[key].lock();
  if (attentions == nullptr) {
    attentions = std::make_shared<RecorderAttentions>();
    known[key] = attentions;
  }
  return attentions;
}

}  // namespace discbench::imapi
