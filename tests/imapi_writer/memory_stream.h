// An IStream over sectors in memory, with the misbehaviour that a test asks for.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "com/object.h"
#include "com/pointer.h"

namespace discbench::imapi {

/// `Others` are what the stream object answers beside IStream, as com::Serves.
template <class... Others>
class BasicMemoryStream : public com::Object<com::Serves<IStream, ISequentialStream>, Others...> {
 public:
  explicit BasicMemoryStream(std::vector<std::uint8_t> data) : data_(std::move(data)) {}

  /// Called in each Read before anything is given, with the number of bytes given so far. A failure code ends the Read.
  void watch(std::function<HRESULT(std::size_t given)> watcher) { watcher_ = std::move(watcher); }
  /// Stat tells this size, whatever there is.
  void claim_size(std::uint64_t size_bytes) { claimed_ = size_bytes; }
  /// No Read gives more than this.
  void give_at_most(ULONG size_bytes) { at_most_ = size_bytes; }
  /// Read claims to have given this many bytes more than it gave.
  void exaggerate(ULONG size_bytes) { exaggeration_ = size_bytes; }
  void fail_stat(HRESULT result) { stat_result_ = result; }
  void fail_seek(HRESULT result) { seek_result_ = result; }

  HRESULT STDMETHODCALLTYPE Read(void* buffer, ULONG size, ULONG* given) override {
    *given = 0;
    if (watcher_) {
      const HRESULT result = watcher_(position_);
      if (FAILED(result)) return result;
    }
    const std::size_t left = data_.size() - std::min(data_.size(), position_);
    const std::size_t count = std::min<std::size_t>({size, at_most_, left});
    std::memcpy(buffer, data_.data() + position_, count);
    position_ += count;
    *given = static_cast<ULONG>(count) + exaggeration_;
    return count == size ? S_OK : S_FALSE;
  }
  HRESULT STDMETHODCALLTYPE Seek(LARGE_INTEGER move, DWORD origin, ULARGE_INTEGER* position) override {
    if (FAILED(seek_result_)) return seek_result_;
    if (origin != STREAM_SEEK_SET || move.QuadPart < 0) return STG_E_INVALIDFUNCTION;
    position_ = static_cast<std::size_t>(move.QuadPart);
    if (position != nullptr) position->QuadPart = position_;
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE Stat(STATSTG* status, DWORD) override {
    if (FAILED(stat_result_)) return stat_result_;
    *status = STATSTG{};
    status->type = STGTY_STREAM;
    status->cbSize.QuadPart = claimed_.value_or(data_.size());
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE Write(const void*, ULONG, ULONG*) override { return STG_E_ACCESSDENIED; }
  HRESULT STDMETHODCALLTYPE SetSize(ULARGE_INTEGER) override { return STG_E_ACCESSDENIED; }
  HRESULT STDMETHODCALLTYPE CopyTo(IStream*, ULARGE_INTEGER, ULARGE_INTEGER*, ULARGE_INTEGER*) override {
    return E_NOTIMPL;
  }
  HRESULT STDMETHODCALLTYPE Commit(DWORD) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE Revert() override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE LockRegion(ULARGE_INTEGER, ULARGE_INTEGER, DWORD) override { return STG_E_INVALIDFUNCTION; }
  HRESULT STDMETHODCALLTYPE UnlockRegion(ULARGE_INTEGER, ULARGE_INTEGER, DWORD) override {
    return STG_E_INVALIDFUNCTION;
  }
  HRESULT STDMETHODCALLTYPE Clone(IStream**) override { return E_NOTIMPL; }

 protected:
  ~BasicMemoryStream() override = default;

 private:
  std::vector<std::uint8_t> data_;
  std::size_t position_ = 0;
  std::function<HRESULT(std::size_t)> watcher_;
  std::optional<std::uint64_t> claimed_;
  ULONG at_most_ = 0xffffffff;
  ULONG exaggeration_ = 0;
  HRESULT stat_result_ = S_OK;
  HRESULT seek_result_ = S_OK;
};

using MemoryStream = BasicMemoryStream<>;

inline com::Pointer<MemoryStream> stream_of(std::vector<std::uint8_t> data) {
  return com::Pointer<MemoryStream>::adopt(new MemoryStream(std::move(data)));
}

/// Sectors that all differ: byte i of sector n is n * 7 + i, cut to eight bits.
inline std::vector<std::uint8_t> numbered_sectors(std::size_t count) {
  std::vector<std::uint8_t> data(count * 2048);
  for (std::size_t i = 0; i < data.size(); ++i) data[i] = static_cast<std::uint8_t>(i / 2048 * 7 + i);
  return data;
}

}  // namespace discbench::imapi
