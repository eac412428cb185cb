#include "imapi/library/scenario_devices.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>

#include "bench/bench.h"
#include "com/answer.h"
#include "com/text.h"
#include "profile/load.h"

namespace discbench::imapi {

namespace {

constexpr std::string_view prefix = "discbench:";

/// A bench with the initiators that it has given out.
struct Station {
  bench::Bench bench;
  std::uint32_t initiators = 0;
};

std::shared_ptr<Station> bring_up(const profile::Catalogue& catalogue, std::string_view name) {
  try {
    return std::shared_ptr<Station>(new Station{bench::Bench(profile::load_scenario(catalogue, name))});
  } catch (const bench::StepRefused&) {
    throw com::Failure{E_FAIL};
  }
}

/// The station of a scenario's file, however it was named.
std::shared_ptr<Station> station_of(std::string_view name) {
  static std::map<std::filesystem::path, std::weak_ptr<Station>> stations;
  const auto catalogue = profile::Catalogue::find();
  const auto file = std::filesystem::weakly_canonical(catalogue.locate(profile::Kind::scenario, name).file);
  std::erase_if(stations, [](const auto& entry) { return entry.second.expired(); });
  std::shared_ptr<Station> station = stations[file].lock();
  if (station == nullptr) {
    station = bring_up(catalogue, name);
    stations[file] = station;
  }
  return station;
}

}  // namespace

Device find_scenario_device(const std::u16string& id) {
  static std::mutex access;
  const std::lock_guard guard(access);
  const std::string text = com::to_utf8(id);
  std::string_view name = text;
  if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
  try {
    const std::shared_ptr<Station> station = station_of(name);
    return {.transport = std::shared_ptr<transport::Transport>(station, &station->bench.wire()),
            .initiator = mmc::Initiator{++station->initiators}};
  } catch (const profile::ProfileError&) {
    throw com::Failure{E_INVALIDARG};
  }
}

}  // namespace discbench::imapi
