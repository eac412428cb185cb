// Write speeds: what the recorder can do, what it does, and what comes of asking for another speed.
#include "imapi/writer/write_speed.h"

#include <limits>
#include <span>
#include <tuple>

#include "bytes/hex.h"
#include "bytes/layout.h"
#include "imapi_writer/write_fixture.h"
#include "mmc/commands/get_performance.h"
#include "mmc/commands/set_streaming.h"

namespace discbench::imapi {
namespace {

using Data = IDiscFormat2Data;
using ::testing::ElementsAre;

constexpr LONG fastest = static_cast<LONG>(0xffffffff);

const std::string list_of_speeds = "ac0000000000000000c80300";
const std::string speed_of_now = "ac1400000000000000c80000";
const std::string capabilities = "5a 08 2a";

/// A GET PERFORMANCE reply, type 03h: WRC and kB/s. All to address 2295103, to be read at 11080 kB/s.
std::string speed_list(const std::vector<std::pair<bool, std::uint32_t>>& speeds) {
  std::vector<std::uint8_t> reply = {0, 0, 0, static_cast<std::uint8_t>(4 + 16 * speeds.size()), 0, 0, 0, 0};
  for (const auto& [pure_cav, kbps] : speeds) {
    const auto descriptor = bytes::encode(mmc::WriteSpeedDescriptor{.rotation_control = std::uint8_t{pure_cav},
                                                                    .end_lba = 2295103,
                                                                    .read_speed_kbps = 11080,
                                                                    .write_speed_kbps = kbps});
    reply.insert(reply.end(), descriptor.begin(), descriptor.end());
  }
  return bytes::to_hex(reply);
}

/// A GET PERFORMANCE reply, type 00h.
std::string nominal(std::uint32_t first_kbps, std::uint32_t last_kbps) {
  const auto descriptor = bytes::encode(mmc::NominalPerformanceDescriptor{
      .start_performance_kbps = first_kbps, .end_lba = 2295103, .end_performance_kbps = last_kbps});
  return "00000014 02000000" + bytes::to_hex(descriptor);
}

class Speeds : public WriteTest {
 protected:
  Speeds() {
    discs::blank_dvd_plus_r(recorder());
    recorder().reply(list_of_speeds, speed_list({{false, 11080}, {false, 8310}, {false, 5540}, {false, 3324}}));
    recorder().reply(speed_of_now, nominal(5540, 11080));
    recorder().accept("b6");
    recorder().accept("bb");
    recorder().forget();
  }
  std::vector<ULONG> supported() {
    SAFEARRAY* array = nullptr;
    EXPECT_EQ(data()->get_SupportedWriteSpeeds(&array), S_OK);
    std::vector<ULONG> speeds;
    for (const VARIANT& each : elements_of(array)) {
      EXPECT_EQ(each.vt, VT_UI4);
      speeds.push_back(each.ulVal);
    }
    SafeArrayDestroy(array);
    return speeds;
  }
  static std::span<const VARIANT> elements_of(SAFEARRAY* array) {
    if (array == nullptr) return {};
    return {static_cast<const VARIANT*>(array->pvData), array->rgsabound[0].cElements};
  }
  void refuse_get_performance() {
    for (const std::string& command : {list_of_speeds, speed_of_now}) {
      recorder().refuse(command, mmc::sense::invalid_command_operation_code);
    }
  }
  std::string told() {
    const auto done = recorder().done();
    return done.empty() ? "" : done.back();
  }
};

TEST_F(Speeds, AreToldInSectorsASecondFastestFirst) {
  // 8x, 6x, 4x and 2.4x of 680.
  EXPECT_THAT(supported(), ElementsAre(5440u, 4080u, 2720u, 1632u));
  EXPECT_EQ(of_data(&Data::get_CurrentWriteSpeed), succeeded(LONG{5440}));
  EXPECT_EQ(of_data(&Data::get_CurrentRotationTypeIsPureCAV), succeeded(VARIANT_FALSE));
}

TEST_F(Speeds, TurnIntoWholeMultiplesOfEachMediumsSingleSpeed) {
  const MediaKind& cd = media_kind_of(0x09);
  EXPECT_EQ(sectors_per_second(cd, 176), 75);
  EXPECT_EQ(sectors_per_second(cd, 706), 4 * 75);
  EXPECT_EQ(sectors_per_second(cd, 8467), 48 * 75);
  EXPECT_EQ(sectors_per_second(cd, 9173), 52 * 75);
  const MediaKind& dvd = media_kind_of(0x1b);
  EXPECT_EQ(sectors_per_second(dvd, 1385), 680);
  EXPECT_EQ(sectors_per_second(dvd, 22160), 16 * 680);
  const MediaKind& bd = media_kind_of(0x41);
  EXPECT_EQ(sectors_per_second(bd, 8991), 2 * 2195);
  EXPECT_EQ(sectors_per_second(bd, 53952), 12 * 2195 + 3);  // 12.0014x, as recorders round it
  EXPECT_EQ(sectors_per_second(bd, 0xffffffff), 2097086689);
  EXPECT_EQ(sectors_per_second(MediaKind{}, 1385), 0);
}

TEST_F(Speeds, AreDescribedByObjects) {
  recorder().reply(list_of_speeds,
                   speed_list({{true, 11080}, {false, 11080}, {false, 11080}, {false, 5540}, {false, 0}}));
  EXPECT_THAT(supported(), ElementsAre(5440u, 2720u));

  SAFEARRAY* array = nullptr;
  ASSERT_EQ(data()->get_SupportedWriteSpeedDescriptors(&array), S_OK);
  std::vector<std::tuple<LONG, VARIANT_BOOL>> described;
  for (const VARIANT& each : elements_of(array)) {
    ASSERT_EQ(each.vt, VT_DISPATCH);
    const auto descriptor = com::query<IWriteSpeedDescriptor>(each.pdispVal);
    ASSERT_TRUE(descriptor);
    EXPECT_EQ(get(descriptor.get(), &IWriteSpeedDescriptor::get_MediaType), succeeded(IMAPI_MEDIA_TYPE_DVDPLUSR));
    described.emplace_back(get(descriptor.get(), &IWriteSpeedDescriptor::get_WriteSpeed).value,
                           get(descriptor.get(), &IWriteSpeedDescriptor::get_RotationTypeIsPureCAV).value);
    EXPECT_EQ(descriptor->get_MediaType(nullptr), E_POINTER);
    EXPECT_EQ(descriptor->get_WriteSpeed(nullptr), E_POINTER);
    EXPECT_EQ(descriptor->get_RotationTypeIsPureCAV(nullptr), E_POINTER);
  }
  EXPECT_THAT(described, ElementsAre(std::tuple(5440, VARIANT_TRUE), std::tuple(5440, VARIANT_FALSE),
                                     std::tuple(2720, VARIANT_FALSE)));
  SafeArrayDestroy(array);
}

TEST_F(Speeds, AtFirstTheFastestIsRequested) {
  EXPECT_EQ(of_data(&Data::get_RequestedWriteSpeed), succeeded(fastest));
  EXPECT_EQ(of_data(&Data::get_RequestedRotationTypeIsPureCAV), succeeded(VARIANT_FALSE));
  EXPECT_TRUE(recorder().heard().empty());
}

struct Request {
  LONG requested;
  std::uint32_t kbps_told;
  std::uint32_t kbps_now;
  HRESULT result;
  friend std::ostream& operator<<(std::ostream& out, const Request& request) { return out << request.requested; }
};

class SpeedRequest : public Speeds, public ::testing::WithParamInterface<Request> {};

TEST_P(SpeedRequest, IsPassedOnAndItsOutcomeTold) {
  const Request& request = GetParam();
  recorder().reply(speed_of_now, nominal(request.kbps_now, request.kbps_now));
  EXPECT_EQ(data()->SetWriteSpeed(request.requested, VARIANT_FALSE), request.result);
  EXPECT_EQ(told(), "b60000000000000000001c00");
  const auto descriptor = bytes::decode<mmc::StreamingPerformanceDescriptor>(recorder().streaming());
  EXPECT_EQ(descriptor.write_size_kilobytes, request.kbps_told);
  EXPECT_EQ(descriptor.write_time_ms, 1000u);
  EXPECT_EQ(descriptor.read_size_kilobytes, 11080u);
  EXPECT_EQ(descriptor.end_lba, 2295103u);
  EXPECT_EQ(of_data(&Data::get_RequestedWriteSpeed), succeeded(request.requested));
}

INSTANTIATE_TEST_SUITE_P(All, SpeedRequest,
                         ::testing::Values(Request{fastest, 11080, 11080, S_OK},  //
                                           Request{5440, 11080, 11080, S_OK},     //
                                           Request{1632, 3324, 3324, S_OK},       //
                                           Request{5439, 8310, 8310, S_IMAPI_SPEEDADJUSTED},
                                           Request{100000, 11080, 11080, S_IMAPI_SPEEDADJUSTED},
                                           Request{1, 3324, 3324, S_IMAPI_SPEEDADJUSTED},
                                           // The recorder has the last word.
                                           Request{fastest, 11080, 8310, S_IMAPI_SPEEDADJUSTED},
                                           Request{2720, 5540, 3324, S_IMAPI_SPEEDADJUSTED}));

TEST_F(Speeds, ARotationThatIsNotThereIsAdjusted) {
  EXPECT_EQ(data()->SetWriteSpeed(5440, VARIANT_TRUE), S_IMAPI_ROTATIONADJUSTED);
  EXPECT_EQ(data()->SetWriteSpeed(5000, VARIANT_TRUE), S_IMAPI_BOTHADJUSTED);
  EXPECT_EQ(of_data(&Data::get_RequestedRotationTypeIsPureCAV), succeeded(VARIANT_TRUE));
}

TEST_F(Speeds, OfTwoEquallyFastTheOneThatTurnsAsRequestedIsTaken) {
  recorder().reply(list_of_speeds, speed_list({{false, 11080}, {true, 11080}, {true, 5540}}));
  recorder().reply(capabilities, "0026 00 00 00 00 0000  2A 1E" + std::string(50, '0') + "01 2B48 0000");
  EXPECT_EQ(data()->SetWriteSpeed(5440, VARIANT_TRUE), S_OK);
  EXPECT_EQ(bytes::decode<mmc::StreamingPerformanceDescriptor>(recorder().streaming()).rotation_control, 1);
  EXPECT_EQ(of_data(&Data::get_CurrentRotationTypeIsPureCAV), succeeded(VARIANT_TRUE));
}

TEST_F(Speeds, OfACdAreSetByTheCommandForCds) {
  discs::blank_cd(recorder());
  recorder().reply(list_of_speeds, speed_list({{false, 8467}, {false, 1411}}));
  recorder().reply(speed_of_now, nominal(1411, 1411));
  EXPECT_THAT(supported(), ElementsAre(3600u, 600u));
  EXPECT_EQ(data()->SetWriteSpeed(600, VARIANT_FALSE), S_OK);
  EXPECT_EQ(told(), "bb00ffff0583000000000000");
}

/// Mode page 2Ah of a recorder that can do 24x and 8x on CD, now at 8x.
const std::string old_capabilities =
    "002E 00 00 00 00 0000  2A 26" + std::string(32, '0') + "1089 0000 0000 0000 00 00 0583 0002 0000 1089 0000 0583";

TEST_F(Speeds, OfAnOldRecorderStandInItsModePage) {
  discs::blank_cd(recorder());
  refuse_get_performance();
  recorder().reply(capabilities, old_capabilities);
  EXPECT_THAT(supported(), ElementsAre(1800u, 600u));
  EXPECT_EQ(of_data(&Data::get_CurrentWriteSpeed), succeeded(LONG{600}));
  EXPECT_EQ(of_data(&Data::get_CurrentRotationTypeIsPureCAV), succeeded(VARIANT_FALSE));
  EXPECT_EQ(data()->SetWriteSpeed(1800, VARIANT_FALSE), S_IMAPI_SPEEDADJUSTED);
  EXPECT_EQ(told(), "bb00ffff1089000000000000");
}

TEST_F(Speeds, WithoutAListInTheModePageItsMaximumIsTheOne) {
  discs::blank_cd(recorder());
  refuse_get_performance();
  recorder().reply(capabilities, "001C 00 00 00 00 0000  2A 14" + std::string(32, '0') + "0583 02C2");
  EXPECT_THAT(supported(), ElementsAre(600u));
  EXPECT_EQ(of_data(&Data::get_CurrentWriteSpeed), succeeded(LONG{300}));
}

TEST_F(Speeds, AreNothingToAskOfAMediumThatNobodyWrites) {
  discs::pressed_cd(recorder());
  EXPECT_EQ(of_data(&Data::get_CurrentWriteSpeed), failed<LONG>(E_IMAPI_RECORDER_MEDIA_INCOMPATIBLE));
  EXPECT_EQ(data()->SetWriteSpeed(fastest, VARIANT_FALSE), E_IMAPI_RECORDER_MEDIA_INCOMPATIBLE);
  discs::no_medium(recorder());
  EXPECT_EQ(of_data(&Data::get_CurrentWriteSpeed), failed<LONG>(E_IMAPI_RECORDER_MEDIA_NO_MEDIA));
}

TEST_F(Speeds, NeedARecorderAndARoomForTheAnswer) {
  ASSERT_EQ(data()->put_Recorder(nullptr), S_OK);
  EXPECT_EQ(of_data(&Data::get_CurrentWriteSpeed), failed<LONG>(E_IMAPI_RECORDER_REQUIRED));
  EXPECT_EQ(of_data(&Data::get_CurrentRotationTypeIsPureCAV), failed<VARIANT_BOOL>(E_IMAPI_RECORDER_REQUIRED));
  for (const auto getter : {&Data::get_SupportedWriteSpeeds, &Data::get_SupportedWriteSpeedDescriptors}) {
    auto* array = reinterpret_cast<SAFEARRAY*>(this);
    EXPECT_EQ((data()->*getter)(&array), E_IMAPI_RECORDER_REQUIRED);
    EXPECT_EQ(array, nullptr);
    EXPECT_EQ((data()->*getter)(nullptr), E_POINTER);
  }
  EXPECT_EQ(data()->get_CurrentWriteSpeed(nullptr), E_POINTER);
  EXPECT_EQ(data()->get_RequestedWriteSpeed(nullptr), E_POINTER);
  EXPECT_EQ(data()->get_CurrentRotationTypeIsPureCAV(nullptr), E_POINTER);
  EXPECT_EQ(data()->get_RequestedRotationTypeIsPureCAV(nullptr), E_POINTER);
  EXPECT_EQ(data()->SetWriteSpeed(fastest, VARIANT_FALSE), E_IMAPI_RECORDER_REQUIRED);
}

TEST_F(Speeds, ASpeedThatIsNoneIsAnInvalidArgument) {
  for (const LONG odd : {0, -2, std::numeric_limits<LONG>::min()}) {
    EXPECT_EQ(data()->SetWriteSpeed(odd, VARIANT_FALSE), E_INVALIDARG);
  }
  EXPECT_TRUE(recorder().heard().empty());
  EXPECT_EQ(of_data(&Data::get_RequestedWriteSpeed), succeeded(fastest));
}

TEST_F(Speeds, ARequestThatTheRecorderRefusesIsForgotten) {
  recorder().refuse("b6", mmc::sense::invalid_field_in_parameter_list);
  EXPECT_EQ(data()->SetWriteSpeed(2720, VARIANT_TRUE), E_FAIL);
  EXPECT_EQ(of_data(&Data::get_RequestedWriteSpeed), succeeded(fastest));
  EXPECT_EQ(of_data(&Data::get_RequestedRotationTypeIsPureCAV), succeeded(VARIANT_FALSE));
}

TEST_F(Speeds, NonsenseAboutThemIsAnInvalidResponse) {
  const std::pair<std::string, std::string> nonsense[] = {
      {list_of_speeds, ""},
      {list_of_speeds, "00000014 00000000 0000"},                                 // less than it claims
      {list_of_speeds, "0000000C 00000000 00000000 00000000"},                    // half a descriptor
      {list_of_speeds, "00000014 01000000 00000000 0023053F 00002B48 00002B48"},  // exceptions
      {speed_of_now, "00000002 0200"}};
  for (const auto& [command, reply] : nonsense) {
    recorder().reply(list_of_speeds, speed_list({{false, 11080}}));
    recorder().reply(speed_of_now, nominal(11080, 11080));
    recorder().reply(command, reply);
    EXPECT_EQ(of_data(&Data::get_CurrentWriteSpeed), failed<LONG>(E_IMAPI_RECORDER_INVALID_RESPONSE_FROM_DEVICE))
        << reply;
  }
  recorder().reply(list_of_speeds, speed_list({}));
  for (const std::string page :
       {"", "0026 00 00 00 00 0000 05 1E", "0008 00 00 00 00 0008 2A 1E 0000",
        "0026 00 00 00 00 0000  2A 1E 000000000000000000000000000000000000000000000000000000000005"
        "0000"}) {
    recorder().reply(capabilities, page);
    SAFEARRAY* array = nullptr;
    EXPECT_EQ(data()->get_SupportedWriteSpeeds(&array), E_IMAPI_RECORDER_INVALID_RESPONSE_FROM_DEVICE) << page;
  }
}

}  // namespace
}  // namespace discbench::imapi
