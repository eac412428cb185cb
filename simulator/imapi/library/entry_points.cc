// What libdiscbench-imapi.so exports: the two functions that COM asks a library for.
#include "com/class_factory.h"
#include "com/object.h"
#include "imapi/erase/disc_format_erase.h"
#include "imapi/library/scenario_devices.h"
#include "imapi/master/disc_master.h"
#include "imapi/recorder/recorder.h"
#include "imapi/writer/disc_format_data.h"

namespace {

using namespace discbench;  // NOLINT: the entry points themselves belong to no namespace

HRESULT create_disc_recorder(REFIID iid, void** out) {
  return imapi::create_unbound_recorder(imapi::find_scenario_device, iid, out);
}

HRESULT create_disc_master(REFIID iid, void** out) {
  return com::perform([&] { return imapi::create_disc_master(imapi::scenario_device_list(), iid, out); });
}

constexpr com::OfferedClass classes[] = {
    {CLSID_MsftDiscFormat2Data, imapi::create_disc_format_data},
    {CLSID_MsftDiscFormat2Erase, imapi::create_disc_format_erase},
    {CLSID_MsftDiscMaster2, create_disc_master},
    {CLSID_MsftDiscRecorder2, create_disc_recorder},
};

}  // namespace

extern "C" HRESULT STDAPICALLTYPE DllGetClassObject(REFCLSID clsid, REFIID iid, void** object) {
  return com::get_class_object(classes, clsid, iid, object);
}

extern "C" HRESULT STDAPICALLTYPE DllCanUnloadNow() { return com::live_objects() == 0 ? S_OK : S_FALSE; }
