// An eraser on a scripted recorder, which takes its time once it was told to erase.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bytes/hex.h"
#include "com/pointer.h"
#include "com/text.h"
#include "imapi/erase/disc_format_erase.h"
#include "imapi_writer/scripted_recorder.h"

namespace discbench::imapi {

/// What a recorder says when it is asked how far it is.
struct Moment {
  mmc::Sense sense{};
  std::optional<std::uint16_t> progress{};
};

class SlowRecorder : public ScriptedRecorder {
 public:
  /// The answers to TEST UNIT READY from the erase on, one after the other; GOOD when there are no more.
  std::deque<Moment> moments;
  /// The last moment is the answer for ever.
  bool hangs = false;
  /// The same for REQUEST SENSE; no progress when there are no more.
  std::deque<Moment> background;
  /// The parameter list of FORMAT UNIT.
  std::string format_list;

  HRESULT STDMETHODCALLTYPE SendCommandNoData(BYTE* cdb, ULONG size, BYTE sense[18], ULONG timeout) override {
    if (cdb[0] == 0x00 && erasing_) {
      if (moments.empty()) return S_OK;
      put(next(moments), sense);
      return S_IMAPI_COMMAND_HAS_SENSE_DATA;
    }
    erasing_ = erasing_ || cdb[0] == 0xa1;
    return ScriptedRecorder::SendCommandNoData(cdb, size, sense, timeout);
  }
  HRESULT STDMETHODCALLTYPE SendCommandSendDataToDevice(BYTE* cdb, ULONG size, BYTE sense[18], ULONG timeout,
                                                        BYTE* data, ULONG data_size) override {
    if (cdb[0] == 0x04) {
      erasing_ = true;
      format_list = bytes::to_hex({data, data_size});
    }
    return ScriptedRecorder::SendCommandSendDataToDevice(cdb, size, sense, timeout, data, data_size);
  }
  HRESULT STDMETHODCALLTYPE SendCommandGetDataFromDevice(BYTE* cdb, ULONG size, BYTE sense[18], ULONG timeout,
                                                         BYTE* data, ULONG data_size, ULONG* fetched) override {
    if (cdb[0] != 0x03) {
      return ScriptedRecorder::SendCommandGetDataFromDevice(cdb, size, sense, timeout, data, data_size, fetched);
    }
    mmc::FixedSense bytes = mmc::encode_fixed({});
    if (!background.empty()) put(next(background), bytes.data());
    *fetched = std::min(data_size, static_cast<ULONG>(bytes.size()));
    std::copy_n(bytes.begin(), *fetched, data);
    return S_OK;
  }

 protected:
  ~SlowRecorder() override = default;

 private:
  Moment next(std::deque<Moment>& from) const {
    const Moment moment = from.front();
    if (!hangs || from.size() > 1) from.pop_front();
    return moment;
  }
  static void put(const Moment& moment, BYTE* sense) {
    const auto bytes = mmc::encode_fixed(moment.sense, std::nullopt, moment.progress);
    std::copy(bytes.begin(), bytes.end(), sense);
  }

  bool erasing_ = false;
};

inline constexpr mmc::Sense operation_in_progress{0x2, 0x04, 0x07};

/// Writes down how far it is told that the erase has come.
class ProgressSink final : public com::Object<com::Serves<IDispatch>> {
 public:
  HRESULT STDMETHODCALLTYPE GetTypeInfoCount(UINT*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE GetTypeInfo(UINT, LCID, ITypeInfo**) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE GetIDsOfNames(REFIID, LPOLESTR*, UINT, LCID, DISPID*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE Invoke(DISPID id, REFIID, LCID, WORD, DISPPARAMS* parameters, VARIANT*, EXCEPINFO*,
                                   UINT*) override {
    EXPECT_EQ(id, DISPID_DDISCFORMAT2ERASEEVENTS_UPDATE);
    EXPECT_EQ(parameters->cArgs, 3u);
    source = parameters->rgvarg[2].pdispVal;
    EXPECT_EQ(parameters->rgvarg[0].vt, VT_I4);
    EXPECT_EQ(parameters->rgvarg[1].vt, VT_I4);
    updates.emplace_back(parameters->rgvarg[1].lVal, parameters->rgvarg[0].lVal);
    if (reaction) reaction();
    return S_OK;
  }

  std::vector<std::pair<LONG, LONG>> updates;  ///< elapsed, estimated total
  IDispatch* source = nullptr;
  std::function<void()> reaction;

 private:
  ~ProgressSink() override = default;
};

class EraseTest : public testing::Test {
 protected:
  EraseTest() {
    recorder().set_profiles({0x1b, 0x1a, 0x0a, 0x09, 0x08});
    EXPECT_EQ(create_disc_format_erase(IID_PPV_ARGS(eraser_.put())), S_OK);
    EXPECT_EQ(eraser_->put_Recorder(recorder_.get()), S_OK);
    EXPECT_EQ(eraser_->put_ClientName(com::String(u"test").get()), S_OK);
    Pointer<IConnectionPoint> events;
    EXPECT_EQ(
        eraser_.query<IConnectionPointContainer>()->FindConnectionPoint(IID_DDiscFormat2EraseEvents, events.put()),
        S_OK);
    DWORD cookie = 0;
    EXPECT_EQ(events->Advise(sink_.get(), &cookie), S_OK);
  }

  template <class Interface>
  using Pointer = com::Pointer<Interface>;
  using Strict = testing::StrictMock<SlowRecorder>;

  Strict& recorder() { return *recorder_.get(); }

  /// A medium of this profile in the recorder. `disc_byte`: byte 2 of READ DISC INFORMATION.
  void insert(const std::string& profile, const std::string& disc_byte) {
    recorder().accept("00");
    recorder().reply("46", "00000004 0000 " + profile);
    recorder().reply("51", "0020 " + disc_byte + " 01010101" + std::string(54, '0'));
    recorder().accept("1b");
  }
  // Erasable 10h, last session complete 0Ch, disc complete 02h.
  void insert_full_cd_rw() {
    insert("000a", "1e");
    // 360,000 blocks, formatted; 1764 kB/s selected, at byte 28 of the page behind a header of eight.
    recorder().reply("23", "00000008 00057e40 02 000800");
    recorder().reply("5a",
                     "0026 000000000000 2a1e" + std::string(32, '0') + "2222" + std::string(16, '0') + "06e4 0000");
    recorder().accept("a1");
  }
  void insert_dvd_plus_rw() {
    insert("001a", "1e");
    recorder().reply("23", "00000008 00230540 02 000800");
    recorder().reply("5a", "0026 000000000000 2a1e" + std::string(52, '0') + "0cfc 0000");
    recorder().accept("04");
  }

  HRESULT erase() {
    recorder().forget();
    return eraser_->EraseMedia();
  }
  HRESULT erase_all() {
    EXPECT_EQ(eraser_->put_FullErase(VARIANT_TRUE), S_OK);
    return erase();
  }
  using Updates = std::vector<std::pair<LONG, LONG>>;

  Pointer<Strict> recorder_ = Pointer<Strict>::adopt(new Strict);
  Pointer<ProgressSink> sink_ = Pointer<ProgressSink>::adopt(new ProgressSink);
  Pointer<IDiscFormat2Erase> eraser_;
};

}  // namespace discbench::imapi
