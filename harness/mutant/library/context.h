// What a writer and its elements know together, and how they bend numbers.
#pragma once

#include <discbench/imapi2.h>

#include <map>
#include <memory>

#include "held.h"

namespace mutant {

class Element;

struct Context {
  Held<IDiscFormat2Data> real{};        // the writer that does the work
  Held<IDiscRecorder2> recorder{};      // what put_Recorder was given
  bool written = false;                 // Write was called
  bool writer_gone = false;             // the writer that the client held is destroyed
  std::map<int, LONG> remembered{};     // by member: what was answered first
  std::map<int, LONG> last_good{};      // by member: what was answered last
  LONG asked = 0;                       // how often the unstable one was
  int lists = 0;                        // how often the list was asked for
  int numbers = 0;                      // how many numbers were answered
  VARIANT_BOOL pinned = VARIANT_FALSE;  // what was put last
  const Element* in_use = nullptr;      // the element that was pinned last
};
using SharedContext = std::shared_ptr<Context>;

enum Member {
  start_address,
  last_written,
  next_writable,
  free_sectors,
  unit_size,
  random_unit,
  random_last,
  random_total
};
enum class Side { writer, element };

/// Calls the real getter of an object.
using RealGetter = HRESULT (*)(void* object, LONG* value);

template <class Interface, auto get>
HRESULT real_getter(void* object, LONG* value) {
  return (static_cast<Interface*>(object)->*get)(value);
}

/// Asks the real property and bends the answer as the fault wants it.
HRESULT bent_number(Context& context, Side side, Member member, RealGetter ask, void* object, LONG* value);

/// The code that a member of the multisession interfaces answers for a success.
HRESULT success(HRESULT hr);

/// Writes to address 0.
HRESULT answer_by_crashing();

/// What a NULL out pointer is answered by. Crashes where that is the fault.
HRESULT answer_null();

/// Hangs, or takes its time, where that is special.
void take_time();

}  // namespace mutant
