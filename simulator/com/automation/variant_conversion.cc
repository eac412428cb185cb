// VariantChangeType: the conversions that IDispatch::Invoke and scripts rely on.
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <variant>

#include "discbench/com.h"

namespace {

constexpr USHORT alphabetic_boolean = 0x2;  // VARIANT_ALPHABOOL

using Number = std::variant<std::int64_t, std::uint64_t, double>;

std::string narrow(BSTR string) {
  std::string text;
  for (UINT i = 0; i < SysStringLen(string); ++i) text += string[i] < 0x80 ? static_cast<char>(string[i]) : '?';
  const auto first = text.find_first_not_of(" \t");
  const auto last = text.find_last_not_of(" \t");
  return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

bool same_word(const std::string& text, const char* word) {
  std::size_t i = 0;
  for (; i < text.size() && word[i] != 0; ++i) {
    if ((text[i] | 0x20) != word[i]) return false;
  }
  return i == text.size() && word[i] == 0;
}

std::optional<Number> parse(BSTR string) {
  std::string text = narrow(string);
  if (same_word(text, "true")) return Number{std::int64_t{VARIANT_TRUE}};
  if (same_word(text, "false")) return Number{std::int64_t{0}};
  const char* first = text.data();
  const char* last = first + text.size();
  if (first != last && *first == '+') ++first;
  std::int64_t whole = 0;
  if (const auto [end, error] = std::from_chars(first, last, whole); error == std::errc() && end == last) {
    return Number{whole};
  }
  double real = 0;
  if (const auto [end, error] = std::from_chars(first, last, real); error == std::errc() && end == last) {
    return Number{real};
  }
  return std::nullopt;
}

/// Nothing where the variant holds no number.
std::optional<Number> number_in(const VARIANT& value) {
  switch (value.vt) {
    case VT_EMPTY:
      return Number{std::int64_t{0}};
    case VT_I1:
      return Number{std::int64_t{static_cast<std::int8_t>(value.bVal)}};
    case VT_UI1:
      return Number{std::int64_t{value.bVal}};
    case VT_I2:
    case VT_BOOL:
      return Number{std::int64_t{value.iVal}};
    case VT_UI2:
      return Number{std::int64_t{value.uiVal}};
    case VT_I4:
    case VT_INT:
    case VT_ERROR:
      return Number{std::int64_t{value.lVal}};
    case VT_UI4:
    case VT_UINT:
      return Number{std::int64_t{value.ulVal}};
    case VT_I8:
      return Number{value.llVal};
    case VT_UI8:
      return Number{value.ullVal};
    case VT_R4:
      return Number{double{value.fltVal}};
    case VT_R8:
    case VT_DATE:
      return Number{value.dblVal};
    case VT_BSTR:
      return parse(value.bstrVal);
    default:
      return std::nullopt;
  }
}

/// Halves go to the even neighbour (the default rounding mode), as OLE Automation rounds. Nothing: it does not fit.
template <class Integer>
std::optional<Integer> fit(const Number& number) {
  using Limits = std::numeric_limits<Integer>;
  if (const auto* real = std::get_if<double>(&number)) {
    const double rounded = std::nearbyint(*real);
    // The upper limit plus one is a power of two and so exact, which the limit itself is not for 64 bits.
    const double end = std::ldexp(1.0, Limits::digits);
    if (!(rounded >= static_cast<double>(Limits::min()) && rounded < end)) return std::nullopt;
    return static_cast<Integer>(rounded);
  }
  if (const auto* large = std::get_if<std::uint64_t>(&number)) {
    if (*large > static_cast<std::uint64_t>(Limits::max())) return std::nullopt;
    return static_cast<Integer>(*large);
  }
  const auto whole = std::get<std::int64_t>(number);
  if (whole < 0) {
    if (!Limits::is_signed || whole < static_cast<std::int64_t>(Limits::min())) return std::nullopt;
  } else if (static_cast<std::uint64_t>(whole) > static_cast<std::uint64_t>(Limits::max())) {
    return std::nullopt;
  }
  return static_cast<Integer>(whole);
}

template <class Integer>
HRESULT store(const VARIANT& source, const Number& number, Integer& place) {
  if (source.vt == VT_BOOL) {  // all bits of the target are set, unsigned or not
    place = static_cast<Integer>(source.boolVal == VARIANT_FALSE ? 0 : -1);
    return S_OK;
  }
  const auto fitted = fit<Integer>(number);
  if (!fitted) return DISP_E_OVERFLOW;
  place = *fitted;
  return S_OK;
}

double real_of(const Number& number) {
  return std::visit([](auto value) { return static_cast<double>(value); }, number);
}

HRESULT to_number(const VARIANT& source, VARTYPE type, VARIANT& result) {
  const auto number = number_in(source);
  if (!number) return DISP_E_TYPEMISMATCH;
  switch (type) {
    case VT_I1: {
      std::int8_t value = 0;
      const HRESULT stored = store(source, *number, value);
      result.bVal = static_cast<BYTE>(value);
      return stored;
    }
    case VT_UI1:
      return store(source, *number, result.bVal);
    case VT_I2:
      return store(source, *number, result.iVal);
    case VT_UI2:
      return store(source, *number, result.uiVal);
    case VT_I4:
    case VT_INT:
      return store(source, *number, result.lVal);
    case VT_UI4:
    case VT_UINT:
      return store(source, *number, result.ulVal);
    case VT_I8:
      return store(source, *number, result.llVal);
    case VT_UI8:
      return store(source, *number, result.ullVal);
    case VT_R4:
      result.fltVal = static_cast<FLOAT>(real_of(*number));
      return S_OK;
    case VT_R8:
    case VT_DATE:
      result.dblVal = real_of(*number);
      return S_OK;
    case VT_BOOL:
      result.boolVal = real_of(*number) != 0 ? VARIANT_TRUE : VARIANT_FALSE;
      return S_OK;
    default:
      return DISP_E_BADVARTYPE;
  }
}

std::string text_of(const VARIANT& source, const Number& number, USHORT flags) {
  if (source.vt == VT_EMPTY) return {};
  if (source.vt == VT_BOOL && (flags & alphabetic_boolean) != 0) return source.boolVal != 0 ? "True" : "False";
  char digits[64];
  const auto written =
      std::visit([&](auto value) { return std::to_chars(digits, digits + sizeof digits, value); }, number);
  return std::string(digits, written.ptr);
}

HRESULT to_string(const VARIANT& source, USHORT flags, VARIANT& result) {
  const auto number = number_in(source);
  if (!number) return DISP_E_TYPEMISMATCH;
  const std::string text = text_of(source, *number, flags);
  const std::u16string wide(text.begin(), text.end());
  result.bstrVal = SysAllocStringLen(wide.data(), static_cast<UINT>(wide.size()));
  return result.bstrVal == nullptr ? E_OUTOFMEMORY : S_OK;
}

HRESULT to_interface(const VARIANT& source, VARTYPE type, VARIANT& result) {
  if (source.vt != VT_DISPATCH && source.vt != VT_UNKNOWN) return DISP_E_TYPEMISMATCH;
  result.punkVal = nullptr;
  if (source.punkVal == nullptr) return S_OK;
  void* found = nullptr;
  const IID& iid = type == VT_DISPATCH ? IID_IDispatch : IID_IUnknown;
  if (FAILED(source.punkVal->QueryInterface(iid, &found))) return DISP_E_TYPEMISMATCH;
  result.byref = found;
  return S_OK;
}

/// `result` owns nothing yet. `source` is no reference, and not of the type asked for.
HRESULT convert(const VARIANT& source, USHORT flags, VARTYPE type, VARIANT& result) {
  if (type == VT_DISPATCH || type == VT_UNKNOWN) return to_interface(source, type, result);
  if (type == VT_BSTR) return to_string(source, flags, result);
  if (type == VT_EMPTY || type == VT_NULL) return source.vt == type ? S_OK : DISP_E_TYPEMISMATCH;
  return to_number(source, type, result);
}

}  // namespace

extern "C" HRESULT VariantChangeType(VARIANTARG* destination, const VARIANTARG* source, USHORT flags, VARTYPE type) {
  if (destination == nullptr || source == nullptr) return E_INVALIDARG;
  if ((type & VT_BYREF) != 0) return DISP_E_BADVARTYPE;
  VARIANT value{};
  const HRESULT copied = VariantCopyInd(&value, source);
  if (FAILED(copied)) return copied;

  VARIANT result{};
  HRESULT outcome = S_OK;
  if (value.vt == type) {
    std::swap(result, value);
  } else {
    outcome = (value.vt & VT_ARRAY) != 0 || (type & VT_ARRAY) != 0 ? DISP_E_TYPEMISMATCH
                                                                   : convert(value, flags, type, result);
    if (SUCCEEDED(outcome)) result.vt = type;
  }
  VariantClear(&value);
  if (FAILED(outcome)) return outcome;
  const HRESULT cleared = VariantClear(destination);
  if (FAILED(cleared)) {
    VariantClear(&result);
    return cleared;
  }
  *destination = result;
  return S_OK;
}
