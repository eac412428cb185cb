// What `discsim cdb` tells of one command.
#pragma once

#include <cstdint>
#include <ostream>
#include <span>

#include "mmc/exchange.h"

namespace discbench::cli {

void print_text(std::span<const std::uint8_t> cdb, const mmc::Completion& completion,
                std::span<const std::uint8_t> reply, std::ostream& out);

/// One object on one line.
void print_json(std::span<const std::uint8_t> cdb, const mmc::Completion& completion,
                std::span<const std::uint8_t> reply, std::ostream& out);

}  // namespace discbench::cli
