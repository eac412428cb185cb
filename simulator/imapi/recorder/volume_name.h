// The name that a host gives to the volume in a device.
#pragma once

#include <string>
#include <string_view>

namespace discbench::imapi {

/// "\\?\Volume{GUID}\", the form of GetVolumeNameForVolumeMountPoint. Windows draws the GUID by lot when it first sees
/// the device; here it follows from the device's name, so that it is the same in every run (RFC 9562, version 8).
std::u16string volume_name(std::u16string_view device_name);

}  // namespace discbench::imapi
