// IDiscFormat2Data: Write, what has to come before it, what it leaves on the disc, and CancelWrite.
#include <algorithm>
#include <array>

#include "check/circumstances.h"
#include "check/disc_facts.h"
#include "check/groups.h"
#include "check/multisession_list.h"
#include "check/offered.h"
#include "check/pattern_stream.h"
#include "check/properties.h"
#include "com/text.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view write_page = "nf-imapi2-idiscformat2data-write";
constexpr std::string_view cancel_page = "nf-imapi2-idiscformat2data-cancelwrite";
constexpr std::uint64_t sector_size_bytes = 2048;

struct Ready {
  Pointer<IDiscRecorder2> recorder;
  Pointer<IDiscFormat2Data> writer;
};

/// A writer with its recorder, ready to write an open session but for the client's name.
Ready without_client(Stage& stage) {
  Ready ready{create_recorder(stage), create_writer(stage)};
  stage.checker.require("put_Recorder", ready.writer->put_Recorder(ready.recorder.get()));
  ready.writer->put_DisableConsumerDvdCompatibilityMode(VARIANT_TRUE);
  return ready;
}

Ready ready_to_write(Stage& stage) {
  Ready ready = without_client(stage);
  name_the_client(ready.writer.get());
  return ready;
}

/// Write has to fail, and the disc has to be as it was.
void refuses(Stage& stage, const Ready& ready, std::string_view call, IStream* stream, IDiscRecorder2* device) {
  const DiscFacts before = ask_disc_if_it_answers(stage, device);
  const HRESULT hr = ready.writer->Write(stream);
  skip_not_implemented(stage, "IDiscFormat2Data: Write", hr);
  stage.checker.failed("IDiscFormat2Data: " + std::string(call), hr);
  stage.checker.note(std::string(call) + " gives " + describe(hr));
  const DiscFacts after = ask_disc(stage, device);
  stage.checker.compare("the disc after " + std::string(call), after.text() == before.text(), before.text(),
                        after.text());
}

void needs_a_recorder(Stage& stage) {
  const auto device = create_recorder(stage);
  const Ready ready{{}, create_writer(stage)};
  name_the_client(ready.writer.get());
  const auto stream = Pointer<IStream>::adopt(new PatternStream(burned_sectors, nullptr));
  refuses(stage, ready, "Write before put_Recorder", stream.get(), device.get());
}

void needs_a_client(Stage& stage) {
  const Ready ready = without_client(stage);
  const auto stream = Pointer<IStream>::adopt(new PatternStream(burned_sectors, nullptr));
  refuses(stage, ready, "Write before put_ClientName", stream.get(), ready.recorder.get());
}

void needs_whole_sectors(Stage& stage) {
  const Ready ready = ready_to_write(stage);
  const auto stream = Pointer<IStream>::adopt(PatternStream::of_bytes(sector_size_bytes + 1));
  refuses(stage, ready, "Write of a stream of 2049 bytes", stream.get(), ready.recorder.get());
}

void needs_a_stream(Stage& stage) {
  const Ready ready = ready_to_write(stage);
  refuses(stage, ready, "Write(NULL)", nullptr, ready.recorder.get());
}

void adds_a_session(Stage& stage) {
  const Ready ready = ready_to_write(stage);
  const DiscFacts before = ask_disc_if_it_answers(stage, ready.recorder.get());
  burn_as(stage, ready.writer.get(), {}, burned_sectors);
  const DiscFacts after = ask_disc(stage, ready.recorder.get());
  // A blank disc counts the session that is to come as one already; so does an appendable one.
  stage.checker.compare("IDiscFormat2Data: Write, then the sessions by READ DISC INFORMATION",
                        after.sessions == before.sessions + 1, std::to_string(before.sessions + 1) + " sessions",
                        after.text());
}

void writes_the_stream(Stage& stage) {
  const Ready ready = ready_to_write(stage);
  const Reading next = settled([&] { return data::next_writable_address.read(ready.writer.get()); });
  skip_not_implemented(stage, "get_NextWritableAddress", next.hr);
  stage.checker.require("IDiscFormat2Data: get_NextWritableAddress", next.hr);
  burn_as(stage, ready.writer.get(), {}, burned_sectors);
  for (const std::uint32_t sector : {0u, 1u, burned_sectors - 1}) {
    const std::vector<std::uint8_t> bytes = read_sector(ready.recorder.get(), next.value + sector);
    bool same = !bytes.empty();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      same = same && bytes[i] == PatternStream::byte_at(sector * sector_size_bytes + i);
    }
    stage.checker.compare("sector " + std::to_string(next.value + sector) + " after Write, by READ (10)", same,
                          "the bytes of sector " + std::to_string(sector) + " of the stream",
                          bytes.empty() ? "the device cannot read it" : "other bytes");
  }
}

