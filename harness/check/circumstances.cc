#include "check/circumstances.h"

#include <algorithm>
#include <exception>

#include "check/multisession_list.h"
#include "check/pattern_stream.h"
#include "com/text.h"

namespace discbench::check {
namespace {

constexpr int tries_max = 10;

}  // namespace

void require_write(Stage& stage, HRESULT hr) {
  if (hr == E_NOTIMPL) stage.checker.not_applicable("IDiscFormat2Data::Write is not implemented: E_NOTIMPL");
  stage.checker.require("IDiscFormat2Data: Write", hr);
}

void name_the_client(IDiscFormat2Data* writer) {
  const com::String name(OLESTR("discbench"));
  writer->put_ClientName(name.get());
}

void change_medium(Stage& stage, std::string_view scenario) {
  try {
    stage.rig.insert_medium_of(scenario);
  } catch (const std::exception& error) {
    stage.checker.blocked_by_rig("inserting the medium of " + std::string(scenario), "a medium", error.what());
  }
}

void open_tray(Stage& stage) {
  try {
    stage.rig.open_tray();
  } catch (const std::exception& error) {
    stage.checker.blocked_by_rig("opening the tray", "an open tray", error.what());
  }
}

Reading settled(const std::function<Reading()>& read) {
  Reading reading = read();
  for (int tries = 1; tries < tries_max && !reading.succeeded(); ++tries) reading = read();
  return reading;
}

Reading when_ready(const std::function<Reading()>& read) {
  Reading reading = read();
  for (int tries = 1; tries < tries_max && reading.hr == E_IMAPI_RECORDER_MEDIA_BECOMING_READY; ++tries)
    reading = read();
  return reading;
}

namespace {

void burn_stream(Stage& stage, IDiscFormat2Data* writer, const Closing& closing, PatternStream* source) {
  const auto stream = Pointer<IStream>::adopt(source);
  name_the_client(writer);
  writer->put_ForceMediaToBeClosed(closing.force_media_to_be_closed);
  // NF:imapi2.IDiscFormat2Data.put_DisableConsumerDvdCompatibilityMode.
  writer->put_DisableConsumerDvdCompatibilityMode(closing.disable_consumer_dvd_compatibility_mode);
  require_write(stage, writer->Write(stream.get()));
}

/// At 2 % of free space a burn closes the disc by itself; 2 % of what, is not documented, so it is of the most that it
/// can be of. NF:imapi2.IDiscFormat2Data.put_ForceMediaToBeClosed.
std::int64_t room_to_stay_open(const expectation::Expectations& expectations) {
  constexpr std::int64_t largest_medium_sectors = 62'500'864;  // BD-R of 128 GB
  constexpr std::int64_t burned_at_most_sectors = 1'000;
  const auto total = expectations.find("data.total-sectors-on-media");
  const bool known = total != expectations.end() && total->second.range;
  return (known ? total->second.range->max : largest_medium_sectors) / 50 + burned_at_most_sectors;
}

}  // namespace

void burn_as(Stage& stage, IDiscFormat2Data* writer, const Closing& closing, std::uint32_t sectors) {
  burn_stream(stage, writer, closing, new PatternStream(sectors, nullptr));
}

void burn(Stage& stage, const Reached& reached, std::uint32_t sectors, const std::function<void()>& during) {
  burn_stream(stage, reached.writer.get(), {}, new PatternStream(sectors, during));
}

std::optional<expectation::Expectation::Range> range_of(const expectation::Expectations& expectations,
                                                        std::string_view key) {
  const auto found = expectations.find(key);
  if (found == expectations.end() || found->second.result == expectation::Expectation::Result::fail) return {};
  if (found->second.range.has_value()) return found->second.range;
  const std::vector<std::int64_t>& values = found->second.values;
  if (values.empty()) return {};
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  return expectation::Expectation::Range{*least, *most};
}

std::string where_blank(const expectation::Expectations& expectations) {
  const auto blank = range_of(expectations, "data.media-physically-blank");
  const bool known = blank.has_value() && blank->max == VARIANT_TRUE;
  return known ? "" : "the scenario does not say that its medium is blank";
}

/// Without a medium the pages promise little; on every medium, a blank one too, what they say of media holds.
std::string where_there_is_a_medium(const expectation::Expectations& expectations) {
  return without_medium(expectations) ? "the drive holds no medium" : "";
}

std::string where_nothing_can_be_added(const expectation::Expectations& expectations) {
  const auto supported = range_of(expectations, "sequential.is-supported-on-current-media-state");
  const bool never = supported.has_value() && supported->min == VARIANT_FALSE;
  return never ? "" : "the scenario does not rule out that a session can be added";
}

std::string why_not_writable(const expectation::Expectations& expectations) {
  using Result = expectation::Expectation::Result;
  const auto address = expectations.find("sequential.next-writable-address");
  const auto free = expectations.find("sequential.free-sectors-on-media");
  const auto promised = [&](auto found) { return found != expectations.end() && found->second.result == Result::ok; };
  if (!promised(address) || !promised(free))
    return "the scenario promises no next writable address with room behind it";
  const bool roomy = free->second.range && free->second.range->min >= room_to_stay_open(expectations);
  return roomy ? "" : "the scenario promises too little room: a burn may close the disc";
}

}  // namespace discbench::check
