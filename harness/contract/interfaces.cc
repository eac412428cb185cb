#include "contract/interfaces.h"

#include <algorithm>
#include <array>

namespace discbench::contract {
namespace {

// The systems are those of the pages' section "Requirements", and of the type libraries that imapi2.dll came with: the
// older one has neither IMultisessionSequential2 nor IMultisessionRandomWrite.
constexpr std::array table{
    Interface{"multisession", "IMultisession", "What every way to add a session has in common."},
    Interface{"sequential", "IMultisessionSequential", "The previous session and the next, on media written in order."},
    Interface{"sequential2", "IMultisessionSequential2", "The writable unit of media written in order.",
              Generation::win7},
    Interface{"random-write", "IMultisessionRandomWrite", "Media that take a write anywhere and have no sessions.",
              Generation::win7},
    Interface{"consumer", "A consumer of the list",
              "What an application does with the list: the choice that IFileSystemImage is documented to make, made by "
              "a small consumer of our own on the subject's own elements."},
    Interface{"data", "IDiscFormat2Data", "The writer: its recorder, its medium, its settings, and Write."},
    Interface{"format", "IDiscFormat2", "What every format says of recorders and media, as the writer says it."},
    Interface{"burn-verification", "IBurnVerification", "How much a burn is checked, where the writer offers it.",
              Generation::win7},
    Interface{"events", "IConnectionPointContainer and the event sinks",
              "Progress of a burn, told to whoever connected, where the writer offers it."},
    Interface{"erase", "IDiscFormat2Erase", "Erasing, where the library offers MsftDiscFormat2Erase."},
    Interface{"recorder", "IDiscRecorder2", "A recorder, where the library offers MsftDiscRecorder2."},
    Interface{"recorder-ex", "IDiscRecorder2Ex", "The same recorder at the level of commands."},
    Interface{"master", "IDiscMaster2", "The list of recorders, where the library offers MsftDiscMaster2."},
    Interface{"all", "Every interface", "What holds for every member."},
    Interface{"com", "COM", "Identity, counting and late binding, by the rules that every object keeps."},
    Interface{"file-system-image", "IFileSystemImage",
              "What consumes the list in Windows. A subject does not offer it, so its clauses are told and counted."},
};

}  // namespace

std::span<const Interface> interfaces() { return table; }

const Interface* interface_of_clause(std::string_view id) {
  const std::string_view prefix = id.substr(0, id.find('.'));
  const auto found =
      std::find_if(table.begin(), table.end(), [prefix](const Interface& each) { return each.prefix == prefix; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace discbench::contract
