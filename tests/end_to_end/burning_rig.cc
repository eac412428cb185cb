#include "end_to_end/burning_rig.h"

#include <dlfcn.h>

#include <algorithm>
#include <stdexcept>

#include "com/answer.h"
#include "com/text.h"
#include "imapi_writer/memory_stream.h"
#include "mmc/commands/read.h"

namespace discbench::end_to_end {
namespace {

using GetClassObject = HRESULT(STDAPICALLTYPE*)(REFCLSID, REFIID, void**);

/// The library's door. It stays loaded: code of its objects runs until the program ends.
GetClassObject door() {
  static const auto found = [] {
    void* library = dlopen(DISCBENCH_BINARY_DIR "/lib/libdiscbench-imapi.so", RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) throw std::runtime_error(dlerror());
    return reinterpret_cast<GetClassObject>(dlsym(library, "DllGetClassObject"));
  }();
  return found;
}

com::Pointer<IDiscFormat2Data> create_writer() {
  com::Pointer<IClassFactory> factory;
  com::demand(door()(CLSID_MsftDiscFormat2Data, IID_PPV_ARGS(factory.put())));
  com::Pointer<IDiscFormat2Data> writer;
  com::demand(factory->CreateInstance(nullptr, IID_PPV_ARGS(writer.put())));
  return writer;
}

}  // namespace

profile::Scenario scenario(const std::string& id) {
  return profile::load_scenario(profile::Catalogue({std::filesystem::path(DISCBENCH_SOURCE_DIR "/profiles")}), id);
}

BurningRig::BurningRig(const profile::Scenario& scenario)
    : bench_(scenario),
      recorder_(com::Pointer<IDiscRecorder2>::adopt(bench_.create_recorder())),
      writer_(create_writer()) {
  com::demand(writer_->put_Recorder(recorder_.get()));
  com::demand(writer_->put_ClientName(com::String(u"end to end").get()));
}

com::Pointer<IMultisessionSequential2> BurningRig::sequential() {
  SAFEARRAY* array = nullptr;
  com::demand(writer_->get_MultisessionInterfaces(&array));
  VARIANT first{};
  LONG index = 0;
  com::demand(SafeArrayGetElement(array, &index, &first));
  auto element = com::query<IMultisessionSequential2>(first.pdispVal);
  VariantClear(&first);
  SafeArrayDestroy(array);
  return element;
}

HRESULT BurningRig::burn(std::vector<std::uint8_t> sectors) {
  com::demand(writer_->put_DisableConsumerDvdCompatibilityMode(VARIANT_TRUE));
  return writer_->Write(imapi::stream_of(std::move(sectors)).get());
}

std::vector<std::uint8_t> BurningRig::read(LONG first_sector, std::uint32_t count) {
  constexpr std::uint32_t at_once = 32;
  const auto commands = recorder_.query<IDiscRecorder2Ex>();
  std::vector<std::uint8_t> data(std::size_t{count} * disc::sector_size);
  for (std::uint32_t done = 0; done < count; done += at_once) {
    const std::uint32_t now = std::min(at_once, count - done);
    auto cdb = bytes::encode(mmc::Read10{.logical_block_address = static_cast<std::uint32_t>(first_sector) + done,
                                         .transfer_length_sectors = static_cast<std::uint16_t>(now)});
    mmc::FixedSense sense{};
    ULONG fetched = 0;
    const HRESULT result = commands->SendCommandGetDataFromDevice(
        cdb.data(), static_cast<ULONG>(cdb.size()), sense.data(), 10,
        data.data() + std::size_t{done} * disc::sector_size, now * disc::sector_size, &fetched);
    if (result != S_OK || fetched != now * disc::sector_size) return {};
  }
  return data;
}

}  // namespace discbench::end_to_end
