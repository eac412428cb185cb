// The parts of the table of silences: one list for each file.
#pragma once

#include "contract/silences.h"

namespace discbench::contract {

std::span<const Silence> object_silences();    ///< codes, pointers, identity, InUse
std::span<const Silence> consumer_silences();  ///< what happens to the list
std::span<const Silence> value_silences();     ///< numbers and media
std::span<const Silence> member_silences();    ///< writer, recorder, events, generations

}  // namespace discbench::contract
