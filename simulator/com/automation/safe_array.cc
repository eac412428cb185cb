// SAFEARRAY: a descriptor with its bounds, 16 hidden bytes before it, and the elements in a block of their own.
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

#include "discbench/com.h"

namespace {

// Before the descriptor lie 16 bytes: an IID (FADF_HAVEIID), or in the last four the VARTYPE (FADF_HAVEVARTYPE).
constexpr std::size_t hidden_size = 16;
constexpr UINT most_dimensions = 60;
constexpr ULONG most_locks = 0xffff;

struct ElementKind {
  ULONG size;
  USHORT features;
};

/// Size 0: not an element type.
ElementKind kind_of(VARTYPE type) {
  switch (type) {
    case VT_I1:
    case VT_UI1:
      return {1, FADF_HAVEVARTYPE};
    case VT_I2:
    case VT_UI2:
    case VT_BOOL:
      return {2, FADF_HAVEVARTYPE};
    case VT_I4:
    case VT_UI4:
    case VT_R4:
    case VT_INT:
    case VT_UINT:
    case VT_ERROR:
      return {4, FADF_HAVEVARTYPE};
    case VT_I8:
    case VT_UI8:
    case VT_R8:
    case VT_CY:
    case VT_DATE:
      return {8, FADF_HAVEVARTYPE};
    case VT_BSTR:
      return {sizeof(BSTR), static_cast<USHORT>(FADF_HAVEVARTYPE | FADF_BSTR)};
    case VT_VARIANT:
      return {sizeof(VARIANT), static_cast<USHORT>(FADF_HAVEVARTYPE | FADF_VARIANT)};
    case VT_UNKNOWN:
      return {sizeof(void*), static_cast<USHORT>(FADF_HAVEIID | FADF_UNKNOWN)};
    case VT_DISPATCH:
      return {sizeof(void*), static_cast<USHORT>(FADF_HAVEIID | FADF_DISPATCH)};
    default:
      return {0, 0};
  }
}

unsigned char* block_of(SAFEARRAY* array) { return reinterpret_cast<unsigned char*>(array) - hidden_size; }

std::size_t count_of(const SAFEARRAY* array) {
  std::size_t count = 1;
  for (UINT i = 0; i < array->cDims; ++i) count *= array->rgsabound[i].cElements;
  return count;
}

/// The bound of dimension 1, 2, ...: they are stored the last one first. Null outside.
SAFEARRAYBOUND* bound_of(SAFEARRAY* array, UINT dimension) {
  if (dimension == 0 || dimension > array->cDims) return nullptr;
  return &array->rgsabound[array->cDims - dimension];
}

bool holds_interfaces(const SAFEARRAY* array) { return (array->fFeatures & (FADF_UNKNOWN | FADF_DISPATCH)) != 0; }

void clear_elements(SAFEARRAY* array) {
  const std::size_t count = array->pvData == nullptr ? 0 : count_of(array);
  for (std::size_t i = 0; i < count; ++i) {
    if ((array->fFeatures & FADF_BSTR) != 0) {
      SysFreeString(static_cast<BSTR*>(array->pvData)[i]);
    } else if ((array->fFeatures & FADF_VARIANT) != 0) {
      VariantClear(&static_cast<VARIANT*>(array->pvData)[i]);
    } else if (holds_interfaces(array)) {
      IUnknown* element = static_cast<IUnknown**>(array->pvData)[i];
      if (element != nullptr) element->Release();
    }
  }
}

HRESULT duplicate(BSTR from, BSTR* to) {
  *to = nullptr;
  if (from == nullptr) return S_OK;
  *to = SysAllocStringByteLen(reinterpret_cast<const char*>(from), SysStringByteLen(from));
  return *to == nullptr ? E_OUTOFMEMORY : S_OK;
}

/// Makes *to, which owns nothing yet, a copy of the element *from.
HRESULT copy_element(const SAFEARRAY* array, const void* from, void* to) {
  if ((array->fFeatures & FADF_BSTR) != 0) return duplicate(*static_cast<const BSTR*>(from), static_cast<BSTR*>(to));
  if ((array->fFeatures & FADF_VARIANT) != 0) {
    VariantInit(static_cast<VARIANT*>(to));
    return VariantCopy(static_cast<VARIANT*>(to), static_cast<const VARIANT*>(from));
  }
  std::memcpy(to, from, array->cbElements);
  if (holds_interfaces(array)) {
    IUnknown* element = *static_cast<IUnknown* const*>(from);
    if (element != nullptr) element->AddRef();
  }
  return S_OK;
}

HRESULT put_string(BSTR* place, BSTR string) {
  BSTR copy = nullptr;
  const HRESULT result = duplicate(string, &copy);
  if (FAILED(result)) return result;
  SysFreeString(*place);
  *place = copy;
  return S_OK;
}

void put_interface(IUnknown** place, IUnknown* fresh) {
  if (fresh != nullptr) fresh->AddRef();
  IUnknown* old = *place;
  *place = fresh;
  if (old != nullptr) old->Release();
}

}  // namespace

