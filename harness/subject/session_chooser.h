// A consumer of the list of multisession interfaces, as small as the documentation allows: it takes a list and chooses
// the element to continue the medium by, as IFileSystemImage's put_MultisessionInterfaces is documented to.
#pragma once

#include <cstddef>
#include <string>

#include "discbench/imapi2.h"

namespace discbench::subject {

/// The kinds of multisession interface that a consumer understands. An element of none of them is of no use to it.
struct KnownKinds {
  bool sequential = true;
  bool random_write = true;
};

/// What became of a list.
struct Choice {
  HRESULT hr = S_OK;        ///< S_OK, or why the list is refused
  std::size_t element = 0;  ///< the one that was chosen, from 0; of a success
  std::string reason{};     ///< one sentence about the choice or the refusal, for people

  bool accepted() const { return SUCCEEDED(hr); }
};

/// Reads the list and its elements, and changes neither. In this order:
///  - no array: E_POINTER; not a vector of VARIANT: E_INVALIDARG; no element: IMAPI_E_NO_COMPATIBLE_MULTISESSION_TYPE;
///  - an element that is no VT_DISPATCH object: E_NOINTERFACE; one that refuses IMultisession: what it answered;
///  - InUse that cannot be read: IMAPI_E_BAD_MULTISESSION_PARAMETER;
///  - two elements in use or more: IMAPI_E_BAD_MULTISESSION_PARAMETER;
///  - one in use: that one and no other, if it is of a known kind and supported; else
///    IMAPI_E_INCOMPATIBLE_MULTISESSION_TYPE;
///  - none in use: the first one of a known kind that is supported; else IMAPI_E_NO_COMPATIBLE_MULTISESSION_TYPE;
///  - a sequential one of a blank medium, StartAddressOfPreviousSession -1: IMAPI_E_IMPORT_SEEK_FAILURE; one whose
///    address cannot be read: IMAPI_E_BAD_MULTISESSION_PARAMETER. A random-write medium may be blank.
/// The sequential kind comes first where an element answers both.
/// Source: nf-imapi2fs-ifilesystemimage-put_multisessioninterfaces; the codes are its table's.
Choice choose_session(SAFEARRAY* interfaces, const KnownKinds& kinds);

}  // namespace discbench::subject
