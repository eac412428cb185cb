// One handle to a device, and what the handles to one device know of each other. On Windows that is the class driver's
// part (cdrom.sys): it keeps the exclusive lock, counts, and cleans up after a handle that is gone.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <span>
#include <string>

#include "discbench/imapi2.h"
#include "imapi/recorder/recorder.h"

namespace discbench::imapi {

/// What all handles to one device share.
struct SharedDevice {
  std::recursive_mutex access;  ///< one command at a time; recursive, for a transport's listener may ask the recorder
  std::u16string owner_name;    ///< of the exclusive lock; empty: nobody holds it
  const void* owner = nullptr;  ///< the handle that holds it
  std::uint32_t locks = 0;      ///< acquires without their release
};

class DeviceHandle {
 public:
  DeviceHandle(Device device, std::u16string id);
  /// Gives the lock back where the handle still holds it.
  ~DeviceHandle();
  DeviceHandle(const DeviceHandle&) = delete;
  DeviceHandle& operator=(const DeviceHandle&) = delete;

  const std::u16string& id() const { return id_; }
  /// As in Device; never empty.
  const std::u16string& name() const { return device_.name; }
  LONG number() const { return device_.number; }

  /// Carries out a command as it is. Throws Failure{E_IMAPI_RECORDER_LOCKED} while another handle holds the lock,
  /// except for INQUIRY, which a host answers from what it knows, and where the transport keeps it out for another one.
  mmc::Completion execute(std::span<const std::uint8_t> cdb, std::span<const std::uint8_t> data_out,
                          std::span<std::uint8_t> data_in, std::chrono::seconds time_limit);

  /// Throws Failure{E_IMAPI_RECORDER_LOCKED} where another initiator holds the lock.
  void acquire_exclusive_access(const std::u16string& client_name);
  void release_exclusive_access();
  std::u16string exclusive_access_owner() const;

  /// Notifications of media changes are on while as many enables as disables were seen. One enable too many fails.
  void disable_notifications();
  void enable_notifications();

 private:
  void demand_access() const;

  Device device_;
  std::u16string id_;
  std::shared_ptr<SharedDevice> shared_;
  std::uint32_t notifications_disabled_ = 0;
};

}  // namespace discbench::imapi
