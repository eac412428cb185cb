// What the drive knows of each recording technology: its profile and the constants of its replies.
#pragma once

#include <cstdint>

#include "disc/medium.h"

namespace discbench::drive {

enum class MediumClass : std::uint8_t { cd, dvd, bd };

struct TechnologyTraits {
  std::uint16_t profile = 0;  ///< GET CONFIGURATION, Current Profile
  MediumClass medium_class = MediumClass::cd;
  std::uint16_t blocking = 1;                   ///< feature 0010h: sectors that are read as one
  std::uint8_t control = 4;                     ///< CONTROL of the TOC and Track Mode of READ TRACK INFORMATION
  bool packet_bit = false;                      ///< READ TRACK INFORMATION, Packet/Inc
  bool closed_track_keeps_rt = false;           ///< READ TRACK INFORMATION: RT is 1 for a closed track
  bool answers_invisible_track_number = false;  ///< READ TRACK INFORMATION of track FFh
  std::uint16_t track_information_length = 46;  ///< READ TRACK INFORMATION, Data Length
  bool overwritable = false;                    ///< takes writes at any address, however often: never closed for good
};

const TechnologyTraits& traits_of(disc::Technology technology);

}  // namespace discbench::drive
