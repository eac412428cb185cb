// The recorder as the writer sees it: what it says of the medium, and what it is told to do with it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "imapi/writer/mmc_link.h"
#include "mmc/commands/read_disc_information.h"
#include "mmc/commands/read_disc_structure.h"
#include "mmc/commands/read_track_information.h"
#include "mmc/mode_pages.h"

namespace discbench::imapi {

/// What GET CONFIGURATION says of the loaded medium.
struct Configuration {
  struct Feature {
    std::uint16_t code = 0;
    std::vector<std::uint8_t> payload;  ///< what follows the descriptor's header
  };
  std::uint16_t current_profile = 0;
  std::vector<Feature> current_features;

  const Feature* find(std::uint16_t code) const;
};

class MmcDevice {
 public:
  /// Throws E_IMAPI_DF2DATA_RECORDER_NOT_SUPPORTED where the recorder has no IDiscRecorder2Ex.
  explicit MmcDevice(IDiscRecorder2* recorder) : link_(recorder) {}

  MmcLink& link() { return link_; }

  // All of these throw DeviceFailure for sense data, Failure for anything else that goes wrong on the way.

  /// All profiles that the drive knows, whatever is loaded.
  std::vector<std::uint16_t> supported_profiles();
  void test_unit_ready();
  Configuration configuration();
  mmc::StandardDiscInformation disc_information();
  /// `number`: a track's number or mmc::invisible_track_number.
  mmc::TrackInformation track_information(std::uint32_t number);
  /// nullopt where drive or medium have no such structure.
  std::optional<mmc::WriteProtectionStatus> write_protection(bool blu_ray);

  /// Mode page 1Dh: the recorder was told to protect whatever medium it has. False where it has no such page.
  bool software_write_protected();
  /// READ CAPACITY: the number of sectors that can be read, 0 where there are none.
  std::uint32_t readable_sectors();
  /// Whole sectors of 2048 bytes.
  void read(std::uint32_t first_sector, std::span<std::uint8_t> data);

  mmc::WriteParametersPage write_parameters();
  void set_write_parameters(mmc::WriteParametersPage page);
  /// Whole sectors of 2048 bytes.
  void write(std::uint32_t first_sector, std::span<std::uint8_t> data);
  /// Lets the recorder find the power to write with. Recorders that do it unasked may refuse.
  void calibrate_power();
  /// Formats a DVD+RW, or goes on where that was stopped; back when the medium can be written.
  void format_dvd_plus_rw(bool restart);
  void synchronize_cache();
  void close(std::uint8_t function, std::uint16_t track_number);

 private:
  void wait_until_ready();

  MmcLink link_;
};

/// Asks the device until it has settled: a unit attention (a new medium, a reset: two can wait at once) throws away
/// what was learnt so far, and `ask` begins anew. Every other failure, and a third attention, passes through.
template <typename Ask>
auto with_settled_medium(MmcDevice& device, Ask&& ask) {
  for (int attentions_to_bear = 2;; --attentions_to_bear) {
    try {
      device.test_unit_ready();
      return ask();
    } catch (const DeviceFailure& failure) {
      if (!failure.is_unit_attention() || attentions_to_bear == 0) throw;
    }
  }
}

}  // namespace discbench::imapi
