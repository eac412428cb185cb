#include <dlfcn.h>

#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <utility>

#include "mutant/mutants.h"

namespace discbench::mutant {
namespace {

using Select = bool (*)(const char* name);
using Seed = void (*)(std::uint64_t number);

template <class Function>
Function function_of(void* library, const char* name, const std::string& path) {
  void* entry = library == nullptr ? nullptr : dlsym(library, name);
  if (entry == nullptr) throw std::runtime_error(path + ": is not the library of mutants that comes with this program");
  Function function = nullptr;
  static_assert(sizeof function == sizeof entry);
  std::memcpy(&function, &entry, sizeof entry);
  return function;
}

/// Tells the library what it draws its lots from; all else is the library's own.
class MutantSubject final : public subject::Subject {
 public:
  MutantSubject(std::unique_ptr<subject::Subject> subject, Seed seed) : subject_(std::move(subject)), seed_(seed) {}
  void begin_case(std::uint64_t seed) override { seed_(seed); }
  HRESULT create_object(REFCLSID clsid, REFIID iid, void** object) override {
    return subject_->create_object(clsid, iid, object);
  }

 private:
  std::unique_ptr<subject::Subject> subject_;
  Seed seed_;
};

}  // namespace

std::string library() {
  return (std::filesystem::path(subject::builtin_library()).parent_path() / "libdiscbench-mutant.so").string();
}

std::unique_ptr<subject::Subject> load(const std::string& name) {
  const std::string path = library();
  subject::inspect_library(path);
  void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!function_of<Select>(library, "DiscbenchSelectMutant", path)(name.c_str())) {
    throw std::runtime_error(path + ": there is no mutant '" + name + "' in it");
  }
  return std::make_unique<MutantSubject>(subject::load_library(path),
                                         function_of<Seed>(library, "DiscbenchSeedMutant", path));
}

}  // namespace discbench::mutant
