// IDispatch: the names of the members, and the same properties by Invoke as by the vtable.
#include <array>

#include "check/circumstances.h"
#include "check/groups.h"
#include "check/hexadecimal.h"
#include "check/import_recorder.h"
#include "check/in_use.h"
#include "check/late_binding.h"
#include "check/properties.h"
#include "check/property_checks.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view names_page = "nf-oaidl-idispatch-getidsofnames";
constexpr std::string_view invoke_page = "nf-oaidl-idispatch-invoke";

struct Member {
  const OLECHAR* name;
  std::string_view text;  ///< the same, for messages
  DISPID id;
};

// Windows SDK, imapi2.idl.
constexpr DISPID in_use_id = 0x101;
constexpr DISPID import_recorder_id = 0x102;
constexpr std::array multisession_members{
    Member{OLESTR("IsSupportedOnCurrentMediaState"), "IsSupportedOnCurrentMediaState", 0x100},
    Member{OLESTR("InUse"), "InUse", in_use_id},
    Member{OLESTR("ImportRecorder"), "ImportRecorder", import_recorder_id},
};
constexpr std::array sequential_members{
    Member{OLESTR("IsFirstDataSession"), "IsFirstDataSession", 0x200},
    Member{OLESTR("StartAddressOfPreviousSession"), "StartAddressOfPreviousSession", 0x201},
    Member{OLESTR("LastWrittenAddressOfPreviousSession"), "LastWrittenAddressOfPreviousSession", 0x202},
    Member{OLESTR("NextWritableAddress"), "NextWritableAddress", 0x203},
    Member{OLESTR("FreeSectorsOnMedia"), "FreeSectorsOnMedia", 0x204},
};
constexpr std::array sequential2_members{Member{OLESTR("WriteUnitSize"), "WriteUnitSize", 0x205}};

constexpr std::array random_write_members{
    Member{OLESTR("WriteUnitSize"), "WriteUnitSize", 0x205},
    Member{OLESTR("LastWrittenAddress"), "LastWrittenAddress", 0x206},
    Member{OLESTR("TotalSectorsOnMedia"), "TotalSectorsOnMedia", 0x207},
};

template <std::size_t count>
void compare_ids(Stage& stage, const Element& element, std::string_view through, IDispatch* object,
                 const std::array<Member, count>& members) {
  for (const Member& member : members) {
    DISPID id = static_cast<DISPID>(sentinel);
    const HRESULT hr = id_of_name(object, member.name, id);
    const std::string call = element.call("GetIDsOfNames(" + std::string(member.text) + ") through ");
    stage.checker.compare(call + std::string(through), SUCCEEDED(hr) && id == member.id,
                          "success with " + hexadecimal(static_cast<std::uint32_t>(member.id)),
                          describe(hr) + " with " + hexadecimal(static_cast<std::uint32_t>(id)));
  }
}

void multisession_names(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element& element : reached.elements) {
    compare_ids(stage, element, "IMultisession", element.multisession.get(), multisession_members);
    compare_ids(stage, element, "the list's IDispatch", element.dispatch.get(), multisession_members);
  }
}

void sequential_names(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, next_writable_address)) {
    compare_ids(stage, *element, "IMultisessionSequential", element->sequential.get(), multisession_members);
    compare_ids(stage, *element, "IMultisessionSequential", element->sequential.get(), sequential_members);
  }
}

void sequential2_names(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, write_unit_size)) {
    compare_ids(stage, *element, "IMultisessionSequential2", element->sequential2.get(), sequential_members);
    compare_ids(stage, *element, "IMultisessionSequential2", element->sequential2.get(), sequential2_members);
  }
}

void random_write_names(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, random_write::write_unit_size)) {
    compare_ids(stage, *element, "IMultisessionRandomWrite", element->random_write.get(), multisession_members);
    compare_ids(stage, *element, "IMultisessionRandomWrite", element->random_write.get(), random_write_members);
  }
}

void unknown_name(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element& element : reached.elements) {
    DISPID id = static_cast<DISPID>(sentinel);
    const HRESULT hr = id_of_name(element.dispatch.get(), OLESTR("NoMemberHasThisName"), id);
    stage.checker.compare(element.call("GetIDsOfNames(NoMemberHasThisName)"), FAILED(hr),
                          "failure, DISP_E_UNKNOWNNAME (0x80020006) by the documentation", describe(hr));
  }
}

