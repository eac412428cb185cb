#include "imapi/library/scenario_devices.h"

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>
#include <string_view>

#include "bench/bench.h"
#include "com/answer.h"
#include "com/text.h"
#include "profile/load.h"

namespace discbench::imapi {

namespace {

constexpr std::string_view prefix = "discbench:";

/// The trees of profiles, read once for as long as the environment names the same one: to walk through them takes
/// longer than everything else that a new recorder needs.
std::shared_ptr<const profile::Catalogue> profiles(bool look_again = false) {
  static std::mutex access;
  static std::string named;
  static std::shared_ptr<const profile::Catalogue> known;
  const std::lock_guard guard(access);
  const char* variable = std::getenv("DISCBENCH_PROFILES");
  const std::string now = variable == nullptr ? "" : variable;
  if (known == nullptr || look_again || now != named) {
    known = std::make_shared<const profile::Catalogue>(profile::Catalogue::find());
    named = now;
  }
  return known;
}

std::string_view without_prefix(std::string_view id) {
  if (id.starts_with(prefix)) id.remove_prefix(prefix.size());
  return id;
}

/// However the scenario was named: "discbench:cd-r/blank"; of a file outside of the profiles, its path as given.
std::u16string device_name(const profile::Located& scenario) {
  return com::from_utf8(std::string(prefix) + scenario.id);
}

std::u16string device_name(const profile::Catalogue& catalogue, std::string_view id) {
  try {
    return device_name(catalogue.locate(profile::Kind::scenario, without_prefix(id)));
  } catch (const profile::ProfileError&) {
    return com::from_utf8(std::string(prefix) + std::string(without_prefix(id)));
  }
}

std::vector<std::u16string> devices_of_environment(const profile::Catalogue& catalogue) {
  std::vector<std::u16string> devices;
  const char* named = std::getenv("DISCBENCH_RECORDERS");
  if (named == nullptr) {
    for (const std::string& id : catalogue.ids(profile::Kind::scenario)) devices.push_back(device_name(catalogue, id));
    return devices;
  }
  for (std::string_view rest = named; !rest.empty();) {
    const std::string_view id = rest.substr(0, rest.find(','));
    if (!id.empty()) devices.push_back(device_name(catalogue, id));
    rest.remove_prefix(std::min(rest.size(), id.size() + 1));
  }
  return devices;
}

std::shared_ptr<DeviceList> device_list(const profile::Catalogue& catalogue) {
  static const auto list = std::make_shared<DeviceList>(devices_of_environment(catalogue));
  return list;
}

/// A bench with the initiators that it has given out. While it stands, its device is in the list.
class Station {
 public:
  Station(const profile::Scenario& scenario, std::u16string name, std::shared_ptr<DeviceList> list)
      : bench_(scenario), name_(std::move(name)), list_(std::move(list)) {}
  ~Station() {
    // On the thread that let go of the last recorder: what a sink does there is no reason to end the program.
    if (listed_) com::perform([this] { list_->remove(name_); });
  }
  Station(const Station&) = delete;
  Station& operator=(const Station&) = delete;

  /// Not under the lock that guards the stations: a sink that hears of it may well initialise a recorder.
  void enter_in_list() {
    if (!listed_.exchange(true)) list_->add(name_);
  }

  Device device(const std::shared_ptr<Station>& self) {
    return {.transport = std::shared_ptr<transport::Transport>(self, &bench_.wire()),
            .initiator = mmc::Initiator{++initiators_},
            .name = name_,
            .number = static_cast<LONG>(list_->index_of(name_).value_or(0))};
  }

 private:
  bench::Bench bench_;
  const std::u16string name_;
  const std::shared_ptr<DeviceList> list_;
  std::atomic<std::uint32_t> initiators_ = 0;
  std::atomic<bool> listed_ = false;
};

/// A scenario as it was read first, for as long as its file is the same one: a program that binds recorder after
/// recorder does not read it, its drive and its medium each time. Not to be called by two threads at once.
const profile::Scenario& scenario_of(const profile::Catalogue& catalogue, const std::filesystem::path& file,
                                     std::string_view name) {
  struct Known {
    std::filesystem::file_time_type time;
    profile::Scenario scenario;
  };
  static std::map<std::filesystem::path, Known> scenarios;
  std::error_code no_time;
  const auto time = std::filesystem::last_write_time(file, no_time);
  const auto found = scenarios.find(file);
  if (!no_time && found != scenarios.end() && found->second.time == time) return found->second.scenario;
  return scenarios.insert_or_assign(file, Known{time, profile::load_scenario(catalogue, name)}).first->second.scenario;
}

std::shared_ptr<Station> bring_up(const profile::Catalogue& catalogue, const profile::Located& located,
                                  const std::filesystem::path& file, std::string_view name) {
  try {
    return std::make_shared<Station>(scenario_of(catalogue, file, name), device_name(located), device_list(catalogue));
  } catch (const bench::StepRefused&) {
    throw com::Failure{E_FAIL};
  }
}

/// The station of a scenario's file, however it was named.
std::shared_ptr<Station> station_of(std::string_view name) {
  static std::mutex access;
  static std::map<std::filesystem::path, std::weak_ptr<Station>> stations;
  const std::lock_guard guard(access);
  auto catalogue = profiles();
  profile::Located located;
  try {
    located = catalogue->locate(profile::Kind::scenario, name);
  } catch (const profile::ProfileError&) {
    catalogue = profiles(true);  // the file may have come since
    located = catalogue->locate(profile::Kind::scenario, name);
  }
  const auto file = std::filesystem::weakly_canonical(located.file);
  std::erase_if(stations, [](const auto& entry) { return entry.second.expired(); });
  std::shared_ptr<Station> station = stations[file].lock();
  if (station == nullptr) {
    station = bring_up(*catalogue, located, file, name);
    stations[file] = station;
  }
  return station;
}

}  // namespace

Device find_scenario_device(const std::u16string& id) {
  const std::string text = com::to_utf8(id);
  // A file's name ends at its first zero, an id does not.
  if (text.find('\0') != std::string::npos) throw com::Failure{E_INVALIDARG};
  try {
    const std::shared_ptr<Station> station = station_of(without_prefix(text));
    station->enter_in_list();
    return station->device(station);
  } catch (const profile::ProfileError&) {
    throw com::Failure{E_INVALIDARG};
  }
}

std::shared_ptr<DeviceList> scenario_device_list() {
  try {
    return device_list(*profiles());
  } catch (const profile::ProfileError&) {
    throw com::Failure{E_FAIL};
  }
}

}  // namespace discbench::imapi