/// Applies where every state that the scenario accepts has a bit that says the medium is of no use, or there is none.
std::string where_the_medium_is_of_no_use(const expectation::Expectations& expectations) {
  if (without_medium(expectations)) return "";
  const auto status = range_of(expectations, "data.current-media-status");
  const bool useless = status.has_value() && (status->min & IMAPI_FORMAT2_DATA_MEDIA_STATE_UNSUPPORTED_MASK) != 0;
  return useless ? "" : "the scenario does not say that the medium is of no use";
}

void fails_on_what_cannot_be_written(Stage& stage) {
  const Ready ready = ready_to_write(stage);
  const auto stream = Pointer<IStream>::adopt(new PatternStream(burned_sectors, nullptr));
  const HRESULT hr = ready.writer->Write(stream.get());
  skip_not_implemented(stage, "IDiscFormat2Data: Write", hr);
  stage.checker.failed("IDiscFormat2Data: Write", hr);
  stage.checker.note("Write gives " + describe(hr));
}

void note_exclusive_access(Stage& stage) {
  const Reached reached = reach(stage);
  const auto other = create_recorder(stage);
  burn(stage, reached, burned_sectors, [&] {
    BSTR owner = nullptr;
    const HRESULT hr = other->get_ExclusiveAccessOwner(&owner);
    stage.checker.note("get_ExclusiveAccessOwner while a write runs gives " + describe(hr) +
                       (SUCCEEDED(hr) ? " with \"" + com::to_utf8(com::text_of(owner)) + "\"" : ""));
    if (SUCCEEDED(hr)) SysFreeString(owner);
  });
}

void lets_go_of_the_device(Stage& stage) {
  const Ready ready = ready_to_write(stage);
  const auto half = Pointer<IStream>::adopt(PatternStream::of_bytes(sector_size_bytes + 1));
  const HRESULT refused = ready.writer->Write(half.get());
  skip_not_implemented(stage, "IDiscFormat2Data: Write", refused);
  compare_let_go(stage, "Write of a stream of 2049 bytes", refused);
  const auto stream = Pointer<IStream>::adopt(new PatternStream(burned_sectors, nullptr));
  compare_let_go(stage, "Write", ready.writer->Write(stream.get()));
}

/// The rig's recorder refuses to enable what is enabled, and so tells whether a DisableMcn was left.
void leaves_notifications_enabled(Stage& stage) {
  const Ready ready = ready_to_write(stage);
  if (SUCCEEDED(ready.recorder->EnableMcn())) {
    stage.checker.blocked_by_rig("EnableMcn of a new recorder", "a refusal: notifications are enabled", "success");
  }
  const auto compare = [&](std::string_view call, HRESULT hr) {
    skip_not_implemented(stage, "IDiscFormat2Data: Write", hr);
    const HRESULT enabled = ready.recorder->EnableMcn();
    stage.checker.compare("EnableMcn after " + std::string(call) + ", which answered " + describe(hr), FAILED(enabled),
                          "a refusal: notifications are enabled again", describe(enabled));
  };
  const auto half = Pointer<IStream>::adopt(PatternStream::of_bytes(sector_size_bytes + 1));
  compare("Write of a stream of 2049 bytes", ready.writer->Write(half.get()));
  const auto stream = Pointer<IStream>::adopt(new PatternStream(burned_sectors, nullptr));
  compare("Write", ready.writer->Write(stream.get()));
}

void writes_after_an_idle_cancel(Stage& stage) {
  const Ready ready = ready_to_write(stage);
  const HRESULT hr = ready.writer->CancelWrite();
  const bool documented = SUCCEEDED(hr) || hr == E_IMAPI_DF2DATA_WRITE_NOT_IN_PROGRESS;
  stage.checker.note("CancelWrite without a write gives " + describe(hr) +
                     (documented ? "" : ", where the page lists E_IMAPI_DF2DATA_WRITE_NOT_IN_PROGRESS"));
  const auto stream = Pointer<IStream>::adopt(new PatternStream(burned_sectors, nullptr));
  const HRESULT write = ready.writer->Write(stream.get());
  skip_not_implemented(stage, "IDiscFormat2Data: Write", write);
  stage.checker.succeeded("IDiscFormat2Data: Write after a CancelWrite that had nothing to cancel", write);
}

/// A cancelled write ends as a failure; one that could not be cancelled any more ends as it would have.
void ends_when_cancelled(Stage& stage) {
  const Ready ready = ready_to_write(stage);
  HRESULT cancel = E_UNEXPECTED;
  const auto stream =
      Pointer<IStream>::adopt(new PatternStream(burned_sectors, [&] { cancel = ready.writer->CancelWrite(); }));
  const HRESULT hr = ready.writer->Write(stream.get());
  skip_not_implemented(stage, "IDiscFormat2Data: Write", hr);
  skip_not_implemented(stage, "IDiscFormat2Data: CancelWrite", cancel);
  stage.checker.compare("IDiscFormat2Data: Write that was cancelled at its first Read", FAILED(hr) || FAILED(cancel),
                        "failure, E_IMAPI_REQUEST_CANCELLED (0xC0AA0002) by the documentation", describe(hr));
  stage.checker.note("CancelWrite while a write runs gives " + describe(cancel) + ", the write " + describe(hr));
}

