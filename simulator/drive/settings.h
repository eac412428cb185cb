// What a drive is: its identity and what it can do. Filled from profiles/drives/*.yaml.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "disc/medium.h"

namespace discbench::drive {

/// Speeds in kB/s (1000 bytes of user data a second), fastest first, for media of one kind.
using SpeedList = std::vector<std::uint32_t>;

struct DriveSettings {
  std::string id{};                        ///< "bd-writer"
  std::string vendor{};                    ///< INQUIRY, at most 8 characters
  std::string product{};                   ///< at most 16
  std::string revision{};                  ///< at most 4
  std::string serial_number{};             ///< feature 0108h
  std::string firmware_date{};             ///< feature 010Ch: "YYYYMMDDhhmmss"
  std::uint32_t interface_standard = 7;    ///< feature 0001h, Physical Interface Standard: 2 ATAPI, 7 SATA, 8 USB
  std::vector<std::uint16_t> profiles{};   ///< feature 0000h, in the drive's order: 0x43, 0x42, ...
  std::vector<disc::Technology> writes{};  ///< what it records; a subset of what its profiles read
  std::uint32_t buffer_kilobytes = 4096;   ///< 1 kilobyte = 1024 bytes here (mode page 2Ah, READ BUFFER CAPACITY)
  std::map<disc::Technology, SpeedList> read_speeds_kbps{};
  std::map<disc::Technology, SpeedList> write_speeds_kbps{};
  std::uint32_t command_time_ms = 1;  ///< how far the virtual clock moves with each command
  std::uint32_t spin_up_time_ms = 0;  ///< from a closed tray or a power-on until the disc, if any, is recognised

  // Quirks: what the standard leaves open and real drives answer differently.
  std::uint8_t inquiry_version = 0;                    ///< INQUIRY byte 2: 0 on ATAPI drives
  bool blank_cd_next_writable_is_minus_150 = false;    ///< some drives report FFFFFF6Ah (00:00:00) on a blank CD-R
  bool appendable_cd_refuses_session_at_once = false;  ///< CD mastering (002Eh) is current on blank CD-Rs only
  std::uint32_t bd_session_gap_sectors = 0;            ///< between two BD-R sessions
  bool dvd_plus_rw_fixed_packets = false;              ///< a formatted one's track: CONTROL 7, fixed packets of 16
  bool dvd_plus_rw_last_recorded_address = false;      ///< READ TRACK INFORMATION has it (LRA_V)

  bool reads(std::uint16_t profile) const;
  bool writes_technology(disc::Technology technology) const;
};

}  // namespace discbench::drive
