// A library that has the door and nothing behind it. It also talks where it should not.
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>

#include "discbench/com.h"

namespace {

/// Into every file that it can get hold of.
void scribble() {
  for (int descriptor = 3; descriptor < 256; ++descriptor) {
    struct stat about {};
    if (fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode)) continue;
    if (write(descriptor, "scribbled here", 14) < 0) continue;
  }
}

}  // namespace

extern "C" HRESULT DllGetClassObject(REFCLSID, REFIID, void** object) {
  scribble();
  std::puts("a library is talking");
  std::fflush(stdout);
  *object = nullptr;
  return CLASS_E_CLASSNOTAVAILABLE;
}
