// A stream to burn: sectors whose bytes follow from their place, so that nothing needs to be kept.
#pragma once

#include <cstdint>
#include <functional>

#include "com/object.h"

namespace discbench::check {

/// Reads, seeks and knows its size, as IDiscFormat2Data::Write asks of it; everything else answers E_NOTIMPL.
/// Begins with one reference, which is the creator's.
class PatternStream final : public com::Object<com::Serves<IStream, ISequentialStream>> {
 public:
  /// `on_first_read` may be null.
  PatternStream(std::uint32_t sectors, std::function<void()> on_first_read);
  /// The same of any size, of whole sectors or not.
  static PatternStream* of_bytes(std::uint64_t size);

  /// What is read at a place, from 0.
  static std::uint8_t byte_at(std::uint64_t position);

  HRESULT STDMETHODCALLTYPE Read(void* bytes, ULONG size, ULONG* read) override;
  HRESULT STDMETHODCALLTYPE Write(const void* bytes, ULONG size, ULONG* written) override;
  HRESULT STDMETHODCALLTYPE Seek(LARGE_INTEGER move, DWORD origin, ULARGE_INTEGER* position) override;
  HRESULT STDMETHODCALLTYPE SetSize(ULARGE_INTEGER size) override;
  HRESULT STDMETHODCALLTYPE CopyTo(IStream* stream, ULARGE_INTEGER size, ULARGE_INTEGER* read,
                                   ULARGE_INTEGER* written) override;
  HRESULT STDMETHODCALLTYPE Commit(DWORD flags) override;
  HRESULT STDMETHODCALLTYPE Revert() override;
  HRESULT STDMETHODCALLTYPE LockRegion(ULARGE_INTEGER offset, ULARGE_INTEGER size, DWORD type) override;
  HRESULT STDMETHODCALLTYPE UnlockRegion(ULARGE_INTEGER offset, ULARGE_INTEGER size, DWORD type) override;
  HRESULT STDMETHODCALLTYPE Stat(STATSTG* status, DWORD flags) override;
  HRESULT STDMETHODCALLTYPE Clone(IStream** clone) override;

 private:
  ~PatternStream() override = default;

  std::uint64_t size_;
  std::uint64_t position_ = 0;
  std::function<void()> on_first_read_;
};

}  // namespace discbench::check