extern "C" {

SAFEARRAY* SafeArrayCreate(VARTYPE type, UINT dimensions, SAFEARRAYBOUND* bounds) {
  const ElementKind kind = kind_of(type);
  if (kind.size == 0 || bounds == nullptr || dimensions == 0 || dimensions > most_dimensions) return nullptr;

  std::uint64_t count = 1;
  for (UINT i = 0; i < dimensions; ++i) {
    count *= bounds[i].cElements;
    if (count * kind.size > 0x7fffffffu) return nullptr;
  }
  const std::size_t descriptor = sizeof(SAFEARRAY) + (dimensions - 1) * sizeof(SAFEARRAYBOUND);
  auto* block = static_cast<unsigned char*>(std::calloc(1, hidden_size + descriptor));
  void* data = std::calloc(std::max<std::size_t>(static_cast<std::size_t>(count), 1), kind.size);
  if (block == nullptr || data == nullptr) {
    std::free(block);
    std::free(data);
    return nullptr;
  }
  auto* array = ::new (block + hidden_size) SAFEARRAY{};
  array->cDims = static_cast<USHORT>(dimensions);
  array->fFeatures = kind.features;
  array->cbElements = kind.size;
  array->pvData = data;
  for (UINT i = 0; i < dimensions; ++i) array->rgsabound[dimensions - 1 - i] = bounds[i];
  if ((kind.features & FADF_HAVEIID) != 0) {
    const IID& iid = type == VT_DISPATCH ? IID_IDispatch : IID_IUnknown;
    std::memcpy(block, &iid, sizeof iid);
  } else {
    const std::uint32_t stored = type;
    std::memcpy(block + hidden_size - sizeof stored, &stored, sizeof stored);
  }
  return array;
}

SAFEARRAY* SafeArrayCreateVector(VARTYPE type, LONG lower_bound, ULONG elements) {
  SAFEARRAYBOUND bound{elements, lower_bound};
  SAFEARRAY* array = SafeArrayCreate(type, 1, &bound);
  if (array != nullptr) array->fFeatures = static_cast<USHORT>(array->fFeatures | FADF_CREATEVECTOR);
  return array;
}

HRESULT SafeArrayDestroy(SAFEARRAY* array) {
  if (array == nullptr) return S_OK;
  if (array->cLocks > 0) return DISP_E_ARRAYISLOCKED;
  clear_elements(array);
  // Memory on a stack or inside another structure is not ours to free; its elements are empty now.
  if ((array->fFeatures & (FADF_AUTO | FADF_STATIC | FADF_EMBEDDED)) != 0) {
    if (array->pvData != nullptr) std::memset(array->pvData, 0, count_of(array) * array->cbElements);
    return S_OK;
  }
  std::free(array->pvData);
  std::free(block_of(array));
  return S_OK;
}

HRESULT SafeArrayPtrOfIndex(SAFEARRAY* array, LONG* indices, void** address) {
  if (array == nullptr || indices == nullptr || address == nullptr) return E_INVALIDARG;
  std::size_t offset = 0;
  std::size_t stride = 1;
  for (UINT dimension = 1; dimension <= array->cDims; ++dimension) {
    const SAFEARRAYBOUND& bound = *bound_of(array, dimension);
    const std::int64_t place = std::int64_t{indices[dimension - 1]} - bound.lLbound;
    if (place < 0 || place >= std::int64_t{bound.cElements}) return DISP_E_BADINDEX;
    offset += static_cast<std::size_t>(place) * stride;
    stride *= bound.cElements;
  }
  *address = static_cast<unsigned char*>(array->pvData) + offset * array->cbElements;
  return S_OK;
}

HRESULT SafeArrayGetElement(SAFEARRAY* array, LONG* indices, void* element) {
  if (element == nullptr) return E_INVALIDARG;
  void* place = nullptr;
  const HRESULT result = SafeArrayPtrOfIndex(array, indices, &place);
  return FAILED(result) ? result : copy_element(array, place, element);
}

HRESULT SafeArrayPutElement(SAFEARRAY* array, LONG* indices, void* element) {
  void* place = nullptr;
  const HRESULT result = SafeArrayPtrOfIndex(array, indices, &place);
  if (FAILED(result)) return result;
  if ((array->fFeatures & FADF_BSTR) != 0) return put_string(static_cast<BSTR*>(place), static_cast<BSTR>(element));
  if (holds_interfaces(array)) {
    put_interface(static_cast<IUnknown**>(place), static_cast<IUnknown*>(element));
    return S_OK;
  }
  if (element == nullptr) return E_INVALIDARG;
  if ((array->fFeatures & FADF_VARIANT) != 0) {
    return VariantCopy(static_cast<VARIANT*>(place), static_cast<const VARIANT*>(element));
  }
  std::memcpy(place, element, array->cbElements);
  return S_OK;
}

HRESULT SafeArrayLock(SAFEARRAY* array) {
  if (array == nullptr) return E_INVALIDARG;
  if (array->cLocks >= most_locks) return E_UNEXPECTED;
  ++array->cLocks;
  return S_OK;
}

HRESULT SafeArrayUnlock(SAFEARRAY* array) {
  if (array == nullptr) return E_INVALIDARG;
  if (array->cLocks == 0) return E_UNEXPECTED;
  --array->cLocks;
  return S_OK;
}

HRESULT SafeArrayAccessData(SAFEARRAY* array, void** data) {
  if (array == nullptr || data == nullptr) return E_INVALIDARG;
  const HRESULT result = SafeArrayLock(array);
  *data = SUCCEEDED(result) ? array->pvData : nullptr;
  return result;
}

HRESULT SafeArrayUnaccessData(SAFEARRAY* array) { return SafeArrayUnlock(array); }

HRESULT SafeArrayGetLBound(SAFEARRAY* array, UINT dimension, LONG* bound) {
  if (array == nullptr || bound == nullptr) return E_INVALIDARG;
  const SAFEARRAYBOUND* found = bound_of(array, dimension);
  if (found == nullptr) return DISP_E_BADINDEX;
  *bound = found->lLbound;
  return S_OK;
}

HRESULT SafeArrayGetUBound(SAFEARRAY* array, UINT dimension, LONG* bound) {
  if (array == nullptr || bound == nullptr) return E_INVALIDARG;
  const SAFEARRAYBOUND* found = bound_of(array, dimension);
  if (found == nullptr) return DISP_E_BADINDEX;
  *bound = static_cast<LONG>(std::int64_t{found->lLbound} + found->cElements - 1);
  return S_OK;
}

UINT SafeArrayGetDim(SAFEARRAY* array) { return array == nullptr ? 0 : array->cDims; }

UINT SafeArrayGetElemsize(SAFEARRAY* array) { return array == nullptr ? 0 : array->cbElements; }

HRESULT SafeArrayGetVartype(SAFEARRAY* array, VARTYPE* type) {
  if (array == nullptr || type == nullptr) return E_INVALIDARG;
  if ((array->fFeatures & FADF_HAVEVARTYPE) != 0) {
    std::uint32_t stored = 0;
    std::memcpy(&stored, block_of(array) + hidden_size - sizeof stored, sizeof stored);
    *type = static_cast<VARTYPE>(stored);
  } else if ((array->fFeatures & FADF_BSTR) != 0) {
    *type = VT_BSTR;
  } else if ((array->fFeatures & FADF_UNKNOWN) != 0) {
    *type = VT_UNKNOWN;
  } else if ((array->fFeatures & FADF_DISPATCH) != 0) {
    *type = VT_DISPATCH;
  } else if ((array->fFeatures & FADF_VARIANT) != 0) {
    *type = VT_VARIANT;
  } else {
    return E_INVALIDARG;
  }
  return S_OK;
}

HRESULT SafeArrayCopy(SAFEARRAY* array, SAFEARRAY** copy) {
  if (copy == nullptr) return E_INVALIDARG;
  *copy = nullptr;
  if (array == nullptr) return S_OK;
  VARTYPE type = VT_EMPTY;
  const HRESULT known = SafeArrayGetVartype(array, &type);
  if (FAILED(known)) return known;

  SAFEARRAYBOUND bounds[most_dimensions];
  if (array->cDims == 0 || array->cDims > most_dimensions) return E_INVALIDARG;
  for (UINT i = 0; i < array->cDims; ++i) bounds[i] = array->rgsabound[array->cDims - 1 - i];
  SAFEARRAY* fresh = SafeArrayCreate(type, array->cDims, bounds);
  if (fresh == nullptr) return E_OUTOFMEMORY;
  fresh->fFeatures = static_cast<USHORT>(fresh->fFeatures | (array->fFeatures & FADF_CREATEVECTOR));
  if ((array->fFeatures & FADF_HAVEIID) != 0) std::memcpy(block_of(fresh), block_of(array), sizeof(IID));

  const std::size_t count = count_of(array);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t offset = i * array->cbElements;
    const HRESULT result = copy_element(array, static_cast<unsigned char*>(array->pvData) + offset,
                                        static_cast<unsigned char*>(fresh->pvData) + offset);
    if (FAILED(result)) {
      SafeArrayDestroy(fresh);
      return result;
    }
  }
  *copy = fresh;
  return S_OK;
}

}  // extern "C"
