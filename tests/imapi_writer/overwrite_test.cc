// Writing a medium that is written in any order: formatting, ranges, and what is done to a disc that holds something.
#include <limits>
#include <span>

#include "bytes/hex.h"
#include "com/answer.h"
#include "com/array.h"
#include "imapi/writer/block_ranges.h"
#include "imapi_writer/write_fixture.h"

namespace discbench::imapi {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

const std::string format_unit = "041100000000";

/// [first, last], both included.
class Range final : public com::DispatchObject<com::Serves<IBlockRange, IDispatch>> {
 public:
  Range(LONG first, LONG last) : DispatchObject(std::span<const com::DispatchMember>()), first_(first), last_(last) {}
  HRESULT STDMETHODCALLTYPE get_StartLba(LONG* value) override {
    return com::answer(value, [this] { return first_; });
  }
  HRESULT STDMETHODCALLTYPE get_EndLba(LONG* value) override {
    return com::answer(value, [this] { return last_; });
  }

 private:
  ~Range() override = default;
  LONG first_;
  LONG last_;
};

/// A stream that names the ranges which hold something new.
class RangedStream final : public BasicMemoryStream<com::Serves<IBlockRangeList, IDispatch>> {
 public:
  RangedStream(std::vector<std::uint8_t> data, std::vector<std::pair<LONG, LONG>> ranges)
      : BasicMemoryStream(std::move(data)), ranges_(std::move(ranges)) {}

  void answer_with(SAFEARRAY* (*make)()) { make_ = make; }
  void fail_ranges(HRESULT result) { ranges_result_ = result; }

  HRESULT STDMETHODCALLTYPE get_BlockRanges(SAFEARRAY** value) override {
    *value = nullptr;
    if (FAILED(ranges_result_)) return ranges_result_;
    if (make_ != nullptr) {
      *value = make_();
      return S_OK;
    }
    com::ArrayBuilder array;
    for (const auto& [first, last] : ranges_) {
      const auto range = com::Pointer<IBlockRange>::adopt(new Range(first, last));
      array.add_dispatch(range.get());
    }
    *value = array.build();
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE GetTypeInfoCount(UINT*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE GetTypeInfo(UINT, LCID, ITypeInfo**) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE GetIDsOfNames(REFIID, LPOLESTR*, UINT, LCID, DISPID*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE Invoke(DISPID, REFIID, LCID, WORD, DISPPARAMS*, VARIANT*, EXCEPINFO*, UINT*) override {
    return E_NOTIMPL;
  }

 private:
  ~RangedStream() override = default;
  std::vector<std::pair<LONG, LONG>> ranges_;
  SAFEARRAY* (*make_)() = nullptr;
  HRESULT ranges_result_ = S_OK;
};

com::Pointer<RangedStream> ranged_stream(std::size_t sectors, std::vector<std::pair<LONG, LONG>> ranges) {
  return com::Pointer<RangedStream>::adopt(new RangedStream(numbered_sectors(sectors), std::move(ranges)));
}

class Overwrite : public WriteTest {
 protected:
  Overwrite() {
    discs::formatted_dvd_plus_rw(recorder());
    recorder().accept("04");
  }
  static constexpr const char* something = "01";
  /// The first sectors hold something.
  void use_disc() {
    std::string sectors(std::size_t{32} * 2048 * 2, '0');
    sectors.replace(0, 2, something);
    recorder().reply("28000000000000002000", sectors);
  }
  void finish_formatting() {
    recorder().reply("51", "0020 1E 01 01 01 01 03 FF 000000 00000000 00000000 00000000 0000000000000000 0000");
  }
};

TEST_F(Overwrite, ABlankDiscIsFormattedFirst) {
  discs::unformatted_dvd_plus_rw(recorder());
  ASSERT_EQ(write(20), S_OK);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(format_unit, calibrate, "2a000000000000002000", synchronize));
  EXPECT_EQ(bytes::to_hex(recorder().format_parameters()), "00000008ffffffff98000000");
  auto expected = numbered_sectors(20);
  expected.resize(32 * 2048, 0);
  EXPECT_EQ(recorder().written(), expected);
}

TEST_F(Overwrite, ARecorderThatGoesOnFormattingIsWaitedFor) {
  discs::unformatted_dvd_plus_rw(recorder());
  recorder().watch([this](const std::string& command) {
    if (command != format_unit) return;
    for (int i = 0; i < 500; ++i) recorder().refuse_once("00", mmc::Sense{0x2, 0x04, 0x04});
    recorder().refuse_once("00", mmc::sense::medium_may_have_changed);
  });
  EXPECT_EQ(write(16), S_OK);
}

TEST_F(Overwrite, ARecorderThatNeverComesBackIsNotWaitedForForEver) {
  discs::unformatted_dvd_plus_rw(recorder());
  recorder().watch([this](const std::string& command) {
    if (command == format_unit) recorder().refuse("00", mmc::Sense{0x2, 0x04, 0x04});
  });
  EXPECT_EQ(write(16), E_IMAPI_RECORDER_MEDIA_FORMAT_IN_PROGRESS);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(format_unit));
}

TEST_F(Overwrite, AFailedFormatEndsTheWrite) {
  discs::unformatted_dvd_plus_rw(recorder());
  recorder().refuse("04", mmc::Sense{0x3, 0x31, 0x01});
  EXPECT_EQ(write(16), E_FAIL);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(format_unit));
}

TEST_F(Overwrite, AStoppedFormatIsGoneOnWith) {
  ASSERT_EQ(write(16), S_OK);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(format_unit, calibrate, "2a000000000000001000", synchronize));
  EXPECT_EQ(bytes::to_hex(recorder().format_parameters()), "00000008ffffffff98000001");
  recorder().refuse("04", mmc::sense::invalid_field_in_parameter_list);
  EXPECT_EQ(write(16), S_OK);
  recorder().refuse("04", mmc::Sense{0x3, 0x31, 0x00});
  EXPECT_EQ(write(16), E_FAIL);
}

