// MsftDiscMaster2: the recorders of a host, and the events of their coming and going.
#pragma once

#include <memory>

#include "discbench/imapi2.h"
#include "imapi/master/device_list.h"

namespace discbench::imapi {

/// An object with IDiscMaster2 and, for DDiscMaster2Events, IConnectionPointContainer. It shows what the list holds at
/// the moment of each call; an enumerator shows what it held when it was asked for. An index that is not there is
/// E_INVALIDARG.
HRESULT create_disc_master(std::shared_ptr<DeviceList> devices, REFIID iid, void** out);

}  // namespace discbench::imapi
