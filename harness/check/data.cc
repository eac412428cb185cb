// IDiscFormat2Data: the list of multisession interfaces, and the properties that the list's elements share with it.
#include <array>

#include "check/circumstances.h"
#include "check/dumb_recorder.h"
#include "check/groups.h"
#include "check/multisession_list.h"
#include "check/property_checks.h"
#include "com/text.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view list_page = "nf-imapi2-idiscformat2data-get_multisessioninterfaces";

void holds_dispatch_objects(Stage& stage) {
  const auto writer = writer_with_recorder(stage);
  const MultisessionList list = step_list(stage, writer.get());
  stage.checker.compare(
      "get_MultisessionInterfaces", list.type() == VT_VARIANT && list.dimensions() == 1,
      "an array of VT_VARIANT with one dimension",
      "an array of vt " + std::to_string(list.type()) + " with " + std::to_string(list.dimensions()) + " dimensions");
  for (std::size_t index = 0; index < list.size(); ++index) {
    const VARIANT& element = list.at(index);
    const std::string call = "element " + std::to_string(index + 1) + " of get_MultisessionInterfaces";
    const bool object = element.vt == VT_DISPATCH && element.pdispVal != nullptr;
    if (!stage.checker.compare(call, object, "VT_DISPATCH (9) and an object", "vt " + std::to_string(element.vt))) {
      continue;
    }
    stage.checker.compare(call + ": QueryInterface(IMultisession)",
                          static_cast<bool>(query<IMultisession>(element.pdispVal)), "an interface", "a refusal");
  }
}

void is_never_empty(Stage& stage) {
  const auto writer = writer_with_recorder(stage);
  const MultisessionList list = step_list(stage, writer.get());
  stage.checker.compare("get_MultisessionInterfaces", list.size() >= 1, "1 element or more",
                        std::to_string(list.size()) + " elements");
}

void is_there_on_every_medium(Stage& stage) {
  const auto writer = writer_with_recorder(stage);
  MultisessionList list;
  stage.checker.succeeded("get_MultisessionInterfaces", list.ask(writer.get()));
}

void list_refuses_null(Stage& stage) {
  const auto writer = writer_with_recorder(stage);
  const HRESULT hr = writer->get_MultisessionInterfaces(nullptr);
  stage.checker.compare("get_MultisessionInterfaces(NULL)", FAILED(hr),
                        "failure, E_POINTER (0x80004003) by the documentation", describe(hr));
}

void list_before_recorder(Stage& stage) {
  const auto writer = create_writer(stage);
  MultisessionList list;
  const HRESULT hr = list.ask(writer.get());
  stage.checker.compare("get_MultisessionInterfaces without a recorder", FAILED(hr) || list.size() >= 1,
                        "failure, or success with 1 element or more",
                        describe(hr) + " with " + std::to_string(list.size()) + " elements");
  stage.checker.note("get_MultisessionInterfaces without a recorder gives " + describe(hr));
}

void list_belongs_to_the_caller(Stage& stage) {
  const Reached reached = reach(stage);
  { const Elements released_at_once = list_elements(stage, reached.writer.get()); }
  MultisessionList third = step_list(stage, reached.writer.get());
  stage.checker.succeeded("SafeArrayDestroy of get_MultisessionInterfaces' list", third.destroy());
  for (const Element& element : reached.elements) {
    const Reading reading = in_use.read(element, sentinel);
    stage.checker.compare(element.call("get_InUse after a second list was destroyed"),
                          !(reading.succeeded() && reading.untouched),
                          "failure, or success with a value that was written", describe(reading));
  }
}

void note_identity(Stage& stage) {
  const Reached reached = reach(stage);
  const Elements again = list_elements(stage, reached.writer.get());
  std::size_t same = 0;
  for (const Element& element : reached.elements) {
    for (const Element& other : again) {
      same += identity_of(element.multisession.get()) == identity_of(other.multisession.get()) ? 1 : 0;
    }
  }
  stage.checker.note("a second list holds " + std::to_string(same) + " of the first list's " +
                     std::to_string(reached.elements.size()) + " objects");
}

