#include "manual/manual_page.h"

#include <gtest/gtest.h>

namespace discbench::manual {
namespace {

TEST(ManualPage, IsWrittenInTheRequestsOfMan) {
  const Section section{.heading = "list", .text = "usage: x list\n\n  .hidden 'a' \\ --all\n"};
  const Page page{
      .program = "x", .version = "1.2", .summary = "does a thing", .overview = ".first\n", .sections = {&section, 1}};
  EXPECT_EQ(page_of(page),
            ".TH X 1 \"\" \"x 1.2\"\n"
            ".SH NAME\n"
            "x \\- does a thing\n"
            ".SH OVERVIEW\n"
            ".nf\n"
            "\\&.first\n"
            ".fi\n"
            ".SH LIST\n"
            ".nf\n"
            "usage: x list\n"
            "\n"
            "  .hidden \\(aqa\\(aq \\e \\-\\-all\n"
            ".fi\n");
}

TEST(ManualPage, ATextWithoutALastLineBreakLosesNothing) {
  const Page page{.program = "x", .version = "1", .summary = "s", .overview = "one\ntwo", .sections = {}};
  EXPECT_NE(page_of(page).find("one\ntwo\n.fi\n"), std::string::npos);
}

}  // namespace
}  // namespace discbench::manual
