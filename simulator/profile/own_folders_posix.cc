#include <dlfcn.h>

#include <system_error>

#include "profile/catalogue.h"

namespace discbench::profile {

std::vector<std::filesystem::path> own_folders() {
  std::vector<std::filesystem::path> folders;
  std::error_code ignored;
  // The object that holds this very code: a library that a foreign program loaded knows its place by this.
  ::Dl_info object{};
  static const char inside = 0;
  if (::dladdr(&inside, &object) != 0 && object.dli_fname != nullptr) {
    // A main program's name is whatever it was started by; only one that leads to a file is of use.
    const std::filesystem::path file = std::filesystem::canonical(object.dli_fname, ignored);
    if (!ignored) folders.push_back(file.parent_path());
  }
  const std::filesystem::path program = std::filesystem::canonical("/proc/self/exe", ignored);
  if (!ignored) folders.push_back(program.parent_path());
  return folders;
}

}  // namespace discbench::profile
