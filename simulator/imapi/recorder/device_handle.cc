#include "imapi/recorder/device_handle.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "com/answer.h"
#include "mmc/commands/inquiry.h"

namespace discbench::imapi {

namespace {

/// The shared part of a device is found by its transport, and lives as long as a handle to it does.
std::shared_ptr<SharedDevice> shared_device(const transport::Transport* transport) {
  static std::mutex access;
  static std::map<const transport::Transport*, std::weak_ptr<SharedDevice>> devices;
  const std::lock_guard guard(access);
  std::erase_if(devices, [](const auto& entry) { return entry.second.expired(); });
  std::shared_ptr<SharedDevice> device = devices[transport].lock();
  if (device == nullptr) {
    device = std::make_shared<SharedDevice>();
    devices[transport] = device;
  }
  return device;
}

std::uint32_t milliseconds(std::chrono::seconds time) {
  constexpr auto longest = std::numeric_limits<std::uint32_t>::max();
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(static_cast<std::uint64_t>(time.count()) * 1000, longest));
}

}  // namespace

DeviceHandle::DeviceHandle(Device device, std::u16string id)
    : device_(std::move(device)), id_(std::move(id)), shared_(shared_device(device_.transport.get())) {
  if (device_.name.empty()) device_.name = id_;
}

DeviceHandle::~DeviceHandle() {
  const std::lock_guard guard(shared_->access);
  if (shared_->owner != this) return;
  shared_->owner = nullptr;
  shared_->owner_name.clear();
  shared_->locks = 0;
  device_.transport->release_exclusive(device_.initiator);
}

void DeviceHandle::demand_access() const {
  if (shared_->owner != nullptr && shared_->owner != this) throw com::Failure{E_IMAPI_RECORDER_LOCKED};
}

mmc::Completion DeviceHandle::execute(std::span<const std::uint8_t> cdb, std::span<const std::uint8_t> data_out,
                                      std::span<std::uint8_t> data_in, std::chrono::seconds time_limit) {
  const std::lock_guard guard(shared_->access);
  if (cdb.front() != mmc::Inquiry::opcode) demand_access();
  const mmc::Completion completion = device_.transport->execute({.cdb = cdb,
                                                                 .data_out = data_out,
                                                                 .data_in = data_in,
                                                                 .initiator = device_.initiator,
                                                                 .time_limit_ms = milliseconds(time_limit)});
  // An initiator elsewhere has the device to itself: the command has not reached it, and there is no sense data.
  if (completion.status == mmc::Status::reservation_conflict) throw com::Failure{E_IMAPI_RECORDER_LOCKED};
  return completion;
}

void DeviceHandle::acquire_exclusive_access(const std::u16string& client_name) {
  const std::lock_guard guard(shared_->access);
  demand_access();
  if (shared_->owner == nullptr) {
    std::u16string name = client_name;
    if (!device_.transport->acquire_exclusive(device_.initiator)) throw com::Failure{E_IMAPI_RECORDER_LOCKED};
    shared_->owner = this;
    shared_->owner_name = std::move(name);
  }
  ++shared_->locks;
}

void DeviceHandle::release_exclusive_access() {
  const std::lock_guard guard(shared_->access);
  demand_access();
  if (shared_->owner == nullptr) throw com::Failure{E_FAIL};
  if (--shared_->locks > 0) return;
  shared_->owner = nullptr;
  shared_->owner_name.clear();
  device_.transport->release_exclusive(device_.initiator);
}

std::u16string DeviceHandle::exclusive_access_owner() const {
  const std::lock_guard guard(shared_->access);
  return shared_->owner_name;
}

void DeviceHandle::disable_notifications() {
  const std::lock_guard guard(shared_->access);
  demand_access();
  ++notifications_disabled_;
}

void DeviceHandle::enable_notifications() {
  const std::lock_guard guard(shared_->access);
  demand_access();
  if (notifications_disabled_ == 0) throw com::Failure{E_FAIL};
  --notifications_disabled_;
}

}  // namespace discbench::imapi
