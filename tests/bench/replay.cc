#include "bench/replay.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "disc/pattern.h"

namespace discbench::bench {
namespace {

namespace step = profile::step;
using Bytes = std::vector<std::uint8_t>;

constexpr std::uint32_t sectors_in_a_write = 27;  // no multiple of any medium's unit

std::uint8_t byte_of(std::uint32_t value, int number) { return static_cast<std::uint8_t>(value >> (8 * number)); }

std::uint32_t big_endian(const Bytes& bytes, std::size_t at) {
  return std::uint32_t{bytes[at]} << 24 | std::uint32_t{bytes[at + 1]} << 16 | std::uint32_t{bytes[at + 2]} << 8 |
         bytes[at + 3];
}

class Host {
 public:
  explicit Host(drive::Drive& drive) : drive_(drive) {}

  void operator()(const step::Write& step) {
    disc::Lba next{step.at ? *step.at : static_cast<std::int32_t>(big_endian(last_track(), 12))};  // NWA
    for (std::uint32_t left = step.sectors; left > 0;) {
      const std::uint32_t now = std::min(left, sectors_in_a_write);
      write(next, pattern(next, now, step.pattern));
      next = next + now;
      left -= now;
    }
  }
  void operator()(const step::SynchronizeCache&) { send({0x35, 0, 0, 0, 0, 0, 0, 0, 0, 0}); }
  void operator()(const step::CloseTrack&) { close(1, last_track()[2]); }
  void operator()(const step::CloseSession& step) {
    select_multi_session(step.next_session_allowed ? 3 : 0);
    close(2, 0);
  }
  void operator()(const step::Finalise&) {
    const bool is_cd = drive_.disc()->medium().technology == disc::Technology::cd_r;
    select_multi_session(0);
    close(is_cd ? 2 : 6, 0);
  }
  void operator()(const step::ReserveTrack& step) {
    send({0x53, 0, 0, 0, 0, byte_of(step.sectors, 3), byte_of(step.sectors, 2), byte_of(step.sectors, 1),
          byte_of(step.sectors, 0), 0});
  }
  void operator()(const step::WriteProtect& step) {
    if (step.by == step::ProtectedBy::medium) return no_command();
    Bytes list(8 + 10);  // mode parameter header, then page 1Dh with SWPP
    list[8] = 0x1d;
    list[9] = 8;
    list[12] = 1;
    send({0x55, 0x10, 0, 0, 0, 0, 0, 0, 18, 0}, list);
  }
  void operator()(const step::Format&) { format(0); }
  void operator()(const step::RestartFormat&) { format(1); }
  void operator()(const step::StopFormat&) { close(0, 0); }
  void operator()(const step::Wait& step) { drive_.pass_time(std::uint64_t{step.seconds} * 1000); }
  void operator()(const step::RecordSessionAtOnce& step) {
    select_write_parameters(2, step.next_session_allowed ? 3 : 0);
    const Bytes track = last_track();
    const disc::Lba start{static_cast<std::int32_t>(big_endian(track, 8))};  // TRACK START ADDRESS
    const Bytes sheet = cue_sheet(step, track[2], start);
    send({0x5d, 0, 0, 0, 0, 0, 0, 0, static_cast<std::uint8_t>(sheet.size()), 0}, sheet);
    disc::Lba next = start + -150;
    for (std::size_t i = 0; i < step.tracks.size(); ++i) {
      const auto& planned = step.tracks[i];
      const std::uint32_t pre_gap = i > 0 && step.tracks[i - 1].form == planned.form ? 0 : 150;
      for (std::uint32_t done = 0; done < pre_gap + planned.sectors; ++done) {
        Bytes sector(disc::bytes_of(planned.form));
        if (done >= pre_gap) disc::fill_pattern({planned.pattern}, next, sector);
        write_one(next, sector);
        next = next + 1;
      }
    }
    send({0x35, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    select_write_parameters(1, 0);
  }
  template <typename Other>
  void operator()(const Other&) {
    no_command();
  }

 private:
  static void no_command() { ADD_FAILURE() << "this step has no command here"; }
  Bytes send(const Bytes& cdb, const Bytes& data = {}) {
    Bytes reply(1024);
    const mmc::Completion completion = drive_.execute({.cdb = cdb, .data_out = data, .data_in = reply});
    EXPECT_TRUE(completion.good()) << "opcode " << int{cdb[0]} << ": " << mmc::name_of(completion.sense);
    return reply;
  }
  /// READ TRACK INFORMATION of the last track in the last session, which is the one that recording goes on in.
  Bytes last_track() {
    const std::uint8_t number = send({0x51, 0, 0, 0, 0, 0, 0, 0, 34, 0})[6];
    return send({0x52, 1, 0, 0, 0, number, 0, 0, 48, 0});
  }
  void write(disc::Lba first, const Bytes& data) {
    const auto lba = static_cast<std::uint32_t>(first.value);
    const auto sectors = static_cast<std::uint8_t>(data.size() / disc::sector_size);
    send({0x2a, 0, byte_of(lba, 3), byte_of(lba, 2), byte_of(lba, 1), byte_of(lba, 0), 0, 0, sectors, 0}, data);
  }
  static Bytes pattern(disc::Lba first, std::uint32_t sectors, std::uint64_t seed) {
    Bytes data(std::size_t{sectors} * disc::sector_size);
    for (std::uint32_t i = 0; i < sectors; ++i)
      disc::fill_pattern({seed}, first + i,
                         std::span(data).subspan(std::size_t{i} * disc::sector_size).first<disc::sector_size>());
    return data;
  }
  void close(std::uint8_t function, std::uint8_t track) { send({0x5b, 0, function, 0, 0, track, 0, 0, 0, 0}); }
  /// Immed; format type 26h of FFFFFFFFh blocks, with the restart bit or without.
  void format(std::uint8_t restart) {
    send({0x04, 0x11, 0, 0, 0, 0}, {0, 0x02, 0, 8, 0xff, 0xff, 0xff, 0xff, 0x26 << 2, 0, 0, restart});
  }
  void write_one(disc::Lba where, const Bytes& sector) {
    const auto lba = static_cast<std::uint32_t>(where.value);
    send({0x2a, 0, byte_of(lba, 3), byte_of(lba, 2), byte_of(lba, 1), byte_of(lba, 0), 0, 0, 1, 0}, sector);
  }
  /// Lines of CTL and ADR, number, index, data form, 0, minute, second, frame.
  static Bytes cue_sheet(const step::RecordSessionAtOnce& step, std::uint8_t first_number, disc::Lba start) {
    constexpr std::uint8_t made_here = 4;
    Bytes sheet;
    const auto line = [&](std::uint8_t number, std::uint8_t index, disc::SectorForm form, std::int32_t lba, bool made) {
      const bool audio = form == disc::SectorForm::audio;
      const int frames = lba + 150;
      const int zeros = audio ? 1 : 0x10 + made_here;
      const int data_form = made ? zeros : (audio ? 0 : 0x10);
      for (const int byte :
           {audio ? 0x01 : 0x41, int{number}, int{index}, data_form, 0, frames / 4500, frames / 75 % 60, frames % 75})
        sheet.push_back(static_cast<std::uint8_t>(byte));
    };
    line(0, 0, step.tracks.front().form, -150, true);
    std::int32_t at = start.value - 150;
    for (std::size_t i = 0; i < step.tracks.size(); ++i) {
      const auto& track = step.tracks[i];
      const auto number = static_cast<std::uint8_t>(first_number + i);
      if (i == 0 || step.tracks[i - 1].form != track.form) {
        line(number, 0, track.form, at, false);
        at += 150;
      }
      line(number, 1, track.form, at, false);
      at += static_cast<std::int32_t>(track.sectors);
    }
    line(0xaa, 1, step.tracks.back().form, at, true);
    return sheet;
  }
  void select_multi_session(std::uint8_t value) { select_write_parameters(1, value); }
  /// Mode page 05h: write type, and in bits 7 and 6 of byte 3 what becomes of the disc when its session is closed.
  void select_write_parameters(std::uint8_t write_type, std::uint8_t multi_session) {
    Bytes page = send({0x5a, 0x08, 0x05, 0, 0, 0, 0, 0, 60, 0});
    page.resize(60);
    std::fill_n(page.begin(), 8, std::uint8_t{0});
    page[8] &= 0x3f;
    page[8 + 2] = static_cast<std::uint8_t>((page[8 + 2] & 0xf0) | write_type);
    page[8 + 3] = static_cast<std::uint8_t>((page[8 + 3] & 0x3f) | multi_session << 6);
    send({0x55, 0x10, 0, 0, 0, 0, 0, 0, 60, 0}, page);
  }

  drive::Drive& drive_;
};

}  // namespace

void replay(const std::vector<profile::PlacedStep>& steps, drive::Drive& drive) {
  Host host(drive);
  for (const profile::PlacedStep& step : steps) {
    SCOPED_TRACE("line " + std::to_string(step.line) + ": " + step.name);
    std::visit(host, step.step);
  }
}

}  // namespace discbench::bench
