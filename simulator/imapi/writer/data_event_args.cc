#include "imapi/writer/data_event_args.h"

#include "com/answer.h"
#include "com/dispatch_table.h"

namespace discbench::imapi {
namespace {

using com::property;

constexpr com::DispatchMember members[] = {
    property<&IWriteEngine2EventArgs::get_StartLba>(OLESTR("StartLba"), DISPID_IWRITEENGINE2EVENTARGS_STARTLBA),
    property<&IWriteEngine2EventArgs::get_SectorCount>(OLESTR("SectorCount"),
                                                       DISPID_IWRITEENGINE2EVENTARGS_SECTORCOUNT),
    property<&IWriteEngine2EventArgs::get_LastReadLba>(OLESTR("LastReadLba"),
                                                       DISPID_IWRITEENGINE2EVENTARGS_LASTREADLBA),
    property<&IWriteEngine2EventArgs::get_LastWrittenLba>(OLESTR("LastWrittenLba"),
                                                          DISPID_IWRITEENGINE2EVENTARGS_LASTWRITTENLBA),
    property<&IWriteEngine2EventArgs::get_TotalSystemBuffer>(OLESTR("TotalSystemBuffer"),
                                                             DISPID_IWRITEENGINE2EVENTARGS_TOTALSYSTEMBUFFER),
    property<&IWriteEngine2EventArgs::get_UsedSystemBuffer>(OLESTR("UsedSystemBuffer"),
                                                            DISPID_IWRITEENGINE2EVENTARGS_USEDSYSTEMBUFFER),
    property<&IWriteEngine2EventArgs::get_FreeSystemBuffer>(OLESTR("FreeSystemBuffer"),
                                                            DISPID_IWRITEENGINE2EVENTARGS_FREESYSTEMBUFFER),
    property<&IDiscFormat2DataEventArgs::get_ElapsedTime>(OLESTR("ElapsedTime"),
                                                          DISPID_IDISCFORMAT2DATAEVENTARGS_ELAPSEDTIME),
    property<&IDiscFormat2DataEventArgs::get_RemainingTime>(OLESTR("RemainingTime"),
                                                            DISPID_IDISCFORMAT2DATAEVENTARGS_REMAININGTIME),
    property<&IDiscFormat2DataEventArgs::get_TotalTime>(OLESTR("TotalTime"),
                                                        DISPID_IDISCFORMAT2DATAEVENTARGS_TOTALTIME),
    property<&IDiscFormat2DataEventArgs::get_CurrentAction>(OLESTR("CurrentAction"),
                                                            DISPID_IDISCFORMAT2DATAEVENTARGS_CURRENTACTION),
};

using Served = com::Serves<IDiscFormat2DataEventArgs, IWriteEngine2EventArgs, IDispatch>;

class DataEventArgs final : public com::DispatchObject<Served> {
 public:
  explicit DataEventArgs(const Progress& progress) : DispatchObject(members), progress_(progress) {}

  HRESULT STDMETHODCALLTYPE get_StartLba(LONG* value) override { return tell(value, progress_.start_lba); }
  HRESULT STDMETHODCALLTYPE get_SectorCount(LONG* value) override { return tell(value, progress_.sector_count); }
  HRESULT STDMETHODCALLTYPE get_LastReadLba(LONG* value) override { return tell(value, progress_.last_read_lba); }
  HRESULT STDMETHODCALLTYPE get_LastWrittenLba(LONG* value) override { return tell(value, progress_.last_written_lba); }
  HRESULT STDMETHODCALLTYPE get_TotalSystemBuffer(LONG* value) override {
    return tell(value, progress_.total_system_buffer);
  }
  HRESULT STDMETHODCALLTYPE get_UsedSystemBuffer(LONG* value) override {
    return tell(value, progress_.used_system_buffer);
  }
  HRESULT STDMETHODCALLTYPE get_FreeSystemBuffer(LONG* value) override {
    return tell(value, progress_.total_system_buffer - progress_.used_system_buffer);
  }
  HRESULT STDMETHODCALLTYPE get_ElapsedTime(LONG* value) override { return tell(value, progress_.elapsed_time); }
  HRESULT STDMETHODCALLTYPE get_RemainingTime(LONG* value) override {
    return tell(value, progress_.total_time - progress_.elapsed_time);
  }
  HRESULT STDMETHODCALLTYPE get_TotalTime(LONG* value) override { return tell(value, progress_.total_time); }
  HRESULT STDMETHODCALLTYPE get_CurrentAction(IMAPI_FORMAT2_DATA_WRITE_ACTION* value) override {
    return tell(value, progress_.action);
  }

 private:
  ~DataEventArgs() override = default;

  template <typename Value>
  static HRESULT tell(Value* out, Value value) {
    return com::answer(out, [=] { return value; });
  }

  const Progress progress_;
};

}  // namespace

com::Pointer<IDiscFormat2DataEventArgs> make_data_event_args(const Progress& progress) {
  return com::Pointer<IDiscFormat2DataEventArgs>::adopt(new DataEventArgs(progress));
}

}  // namespace discbench::imapi
