// The implementation under test, behind the one door that every vendor has: COM itself.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "discbench/imapi2.h"

namespace discbench::subject {

/// A library with DllGetClassObject. Loaded in a child process only, once, and never unloaded.
class Subject {
 public:
  virtual ~Subject() = default;

  /// DllGetClassObject(clsid) and IClassFactory::CreateInstance(iid). On failure *object is null;
  /// CLASS_E_CLASSNOTAVAILABLE, as a rule, where the subject does not offer the class, E_UNEXPECTED where it claimed
  /// success and handed out nothing.
  virtual HRESULT create_object(REFCLSID clsid, REFIID iid, void** object) = 0;

  /// Said before each case, for subjects that draw lots: the same seed, the same lots. Others do not listen.
  virtual void begin_case(std::uint64_t /*seed*/) {}

  /// A new MsftDiscFormat2Data, the one class that every subject has.
  HRESULT create_writer(IDiscFormat2Data** writer) {
    void* object = nullptr;
    const HRESULT hr = create_object(CLSID_MsftDiscFormat2Data, IID_IDiscFormat2Data, &object);
    *writer = static_cast<IDiscFormat2Data*>(object);
    return hr;
  }
};

/// Throws std::runtime_error, one line with the path, for what cannot be a library of ours: nothing there, a directory,
/// no permission, not ELF, made for another processor. Runs none of the library's code.
void inspect_library(const std::string& path);

/// Loads a library (dlopen, RTLD_NOW | RTLD_LOCAL) and runs its constructors: for child processes. Throws
/// std::runtime_error, one line that says what is wrong with the file.
std::unique_ptr<Subject> load_library(const std::string& path);

/// Where libdiscbench-imapi.so lies: beside the program, or in the lib folder next to the program's folder. Throws
/// std::runtime_error that names both places.
std::string builtin_library();

}  // namespace discbench::subject
