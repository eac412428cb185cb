// Events: an object that calls its clients. The client asks the object for IConnectionPointContainer, finds the
// connection point of the event interface there and gives it a sink.
//
//   using Base = DispatchObject<Serves<IMine, IDispatch>, Serves<IConnectionPointContainer>>;
//   class Mine final : public EventSource<Base> {
//     Mine() : EventSource(uuid_of<DMineEvents>(), members) {}
//     void tell() { fire(DISPID_DMINEEVENTS_UPDATE, arguments); }
//   };
//
// Rules: the documentation of IConnectionPointContainer and IConnectionPoint. A connection point is an object by itself
// (its IUnknown is not its owner's, QueryInterface does not lead from it to the owner), but it lives in its owner: a
// client's reference to the point is one to the owner. The point holds its sinks, and a sink that holds the source is a
// circle which the client breaks with Unadvise.
#pragma once

#include <cstddef>
#include <mutex>
#include <span>
#include <utility>
#include <vector>

#include "com/pointer.h"
#include "discbench/com.h"

namespace discbench::com {

/// The connection point of one event interface. Usable from several threads at once; sinks are called and released
/// outside its lock, on the thread that fires.
class ConnectionPoint final : public IConnectionPoint {
 public:
  /// Sinks that a point takes; the next one is told CONNECT_E_ADVISELIMIT. What COM leaves open is set so that a client
  /// which forgets to Unadvise is found before it fills the memory.
  static constexpr std::size_t most_connections = 1024;

  struct Connection {
    DWORD cookie;
    Pointer<IDispatch> sink;
  };

  /// Part of `owner`, and gone with it.
  ConnectionPoint(IConnectionPointContainer& owner, REFIID event_interface) : owner_(owner), event_(event_interface) {}
  virtual ~ConnectionPoint() = default;  // virtual here, after all slots of the interface
  ConnectionPoint(const ConnectionPoint&) = delete;
  ConnectionPoint& operator=(const ConnectionPoint&) = delete;

  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void** out) override;
  ULONG STDMETHODCALLTYPE AddRef() override { return owner_.AddRef(); }
  ULONG STDMETHODCALLTYPE Release() override { return owner_.Release(); }

  HRESULT STDMETHODCALLTYPE GetConnectionInterface(IID* iid) override;
  HRESULT STDMETHODCALLTYPE GetConnectionPointContainer(IConnectionPointContainer** container) override;
  /// Asks the sink for the event interface, or else for IDispatch. CONNECT_E_CANNOTCONNECT where it has neither.
  HRESULT STDMETHODCALLTYPE Advise(IUnknown* sink, DWORD* cookie) override;
  /// A sink may do this from inside an event, for itself or for another. CONNECT_E_NOCONNECTION.
  HRESULT STDMETHODCALLTYPE Unadvise(DWORD cookie) override;
  HRESULT STDMETHODCALLTYPE EnumConnections(IEnumConnections** enumerator) override;

  const IID& event_interface() const { return event_; }

  /// Calls the member of every sink, in the order in which they were given. `arguments` stand in the member's order,
  /// first to last, and stay the caller's. Who comes during the call is not called yet, who goes is not called any
  /// more; what a sink answers or throws changes nothing.
  void fire(DISPID id, std::span<const VARIANT> arguments);

 private:
  std::vector<Connection> connections() const;
  bool connected(DWORD cookie) const;

  IConnectionPointContainer& owner_;
  const IID event_;
  mutable std::mutex access_;
  std::vector<Connection> connections_;
  DWORD last_cookie_ = 0;
};

/// The container's two members for an object with one connection point.
HRESULT enumerate_connection_points(ConnectionPoint& point, IEnumConnectionPoints** enumerator);
HRESULT find_connection_point(ConnectionPoint& point, REFIID iid, IConnectionPoint** found);

/// An object with events. `Base` is an Object or DispatchObject that serves IConnectionPointContainer.
template <class Base>
class EventSource : public Base {
 public:
  HRESULT STDMETHODCALLTYPE EnumConnectionPoints(IEnumConnectionPoints** enumerator) final {
    return enumerate_connection_points(point_, enumerator);
  }
  HRESULT STDMETHODCALLTYPE FindConnectionPoint(REFIID iid, IConnectionPoint** found) final {
    return find_connection_point(point_, iid, found);
  }

 protected:
  template <class... OfBase>
  explicit EventSource(REFIID event_interface, OfBase&&... of_base)
      : Base(std::forward<OfBase>(of_base)...), point_(*this, event_interface) {}

  /// As ConnectionPoint::fire. The object must be held while it fires.
  void fire(DISPID id, std::span<const VARIANT> arguments) { point_.fire(id, arguments); }

 private:
  ConnectionPoint point_;
};

}  // namespace discbench::com
