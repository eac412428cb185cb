#include "check/circumstances.h"

#include <exception>

#include "check/pattern_stream.h"
#include "com/text.h"

namespace discbench::check {
namespace {

constexpr int tries_max = 10;

/// A failed Write says more than the clause that needed it; what is not implemented is no fault.
void require_write(Stage& stage, HRESULT hr) {
  if (hr == E_NOTIMPL) stage.checker.not_applicable("IDiscFormat2Data::Write is not implemented: E_NOTIMPL");
  stage.checker.require("IDiscFormat2Data: Write", hr);
}

void name_the_client(IDiscFormat2Data* writer) {
  const com::String name(OLESTR("discbench"));
  writer->put_ClientName(name.get());
}

}  // namespace

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

void burn(Stage& stage, const Reached& reached, std::uint32_t sectors, const std::function<void()>& during) {
  IDiscFormat2Data* writer = reached.writer.get();
  name_the_client(writer);
  writer->put_ForceMediaToBeClosed(VARIANT_FALSE);
  // Without this a DVD+R is closed whatever ForceMediaToBeClosed says.
  // NF:imapi2.IDiscFormat2Data.put_DisableConsumerDvdCompatibilityMode.
  writer->put_DisableConsumerDvdCompatibilityMode(VARIANT_TRUE);
  const auto stream = Pointer<IStream>::adopt(new PatternStream(sectors, during));
  require_write(stage, writer->Write(stream.get()));
}

namespace {

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
