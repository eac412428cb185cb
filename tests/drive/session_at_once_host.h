// A host that writes CDs in Session At Once, and the cue sheets that it sends.
#pragma once

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "drive/host.h"
#include "mmc/msf.h"

namespace discbench::drive {

using mmc::CueSheetEntry;
using Bytes = std::vector<std::uint8_t>;

inline CueSheetEntry line(std::uint8_t tno, std::uint8_t index, std::uint8_t form, std::int32_t lba) {
  const mmc::Msf msf = mmc::to_msf(lba);
  const bool data = (form & 0x10) != 0;
  return {.control_nibble = data ? std::uint8_t{4} : std::uint8_t{0},
          .tno = tno,
          .index = index,
          .main_form = form,
          .min = msf.minute,
          .sec = msf.second,
          .frame = msf.frame};
}

using Sheet = std::vector<CueSheetEntry>;

/// As libburn and wodim send it for one data track.
inline Sheet data_sheet(std::int32_t start, std::int32_t sectors, std::uint8_t number = 1) {
  return {line(0, 0, 0x14, -150), line(number, 0, 0x10, start - 150), line(number, 1, 0x10, start),
          line(0xaa, 1, 0x14, start + sectors)};
}

inline Bytes bytes_of(const Sheet& sheet) {
  Bytes bytes;
  for (const CueSheetEntry& entry : sheet) {
    const auto encoded = bytes::encode(entry);
    bytes.insert(bytes.end(), encoded.begin(), encoded.end());
  }
  return bytes;
}

class SessionAtOnceHost : public Host {
 public:
  explicit SessionAtOnceHost(disc::Medium medium = disc::cd_r_80()) : Host(std::move(medium)) {}
  Answer select(std::uint8_t multi_session = 3) {
    return select_write_parameters([=](auto& page) {
      page.write_type = 2;
      page.multi_session = multi_session;
    });
  }
  Answer send_sheet(const Sheet& sheet) { return send_sheet(bytes_of(sheet)); }
  Answer send_sheet(const Bytes& bytes) {
    return send_cdb(mmc::SendCueSheet{.cue_sheet_size_bytes = static_cast<std::uint32_t>(bytes.size())}, bytes);
  }
  Answer write_at(std::int32_t lba, std::uint16_t sectors) { return write(static_cast<std::uint32_t>(lba), sectors); }
  Answer write_audio(std::int32_t lba, std::uint16_t sectors, std::uint8_t fill = 0x33) {
    return send_cdb(
        mmc::Write10{.logical_block_address = static_cast<std::uint32_t>(lba), .transfer_length_sectors = sectors},
        Bytes(std::size_t{sectors} * 2352, fill));
  }
};

}  // namespace discbench::drive
