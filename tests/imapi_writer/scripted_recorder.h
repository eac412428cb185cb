// A recorder that answers commands with bytes that a test wrote down, and keeps a list of what it was asked. Its
// commands may come from several threads at once; what a test tells it or asks of it may not.
#pragma once

#include <gmock/gmock.h>

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "com/dispatch_table.h"
#include "discbench/imapi2.h"
#include "mmc/sense.h"

namespace discbench::imapi {

struct ScriptedAnswer {
  HRESULT result = S_OK;
  std::vector<std::uint8_t> data{};
  bool from_medium = false;
  bool zeros = false;  ///< `data` goes on with zeros for as long as there is room
  mmc::Sense sense{};
};

class ScriptedRecorder
    : public com::DispatchObject<com::Serves<IDiscRecorder2, IDispatch>, com::Serves<IDiscRecorder2Ex>> {
 public:
  ScriptedRecorder() : DispatchObject(std::span<const com::DispatchMember>()) {}

  // The script. `command` is the beginning of a CDB in hex; the longest one that fits decides.
  void reply(const std::string& command, const std::string& data_in_hex);
  /// As many zeros as the host has room for.
  void reply_zeros(const std::string& command);
  /// READ (10) gives what the last WRITE (10) there brought, unless the script has an answer of more than the opcode.
  void read_back_what_was_written();
  /// READ (10) gives this byte of the medium with one bit turned.
  void spoil_byte(std::size_t place) { spoilt_byte_ = place; }
  void accept(const std::string& command) { reply(command, ""); }
  void refuse(const std::string& command, mmc::Sense sense);
  void fail(const std::string& command, HRESULT result);
  /// Refuses the command the next time that it comes, or the next after that, if called twice.
  void refuse_once(const std::string& command, mmc::Sense sense);
  /// Called when a command comes, before it is answered.
  void watch(std::function<void(const std::string& command)> watcher) { watcher_ = std::move(watcher); }
  void set_profiles(std::vector<std::uint16_t> profiles) { profiles_ = std::move(profiles); }
  void fail_profiles(HRESULT result) { profiles_result_ = result; }
  void refuse_exclusive_access(HRESULT result) { exclusive_result_ = result; }

  /// The CDBs in order, "acquire NAME" and "release".
  const std::vector<std::string>& heard() const { return heard_; }
  void forget() { heard_.clear(); }
  /// The same without the commands that only look: 00, 23, 25, 28, 46, 51, 52, 5A, AC, AD.
  std::vector<std::string> done() const;
  /// All data that WRITE (10) brought.
  const std::vector<std::uint8_t>& written() const { return written_; }
  /// The parameter list of the last MODE SELECT.
  const std::vector<std::uint8_t>& mode_parameters() const { return mode_parameters_; }
  /// That of the last FORMAT UNIT.
  const std::vector<std::uint8_t>& format_parameters() const { return format_parameters_; }
  /// That of the last SET STREAMING.
  const std::vector<std::uint8_t>& streaming() const { return streaming_; }

  HRESULT STDMETHODCALLTYPE AcquireExclusiveAccess(VARIANT_BOOL force, BSTR client) override;
  HRESULT STDMETHODCALLTYPE ReleaseExclusiveAccess() override;
  HRESULT STDMETHODCALLTYPE SendCommandNoData(BYTE* cdb, ULONG size, BYTE sense[18], ULONG timeout) override;
  HRESULT STDMETHODCALLTYPE SendCommandSendDataToDevice(BYTE* cdb, ULONG size, BYTE sense[18], ULONG timeout,
                                                        BYTE* data, ULONG data_size) override;
  HRESULT STDMETHODCALLTYPE SendCommandGetDataFromDevice(BYTE* cdb, ULONG size, BYTE sense[18], ULONG timeout,
                                                         BYTE* data, ULONG data_size, ULONG* fetched) override;
  HRESULT STDMETHODCALLTYPE GetSupportedProfiles(BOOLEAN current_only, IMAPI_PROFILE_TYPE** profiles,
                                                 ULONG* count) override;

  // What the writer has no business with: a call fails the test.
  MOCK_METHOD(HRESULT, EjectMedia, (), (override));
  MOCK_METHOD(HRESULT, CloseTray, (), (override));
  MOCK_METHOD(HRESULT, DisableMcn, (), (override));
  MOCK_METHOD(HRESULT, EnableMcn, (), (override));
  MOCK_METHOD(HRESULT, InitializeDiscRecorder, (BSTR), (override));
  MOCK_METHOD(HRESULT, get_ActiveDiscRecorder, (BSTR*), (override));
  MOCK_METHOD(HRESULT, get_VendorId, (BSTR*), (override));
  MOCK_METHOD(HRESULT, get_ProductId, (BSTR*), (override));
  MOCK_METHOD(HRESULT, get_ProductRevision, (BSTR*), (override));
  MOCK_METHOD(HRESULT, get_VolumeName, (BSTR*), (override));
  MOCK_METHOD(HRESULT, get_VolumePathNames, (SAFEARRAY**), (override));
  MOCK_METHOD(HRESULT, get_DeviceCanLoadMedia, (VARIANT_BOOL*), (override));
  MOCK_METHOD(HRESULT, get_LegacyDeviceNumber, (LONG*), (override));
  MOCK_METHOD(HRESULT, get_SupportedFeaturePages, (SAFEARRAY**), (override));
  MOCK_METHOD(HRESULT, get_CurrentFeaturePages, (SAFEARRAY**), (override));
  MOCK_METHOD(HRESULT, get_SupportedProfiles, (SAFEARRAY**), (override));
  MOCK_METHOD(HRESULT, get_CurrentProfiles, (SAFEARRAY**), (override));
  MOCK_METHOD(HRESULT, get_SupportedModePages, (SAFEARRAY**), (override));
  MOCK_METHOD(HRESULT, get_ExclusiveAccessOwner, (BSTR*), (override));
  MOCK_METHOD(HRESULT, ReadDvdStructure, (ULONG, ULONG, ULONG, ULONG, BYTE**, ULONG*), (override));
  MOCK_METHOD(HRESULT, SendDvdStructure, (ULONG, BYTE*, ULONG), (override));
  MOCK_METHOD(HRESULT, GetAdapterDescriptor, (BYTE**, ULONG*), (override));
  MOCK_METHOD(HRESULT, GetDeviceDescriptor, (BYTE**, ULONG*), (override));
  MOCK_METHOD(HRESULT, GetDiscInformation, (BYTE**, ULONG*), (override));
  MOCK_METHOD(HRESULT, GetTrackInformation, (ULONG, IMAPI_READ_TRACK_ADDRESS_TYPE, BYTE**, ULONG*), (override));
  MOCK_METHOD(HRESULT, GetFeaturePage, (IMAPI_FEATURE_PAGE_TYPE, BOOLEAN, BYTE**, ULONG*), (override));
  MOCK_METHOD(HRESULT, GetModePage, (IMAPI_MODE_PAGE_TYPE, IMAPI_MODE_PAGE_REQUEST_TYPE, BYTE**, ULONG*), (override));
  MOCK_METHOD(HRESULT, SetModePage, (IMAPI_MODE_PAGE_REQUEST_TYPE, BYTE*, ULONG), (override));
  MOCK_METHOD(HRESULT, GetSupportedFeaturePages, (BOOLEAN, IMAPI_FEATURE_PAGE_TYPE**, ULONG*), (override));
  MOCK_METHOD(HRESULT, GetSupportedModePages, (IMAPI_MODE_PAGE_REQUEST_TYPE, IMAPI_MODE_PAGE_TYPE**, ULONG*),
              (override));
  MOCK_METHOD(HRESULT, GetByteAlignmentMask, (ULONG*), (override));
  MOCK_METHOD(HRESULT, GetMaximumNonPageAlignedTransferSize, (ULONG*), (override));
  MOCK_METHOD(HRESULT, GetMaximumPageAlignedTransferSize, (ULONG*), (override));

 protected:
  ~ScriptedRecorder() override = default;

 private:
  ScriptedAnswer answer(const BYTE* cdb, ULONG size, BYTE sense[18]);
  void keep(std::uint32_t first_sector, std::span<const std::uint8_t> data);
  std::vector<std::uint8_t> kept(std::uint32_t first_sector, ULONG size) const;

  std::recursive_mutex one_at_a_time_;  ///< recursive, for a watcher that changes the script
  std::map<std::string, ScriptedAnswer> script_;
  std::vector<std::pair<std::string, ScriptedAnswer>> once_;
  std::function<void(const std::string&)> watcher_;
  std::vector<std::uint16_t> profiles_;
  HRESULT profiles_result_ = S_OK;
  HRESULT exclusive_result_ = S_OK;
  std::vector<std::string> heard_;
  std::vector<std::uint8_t> written_;
  std::vector<std::uint8_t> mode_parameters_;
  std::vector<std::uint8_t> format_parameters_;
  std::map<std::uint32_t, std::vector<std::uint8_t>> sectors_;
  std::optional<std::size_t> spoilt_byte_;
  std::vector<std::uint8_t> streaming_;
};

using StrictRecorder = ::testing::StrictMock<ScriptedRecorder>;

}  // namespace discbench::imapi