TEST_F(Overwrite, AFormattedDiscIsNotFormattedAgain) {
  finish_formatting();
  ASSERT_EQ(write(16), S_OK);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(calibrate, "2a000000000000001000", synchronize));
}

TEST_F(Overwrite, ToBeClosedMeansForADvdRomDrive) {
  finish_formatting();
  ASSERT_EQ(data()->put_ForceMediaToBeClosed(VARIANT_TRUE), S_OK);
  ASSERT_EQ(write(16), S_OK);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(calibrate, "2a000000000000001000", synchronize, close_session));
}

TEST_F(Overwrite, ADiscThatHoldsSomethingIsKeptUnlessItIsToBeOverwritten) {
  finish_formatting();
  use_disc();
  EXPECT_EQ(write(16), E_IMAPI_DF2DATA_MEDIA_NOT_BLANK);
  EXPECT_TRUE(done_to_the_disc().empty());
  ASSERT_EQ(data()->put_ForceOverwrite(VARIANT_TRUE), S_OK);
  EXPECT_EQ(write(16), S_OK);
  EXPECT_THAT(done_to_the_disc(), Contains("2a000000000000001000"));
}

TEST_F(Overwrite, AStreamLargerThanTheMediumIsRefused) {
  const auto stream = stream_of(numbered_sectors(1));
  stream->claim_size(std::uint64_t{2295105} * 2048);
  EXPECT_EQ(data()->Write(stream.get()), E_IMAPI_DF2DATA_STREAM_TOO_LARGE_FOR_CURRENT_MEDIA);
  stream->claim_size(std::uint64_t{1} << 50);
  EXPECT_EQ(data()->Write(stream.get()), E_IMAPI_DF2DATA_STREAM_TOO_LARGE_FOR_CURRENT_MEDIA);
}