void recorder_round_trip(Stage& stage) {
  const auto recorder = create_recorder(stage);
  const auto writer = create_writer(stage);
  stage.checker.succeeded("put_Recorder", writer->put_Recorder(recorder.get()));
  IDiscRecorder2* out = nullptr;
  const HRESULT hr = writer->get_Recorder(&out);
  if (hr == E_NOTIMPL) stage.checker.not_applicable("get_Recorder answers E_NOTIMPL");
  const auto answer = SUCCEEDED(hr) ? Pointer<IDiscRecorder2>::adopt(out) : Pointer<IDiscRecorder2>();
  const bool same = answer && identity_of(answer.get()) == identity_of(recorder.get());
  stage.checker.compare("get_Recorder", same, "success with the recorder that was put",
                        describe(hr) + (answer ? " with another object" : " with NULL"));
}

void second_recorder_counts(Stage& stage) {
  const auto first = create_recorder(stage);
  const auto second = create_recorder(stage);
  const auto writer = create_writer(stage);
  stage.checker.succeeded("put_Recorder", writer->put_Recorder(first.get()));
  stage.checker.succeeded("put_Recorder of another recorder object", writer->put_Recorder(second.get()));
  IDiscRecorder2* out = nullptr;
  const HRESULT hr = writer->get_Recorder(&out);
  if (hr == E_NOTIMPL) stage.checker.not_applicable("get_Recorder answers E_NOTIMPL");
  const auto answer = SUCCEEDED(hr) ? Pointer<IDiscRecorder2>::adopt(out) : Pointer<IDiscRecorder2>();
  const auto is = [&](const Pointer<IDiscRecorder2>& one) {
    return answer && identity_of(answer.get()) == identity_of(one.get());
  };
  stage.checker.compare("get_Recorder after put_Recorder of another recorder object", is(second),
                        "success with the second recorder",
                        describe(hr) + (is(first) ? " with the first recorder" : " with neither of the two, or NULL"));
}

/// Refused or taken as "no recorder any more": the writer goes on.
void survives_no_recorder(Stage& stage) {
  const auto recorder = create_recorder(stage);
  const auto writer = create_writer(stage);
  for (const std::string_view when : {"before", "after"}) {
    const HRESULT hr = writer->put_Recorder(nullptr);
    stage.checker.note("put_Recorder(NULL) " + std::string(when) + " put_Recorder gives " + describe(hr));
    stage.checker.succeeded("put_Recorder after put_Recorder(NULL)", writer->put_Recorder(recorder.get()));
  }
}

/// What answers no command can write nothing, whatever a writer takes a recorder for.
void refuses_a_recorder_without_commands(Stage& stage) {
  const auto writer = create_writer(stage);
  const auto recorder = Pointer<IDiscRecorder2>::adopt(new DumbRecorder);
  stage.checker.failed("put_Recorder of a recorder that takes no commands", writer->put_Recorder(recorder.get()));
}

void client_name_round_trip(Stage& stage) {
  const auto writer = create_writer(stage);
  const com::String name(OLESTR("discbench"));
  const HRESULT put = writer->put_ClientName(name.get());
  BSTR out = nullptr;
  const HRESULT hr = writer->get_ClientName(&out);
  if (put == E_NOTIMPL || hr == E_NOTIMPL) stage.checker.not_applicable("ClientName answers E_NOTIMPL");
  stage.checker.succeeded("put_ClientName(discbench)", put);
  const std::u16string answer = SUCCEEDED(hr) ? com::text_of(out) : std::u16string();
  if (SUCCEEDED(hr)) SysFreeString(out);
  stage.checker.compare("get_ClientName", SUCCEEDED(hr) && answer == OLESTR("discbench"), "success with discbench",
                        describe(hr) + " with " + com::to_utf8(answer));
}

