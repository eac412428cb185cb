#include "check/ranged_stream.h"

#include "check/pattern_stream.h"
#include "com/array.h"

namespace discbench::check {
namespace {

// Windows SDK, imapi2.idl: IBlockRange and IBlockRangeList.
constexpr com::DispatchMember range_members[] = {
    com::property<&IBlockRange::get_StartLba>(OLESTR("StartLba"), 0x100),
    com::property<&IBlockRange::get_EndLba>(OLESTR("EndLba"), 0x101),
};
constexpr com::DispatchMember list_members[] = {
    com::property<&IBlockRangeList::get_BlockRanges>(OLESTR("BlockRanges"), 0x100),
};

class Range final : public com::DispatchObject<com::Serves<IBlockRange, IDispatch>> {
 public:
  explicit Range(const SectorRange& range) : DispatchObject(range_members), range_(range) {}

  HRESULT STDMETHODCALLTYPE get_StartLba(LONG* value) override { return give(value, range_.first); }
  HRESULT STDMETHODCALLTYPE get_EndLba(LONG* value) override { return give(value, range_.last); }

 private:
  ~Range() override = default;
  static HRESULT give(LONG* value, LONG number) {
    if (value == nullptr) return E_POINTER;
    *value = number;
    return S_OK;
  }

  SectorRange range_;
};

/// The bytes are those of a stream behind it.
class RangedStream final
    : public com::DispatchObject<com::Serves<IBlockRangeList, IDispatch>, com::Serves<IStream, ISequentialStream>> {
 public:
  RangedStream(std::uint32_t sectors, const SectorRange& range)
      : DispatchObject(list_members),
        bytes_(com::Pointer<IStream>::adopt(new PatternStream(sectors, nullptr))),
        range_(range) {}

  HRESULT STDMETHODCALLTYPE get_BlockRanges(SAFEARRAY** value) override {
    if (value == nullptr) return E_POINTER;
    const auto range = com::Pointer<Range>::adopt(new Range(range_));
    com::ArrayBuilder list;
    list.add_dispatch(range.get());
    *value = list.build();
    return S_OK;
  }

  HRESULT STDMETHODCALLTYPE Read(void* bytes, ULONG size, ULONG* read) override {
    return bytes_->Read(bytes, size, read);
  }
  HRESULT STDMETHODCALLTYPE Seek(LARGE_INTEGER move, DWORD origin, ULARGE_INTEGER* position) override {
    return bytes_->Seek(move, origin, position);
  }
  HRESULT STDMETHODCALLTYPE Stat(STATSTG* status, DWORD flags) override { return bytes_->Stat(status, flags); }
  HRESULT STDMETHODCALLTYPE Write(const void*, ULONG, ULONG*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE SetSize(ULARGE_INTEGER) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE CopyTo(IStream*, ULARGE_INTEGER, ULARGE_INTEGER*, ULARGE_INTEGER*) override {
    return E_NOTIMPL;
  }
  HRESULT STDMETHODCALLTYPE Commit(DWORD) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE Revert() override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE LockRegion(ULARGE_INTEGER, ULARGE_INTEGER, DWORD) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE UnlockRegion(ULARGE_INTEGER, ULARGE_INTEGER, DWORD) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE Clone(IStream**) override { return E_NOTIMPL; }

 private:
  ~RangedStream() override = default;

  com::Pointer<IStream> bytes_;
  SectorRange range_;
};

}  // namespace

com::Pointer<IStream> make_ranged_stream(std::uint32_t sectors, const SectorRange& range) {
  return com::Pointer<IStream>::adopt(new RangedStream(sectors, range));
}

}  // namespace discbench::check
