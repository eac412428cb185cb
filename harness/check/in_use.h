// The words in which the clauses about InUse are written.
#pragma once

#include <array>
#include <string_view>

#include "check/reach.h"

namespace discbench::check {

/// Both canonical values, in the order in which a client pins and lets go.
inline constexpr std::array<VARIANT_BOOL, 2> canonical_values{VARIANT_TRUE, VARIANT_FALSE};

/// An element with what it said of itself before anything was put.
struct Held {
  const Element* element = nullptr;
  bool supported = false;
  const Element* operator->() const { return element; }
};
std::vector<Held> hold(const Reached& reached);
/// Only those that are supported on the medium. Not applicable where there are none.
std::vector<Held> hold_supported(Stage& stage, const Reached& reached);

Reading in_use_of(const Element& element);

/// get_InUse answers `wanted`. An element that is not supported on the medium may fail instead.
void reads(Stage& stage, const Held& held, VARIANT_BOOL wanted, std::string_view circumstance);

/// put_InUse(value). On a supported element it has to succeed; on another it may fail, and then nothing may have
/// changed. True where it was put.
bool puts(Stage& stage, const Held& held, VARIANT_BOOL value, std::string_view circumstance = "");

/// Puts, and reads back what was put.
void puts_and_reads(Stage& stage, const Held& held, VARIANT_BOOL value, std::string_view circumstance = "");

/// Both canonical values, put and read back: the object works.
void works(Stage& stage, const Held& held, std::string_view circumstance);

/// put_InUse without a word about the answer: a step on the way. A supported element that refuses blocks the case.
void step_put(Stage& stage, const Held& held, VARIANT_BOOL value);

/// "put_InUse(VARIANT_TRUE)"
std::string put_text(VARIANT_BOOL value);

}  // namespace discbench::check
