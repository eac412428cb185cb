// IBurnVerification, where the writer offers it.
#include <array>

#include "check/circumstances.h"
#include "check/groups.h"
#include "check/offered.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view interface_page = "nn-imapi2-iburnverification";
constexpr std::string_view level_page = "nf-imapi2-iburnverification-put_burnverificationlevel";
constexpr std::array levels{IMAPI_BURN_VERIFICATION_NONE, IMAPI_BURN_VERIFICATION_QUICK, IMAPI_BURN_VERIFICATION_FULL};

struct Verified {
  Reached reached;
  Pointer<IBurnVerification> verification;
};

Verified reach_verification(Stage& stage) {
  Verified verified;
  verified.reached = reach_writer(stage);
  verified.verification = query<IBurnVerification>(verified.reached.writer.get());
  if (!verified.verification) stage.checker.not_applicable("the writer does not offer IBurnVerification");
  return verified;
}

Reading level_of(const Verified& verified) {
  return read(verified.verification.get(), &IBurnVerification::get_BurnVerificationLevel);
}

void leads_back(Stage& stage) {
  const Verified verified = reach_verification(stage);
  const auto writer = query<IDiscFormat2Data>(verified.verification.get());
  stage.checker.compare("IBurnVerification, then QueryInterface(IDiscFormat2Data)",
                        writer && identity_of(writer.get()) == identity_of(verified.reached.writer.get()),
                        "the writer itself", writer ? "another object" : "a refusal");
}

void gives_back_what_was_put(Stage& stage) {
  const Verified verified = reach_verification(stage);
  for (const IMAPI_BURN_VERIFICATION_LEVEL level : levels) {
    const std::string put = "put_BurnVerificationLevel(" + std::to_string(level) + ")";
    const HRESULT hr = verified.verification->put_BurnVerificationLevel(level);
    skip_not_implemented(stage, put, hr);
    stage.checker.succeeded(put, hr);
    const Reading reading = level_of(verified);
    stage.checker.compare("get_BurnVerificationLevel after " + put, reading.succeeded() && reading.value == level,
                          "success with " + std::to_string(level), describe(reading));
  }
}

void note_default(Stage& stage) {
  const Verified verified = reach_verification(stage);
  stage.checker.note("get_BurnVerificationLevel of a new writer gives " + describe(level_of(verified)));
}

void stays_in_the_enumeration(Stage& stage) {
  constexpr auto wild = static_cast<IMAPI_BURN_VERIFICATION_LEVEL>(99);
  const Verified verified = reach_verification(stage);
  const HRESULT hr = verified.verification->put_BurnVerificationLevel(wild);
  stage.checker.note("put_BurnVerificationLevel(99) gives " + describe(hr));
  const Reading reading = level_of(verified);
  const bool listed = reading.value >= IMAPI_BURN_VERIFICATION_NONE && reading.value <= IMAPI_BURN_VERIFICATION_FULL;
  stage.checker.compare("get_BurnVerificationLevel after put_BurnVerificationLevel(99)",
                        !reading.succeeded() || listed || SUCCEEDED(hr),
                        "a level of the enumeration where 99 was refused", describe(reading));
}

void survives_null(Stage& stage) {
  const Verified verified = reach_verification(stage);
  const HRESULT hr = verified.verification->get_BurnVerificationLevel(nullptr);
  stage.checker.compare("get_BurnVerificationLevel(NULL)", FAILED(hr),
                        "failure, E_POINTER (0x80004003) by the documentation", describe(hr));
}

/// A good disc passes a check of any level, or the level is not there.
void passes_a_good_disc(Stage& stage) {
  const Verified verified = reach_verification(stage);
  const HRESULT hr = verified.verification->put_BurnVerificationLevel(IMAPI_BURN_VERIFICATION_QUICK);
  if (FAILED(hr)) stage.checker.not_applicable("put_BurnVerificationLevel(1) answers " + describe(hr));
  burn(stage, verified.reached, burned_sectors);
  const Reading reading = level_of(verified);
  stage.checker.compare("get_BurnVerificationLevel after a burn with level 1",
                        reading.succeeded() && reading.value == IMAPI_BURN_VERIFICATION_QUICK, "success with 1",
                        describe(reading));
}

constexpr std::array entries{
    Entry{{.id = "burn-verification.interface.identity",
           .page = interface_page,
           .level = Level::must,
           .statement = "The interface is one of the writer's, and leads back to it."},
          nullptr,
          leads_back},
    Entry{{.id = "burn-verification.burn-verification-level.round-trip",
           .page = level_page,
           .level = Level::must,
           .statement = "get_BurnVerificationLevel answers what was put: none, quick or full."},
          nullptr,
          gives_back_what_was_put},
    Entry{{.id = "burn-verification.burn-verification-level.default",
           .page = level_page,
           .level = Level::info,
           .statement = "The level of a new writer."},
          nullptr,
          note_default},
    Entry{{.id = "burn-verification.burn-verification-level.wild",
           .page = "ne-imapi2-imapi_burn_verification_level",
           .level = Level::may,
           .statement = "A level outside the enumeration may be refused, and is not kept then."},
          nullptr,
          stays_in_the_enumeration},
    Entry{{.id = "burn-verification.burn-verification-level.null",
           .page = "nf-imapi2-iburnverification-get_burnverificationlevel",
           .level = Level::must,
           .statement = "A NULL out pointer is answered by failure, and survived."},
          nullptr,
          survives_null},
    Entry{{.id = "burn-verification.burn-verification-level.write",
           .page = interface_page,
           .level = Level::may,
           .statement = "A burn on a good disc passes its verification."},
          why_not_writable,
          passes_a_good_disc},
};

}  // namespace

std::span<const Entry> burn_verification_clauses() { return entries; }

}  // namespace discbench::check
