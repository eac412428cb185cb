// How fast the recorder is, beside what the machine can do at all: WRITE and READ beside a plain copy of as many bytes,
// a sector among a million extents beside one among a thousand. Read the ratios, not the times.
#include <benchmark/benchmark.h>

#include <cstring>

#include "disc/pattern.h"
#include "drive/host.h"

namespace discbench::drive {
namespace {

constexpr std::uint16_t sectors = 32;
constexpr std::size_t chunk = std::size_t{sectors} * disc::sector_size;

void plain_copy_64_kib(benchmark::State& state) {
  std::vector<std::uint8_t> from(chunk, 0x42);
  std::vector<std::uint8_t> to(chunk);
  for (auto _ : state) {
    std::memcpy(to.data(), from.data(), chunk);
    benchmark::ClobberMemory();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * chunk));
}
BENCHMARK(plain_copy_64_kib);

void test_unit_ready(benchmark::State& state) {
  Host host(disc::dvd_plus_r());
  const auto cdb = bytes::encode(mmc::TestUnitReady{});
  for (auto _ : state) benchmark::DoNotOptimize(host.drive.execute({.cdb = cdb}));
}
BENCHMARK(test_unit_ready);

void write_64_kib(benchmark::State& state) {
  Host host(disc::bd_r_25());
  const std::vector<std::uint8_t> data(chunk, 0x42);
  mmc::Write10 write{.transfer_length_sectors = sectors};
  for (auto _ : state) {
    const auto cdb = bytes::encode(write);
    if (!host.drive.execute({.cdb = cdb, .data_out = data}).good()) return state.SkipWithError("refused");
    write.logical_block_address += sectors;
    if (write.logical_block_address < 65536) continue;
    state.PauseTiming();  // a fresh disc, so that memory stays small
    host.drive.insert(disc::blank(disc::bd_r_25()));
    host.drive.clear_attentions();
    write.logical_block_address = 0;
    state.ResumeTiming();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * chunk));
}
BENCHMARK(write_64_kib);

void read_64_kib(benchmark::State& state) {
  Host host(disc::bd_r_25());
  const std::vector<std::uint8_t> data(chunk, 0x42);
  std::vector<std::uint8_t> room(chunk);
  const auto write = bytes::encode(mmc::Write10{.transfer_length_sectors = sectors});
  if (!host.drive.execute({.cdb = write, .data_out = data}).good()) return state.SkipWithError("refused");
  const auto read = bytes::encode(mmc::Read10{.transfer_length_sectors = sectors});
  for (auto _ : state) benchmark::DoNotOptimize(host.drive.execute({.cdb = read, .data_in = room}));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * chunk));
}
BENCHMARK(read_64_kib);

/// Extents that cannot join: each has a pattern of its own.
void find_a_sector(benchmark::State& state) {
  disc::MemoryStore store;
  const auto extents = static_cast<std::int32_t>(state.range(0));
  for (std::int32_t i = 0; i < extents; ++i)
    store.write_pattern(disc::Lba{i}, 1, disc::Pattern{static_cast<std::uint64_t>(i)});
  std::uint64_t random = 1;
  for (auto _ : state) {
    random = disc::mix(random);
    benchmark::DoNotOptimize(
        store.holds(disc::Lba{static_cast<std::int32_t>(random % static_cast<std::uint64_t>(extents))}, 1));
  }
}
BENCHMARK(find_a_sector)->Arg(1000)->Arg(1000000);

}  // namespace
}  // namespace discbench::drive
