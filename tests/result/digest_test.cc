#include "result/digest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "profile/scratch.h"

namespace discbench::result {
namespace {

namespace fs = std::filesystem;

// FIPS 180-4's examples, as NIST's "SHA-256 Example Values" prints them, and of no bytes at all.
constexpr char of_nothing[] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr char of_abc[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr char of_two_blocks[] = "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
constexpr char of_a_million[] = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";

class DigestOfAFile : public testing::Test {
 protected:
  std::string write(const std::string& bytes) { return folder_.write("file", bytes).string(); }

  Scratch folder_;
};

TEST(Digest, IsThatOfThePublishedExamples) {
  EXPECT_EQ(sha256_of(""), of_nothing);
  EXPECT_EQ(sha256_of("abc"), of_abc);
  EXPECT_EQ(sha256_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), of_two_blocks);
  EXPECT_EQ(sha256_of(std::string(1000000, 'a')), of_a_million);
}

TEST(Digest, CountsZeroBytes) { EXPECT_NE(sha256_of(std::string(1, '\0')), of_nothing); }

TEST_F(DigestOfAFile, IsThatOfItsBytes) { EXPECT_EQ(sha256_of_file(write("abc")), of_abc); }

TEST_F(DigestOfAFile, IsTakenOverMoreThanOneBuffer) {
  EXPECT_EQ(sha256_of_file(write(std::string(1000000, 'a'))), of_a_million);
  EXPECT_EQ(sha256_of_file(write(std::string(65536, 'a'))), sha256_of(std::string(65536, 'a')));
}

TEST_F(DigestOfAFile, OfNothingIsThatOfNothing) { EXPECT_EQ(sha256_of_file(write("")), of_nothing); }

TEST_F(DigestOfAFile, NamesAFileThatCannotBeRead) {
  const auto refusal_of = [](const std::string& path) -> std::string {
    try {
      sha256_of_file(path);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "no refusal";
  };
  EXPECT_THAT(refusal_of("/nowhere/at/all"), testing::StartsWith("/nowhere/at/all: cannot be read: No such file"));
  EXPECT_THAT(refusal_of(testing::TempDir()), testing::HasSubstr("cannot be read: Is a directory"));
}

}  // namespace
}  // namespace discbench::result
