// IDiscFormat2Data on media that can be overwritten.
#include <array>

#include "check/circumstances.h"
#include "check/disc_facts.h"
#include "check/groups.h"
#include "check/offered.h"
#include "check/pattern_stream.h"
#include "check/properties.h"
#include "check/ranged_stream.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view write_page = "nf-imapi2-idiscformat2data-write";
constexpr std::size_t sector_size_bytes = 2048;

/// A formatted medium that can be overwritten, by every state that the scenario accepts.
std::string where_the_medium_can_be_overwritten(const expectation::Expectations& expectations) {
  const auto status = range_of(expectations, "data.current-media-status");
  const auto total = range_of(expectations, "data.total-sectors-on-media");
  const bool known = status && status->min == status->max && total && total->min > 0;
  return known && (status->min & IMAPI_FORMAT2_DATA_MEDIA_STATE_OVERWRITE_ONLY) != 0
             ? ""
             : "the scenario does not say that its medium can be overwritten";
}

/// The same, and sessions cannot be added: what is recorded there would be lost.
std::string where_used_media_can_be_overwritten(const expectation::Expectations& expectations) {
  const std::string why = where_the_medium_can_be_overwritten(expectations);
  if (!why.empty()) return why;
  const auto last = range_of(expectations, "random-write.last-written-address");
  return last && last->min > 0 ? "" : "the scenario does not say that its medium has been written to";
}

struct Ready {
  Pointer<IDiscRecorder2> recorder;
  Pointer<IDiscFormat2Data> writer;
};
Ready ready_to_write(Stage& stage, VARIANT_BOOL force_overwrite) {
  Ready ready{create_recorder(stage), create_writer(stage)};
  stage.checker.require("put_Recorder", ready.writer->put_Recorder(ready.recorder.get()));
  name_the_client(ready.writer.get());
  const HRESULT hr = ready.writer->put_ForceOverwrite(force_overwrite);
  skip_not_implemented(stage, "put_ForceOverwrite", hr);
  stage.checker.require("put_ForceOverwrite", hr);
  return ready;
}

bool holds_the_stream(const std::vector<std::uint8_t>& bytes, std::size_t sector) {
  if (bytes.size() != sector_size_bytes) return false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != PatternStream::byte_at(sector * sector_size_bytes + i)) return false;
  }
  return true;
}

void everything_is_free(Stage& stage) {
  const auto recorder = create_recorder(stage);
  const auto writer = create_writer(stage);
  stage.checker.require("put_Recorder", writer->put_Recorder(recorder.get()));
  const Reading total = settled([&] { return data::total_sectors_on_media.read(writer.get()); });
  const Reading free = data::free_sectors_on_media.read(writer.get());
  if (!total.succeeded() || !free.succeeded()) stage.checker.not_applicable("not both numbers can be had here");
  stage.checker.compare("IDiscFormat2Data: get_FreeSectorsOnMedia on a medium that can be overwritten",
                        free.value == total.value, "success with " + describe_value(total) + ", the total",
                        describe(free));
}

void spares_what_is_recorded(Stage& stage) {
  const Ready ready = ready_to_write(stage, VARIANT_FALSE);
  const std::vector<std::uint8_t> before = read_sector(ready.recorder.get(), 0);
  const auto stream = Pointer<IStream>::adopt(new PatternStream(burned_sectors, nullptr));
  const HRESULT hr = ready.writer->Write(stream.get());
  skip_not_implemented(stage, "IDiscFormat2Data: Write", hr);
  stage.checker.failed("IDiscFormat2Data: Write on a used medium without ForceOverwrite", hr);
  if (hr != E_IMAPI_DF2DATA_MEDIA_NOT_BLANK) stage.checker.note("Write on a used medium gives " + describe(hr));
  stage.checker.compare("sector 0 after a Write without ForceOverwrite", read_sector(ready.recorder.get(), 0) == before,
                        "as before", "other bytes");
}

void overwrites_from_the_first_sector(Stage& stage) {
  const Ready ready = ready_to_write(stage, VARIANT_TRUE);
  const auto stream = Pointer<IStream>::adopt(new PatternStream(burned_sectors, nullptr));
  require_write(stage, ready.writer->Write(stream.get()));
  for (const std::size_t sector : {std::size_t{0}, std::size_t{burned_sectors - 1}}) {
    stage.checker.compare(
        "sector " + std::to_string(sector) + " after Write with ForceOverwrite",
        holds_the_stream(read_sector(ready.recorder.get(), static_cast<std::int64_t>(sector)), sector),
        "the bytes of the stream at that sector", "other bytes, or it cannot be read");
  }
}

/// 32 sectors before the range and 32 in it: both are whole units of every medium.
void writes_the_ranges_alone(Stage& stage) {
  constexpr std::uint32_t sectors = 64;
  constexpr SectorRange range{.first = 32, .last = 63};
  const Ready ready = ready_to_write(stage, VARIANT_TRUE);
  const std::vector<std::uint8_t> before = read_sector(ready.recorder.get(), 0);
  const auto stream = make_ranged_stream(sectors, range);
  require_write(stage, ready.writer->Write(stream.get()));
  stage.checker.compare("sector 0 after Write of a stream whose range is 32 to 63",
                        read_sector(ready.recorder.get(), 0) == before, "as before", "other bytes");
  stage.checker.compare("sector 32 after Write of a stream whose range is 32 to 63",
                        holds_the_stream(read_sector(ready.recorder.get(), range.first), range.first),
                        "the bytes of the stream at that sector", "other bytes");
}

constexpr std::array entries{
    Entry{{.id = "data.free-sectors-on-media.overwritable",
           .page = "nf-imapi2-idiscformat2data-get_freesectorsonmedia",
           .level = Level::must,
           .statement = "On media that can be overwritten the free sectors are always all of them."},
          where_the_medium_can_be_overwritten,
          everything_is_free},
    Entry{{.id = "data.write.not-blank",
           .page = "imapi-return-values",
           .level = Level::must,
           .statement = "Without ForceOverwrite a used medium that can be overwritten is refused, and is as it was."},
          where_used_media_can_be_overwritten,
          spares_what_is_recorded},
    Entry{{.id = "data.write.overwrite",
           .page = write_page,
           .level = Level::must,
           .statement = "With ForceOverwrite the stream is written from sector 0 on."},
          where_used_media_can_be_overwritten,
          overwrites_from_the_first_sector},
    Entry{{.id = "data.write.block-ranges",
           .page = write_page,
           .level = Level::must,
           .statement = "Of a stream that offers IBlockRangeList only its ranges are written.",
           .since = contract::Generation::win7},
          where_used_media_can_be_overwritten,
          writes_the_ranges_alone},
};

}  // namespace

std::span<const Entry> data_overwrite_clauses() { return entries; }

}  // namespace discbench::check