void unknown_member(Stage& stage) {
  constexpr DISPID no_member = 0x7A11;
  const Reached reached = reach(stage);
  for (const Element& element : reached.elements) {
    Variant result;
    const HRESULT hr = invoke_get(element.dispatch.get(), no_member, result);
    stage.checker.compare(element.call("Invoke(0x7A11, DISPATCH_PROPERTYGET)"), FAILED(hr),
                          "failure, DISP_E_MEMBERNOTFOUND (0x80020003) by the documentation", describe(hr));
  }
}

/// Both ways fail, or both succeed with one value.
void compare_ways(Stage& stage, const Element& element, IDispatch* object, const Member& member,
                  const Property& property) {
  const Reading early = first_answer(stage, element, property);
  answered(stage, element, property, early);
  const LateReading late = read_late(object, member.id, early.boolean);
  const bool same = early.succeeded() == late.reading.succeeded() &&
                    (!early.succeeded() || (late.right_type && late.reading.value == early.value));
  stage.checker.note_success_code(element.call("Invoke(" + std::string(member.text) + ")"), late.reading.hr);
  stage.checker.compare(
      element.call("Invoke(" + std::string(member.text) + ", DISPATCH_PROPERTYGET)"), same,
      early.succeeded() ? "success with " + describe_value(early) + ", as by the vtable" : "failure, as by the vtable",
      describe(late));
}

void multisession_gets_agree(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element& element : reached.elements) {
    for (IDispatch* object : {element.dispatch.get(), static_cast<IDispatch*>(element.multisession.get())}) {
      compare_ways(stage, element, object, multisession_members[0], is_supported_on_current_media_state);
      compare_ways(stage, element, object, multisession_members[1], in_use);
    }
  }
}

void sequential_gets_agree(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, next_writable_address)) {
    IDispatch* object = element->sequential.get();
    compare_ways(stage, *element, object, sequential_members[0], is_first_data_session);
    compare_ways(stage, *element, object, sequential_members[1], start_address_of_previous_session);
    compare_ways(stage, *element, object, sequential_members[2], last_written_address_of_previous_session);
    compare_ways(stage, *element, object, sequential_members[3], next_writable_address);
    compare_ways(stage, *element, object, sequential_members[4], free_sectors_on_media);
  }
}

void sequential2_gets_agree(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, write_unit_size)) {
    compare_ways(stage, *element, element->sequential2.get(), sequential2_members[0], write_unit_size);
  }
}

void random_write_gets_agree(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, random_write::write_unit_size)) {
    IDispatch* object = element->random_write.get();
    compare_ways(stage, *element, object, random_write_members[0], random_write::write_unit_size);
    compare_ways(stage, *element, object, random_write_members[1], random_write::last_written_address);
    compare_ways(stage, *element, object, random_write_members[2], random_write::total_sectors_on_media);
  }
}

void import_recorder_agrees(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element& element : reached.elements) {
    const ImportRecorder early = import_recorder_of(element);
    Variant result;
    const HRESULT hr = invoke_get(element.multisession.get(), import_recorder_id, result);
    const std::string call = element.call("Invoke(ImportRecorder, DISPATCH_PROPERTYGET)");
    if (FAILED(early.hr)) {
      stage.checker.compare(call, FAILED(hr), "failure, as by the vtable", describe(hr));
      continue;
    }
    const bool object = SUCCEEDED(hr) && result->vt == VT_DISPATCH && result->pdispVal;
    const auto late = object ? query<IDiscRecorder2>(result->pdispVal) : Pointer<IDiscRecorder2>();
    const std::string expected = early.recorder ? device_of(early.recorder.get()) : "the writer's device";
    const std::string observed = late ? device_of(late.get()) : "none";
    stage.checker.compare(call, late && observed == expected, "success with VT_DISPATCH (9), a recorder of " + expected,
                          describe(hr) + " with vt " + std::to_string(result->vt) + ", a recorder of " + observed);
  }
}

/// Puts one way and reads the other, on supported elements.
void in_use_put_by_invoke(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Held& held : hold_supported(stage, reached)) {
    for (IDispatch* object : {held->dispatch.get(), static_cast<IDispatch*>(held->multisession.get())}) {
      for (const VARIANT_BOOL value : {VARIANT_TRUE, VARIANT_FALSE, VARIANT_TRUE}) {
        stage.checker.succeeded(held->call("Invoke(InUse, DISPATCH_PROPERTYPUT, " + describe_boolean(value) + ")"),
                                invoke_put(object, in_use_id, value));
        reads(stage, held, value, "after Invoke(InUse, DISPATCH_PROPERTYPUT)");
      }
    }
  }
}

