#include "profile/files.h"
#include "profile/mapping.h"

namespace discbench::profile {
namespace {

constexpr IntegerRange sectors_range{1, 4294967295};
constexpr IntegerRange address_range{0, std::numeric_limits<std::int32_t>::max()};
constexpr IntegerRange wait_range{1, 86400};
constexpr IntegerRange pattern_range{0, std::numeric_limits<std::int64_t>::max()};

constexpr std::array next_session_words{Word<bool>{"allowed", true}, Word<bool>{"not-allowed", false}};

/// The arguments of one step, and what is made of them.
using ReadStep = Step (*)(const YamlNode& arguments, Problems& problems);

struct StepReader {
  std::string_view name;
  ReadStep read;
};

template <typename Plain>
Step read_plain(const YamlNode& arguments, Problems& problems) {
  if (arguments.kind != YamlNode::Kind::nothing)
    problems.add(arguments.place, arguments.key,
                 kind_in_words(arguments) + " does not belong to this step, expected no value");
  return Plain{};
}

template <typename Recorded>
void read_sectors(const Mapping& mapping, Recorded& step) {
  mapping.integer("sectors", sectors_range, step.sectors);
  mapping.integer("pattern", pattern_range, step.pattern);
}

Step read_write(const YamlNode& arguments, Problems& problems) {
  step::Write step;
  const Mapping mapping(arguments, "write", schema::write, problems);
  if (const YamlNode* at = mapping.find("at"))
    if (const auto address = read_integer(*at, "at", address_range, problems))
      step.at = static_cast<std::int32_t>(*address);
  read_sectors(mapping, step);
  return step;
}

Step read_press(const YamlNode& arguments, Problems& problems) {
  step::Press step;
  read_sectors(Mapping(arguments, "press", schema::press, problems), step);
  return step;
}

Step read_wait(const YamlNode& arguments, Problems& problems) {
  step::Wait step;
  const Mapping mapping(arguments, "wait", schema::wait, problems);
  mapping.integer("seconds", wait_range, step.seconds);
  return step;
}

Step read_close_session(const YamlNode& arguments, Problems& problems) {
  step::CloseSession step;
  if (arguments.kind == YamlNode::Kind::nothing) return step;
  const Mapping mapping(arguments, "close-session", schema::close_session, problems);
  mapping.word("next-session", std::span<const Word<bool>>(next_session_words), step.next_session_allowed);
  return step;
}

Step read_reserve_track(const YamlNode& arguments, Problems& problems) {
  step::ReserveTrack step;
  const Mapping mapping(arguments, "reserve-track", schema::reserve_track, problems);
  mapping.integer("sectors", sectors_range, step.sectors);
  return step;
}

Step read_write_protect(const YamlNode& arguments, Problems& problems) {
  using step::ProtectedBy;
  constexpr std::array words{Word<ProtectedBy>{"medium", ProtectedBy::medium},
                             Word<ProtectedBy>{"drive", ProtectedBy::drive}};
  step::WriteProtect step;
  const Mapping mapping(arguments, "write-protect", schema::write_protect, problems);
  mapping.word("by", std::span<const Word<ProtectedBy>>(words), step.by);
  return step;
}

step::RecordSessionAtOnce::Track read_track_at_once(const YamlNode& node, Problems& problems) {
  constexpr IntegerRange track_range{300, 404849};
  constexpr std::array words{Word<disc::SectorForm>{"data", disc::SectorForm::data},
                             Word<disc::SectorForm>{"audio", disc::SectorForm::audio}};
  step::RecordSessionAtOnce::Track track;
  const Mapping mapping(node, "tracks", schema::track_at_once, problems);
  mapping.word("form", std::span<const Word<disc::SectorForm>>(words), track.form);
  mapping.integer("sectors", track_range, track.sectors);
  mapping.integer("pattern", pattern_range, track.pattern);
  return track;
}

Step read_record_session_at_once(const YamlNode& arguments, Problems& problems) {
  step::RecordSessionAtOnce step;
  const Mapping mapping(arguments, "record-session-at-once", schema::record_session_at_once, problems);
  mapping.word("next-session", std::span<const Word<bool>>(next_session_words), step.next_session_allowed);
  const YamlNode* tracks = mapping.find("tracks");
  if (tracks == nullptr) return step;
  constexpr std::size_t most = 99;
  if (tracks->kind != YamlNode::Kind::list || tracks->items.empty() || tracks->items.size() > most) {
    problems.add(tracks->place, "tracks", kind_in_words(*tracks) + " does not fit, expected a list of 1 to 99 tracks");
    return step;
  }
  for (const YamlNode& track : tracks->items) step.tracks.push_back(read_track_at_once(track, problems));
  return step;
}

constexpr std::array step_readers{
    StepReader{"write", read_write},
    StepReader{"synchronize-cache", read_plain<step::SynchronizeCache>},
    StepReader{"close-track", read_plain<step::CloseTrack>},
    StepReader{"close-session", read_close_session},
    StepReader{"finalise", read_plain<step::Finalise>},
    StepReader{"reserve-track", read_reserve_track},
    StepReader{"press", read_press},
    StepReader{"record-session-at-once", read_record_session_at_once},
    StepReader{"damage", read_plain<step::Damage>},
    StepReader{"write-protect", read_write_protect},
    StepReader{"open-tray", read_plain<step::OpenTray>},
    StepReader{"close-tray", read_plain<step::CloseTray>},
    StepReader{"power-on", read_plain<step::PowerOn>},
    StepReader{"format", read_plain<step::Format>},
    StepReader{"stop-format", read_plain<step::StopFormat>},
    StepReader{"restart-format", read_plain<step::RestartFormat>},
    StepReader{"wait", read_wait},
};

/// A step is its name alone, or a mapping of its name to its arguments.
void parse_step(const YamlNode& node, std::vector<PlacedStep>& steps, Problems& problems) {
  std::vector<std::string> names;
  for (const StepReader& reader : step_readers) names.emplace_back(reader.name);
  YamlNode name{.kind = YamlNode::Kind::scalar, .place = node.place, .text = node.text};
  YamlNode arguments{.place = node.place};
  if (node.kind == YamlNode::Kind::mapping && node.items.size() == 1) {
    arguments = node.items.front();
    name.text = arguments.key;
  } else if (node.kind != YamlNode::Kind::scalar) {
    problems.add(node.place, "steps", kind_in_words(node) + " is no step, expected a name or 'name: {...}'");
    return;
  }
  const auto index = read_word_index(name, name.text == node.text ? "steps" : name.text, names, problems);
  if (!index) return;
  PlacedStep placed{.step = step_readers[*index].read(arguments, problems),
                    .name = name.text,
                    .line = node.place.line,
                    .column = node.place.column};
  steps.push_back(std::move(placed));
}

}  // namespace

std::vector<PlacedStep> parse_steps(const YamlNode& list, Problems& problems) {
  std::vector<PlacedStep> steps;
  if (list.kind != YamlNode::Kind::list) {
    problems.add(list.place, "steps", kind_in_words(list) + " is no list, expected a list of steps, or [] for none");
    return steps;
  }
  for (const YamlNode& node : list.items) parse_step(node, steps, problems);
  return steps;
}

}  // namespace discbench::profile