TEST_F(Overwrite, OnlyTheRangesThatTheStreamNamesAreWrittenInTheirOrder) {
  finish_formatting();
  const auto stream = ranged_stream(100, {{64, 79}, {16, 63}, {96, 99}});
  ASSERT_EQ(data()->Write(stream.get()), S_OK);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(calibrate, "2a000000004000001000", "2a000000001000002000",
                                              "2a000000003000001000", "2a000000006000001000", synchronize));
  const auto all = numbered_sectors(100);
  std::vector<std::uint8_t> expected(all.begin() + 64 * 2048, all.begin() + 80 * 2048);
  expected.insert(expected.end(), all.begin() + 16 * 2048, all.begin() + 64 * 2048);
  expected.insert(expected.end(), all.begin() + 96 * 2048, all.end());
  expected.resize(expected.size() + 12 * 2048, 0);
  EXPECT_EQ(recorder().written(), expected);
}

TEST_F(Overwrite, ARangeInTheMiddleOfAWriteUnitIsWrittenWithTheRestOfTheUnit) {
  finish_formatting();
  ASSERT_EQ(data()->Write(ranged_stream(64, {{17, 18}}).get()), S_OK);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(calibrate, "2a000000001000001000", synchronize));
  const auto all = numbered_sectors(64);
  EXPECT_EQ(recorder().written(), std::vector(all.begin() + 16 * 2048, all.begin() + 32 * 2048));
}

TEST_F(Overwrite, NoRangeIsNothingToWrite) {
  finish_formatting();
  EXPECT_EQ(data()->Write(ranged_stream(64, {}).get()), S_OK);
  EXPECT_TRUE(recorder().written().empty());
}

TEST_F(Overwrite, RangesThatTheStreamDoesNotHaveAreRefusedBeforeTheFirstSector) {
  const std::vector<std::pair<LONG, LONG>> wrong[] = {
      {{0, 64}}, {{-1, 3}}, {{5, 4}}, {{0, 1}, {0, std::numeric_limits<LONG>::max()}}, {{-5, -5}}};
  for (const auto& ranges : wrong) {
    EXPECT_EQ(data()->Write(ranged_stream(64, ranges).get()), E_IMAPI_DF2DATA_STREAM_NOT_SUPPORTED);
  }
  EXPECT_TRUE(recorder().written().empty());
}

TEST_F(Overwrite, AListThatIsNoneIsRefused) {
  const auto stream = ranged_stream(64, {});
  SAFEARRAY* (*const wrong[])() = {[]() -> SAFEARRAY* { return nullptr; },
                                   [] { return SafeArrayCreateVector(VT_I4, 0, 1); },
                                   [] {
                                     com::ArrayBuilder array;
                                     array.add_long(7);
                                     return array.build();
                                   },
                                   [] {
                                     com::ArrayBuilder array;
                                     array.add_dispatch(nullptr);
                                     return array.build();
                                   }};
  for (const auto make : wrong) {
    stream->answer_with(make);
    EXPECT_EQ(data()->Write(stream.get()), E_IMAPI_DF2DATA_STREAM_NOT_SUPPORTED);
  }
  stream->fail_ranges(E_OUTOFMEMORY);
  EXPECT_EQ(data()->Write(stream.get()), E_OUTOFMEMORY);
}

TEST_F(Overwrite, AStreamThatCannotSeekCannotGiveItsRanges) {
  finish_formatting();
  const auto stream = ranged_stream(64, {{32, 47}});
  stream->fail_seek(E_NOTIMPL);
  EXPECT_EQ(data()->Write(stream.get()), E_NOTIMPL);
  EXPECT_TRUE(recorder().written().empty());
}

TEST_F(Overwrite, WhereSessionsAreWrittenInOrderRangesMeanNothing) {
  discs::blank_bd_r(recorder());
  const auto stream = ranged_stream(64, {{32, 47}});
  EXPECT_EQ(data()->Write(stream.get()), S_OK);
  EXPECT_EQ(recorder().written(), numbered_sectors(64));
}

TEST_F(Overwrite, BrokenOffItLeavesTheDiscAsFarAsItCame) {
  finish_formatting();
  const auto stream = stream_of(numbered_sectors(96));
  stream->watch([this](std::size_t given) { return given >= 32 * 2048 ? data()->CancelWrite() : S_OK; });
  EXPECT_EQ(data()->Write(stream.get()), E_IMAPI_REQUEST_CANCELLED);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(calibrate, "2a000000000000002000", synchronize));
}

}  // namespace
}  // namespace discbench::imapi
