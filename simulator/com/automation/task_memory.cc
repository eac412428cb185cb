// CoTaskMem: the buffers that IDiscRecorder2Ex hands out.
#include <cstdlib>

#include "discbench/com.h"

extern "C" {

// A block of no bytes is a block all the same: NULL means no memory.
void* CoTaskMemAlloc(SIZE_T size) { return std::malloc(size == 0 ? 1 : size); }

void* CoTaskMemRealloc(void* memory, SIZE_T size) {
  if (memory != nullptr && size == 0) {
    std::free(memory);
    return nullptr;
  }
  return std::realloc(memory, size == 0 ? 1 : size);
}

void CoTaskMemFree(void* memory) { std::free(memory); }

}  // extern "C"
