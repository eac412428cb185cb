// A simulated recorder with a disc in it, and our writer on it, loaded as a vendor's would be.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/bench.h"
#include "com/pointer.h"
#include "discbench/imapi2.h"
#include "profile/load.h"

namespace discbench::end_to_end {

/// Of the tree that is being built, whatever the environment says.
profile::Scenario scenario(const std::string& id);

class BurningRig {
 public:
  explicit BurningRig(const profile::Scenario& scenario);

  IDiscFormat2Data* writer() { return writer_.get(); }
  /// The one element of get_MultisessionInterfaces.
  com::Pointer<IMultisessionSequential2> sequential();
  /// Another handle to the same recorder, as another program would have one.
  com::Pointer<IDiscRecorder2> another_recorder() {
    return com::Pointer<IDiscRecorder2>::adopt(bench_.create_recorder());
  }
  const disc::DiscState& disc() { return bench_.drive().disc()->state(); }

  /// Burns whole sectors, on DVD+R without the compatibility mode that would close the disc.
  HRESULT burn(std::vector<std::uint8_t> sectors);

  /// What READ (10) gives; an empty vector where the recorder refuses.
  std::vector<std::uint8_t> read(LONG first_sector, std::uint32_t count);

 private:
  bench::Bench bench_;
  com::Pointer<IDiscRecorder2> recorder_;
  com::Pointer<IDiscFormat2Data> writer_;
};

/// Calls a getter that has to succeed.
template <typename Interface, typename Declaring, typename Value>
Value value_of(Interface* object, HRESULT (STDMETHODCALLTYPE Declaring::*getter)(Value*)) {
  Value value{};
  const HRESULT result = (object->*getter)(&value);
  if (FAILED(result)) throw std::runtime_error("a getter failed with " + std::to_string(result));
  return value;
}

}  // namespace discbench::end_to_end
