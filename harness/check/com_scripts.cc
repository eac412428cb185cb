// IDispatch as scripts use it: names in any case, a method or a property in one go, and nothing where no answer is
// wanted.
#include <array>

#include "check/circumstances.h"
#include "check/groups.h"
#include "check/hexadecimal.h"
#include "check/late_binding.h"
#include "check/properties.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view names_page = "nf-oaidl-idispatch-getidsofnames";
constexpr std::string_view invoke_page = "nf-oaidl-idispatch-invoke";

struct Member {
  std::string_view name;
  DISPID id;
  bool read_only = true;
};

// Windows SDK, imapi2.idl. Numbers that another call in between cannot change.
constexpr Member in_use_member{"InUse", 0x101, false};
constexpr std::array multisession_members{Member{"IsSupportedOnCurrentMediaState", 0x100}, in_use_member};
constexpr std::array sequential_members{
    Member{"IsFirstDataSession", 0x200},
    Member{"StartAddressOfPreviousSession", 0x201},
    Member{"LastWrittenAddressOfPreviousSession", 0x202},
    Member{"NextWritableAddress", 0x203},
    Member{"FreeSectorsOnMedia", 0x204},
};
constexpr std::array random_write_members{Member{"WriteUnitSize", 0x205}};
constexpr std::array data_members{
    Member{"NextWritableAddress", 0x10A},
    Member{"MediaPhysicallyBlank", 0x700},
    Member{"ForceMediaToBeClosed", 0x10D, false},
};

/// An object with members that a script may get.
struct Scripted {
  std::string name;
  IDispatch* object = nullptr;
  std::vector<Member> members{};

  std::string call(std::string_view what, const Member& member, std::string_view rest) const {
    return name + ": " + std::string(what) + "(" + std::string(member.name) + std::string(rest) + ")";
  }
};

template <class Members>
void append(std::vector<Member>& to, const Members& members) {
  for (const Member& member : members) to.push_back(member);
}

/// The elements and the writer.
std::vector<Scripted> scripted_objects(const Reached& reached) {
  std::vector<Scripted> all;
  for (const Element& element : reached.elements) {
    Scripted each{element.name, element.dispatch.get()};
    append(each.members, multisession_members);
    if (element.sequential) append(each.members, sequential_members);
    if (element.random_write) append(each.members, random_write_members);
    all.push_back(std::move(each));
  }
  Scripted writer{"IDiscFormat2Data", reached.writer.get()};
  append(writer.members, data_members);
  all.push_back(std::move(writer));
  return all;
}

template <class Check>
void for_each_member(Stage& stage, Check&& check) {
  const Reached reached = reach(stage);
  for (const Scripted& each : scripted_objects(reached)) {
    for (const Member& member : each.members) check(each, member);
  }
}

/// What a script gets, as one comparable text: the value, or no more than that it failed.
struct Answer {
  HRESULT hr = E_UNEXPECTED;
  VARTYPE type = VT_EMPTY;
  std::int64_t value = 0;

  bool same_as(const Answer& other) const {
    if (FAILED(hr) || FAILED(other.hr)) return FAILED(hr) == FAILED(other.hr);
    return type == other.type && value == other.value;
  }
  std::string text() const {
    if (FAILED(hr)) return describe(hr);
    return describe(hr) + " with vt " + std::to_string(type) + ", " + std::to_string(value);
  }
};

Answer ask(IDispatch* object, DISPID id, WORD flags) {
  Variant result;
  const HRESULT hr = invoke_get(object, id, result, flags);
  Answer answer{.hr = hr, .type = result->vt};
  if (FAILED(hr)) return answer;
  if (result->vt == VT_BOOL) answer.value = result->boolVal;
  if (result->vt == VT_I4) answer.value = result->lVal;
  return answer;
}

/// The device may have a change to report to the first command.
Answer ask_settled(IDispatch* object, DISPID id) {
  constexpr int tries_max = 10;
  Answer answer = ask(object, id, DISPATCH_PROPERTYGET);
  for (int tries = 1; tries < tries_max && FAILED(answer.hr); ++tries) answer = ask(object, id, DISPATCH_PROPERTYGET);
  return answer;
}

std::u16string in_case(std::string_view name, bool upper) {
  const char first = upper ? 'a' : 'A';
  const char last = upper ? 'z' : 'Z';
  const int distance = upper ? 'A' - 'a' : 'a' - 'A';
  std::u16string text;
  for (const char each : name) {
    text += static_cast<char16_t>(each >= first && each <= last ? each + distance : each);
  }
  return text;
}

