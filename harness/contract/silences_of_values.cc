#include <array>

#include "contract/silence_tables.h"

namespace discbench::contract {
namespace {

constexpr std::array table{
    Silence{.id = "supported-on-blank",
            .question = "Is a sequential element supported on a blank medium?",
            .documented = "A blank medium can be written, which says TRUE; but the consumer fails on it.",
            .treatment = "TRUE and FALSE are lawful.",
            .clauses = "multisession.is-supported-on-current-media-state.value"},
    Silence{.id = "supported-where-unusable",
            .question = "On finalised, protected or foreign media: FALSE or a failure?",
            .documented = "FALSE by the description of the value, failure codes by the table.",
            .treatment = "Both are lawful; a success with TRUE is not.",
            .clauses = "multisession.is-supported-on-current-media-state.value "
                       "multisession.is-supported-on-current-media-state.failure consumer.choice.not-appendable"},
    Silence{
        .id = "no-medium",
        .question = "What does an empty drive answer?",
        .documented = "A failure code is listed; IsCurrentMediaSupported differs between Windows Vista and Windows 7.",
        .treatment = "FALSE or a failure. Of an address, a failure.",
        .clauses = "multisession.is-supported-on-current-media-state.open-tray "
                   "sequential.next-writable-address.open-tray format.is-current-media-supported.no-medium "
                   "format.is-current-media-supported.no-medium-code"},
    Silence{.id = "last-written-address",
            .question = "Has the last written address to be known?",
            .documented = "E_NOTIMPL is the one failure that its page lists.",
            .treatment = "A sane value or E_NOTIMPL; another failure is lawful and noted.",
            .clauses = "sequential.last-written-address-of-previous-session.*"},
    Silence{.id = "minus-one",
            .question = "Does the sequential element, too, answer -1 where there is no previous session?",
            .documented = "Only the pages of IDiscFormat2Data say -1; the element is said to answer the same values.",
            .treatment = "Demanded of both.",
            .clauses = "sequential.start-address-of-previous-session.blank "
                       "sequential.last-written-address-of-previous-session.blank consumer.choice.blank"},
    Silence{.id = "first-address-of-a-blank-medium",
            .question = "Does a blank CD begin at 0 or at -150?",
            .documented = "At location zero; drives may say -150.",
            .treatment = "0 is demanded, whatever the drive says.",
            .clauses = "sequential.next-writable-address.blank"},
    Silence{.id = "unit-of-the-unit",
            .question = "In what is the writable unit of IMultisessionRandomWrite measured?",
            .documented =
                "Not stated there; in sectors on the sequential page, and the rule about alignment makes sense "
                "in sectors alone.",
            .treatment =
                "Sectors of 2048 bytes, 1 to 32: a cluster of BD is the largest unit there is. Which of them a medium "
                "has is noted and not judged, since no page names a number and a drive may make one sector "
                "writable by reading the rest of the block.",
            .clauses = "sequential2.write-unit-size.positive sequential2.write-unit-size.sectors "
                       "random-write.write-unit-size.sectors"},
    Silence{.id = "alignment-on-sequential-media",
            .question = "Do writes on sequential media have to keep to the writable unit?",
            .documented = "The remark stands on the random-write page alone; the interface definition repeats it for "
                          "both.",
            .treatment = "Nothing is demanded on sequential media.",
            .clauses = "sequential2.write-unit-size.value"},
    Silence{.id = "negative-numbers",
            .question = "What of more sectors than a LONG holds?",
            .documented = "Silent; no such medium exists.",
            .treatment = "A negative number is a fault, but for the -1 that is documented.",
            .clauses = "sequential.free-sectors-on-media.not-negative"},
    Silence{.id = "free-is-less",
            .question = "How much is taken off the free sectors for run-out, postgap and closing?",
            .documented = "That it is taken off, and not how much.",
            .treatment = "Up to 152 sectors less than the drive says are lawful; one more than it says is not.",
            .clauses = "sequential.free-sectors-on-media.value sequential.free-sectors-on-media.overhead "
                       "data.free-sectors-on-media.value"},
    Silence{.id = "which-session-is-first",
            .question = "Of which session does IsFirstDataSession speak?",
            .documented = "\"This session\": the one to be written, or the previous one that the interface is about.",
            .treatment =
                "A canonical boolean is demanded, and FALSE behind two closed data sessions, where neither of the "
                "two is the first; elsewhere its value is recorded.",
            .clauses = "sequential.is-first-data-session.value sequential.is-first-data-session.mixed-media "
                       "sequential.is-first-data-session.canonical sequential.is-first-data-session.later-session"},
    Silence{.id = "invalid-argument-of-getters",
            .question = "What is an invalid argument of a getter that has none?",
            .documented = "E_INVALIDARG is listed on such pages without sense.",
            .treatment = "Lawful as a failure.",
            .clauses = "sequential.free-sectors-on-media.failure sequential.next-writable-address.failure"},
    Silence{.id = "one-table-for-all",
            .question = "Does a code in a page's table say that the call sends that command?",
            .documented = "Nearly every getter carries one and the same table of the device's failures.",
            .treatment = "No. The codes are lawful, and which commands a getter sends is free.",
            .clauses = "sequential.start-address-of-previous-session.failure data.write.unwritable"},
};

}  // namespace

std::span<const Silence> value_silences() { return table; }

}  // namespace discbench::contract
