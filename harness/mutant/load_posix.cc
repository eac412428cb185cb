#include <dlfcn.h>

#include <cstring>
#include <filesystem>
#include <stdexcept>

#include "mutant/mutants.h"

namespace discbench::mutant {
namespace {

using Select = bool (*)(const char* name);

Select selector_of(const std::string& path) {
  void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  void* entry = library == nullptr ? nullptr : dlsym(library, "DiscbenchSelectMutant");
  if (entry == nullptr) throw std::runtime_error(path + ": is not the library of mutants that comes with this program");
  Select select = nullptr;
  static_assert(sizeof select == sizeof entry);
  std::memcpy(&select, &entry, sizeof entry);
  return select;
}

}  // namespace

std::string library() {
  return (std::filesystem::path(subject::builtin_library()).parent_path() / "libdiscbench-mutant.so").string();
}

std::unique_ptr<subject::Subject> load(const std::string& name) {
  const std::string path = library();
  subject::inspect_library(path);
  if (!selector_of(path)(name.c_str())) throw std::runtime_error(path + ": there is no mutant '" + name + "' in it");
  return subject::load_library(path);
}

}  // namespace discbench::mutant
