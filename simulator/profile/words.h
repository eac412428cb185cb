// The words of profiles for what the simulator has numbers or enumerators for.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "disc/medium.h"
#include "mmc/profile_numbers.h"
#include "profile/mapping.h"

namespace discbench::profile {

inline constexpr std::array technology_words{
    Word<disc::Technology>{"cd-r", disc::Technology::cd_r},
    Word<disc::Technology>{"dvd-plus-r", disc::Technology::dvd_plus_r},
    Word<disc::Technology>{"bd-r-srm", disc::Technology::bd_r_srm},
    Word<disc::Technology>{"pressed-cd", disc::Technology::pressed_cd},
    Word<disc::Technology>{"dvd-plus-rw", disc::Technology::dvd_plus_rw},
};

/// "cd-r", as in a profile.
std::string_view name_of(disc::Technology technology);

inline constexpr std::array profile_words{
    Word<std::uint16_t>{"removable-disk", 0x0002},
    Word<std::uint16_t>{"cd-rom", mmc::profile_number::cd_rom},
    Word<std::uint16_t>{"cd-r", mmc::profile_number::cd_r},
    Word<std::uint16_t>{"cd-rw", mmc::profile_number::cd_rw},
    Word<std::uint16_t>{"dvd-rom", mmc::profile_number::dvd_rom},
    Word<std::uint16_t>{"dvd-minus-r", mmc::profile_number::dvd_minus_r},
    Word<std::uint16_t>{"dvd-ram", mmc::profile_number::dvd_ram},
    Word<std::uint16_t>{"dvd-minus-rw-restricted-overwrite", mmc::profile_number::dvd_minus_rw_restricted_overwrite},
    Word<std::uint16_t>{"dvd-minus-rw-sequential", mmc::profile_number::dvd_minus_rw_sequential},
    Word<std::uint16_t>{"dvd-minus-r-dl-sequential", mmc::profile_number::dvd_minus_r_dl_sequential},
    Word<std::uint16_t>{"dvd-minus-r-dl-layer-jump", mmc::profile_number::dvd_minus_r_dl_layer_jump},
    Word<std::uint16_t>{"dvd-plus-rw", mmc::profile_number::dvd_plus_rw},
    Word<std::uint16_t>{"dvd-plus-r", mmc::profile_number::dvd_plus_r},
    Word<std::uint16_t>{"dvd-plus-rw-dl", mmc::profile_number::dvd_plus_rw_dl},
    Word<std::uint16_t>{"dvd-plus-r-dl", mmc::profile_number::dvd_plus_r_dl},
    Word<std::uint16_t>{"bd-rom", mmc::profile_number::bd_rom},
    Word<std::uint16_t>{"bd-r-srm", mmc::profile_number::bd_r_srm},
    Word<std::uint16_t>{"bd-r-rrm", mmc::profile_number::bd_r_rrm},
    Word<std::uint16_t>{"bd-re", mmc::profile_number::bd_re},
};

}  // namespace discbench::profile
