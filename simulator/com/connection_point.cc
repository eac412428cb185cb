#include "com/connection_point.h"

#include <algorithm>
#include <memory>

#include "com/answer.h"
#include "com/enumerator.h"

namespace discbench::com {

namespace {

struct GivePoint {
  static void give(const Pointer<IConnectionPoint>& held, IConnectionPoint** item) { *item = held.share(); }
  static void take_back(IConnectionPoint*& item) { std::exchange(item, nullptr)->Release(); }
};
using PointEnumerator = Enumerator<IEnumConnectionPoints, Pointer<IConnectionPoint>, IConnectionPoint*, GivePoint>;

struct GiveConnection {
  static void give(const ConnectionPoint::Connection& held, CONNECTDATA* item) {
    *item = {held.sink.share(), held.cookie};
  }
  static void take_back(CONNECTDATA& item) { std::exchange(item, {}).pUnk->Release(); }
};
using ConnectionEnumerator = Enumerator<IEnumConnections, ConnectionPoint::Connection, CONNECTDATA, GiveConnection>;

/// The sink as the event interface, which is a dispatch interface and so begins with IDispatch's slots.
Pointer<IDispatch> dispatch_of(IUnknown& sink, REFIID event_interface) {
  void* found = nullptr;
  if (FAILED(sink.QueryInterface(event_interface, &found)) || found == nullptr) return query<IDispatch>(&sink);
  return Pointer<IDispatch>::adopt(static_cast<IDispatch*>(found));
}

}  // namespace

HRESULT ConnectionPoint::QueryInterface(REFIID iid, void** out) {
  if (out == nullptr) return E_POINTER;
  *out = nullptr;
  if (iid != IID_IUnknown && iid != IID_IConnectionPoint) return E_NOINTERFACE;
  *out = static_cast<IConnectionPoint*>(this);
  AddRef();
  return S_OK;
}

HRESULT ConnectionPoint::GetConnectionInterface(IID* iid) {
  return answer(iid, [&] { return event_; });
}

HRESULT ConnectionPoint::GetConnectionPointContainer(IConnectionPointContainer** container) {
  return answer(container, [&] { return Pointer<IConnectionPointContainer>(&owner_).detach(); });
}

HRESULT ConnectionPoint::Advise(IUnknown* sink, DWORD* cookie) {
  return answer(cookie, [&] {
    if (sink == nullptr) throw Failure{E_POINTER};
    Pointer<IDispatch> dispatch = dispatch_of(*sink, event_);
    if (!dispatch) throw Failure{CONNECT_E_CANNOTCONNECT};

    const std::lock_guard guard(access_);
    if (connections_.size() >= most_connections) throw Failure{CONNECT_E_ADVISELIMIT};
    // 0 is no cookie, and after four thousand million of them one may still be in use.
    DWORD fresh = last_cookie_ + 1;
    const auto taken = [&](const Connection& connection) { return connection.cookie == fresh; };
    while (fresh == 0 || std::any_of(connections_.begin(), connections_.end(), taken)) ++fresh;
    connections_.push_back({fresh, std::move(dispatch)});
    return last_cookie_ = fresh;
  });
}

HRESULT ConnectionPoint::Unadvise(DWORD cookie) {
  Pointer<IDispatch> gone;  // released after the lock
  const std::lock_guard guard(access_);
  const auto found = std::find_if(connections_.begin(), connections_.end(),
                                  [&](const Connection& connection) { return connection.cookie == cookie; });
  if (found == connections_.end()) return CONNECT_E_NOCONNECTION;
  gone = std::move(found->sink);
  connections_.erase(found);
  return S_OK;
}

HRESULT ConnectionPoint::EnumConnections(IEnumConnections** enumerator) {
  return answer(enumerator,
                [&] { return new ConnectionEnumerator(std::make_shared<ConnectionEnumerator::List>(connections())); });
}

std::vector<ConnectionPoint::Connection> ConnectionPoint::connections() const {
  const std::lock_guard guard(access_);
  return connections_;
}

bool ConnectionPoint::connected(DWORD cookie) const {
  const std::lock_guard guard(access_);
  return std::any_of(connections_.begin(), connections_.end(),
                     [&](const Connection& connection) { return connection.cookie == cookie; });
}

void ConnectionPoint::fire(DISPID id, std::span<const VARIANT> arguments) {
  for (const Connection& connection : connections()) {
    if (!connected(connection.cookie)) continue;
    // rgvarg holds them the other way round. Each sink has its own array: one may write into it.
    std::vector<VARIANT> reversed(arguments.rbegin(), arguments.rend());
    DISPPARAMS parameters{reversed.data(), nullptr, static_cast<UINT>(reversed.size()), 0};
    perform([&] {
      return connection.sink->Invoke(id, IID_NULL, LOCALE_USER_DEFAULT, DISPATCH_METHOD, &parameters, nullptr, nullptr,
                                     nullptr);
    });
  }
}

HRESULT enumerate_connection_points(ConnectionPoint& point, IEnumConnectionPoints** enumerator) {
  return answer(enumerator, [&] {
    auto list = std::make_shared<PointEnumerator::List>();
    list->emplace_back(&point);
    return new PointEnumerator(std::move(list));
  });
}

HRESULT find_connection_point(ConnectionPoint& point, REFIID iid, IConnectionPoint** found) {
  return answer(found, [&] {
    if (iid != point.event_interface()) throw Failure{CONNECT_E_NOCONNECTION};
    return Pointer<IConnectionPoint>(&point).detach();
  });
}

}  // namespace discbench::com
