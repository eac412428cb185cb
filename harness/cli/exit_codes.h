// How msconform ends. Others' scripts depend on these; docs/ and --help list them.
#pragma once

namespace discbench::cli {

inline constexpr int exit_conformant = 0;
inline constexpr int exit_usage = 2;          ///< the command line is not understood
inline constexpr int exit_configuration = 3;  ///< a file, a folder, the subject's library or the rig
inline constexpr int exit_nothing_ran = 4;
inline constexpr int exit_internal_error = 70;
// 1 and 7 come from result::exit_code_of().

}  // namespace discbench::cli
