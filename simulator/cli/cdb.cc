#include <algorithm>
#include <fstream>
#include <iostream>
#include <utility>

#include "bench/bench.h"
#include "bytes/hex.h"
#include "cli/exchange_report.h"
#include "cli/options.h"
#include "profile/load.h"

namespace discbench::cli {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t shortest_cdb = 6;
constexpr std::size_t longest_cdb = 16;
constexpr std::uint64_t largest_transfer = std::uint64_t{512} * 1024 * 1024;  // what one process should hold

struct Command {
  Bytes cdb;
  Bytes data;
};

Bytes read_hex(const std::string& text, const std::string& what) {
  std::optional<Bytes> bytes = bytes::from_hex(text);
  if (!bytes)
    throw UsageError(what + " '" + profile::quotable(text) + "' is not hexadecimal, expected pairs of digits");
  return std::move(*bytes);
}

Bytes read_cdb(const std::string& text) {
  Bytes cdb = read_hex(text, "the CDB");
  if (cdb.size() < shortest_cdb || cdb.size() > longest_cdb)
    throw UsageError("the CDB '" + profile::quotable(text) +
                     "' is not as long as a CDB (bytes: " + std::to_string(cdb.size()) +
                     "), expected 6 to 16 bytes in one argument, e.g. '12 00 00 00 24 00'");
  return cdb;
}

Bytes read_data_file(const std::string& name) {
  std::ifstream file(name, std::ios::binary);
  Bytes data;
  char byte = 0;
  while (file.get(byte)) {
    data.push_back(static_cast<std::uint8_t>(byte));
    if (data.size() > largest_transfer) throw profile::ProfileError(name + ": is too long, expected at most 512 MiB");
  }
  if (!file.eof()) throw profile::ProfileError(name + ": cannot be read, expected a file of data for the command");
  return data;
}

/// Bytes of the sectors that a READ or WRITE is about; 0 for every other command.
std::uint64_t sector_bytes(const Bytes& cdb) {
  const auto byte = [&cdb](std::size_t i) { return i < cdb.size() ? std::uint64_t{cdb[i]} : 0; };
  const bool is_10 = byte(0) == 0x28 || byte(0) == 0x2a || byte(0) == 0x2e;
  const bool is_12 = byte(0) == 0xa8 || byte(0) == 0xaa;
  const std::uint64_t sectors = is_10   ? byte(7) << 8 | byte(8)
                                : is_12 ? byte(6) << 24 | byte(7) << 16 | byte(8) << 8 | byte(9)
                                        : 0;
  return sectors * disc::sector_size;
}

bool is_write(const Bytes& cdb) { return cdb[0] == 0x2a || cdb[0] == 0x2e || cdb[0] == 0xaa; }

/// Bytes that a reply may have: what a READ asks for, else more than any allocation length.
std::size_t reply_room(const Bytes& cdb) {
  constexpr std::uint64_t beyond_allocation_lengths = std::uint64_t{2} * 1024 * 1024;
  // A larger READ than the largest transfer is cut.
  return static_cast<std::size_t>(std::clamp(sector_bytes(cdb), beyond_allocation_lengths, largest_transfer));
}

/// A WRITE for which no data is given is still a whole command: it writes zeros.
Bytes data_for(const Bytes& cdb, std::optional<Bytes> given) {
  if (given) return std::move(*given);
  if (is_write(cdb) && sector_bytes(cdb) > largest_transfer)
    throw UsageError("the WRITE '" + bytes::to_hex(cdb) + "' is of " + std::to_string(sector_bytes(cdb) >> 20) +
                     " MiB, expected at most 512 MiB in one command");
  return Bytes(is_write(cdb) ? static_cast<std::size_t>(std::min(sector_bytes(cdb), largest_transfer)) : 0);
}

/// The commands in their order, each with the data that stood before it.
std::vector<Command> commands_of(const Options& options) {
  std::vector<Command> commands;
  std::optional<Bytes> data;
  for (const auto& option : options.given) {
    if (option.string_key == "cdb") {
      for (const std::string& text : option.value) {
        Bytes cdb = read_cdb(text);
        Bytes out = data_for(cdb, std::exchange(data, std::nullopt));
        commands.push_back({std::move(cdb), std::move(out)});
      }
    } else if (option.string_key == "data" || option.string_key == "data-file") {
      if (data)
        throw UsageError("--" + option.string_key + ": the CDB that follows has data already, expected it once");
      const std::string& value = option.value.front();
      data = option.string_key == "data" ? read_hex(value, "--data") : read_data_file(value);
    }
  }
  if (data) throw UsageError("--data without a CDB behind it, expected the CDB that it belongs to");
  if (commands.empty()) throw UsageError("no CDB is given, expected e.g. '12 00 00 00 24 00'");
  return commands;
}

bool send(drive::Drive& drive, const Command& command, Bytes& room, bool as_json) {
  if (room.size() < reply_room(command.cdb)) room.resize(reply_room(command.cdb));
  const mmc::Request request{.cdb = command.cdb, .data_out = command.data, .data_in = room};
  const mmc::Completion completion = drive.execute(request);
  const std::span reply(room.data(), completion.data_in_length);
  if (as_json) {
    print_json(command.cdb, completion, reply, std::cout);
  } else {
    print_text(command.cdb, completion, reply, std::cout);
  }
  return completion.good();
}

}  // namespace

int cdb(const Words& words) {
  program_options::options_description known;
  add_subject_options(known);
  known.add_options()("drive", program_options::value<std::string>(), "");
  known.add_options()("json", "");
  known.add_options()("data", program_options::value<std::vector<std::string>>(), "");
  known.add_options()("data-file", program_options::value<std::vector<std::string>>(), "");
  const Options options = parse(words, known, "cdb");
  const std::string id = scenario_of(options);
  const std::vector<Command> commands = commands_of(options);
  const profile::Catalogue catalogue = catalogue_of(options);
  profile::Scenario scenario = load_scenario(catalogue, id);
  if (const auto drive = options.value("drive")) scenario.drive = load_drive(catalogue, *drive);
  const std::unique_ptr<drive::Drive> drive = bench::bring_up(scenario);
  Bytes room;
  bool good = true;
  for (const Command& command : commands) good = send(*drive, command, room, options.has("json"));
  return good ? exit_code::success : exit_code::failed;
}

}  // namespace discbench::cli
