// Real input: two ISO 9660 sessions made by xorriso, the second grown onto the first with the addresses that the writer
// gave, burned, read back, and looked at by xorriso again.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "end_to_end/burning_rig.h"
#include "profile/scratch.h"

namespace discbench::end_to_end {
namespace {

namespace fs = std::filesystem;
using Sequential = IMultisessionSequential;
using ::testing::HasSubstr;
using ::testing::Not;

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_file(const fs::path& file, const std::string& content) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << content;
}

/// Sectors into an image file where sector n stands at n * 2048; what lies between is a hole.
void write_sectors(const fs::path& image, LONG first_sector, const std::vector<std::uint8_t>& data) {
  if (!fs::exists(image)) std::ofstream(image, std::ios::binary).close();
  std::fstream out(image, std::ios::binary | std::ios::in | std::ios::out);
  out.seekp(std::streamoff{first_sector} * disc::sector_size);
  out.write(reinterpret_cast<const char*>(data.data()), static_cast<std::streamsize>(data.size()));
  ASSERT_TRUE(out.flush().good()) << image;
}

std::vector<std::uint8_t> bytes_of(const fs::path& file) {
  const std::string content = content_of(file);
  return {content.begin(), content.end()};
}

class RealSessions : public ::testing::TestWithParam<std::string> {
 protected:
  RealSessions() : rig_(scenario(GetParam() + "/blank")), sequential_(rig_.sequential()) {
    for (std::size_t i = 0; i < 200000; ++i) big_.push_back(static_cast<char>('a' + i * i % 26));
    write_file(folder_.path() / "one/first.txt", "the first session\n");
    write_file(folder_.path() / "one/deep/big.bin", big_);
    write_file(folder_.path() / "two/second.txt", "the second session\n");
  }

  /// Runs xorriso with no configuration, clock zone or language of this machine, and hands back what it printed. Fails
  /// the test where xorriso fails or is not installed (package xorriso).
  std::string xorriso(const std::string& arguments) {
    const fs::path output = folder_.path() / "output.txt";
    const std::string command =
        "env -i LC_ALL=C TZ=UTC PATH=/usr/bin:/bin xorriso -no_rc " + arguments + " > '" + output.string() + "' 2>&1";
    const int status = std::system(command.c_str());  // NOLINT: all of it is written here
    const std::string printed = content_of(output);
    EXPECT_EQ(status, 0) << command << "\n" << printed << "\nxorriso is in the package of the same name";
    return printed;
  }
  std::string quoted(const std::string& name) const { return "'" + (folder_.path() / name).string() + "'"; }
  std::string device(const std::string& name) const { return "'stdio:" + (folder_.path() / name).string() + "'"; }

  /// Makes a session of a folder. `grown` holds the options that place it behind another one.
  std::vector<std::uint8_t> make_session(const std::string& source, const std::string& volume,
                                         const std::string& grown) {
    const std::string date = "2024010112000000";
    xorriso("-as mkisofs -quiet -R -J -V " + volume + " --modification-date=" + date + " --set_all_file_dates " + date +
            " " + grown + " -o " + quoted(volume + ".iso") + " " + quoted(source));
    return bytes_of(folder_.path() / (volume + ".iso"));
  }

  LONG of_sequential(HRESULT (STDMETHODCALLTYPE Sequential::*getter)(LONG*)) {
    return value_of(sequential_.get(), getter);
  }

  /// Burns, reads back what was burned and writes it out as an image of the disc.
  void burn_and_read_back(const std::vector<std::uint8_t>& session, LONG where) {
    ASSERT_FALSE(session.empty());
    ASSERT_EQ(of_sequential(&Sequential::get_NextWritableAddress), where);
    ASSERT_EQ(rig_.burn(session), S_OK);
    ASSERT_EQ(of_sequential(&Sequential::get_StartAddressOfPreviousSession), where);
    const auto back = rig_.read(where, static_cast<std::uint32_t>(session.size() / disc::sector_size));
    ASSERT_TRUE(back == session) << "what READ (10) gives is not what was burned";
    write_sectors(folder_.path() / "disc.img", where, back);
  }

  Scratch folder_;
  BurningRig rig_;
  com::Pointer<IMultisessionSequential2> sequential_;
  std::string big_;
};

TEST_P(RealSessions, BothSessionsOfXorrisoAreOnTheDiscAndXorrisoFindsThem) {
  const auto first = make_session("one", "FIRST", "");
  burn_and_read_back(first, 0);

  const LONG previous = of_sequential(&Sequential::get_StartAddressOfPreviousSession);
  const LONG next = of_sequential(&Sequential::get_NextWritableAddress);
  const auto second = make_session(
      "two", "SECOND", "-M " + device("disc.img") + " -C " + std::to_string(previous) + "," + std::to_string(next));
  burn_and_read_back(second, next);
  EXPECT_TRUE(rig_.read(0, static_cast<std::uint32_t>(first.size() / disc::sector_size)) == first);

  const std::string last = std::to_string(of_sequential(&Sequential::get_StartAddressOfPreviousSession));
  const std::string listed =
      xorriso("-load sbsector " + last + " -indev " + device("disc.img") + " -find / -exec lsdl --");
  EXPECT_THAT(listed, HasSubstr("'/first.txt'"));
  EXPECT_THAT(listed, HasSubstr("'/deep/big.bin'"));
  EXPECT_THAT(listed, HasSubstr("'/second.txt'"));

  const std::string alone = xorriso("-load sbsector 0 -indev " + device("disc.img") + " -find / -exec lsdl --");
  EXPECT_THAT(alone, HasSubstr("'/first.txt'"));
  EXPECT_THAT(alone, Not(HasSubstr("second.txt")));
}

TEST_P(RealSessions, TheFilesOfBothSessionsCanBeCopiedOffTheDisc) {
  burn_and_read_back(make_session("one", "FIRST", ""), 0);
  const LONG next = of_sequential(&Sequential::get_NextWritableAddress);
  burn_and_read_back(make_session("two", "SECOND", "-M " + device("disc.img") + " -C 0," + std::to_string(next)), next);

  xorriso("-osirrox on -load sbsector " + std::to_string(next) + " -indev " + device("disc.img") + " -extract / " +
          quoted("back"));
  EXPECT_EQ(content_of(folder_.path() / "back/first.txt"), "the first session\n");
  EXPECT_EQ(content_of(folder_.path() / "back/second.txt"), "the second session\n");
  EXPECT_TRUE(content_of(folder_.path() / "back/deep/big.bin") == big_);
}

INSTANTIATE_TEST_SUITE_P(EveryMedium, RealSessions, ::testing::Values("cd-r", "dvd-plus-r", "bd-r"),
                         [](const auto& parameter) {
                           std::string name = parameter.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace discbench::end_to_end
