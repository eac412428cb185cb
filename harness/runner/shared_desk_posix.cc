#include <sys/mman.h>

#include <cerrno>
#include <new>
#include <system_error>

#include "runner/shared_desk.h"

namespace discbench::runner {

SharedDesk::SharedDesk() {
  void* memory = mmap(nullptr, sizeof(Desk), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "memory shared with a child");
  desk_ = new (memory) Desk;
}

SharedDesk::~SharedDesk() { munmap(desk_, sizeof(Desk)); }

}  // namespace discbench::runner
