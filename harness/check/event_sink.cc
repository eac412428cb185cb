#include "check/event_sink.h"

#include "check/reach.h"

namespace discbench::check {
namespace {

// Windows SDK, imapi2.idl: DISPID_DDISCFORMAT2DATAEVENTS_UPDATE.
constexpr com::DispatchMember members[] = {
    com::method<&DDiscFormat2DataEvents::Update>(OLESTR("Update"), 0x200),
};

/// A caller that sends without end is stopped from filling the memory.
constexpr std::size_t kept = 4096;

}  // namespace

EventSink::EventSink() : DispatchObject(members) {}

HRESULT EventSink::Update(IDispatch* object, IDispatch* progress) {
  if (told_.size() >= kept) return S_OK;
  Progress one;
  one.has_writer = object != nullptr;
  one.writer = identity_of(object);
  if (const auto arguments = query<IDiscFormat2DataEventArgs>(progress)) {
    IDiscFormat2DataEventArgs* from = arguments.get();
    one.has_arguments = true;
    one.action = read(from, &IDiscFormat2DataEventArgs::get_CurrentAction);
    one.elapsed_seconds = read(from, &IDiscFormat2DataEventArgs::get_ElapsedTime);
    one.remaining_seconds = read(from, &IDiscFormat2DataEventArgs::get_RemainingTime);
    one.total_seconds = read(from, &IDiscFormat2DataEventArgs::get_TotalTime);
    one.start_lba = read(from, &IWriteEngine2EventArgs::get_StartLba);
    one.sector_count = read(from, &IWriteEngine2EventArgs::get_SectorCount);
    one.last_written_lba = read(from, &IWriteEngine2EventArgs::get_LastWrittenLba);
  }
  told_.push_back(one);
  return S_OK;
}

std::uint32_t references_of(IUnknown* object) {
  object->AddRef();
  return object->Release();
}

}  // namespace discbench::check
