#include "element.h"

#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "facet.h"
#include "fault.h"
#include "stranger.h"

namespace mutant {
namespace {

VARIANT_BOOL value_of_all = VARIANT_FALSE;

bool keeps_the_dead() { return is(Fault::uncounted_query) || is(Fault::over_release) || is(Fault::dies_with_writer); }

}  // namespace

Element::Element(Kind kind, SharedContext context, Held<IMultisessionSequential2> real)
    : kind_(kind), context_(std::move(context)), real_(std::move(real)), list_(context_->lists) {
  VARIANT_BOOL supported = VARIANT_FALSE;
  real_->get_IsSupportedOnCurrentMediaState(&supported);
  if (is(Fault::initially_in_use)) in_use_ = supported;
  if (is(Fault::two_in_use)) in_use_ = VARIANT_TRUE;
  if (is(Fault::pins_stay)) in_use_ = context_->pinned;
  real_->get_NextWritableAddress(&next_at_first_);
  if (is(Fault::wide_in_use)) widen_put();
}

Element::~Element() = default;

void Element::must_live() const {
  if (is(Fault::frees_the_elements) && list_ != context_->lists && !context_->writer_gone) std::abort();
  if (references_ == 0 || (is(Fault::dies_with_writer) && context_->writer_gone)) std::abort();
}

bool Element::answers(REFIID iid) const {
  if (iid == IID_IDispatch && is(Fault::no_dispatch)) return false;
  if (iid == IID_IUnknown || iid == IID_IDispatch || iid == IID_IMultisession) return true;
  if (kind_ == Kind::own || (is(Fault::further_interface) && iid == IID_IVendorOwnKind)) {
    return iid == IID_IVendorOwnKind;
  }
  if (is(Fault::no_sequential)) return false;
  if (iid == IID_IMultisessionSequential) return true;
  if (is(Fault::without_sequential2) || (is(Fault::forgetful_query) && was_put_)) return false;
  return iid == IID_IMultisessionSequential2;
}

HRESULT Element::QueryInterface(REFIID iid, void** object) {
  must_live();
  if (object == nullptr) return is(Fault::null_query_succeeds) ? S_OK : E_POINTER;
  if (!answers(iid)) {
    if (!is(Fault::dirty_no_interface)) *object = nullptr;
    return is(Fault::fails_query) ? E_FAIL : E_NOINTERFACE;
  }
  if (iid == IID_IMultisessionSequential2 && is(Fault::null_sequential2)) {
    *object = nullptr;
    return S_OK;
  }
  if (iid == IID_IMultisession && Facet::wanted()) {
    *object = static_cast<IMultisession*>(new Facet(this));
    return S_OK;
  }
  *object = static_cast<IMultisessionSequential2*>(this);
  if (!(is(Fault::uncounted_query) && iid == IID_IMultisession)) AddRef();
  if (is(Fault::counts_twice)) AddRef();
  return S_OK;
}

ULONG Element::AddRef() {
  must_live();
  return ++references_;
}

ULONG Element::Release() {
  must_live();
  if (is(Fault::over_release) && references_ > 64) --references_;
  if (--references_ != 0) return references_;
  // The wrong ones stay where they are, so that their next use is seen and not left to chance.
  if (!keeps_the_dead()) delete this;
  return 0;
}

HRESULT Element::get_IsSupportedOnCurrentMediaState(VARIANT_BOOL* value) {
  const At here("element", __func__);
  must_live();
  if (value == nullptr) return answer_null();
  if (is(Fault::untouched_values)) return S_OK;
  take_time();
  HRESULT hr = real_->get_IsSupportedOnCurrentMediaState(value);
  if (is(Fault::says_pointer) && hr == E_IMAPI_RECORDER_REQUIRED) hr = E_POINTER;
  if (is(Fault::unsupported_fails) && SUCCEEDED(hr) && *value == VARIANT_FALSE) {
    return E_IMAPI_DF2DATA_INVALID_MEDIA_STATE;
  }
  if (is(Fault::reading_unpins)) in_use_ = VARIANT_FALSE;
  if (is(Fault::unstable) && context_->asked++ % 2 != 0) *value = static_cast<VARIANT_BOOL>(~*value);
  if (kind_ == Kind::own) *value = VARIANT_FALSE;
  if (is(Fault::supported_never)) {
    *value = VARIANT_FALSE;
    return S_OK;
  }
  if (is(Fault::supported_always)) {
    *value = VARIANT_TRUE;
    return S_OK;
  }
  if (is(Fault::supported_as_one) && SUCCEEDED(hr) && *value != VARIANT_FALSE) *value = 1;
  return SUCCEEDED(hr) ? success(hr) : hr;
}

VARIANT_BOOL& Element::stored() { return is(Fault::shared_value) ? value_of_all : in_use_; }

bool Element::refuses_to_put() {
  LONG next = -2;
  VARIANT_BOOL supported = VARIANT_FALSE;
  switch (fault()) {
    case Fault::refuses_put:
      return true;
    case Fault::jams_after_write:
      return context_->written;
    case Fault::jams_after_change:
      return SUCCEEDED(real_->get_NextWritableAddress(&next)) && next != next_at_first_;
    case Fault::refuses_unsupported:
    case Fault::changes_on_refusal:
      return FAILED(real_->get_IsSupportedOnCurrentMediaState(&supported)) || supported == VARIANT_FALSE;
    default:
      return false;
  }
}

HRESULT Element::put_InUse(VARIANT_BOOL value) {
  const At here("element", __func__);
  must_live();
  was_put_ = true;
  const VARIANT_BOOL canonical = value != VARIANT_FALSE ? VARIANT_TRUE : VARIANT_FALSE;
  if (refuses_to_put()) {
    if (is(Fault::changes_on_refusal)) in_use_ = static_cast<VARIANT_BOOL>(~in_use_);
    return E_IMAPI_DF2DATA_INVALID_MEDIA_STATE;
  }
  if (is(Fault::forgets) || jammed_) return S_OK;
  if (is(Fault::dies_on_odd) && value != canonical) std::abort();
  while (is(Fault::hangs_on_put)) pause();
  if (is(Fault::jams_on_odd) && value != canonical) jammed_ = true;
  if (is(Fault::toggles)) {
    if (canonical == VARIANT_TRUE) in_use_ = static_cast<VARIANT_BOOL>(~in_use_);
    if (canonical == VARIANT_FALSE) in_use_ = VARIANT_FALSE;
    return S_OK;
  }
  stored() = is(Fault::raw_echo) ? value : canonical;
  context_->pinned = in_use_;
  if (canonical == VARIANT_TRUE) context_->in_use = this;
  if (is(Fault::unpinning_pins)) context_->in_use = canonical == VARIANT_FALSE ? this : nullptr;
  return success(S_OK);
}

HRESULT Element::get_InUse(VARIANT_BOOL* value) {
  const At here("element", __func__);
  must_live();
  if (value == nullptr) return answer_null();
  if (is(Fault::exits)) std::exit(0);
  if (is(Fault::throws)) throw std::runtime_error("an exception that no COM method may throw");
  if (is(Fault::untouched_in_use)) return S_OK;
  if (is(Fault::refuses_get)) return E_FAIL;
  if (is(Fault::misuses_pointer)) return E_POINTER;
  take_time();
  *value = stored();
  if (is(Fault::unpinning_pins) && context_->in_use != nullptr && context_->in_use != this) *value = VARIANT_TRUE;
  if (is(Fault::clears_others) && context_->in_use != this) *value = VARIANT_FALSE;
  if (is(Fault::true_as_one) && *value == VARIANT_TRUE) *value = 1;
  if (is(Fault::never_twice) && context_->asked++ % 2 != 0) *value = static_cast<VARIANT_BOOL>(~*value);
  if (is_any(Fault::answers_once, Fault::pin_fades)) in_use_ = VARIANT_FALSE;
  return success(S_OK);
}

HRESULT Element::get_ImportRecorder(IDiscRecorder2** value) {
  const At here("element", __func__);
  must_live();
  if (value == nullptr) return answer_null();
  *value = nullptr;
  if (is(Fault::null_import)) return S_OK;
  if (is(Fault::refuses_import)) return E_FAIL;
  if (is(Fault::foreign_import) || is(Fault::borrowed_import)) {
    if (!stranger_) stranger_ = Held<IDiscRecorder2>(new Stranger(context_));
    *value = stranger_.get();
    if (is(Fault::foreign_import)) (*value)->AddRef();
    return S_OK;
  }
  const HRESULT hr = real_->get_ImportRecorder(value);
  if (SUCCEEDED(hr) && is(Fault::leaks_import)) (*value)->AddRef();
  if (FAILED(hr) && is(Fault::dirty_import)) *value = reinterpret_cast<IDiscRecorder2*>(this);
  return SUCCEEDED(hr) ? success(hr) : hr;
}

HRESULT Element::get_IsFirstDataSession(VARIANT_BOOL* value) {
  const At here("element", __func__);
  must_live();
  if (value == nullptr) return answer_null();
  if (is(Fault::untouched_values)) return S_OK;
  if (is(Fault::first_refused)) return E_FAIL;
  const HRESULT hr = real_->get_IsFirstDataSession(value);
  if (is(Fault::writes_behind)) value[1] = VARIANT_FALSE;
  if (is(Fault::unstable) && context_->asked++ % 2 != 0) *value = static_cast<VARIANT_BOOL>(~*value);
  if (is(Fault::first_as_one) && SUCCEEDED(hr)) *value = 1;
  if (is(Fault::first_always) && SUCCEEDED(hr)) *value = VARIANT_TRUE;
  return SUCCEEDED(hr) ? success(hr) : hr;
}

#define NUMBER(getter, member)                                                                                        \
  HRESULT Element::getter(LONG* value) {                                                                              \
    const At here("element", __func__);                                                                               \
    must_live();                                                                                                      \
    return bent_number(*context_, Side::element, member,                                                              \
                       real_getter<IMultisessionSequential2, &IMultisessionSequential2::getter>, real_.get(), value); \
  }
NUMBER(get_StartAddressOfPreviousSession, start_address)
NUMBER(get_LastWrittenAddressOfPreviousSession, last_written)
NUMBER(get_NextWritableAddress, next_writable)
NUMBER(get_FreeSectorsOnMedia, free_sectors)
NUMBER(get_WriteUnitSize, unit_size)
#undef NUMBER

/// put_InUse with a parameter that is too wide, in a copy of this object's table of members.
void Element::widen_put() {
  struct Wide {
    static HRESULT STDMETHODCALLTYPE put(void* object, std::uint64_t value) {
      auto* element = static_cast<Element*>(static_cast<IMultisessionSequential2*>(object));
      const auto seen = static_cast<std::uint32_t>(value);
      element->in_use_ = seen != 0 ? VARIANT_TRUE : VARIANT_FALSE;
      return S_OK;
    }
  };
  // Two words before the table belong to it: the offset to the top and the type.
  constexpr std::size_t before = 2;
  constexpr std::size_t slots = 17;
  constexpr std::size_t put_in_use = 8;
  static void* table[before + slots];
  void**& mine = *reinterpret_cast<void***>(this);
  for (std::size_t slot = 0; slot < before + slots; ++slot) table[slot] = *(mine - before + slot);
  table[before + put_in_use] = reinterpret_cast<void*>(&Wide::put);
  mine = table + before;
}

}  // namespace mutant
