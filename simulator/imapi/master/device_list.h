// The devices that a host sees, by their ids. Whoever plugs one in or takes one away says so here, and the watchers are
// told on that thread, before the call returns: nothing is polled.
#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "com/pointer.h"
#include "discbench/com.h"

namespace discbench::imapi {

class DeviceList {
 public:
  class Watcher {
   public:
    /// Keeps the watcher while it is told; null where it is about to end. Called under the list's lock: neither waits
    /// nor calls the list.
    virtual com::Pointer<IUnknown> hold() = 0;
    /// Called outside the lock. Must not throw.
    virtual void device_added(const std::u16string& id) = 0;
    virtual void device_removed(const std::u16string& id) = 0;

   protected:
    ~Watcher() = default;
  };

  /// With these devices from the beginning, in this order. One that is named twice is there once.
  explicit DeviceList(const std::vector<std::u16string>& ids = {});

  std::vector<std::u16string> ids() const;
  /// nullopt where there is no such device.
  std::optional<std::size_t> index_of(const std::u16string& id) const;

  /// Counted: a device that was added twice is gone when it was removed twice. New ones come last. The watchers are
  /// told of the first and of the last; removing what is not there does nothing.
  void add(const std::u16string& id);
  void remove(const std::u16string& id);

  /// A watcher is told of what happens from now on, until it goes. It goes before it ends.
  void watch(Watcher& watcher);
  void unwatch(Watcher& watcher);

 private:
  struct Device {
    std::u16string id;
    std::size_t count;
  };
  struct Told {
    Watcher* watcher;
    com::Pointer<IUnknown> held;
  };

  std::vector<Device>::iterator find(const std::u16string& id);
  std::vector<Told> to_be_told() const;

  mutable std::mutex access_;
  std::vector<Device> devices_;
  std::vector<Watcher*> watchers_;
};

}  // namespace discbench::imapi
