// Loading a subject where libraries are ELF files.

#include <dlfcn.h>
#include <elf.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "subject/subject.h"

namespace discbench::subject {
namespace {

namespace fs = std::filesystem;

using GetClassObject = HRESULT(STDAPICALLTYPE*)(REFCLSID clsid, REFIID iid, void** object);

constexpr char own_program[] = "/proc/self/exe";

[[noreturn]] void refuse(const std::string& path, const std::string& why) {
  throw std::runtime_error(path + ": " + why);
}

/// What the beginning of an ELF file says of the machine that it is for. System V ABI, "ELF Header".
struct Machine {
  unsigned char word_size = 0;   ///< EI_CLASS
  unsigned char byte_order = 0;  ///< EI_DATA
  std::uint16_t processor = 0;   ///< e_machine
  std::uint16_t type = 0;        ///< e_type

  bool runs_beside(const Machine& other) const {
    return word_size == other.word_size && byte_order == other.byte_order && processor == other.processor;
  }
};

/// False where the file is no ELF file; throws where it cannot be read.
bool read_machine(const std::string& path, Machine& machine) {
  std::ifstream file(path, std::ios::binary);
  if (!file) refuse(path, std::string("cannot be read: ") + std::strerror(errno));
  std::array<char, 20> header{};
  file.read(header.data(), header.size());
  if (file.gcount() != static_cast<std::streamsize>(header.size())) return false;
  if (std::memcmp(header.data(), ELFMAG, SELFMAG) != 0) return false;
  machine.word_size = static_cast<unsigned char>(header[EI_CLASS]);
  machine.byte_order = static_cast<unsigned char>(header[EI_DATA]);
  // In the file's byte order, which is ours wherever the rest may match.
  std::memcpy(&machine.type, header.data() + 16, sizeof machine.type);
  std::memcpy(&machine.processor, header.data() + 18, sizeof machine.processor);
  return true;
}

class LibrarySubject final : public Subject {
 public:
  explicit LibrarySubject(GetClassObject get_class_object) : get_class_object_(get_class_object) {}

  HRESULT create_object(REFCLSID clsid, REFIID iid, void** object) override {
    *object = nullptr;
    void* factory_address = nullptr;
    const HRESULT found = get_class_object_(clsid, IID_IClassFactory, &factory_address);
    if (FAILED(found)) return found;
    if (factory_address == nullptr) return E_UNEXPECTED;
    auto* factory = static_cast<IClassFactory*>(factory_address);
    void* answer = nullptr;
    const HRESULT created = factory->CreateInstance(nullptr, iid, &answer);
    factory->Release();
    if (FAILED(created)) return created;
    if (answer == nullptr) return E_UNEXPECTED;
    *object = answer;
    return created;
  }

 private:
  GetClassObject get_class_object_;
};

}  // namespace

void inspect_library(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) refuse(path, "there is no such file; expected a shared library");
  if (error) refuse(path, "cannot be looked at: " + error.message());
  if (fs::is_directory(status)) refuse(path, "is a directory; expected the shared library itself");
  if (!fs::is_regular_file(status)) refuse(path, "is no regular file; expected a shared library");
  Machine library;
  Machine own;
  if (!read_machine(path, library)) refuse(path, "is not an ELF file; expected a shared library (g++ -shared)");
  if (read_machine(own_program, own) && !library.runs_beside(own)) {
    refuse(path, "is made for another processor or word size; build it for the machine that this program runs on");
  }
  if (library.type != ET_DYN) refuse(path, "is an ELF file but no shared library; build it with -shared -fPIC");
}

std::unique_ptr<Subject> load_library(const std::string& path) {
  inspect_library(path);
  // Absolute: dlopen looks for a name without a slash elsewhere.
  void* library = dlopen(fs::absolute(path).c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    const char* why = dlerror();
    refuse(path, std::string("cannot be loaded: ") + (why == nullptr ? "no reason given" : why));
  }
  void* entry = dlsym(library, "DllGetClassObject");
  if (entry == nullptr) {
    refuse(path, "does not export DllGetClassObject; declare it extern \"C\" with default visibility");
  }
  GetClassObject get_class_object = nullptr;
  static_assert(sizeof get_class_object == sizeof entry);
  std::memcpy(&get_class_object, &entry, sizeof entry);
  return std::make_unique<LibrarySubject>(get_class_object);
}

std::string builtin_library() {
  constexpr char name[] = "libdiscbench-imapi.so";
  std::error_code error;
  const fs::path folder = fs::read_symlink(own_program, error).parent_path();
  const fs::path in_library_folder = folder.parent_path() / "lib" / name;
  for (const fs::path& candidate : {in_library_folder, folder / name}) {
    if (fs::exists(candidate, error)) return candidate.string();
  }
  throw std::runtime_error("the builtin subject " + in_library_folder.string() + " is missing, and it is not in " +
                           folder.string() + " either; build the target discbench_imapi or name one with --subject");
}

}  // namespace discbench::subject
