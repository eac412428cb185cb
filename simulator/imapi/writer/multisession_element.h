// What all elements of IDiscFormat2Data::get_MultisessionInterfaces have in common: IMultisession.
//
// An element holds the recorder's slot and not the writer, so that the two hold no reference to each other in a circle.
// Nothing but the pin is its own, so it may be used from several threads at once.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <utility>

#include "com/dispatch_table.h"
#include "discbench/imapi2.h"
#include "imapi/writer/recorder_slot.h"

namespace discbench::imapi {

/// A derived interface's own members, and IMultisession's in front of them.
template <std::size_t Count>
constexpr auto with_multisession_members(const std::array<com::DispatchMember, Count>& own) {
  constexpr std::size_t inherited = 3;
  std::array<com::DispatchMember, inherited + Count> all{
      com::property<&IMultisession::get_IsSupportedOnCurrentMediaState>(
          OLESTR("IsSupportedOnCurrentMediaState"), DISPID_IMULTISESSION_ISSUPPORTEDONCURRENTMEDIASTATE),
      com::property<&IMultisession::get_InUse, &IMultisession::put_InUse>(OLESTR("InUse"), DISPID_IMULTISESSION_INUSE),
      com::property<&IMultisession::get_ImportRecorder>(OLESTR("ImportRecorder"), DISPID_IMULTISESSION_IMPORTRECORDER)};
  for (std::size_t i = 0; i < Count; ++i) all[inherited + i] = own[i];
  return all;
}

/// `Served` begins with the derived interface.
template <class Served>
class MultisessionElement : public com::DispatchObject<Served> {
 public:
  HRESULT STDMETHODCALLTYPE get_IsSupportedOnCurrentMediaState(VARIANT_BOOL* value) final {
    return ask(value, is_supported_);
  }
  // The pin is this object's own: no medium is asked, and none changes it.
  HRESULT STDMETHODCALLTYPE put_InUse(VARIANT_BOOL value) final {
    in_use_ = is_true(value);
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE get_InUse(VARIANT_BOOL* value) final {
    return com::answer(value, [this] { return com::variant_bool(in_use_); });
  }
  HRESULT STDMETHODCALLTYPE get_ImportRecorder(IDiscRecorder2** value) final {
    return com::answer(value, [this] { return recorder_->require().detach(); });
  }

 protected:
  using SupportQuestion = VARIANT_BOOL (LoadedMedium::*)();

  MultisessionElement(std::span<const com::DispatchMember> members, std::shared_ptr<const RecorderSlot> recorder,
                      SupportQuestion is_supported)
      : com::DispatchObject<Served>(members), recorder_(std::move(recorder)), is_supported_(is_supported) {}

  /// Answers with what the medium says: ask(value, &LoadedMedium::free_sectors).
  template <typename Value, typename Question>
  HRESULT ask(Value* value, Question question) {
    return com::answer(value, [=, this] { return recorder_->ask(question); });
  }

 private:
  const std::shared_ptr<const RecorderSlot> recorder_;
  const SupportQuestion is_supported_;
  std::atomic<bool> in_use_ = false;
};

}  // namespace discbench::imapi
