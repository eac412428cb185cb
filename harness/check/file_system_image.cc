// IFileSystemImage, the consumer of the list of multisession interfaces. Its sentences stand here to be counted: what
// they say cannot be seen in an IDiscFormat2Data and its elements.
#include <array>

#include "check/groups.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view reason = "needs an IFileSystemImage, which the subject does not offer";

/// A clause of the consumer.
constexpr Entry listed(std::string_view id, std::string_view page, Level level, std::string_view statement,
                       contract::Generation since = contract::Generation::xp_vista) {
  return {
      .clause = {.id = id, .page = page, .level = level, .statement = statement, .ineligible = reason, .since = since}};
}

constexpr std::array entries{
    listed("file-system-image.put-multisession-interfaces.elements",
           "nf-imapi2fs-ifilesystemimage-put_multisessioninterfaces", Level::must,
           "The list is an array of VARIANT, each a VT_DISPATCH of a multisession interface."),
    listed("file-system-image.put-multisession-interfaces.one-in-use",
           "nf-imapi2fs-ifilesystemimage-put_multisessioninterfaces", Level::must,
           "One element in use, supported and of a known kind: the list is accepted."),
    listed("file-system-image.put-multisession-interfaces.none-in-use",
           "nf-imapi2fs-ifilesystemimage-put_multisessioninterfaces", Level::must,
           "No element in use, one at least supported and of a known kind: the list is accepted."),
    listed("file-system-image.put-multisession-interfaces.several-in-use",
           "nf-imapi2fs-ifilesystemimage-put_multisessioninterfaces", Level::must,
           "Two elements in use or more: the list is refused."),
    listed("file-system-image.put-multisession-interfaces.unknown-kinds",
           "nf-imapi2fs-ifilesystemimage-put_multisessioninterfaces", Level::must,
           "No element of a known kind: the list is refused."),
    listed("file-system-image.put-multisession-interfaces.blank",
           "nf-imapi2fs-ifilesystemimage-put_multisessioninterfaces", Level::must,
           "On a blank medium that cannot be overwritten the list is refused."),
    listed("file-system-image.put-multisession-interfaces.random-write",
           "nf-imapi2fs-ifilesystemimage-put_multisessioninterfaces", Level::info,
           "Whether a list of IMultisessionRandomWrite alone is accepted is documented both ways."),
    listed("file-system-image.put-multisession-interfaces.failure",
           "nf-imapi2fs-ifilesystemimage-put_multisessioninterfaces", Level::may,
           "Refusals are told by failure codes; the list of them is open."),
    listed("file-system-image.put-multisession-interfaces.closed", "creating-a-multisession-disc", Level::must,
           "On a medium that cannot be appended to the list is refused."),
    listed("file-system-image.get-multisession-interfaces.elements",
           "nf-imapi2fs-ifilesystemimage-get_multisessioninterfaces", Level::must,
           "What was put can be had again: a list of VT_DISPATCH that answer IMultisession."),
    listed("file-system-image.import-file-system.list-first", "nf-imapi2fs-ifilesystemimage-importfilesystem",
           Level::must, "An import without a list of multisession interfaces fails."),
    listed("file-system-image.import-file-system.preference", "nf-imapi2fs-ifilesystemimage-importfilesystem",
           Level::must, "One file system is imported: UDF before Joliet before ISO 9660."),
    listed("file-system-image.import-file-system.failure", "nf-imapi2fs-ifilesystemimage-importfilesystem", Level::must,
           "Empty media, unknown file systems and strange layouts are told by failure codes."),
    listed("file-system-image.import-file-system.catch-all", "nf-imapi2fs-ifilesystemimage-importfilesystem",
           Level::info, "IMAPI_E_NO_SUPPORTED_FILE_SYSTEM is also answered for faults of a lower level."),
    listed("file-system-image.import-specific-file-system.missing",
           "nf-imapi2fs-ifilesystemimage-importspecificfilesystem", Level::must,
           "A file system that is not on the disc is told by a failure code of its own."),
    listed("file-system-image.import-specific-file-system.rewritable",
           "nf-imapi2fs-ifilesystemimage-importspecificfilesystem", Level::must,
           "On rewritable media a first session with ISO 9660 has no second one."),
    listed("file-system-image.calculate-disc-identifier.list-first",
           "nf-imapi2fs-ifilesystemimage-calculatediscidentifier", Level::must,
           "The identifier cannot be had without a list of multisession interfaces."),
    listed("file-system-image.identify-file-systems-on-disc.import-recorder",
           "nf-imapi2fs-ifilesystemimage-identifyfilesystemsondisc", Level::must,
           "Without a recorder of its own the call uses the ImportRecorder of the list."),
    listed("file-system-image.get-default-file-system-for-import.choice",
           "nf-imapi2fs-ifilesystemimage-getdefaultfilesystemforimport", Level::info,
           "One of the file systems that are offered is chosen."),
    listed("file-system-image.session-start-block.after-import", "nf-imapi2fs-ifilesystemimage-put_sessionstartblock",
           Level::must, "After an import the start of the session cannot be set by hand."),
    listed("file-system-image.choose-image-defaults.recorder", "nf-imapi2fs-ifilesystemimage-chooseimagedefaults",
           Level::must, "File systems and size follow from the medium in the recorder."),
    listed("file-system-image.choose-image-defaults-for-media-type.type",
           "nf-imapi2fs-ifilesystemimage-chooseimagedefaultsformediatype", Level::must,
           "File systems and size follow from the type of medium."),
    listed("file-system-image.free-media-blocks.default", "nf-imapi2fs-ifilesystemimage-put_freemediablocks",
           Level::must, "332800 blocks at first; 0 is without a limit."),
    listed("file-system-image.file-systems-to-create.after-import",
           "nf-imapi2fs-ifilesystemimage-put_filesystemstocreate", Level::must,
           "After an import a layout that does not fit is refused."),
    listed("file-system-image.probe-specific-file-system.appendable",
           "nf-imapi2fs-ifilesystemimage3-probespecificfilesystem", Level::info,
           "Whether a file system on the medium can be appended to."),
    listed("file-system-image.result.block-ranges", "nn-imapi2-iblockrangelist", Level::must,
           "The ranges of an image are written in the order of the list.", contract::Generation::win7),
};

}  // namespace

std::span<const Entry> file_system_image_clauses() { return entries; }

}  // namespace discbench::check
