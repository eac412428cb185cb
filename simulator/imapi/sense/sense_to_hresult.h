// What IMAPI2 says of a command that the device did not carry out: sense data in, HRESULT out.
#pragma once

#include <cstdint>

#include "discbench/imapi2.h"
#include "mmc/sense.h"

namespace discbench::imapi {

/// The HRESULT for the sense data of a command with this operation code. The first row of the table that fits decides;
/// what no row knows is E_FAIL. S_OK comes back for "no sense" and for an underrun that SYNCHRONIZE CACHE tells of
/// late: both mean that nothing was lost.
HRESULT sense_to_hresult(const mmc::Sense& sense, std::uint8_t operation_code);

}  // namespace discbench::imapi
