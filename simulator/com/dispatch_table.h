// IDispatch from a table of members: the same members that the vtable holds, so that the two cannot disagree.
//
//   constexpr DispatchMember members[] = {
//       property<&IMultisession::get_InUse, &IMultisession::put_InUse>(OLESTR("InUse"), DISPID_IMULTISESSION_INUSE),
//       property<&IMultisession::get_ImportRecorder>(OLESTR("ImportRecorder"), DISPID_IMULTISESSION_IMPORTRECORDER),
//       method<&IDiscFormat2Data::Write>(OLESTR("Write"), DISPID_IDISCFORMAT2DATA_WRITE),
//   };
//   class Mine final : public DispatchObject<Serves<IMultisession, IDispatch>> { Mine() : DispatchObject(members) {} };
//
// Rules: MS-OAUT, "IDispatch::Invoke", and the documentation of IDispatch.
#pragma once

#include <array>
#include <span>
#include <tuple>
#include <utility>

#include "com/dispatch_arguments.h"
#include "com/object.h"

namespace discbench::com {

/// What came of an Invoke: a fault of the caller's parameters, or else the member's own code.
struct Invocation {
  HRESULT fault = S_OK;
  HRESULT result = S_OK;
};

/// The arguments of one Invoke in the member's order, first to last; rgvarg holds them the other way round.
struct Arguments {
  const DISPPARAMS* parameters;
  UINT* bad_argument;  ///< where the index in rgvarg of a wrong argument goes; may be NULL
};

using Invoker = Invocation (*)(IDispatch* object, const Arguments& arguments, VARIANT* result);

struct DispatchMember {
  const OLECHAR* name;
  DISPID id;
  Invoker get;         ///< null: not a property that can be read
  Invoker put;         ///< null: not a property that can be written
  Invoker call;        ///< null: not a method
  bool put_reference;  ///< an object is put: DISPATCH_PROPERTYPUTREF is as good
};

/// IDispatch's members over a table, for `object`, which has those members.
HRESULT get_ids_of_names(std::span<const DispatchMember> members, REFIID iid, LPOLESTR* names, UINT count, DISPID* ids);
HRESULT invoke(std::span<const DispatchMember> members, IDispatch* object, DISPID id, REFIID iid, WORD flags,
               DISPPARAMS* parameters, VARIANT* result, EXCEPINFO* exception, UINT* bad_argument);

namespace detail {

template <class Slots, std::size_t... Index>
HRESULT load_all(Slots& slots, const Arguments& arguments, std::index_sequence<Index...>) {
  HRESULT result = S_OK;
  [[maybe_unused]] const auto load = [&](auto& slot, UINT place) {
    const UINT reversed = arguments.parameters->cArgs - 1 - place;
    result = slot.load(arguments.parameters->rgvarg[reversed]);
    if (FAILED(result) && arguments.bad_argument != nullptr) *arguments.bad_argument = reversed;
    return SUCCEEDED(result);
  };
  static_cast<void>((load(std::get<Index>(slots), static_cast<UINT>(Index)) && ...));
  return result;
}

template <class Interface, class... Types>
Invocation invoke_member(HRESULT (STDMETHODCALLTYPE Interface::*member)(Types...), IDispatch* object,
                         const Arguments& arguments, VARIANT* result) {
  constexpr std::size_t outs = (std::size_t{0} + ... + (Parameter<Types>::is_out ? 1 : 0));
  constexpr std::size_t ins = sizeof...(Types) - outs;
  static_assert(outs <= 1, "a member that scripts can call has one result at most");
  if (arguments.parameters->cArgs != ins) return {.fault = DISP_E_BADPARAMCOUNT};

  std::tuple<Parameter<Types>...> slots;
  const HRESULT loaded = load_all(slots, arguments, std::make_index_sequence<ins>());
  if (FAILED(loaded)) return {.fault = loaded};

  const HRESULT returned =
      std::apply([&](auto&... slot) { return (static_cast<Interface*>(object)->*member)(slot.pass()...); }, slots);
  if constexpr (outs == 1) {
    // Stored after a failure too: whoever clears the variant frees what a careless member left behind.
    VARIANT value{};
    std::get<ins>(slots).store(value);
    if (SUCCEEDED(returned) && result != nullptr) {
      *result = value;
    } else {
      VariantClear(&value);
    }
  }
  return {.result = returned};
}

template <auto Member>
Invocation invoke_through(IDispatch* object, const Arguments& arguments, VARIANT* result) {
  return invoke_member(Member, object, arguments, result);
}

template <class Interface, class Value>
constexpr bool takes_object(HRESULT (STDMETHODCALLTYPE Interface::*)(Value)) {
  return std::is_convertible_v<Value, IUnknown*>;
}

}  // namespace detail

template <auto Get>
constexpr DispatchMember property(const OLECHAR* name, DISPID id) {
  return {name, id, &detail::invoke_through<Get>, nullptr, nullptr, false};
}

template <auto Get, auto Put>
constexpr DispatchMember property(const OLECHAR* name, DISPID id) {
  return {name, id, &detail::invoke_through<Get>, &detail::invoke_through<Put>, nullptr, detail::takes_object(Put)};
}

template <auto Call>
constexpr DispatchMember method(const OLECHAR* name, DISPID id) {
  return {name, id, nullptr, nullptr, &detail::invoke_through<Call>, false};
}

/// An object whose first interface is a dual one.
template <class First, class... Others>
class DispatchObject : public Object<First, Others...> {
 public:
  HRESULT STDMETHODCALLTYPE GetTypeInfoCount(UINT* count) final {
    if (count == nullptr) return E_POINTER;
    *count = 0;  // no type library
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE GetTypeInfo(UINT, LCID, ITypeInfo** info) final {
    if (info == nullptr) return E_POINTER;
    *info = nullptr;
    return DISP_E_BADINDEX;
  }
  HRESULT STDMETHODCALLTYPE GetIDsOfNames(REFIID iid, LPOLESTR* names, UINT count, LCID, DISPID* ids) final {
    return get_ids_of_names(members_, iid, names, count, ids);
  }
  HRESULT STDMETHODCALLTYPE Invoke(DISPID id, REFIID iid, LCID, WORD flags, DISPPARAMS* parameters, VARIANT* result,
                                   EXCEPINFO* exception, UINT* bad_argument) final {
    auto* object = static_cast<typename First::Interface*>(this);
    return invoke(members_, object, id, iid, flags, parameters, result, exception, bad_argument);
  }

 protected:
  /// The table must outlive the object.
  explicit DispatchObject(std::span<const DispatchMember> table) : members_(table) {}

 private:
  std::span<const DispatchMember> members_;
};

}  // namespace discbench::com
