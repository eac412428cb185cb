// Every key that a profile may have. profiles/README.md explains each of them; a test compares the two.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace discbench::profile {

enum class Presence : std::uint8_t { required, optional };

struct Key {
  std::string_view name;
  Presence presence = Presence::required;
  std::string_view expected;  ///< for messages: "an integer from 1 to 65535"
};

/// One mapping: what it is, as in "is not a key of a drive", and its keys.
struct Schema {
  std::string_view what;
  std::span<const Key> keys;
};

namespace schema {

inline constexpr std::array drive_keys{
    Key{"description", Presence::optional, "text"},
    Key{"vendor", Presence::required, "1 to 8 printable ASCII characters"},
    Key{"product", Presence::required, "1 to 16 printable ASCII characters"},
    Key{"revision", Presence::required, "1 to 4 printable ASCII characters"},
    Key{"serial-number", Presence::required, "1 to 32 printable ASCII characters"},
    Key{"firmware-date", Presence::required, "14 digits YYYYMMDDhhmmss"},
    Key{"interface", Presence::required, "one of atapi, sata, usb"},
    Key{"profiles", Presence::required, "a list of profile names"},
    Key{"writes", Presence::required, "a list of technologies"},
    Key{"buffer-kilobytes", Presence::required, "an integer from 64 to 65535"},
    Key{"read-speeds-kbps", Presence::required, "a mapping of technologies to lists of speeds"},
    Key{"write-speeds-kbps", Presence::required, "a mapping of technologies to lists of speeds"},
    Key{"command-time-ms", Presence::optional, "an integer from 0 to 60000"},
    Key{"spin-up-time-ms", Presence::optional, "an integer from 0 to 60000"},
    Key{"quirks", Presence::optional, "a mapping"},
};
inline constexpr std::array quirk_keys{
    Key{"inquiry-version", Presence::optional, "an integer from 0 to 255"},
    Key{"blank-cd-next-writable-is-minus-150", Presence::optional, "true or false"},
    Key{"appendable-cd-refuses-session-at-once", Presence::optional, "true or false"},
    Key{"bd-session-gap-sectors", Presence::optional, "a multiple of 32 from 0 to 65536"},
    Key{"dvd-plus-rw-fixed-packets", Presence::optional, "true or false"},
    Key{"dvd-plus-rw-last-recorded-address", Presence::optional, "true or false"},
};
inline constexpr std::array cd_r_keys{
    Key{"description", Presence::optional, "text"},
    Key{"technology", Presence::required, "cd-r"},
    Key{"lead-in-start-lba", Presence::required, "an integer from -45150 to -151"},
    Key{"last-possible-lead-out-lba", Presence::required, "an integer from 302 to 404849"},
    Key{"indicative-write-power", Presence::required, "an integer from 0 to 7"},
    Key{"disc-sub-type", Presence::required, "an integer from 0 to 7"},
    Key{"unrestricted-use", Presence::optional, "true or false"},
};
inline constexpr std::array dvd_plus_r_keys{
    Key{"description", Presence::optional, "text"},
    Key{"technology", Presence::required, "dvd-plus-r"},
    Key{"capacity-sectors", Presence::required, "a multiple of 16 from 16 to 2295104"},
    Key{"read-compatibility-lba", Presence::required, "an integer from 0 to 2295104"},
    Key{"manufacturer-id", Presence::required, "1 to 8 printable ASCII characters"},
    Key{"media-type-id", Presence::required, "1 to 3 printable ASCII characters"},
    Key{"revision", Presence::optional, "an integer from 0 to 255"},
    Key{"unrestricted-use", Presence::optional, "true or false"},
    Key{"diameter-mm", Presence::optional, "a multiple of 40 from 80 to 120"},
};
inline constexpr std::array bd_r_srm_keys{
    Key{"description", Presence::optional, "text"},
    Key{"technology", Presence::required, "bd-r-srm"},
    Key{"capacity-sectors", Presence::required, "a multiple of 32 from 32 to 62500864"},
    Key{"manufacturer-id", Presence::required, "1 to 6 printable ASCII characters"},
    Key{"media-type-id", Presence::required, "1 to 3 printable ASCII characters"},
    Key{"revision", Presence::optional, "an integer from 0 to 255"},
    Key{"unrestricted-use", Presence::optional, "true or false"},
    Key{"layers", Presence::optional, "an integer from 1 to 4"},
};
inline constexpr std::array dvd_plus_rw_keys{
    Key{"description", Presence::optional, "text"},
    Key{"technology", Presence::required, "dvd-plus-rw"},
    Key{"capacity-sectors", Presence::required, "a multiple of 16 from 16 to 2295104"},
    Key{"manufacturer-id", Presence::required, "1 to 8 printable ASCII characters"},
    Key{"media-type-id", Presence::required, "1 to 3 printable ASCII characters"},
    Key{"revision", Presence::optional, "an integer from 0 to 255"},
    Key{"unrestricted-use", Presence::optional, "true or false"},
};
inline constexpr std::array pressed_cd_keys{
    Key{"description", Presence::optional, "text"},
    Key{"technology", Presence::required, "pressed-cd"},
    Key{"capacity-sectors", Presence::required, "an integer from 300 to 404849"},
};
inline constexpr std::array pressed_dvd_keys{
    Key{"description", Presence::optional, "text"},
    Key{"technology", Presence::required, "pressed-dvd"},
    Key{"capacity-sectors", Presence::required, "a multiple of 16 from 16 to 2298496"},
};
inline constexpr std::array pressed_bd_keys{
    Key{"description", Presence::optional, "text"},
    Key{"technology", Presence::required, "pressed-bd"},
    Key{"capacity-sectors", Presence::required, "a multiple of 32 from 32 to 12219392"},
};
inline constexpr std::array scenario_keys{
    Key{"description", Presence::required, "text"},
    Key{"drive", Presence::required, "the id of a drive or a path that ends in .yaml"},
    Key{"medium", Presence::required, "the id of a medium, a path that ends in .yaml, or none"},
    Key{"steps", Presence::required, "a list of steps, or [] for none"},
    Key{"expect", Presence::required, "a mapping of properties to expectations"},
};
inline constexpr std::array step_keys{
    Key{"write", Presence::optional, "a mapping"},
    Key{"synchronize-cache", Presence::optional, "no value"},
    Key{"close-track", Presence::optional, "no value"},
    Key{"close-session", Presence::optional, "no value or a mapping"},
    Key{"finalise", Presence::optional, "no value"},
    Key{"reserve-track", Presence::optional, "a mapping"},
    Key{"press", Presence::optional, "a mapping"},
    Key{"damage", Presence::optional, "no value"},
    Key{"write-protect", Presence::optional, "a mapping"},
    Key{"record-session-at-once", Presence::optional, "a mapping"},
    Key{"open-tray", Presence::optional, "no value"},
    Key{"close-tray", Presence::optional, "no value"},
    Key{"power-on", Presence::optional, "no value"},
    Key{"format", Presence::optional, "no value"},
    Key{"stop-format", Presence::optional, "no value"},
    Key{"restart-format", Presence::optional, "no value"},
    Key{"wait", Presence::optional, "a mapping"},
};
inline constexpr std::array write_keys{
    Key{"at", Presence::optional, "an integer from 0 to 2147483647"},
    Key{"sectors", Presence::required, "an integer from 1 to 4294967295"},
    Key{"pattern", Presence::required, "an integer from 0 to 9223372036854775807"},
};
inline constexpr std::array press_keys{
    Key{"sectors", Presence::required, "an integer from 1 to 4294967295"},
    Key{"pattern", Presence::required, "an integer from 0 to 9223372036854775807"},
};
inline constexpr std::array wait_keys{
    Key{"seconds", Presence::required, "an integer from 1 to 86400"},
};
inline constexpr std::array record_session_at_once_keys{
    Key{"tracks", Presence::required, "a list of 1 to 99 tracks"},
    Key{"next-session", Presence::required, "allowed or not-allowed"},
};
inline constexpr std::array track_at_once_keys{
    Key{"form", Presence::required, "data or audio"},
    Key{"sectors", Presence::required, "an integer from 300 to 404849"},
    Key{"pattern", Presence::required, "an integer from 0 to 9223372036854775807"},
};
inline constexpr std::array reserve_track_keys{
    Key{"sectors", Presence::required, "an integer from 1 to 4294967295"},
};
inline constexpr std::array close_session_keys{
    Key{"next-session", Presence::required, "allowed or not-allowed"},
};
inline constexpr std::array write_protect_keys{
    Key{"by", Presence::required, "medium or drive"},
};
inline constexpr std::array expectation_keys{
    Key{"hr", Presence::required, "one of ok, fail, any"},
    Key{"value", Presence::optional, "an integer, true, false, a list of them, or {min: a, max: b}"},
};
inline constexpr std::array range_keys{
    Key{"min", Presence::required, "an integer from -2147483648 to 2147483647"},
    Key{"max", Presence::required, "an integer from -2147483648 to 2147483647"},
};

inline constexpr Schema drive{"a drive", drive_keys};
inline constexpr Schema quirks{"a drive's quirks", quirk_keys};
inline constexpr Schema cd_r{"a medium of technology cd-r", cd_r_keys};
inline constexpr Schema dvd_plus_r{"a medium of technology dvd-plus-r", dvd_plus_r_keys};
inline constexpr Schema bd_r_srm{"a medium of technology bd-r-srm", bd_r_srm_keys};
inline constexpr Schema dvd_plus_rw{"a medium of technology dvd-plus-rw", dvd_plus_rw_keys};
inline constexpr Schema pressed_cd{"a medium of technology pressed-cd", pressed_cd_keys};
inline constexpr Schema pressed_dvd{"a medium of technology pressed-dvd", pressed_dvd_keys};
inline constexpr Schema pressed_bd{"a medium of technology pressed-bd", pressed_bd_keys};
inline constexpr Schema scenario{"a scenario", scenario_keys};
inline constexpr Schema step{"a step", step_keys};
inline constexpr Schema write{"write", write_keys};
inline constexpr Schema press{"press", press_keys};
inline constexpr Schema wait{"wait", wait_keys};
inline constexpr Schema record_session_at_once{"record-session-at-once", record_session_at_once_keys};
inline constexpr Schema track_at_once{"a track of a session at once", track_at_once_keys};
inline constexpr Schema reserve_track{"reserve-track", reserve_track_keys};
inline constexpr Schema close_session{"close-session", close_session_keys};
inline constexpr Schema write_protect{"write-protect", write_protect_keys};
inline constexpr Schema expectation{"an expectation", expectation_keys};
inline constexpr Schema range{"a range of values", range_keys};

inline constexpr std::array all{drive,        quirks,      cd_r,          dvd_plus_r,    bd_r_srm,
                                pressed_cd,   pressed_dvd, pressed_bd,    scenario,      step,
                                write,        press,       reserve_track, close_session, write_protect,
                                expectation,  range,       dvd_plus_rw,   wait,          record_session_at_once,
                                track_at_once};

}  // namespace schema
}  // namespace discbench::profile
