#include "report/success_codes.h"

#include <gtest/gtest.h>

namespace discbench::report {
namespace {

result::RunResult run_with(std::vector<std::string> notes) {
  result::RunResult run;
  run.cases.resize(2);
  run.cases[0].notes = notes;
  run.cases[1].notes = std::move(notes);
  return run;
}

TEST(SuccessCodes, AreCountedByCase) {
  const auto codes =
      success_codes_of(run_with({"put_InUse answered S_FALSE (0x00000001)", "get_InUse answered S_FALSE (0x00000001)",
                                 "Write answered success code 0x00AA7777"}));
  ASSERT_EQ(codes.size(), 2u);
  EXPECT_EQ(codes[0].code, "S_FALSE (0x00000001)");
  EXPECT_EQ(codes[0].cases, 2u);
  EXPECT_EQ(codes[0].example, "put_InUse");
  EXPECT_EQ(codes[1].code, "success code 0x00AA7777");
}

TEST(SuccessCodes, OtherNotesAreNone) {
  EXPECT_TRUE(success_codes_of(run_with({"get_InUse answered S_OK (0x00000000)", "AddRef answered 6, Release 5",
                                         "get_InUse answered E_POINTER (0x80004003)",
                                         "get_InUse answered S_FALSE (0x00000001) with VARIANT_TRUE",
                                         "S_FALSE (0x00000001)", "a answered 0x1", "a answered "}))
                  .empty());
}

}  // namespace
}  // namespace discbench::report
