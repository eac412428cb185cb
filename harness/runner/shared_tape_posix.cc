#include <sys/mman.h>

#include <cerrno>
#include <new>
#include <system_error>

#include "runner/shared_tape.h"

namespace discbench::runner {

SharedTape::SharedTape() {
  void* memory = mmap(nullptr, sizeof(WireTape), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "shared memory for the wire trace");
  tape_ = new (memory) WireTape;
}

SharedTape::~SharedTape() { munmap(tape_, sizeof(WireTape)); }

}  // namespace discbench::runner
