#include "subject/session_chooser.h"

#include <vector>

#include "com/pointer.h"

namespace discbench::subject {
namespace {

using com::Pointer;

/// Carries a refusal out of the steps below.
struct Refused {
  HRESULT hr;
  std::string reason;
};

/// One element, as far as a choice needs it.
struct Candidate {
  Pointer<IMultisession> multisession;
  bool in_use = false;

  template <class Interface>
  Pointer<Interface> as() const {
    void* answer = nullptr;
    // What a refusal leaves in the out pointer is nobody's reference.
    if (FAILED(multisession->QueryInterface(uuid_of<Interface>(), &answer))) return {};
    return Pointer<Interface>::adopt(static_cast<Interface*>(answer));
  }
};

std::string place_of(std::size_t index) { return "element " + std::to_string(index + 1); }

Candidate open_candidate(const VARIANT& variant, std::size_t index) {
  if (variant.vt != VT_DISPATCH || variant.pdispVal == nullptr) {
    throw Refused{E_NOINTERFACE, place_of(index) + " is no VT_DISPATCH object"};
  }
  void* answer = nullptr;
  const HRESULT hr = variant.pdispVal->QueryInterface(IID_IMultisession, &answer);
  if (FAILED(hr) || answer == nullptr) {
    throw Refused{FAILED(hr) ? hr : E_NOINTERFACE, place_of(index) + " refuses IMultisession"};
  }
  Candidate candidate{.multisession = Pointer<IMultisession>::adopt(static_cast<IMultisession*>(answer))};
  VARIANT_BOOL in_use = VARIANT_FALSE;
  if (FAILED(candidate.multisession->get_InUse(&in_use))) {
    throw Refused{IMAPI_E_BAD_MULTISESSION_PARAMETER, "InUse of " + place_of(index) + " cannot be read"};
  }
  candidate.in_use = in_use != VARIANT_FALSE;
  return candidate;
}

std::vector<Candidate> open_list(SAFEARRAY* interfaces) {
  if (interfaces == nullptr) throw Refused{E_POINTER, "there is no list"};
  VARTYPE type = VT_EMPTY;
  LONG first = 0;
  LONG last = -1;
  if (FAILED(SafeArrayGetVartype(interfaces, &type)) || type != VT_VARIANT || SafeArrayGetDim(interfaces) != 1 ||
      FAILED(SafeArrayGetLBound(interfaces, 1, &first)) || FAILED(SafeArrayGetUBound(interfaces, 1, &last))) {
    throw Refused{E_INVALIDARG, "the list is no vector of VARIANT"};
  }
  std::vector<Candidate> candidates;
  for (LONG place = first; place <= last; ++place) {
    void* address = nullptr;
    SafeArrayPtrOfIndex(interfaces, &place, &address);
    candidates.push_back(open_candidate(*static_cast<const VARIANT*>(address), candidates.size()));
  }
  if (candidates.empty()) throw Refused{IMAPI_E_NO_COMPATIBLE_MULTISESSION_TYPE, "the list is empty"};
  return candidates;
}

bool is_known(const Candidate& candidate, const KnownKinds& kinds) {
  return (kinds.sequential && candidate.as<IMultisessionSequential>()) ||
         (kinds.random_write && candidate.as<IMultisessionRandomWrite>());
}

bool is_supported(const Candidate& candidate) {
  VARIANT_BOOL supported = VARIANT_FALSE;
  return SUCCEEDED(candidate.multisession->get_IsSupportedOnCurrentMediaState(&supported)) &&
         supported != VARIANT_FALSE;
}

std::size_t choose_pinned(const std::vector<Candidate>& candidates, std::size_t pinned, const KnownKinds& kinds) {
  const std::string name = place_of(pinned) + " is in use and ";
  if (!is_known(candidates[pinned], kinds)) {
    throw Refused{IMAPI_E_INCOMPATIBLE_MULTISESSION_TYPE, name + "of a kind that this consumer does not know"};
  }
  if (!is_supported(candidates[pinned])) {
    throw Refused{IMAPI_E_INCOMPATIBLE_MULTISESSION_TYPE, name + "not supported on the medium"};
  }
  return pinned;
}

std::size_t choose_freely(const std::vector<Candidate>& candidates, const KnownKinds& kinds) {
  for (std::size_t index = 0; index < candidates.size(); ++index) {
    if (is_known(candidates[index], kinds) && is_supported(candidates[index])) return index;
  }
  throw Refused{IMAPI_E_NO_COMPATIBLE_MULTISESSION_TYPE, "no element is of a known kind and supported on the medium"};
}

std::size_t choose(const std::vector<Candidate>& candidates, const KnownKinds& kinds) {
  std::vector<std::size_t> pinned;
  for (std::size_t index = 0; index < candidates.size(); ++index) {
    if (candidates[index].in_use) pinned.push_back(index);
  }
  if (pinned.size() > 1) {
    throw Refused{IMAPI_E_BAD_MULTISESSION_PARAMETER, std::to_string(pinned.size()) + " elements are in use"};
  }
  return pinned.empty() ? choose_freely(candidates, kinds) : choose_pinned(candidates, pinned.front(), kinds);
}

/// A blank medium has no session to continue. One that can be overwritten has none either, and needs none.
void require_previous_session(const Candidate& candidate, std::size_t index, const KnownKinds& kinds) {
  const auto sequential =
      kinds.sequential ? candidate.as<IMultisessionSequential>() : Pointer<IMultisessionSequential>();
  if (!sequential) return;
  LONG start = 0;
  if (FAILED(sequential->get_StartAddressOfPreviousSession(&start))) {
    throw Refused{IMAPI_E_BAD_MULTISESSION_PARAMETER,
                  "StartAddressOfPreviousSession of " + place_of(index) + " cannot be read"};
  }
  if (start < 0) throw Refused{IMAPI_E_IMPORT_SEEK_FAILURE, "the medium has no previous session"};
}

}  // namespace

Choice choose_session(SAFEARRAY* interfaces, const KnownKinds& kinds) {
  try {
    const std::vector<Candidate> candidates = open_list(interfaces);
    const std::size_t chosen = choose(candidates, kinds);
    require_previous_session(candidates[chosen], chosen, kinds);
    return {.element = chosen, .reason = place_of(chosen) + " is chosen"};
  } catch (const Refused& refused) {
    return {.hr = refused.hr, .reason = refused.reason};
  }
}

}  // namespace discbench::subject