/// Setters from inside the stream that is written: each may refuse, and the write comes to its end.
void survives_setters(Stage& stage) {
  const Reached reached = reach(stage);
  IDiscFormat2Data* writer = reached.writer.get();
  const com::String name(OLESTR("another"));
  burn(stage, reached, burned_sectors, [&] {
    const auto note = [&](std::string_view call, HRESULT hr) {
      stage.checker.note(std::string(call) + " while a write runs gives " + describe(hr));
    };
    note("put_Recorder", writer->put_Recorder(reached.recorder.get()));
    note("put_ClientName", writer->put_ClientName(name.get()));
    note("put_ForceMediaToBeClosed", writer->put_ForceMediaToBeClosed(VARIANT_FALSE));
    note("put_BufferUnderrunFreeDisabled", writer->put_BufferUnderrunFreeDisabled(VARIANT_FALSE));
    note("put_PostgapAlreadyInImage", writer->put_PostgapAlreadyInImage(VARIANT_FALSE));
    note("put_DisableConsumerDvdCompatibilityMode", writer->put_DisableConsumerDvdCompatibilityMode(VARIANT_TRUE));
    note("put_ForceOverwrite", writer->put_ForceOverwrite(VARIANT_FALSE));
  });
  const DiscFacts disc = ask_disc(stage, reached.recorder.get());
  stage.checker.compare("the disc after a write with setters called in between",
                        disc.status == DiscFacts::Status::appendable, "appendable", disc.text());
}

constexpr std::array entries{
    Entry{{.id = "data.write.before-recorder",
           .page = write_page,
           .level = Level::must,
           .statement = "Without a recorder Write fails, and no disc is touched."},
          where_there_is_a_medium,
          needs_a_recorder},
    Entry{{.id = "data.write.before-client-name",
           .page = write_page,
           .level = Level::must,
           .statement = "Without a client name Write fails, and the disc is as it was."},
          why_not_writable,
          needs_a_client},
    Entry{{.id = "data.write.stream-size",
           .page = write_page,
           .level = Level::must,
           .statement = "A stream that is no multiple of 2048 bytes is refused, and the disc is as it was."},
          why_not_writable,
          needs_whole_sectors},
    Entry{{.id = "data.write.null",
           .page = write_page,
           .level = Level::must,
           .statement = "A NULL stream is answered by failure, and survived."},
          why_not_writable,
          needs_a_stream},
    Entry{{.id = "data.write.new-session",
           .page = write_page,
           .level = Level::must,
           .statement = "On media that are written in order the stream becomes a new session."},
          why_not_writable,
          adds_a_session},
    Entry{{.id = "data.write.content",
           .page = write_page,
           .level = Level::must,
           .statement = "The sectors of the stream lie on the disc from the next writable address on."},
          why_not_writable,
          writes_the_stream},
    Entry{{.id = "data.write.unwritable",
           .page = write_page,
           .level = Level::may,
           .statement = "On a medium of no use, or without one, Write fails; the list of its codes is open."},
          where_the_medium_is_of_no_use,
          fails_on_what_cannot_be_written},
    Entry{{.id = "data.write.exclusive-access",
           .page = "nf-imapi2-idiscrecorder2-acquireexclusiveaccess",
           .level = Level::info,
           .statement = "Write takes the exclusive access by itself, for as long as it runs."},
          why_not_writable,
          note_exclusive_access},
    Entry{{.id = "data.write.lets-go",
           .page = "nf-imapi2-idiscrecorder2-acquireexclusiveaccess",
           .level = Level::must,
           .statement = "When Write has come back, as a success or not, the device is free for others."},
          why_not_writable,
          lets_go_of_the_device},
    Entry{{.id = "data.write.notifications",
           .page = "nf-imapi2-idiscrecorder2-disablemcn",
           .level = Level::must,
           .statement = "When Write has come back, as a success or not, it has enabled the notifications that it "
                        "disabled."},
          why_not_writable,
          leaves_notifications_enabled},
    Entry{{.id = "data.properties.during-write",
           .page = "nf-imapi2-idiscformat2data-put_recorder",
           .level = Level::may,
           .statement = "A setter may refuse while a write runs; the write comes to its end all the same."},
          why_not_writable,
          survives_setters},
    Entry{{.id = "data.cancel-write.idle",
           .page = cancel_page,
           .level = Level::may,
           .statement = "Without a write CancelWrite may fail; a later write is not affected."},
          why_not_writable,
          writes_after_an_idle_cancel},
    Entry{{.id = "data.cancel-write.running",
           .page = cancel_page,
           .level = Level::may,
           .statement = "A write that was cancelled ends, and not as a success."},
          why_not_writable,
          ends_when_cancelled},
};

}  // namespace

std::span<const Entry> data_write_clauses() { return entries; }

}  // namespace discbench::check
