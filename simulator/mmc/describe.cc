#include "mmc/describe.h"

#include <array>
#include <cstdio>

#include "mmc/describe_reply.h"
#include "mmc/structures.h"

namespace discbench::mmc {
namespace {

struct DescribedCommand {
  std::string_view name;
  bytes::Structure (*describe)(std::span<const std::uint8_t>);
};

template <typename Cdb>
bytes::Structure describe_padded(std::span<const std::uint8_t> cdb) {
  std::array<std::uint8_t, bytes::size_of<Cdb>> whole{};
  std::copy_n(cdb.begin(), std::min(cdb.size(), whole.size()), whole.begin());
  return bytes::describe<Cdb>(whole);
}

consteval std::array<DescribedCommand, 256> make_table() {
  std::array<DescribedCommand, 256> table{};
  for_each_type(CommandBlocks{}, [&]<typename Cdb>() {
    table[Cdb::opcode] = DescribedCommand{bytes::layout_of<Cdb>.name, describe_padded<Cdb>};
  });
  return table;
}

constexpr std::array<DescribedCommand, 256> table = make_table();

std::string hex_number(std::uint64_t value) {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), value < 10 ? "%llu" : "%llXh", static_cast<unsigned long long>(value));
  return text.data();
}

bool is_housekeeping(std::string_view field) {
  return field == "Operation Code" || field == "Allocation Length" || field == "Control";
}

}  // namespace

std::optional<Description> describe_cdb(std::span<const std::uint8_t> cdb) {
  if (cdb.empty() || table[cdb[0]].describe == nullptr) return std::nullopt;
  const bool reserve_at_address = cdb[0] == ReserveTrack::opcode && cdb.size() > 1 && (cdb[1] & 1) != 0;
  if (reserve_at_address)
    return Description{bytes::layout_of<ReserveTrackAtAddress>.name, describe_padded<ReserveTrackAtAddress>(cdb)};
  return Description{table[cdb[0]].name, table[cdb[0]].describe(cdb)};
}

std::string command_name(std::span<const std::uint8_t> cdb) {
  if (cdb.empty()) return "EMPTY CDB";
  if (table[cdb[0]].describe != nullptr) return std::string(table[cdb[0]].name);
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "OPCODE %02Xh", cdb[0]);
  return text.data();
}

std::string trace_line(std::span<const std::uint8_t> cdb, const Completion& completion) {
  std::string line = command_name(cdb);
  if (const auto described = describe_cdb(cdb)) {
    for (const bytes::NamedValue& field : described->fields) {
      const auto* number = std::get_if<std::uint64_t>(&field.value);
      if (number == nullptr || *number == 0 || is_housekeeping(field.name)) continue;
      line += ", " + std::string(field.name) + " " + hex_number(*number);
    }
  }
  if (completion.status == Status::reservation_conflict) return line + " -> RESERVATION CONFLICT";
  if (!completion.good()) {
    std::array<char, 24> codes{};
    std::snprintf(codes.data(), codes.size(), "%X/%02X/%02X ", completion.sense.key, completion.sense.asc,
                  completion.sense.ascq);
    return line + " -> CHECK CONDITION " + codes.data() + name_of(completion.sense);
  }
  line += " -> GOOD";
  if (completion.data_in_length != 0) line += ", " + std::to_string(completion.data_in_length) + " bytes in";
  if (completion.data_out_length != 0) line += ", " + std::to_string(completion.data_out_length) + " bytes out";
  return line;
}

std::string trace_line(const Request& request, const Completion& completion) {
  return trace_line(request.cdb, completion);
}

bytes::Structure describe_reply(std::span<const std::uint8_t> cdb, std::span<const std::uint8_t> data) {
  if (cdb.empty() || data.empty()) return {};
  return detail::describe_reply_of(cdb, data);
}

}  // namespace discbench::mmc
