// A writer on a scripted recorder that lets it write, and the commands of a write by name.
#pragma once

#include <string>
#include <vector>

#include "imapi_writer/memory_stream.h"
#include "imapi_writer/writer_fixture.h"

namespace discbench::imapi {

inline const std::string calibrate = "54010000000000000000";
inline const std::string select_write_parameters = "55100000000000003c00";
inline const std::string synchronize = "35000000000000000000";
inline const std::string close_session = "5b000200000000000000";
inline const std::string finalise_compatibly = "5b000500000000000000";
inline const std::string finalise = "5b000600000000000000";

class WriteTest : public WriterTest {
 protected:
  WriteTest() {
    discs::let_write(recorder());
    EXPECT_EQ(data()->put_ClientName(com::String(u"test").get()), S_OK);
    recorder().forget();
  }
  HRESULT write(std::size_t sectors) { return data()->Write(stream_of(numbered_sectors(sectors)).get()); }
  /// What was done between taking and giving back exclusive access.
  std::vector<std::string> done_to_the_disc() {
    auto done = recorder().done();
    EXPECT_GE(done.size(), 2u);
    EXPECT_EQ(done.front(), "acquire test");
    EXPECT_EQ(done.back(), "release");
    return {done.begin() + 1, done.end() - 1};
  }
  void keep_dvd_plus_r_open() { ASSERT_EQ(data()->put_DisableConsumerDvdCompatibilityMode(VARIANT_TRUE), S_OK); }
  /// Write type and multi-session of the last MODE SELECT: page bytes 2 to 4, behind a header of 8.
  std::vector<std::uint8_t> selected() const {
    const auto& list = recorder_->mode_parameters();
    return list.size() == 60 ? std::vector<std::uint8_t>(list.begin() + 8, list.begin() + 13)
                             : std::vector<std::uint8_t>();
  }
};

}  // namespace discbench::imapi
