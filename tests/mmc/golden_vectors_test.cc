// Every wire structure against vectors that were written by hand (tests/golden/wire-structures.txt): a round trip alone
// would accept two matching mistakes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "bytes/description.h"
#include "bytes/hex.h"
#include "mmc/structures.h"

namespace discbench::mmc {
namespace {

struct Vector {
  std::string name{};
  int line = 0;
  std::vector<std::uint8_t> bytes{};
  bool reserved_bytes_carry_data = false;
  std::map<std::string, std::string> fields{};
};

void add_line(Vector& vector, const std::string& line) {
  const auto equals = line.find(" = ");
  if (line == "reserved bytes carry data") {
    vector.reserved_bytes_carry_data = true;
  } else if (equals != std::string::npos) {
    vector.fields[line.substr(0, equals)] = line.substr(equals + 3);
  } else {
    const auto more = bytes::from_hex(line);
    ASSERT_TRUE(more.has_value()) << "not hexadecimal: " << line;
    vector.bytes.insert(vector.bytes.end(), more->begin(), more->end());
  }
}

std::vector<Vector> read_vectors() {
  std::ifstream file(DISCBENCH_SOURCE_DIR "/tests/golden/wire-structures.txt");
  std::vector<Vector> vectors;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == '[') {
      vectors.push_back(Vector{.name = line.substr(1, line.size() - 2), .line = number});
    } else {
      add_line(vectors.back(), line);
    }
  }
  return vectors;
}

std::string text_of(const bytes::NamedValue& value) {
  std::ostringstream out;
  if (const auto* number = std::get_if<std::uint64_t>(&value.value)) out << std::hex << *number;
  if (const auto* text = std::get_if<std::string>(&value.value)) out << '"' << *text << '"';
  return out.str();
}

template <typename Structure>
void expect_vector(const Vector& vector) {
  SCOPED_TRACE(vector.name + ", line " + std::to_string(vector.line));
  ASSERT_LE(vector.bytes.size(), bytes::size_of<Structure>);
  std::vector<std::uint8_t> whole = vector.bytes;
  whole.resize(bytes::size_of<Structure>);
  std::map<std::string, std::string> decoded;
  for (const bytes::NamedValue& value : bytes::describe<Structure>(whole)) {
    const bool zero = std::holds_alternative<std::uint64_t>(value.value) && std::get<std::uint64_t>(value.value) == 0;
    if (!zero) decoded[std::string(value.name)] = text_of(value);
  }
  EXPECT_EQ(decoded, vector.fields);
  const auto encoded = bytes::encode(bytes::decode<Structure>(whole));
  EXPECT_EQ(bytes::to_hex(encoded) == bytes::to_hex(whole), !vector.reserved_bytes_carry_data)
      << bytes::to_hex(encoded);
}

template <typename... List>
std::set<std::string> names_of(List... lists) {
  std::set<std::string> names;
  (for_each_type(lists, [&]<typename T>() { names.insert(std::string(bytes::layout_of<T>.name)); }), ...);
  return names;
}

TEST(WireStructures, EachDecodesAndEncodesItsGoldenVector) {
  std::size_t checked = 0;
  for (const Vector& vector : read_vectors()) {
    const auto check = [&]<typename T>() {
      if (bytes::layout_of<T>.name != vector.name) return;
      expect_vector<T>(vector);
      ++checked;
    };
    for_each_type(CommandBlocks{}, check);
    for_each_type(DataStructures{}, check);
  }
  EXPECT_EQ(checked, read_vectors().size()) << "a vector names a structure that there is not";
}

TEST(WireStructures, EachHasAGoldenVector) {
  std::set<std::string> with_vector;
  for (const Vector& vector : read_vectors()) with_vector.insert(vector.name);
  EXPECT_EQ(with_vector, names_of(CommandBlocks{}, DataStructures{}));
}

TEST(WireStructures, NamesAreUnique) {
  std::size_t count = 0;
  for_each_type(CommandBlocks{}, [&]<typename T>() { ++count; });
  for_each_type(DataStructures{}, [&]<typename T>() { ++count; });
  EXPECT_EQ(names_of(CommandBlocks{}, DataStructures{}).size(), count);
}

TEST(WireStructures, EachSaysWhereItComesFrom) {
  const auto check = []<typename T>() { EXPECT_FALSE(bytes::layout_of<T>.source.empty()) << bytes::layout_of<T>.name; };
  for_each_type(CommandBlocks{}, check);
  for_each_type(DataStructures{}, check);
}

}  // namespace
}  // namespace discbench::mmc
