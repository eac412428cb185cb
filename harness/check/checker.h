// What a check writes its evidence into. A case passes only if something was compared here and nothing differed.
#pragma once

#include <boost/crc.hpp>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "discbench/imapi2.h"
#include "expectation/expectation.h"
#include "expectation/property.h"
#include "result/case_result.h"

namespace discbench::check {

/// Thrown by require() and blocked_by_rig(): the clause could not be reached.
class Blocked : public std::runtime_error {
 public:
  Blocked(result::BlockedBy who, result::Failure what);
  result::BlockedBy by;
  result::Failure failure;
};

/// Thrown by not_applicable().
class NotApplicable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class Checker {
 public:
  /// The rule of the whole contract: any code without bit 31 is success; one that is not S_OK is noted. Counts.
  bool succeeded(std::string_view call, HRESULT hr);
  /// Any code with bit 31. Counts.
  bool failed(std::string_view call, HRESULT hr);
  /// One comparison. `expected` and `observed` are for people; a difference is a failure of the case. Counts.
  bool compare(std::string_view call, bool same, std::string_view expected, std::string_view observed);
  /// What the scenario expects of a property: success, failure or either, then the value. Counts. `value_text` is the
  /// value as people read it, and `kind` says how they read the expected one.
  bool expect(std::string_view call, const expectation::Expectation& expected, HRESULT hr, std::int64_t value,
              std::string_view value_text, expectation::PropertyKind kind = expectation::PropertyKind::number);
  /// Something worth telling that is no comparison. The same text is kept once.
  void note(std::string text);
  /// Notes a success code other than S_OK. Does not count.
  void note_success_code(std::string_view call, HRESULT hr);
  /// A step on the way to the clause: where it does not hold the case is blocked by the subject. Does not count.
  void require(std::string_view call, HRESULT hr);
  /// The same for a step that has no HRESULT.
  void require(std::string_view call, bool held, std::string_view expected, std::string_view observed);
  /// What the rig should have given is not there: no fault of the subject.
  [[noreturn]] void blocked_by_rig(std::string_view call, std::string_view expected, std::string_view observed);
  [[noreturn]] void not_applicable(const std::string& reason);

  std::uint32_t checks() const { return checks_; }
  /// Of the calls that were compared, in their order: another number says that other things were looked at.
  std::uint32_t sequence() const { return sequence_.checksum(); }
  const std::vector<result::Failure>& failures() const { return failures_; }
  const std::vector<std::string>& notes() const { return notes_; }

 private:
  std::uint32_t checks_ = 0;
  boost::crc_32_type sequence_;
  std::vector<result::Failure> failures_;
  std::vector<std::string> notes_;
};

}  // namespace discbench::check
