// How one parameter of a member travels in a VARIANT. Used by dispatch_table.h alone.
#pragma once

#include <type_traits>

#include "discbench/com.h"

namespace discbench::com::detail {

/// `argument` as a variant of `type`, its references followed; the caller clears it. DISP_E_TYPEMISMATCH,
/// DISP_E_OVERFLOW.
HRESULT coerce(const VARIANTARG& argument, VARTYPE type, VARIANT* value);
/// The object in a VT_DISPATCH or VT_UNKNOWN variant, asked for `iid`; NULL for a NULL object.
HRESULT coerce_interface(const VARIANTARG& argument, REFIID iid, void** object);
/// The array of VARIANT in a variant; it stays the caller's.
HRESULT coerce_array(const VARIANTARG& argument, SAFEARRAY** array);

/// How a value type is spelled in a VARIANT.
template <class Value>
struct Wire;

template <>
struct Wire<VARIANT_BOOL> {
  static constexpr VARTYPE type = VT_BOOL;
  static VARIANT_BOOL get(const VARIANT& variant) { return variant.boolVal; }
  static void set(VARIANT& variant, VARIANT_BOOL value) { variant.boolVal = value; }
};
template <>
struct Wire<LONG> {
  static constexpr VARTYPE type = VT_I4;
  static LONG get(const VARIANT& variant) { return variant.lVal; }
  static void set(VARIANT& variant, LONG value) { variant.lVal = value; }
};
template <>
struct Wire<ULONG> {
  static constexpr VARTYPE type = VT_UI4;
  static ULONG get(const VARIANT& variant) { return variant.ulVal; }
  static void set(VARIANT& variant, ULONG value) { variant.ulVal = value; }
};
template <class Enumeration>
requires std::is_enum_v<Enumeration>
struct Wire<Enumeration> {
  static constexpr VARTYPE type = VT_I4;
  static Enumeration get(const VARIANT& variant) { return static_cast<Enumeration>(variant.lVal); }
  static void set(VARIANT& variant, Enumeration value) { variant.lVal = static_cast<LONG>(value); }
};

/// An [in] value: coerced from the caller's variant, and freed after the call.
template <class Value>
class Parameter {
 public:
  static constexpr bool is_out = false;

  HRESULT load(const VARIANTARG& argument) {
    VARIANT value{};
    const HRESULT result = coerce(argument, Wire<Value>::type, &value);
    if (SUCCEEDED(result)) value_ = Wire<Value>::get(value);
    return result;
  }
  Value pass() { return value_; }

 private:
  Value value_{};
};

/// [in] BSTR.
template <>
class Parameter<BSTR> {
 public:
  static constexpr bool is_out = false;

  Parameter() = default;
  Parameter(const Parameter&) = delete;
  Parameter& operator=(const Parameter&) = delete;
  ~Parameter() { VariantClear(&value_); }
  HRESULT load(const VARIANTARG& argument) { return coerce(argument, VT_BSTR, &value_); }
  BSTR pass() { return value_.vt == VT_BSTR ? value_.bstrVal : nullptr; }

 private:
  VARIANT value_{};
};

/// [in] interface.
template <class Interface>
requires std::is_base_of_v<IUnknown, Interface>
class Parameter<Interface*> {
 public:
  static constexpr bool is_out = false;

  Parameter() = default;
  Parameter(const Parameter&) = delete;
  Parameter& operator=(const Parameter&) = delete;
  ~Parameter() {
    if (object_ != nullptr) object_->Release();
  }
  HRESULT load(const VARIANTARG& argument) {
    void* found = nullptr;
    const HRESULT result = coerce_interface(argument, uuid_of<Interface>(), &found);
    object_ = static_cast<Interface*>(found);
    return result;
  }
  Interface* pass() { return object_; }

 private:
  Interface* object_ = nullptr;
};

/// [in] SAFEARRAY.
template <>
class Parameter<SAFEARRAY*> {
 public:
  static constexpr bool is_out = false;

  HRESULT load(const VARIANTARG& argument) { return coerce_array(argument, &array_); }
  SAFEARRAY* pass() { return array_; }

 private:
  SAFEARRAY* array_ = nullptr;
};

/// [out, retval] of a plain value: what Invoke answers with.
template <class Value>
requires requires { Wire<Value>::type; }
class Parameter<Value*> {
 public:
  static constexpr bool is_out = true;

  Value* pass() { return &value_; }
  void store(VARIANT& result) {
    result.vt = Wire<Value>::type;
    Wire<Value>::set(result, value_);
  }

 private:
  Value value_{};
};

/// [out, retval] BSTR.
template <>
class Parameter<BSTR*> {
 public:
  static constexpr bool is_out = true;

  BSTR* pass() { return &value_; }
  void store(VARIANT& result) {
    result.vt = VT_BSTR;
    result.bstrVal = value_;
  }

 private:
  BSTR value_ = nullptr;
};

/// [out, retval] SAFEARRAY of VARIANT.
template <>
class Parameter<SAFEARRAY**> {
 public:
  static constexpr bool is_out = true;

  SAFEARRAY** pass() { return &value_; }
  void store(VARIANT& result) {
    result.vt = static_cast<VARTYPE>(VT_ARRAY | VT_VARIANT);
    result.parray = value_;
  }

 private:
  SAFEARRAY* value_ = nullptr;
};

/// [out, retval] interface: VT_DISPATCH where it is one.
template <class Interface>
requires std::is_base_of_v<IUnknown, Interface>
class Parameter<Interface**> {
 public:
  static constexpr bool is_out = true;

  Interface** pass() { return &value_; }
  void store(VARIANT& result) {
    if constexpr (std::is_base_of_v<IDispatch, Interface>) {
      result.vt = VT_DISPATCH;
      result.pdispVal = value_;
    } else {
      result.vt = VT_UNKNOWN;
      result.punkVal = value_;
    }
  }

 private:
  Interface* value_ = nullptr;
};

}  // namespace discbench::com::detail
