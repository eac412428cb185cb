// One burn: a stream becomes a session, or the contents of a medium that is overwritten. The order of the commands is
// the medium's; whatever goes wrong on the way, the disc is left with its sessions closed as far as its recorder still
// listens.
#pragma once

#include <atomic>
#include <cstdint>
#include <span>
#include <vector>

#include "imapi/writer/burn_plan.h"
#include "imapi/writer/burn_progress.h"
#include "imapi/writer/verification.h"

namespace discbench::imapi {

class Burn {
 public:
  /// All references must outlive this; `cancelled` may become true at any moment. The observer is called on the thread
  /// of run(), and may cancel.
  Burn(MmcDevice& device, StreamReader& stream, const WriteSettings& settings, const std::atomic<bool>& cancelled,
       ProgressObserver observer);

  /// Validates, formats where needed, writes, closes, and verifies as far as the settings want it. S_OK, or
  /// S_IMAPI_SPEEDADJUSTED and its kind where a speed was requested and the recorder chose another. Throws
  /// E_IMAPI_REQUEST_CANCELLED, E_IMAPI_BURN_VERIFICATION_FAILED, what plan_burn() throws, the stream's failure, or the
  /// device's.
  HRESULT run();

 private:
  void enter(IMAPI_FORMAT2_DATA_WRITE_ACTION action);
  void format();
  HRESULT initialise_hardware();
  LONG current_speed();
  void select_write_parameters(Closing closing);
  void record();
  void write_all();
  void write(const Extent& extent, std::span<std::uint8_t> buffer);
  void fetch(std::uint64_t first_sector, std::span<std::uint8_t> data);
  void send(std::uint32_t first_sector, std::span<std::uint8_t> data);
  void close(Closing closing);
  void abandon();
  void verify();
  void throw_if_cancelled() const;

  MmcDevice& device_;
  StreamReader& stream_;
  const WriteSettings& settings_;
  const std::atomic<bool>& cancelled_;
  BurnProgress progress_;
  BurnPlan plan_;
  std::vector<WrittenPiece> written_;
  bool anything_written_ = false;
};

}  // namespace discbench::imapi