/// A state is a set of bits. Which of the bits of harm is set where is not documented, only that one is.
void media_status_as_expected(Stage& stage) {
  constexpr std::int64_t usable_bits = IMAPI_FORMAT2_DATA_MEDIA_STATE_OVERWRITE_ONLY |
                                       IMAPI_FORMAT2_DATA_MEDIA_STATE_BLANK | IMAPI_FORMAT2_DATA_MEDIA_STATE_APPENDABLE;
  constexpr std::int64_t unusable_bits = IMAPI_FORMAT2_DATA_MEDIA_STATE_UNSUPPORTED_MASK;
  const auto writer = writer_with_recorder(stage);
  const Reading reading = read(writer.get(), &IDiscFormat2Data::get_CurrentMediaStatus);
  if (reading.hr == E_NOTIMPL) stage.checker.not_applicable("get_CurrentMediaStatus answers E_NOTIMPL");
  expectation::Expectation expected = stage.rig.expectations().find("data.current-media-status")->second;
  const auto meaning = [&](std::int64_t bits) {
    return (bits & usable_bits) | ((bits & unusable_bits) != 0 ? unusable_bits : 0);
  };
  for (std::int64_t& value : expected.values) value = meaning(value);
  stage.checker.expect("IDiscFormat2Data: get_CurrentMediaStatus (bits 0 to 2, and 64512 for any of its unusable mask)",
                       expected, reading.hr, meaning(reading.value), std::to_string(meaning(reading.value)));
}

void media_supported_as_expected(Stage& stage) {
  const auto recorder = create_recorder(stage);
  const auto writer = create_writer(stage);
  VARIANT_BOOL supported = 0x5A5A;
  const HRESULT hr = writer->IsCurrentMediaSupported(recorder.get(), &supported);
  if (hr == E_NOTIMPL) stage.checker.not_applicable("IsCurrentMediaSupported answers E_NOTIMPL");
  const auto& expectations = stage.rig.expectations();
  stage.checker.expect("IDiscFormat2Data: IsCurrentMediaSupported",
                       expectations.find("data.is-current-media-supported")->second, hr, supported,
                       describe_boolean(supported), expectation::PropertyKind::boolean);
}

std::string expects_media_status(const expectation::Expectations& expectations) {
  return why_nothing_is_expected("data.current-media-status", expectations);
}
std::string expects_media_supported(const expectation::Expectations& expectations) {
  return why_nothing_is_expected("data.is-current-media-supported", expectations);
}

