// IMultisessionSequential: the room that is left.
#include <algorithm>
#include <array>

#include "check/circumstances.h"
#include "check/groups.h"
#include "check/property_checks.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view free_page = "nf-imapi2-imultisessionsequential-get_freesectorsonmedia";

/// The largest number of sectors that the scenario accepts for the whole medium.
std::string where_the_capacity_is_known(const expectation::Expectations& expectations) {
  const auto found = expectations.find(data::total_sectors_on_media.key);
  const bool known = found != expectations.end() && found->second.compares_value();
  return known ? "" : "the scenario does not say how large its medium is";
}

std::int64_t capacity_of(const expectation::Expectation& expected) {
  return expected.range ? expected.range->max : *std::max_element(expected.values.begin(), expected.values.end());
}

void is_not_negative(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, free_sectors_on_media)) {
    const Reading reading = free_sectors_on_media.read(*element, sentinel);
    if (!answered(stage, *element, free_sectors_on_media, reading)) continue;
    stage.checker.compare(element->call(free_sectors_on_media.member), reading.value >= 0, "0 or more",
                          describe(reading));
  }
  if (stage.checker.checks() == 0) stage.checker.not_applicable("get_FreeSectorsOnMedia fails in this state");
}

void fits_on_the_medium(Stage& stage) {
  const std::int64_t capacity = capacity_of(stage.rig.expectations().find(data::total_sectors_on_media.key)->second);
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, free_sectors_on_media)) {
    const Reading next = next_writable_address.read(*element, sentinel);
    const Reading free = free_sectors_on_media.read(*element, sentinel);
    const bool both = answered(stage, *element, next_writable_address, next) &&
                      answered(stage, *element, free_sectors_on_media, free);
    if (!both) continue;
    stage.checker.compare(element->call("NextWritableAddress + FreeSectorsOnMedia"),
                          next.value + free.value <= capacity, std::to_string(capacity) + " or less",
                          describe_value(next) + " + " + describe_value(free));
  }
  if (stage.checker.checks() == 0) stage.checker.not_applicable("not both of the two properties succeed in this state");
}

/// Run-out, postgap and the like may be taken off: less than the drive's number is no fault, more is one.
void is_net_of_overhead(Stage& stage) {
  const expectation::Expectation& expected = stage.rig.expectations().find(free_sectors_on_media.key)->second;
  const std::int64_t most = capacity_of(expected);
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, free_sectors_on_media)) {
    const Reading reading = free_sectors_on_media.read(*element, sentinel);
    if (!answered(stage, *element, free_sectors_on_media, reading)) continue;
    const std::string call = element->call(free_sectors_on_media.member);
    stage.checker.compare(call, reading.value <= most, std::to_string(most) + " or less", describe(reading));
    stage.checker.note(call + " is " + std::to_string(most - reading.value) +
                       " sectors below the most that is accepted");
  }
  if (stage.checker.checks() == 0) stage.checker.not_applicable("get_FreeSectorsOnMedia fails in this state");
}

std::string where_a_value_is_expected(const expectation::Expectations& expectations) {
  const auto found = expectations.find(free_sectors_on_media.key);
  const bool known = found != expectations.end() && found->second.compares_value();
  return known ? "" : "the scenario expects no number of free sectors";
}

void shrinks_by_the_burn(Stage& stage) {
  const Reached reached = reach(stage);
  const Element& element = *elements_with(stage, reached, free_sectors_on_media).front();
  const Reading before = settled([&] { return free_sectors_on_media.read(element, sentinel); });
  stage.checker.require(element.call(free_sectors_on_media.member), before.hr);
  burn(stage, reached, burned_sectors);
  for (const Element* each : elements_with(stage, reached, free_sectors_on_media)) {
    const Reading after = settled([&] { return free_sectors_on_media.read(*each, sentinel); });
    stage.checker.compare(each->call(free_sectors_on_media.member) + " after a burn",
                          after.succeeded() && after.value >= 0 && after.value <= before.value - burned_sectors,
                          "success with 0 to " + std::to_string(before.value - burned_sectors), describe(after));
  }
}

constexpr std::array entries{
    Entry{{.id = "sequential.free-sectors-on-media.value",
           .page = free_page,
           .level = Level::must,
           .statement = "The number of sectors that can still be used."},
          expects<free_sectors_on_media>,
          checked<answers_as_expected, free_sectors_on_media>},
    Entry{{.id = "sequential.free-sectors-on-media.not-negative",
           .page = free_page,
           .level = Level::must,
           .statement = "There are never fewer than 0 free sectors."},
          nullptr,
          is_not_negative},
    Entry{{.id = "sequential.free-sectors-on-media.capacity",
           .page = free_page,
           .level = Level::must,
           .statement = "Next writable address and free sectors together do not go beyond the end of the medium."},
          where_the_capacity_is_known,
          fits_on_the_medium},
    Entry{{.id = "sequential.free-sectors-on-media.overhead",
           .page = "nf-imapi2-idiscformat2data-get_freesectorsonmedia",
           .level = Level::may,
           .statement = "Run-out, postgap and the like may be taken off the number of the drive."},
          where_a_value_is_expected,
          is_net_of_overhead},
    Entry{{.id = "sequential.free-sectors-on-media.same-as-writer",
           .page = free_page,
           .level = Level::must,
           .statement = "The number equals the property of the same name of IDiscFormat2Data."},
          nullptr,
          checked<agrees_with_the_writer, free_sectors_on_media>},
    Entry{{.id = "sequential.free-sectors-on-media.written",
           .page = free_page,
           .level = Level::must,
           .statement = "A call that succeeds has written its out value."},
          nullptr,
          checked<writes_its_value, free_sectors_on_media>},
    Entry{{.id = "sequential.free-sectors-on-media.stable",
           .page = free_page,
           .level = Level::must,
           .statement = "Asked again and again with nothing in between, the answer stays the same."},
          nullptr,
          checked<stays_the_same, free_sectors_on_media>},
    Entry{{.id = "sequential.free-sectors-on-media.null",
           .page = free_page,
           .level = Level::must,
           .statement = "A NULL out pointer is answered by failure, and survived."},
          nullptr,
          checked<refuses_null, free_sectors_on_media>},
    Entry{{.id = "sequential.free-sectors-on-media.failure",
           .page = free_page,
           .level = Level::may,
           .statement = "Failures of device and medium may be answered by failure codes; the list of them is open."},
          nullptr,
          checked<may_fail, free_sectors_on_media>},
    Entry{{.id = "sequential.free-sectors-on-media.before-recorder",
           .page = free_page,
           .level = Level::may,
           .statement = "Before put_Recorder the call may fail or answer."},
          nullptr,
          checked<may_fail_without_recorder, free_sectors_on_media>},
    Entry{{.id = "sequential.free-sectors-on-media.medium-change",
           .page = free_page,
           .level = Level::must,
           .statement = "The number is that of the current medium: it follows a medium change."},
          nullptr,
          checked<follows_the_medium, free_sectors_on_media>},
    Entry{{.id = "sequential.free-sectors-on-media.open-tray",
           .page = free_page,
           .level = Level::must,
           .statement = "With the tray open the call fails: an older value is never answered as a success."},
          nullptr,
          checked<forgets_when_the_tray_opens, free_sectors_on_media>},
    Entry{{.id = "sequential.free-sectors-on-media.after-write",
           .page = free_page,
           .level = Level::must,
           .statement = "After a burn there are fewer by what was burned, at least."},
          why_not_writable,
          shrinks_by_the_burn},
};

}  // namespace

std::span<const Entry> sequential_space_clauses() { return entries; }

}  // namespace discbench::check
