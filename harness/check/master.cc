// IDiscMaster2, where the library offers MsftDiscMaster2.
#include <array>
#include <set>

#include "check/groups.h"
#include "check/own_recorder.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view interface_page = "nn-imapi2-idiscmaster2";
constexpr std::string_view count_page = "nf-imapi2-idiscmaster2-get_count";
constexpr std::string_view item_page = "nf-imapi2-idiscmaster2-get_item";

Pointer<IDiscMaster2> create_master(Stage& stage) {
  return create_offered<IDiscMaster2>(stage, CLSID_MsftDiscMaster2, "MsftDiscMaster2");
}

LONG step_count(Stage& stage, IDiscMaster2* master) {
  const Reading count = read(master, &IDiscMaster2::get_Count);
  stage.checker.require("IDiscMaster2: get_Count", count.hr);
  return static_cast<LONG>(count.value);
}

Text item(IDiscMaster2* master, LONG index) {
  BSTR out = nullptr;
  Text text{.hr = master->get_Item(index, &out)};
  if (FAILED(text.hr)) return text;
  text.text = com::text_of(out);
  SysFreeString(out);
  return text;
}

void answers_the_bases(Stage& stage) {
  const auto master = create_master(stage);
  answers_interface<IDiscMaster2>(stage, master.get(), "IDiscMaster2");
  answers_interface<IDispatch>(stage, master.get(), "IDispatch");
}

void counts(Stage& stage) {
  const auto master = create_master(stage);
  const Reading count = read(master.get(), &IDiscMaster2::get_Count);
  stage.checker.compare("IDiscMaster2: get_Count", count.succeeded() && !count.untouched && count.value >= 0,
                        "success with 0 or more", describe(count));
}

void names_each(Stage& stage) {
  const auto master = create_master(stage);
  const LONG count = step_count(stage, master.get());
  std::set<std::u16string> seen;
  for (LONG index = 0; index < count; ++index) {
    const Text id = item(master.get(), index);
    stage.checker.compare("IDiscMaster2: get_Item(" + std::to_string(index) + ")",
                          SUCCEEDED(id.hr) && !id.text.empty() && seen.insert(id.text).second,
                          "success with an id that no other item has", id.describe());
  }
  if (count == 0) stage.checker.not_applicable("the list of recorders is empty");
}

/// Devices that come and go may move the others, and so may a new start of the system.
void note_places(Stage& stage) {
  const auto master = create_master(stage);
  const auto again = create_master(stage);
  const LONG count = step_count(stage, master.get());
  LONG same = 0;
  for (LONG index = 0; index < count; ++index) {
    same += item(master.get(), index).text == item(again.get(), index).text ? 1 : 0;
  }
  stage.checker.note("a second list has the same id at " + std::to_string(same) + " of " + std::to_string(count) +
                     " places");
}

void refuses_other_places(Stage& stage) {
  const auto master = create_master(stage);
  const LONG count = step_count(stage, master.get());
  for (const LONG index : {count, count + 1000, LONG{-1}}) {
    stage.checker.failed("IDiscMaster2: get_Item(" + std::to_string(index) + ") of " + std::to_string(count),
                         item(master.get(), index).hr);
  }
}

void ids_lead_to_recorders(Stage& stage) {
  const auto master = create_master(stage);
  const LONG count = step_count(stage, master.get());
  if (count == 0) stage.checker.not_applicable("the list of recorders is empty");
  const Text id = item(master.get(), 0);
  const auto recorder = create_unbound_recorder(stage);
  const com::String text(id.text);
  stage.checker.succeeded("InitializeDiscRecorder of get_Item(0)", recorder->InitializeDiscRecorder(text.get()));
}

