// What an application does with the list: the choice among its elements, made by a consumer of our own that knows the
// documented rules and nothing else.
#include <array>

#include "check/circumstances.h"
#include "check/groups.h"
#include "check/in_use.h"
#include "check/multisession_list.h"
#include "check/properties.h"
#include "subject/session_chooser.h"

namespace discbench::check {
namespace {

using contract::Level;
using subject::Choice;
using subject::KnownKinds;

constexpr std::string_view choice_page = "nf-imapi2fs-ifilesystemimage-put_multisessioninterfaces";
constexpr std::string_view flow_page = "creating-a-multisession-disc";

/// A list with its elements: a choice is made on the very ones that were pinned.
struct Offer {
  Reached reached;
  MultisessionList list;
};

Offer take_list(Stage& stage) {
  Reached reached{.recorder = create_recorder(stage), .writer = create_writer(stage)};
  stage.checker.require("put_Recorder", reached.writer->put_Recorder(reached.recorder.get()));
  MultisessionList list = step_list(stage, reached.writer.get());
  reached.elements = open_elements(stage, list);
  return {std::move(reached), std::move(list)};
}

KnownKinds kinds_of(const Stage& stage) { return {.random_write = stage.generation != contract::Generation::xp_vista}; }

Choice choose(const Stage& stage, const Offer& offer) {
  return subject::choose_session(offer.list.array(), kinds_of(stage));
}

std::string text_of(const Choice& choice) { return describe(choice.hr) + ": " + choice.reason; }

void compare_accepted(Stage& stage, std::string_view call, const Choice& choice) {
  stage.checker.compare(call, choice.accepted(), "the list is accepted", text_of(choice));
}

void compare_refused(Stage& stage, std::string_view call, const Choice& choice) {
  stage.checker.compare(call, !choice.accepted(), "the list is refused", text_of(choice));
  if (!choice.accepted()) stage.checker.note(std::string(call) + ": " + text_of(choice));
}

/// Steps on the way: whether an unsupported element takes the value is its own affair.
void let_go_of_all(const Offer& offer) {
  for (const Element& element : offer.reached.elements) element.multisession->put_InUse(VARIANT_FALSE);
}

bool pinned(const Element& element) { return in_use_of(element).is_true(); }

/// An element that a consumer understands and that says it can write the medium.
bool is_usable(const Stage& stage, const Element& element) {
  const bool known = element.sequential || (kinds_of(stage).random_write && element.random_write);
  return known && is_supported(element);
}

/// Applies where a sequential element has to be supported, and there is a session to continue.
std::string where_a_session_can_be_continued(const expectation::Expectations& expectations) {
  using Result = expectation::Expectation::Result;
  const auto supported = expectations.find(is_supported_on_current_media_state.key);
  const auto start = expectations.find(start_address_of_previous_session.key);
  const bool demanded = supported != expectations.end() && supported->second.result == Result::ok &&
                        !supported->second.accepts(VARIANT_FALSE);
  const auto range = range_of(expectations, start_address_of_previous_session.key);
  const bool session = start != expectations.end() && start->second.result == Result::ok && range && range->min >= 0;
  return demanded && session ? "" : "the scenario does not demand that a session can be continued";
}

void is_a_list_for_consumers(Stage& stage) {
  const auto recorder = create_recorder(stage);
  const auto writer = create_writer(stage);
  stage.checker.require("put_Recorder", writer->put_Recorder(recorder.get()));
  const MultisessionList list = step_list(stage, writer.get());
  const Choice choice = subject::choose_session(list.array(), kinds_of(stage));
  const bool misshapen = choice.hr == E_POINTER || choice.hr == E_INVALIDARG || choice.hr == E_NOINTERFACE;
  stage.checker.compare("the list, as a consumer reads it", !misshapen,
                        "a vector of VARIANT, each a VT_DISPATCH that answers IMultisession", text_of(choice));
}

void works_untouched(Stage& stage) {
  const Offer offer = take_list(stage);
  compare_accepted(stage, "the list as it came, InUse never touched", choose(stage, offer));
}

void works_with_none_pinned(Stage& stage) {
  const Offer offer = take_list(stage);
  let_go_of_all(offer);
  compare_accepted(stage, "the list with InUse VARIANT_FALSE on every element", choose(stage, offer));
}

void works_with_one_pinned(Stage& stage) {
  const Offer offer = take_list(stage);
  for (std::size_t index = 0; index < offer.reached.elements.size(); ++index) {
    const Element& element = offer.reached.elements[index];
    if (!is_usable(stage, element)) continue;
    let_go_of_all(offer);
    stage.checker.require(element.call("put_InUse(VARIANT_TRUE)"), element.multisession->put_InUse(VARIANT_TRUE));
    const Choice choice = choose(stage, offer);
    stage.checker.compare("the list with " + element.name + " in use", choice.accepted() && choice.element == index,
                          "element " + std::to_string(index + 1) + " is chosen", text_of(choice));
  }
  if (stage.checker.checks() == 0) stage.checker.not_applicable("no element is of a known kind and supported");
}

/// Where the scenario rules out that a session can be added, no word of a sequential element makes it one.
bool is_ruled_out(const Stage& stage, const Element& element) {
  return element.sequential && where_nothing_can_be_added(stage.rig.expectations()).empty();
}

void refuses_a_pin_on_the_unsupported(Stage& stage) {
  const Offer offer = take_list(stage);
  for (const Element& element : offer.reached.elements) {
    if (is_usable(stage, element) && !is_ruled_out(stage, element)) continue;
    let_go_of_all(offer);
    if (FAILED(element.multisession->put_InUse(VARIANT_TRUE)) || !pinned(element)) continue;
    compare_refused(stage, "the list with " + element.name + " in use, which is of no use here", choose(stage, offer));
  }
  if (stage.checker.checks() == 0) stage.checker.not_applicable("no element of no use here can be pinned");
}

void refuses_two_pins(Stage& stage) {
  const Offer offer = take_list(stage);
  const Elements& elements = offer.reached.elements;
  if (elements.size() < 2) stage.checker.not_applicable("the list has one element");
  let_go_of_all(offer);
  for (std::size_t index = 0; index < 2; ++index) elements[index].multisession->put_InUse(VARIANT_TRUE);
  if (!pinned(elements[0]) || !pinned(elements[1])) {
    stage.checker.not_applicable("two elements of this list cannot be in use at once");
  }
  compare_refused(stage, "the list with two elements in use", choose(stage, offer));
}

/// A medium that can be overwritten is not refused for being blank: there the choice falls on another kind.
bool fell_on_random_write(const Offer& offer, const Choice& choice) {
  return choice.accepted() && !offer.reached.elements[choice.element].sequential;
}

void refuses_where_there_is_nothing_to_continue(Stage& stage) {
  const Offer offer = take_list(stage);
  let_go_of_all(offer);
  const Choice choice = choose(stage, offer);
  if (fell_on_random_write(offer, choice)) stage.checker.not_applicable("the medium can be overwritten");
  compare_refused(stage, "the list on this medium", choice);
}

void note_unknown_kind(Stage& stage) {
  const Offer offer = take_list(stage);
  const Choice sequential_alone = subject::choose_session(offer.list.array(), {.random_write = false});
  const Choice nothing = subject::choose_session(offer.list.array(), {.sequential = false, .random_write = false});
  stage.checker.note("a consumer that knows the sequential kind alone: " + text_of(sequential_alone));
  stage.checker.note("a consumer that knows none of the kinds: " + text_of(nothing));
}

/// The documented flow twice over: a list, a burn, and a list again that leads to the session that was burned.
void continues_session_after_session(Stage& stage) {
  const Offer offer = take_list(stage);
  const Choice first = choose(stage, offer);
  stage.checker.require("the list as it came", first.accepted(), "the list is accepted", text_of(first));
  const Element& element = offer.reached.elements[first.element];
  if (!element.sequential) stage.checker.not_applicable("the medium has no sessions");
  const Reading next = settled([&] { return next_writable_address.read(element, sentinel); });
  stage.checker.require(element.call(next_writable_address.member), next.hr);
  burn(stage, offer.reached, burned_sectors);

  const Offer again{offer.reached, step_list(stage, offer.reached.writer.get())};
  const Elements elements = open_elements(stage, again.list);
  const Choice second = choose(stage, again);
  compare_accepted(stage, "the list after the burn, InUse never touched", second);
  if (!second.accepted()) return;
  const Reading start =
      settled([&] { return start_address_of_previous_session.read(elements[second.element], sentinel); });
  stage.checker.compare("StartAddressOfPreviousSession of the element that is chosen then",
                        start.succeeded() && start.value == next.value,
                        "success with " + describe_value(next) + ", where the burn began", describe(start));
}

constexpr std::array entries{
    Entry{{.id = "consumer.choice.elements",
           .page = choice_page,
           .level = Level::must,
           .statement = "A consumer can read the list: a vector of VARIANT, each a VT_DISPATCH that answers "
                        "IMultisession."},
          nullptr,
          is_a_list_for_consumers},
    Entry{
        {.id = "consumer.choice.none-pinned",
         .page = choice_page,
         .level = Level::must,
         .statement = "With no element in use, and one at least supported and of a known kind, the list is accepted."},
        where_a_session_can_be_continued,
        works_with_none_pinned},
    Entry{{.id = "consumer.choice.one-pinned",
           .page = choice_page,
           .level = Level::must,
           .statement = "With one supported element of a known kind in use, that one is chosen and no other."},
          where_a_session_can_be_continued,
          works_with_one_pinned},
    Entry{{.id = "consumer.choice.pinned-unsupported",
           .page = choice_page,
           .level = Level::must,
           .statement = "An element in use that is not supported, or of no known kind, is refused: nothing takes its "
                        "place."},
          nullptr,
          refuses_a_pin_on_the_unsupported},
    Entry{{.id = "consumer.choice.two-pinned",
           .page = choice_page,
           .level = Level::must,
           .statement = "With two elements in use the list is refused."},
          nullptr,
          refuses_two_pins},
    Entry{{.id = "consumer.choice.blank",
           .page = choice_page,
           .level = Level::must,
           .statement = "On a blank medium that cannot be overwritten the list is refused."},
          where_blank,
          refuses_where_there_is_nothing_to_continue},
    Entry{{.id = "consumer.choice.not-appendable",
           .page = flow_page,
           .level = Level::must,
           .statement = "On a medium that cannot be added to, or without one, the list is refused."},
          where_nothing_can_be_added,
          refuses_where_there_is_nothing_to_continue},
    Entry{{.id = "consumer.choice.unknown-kind",
           .page = choice_page,
           .level = Level::info,
           .statement = "A list whose kinds a consumer does not know is refused; which kinds it knows is its affair."},
          nullptr,
          note_unknown_kind},
    Entry{{.id = "consumer.flow.without-in-use",
           .page = flow_page,
           .level = Level::must,
           .statement = "The list works as it comes: the documented flow hands it on and never touches InUse."},
          where_a_session_can_be_continued,
          works_untouched},
    Entry{
        {.id = "consumer.flow.session-after-session",
         .page = flow_page,
         .level = Level::must,
         .statement = "List, choice and burn can be repeated: each time the choice leads to the session burned last."},
        [](const expectation::Expectations& expectations) {
          const std::string why = where_a_session_can_be_continued(expectations);
          return why.empty() ? why_not_writable(expectations) : why;
        },
        continues_session_after_session},
};

}  // namespace

std::span<const Entry> consumer_clauses() { return entries; }

}  // namespace discbench::check
