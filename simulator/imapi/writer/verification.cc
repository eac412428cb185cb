#include "imapi/writer/verification.h"

namespace discbench::imapi {

std::uint64_t checksum(std::span<const std::uint8_t> data) {
  // Offset basis and prime: the Internet draft "The FNV Non-Cryptographic Hash Algorithm", 64-bit.
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const std::uint8_t byte : data) hash = (hash ^ byte) * 0x100000001b3;
  return hash;
}

std::vector<WrittenPiece> pieces_to_verify(const std::vector<WrittenPiece>& written,
                                           IMAPI_BURN_VERIFICATION_LEVEL level) {
  if (level == IMAPI_BURN_VERIFICATION_FULL) return written;
  std::vector<WrittenPiece> sample;
  if (level == IMAPI_BURN_VERIFICATION_NONE) return sample;
  constexpr std::size_t one_in = 64;
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (i % one_in == 0 || i + 1 == written.size()) sample.push_back(written[i]);
  }
  return sample;
}

void verify_piece(MmcDevice& device, const WrittenPiece& piece, std::span<std::uint8_t> buffer) {
  const auto data = buffer.first(std::size_t{piece.sectors} * sector_size_bytes);
  try {
    device.read(piece.first_sector, data);
  } catch (const DeviceFailure& failure) {
    // A recorder that is not ready, or has another medium now, says nothing of the one that was written.
    if (failure.is_not_ready() || failure.is_unit_attention()) throw;
    throw com::Failure{E_IMAPI_BURN_VERIFICATION_FAILED};
  }
  if (checksum(data) != piece.checksum) throw com::Failure{E_IMAPI_BURN_VERIFICATION_FAILED};
}

}  // namespace discbench::imapi
