#include "imapi/sense/sense_to_hresult.h"

#include <optional>

#include "mmc/commands/mode_select.h"
#include "mmc/commands/mode_sense.h"
#include "mmc/commands/read_disc_structure.h"
#include "mmc/commands/synchronize_cache.h"

namespace discbench::imapi {
namespace {

using Match = std::optional<std::uint8_t>;  ///< nullopt fits every value
constexpr Match any = std::nullopt;

constexpr std::uint8_t synchronize_cache = mmc::SynchronizeCache::opcode;
constexpr std::uint8_t mode_select = mmc::ModeSelect10::opcode;
constexpr std::uint8_t mode_sense = mmc::ModeSense10::opcode;
constexpr std::uint8_t read_disc_structure = mmc::ReadDiscStructure::opcode;

struct Row {
  Match key;
  Match asc;
  Match ascq;
  Match operation_code;
  HRESULT answer;
};

// The order and the codes are those of Microsoft's IMAPI2 erase sample (Windows classic samples, Win7Samples,
// winbase/imapi/imapiv2/erasesample, Utility.cpp). It is not shown that imapi2.dll itself uses the same table.
constexpr Row rows[] = {
    {0x0, 0x00, any, any, S_OK},
    {any, 0x02, 0x06, any, E_IMAPI_RECORDER_MEDIA_UPSIDE_DOWN},
    {0x4, 0x09, 0x01, any, E_IMAPI_RECORDER_MEDIA_UPSIDE_DOWN},
    {0x2, 0x04, 0x01, any, E_IMAPI_RECORDER_MEDIA_BECOMING_READY},
    {0x6, 0x28, 0x00, any, E_IMAPI_RECORDER_MEDIA_BECOMING_READY},
    {0x2, 0x04, 0x03, any, E_IMAPI_RECORDER_MEDIA_NO_MEDIA},
    {0x2, 0x3a, any, any, E_IMAPI_RECORDER_MEDIA_NO_MEDIA},
    {0x2, 0x04, 0x04, any, E_IMAPI_RECORDER_MEDIA_FORMAT_IN_PROGRESS},
    {0x2, 0x04, 0x07, any, E_IMAPI_RECORDER_MEDIA_BUSY},
    {0x2, 0x04, 0x08, any, E_IMAPI_RECORDER_MEDIA_BUSY},
    // Any other reason for not being ready, hence behind the ones that have a name.
    {0x2, 0x04, any, any, E_IMAPI_RECORDER_MEDIA_BECOMING_READY},
    {0x2, 0x30, any, read_disc_structure, E_IMAPI_RECORDER_DVD_STRUCTURE_NOT_PRESENT},
    {0x5, 0x20, 0x00, read_disc_structure, E_IMAPI_RECORDER_DVD_STRUCTURE_NOT_PRESENT},
    {0x5, 0x24, 0x00, read_disc_structure, E_IMAPI_RECORDER_DVD_STRUCTURE_NOT_PRESENT},
    {0x5, 0x30, 0x02, read_disc_structure, E_IMAPI_RECORDER_DVD_STRUCTURE_NOT_PRESENT},
    {0x3, 0x0c, 0x09, synchronize_cache, S_OK},
    {0x3, 0x0c, 0x09, any, E_IMAPI_LOSS_OF_STREAMING},
    {0x4, 0x09, 0x02, any, E_IMAPI_RECORDER_MEDIA_INCOMPATIBLE},
    {any, 0x30, any, any, E_IMAPI_RECORDER_MEDIA_INCOMPATIBLE},
    {0x5, 0x24, 0x00, mode_sense, E_IMAPI_RECORDER_NO_SUCH_MODE_PAGE},
    {0x5, 0x26, any, mode_select, E_IMAPI_RECORDER_INVALID_MODE_PARAMETERS},
    {0x7, 0x27, any, any, E_IMAPI_RECORDER_MEDIA_WRITE_PROTECTED},
    {any, 0x73, 0x03, any, E_IMAPI_RECORDER_MEDIA_SPEED_MISMATCH},
};

constexpr bool fits(const Match& match, std::uint8_t value) { return !match || *match == value; }

}  // namespace

HRESULT sense_to_hresult(const mmc::Sense& sense, std::uint8_t operation_code) {
  for (const Row& row : rows) {
    if (fits(row.key, sense.key) && fits(row.asc, sense.asc) && fits(row.ascq, sense.ascq) &&
        fits(row.operation_code, operation_code)) {
      return row.answer;
    }
  }
  return E_FAIL;
}

}  // namespace discbench::imapi
