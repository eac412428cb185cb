// From the evidence of a case to its verdict. No verdict without evidence.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "contract/clause.h"
#include "result/case_result.h"

namespace discbench::runner {

/// How the check came to its end.
enum class Ending : std::uint8_t {
  reached,         ///< it returned
  not_applicable,  ///< it said so
  blocked,         ///< a step on the way to the clause did not work
  escaped,         ///< an exception left the subject
};

struct Evidence {
  Ending ending = Ending::reached;
  std::uint32_t checks = 0;
  std::uint32_t sequence = 0;
  std::vector<result::Failure> failures;
  std::vector<std::string> notes;
  std::string reason;                                        ///< of not_applicable and blocked
  result::BlockedBy blocked_by = result::BlockedBy::nobody;  ///< of blocked
  bool of_the_block = false;  ///< the last failure says what blocked, and is no difference of the clause
};

/// Fills all but clause, scenario and wire.
///  - A difference that was seen stays a failure, whatever came after it.
///  - Passed needs the end, one comparison at least, and no difference.
///  - A check that ended and compared nothing proves nothing: the rig's fault.
///  - A clause of level info is noted, whatever was seen, unless the rig was in the way; but an exception that leaves
///    the subject is a failure there too: no clause allows it, and with another compiler it is a crash.
result::CaseResult judge(contract::Level level, Evidence evidence);

}  // namespace discbench::runner
