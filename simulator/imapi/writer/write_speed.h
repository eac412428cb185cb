// How fast the recorder can write the loaded medium, how fast it will, and how it is told another speed.
//
// A recorder counts in kB/s, IMAPI2 in sectors a second. One is turned into the other by their common 1x: what MMC
// calls 176.4 kB/s on CD (audio sectors of 2352 bytes), 1385 on DVD and 4495.5 on BD are IMAPI2's 75, 680 and 2195
// sectors a second (IMAPI_SECTORS_PER_SECOND_AT_1X_CD, _DVD, _BD). So 8467 kB/s on CD are 3600 sectors a second, a
// whole multiple of 75, and a client that divides by the constant finds 48x.
#pragma once

#include <cstdint>
#include <vector>

#include "imapi/writer/media_kind.h"
#include "imapi/writer/mmc_device.h"

namespace discbench::imapi {

/// SetWriteSpeed's word for the fastest supported speed, 0xFFFFFFFF.
inline constexpr LONG fastest_speed = -1;

/// One speed of a recorder, in its own unit.
struct WriteSpeed {
  std::uint32_t write_speed_kbps = 0;
  bool pure_cav = false;
  // What SET STREAMING repeats; a mode page does not tell them.
  std::uint32_t read_speed_kbps = 0;
  std::uint32_t end_lba = 0;

  friend bool operator==(const WriteSpeed&, const WriteSpeed&) = default;
};

/// What a client asks of SetWriteSpeed.
struct RequestedSpeed {
  LONG sectors_per_second = fastest_speed;
  bool pure_cav = false;
};

/// Rounded to the nearest; 0 for a medium that is neither CD nor DVD nor BD.
LONG sectors_per_second(const MediaKind& kind, std::uint32_t kilobytes_per_second);

/// A medium's 1x, in sectors a second; 0 likewise.
LONG single_speed(const MediaKind& kind);

/// The recorder and its loaded medium as something with a speed. Members throw what MmcDevice throws, and
/// E_IMAPI_RECORDER_MEDIA_INCOMPATIBLE where nothing can be written, at no speed.
class SpeedControl {
 public:
  /// Asks for the configuration. `device` must outlive this.
  explicit SpeedControl(MmcDevice& device);

  const MediaKind& kind() const { return kind_; }

  /// In the recorder's order, which is the fastest first; none twice. GET PERFORMANCE, type 03h; where the recorder
  /// has no such list, the capabilities mode page, 2Ah.
  std::vector<WriteSpeed> supported() { return list().speeds; }
  /// The speed of the next write. GET PERFORMANCE, type 00h; else the mode page.
  WriteSpeed current();
  LONG sectors_per_second(const WriteSpeed& speed) const {
    return imapi::sectors_per_second(kind_, speed.write_speed_kbps);
  }

  /// Tells the recorder to write at the fastest supported speed that is not above the requested one, or at the slowest
  /// where all are above it; then asks what came of it. S_OK, S_IMAPI_SPEEDADJUSTED, S_IMAPI_ROTATIONADJUSTED or
  /// S_IMAPI_BOTHADJUSTED: what the recorder now says against what was requested.
  HRESULT select(const RequestedSpeed& requested);

 private:
  struct Listed {
    std::vector<WriteSpeed> speeds;
    bool from_performance = false;  ///< the recorder is one that knows SET STREAMING
  };

  Listed list();
  void tell(const WriteSpeed& speed, bool streaming);

  MmcDevice& device_;
  const MediaKind& kind_;
};

/// The member of a list (not empty) that SpeedControl::select takes. Among equally fast ones it is the one that turns
/// as requested.
const WriteSpeed& nearest_speed(const MediaKind& kind, const std::vector<WriteSpeed>& speeds,
                                const RequestedSpeed& requested);

}  // namespace discbench::imapi
