#include "report/golden_file.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace discbench::report {

std::string golden(const std::string& name, const std::string& observed) {
  const std::string path = DISCBENCH_SOURCE_DIR "/harness/selftest/golden/" + name;
  const char* update = std::getenv("UPDATE_GOLDEN");
  if (update != nullptr && std::string(update) == "1") std::ofstream(path, std::ios::binary) << observed;
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace discbench::report
