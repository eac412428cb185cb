// docs/wire-structures.md is made from the layouts: this test fails when the two differ, and rewrites the page where
// UPDATE_GOLDEN=1 stands in the environment.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "mmc/structures.h"

namespace discbench::mmc {
namespace {

constexpr const char* page = DISCBENCH_SOURCE_DIR "/docs/wire-structures.md";

std::string place(const bytes::Slot& slot) {
  std::ostringstream out;
  for (std::size_t i = 0; i < slot.count; ++i) {
    const bytes::Part& part = slot.parts[i];
    if (i != 0) out << ", ";
    out << part.byte;
    if (part.length > 1) out << "–" << part.byte + part.length - 1;
    if (part.bits() < 8 && part.high_bit == part.low_bit) out << ", bit " << part.high_bit;
    if (part.bits() < 8 && part.high_bit != part.low_bit) out << ", bits " << part.high_bit << "–" << part.low_bit;
  }
  return out.str();
}

template <typename Structure>
void write_table(std::ostream& out) {
  const auto& layout = bytes::layout_of<Structure>;
  out << "\n### " << layout.name << "\n\n" << bytes::size_of<Structure> << " bytes. " << layout.source << ".\n\n";
  out << "| byte | field |\n|---|---|\n";
  bytes::for_each_field<Structure>([&](std::string_view name, const bytes::Slot& slot, auto) {
    out << "| " << place(slot) << " | " << name << " |\n";
  });
}

std::string render() {
  std::ostringstream out;
  out << "# Wire structures\n\n"
         "Made from the layouts in `simulator/mmc`; do not edit. All numbers are big-endian. Bits that no field "
         "claims\n"
         "are reserved: written as zero, ignored when read.\n\n## Command descriptor blocks\n";
  for_each_type(CommandBlocks{}, [&]<typename T>() { write_table<T>(out); });
  out << "\n## Replies, parameter lists and their parts\n";
  for_each_type(DataStructures{}, [&]<typename T>() { write_table<T>(out); });
  return out.str();
}

TEST(WireDocument, IsMadeFromTheLayouts) {
  const std::string rendered = render();
  if (const char* update = std::getenv("UPDATE_GOLDEN"); update != nullptr && std::string_view(update) == "1")
    std::ofstream(page) << rendered;
  std::ifstream file(page);
  ASSERT_TRUE(file) << page << " is missing: run mmc_test with UPDATE_GOLDEN=1";
  std::ostringstream stored;
  stored << file.rdbuf();
  EXPECT_EQ(stored.str(), rendered) << "run mmc_test with UPDATE_GOLDEN=1 and look at the difference";
}

}  // namespace
}  // namespace discbench::mmc
