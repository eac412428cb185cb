#include "subject/loaded_library.h"

#include <dlfcn.h>
#include <link.h>
#include <sys/stat.h>

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "subject/subject.h"

namespace discbench::subject {
namespace {

/// A line of /proc/self/maps. proc(5), "/proc/pid/maps".
struct Mapping {
  std::uintptr_t first = 0;
  std::uintptr_t end = 0;
  ino_t inode = 0;
  std::string file{};
};

bool read_mapping(const std::string& line, Mapping& mapping) {
  std::istringstream words(line);
  std::string range;
  std::string unused;
  if (!(words >> range >> unused >> unused >> unused >> mapping.inode)) return false;
  if (std::sscanf(range.c_str(), "%zx-%zx", &mapping.first, &mapping.end) != 2) return false;
  std::getline(words >> std::ws, mapping.file);
  return true;
}

/// The mapping that holds an address.
Mapping mapping_of(const void* address, const std::string& path) {
  const auto wanted = reinterpret_cast<std::uintptr_t>(address);
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    Mapping mapping;
    if (read_mapping(line, mapping) && wanted >= mapping.first && wanted < mapping.end) return mapping;
  }
  throw std::runtime_error(path + ": is loaded, but /proc/self/maps does not say from which file");
}

/// The file of a mapping, if it is still what is at that path.
std::string file_of(const Mapping& mapping, const std::string& path) {
  struct ::stat status {};
  if (::stat(mapping.file.c_str(), &status) != 0 || status.st_ino != mapping.inode) {
    throw std::runtime_error(path + ": the file that was mapped, " + mapping.file +
                             ", is not there any more; do not replace it while it is checked");
  }
  return mapping.file;
}

std::string file_at(const void* address, const std::string& path) { return file_of(mapping_of(address, path), path); }

}  // namespace

LoadedLibrary look_into(const std::string& path) {
  inspect_library(path);
  void* library = dlopen(std::filesystem::absolute(path).c_str(), RTLD_NOW | RTLD_LOCAL);
  link_map* map = nullptr;
  if (library == nullptr || dlinfo(library, RTLD_DI_LINKMAP, &map) != 0) {
    const char* why = dlerror();
    throw std::runtime_error(path + ": cannot be loaded: " + (why == nullptr ? "no reason given" : why));
  }
  LoadedLibrary loaded{.mapped = file_at(map->l_ld, path), .entry_from = {}};
  if (const void* entry = dlsym(library, entry_point); entry != nullptr) loaded.entry_from = file_at(entry, path);
  return loaded;
}

}  // namespace discbench::subject
