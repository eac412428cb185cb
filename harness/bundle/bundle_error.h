#pragma once

#include <stdexcept>

namespace discbench::bundle {

/// One line: the path, what is wrong, and what can be done.
class BundleError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace discbench::bundle
