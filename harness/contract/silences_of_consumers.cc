#include <array>

#include "contract/silence_tables.h"

namespace discbench::contract {
namespace {

constexpr std::array table{
    Silence{.id = "one-in-use",
            .question = "Does \"a single interface in use\" speak of a list of one, or of one among several?",
            .documented = "The sentence about success reads both ways; the one about failure, more than one in use, "
                          "settles it for one among several.",
            .treatment = "One element in use among any number is a choice; two are a mistake.",
            .clauses = "consumer.choice.one-pinned consumer.choice.two-pinned "
                       "file-system-image.put-multisession-interfaces.one-in-use"},
    Silence{.id = "which-refusal",
            .question = "Which code refuses an element that was pinned and is not supported?",
            .documented = "Two codes fit, IMAPI_E_INCOMPATIBLE_MULTISESSION_TYPE and "
                          "IMAPI_E_NO_COMPATIBLE_MULTISESSION_TYPE, and neither has a condition.",
            .treatment = "Any failure. Our consumer takes the first for a pinned element and the second for a free "
                         "choice. There is no silent change to another element.",
            .clauses = "consumer.choice.pinned-unsupported file-system-image.put-multisession-interfaces.failure"},
    Silence{.id = "consumer-writes-in-use",
            .question = "Does the consumer set InUse on the element that it chose?",
            .documented = "Silent.",
            .treatment = "Our consumer only reads; nothing is demanded of others.",
            .clauses = "consumer.choice.none-pinned"},
    Silence{.id = "when-in-use-is-read",
            .question = "Is InUse read when the list is put or when a file system is imported?",
            .documented = "The choice is documented where the list is put; clients exist that pin afterwards.",
            .treatment = "Our consumer reads when it is given the list.",
            .clauses = "consumer.choice.one-pinned"},
    Silence{.id = "random-write-consumer",
            .question = "Does IFileSystemImage know IMultisessionRandomWrite?",
            .documented = "Its page says that it knows the sequential kind alone, the guide describes sessions on "
                          "rewritable media since Windows 7.",
            .treatment = "Both are lawful. Our consumer knows it in a run of the generation win7 and not in one of "
                         "xp-vista.",
            .clauses = "consumer.choice.unknown-kind file-system-image.put-multisession-interfaces.random-write"},
    Silence{.id = "blank-and-the-consumer",
            .question = "Which call fails on a blank medium that cannot be overwritten?",
            .documented = "Putting the list has a code for it, IMAPI_E_IMPORT_SEEK_FAILURE, and so has the import, "
                          "IMAPI_E_EMPTY_DISC.",
            .treatment = "At least one has to. Our consumer refuses the list.",
            .clauses = "consumer.choice.blank file-system-image.put-multisession-interfaces.blank"},
    Silence{.id = "kinds-in-the-list",
            .question = "Which kinds does the list hold, in which order, and are unsupported ones among them?",
            .documented = "One element at least, and \"all supported types\"; nothing on order. The older type library "
                          "has one kind, the newer one two.",
            .treatment =
                "One element at least is demanded. Elements are told apart by what they answer, never by their "
                "place; the rest is recorded.",
            .clauses = "data.multisession-interfaces.not-empty multisession.interface.kinds "
                       "multisession.interface.other-kinds sequential.interface.listed"},
    Silence{.id = "sessions-on-rewritable-media",
            .question = "May a library leave out IMultisessionRandomWrite and with it all rewritable media?",
            .documented = "No page demands that interface of a list, and others may be derived from IMultisession. The "
                          "guide says of Windows 7 that sessions can be added on DVD-RW, DVD+RW, DVD-RAM and BD-RE.",
            .treatment = "That no element answers it is recorded. But in a run of the generation win7 some element, of "
                         "whatever kind, has to support a formatted rewritable medium: the guide's sentence is of the "
                         "medium. In a run of xp-vista none has to.",
            .clauses = "all.multisession.media-types random-write.interface.listed"},
    Silence{.id = "name-for-scripts",
            .question = "What is the name of the file system image for scripts?",
            .documented = "Two different prefixes on different pages.",
            .treatment = "Names for scripts lie in the registry of Windows and are not looked at; classes are found by "
                         "their CLSID.",
            .clauses = "data.class.script-name"},
};

}  // namespace

std::span<const Silence> consumer_silences() { return table; }

}  // namespace discbench::contract