constexpr std::array entries{
    Entry{{.id = "data.multisession-interfaces.elements",
           .page = list_page,
           .level = Level::must,
           .statement = "The list is an array of VARIANT; each holds a VT_DISPATCH that answers IMultisession."},
          nullptr,
          holds_dispatch_objects},
    Entry{{.id = "data.multisession-interfaces.not-empty",
           .page = list_page,
           .level = Level::must,
           .statement = "The list has at least one element, whatever the medium."},
          nullptr,
          is_never_empty},
    Entry{{.id = "data.multisession-interfaces.every-medium",
           .page = list_page,
           .level = Level::must,
           .statement = "The list can be had on every medium, a blank one included."},
          where_there_is_a_medium,
          is_there_on_every_medium},
    Entry{{.id = "data.multisession-interfaces.null",
           .page = list_page,
           .level = Level::must,
           .statement = "A NULL out pointer is answered by failure (E_POINTER), and survived."},
          nullptr,
          list_refuses_null},
    Entry{{.id = "data.multisession-interfaces.before-recorder",
           .page = list_page,
           .level = Level::may,
           .statement = "Before put_Recorder the call may fail; a list that is given is not empty."},
          nullptr,
          list_before_recorder},
    Entry{{.id = "data.multisession-interfaces.ownership",
           .page = list_page,
           .level = Level::must,
           .statement = "The list is the caller's: destroying one leaves the elements of another alive."},
          nullptr,
          list_belongs_to_the_caller},
    Entry{{.id = "data.multisession-interfaces.identity",
           .page = list_page,
           .level = Level::info,
           .statement = "Whether two calls list the same objects is not documented."},
          nullptr,
          note_identity},
    Entry{{.id = "data.recorder.round-trip",
           .page = "nf-imapi2-idiscformat2data-get_recorder",
           .level = Level::must,
           .statement = "get_Recorder answers the recorder that put_Recorder was given."},
          nullptr,
          recorder_round_trip},
    Entry{{.id = "data.recorder.put-twice",
           .page = "nf-imapi2-idiscformat2data-put_recorder",
           .level = Level::must,
           .statement = "A recorder that is put later takes the place of the one before it."},
          nullptr,
          second_recorder_counts},
    Entry{{.id = "data.recorder.null",
           .page = "nf-imapi2-idiscformat2data-put_recorder",
           .level = Level::must,
           .statement = "NULL instead of a recorder is survived, and a recorder can be put afterwards."},
          nullptr,
          survives_no_recorder},
    Entry{{.id = "data.recorder.unsupported",
           .page = "nf-imapi2-idiscformat2data-put_recorder",
           .level = Level::must,
           .statement = "A recorder that cannot do this format is refused."},
          nullptr,
          refuses_a_recorder_without_commands},
    Entry{{.id = "data.client-name.round-trip",
           .page = "nf-imapi2-idiscformat2data-get_clientname",
           .level = Level::must,
           .statement = "get_ClientName answers the name that put_ClientName was given."},
          nullptr,
          client_name_round_trip},
    Entry{{.id = "data.current-media-status.value",
           .page = "nf-imapi2-idiscformat2data-get_currentmediastatus",
           .level = Level::must,
           .statement = "The bits tell whether the medium is blank, appendable, to be overwritten, or of no use."},
          expects_media_status,
          media_status_as_expected},
    Entry{{.id = "data.current-physical-media-type.value",
           .page = "nf-imapi2-idiscformat2data-get_currentphysicalmediatype",
           .level = Level::must,
           .statement = "The type of the medium that is in the drive."},
          expects<data::current_physical_media_type>,
          writer_answers_as_expected<data::current_physical_media_type>},
    Entry{{.id = "data.media-physically-blank.value",
           .page = "nf-imapi2-idiscformat2-get_mediaphysicallyblank",
           .level = Level::must,
           .statement = "Whether nothing has been recorded on the medium."},
          expects<data::media_physically_blank>,
          writer_answers_as_expected<data::media_physically_blank>},
    Entry{{.id = "data.is-current-media-supported.value",
           .page = "nf-imapi2-idiscformat2-iscurrentmediasupported",
           .level = Level::must,
           .statement = "Whether the format can write the medium of a recorder."},
          expects_media_supported,
          media_supported_as_expected},
    Entry{{.id = "data.total-sectors-on-media.value",
           .page = "nf-imapi2-idiscformat2data-get_totalsectorsonmedia",
           .level = Level::may,
           .statement = "Used and free sectors together; not all of them need to be usable."},
          expects<data::total_sectors_on_media>,
          writer_answers_as_expected<data::total_sectors_on_media>},
    Entry{{.id = "data.free-sectors-on-media.value",
           .page = "nf-imapi2-idiscformat2data-get_freesectorsonmedia",
           .level = Level::must,
           .statement = "The number of sectors that are left to add sessions."},
          expects<data::free_sectors_on_media>,
          writer_answers_as_expected<data::free_sectors_on_media>},
    Entry{{.id = "data.next-writable-address.value",
           .page = "nf-imapi2-idiscformat2data-get_nextwritableaddress",
           .level = Level::must,
           .statement = "The sector at which the next write begins."},
          expects<data::next_writable_address>,
          writer_answers_as_expected<data::next_writable_address>},
    Entry{{.id = "data.start-address-of-previous-session.value",
           .page = "nf-imapi2-idiscformat2data-get_startaddressofprevioussession",
           .level = Level::must,
           .statement = "The sector at which the previous session begins."},
          expects<data::start_address_of_previous_session>,
          writer_answers_as_expected<data::start_address_of_previous_session>},
    Entry{{.id = "data.last-written-address-of-previous-session.value",
           .page = "nf-imapi2-idiscformat2data-get_lastwrittenaddressofprevioussession",
           .level = Level::must,
           .statement = "The last sector of the previous session, where the call succeeds."},
          expects<data::last_written_address_of_previous_session>,
          writer_answers_as_expected<data::last_written_address_of_previous_session>},
};

}  // namespace

std::span<const Entry> data_clauses() { return entries; }

}  // namespace discbench::check
