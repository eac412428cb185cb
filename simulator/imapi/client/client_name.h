// What a program may call itself when it takes a recorder: the same for who hands the name over and who takes it.
#pragma once

#include <string_view>

namespace discbench::imapi {

/// At least one character and 63 at most, of those that CallerName may have: Windows Driver Kit, ntddcdrm.h,
/// CDROM_EXCLUSIVE_LOCK (64 bytes with the terminating zero).
bool is_client_name(std::u16string_view name);

}  // namespace discbench::imapi
