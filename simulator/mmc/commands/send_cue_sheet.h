// SEND CUE SHEET: what a CD's session will hold, before its first sector is written (Session At Once).
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct SendCueSheet {
  static constexpr std::uint8_t opcode = 0x5d;
  std::uint8_t operation_code = opcode;
  std::uint32_t cue_sheet_size_bytes = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = SendCueSheet;
    return bytes::layout<10>(
        "SEND CUE SHEET", "MMC-6, SEND CUE SHEET command", field("Operation Code", u8(0), &T::operation_code),
        field("Cue Sheet Size", u24(6), &T::cue_sheet_size_bytes), field("Control", u8(9), &T::control));
  }
};

/// One line of the sheet. The first is the lead-in (TNO 0), the last the lead-out (TNO AAh); between them stand the
/// tracks with their indices, each with the time at which it begins. Times are binary and absolute: 00:00:00 is -150.
struct CueSheetEntry {
  std::uint8_t control_nibble = 0;  ///< CONTROL of the Q sub-channel: bit 2 is data
  std::uint8_t adr = 1;
  std::uint8_t tno = 0;
  std::uint8_t index = 0;
  std::uint8_t sub_channel_form = 0;  ///< 0: made by the recorder
  std::uint8_t main_form = 0;
  std::uint8_t scms = 0;
  std::uint8_t min = 0;
  std::uint8_t sec = 0;
  std::uint8_t frame = 0;

  static constexpr std::uint8_t lead_out = 0xaa;               ///< TNO
  static constexpr std::uint8_t audio = 0x00;                  ///< main form: 2352 bytes from the host
  static constexpr std::uint8_t audio_made_here = 0x01;        ///< zeros by the recorder
  static constexpr std::uint8_t data_mode_1 = 0x10;            ///< 2048 bytes from the host
  static constexpr std::uint8_t data_mode_1_made_here = 0x14;  ///< zeros by the recorder

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = CueSheetEntry;
    return bytes::layout<8>("Cue Sheet Entry", "MMC-6, SEND CUE SHEET command, CUE SHEET Format",
                            field("CTL", bits(0, 7, 4), &T::control_nibble), field("ADR", bits(0, 3, 0), &T::adr),
                            field("TNO", u8(1), &T::tno), field("INDEX", u8(2), &T::index),
                            field("Data Form of Sub-channel", bits(3, 7, 6), &T::sub_channel_form),
                            field("Data Form of Main Data", bits(3, 5, 0), &T::main_form),
                            field("SCMS", u8(4), &T::scms), field("MIN", u8(5), &T::min), field("SEC", u8(6), &T::sec),
                            field("FRAME", u8(7), &T::frame));
  }
};

/// Two lines with ADR 2, in front of all others: seven digits of the Media Catalogue Number, then six and a zero.
struct CueSheetCatalogueNumber {
  std::uint8_t control_nibble = 0;
  std::uint8_t adr = 2;
  bytes::Text<7> digits{};

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = CueSheetCatalogueNumber;
    return bytes::layout<8>("Cue Sheet Media Catalogue Number", "MMC-6, SEND CUE SHEET command, CUE SHEET Format",
                            field("CTL", bits(0, 7, 4), &T::control_nibble), field("ADR", bits(0, 3, 0), &T::adr),
                            field("N", bytes_at(1, 7), &T::digits));
  }
};

/// Two lines with ADR 3, in front of the track that they are about: six characters of its ISRC each.
struct CueSheetIsrc {
  std::uint8_t control_nibble = 0;
  std::uint8_t adr = 3;
  std::uint8_t tno = 0;
  bytes::Text<6> characters{};

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = CueSheetIsrc;
    return bytes::layout<8>("Cue Sheet ISRC", "MMC-6, SEND CUE SHEET command, CUE SHEET Format",
                            field("CTL", bits(0, 7, 4), &T::control_nibble), field("ADR", bits(0, 3, 0), &T::adr),
                            field("TNO", u8(1), &T::tno), field("I", bytes_at(2, 6), &T::characters));
  }
};

}  // namespace discbench::mmc
