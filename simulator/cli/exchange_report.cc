#include "cli/exchange_report.h"

#include <algorithm>
#include <iomanip>
#include <nlohmann/json.hpp>

#include "bytes/hex.h"
#include "mmc/describe.h"

namespace discbench::cli {
namespace {

using Json = nlohmann::ordered_json;
using Bytes = std::span<const std::uint8_t>;

constexpr std::size_t bytes_in_a_row = 16;

std::string spaced_hex(Bytes bytes) {
  std::string text;
  for (const std::uint8_t byte : bytes) text += (text.empty() ? "" : " ") + bytes::to_hex(Bytes(&byte, 1));
  return text;
}

std::string one_byte(std::uint8_t byte) { return bytes::to_hex(Bytes(&byte, 1)); }

void print_dump(Bytes data, std::ostream& out) {
  for (std::size_t at = 0; at < data.size(); at += bytes_in_a_row) {
    const Bytes row = data.subspan(at, std::min(bytes_in_a_row, data.size() - at));
    const std::array<std::uint8_t, 3> offset{static_cast<std::uint8_t>(at >> 16), static_cast<std::uint8_t>(at >> 8),
                                             static_cast<std::uint8_t>(at)};
    out << "    " << bytes::to_hex(offset) << "  " << std::left << std::setw(3 * bytes_in_a_row + 1) << spaced_hex(row);
    for (const std::uint8_t byte : row) out << (byte >= ' ' && byte <= '~' ? static_cast<char>(byte) : '.');
    out << '\n';
  }
}

/// Names to the left, values in one column; the entries of a list indented below its name.
void print_fields(const bytes::Structure& fields, std::size_t indent, std::ostream& out) {
  std::size_t width = 0;
  for (const bytes::NamedValue& field : fields) width = std::max(width, field.name.size());
  const std::string margin(indent, ' ');
  for (const bytes::NamedValue& field : fields) {
    out << margin << std::left << std::setw(static_cast<int>(width) + 2) << field.name;
    if (const auto* number = std::get_if<std::uint64_t>(&field.value)) {
      out << *number << '\n';
    } else if (const auto* text = std::get_if<std::string>(&field.value)) {
      out << *text << '\n';
    } else {
      const auto& list = std::get<bytes::List>(field.value);
      out << list.size() << (list.size() == 1 ? " entry\n" : " entries\n");
      for (std::size_t i = 0; i < list.size(); ++i) {
        out << margin << "  [" << i + 1 << "]\n";
        print_fields(list[i], indent + 4, out);
      }
    }
  }
}

Json json_of(const bytes::Structure& fields) {
  Json object = Json::object();
  for (const bytes::NamedValue& field : fields) {
    const std::string name(field.name);
    if (const auto* number = std::get_if<std::uint64_t>(&field.value)) {
      object[name] = *number;
    } else if (const auto* text = std::get_if<std::string>(&field.value)) {
      object[name] = *text;
    } else {
      object[name] = Json::array();
      for (const bytes::Structure& entry : std::get<bytes::List>(field.value)) object[name].push_back(json_of(entry));
    }
  }
  return object;
}

/// A sense key is one hexadecimal digit.
std::string key_of(const mmc::Sense& sense) { return one_byte(sense.key).substr(1); }

}  // namespace

void print_text(Bytes cdb, const mmc::Completion& completion, Bytes reply, std::ostream& out) {
  out << mmc::command_name(cdb) << "  [" << spaced_hex(cdb) << "]\n";
  if (completion.good()) {
    out << "  GOOD";
  } else {
    const mmc::Sense& sense = completion.sense;
    out << "  CHECK CONDITION " << key_of(sense) << '/' << one_byte(sense.asc) << '/' << one_byte(sense.ascq) << ' '
        << mmc::name_of(sense);
  }
  if (!reply.empty()) out << ", " << reply.size() << " bytes";
  if (completion.data_out_length > 0) out << ", " << completion.data_out_length << " bytes taken";
  out << '\n';
  print_fields(mmc::describe_reply(cdb, reply), 4, out);
  print_dump(reply, out);
}

void print_json(Bytes cdb, const mmc::Completion& completion, Bytes reply, std::ostream& out) {
  const mmc::Sense& sense = completion.sense;
  const Json sense_json = completion.good() ? Json(nullptr)
                                            : Json{{"key", key_of(sense)},
                                                   {"asc", one_byte(sense.asc)},
                                                   {"ascq", one_byte(sense.ascq)},
                                                   {"name", mmc::name_of(sense)}};
  const Json line{{"cdb", bytes::to_hex(cdb)},
                  {"name", mmc::command_name(cdb)},
                  {"status", completion.good() ? "GOOD" : "CHECK CONDITION"},
                  {"sense", sense_json},
                  {"data", bytes::to_hex(reply)},
                  {"fields", json_of(mmc::describe_reply(cdb, reply))}};
  out << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace discbench::cli
