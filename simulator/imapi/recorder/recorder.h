// MsftDiscRecorder2: IDiscRecorder2 and IDiscRecorder2Ex over a transport. This is the seam of the COM level: a writer,
// ours or a vendor's, learns of the disc through these two interfaces and through nothing else.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "discbench/imapi2.h"
#include "transport/transport.h"

namespace discbench::imapi {

/// A device that an id leads to, with the initiator that this one handle is to it.
struct Device {
  std::shared_ptr<transport::Transport> transport;  ///< holds up whatever the transport needs
  mmc::Initiator initiator{1};
  std::u16string name = {};  ///< what the host knows it by, whichever way the id was spelled; empty: the id itself
  LONG number = 0;           ///< its place among the host's recorders, from 0
};

/// Finds the device of an id, as given to InitializeDiscRecorder. Throws com::Failure: E_INVALIDARG for an id that
/// names none.
using FindDevice = std::function<Device(const std::u16string& id)>;

/// A recorder that is bound to its device, as InitializeDiscRecorder(id) leaves one; no other id can be given to it.
/// The caller releases it; the transport must outlive it. Recorders over one transport are handles to one device: they
/// see each other's exclusive access.
IDiscRecorder2* create_recorder(transport::Transport& transport, mmc::Initiator initiator, std::u16string id);

/// A recorder that is not bound yet: what a class object makes. Every member but InitializeDiscRecorder fails.
HRESULT create_unbound_recorder(FindDevice find_device, REFIID iid, void** out);

}  // namespace discbench::imapi
