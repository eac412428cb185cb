#include <array>

#include "contract/silence_tables.h"

namespace discbench::contract {
namespace {

constexpr std::array table{
    Silence{.id = "success-code",
            .question = "Has a call that goes well to answer S_OK?",
            .documented =
                "No page demands it: each grants other success codes, some name S_FALSE or S_IMAPI_SPEEDADJUSTED "
                "and its kin, and success is defined as a value that is not negative.",
            .treatment = "Any code without bit 31 is success. Another one than S_OK passes and is noted, never judged.",
            .clauses = "all.return-code.* multisession.in-use.put-success-code multisession.in-use.get-success-code "
                       "data.set-write-speed.success-codes"},
    Silence{.id = "s-false-of-get-in-use",
            .question = "Does S_FALSE from get_InUse mean anything?",
            .documented = "Nothing is said of it; the value is in the out parameter.",
            .treatment = "The value is read after every success; the code is noted.",
            .clauses = "multisession.in-use.get-success-code multisession.in-use.round-trip"},
    Silence{
        .id = "failure-of-put-in-use",
        .question = "May put_InUse fail?",
        .documented = "Its page has no list of failures, not even the sentence that announces one; but failures are "
                      "allowed to any member in general.",
        .treatment = "Must succeed with a canonical value on an element that is supported on the medium. Everywhere "
                     "else a failure is lawful.",
        .clauses = "multisession.in-use.put-true multisession.in-use.put-false multisession.in-use.put-failure "
                   "multisession.in-use.unsupported"},
    Silence{
        .id = "in-use-is-a-property",
        .question = "Does get_InUse answer what put_InUse stored?",
        .documented = "Both pages carry one description, and both accessors one DISPID; no sentence says it.",
        .treatment = "Demanded, of VARIANT_TRUE and VARIANT_FALSE on one object with nothing in between: a getter "
                     "that computes would leave the consumer's rules about InUse without sense.",
        .clauses = "multisession.in-use.round-trip multisession.in-use.put-twice multisession.in-use.put-three-times"},
    Silence{.id = "initial-in-use",
            .question = "What is InUse at first?",
            .documented = "Not stated. The documented flow never touches InUse and has to work all the same.",
            .treatment =
                "At most one element may be in use at first, and then a supported one where there is any. Which "
                "of the two it is, is recorded.",
            .clauses = "multisession.in-use.initial multisession.in-use.initial-value consumer.flow.without-in-use"},
    Silence{.id = "exclusive-in-use",
            .question = "Does setting InUse on one element clear it on the others?",
            .documented = "Not stated. A list with two in use is a documented mistake, so that exclusivity is the "
                          "consumer's affair.",
            .treatment = "Both are lawful and recorded. A check that pins one element clears the others itself.",
            .clauses = "multisession.in-use.exclusive multisession.in-use.each-element-for-itself "
                       "consumer.choice.two-pinned"},
    Silence{.id = "in-use-where-unsupported",
            .question = "May an element be pinned that is not supported on the medium?",
            .documented = "put_InUse has no failure for it; the consumer is documented to refuse such a list.",
            .treatment = "Success, after which the value reads TRUE, or a failure that changes nothing. A consumer has "
                         "to refuse afterwards.",
            .clauses = "multisession.in-use.unsupported consumer.choice.pinned-unsupported"},
    Silence{
        .id = "e-pointer-that-is-no-null",
        .question = "What does E_POINTER say that is noted as not meaning a NULL pointer?",
        .documented = "The note stands on the pages of IsSupportedOnCurrentMediaState, of the type of medium and of "
                      "the speeds, without a reason.",
        .treatment = "Without a recorder E_POINTER, E_IMAPI_RECORDER_REQUIRED, E_IMAPI_DF2DATA_INVALID_MEDIA_STATE "
                     "and every other failure are lawful.",
        .clauses = "multisession.is-supported-on-current-media-state.before-recorder "
                   "data.current-physical-media-type.before-recorder erase.current-physical-media-type.before-recorder "
                   "data.supported-write-speeds.before-recorder"},
    Silence{
        .id = "null-out-pointer",
        .question = "What does a NULL out pointer bring?",
        .documented = "E_POINTER on most pages; the interface definition forbids the call, so that a proxy may refuse "
                      "it before the object sees it.",
        .treatment = "Must be survived and answered by a failure. Which one is noted.",
        .clauses = "multisession.in-use.null multisession.is-supported-on-current-media-state.null "
                   "multisession.import-recorder.null data.properties.null format.properties.null "
                   "recorder.properties.null recorder-ex.pointers.null master.properties.null erase.properties.null"},
    Silence{.id = "out-value-after-failure",
            .question = "What stands in the out parameter after a failure?",
            .documented = "One page says so, of IsCurrentMediaSupported. COM's rule is NULL for objects.",
            .treatment = "Numbers are not looked at. A pointer to an object or an array must be NULL.",
            .clauses = "all.out-pointer.null-on-failure multisession.import-recorder.before-recorder "
                       "format.is-current-media-supported.no-medium"},
    Silence{.id = "odd-boolean",
            .question = "What does a boolean that is neither VARIANT_TRUE nor VARIANT_FALSE do?",
            .documented = "Only the two are named; Automation knows no other.",
            .treatment =
                "Whether it is made canonical, given back as it came or refused is recorded. A canonical value "
                "has to work afterwards.",
            .clauses = "multisession.in-use.odd-value multisession.in-use.canonical-after-odd-value "
                       "multisession.in-use.canonical all.out-value.canonical"},
    Silence{.id = "upper-bits",
            .question = "What of the bits above the 16 of a VARIANT_BOOL?",
            .documented = "The type has 16 bits; the calling conventions leave the rest of the register undefined.",
            .treatment = "They must not be looked at.",
            .clauses = "multisession.in-use.upper-bits"},
    Silence{.id = "before-recorder",
            .question = "What do the elements answer before put_Recorder?",
            .documented = "The list's page has no code for it, the elements' pages have E_IMAPI_RECORDER_REQUIRED.",
            .treatment = "Everything is lawful but a crash and a list without an element.",
            .clauses = "multisession.in-use.before-recorder data.multisession-interfaces.before-recorder "
                       "sequential.is-first-data-session.before-recorder "
                       "sequential.start-address-of-previous-session.before-recorder "
                       "sequential2.write-unit-size.before-recorder"},
    Silence{
        .id = "medium-change",
        .question = "What becomes of InUse when the medium changes?",
        .documented = "Silent. IsSupportedOnCurrentMediaState speaks of the current medium and is therefore live.",
        .treatment = "What is supported must follow the medium. Whether InUse survives is recorded; it has to work.",
        .clauses = "multisession.is-supported-on-current-media-state.medium-change "
                   "multisession.in-use.after-medium-change multisession.in-use.medium-change-persistence "
                   "multisession.in-use.open-tray"},
    Silence{.id = "identity-of-elements",
            .question = "Do two calls list the same objects?",
            .documented = "Silent.",
            .treatment = "Recorded. Checks pin the very elements that they pass on.",
            .clauses = "data.multisession-interfaces.identity multisession.in-use.two-writers"},
    Silence{.id = "in-use-during-write",
            .question = "May InUse be put while a write runs?",
            .documented = "Other setters name E_IMAPI_DF2DATA_WRITE_IN_PROGRESS, this one does not.",
            .treatment = "Success and failure are lawful.",
            .clauses = "multisession.in-use.during-write"},
    Silence{.id = "threads-and-aggregation",
            .question = "Which threading model, aggregation and error information do the objects have?",
            .documented = "On no page.",
            .treatment = "Nothing is demanded.",
            .clauses = "com.reference-count.numbers sequential.interface.script-name"},
    Silence{.id = "late-binding",
            .question = "What does IDispatch of these objects have to do?",
            .documented = "The pages say that the interfaces derive from it; the numbers stand in the interface "
                          "definition, and the way to put a property in the rules of Automation.",
            .treatment = "Names lead to the numbers, and Invoke agrees with the vtable.",
            .clauses = "com.get-ids-of-names.* com.invoke.*"},
    Silence{.id = "no-command-for-in-use",
            .question = "Does InUse ask the device?",
            .documented = "Its pages list no failure of a device.",
            .treatment = "Recorded.",
            .clauses = "multisession.in-use.no-command"},
};

}  // namespace

std::span<const Silence> object_silences() { return table; }

}  // namespace discbench::contract
