// The implementation under test, behind the one door that every vendor has: COM itself.
#pragma once

#include <memory>
#include <string>

#include "discbench/imapi2.h"

namespace discbench::subject {

/// A library with DllGetClassObject. Loaded in a child process only, once, and never unloaded.
class Subject {
 public:
  virtual ~Subject() = default;

  /// DllGetClassObject(CLSID_MsftDiscFormat2Data) and IClassFactory::CreateInstance. On failure *writer is null.
  virtual HRESULT create_writer(IDiscFormat2Data** writer) = 0;
};

/// Loads a library (dlopen, RTLD_NOW | RTLD_LOCAL). Throws std::runtime_error that says what is wrong with the file.
std::unique_ptr<Subject> load_library(const std::string& path);

}  // namespace discbench::subject
