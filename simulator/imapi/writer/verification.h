// Reading a burn back: IBurnVerification.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "imapi/writer/burn_progress.h"
#include "imapi/writer/mmc_device.h"

namespace discbench::imapi {

/// What one WRITE brought, remembered by a checksum: the stream is the client's and cannot be asked again.
struct WrittenPiece {
  std::uint32_t first_sector = 0;
  std::uint32_t sectors = 0;
  std::uint64_t checksum = 0;
};

/// FNV-1a of 64 bits: two pieces that differ in one byte never have the same.
std::uint64_t checksum(std::span<const std::uint8_t> data);

/// The pieces that a level looks at. IMAPI_BURN_VERIFICATION_FULL: all. IMAPI_BURN_VERIFICATION_QUICK: the first, the
/// last, and each 64th between them, i.e. 64 KiB of every 4 MiB.
std::vector<WrittenPiece> pieces_to_verify(const std::vector<WrittenPiece>& written,
                                           IMAPI_BURN_VERIFICATION_LEVEL level);

/// Throws E_IMAPI_BURN_VERIFICATION_FAILED where a piece differs or cannot be read, else the device's failure.
void verify_piece(MmcDevice& device, const WrittenPiece& piece, std::span<std::uint8_t> buffer);

}  // namespace discbench::imapi
