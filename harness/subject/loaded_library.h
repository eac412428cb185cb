// A library as the system has loaded it: which file that is, and whose door it has.
#pragma once

#include <string>

namespace discbench::subject {

/// What every subject has to export.
inline constexpr char entry_point[] = "DllGetClassObject";

struct LoadedLibrary {
  /// The file that is mapped, by its own name: not the link that led to it, nor a file that has its name by now.
  std::string mapped;
  /// The file whose DllGetClassObject is found through the library: its own, or that of a library it links to. Empty
  /// where there is none.
  std::string entry_from;
};

/// Loads a library as load_library() does and looks into the process: for child processes. Throws std::runtime_error,
/// one line with the path.
LoadedLibrary look_into(const std::string& path);

}  // namespace discbench::subject
