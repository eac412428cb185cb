#pragma once

namespace discbench::cli {

/// Of this program: "0.1.0".
extern const char program_version[];

}  // namespace discbench::cli
