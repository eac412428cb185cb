// A recorder tells of a changed medium once. Whoever is told, a write that is running learns of it.
#include <thread>

#include "imapi_writer/write_fixture.h"

namespace discbench::imapi {
namespace {

using ::testing::ElementsAre;
using Data = IDiscFormat2Data;

class TakenAttention : public WriteTest {
 protected:
  TakenAttention() { discs::blank_bd_r(recorder()); }

  /// Writes 96 sectors; the disc is exchanged when 32 are written, and `ask` is the first to be told.
  template <typename Ask>
  HRESULT write_while_the_disc_is_exchanged(Ask&& ask) {
    const auto stream = stream_of(numbered_sectors(96));
    stream->watch([&](std::size_t given) {
      if (given != std::size_t{32} * 2048) return S_OK;
      recorder().refuse_once("00", mmc::sense::medium_may_have_changed);
      ask();
      return S_OK;
    });
    return data()->Write(stream.get());
  }
  void expect_no_more_on_the_new_disc() {
    EXPECT_THAT(done_to_the_disc(), ElementsAre(calibrate, "2a000000000000002000"));
  }
};

TEST_F(TakenAttention, ByAGetterTheStreamCallsEndsTheWrite) {
  EXPECT_EQ(write_while_the_disc_is_exchanged([this] {
              EXPECT_EQ(of_data(&Data::get_FreeSectorsOnMedia).result, S_OK) << "a getter looks at the new disc";
            }),
            E_IMAPI_RECORDER_MEDIA_BECOMING_READY);
  expect_no_more_on_the_new_disc();
}

TEST_F(TakenAttention, ByAnotherThreadEndsTheWrite) {
  EXPECT_EQ(write_while_the_disc_is_exchanged([this] {
              std::thread([this] {
                EXPECT_EQ(of_sequential(&IMultisessionSequential::get_FreeSectorsOnMedia).result, S_OK);
              }).join();
            }),
            E_IMAPI_RECORDER_MEDIA_BECOMING_READY);
  expect_no_more_on_the_new_disc();
}

TEST_F(TakenAttention, ByAnotherWriterWithTheSameRecorderEndsTheWrite) {
  com::Pointer<IDiscFormat2Data> other;
  ASSERT_EQ(create_disc_format_data(IID_PPV_ARGS(other.put())), S_OK);
  ASSERT_EQ(other->put_Recorder(recorder_.get()), S_OK);
  EXPECT_EQ(write_while_the_disc_is_exchanged(
                [&] { EXPECT_EQ(get(other.get(), &Data::get_FreeSectorsOnMedia).result, S_OK); }),
            E_IMAPI_RECORDER_MEDIA_BECOMING_READY);
  expect_no_more_on_the_new_disc();
}

TEST_F(TakenAttention, BeforeTheWriteIsNoneOfIt) {
  recorder().refuse_once("00", mmc::sense::medium_may_have_changed);
  EXPECT_EQ(of_data(&Data::get_FreeSectorsOnMedia).result, S_OK);
  EXPECT_EQ(write(96), S_OK);
}

TEST_F(TakenAttention, IsToldOnce) {
  EXPECT_NE(write_while_the_disc_is_exchanged([this] { of_data(&Data::get_FreeSectorsOnMedia); }), S_OK);
  EXPECT_EQ(of_data(&Data::get_FreeSectorsOnMedia).result, S_OK);
  EXPECT_EQ(write(96), S_OK) << "the next write is one on the new disc";
}

}  // namespace
}  // namespace discbench::imapi
