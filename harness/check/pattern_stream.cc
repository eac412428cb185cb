#include "check/pattern_stream.h"

#include <algorithm>
#include <utility>

namespace discbench::check {
namespace {

constexpr std::uint64_t sector_size_bytes = 2048;

}  // namespace

PatternStream::PatternStream(std::uint32_t sectors, std::function<void()> on_first_read)
    : size_(sectors * sector_size_bytes), on_first_read_(std::move(on_first_read)) {}

PatternStream* PatternStream::of_bytes(std::uint64_t size) {
  auto* stream = new PatternStream(0, nullptr);
  stream->size_ = size;
  return stream;
}

std::uint8_t PatternStream::byte_at(std::uint64_t position) {
  return static_cast<std::uint8_t>((position / sector_size_bytes) * 31 + position);
}

HRESULT PatternStream::Read(void* bytes, ULONG size, ULONG* read) {
  if (bytes == nullptr) return STG_E_INVALIDPOINTER;
  if (const auto called = std::exchange(on_first_read_, nullptr)) called();
  const auto count = static_cast<ULONG>(std::min<std::uint64_t>(size, size_ - position_));
  auto* out = static_cast<std::uint8_t*>(bytes);
  for (ULONG i = 0; i < count; ++i) out[i] = byte_at(position_ + i);
  position_ += count;
  if (read != nullptr) *read = count;
  return count == size ? S_OK : S_FALSE;
}

HRESULT PatternStream::Seek(LARGE_INTEGER move, DWORD origin, ULARGE_INTEGER* position) {
  if (origin > STREAM_SEEK_END) return STG_E_INVALIDFUNCTION;
  const std::uint64_t base = origin == STREAM_SEEK_SET ? 0 : origin == STREAM_SEEK_CUR ? position_ : size_;
  const std::int64_t target = static_cast<std::int64_t>(base) + move.QuadPart;
  if (target < 0) return STG_E_INVALIDFUNCTION;
  position_ = std::min(static_cast<std::uint64_t>(target), size_);
  if (position != nullptr) position->QuadPart = position_;
  return S_OK;
}

HRESULT PatternStream::Stat(STATSTG* status, DWORD) {
  if (status == nullptr) return STG_E_INVALIDPOINTER;
  *status = STATSTG{};
  status->type = STGTY_STREAM;
  status->cbSize.QuadPart = size_;
  return S_OK;
}

HRESULT PatternStream::Write(const void*, ULONG, ULONG*) { return E_NOTIMPL; }
HRESULT PatternStream::SetSize(ULARGE_INTEGER) { return E_NOTIMPL; }
HRESULT PatternStream::CopyTo(IStream*, ULARGE_INTEGER, ULARGE_INTEGER*, ULARGE_INTEGER*) { return E_NOTIMPL; }
HRESULT PatternStream::Commit(DWORD) { return E_NOTIMPL; }
HRESULT PatternStream::Revert() { return E_NOTIMPL; }
HRESULT PatternStream::LockRegion(ULARGE_INTEGER, ULARGE_INTEGER, DWORD) { return E_NOTIMPL; }
HRESULT PatternStream::UnlockRegion(ULARGE_INTEGER, ULARGE_INTEGER, DWORD) { return E_NOTIMPL; }
HRESULT PatternStream::Clone(IStream** clone) {
  if (clone != nullptr) *clone = nullptr;
  return E_NOTIMPL;
}

}  // namespace discbench::check