/// Every one by Next, one at a time and more than there are at once.
void enumerates_the_same(Stage& stage) {
  const auto master = create_master(stage);
  const LONG count = step_count(stage, master.get());
  IEnumVARIANT* out = nullptr;
  const HRESULT hr = master->get__NewEnum(&out);
  skip_not_implemented(stage, "get__NewEnum", hr);
  stage.checker.require("IDiscMaster2: get__NewEnum", hr);
  const auto enumerator = Pointer<IEnumVARIANT>::adopt(out);
  for (LONG index = 0; index < count; ++index) {
    VARIANT variant{};
    ULONG fetched = 0;
    const HRESULT next = enumerator->Next(1, &variant, &fetched);
    const bool text = SUCCEEDED(next) && fetched == 1 && variant.vt == VT_BSTR;
    const std::u16string observed = text ? com::text_of(variant.bstrVal) : std::u16string();
    stage.checker.compare("Next of get__NewEnum, element " + std::to_string(index + 1),
                          text && observed == item(master.get(), index).text, "the VT_BSTR of get_Item",
                          describe(next) + " with vt " + std::to_string(variant.vt));
    VariantClear(&variant);
  }
  VARIANT beyond{};
  ULONG fetched = 7;
  const HRESULT end = enumerator->Next(1, &beyond, &fetched);
  stage.checker.compare("Next of get__NewEnum behind the last", FAILED(end) || fetched == 0, "nothing fetched",
                        describe(end) + " with " + std::to_string(fetched));
  stage.checker.note("Next behind the last gives " + describe(end));
}

void tells_the_environment(Stage& stage) {
  const auto master = create_master(stage);
  const LONG count = step_count(stage, master.get());
  const Reading supported = read(master.get(), &IDiscMaster2::get_IsSupportedEnvironment);
  const VARIANT_BOOL wanted = count > 0 ? VARIANT_TRUE : VARIANT_FALSE;
  stage.checker.compare("IDiscMaster2: get_IsSupportedEnvironment with " + std::to_string(count) + " recorders",
                        supported.succeeded() && supported.value == wanted, "success with " + describe_boolean(wanted),
                        describe(supported));
}

constexpr std::array null_calls{
    NullCall<IDiscMaster2>{"get__NewEnum", into_null<&IDiscMaster2::get__NewEnum>},
    NullCall<IDiscMaster2>{"get_Count", into_null<&IDiscMaster2::get_Count>},
    NullCall<IDiscMaster2>{"get_IsSupportedEnvironment", into_null<&IDiscMaster2::get_IsSupportedEnvironment>},
    NullCall<IDiscMaster2>{"get_Item(0)", [](IDiscMaster2* master) { return master->get_Item(0, nullptr); }},
};

void survives_null(Stage& stage) {
  const auto master = create_master(stage);
  refuse_null(stage, master.get(), null_calls);
}

constexpr std::array entries{
    Entry{{.id = "master.class.interfaces",
           .page = interface_page,
           .level = Level::must,
           .statement = "MsftDiscMaster2 answers IDiscMaster2 and what that derives from."},
          nullptr,
          answers_the_bases},
    Entry{{.id = "master.count.value",
           .page = count_page,
           .level = Level::must,
           .statement = "The number of recorders, 0 or more."},
          nullptr,
          counts},
    Entry{{.id = "master.item.value",
           .page = item_page,
           .level = Level::must,
           .statement = "Each place from 0 on has an id, which no other has."},
          nullptr,
          names_each},
    Entry{{.id = "master.item.place",
           .page = item_page,
           .level = Level::info,
           .statement = "A device's place may change when devices come and go, and when the system starts."},
          nullptr,
          note_places},
    Entry{{.id = "master.item.out-of-range",
           .page = item_page,
           .level = Level::must,
           .statement = "A place outside the list is refused."},
          nullptr,
          refuses_other_places},
    Entry{{.id = "master.item.recorder",
           .page = "nf-imapi2-idiscrecorder2-initializediscrecorder",
           .level = Level::must,
           .statement = "An id of the list is one that InitializeDiscRecorder takes."},
          nullptr,
          ids_lead_to_recorders},
    Entry{
        {.id = "master.new-enum.elements",
         .page = "nf-imapi2-idiscmaster2-get__newenum",
         .level = Level::may,
         .statement = "The enumeration holds the same ids as VT_BSTR; S_OK is lawful where fewer come than were asked "
                      "for."},
        nullptr,
        enumerates_the_same},
    Entry{{.id = "master.is-supported-environment.value",
           .page = "nf-imapi2-idiscmaster2-get_issupportedenvironment",
           .level = Level::must,
           .statement = "VARIANT_TRUE where there is a recorder that can be used, else VARIANT_FALSE."},
          nullptr,
          tells_the_environment},
    Entry{{.id = "master.properties.null",
           .page = interface_page,
           .level = Level::must,
           .statement = "A NULL out pointer is answered by failure, and survived."},
          nullptr,
          survives_null},
};

}  // namespace

std::span<const Entry> master_clauses() { return entries; }

}  // namespace discbench::check
