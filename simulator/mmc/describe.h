// What a command or its reply says, in named fields: for the trace, for `discsim cdb` and for people.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "bytes/description.h"
#include "mmc/exchange.h"

namespace discbench::mmc {

struct Description {
  std::string_view name;  ///< "READ TRACK INFORMATION"
  bytes::Structure fields;
};

/// nullopt for an opcode that the recorder does not know.
std::optional<Description> describe_cdb(std::span<const std::uint8_t> cdb);

/// "READ TRACK INFORMATION", or "OPCODE A1h".
std::string command_name(std::span<const std::uint8_t> cdb);

/// The data that came back for `cdb`, as far as it reaches: what an allocation length cut off is absent. Empty for
/// sectors and for commands without a reply.
bytes::Structure describe_reply(std::span<const std::uint8_t> cdb, std::span<const std::uint8_t> data);

/// One line: name, the CDB's fields that are not zero, "->" and the outcome. The same bytes give the same line.
std::string trace_line(const Request& request, const Completion& completion);
/// The same from what a record keeps.
std::string trace_line(std::span<const std::uint8_t> cdb, const Completion& completion);

}  // namespace discbench::mmc