void names_have_no_case(Stage& stage) {
  for_each_member(stage, [&](const Scripted& each, const Member& member) {
    for (const bool upper : {false, true}) {
      DISPID id = static_cast<DISPID>(sentinel);
      const HRESULT hr = id_of_name(each.object, in_case(member.name, upper).c_str(), id);
      stage.checker.compare(each.call("GetIDsOfNames", member, upper ? " in capitals" : " in small letters"),
                            SUCCEEDED(hr) && id == member.id,
                            "success with " + hexadecimal(static_cast<std::uint32_t>(member.id)),
                            describe(hr) + " with " + hexadecimal(static_cast<std::uint32_t>(id)));
    }
  });
}

void gets_with_both_flags(Stage& stage) {
  for_each_member(stage, [&](const Scripted& each, const Member& member) {
    const Answer plain = ask_settled(each.object, member.id);
    const Answer both = ask(each.object, member.id, DISPATCH_METHOD | DISPATCH_PROPERTYGET);
    stage.checker.compare(each.call("Invoke", member, ", DISPATCH_METHOD | DISPATCH_PROPERTYGET"), both.same_as(plain),
                          plain.text() + ", as with DISPATCH_PROPERTYGET", both.text());
  });
}

HRESULT invoke_for_nothing(IDispatch* object, DISPID id, DISPPARAMS parameters) {
  return object->Invoke(id, IID_NULL, LOCALE_NEUTRAL, DISPATCH_PROPERTYGET, &parameters, nullptr, nullptr, nullptr);
}

void survives_null(Stage& stage) {
  constexpr Member no_member{"0x7A11", 0x7A11};
  constexpr std::string_view rest = ", DISPATCH_PROPERTYGET) with NULL for result, exception and argument";
  const auto compare = [&](const std::string& call, HRESULT hr, bool succeeds) {
    stage.checker.compare(call, static_cast<bool>(SUCCEEDED(hr)) == succeeds, succeeds ? "success" : "failure",
                          describe(hr));
  };
  for_each_member(stage, [&](const Scripted& each, const Member& member) {
    const Answer with_result = ask_settled(each.object, member.id);
    compare(each.call("Invoke", member, rest), invoke_for_nothing(each.object, member.id, {}),
            SUCCEEDED(with_result.hr));
    compare(each.call("Invoke", no_member, rest), invoke_for_nothing(each.object, no_member.id, {}), false);
  });
}

void refuses_arguments(Stage& stage) {
  for_each_member(stage, [&](const Scripted& each, const Member& member) {
    VARIANTARG argument{};
    argument.vt = VT_I4;
    const DISPPARAMS one{.rgvarg = &argument, .rgdispidNamedArgs = nullptr, .cArgs = 1, .cNamedArgs = 0};
    Variant result;
    const HRESULT hr = invoke(each.object, member.id, DISPATCH_PROPERTYGET, one, result.address());
    stage.checker.compare(each.call("Invoke", member, ", DISPATCH_PROPERTYGET) with one argument"), FAILED(hr),
                          "failure, DISP_E_BADPARAMCOUNT (0x8002000E) by the documentation", describe(hr));
  });
}

void refuses_to_put(Stage& stage) {
  for_each_member(stage, [&](const Scripted& each, const Member& member) {
    if (!member.read_only) return;
    const HRESULT hr = invoke_put(each.object, member.id, VARIANT_TRUE);
    stage.checker.compare(each.call("Invoke", member, ", DISPATCH_PROPERTYPUT"), FAILED(hr),
                          "failure, DISP_E_MEMBERNOTFOUND (0x80020003) by the documentation", describe(hr));
  });
}

constexpr std::array entries{
    Entry{{.id = "com.get-ids-of-names.case",
           .page = names_page,
           .level = Level::must,
           .statement = "A name leads to its number in small letters and in capitals, too."},
          nullptr,
          names_have_no_case},
    Entry{{.id = "com.invoke.method-or-property",
           .page = invoke_page,
           .level = Level::must,
           .statement = "A property is read with DISPATCH_METHOD and DISPATCH_PROPERTYGET together as with the one."},
          nullptr,
          gets_with_both_flags},
    Entry{{.id = "com.invoke.null",
           .page = invoke_page,
           .level = Level::must,
           .statement = "Who wants no result and no word of an error passes NULL: the call ends as it would otherwise, "
                        "a failure, too."},
          nullptr,
          survives_null},
    Entry{{.id = "com.invoke.arguments",
           .page = invoke_page,
           .level = Level::must,
           .statement = "A property that takes no argument is not read with one."},
          nullptr,
          refuses_arguments},
    Entry{{.id = "com.invoke.read-only",
           .page = invoke_page,
           .level = Level::must,
           .statement = "A property that is only read cannot be put by Invoke."},
          nullptr,
          refuses_to_put},
};

}  // namespace

std::span<const Entry> com_script_clauses() { return entries; }

}  // namespace discbench::check
