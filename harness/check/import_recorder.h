// get_ImportRecorder, and what its answer can be asked.
#pragma once

#include <functional>
#include <string>

#include "check/reach.h"

namespace discbench::check {

struct ImportRecorder {
  HRESULT hr = E_UNEXPECTED;
  /// Of a success. What a failure leaves in the out pointer is not released, for nobody vouches for it.
  Pointer<IDiscRecorder2> recorder{};
  bool left_something = false;  ///< failed, and the out pointer is not NULL

  std::string text() const;
};
ImportRecorder import_recorder_of(const Element& element);

/// Reaches the elements and calls `look` with every import recorder that there is. Not applicable where there is none.
void for_each_import_recorder(
    Stage& stage, const std::function<void(const Element&, IDiscRecorder2* recorder, const Reached&)>& look);

/// get_ActiveDiscRecorder of a recorder, or what came instead: "discbench:cd-r/blank", "E_FAIL (0x80004005)".
std::string device_of(IDiscRecorder2* recorder);

}  // namespace discbench::check
