#include "imapi/writer/block_ranges.h"

#include <memory>
#include <span>

#include "com/answer.h"
#include "com/pointer.h"

namespace discbench::imapi {
namespace {

[[noreturn]] void not_supported() { throw com::Failure{E_IMAPI_DF2DATA_STREAM_NOT_SUPPORTED}; }

struct DestroyArray {
  void operator()(SAFEARRAY* array) const { SafeArrayDestroy(array); }
};

std::uint32_t sector(IBlockRange& range, HRESULT (STDMETHODCALLTYPE IBlockRange::*getter)(LONG*)) {
  LONG value = -1;
  com::demand((range.*getter)(&value));
  if (value < 0) not_supported();
  return static_cast<std::uint32_t>(value);
}

BlockRange range_in(const VARIANT& element) {
  if (element.vt != VT_DISPATCH) not_supported();
  const auto range = com::query<IBlockRange>(element.pdispVal);
  if (!range) not_supported();
  const BlockRange found{.first = sector(*range.get(), &IBlockRange::get_StartLba),
                         .last = sector(*range.get(), &IBlockRange::get_EndLba)};
  if (found.first > found.last) not_supported();
  return found;
}

}  // namespace

std::optional<std::vector<BlockRange>> block_ranges_of(IUnknown* stream) {
  const auto list = com::query<IBlockRangeList>(stream);
  if (!list) return std::nullopt;
  SAFEARRAY* given = nullptr;
  com::demand(list->get_BlockRanges(&given));
  const std::unique_ptr<SAFEARRAY, DestroyArray> array(given);
  VARTYPE type = VT_EMPTY;
  if (!array || FAILED(SafeArrayGetVartype(given, &type)) || type != VT_VARIANT || SafeArrayGetDim(given) != 1) {
    not_supported();
  }
  const std::span elements(static_cast<const VARIANT*>(array->pvData), array->rgsabound[0].cElements);
  std::vector<BlockRange> ranges;
  for (const VARIANT& element : elements) ranges.push_back(range_in(element));
  return ranges;
}

}  // namespace discbench::imapi
