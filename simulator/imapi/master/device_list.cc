#include "imapi/master/device_list.h"

#include <algorithm>

namespace discbench::imapi {

DeviceList::DeviceList(const std::vector<std::u16string>& ids) {
  for (const std::u16string& id : ids) {
    if (find(id) == devices_.end()) devices_.push_back({id, 1});
  }
}

std::vector<DeviceList::Device>::iterator DeviceList::find(const std::u16string& id) {
  return std::find_if(devices_.begin(), devices_.end(), [&](const Device& device) { return device.id == id; });
}

std::vector<std::u16string> DeviceList::ids() const {
  const std::lock_guard guard(access_);
  std::vector<std::u16string> ids;
  for (const Device& device : devices_) ids.push_back(device.id);
  return ids;
}

std::optional<std::size_t> DeviceList::index_of(const std::u16string& id) const {
  const std::lock_guard guard(access_);
  for (std::size_t i = 0; i < devices_.size(); ++i) {
    if (devices_[i].id == id) return i;
  }
  return std::nullopt;
}

std::vector<DeviceList::Told> DeviceList::to_be_told() const {
  std::vector<Told> told;
  told.reserve(watchers_.size());
  for (Watcher* watcher : watchers_) {
    if (auto held = watcher->hold()) told.push_back({watcher, std::move(held)});
  }
  return told;
}

void DeviceList::add(const std::u16string& id) {
  std::vector<Told> told;
  {
    const std::lock_guard guard(access_);
    const auto found = find(id);
    if (found != devices_.end()) {
      ++found->count;
      return;
    }
    devices_.push_back({id, 1});
    told = to_be_told();
  }
  for (const Told& each : told) each.watcher->device_added(id);
}

void DeviceList::remove(const std::u16string& id) {
  std::vector<Told> told;
  {
    const std::lock_guard guard(access_);
    const auto found = find(id);
    if (found == devices_.end() || --found->count > 0) return;
    devices_.erase(found);
    told = to_be_told();
  }
  for (const Told& each : told) each.watcher->device_removed(id);
}

void DeviceList::watch(Watcher& watcher) {
  const std::lock_guard guard(access_);
  watchers_.push_back(&watcher);
}

void DeviceList::unwatch(Watcher& watcher) {
  const std::lock_guard guard(access_);
  std::erase(watchers_, &watcher);
}

}  // namespace discbench::imapi
