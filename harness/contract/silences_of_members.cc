#include <array>

#include "contract/silence_tables.h"

namespace discbench::contract {
namespace {

constexpr std::array table{
    Silence{.id = "two-generations",
            .question = "Which interfaces can a library be expected to have?",
            .documented =
                "IMultisession and IMultisessionSequential since Windows XP with SP2 and Windows Vista; "
                "IMultisessionSequential2 and IMultisessionRandomWrite since Windows 7. Other pages bring the "
                "newer ones to the older systems by an update.",
            .treatment =
                "The absence of each is lawful in both generations, where some element supports the media that the "
                "guide lists for the generation; with --generation xp-vista their clauses do not apply even "
                "where a library has them.",
            .clauses = "sequential2.* com.get-ids-of-names.sequential2 com.invoke.sequential2 burn-verification.*"},
    Silence{.id = "printed-numbers",
            .question = "Which number holds where two are printed?",
            .documented = "A script gives the mask of unusable states as 61532, the enumeration as 0xFC00; two system "
                          "errors are printed without their facility.",
            .treatment = "The numbers of the interface definition and its headers hold.",
            .clauses = "data.current-media-status.value data.current-media-status.bits"},
    Silence{.id = "sets-of-bits",
            .question = "Which bits of the state stand together?",
            .documented = "That several may, and which mask says that a medium is of no use.",
            .treatment = "Bits are tested, the state is never compared as a number. Bits that the enumeration does not "
                         "have are outside its set.",
            .clauses = "data.current-media-status.bits data.write-protect-status.bits"},
    Silence{.id = "absent-classes",
            .question = "Has a library to offer every class of imapi2.dll?",
            .documented = "The type library names them; nothing says that an implementation of one needs the others.",
            .treatment = "A class or an interface that is not offered is not applicable, with the reason. One that is "
                         "offered is held to its pages.",
            .clauses = "erase.* recorder.* recorder-ex.* master.* events.* burn-verification.*"},
    Silence{.id = "unimplemented-speeds",
            .question = "May the members about speeds answer E_NOTIMPL?",
            .documented = "The lists of failures are open.",
            .treatment = "A failure is lawful; a success is held to the documented form.",
            .clauses = "data.supported-write-speeds.elements data.supported-write-speed-descriptors.elements "
                       "data.requested-write-speed.round-trip data.current-write-speed.value"},
    Silence{.id = "setters-during-write",
            .question = "Which setters refuse while a write runs?",
            .documented = "Most name E_IMAPI_DF2DATA_WRITE_IN_PROGRESS; put_ForceOverwrite and put_InUse have no list.",
            .treatment = "Refusal and success are lawful and noted; the write has to come to its end.",
            .clauses = "data.properties.during-write"},
    Silence{.id = "the-systems-own-numbers",
            .question = "Which descriptors, alignment and transfer sizes has a recorder?",
            .documented = "Those that the system keeps of the adapter and the device.",
            .treatment = "A failure is lawful. A success is held to its form alone: a whole descriptor, an alignment "
                         "that is a power of two, a size that is not 0. The numbers are recorded.",
            .clauses = "recorder-ex.transport.values recorder-ex.get-adapter-descriptor.value "
                       "recorder-ex.get-device-descriptor.value recorder-ex.get-byte-alignment-mask.value "
                       "recorder-ex.get-maximum-non-page-aligned-transfer-size.value "
                       "recorder-ex.get-maximum-page-aligned-transfer-size.value"},
    Silence{.id = "access-without-force",
            .question = "Does a device without a mounted file system give its access where force is not asked for?",
            .documented = "Without force the access is got only where no file system is mounted; other reasons to "
                          "refuse are not excluded.",
            .treatment = "Success and failure are lawful, and the lock is as the answer says.",
            .clauses = "recorder.acquire-exclusive-access.without-force"},
    Silence{.id = "client-of-an-eraser",
            .question = "Which recorders and client names does an eraser refuse?",
            .documented = "put_Recorder has no list of failures; put_ClientName has E_INVALIDARG without a condition.",
            .treatment = "Any may be refused. What was refused is not kept, and what was there before is.",
            .clauses = "erase.recorder.put erase.client-name.put"},
    Silence{.id = "unbound-recorder",
            .question = "What does a recorder answer that was bound to no device yet?",
            .documented = "Silent, but for the codes of the device.",
            .treatment = "Everything is lawful but a crash.",
            .clauses = "recorder.properties.before-initialize"},
    Silence{.id = "owner-of-a-free-device",
            .question = "What is the exclusive owner where there is none?",
            .documented = "Silent.",
            .treatment = "An empty name, NULL or a failure.",
            .clauses = "recorder.exclusive-access-owner.free"},
    Silence{.id = "release-without-acquire",
            .question = "What does a release do that nobody acquired, and EnableMcn without DisableMcn?",
            .documented = "Silent; both are counted.",
            .treatment = "Everything is lawful but a crash, and a later acquire has to work.",
            .clauses = "recorder.release-exclusive-access.too-often recorder.enable-mcn.too-often"},
    Silence{.id = "header-of-a-feature",
            .question = "Which headers does GetFeaturePage leave out?",
            .documented = "\"Without headers\"; the code and length of the feature itself may be meant or not.",
            .treatment =
                "The feature with its own four bytes and the bare data are both lawful; the header of the whole "
                "reply is not.",
            .clauses = "recorder-ex.get-feature-page.value"},
    Silence{.id = "order-of-actions",
            .question = "In which order do the actions of a burn come, and how often is progress told?",
            .documented = "The actions are an enumeration; nothing on their order, and nothing on how often.",
            .treatment = "Once at least is demanded of a burn. An order other than the enumeration's is noted.",
            .clauses = "events.update.called events.update.order"},
    Silence{.id = "heuristically-blank",
            .question = "When is a medium \"likely blank\"?",
            .documented = "By a mounted file system, zeros at both ends and other checks.",
            .treatment =
                "What the drive calls blank must be, and so must a rewritable medium of zeros; one with data in "
                "its first 2 MB must not. That a recorded medium of another kind is not blank is expected "
                "where the question is answered at all.",
            .clauses = "format.media-heuristically-blank.*"},
    Silence{.id = "reasons-for-protection",
            .question = "Which bits tell of a medium that cannot be written?",
            .documented = "One or more of the reasons. That the drive sees no way to write the medium is one of them, "
                          "which fits every protected medium, too.",
            .treatment = "The reason itself, with READ_ONLY_MEDIA or without; of a finalised medium none, or "
                         "READ_ONLY_MEDIA. Where something can be written no bit is set.",
            .clauses = "data.write-protect-status.value"},
    Silence{.id = "cost-of-a-session",
            .question = "How much room does a session cost?",
            .documented = "About 21 MB for the first and 11 MB for each further one, on a page of the older IMAPI.",
            .treatment = "Recorded.",
            .clauses = "sequential.free-sectors-on-media.session-cost"},
};

}  // namespace

std::span<const Silence> member_silences() { return table; }

}  // namespace discbench::contract
