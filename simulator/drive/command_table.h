#pragma once

#include <span>

#include "drive/command.h"

namespace discbench::drive {

/// All commands, by ascending opcode.
std::span<const Command> command_table();
/// nullptr: 5/20/00.
const Command* find_command(std::uint8_t opcode);

}  // namespace discbench::drive
