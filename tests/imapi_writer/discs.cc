#include "imapi_writer/discs.h"

#include <array>

#include "bytes/hex.h"

namespace discbench::imapi::discs {
namespace {

const std::string zeros_8 = "00000000 00000000";
const std::string zeros_24 = zeros_8 + zeros_8 + zeros_8;

/// READ DISC INFORMATION, bytes 2 to 11, in front of addresses that nobody reads.
void disc_information(ScriptedRecorder& recorder, const std::string& bytes_2_to_11) {
  recorder.reply("51", "0020" + bytes_2_to_11 + zeros_8 + zeros_8 + zeros_8.substr(0, 8) + "0000");
}

void track(ScriptedRecorder& recorder, std::uint8_t number, const std::string& reply) {
  recorder.reply(track_command(number), reply);
}

/// MODE SENSE (10) of page 1Dh, which few recorders have.
const std::string protection_page = "5a081d";

/// TEST UNIT READY, and the configuration of a CD, DVD+R or BD-R that can be written.
void loaded(ScriptedRecorder& recorder, const std::string& configuration) {
  recorder.accept("00");
  recorder.reply("46", configuration);
  recorder.refuse(protection_page, mmc::sense::invalid_field_in_cdb);
}

const std::string cd_configuration = "0000000C 0000 0009  002D 09 04 40000100";
const std::string dvd_plus_r_configuration = "0000000C 0000 001B  002B 01 04 01000000";
const std::string dvd_plus_rw_configuration = "0000000C 0000 001A  002A 01 04 01000000";
const std::string bd_r_configuration = "00000020 0000 0041  0041 01 18" + zeros_24;
const std::string no_write_protection = "00060000 00000000";

}  // namespace

std::string track_command(std::uint8_t number) { return "5201 000000" + bytes::to_hex(std::array{number}); }

void blank_cd(ScriptedRecorder& recorder) {
  loaded(recorder, cd_configuration);
  recorder.reply("51", "0020 00 01 01 01 01 00 FF 000000 00000000 00611A42 004F3B47" + zeros_8 + "0000");
  track(recorder, 0xff, "0022 01 01 00 04 4F 01 00000000 00000000 00057DA4 00000000 00057DA4 00000000 00000000");
}

void cd_with_one_session(ScriptedRecorder& recorder) {
  loaded(recorder, cd_configuration);
  disc_information(recorder, "01 01 02 02 02 00 00 000000");
  track(recorder, 1, "0022 01 01 00 04 01 00 00000000 00000000 00000000 00000000 0000012E 00000000 00000000");
  track(recorder, 0xff, "0022 02 02 00 04 4F 01 00002DB6 00002DB6 00054FEE 00000000 00054FEE 00000000 00000000");
}

void cd_with_two_tracks_in_one_session(ScriptedRecorder& recorder) {
  loaded(recorder, cd_configuration);
  disc_information(recorder, "01 01 02 03 03 00 00 000000");
  track(recorder, 1, "0022 01 01 00 04 01 00 00000000 00000000 00000000 00000000 0000012E 00000000 00000000");
  track(recorder, 2, "0022 02 01 00 04 01 00 000001C4 00000000 00000000 00000000 000001F6 00000000 00000000");
  track(recorder, 0xff, "0022 03 02 00 04 4F 01 00003042 00003042 00054D62 00000000 00054D62 00000000 00000000");
}

void cd_with_an_open_session(ScriptedRecorder& recorder) {
  cd_with_one_session(recorder);
  disc_information(recorder, "05 01 02 02 03 00 00 000000");
  track(recorder, 0xff, "0022 03 02 00 04 4F 01 00003236 00003236 00054B6E 00000000 00054B6E 00000000 00000000");
}

void finalised_cd(ScriptedRecorder& recorder) {
  cd_with_one_session(recorder);
  recorder.reply("46", "00000004 0000 0009");
  disc_information(recorder, "0E 01 01 01 01 00 00 000000");
  recorder.refuse(track_command(0xff), mmc::sense::invalid_field_in_cdb);
}

void pressed_cd(ScriptedRecorder& recorder) {
  recorder.accept("00");
  recorder.reply("46", "00000004 0000 0008");
  disc_information(recorder, "0E 01 01 01 01 00 00 000000");
  track(recorder, 1, "0022 01 01 00 04 01 00 00000000 FFFFFFFF 00000000 00000000 00051ECE 00000000 00000000");
}

void blank_dvd_plus_r(ScriptedRecorder& recorder) {
  loaded(recorder, dvd_plus_r_configuration);
  recorder.reply("ad", no_write_protection);
  disc_information(recorder, "00 01 01 01 01 00 00 000000");
  track(recorder, 0xff,
        "0026 01 01 00 07 4F 01 00000000 00000000 00230540 00000000 00230540 00000000 00000000 00042000");
}

void dvd_plus_r_with_one_session(ScriptedRecorder& recorder) {
  blank_dvd_plus_r(recorder);
  disc_information(recorder, "01 01 02 02 02 00 00 000000");
  track(recorder, 1, "0026 01 01 00 07 01 00 00000000 00000000 00000000 00000000 000000C0 00000000 00000000 00042000");
  track(recorder, 0xff,
        "0026 02 02 00 07 4F 01 000008C0 000008C0 0022FC80 00000000 0022FC80 00000000 00000000 00042000");
}

void finalised_dvd_plus_r(ScriptedRecorder& recorder) {
  blank_dvd_plus_r(recorder);
  recorder.reply("46", "00000004 0000 001B");
  disc_information(recorder, "0E 01 19 19 19 20 00 000000");
  track(recorder, 24, "0022 18 18 00 07 01 00 00005F60 00000000 00000000 00000000 000028B0 00000000 00000000");
  track(recorder, 25, "0022 19 19 00 07 01 00 00009010 00000000 00000000 00000000 00005000 00000000 00000000");
  recorder.refuse(track_command(0xff), mmc::sense::invalid_field_in_cdb);
}

void blank_bd_r(ScriptedRecorder& recorder) {
  loaded(recorder, bd_r_configuration);
  recorder.refuse("ad", mmc::sense::invalid_field_in_cdb);
  disc_information(recorder, "00 01 01 01 01 20 00 000000");
  track(recorder, 1,
        "002E 01 01 00 05 6F 01 00000000 00000000 00BA7400 00000000 00BA7400 00000000 00000000" + zeros_8 + "00000000");
}

void bd_r_with_one_session(ScriptedRecorder& recorder) {
  blank_bd_r(recorder);
  disc_information(recorder, "01 01 02 02 02 20 00 000000");
  track(recorder, 1,
        "002E 01 01 00 05 21 02 00000000 00000000 00000000 00000000 000000C0 000000B7 00000000" + zeros_8 + "00000000");
  track(recorder, 2,
        "002E 02 02 00 05 6F 01 000000C0 000000C0 00BA7340 00000000 00BA7340 00000000 00000000" + zeros_8 + "00000000");
}

void unformatted_dvd_plus_rw(ScriptedRecorder& recorder) {
  loaded(recorder, dvd_plus_rw_configuration);
  recorder.reply("ad", no_write_protection);
  recorder.reply("25", "00000000 00000800");
  disc_information(recorder, "10 01 01 01 01 00 FF 000000");
  track(recorder, 1, "0022 01 01 00 07 61 00 00000000 00000000 00230540 00000000 00230540 00000000 00000000");
}

void formatted_dvd_plus_rw(ScriptedRecorder& recorder) {
  unformatted_dvd_plus_rw(recorder);
  recorder.reply("25", "0023053F 00000800");
  recorder.reply_zeros("28");
  disc_information(recorder, "1E 01 01 01 01 01 FF 000000");
  track(recorder, 1, "0022 01 01 00 07 01 00 00000000 00000000 00000000 00000000 00230540 00000000 00000000");
}

void no_medium(ScriptedRecorder& recorder) {
  recorder.refuse("00", mmc::sense::medium_not_present_tray_closed);
  recorder.reply("46", "00000004 0000 0000");
  recorder.refuse("51", mmc::sense::medium_not_present_tray_closed);
  recorder.refuse("52", mmc::sense::medium_not_present_tray_closed);
}

void let_write(ScriptedRecorder& recorder) {
  recorder.reply("5a",
                 "003A 00 00 00 00 0000  05 32 00 00 08 00 00 00 00 00 00000000 0096 00000000" + zeros_24 + zeros_8);
  // One speed, 5540 kB/s: 4x on DVD.
  recorder.reply("ac0000000000000000c80300", "00000014 00000000  00000000 0023053F 00002B48 000015A4");
  recorder.reply("ac1400000000000000c80000", "00000014 02000000  00000000 000015A4 0023053F 000015A4");
  for (const char* command : {"54", "55", "2a", "35", "5b"}) recorder.accept(command);
}

}  // namespace discbench::imapi::discs