void in_use_get_by_invoke(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Held& held : hold_supported(stage, reached)) {
    for (IDispatch* object : {held->dispatch.get(), static_cast<IDispatch*>(held->multisession.get())}) {
      for (const VARIANT_BOOL value : {VARIANT_TRUE, VARIANT_FALSE, VARIANT_TRUE}) {
        step_put(stage, held, value);
        const LateReading late = read_late(object, in_use_id, true);
        stage.checker.compare(held->call("Invoke(InUse, DISPATCH_PROPERTYGET) after " + put_text(value)),
                              late.reading.succeeded() && late.right_type && late.reading.value == value,
                              "success with VT_BOOL " + describe_boolean(value), describe(late));
      }
    }
  }
}

constexpr std::array entries{
    Entry{{.id = "com.get-ids-of-names.multisession",
           .page = names_page,
           .level = Level::must,
           .statement = "The members of IMultisession have the ids of the type library, by the list's pointer, too."},
          nullptr,
          multisession_names},
    Entry{{.id = "com.get-ids-of-names.sequential",
           .page = names_page,
           .level = Level::must,
           .statement = "The members of IMultisessionSequential have the ids of the type library."},
          nullptr,
          sequential_names},
    Entry{{.id = "com.get-ids-of-names.sequential2",
           .page = names_page,
           .level = Level::must,
           .statement = "The members of IMultisessionSequential2 have the ids of the type library.",
           .since = contract::Generation::win7},
          nullptr,
          sequential2_names},
    Entry{{.id = "com.get-ids-of-names.random-write",
           .page = names_page,
           .level = Level::must,
           .statement = "The members of IMultisessionRandomWrite have the ids of the type library."},
          nullptr,
          random_write_names},
    Entry{{.id = "com.get-ids-of-names.unknown",
           .page = names_page,
           .level = Level::must,
           .statement = "A name that no member has is answered by failure."},
          nullptr,
          unknown_name},
    Entry{{.id = "com.invoke.multisession",
           .page = invoke_page,
           .level = Level::must,
           .statement = "Read by Invoke, the members of IMultisession answer as by the vtable."},
          nullptr,
          multisession_gets_agree},
    Entry{{.id = "com.invoke.sequential",
           .page = invoke_page,
           .level = Level::must,
           .statement = "Read by Invoke, the members of IMultisessionSequential answer as by the vtable."},
          nullptr,
          sequential_gets_agree},
    Entry{{.id = "com.invoke.sequential2",
           .page = invoke_page,
           .level = Level::must,
           .statement = "Read by Invoke, the members of IMultisessionSequential2 answer as by the vtable.",
           .since = contract::Generation::win7},
          nullptr,
          sequential2_gets_agree},
    Entry{{.id = "com.invoke.random-write",
           .page = invoke_page,
           .level = Level::must,
           .statement = "Read by Invoke, the members of IMultisessionRandomWrite answer as by the vtable."},
          where_the_capacity_stands_still,
          random_write_gets_agree},
    Entry{{.id = "com.invoke.import-recorder",
           .page = invoke_page,
           .level = Level::must,
           .statement = "Read by Invoke, ImportRecorder is a recorder of the same device."},
          nullptr,
          import_recorder_agrees},
    Entry{{.id = "com.invoke.in-use-put",
           .page = invoke_page,
           .level = Level::must,
           .statement = "What is put into InUse by Invoke is read by the vtable."},
          nullptr,
          in_use_put_by_invoke},
    Entry{{.id = "com.invoke.in-use-get",
           .page = invoke_page,
           .level = Level::must,
           .statement = "What is put into InUse by the vtable is read by Invoke."},
          nullptr,
          in_use_get_by_invoke},
    Entry{{.id = "com.invoke.unknown",
           .page = invoke_page,
           .level = Level::must,
           .statement = "An id that no member has is answered by failure."},
          nullptr,
          unknown_member},
};

}  // namespace

std::span<const Entry> com_dispatch_clauses() { return entries; }

}  // namespace discbench::check
