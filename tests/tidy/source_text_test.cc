#include "tidy/source_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace discbench::tidy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(CodeOnly, CommentsBecomeBlanksAndLinesStay) {
  EXPECT_EQ(code_only("a // b\nc /* d\ne */ f"), "a     \nc     \n     f");
}

TEST(CodeOnly, StringsKeepTheirQuotesAndLoseTheirInside) {
  EXPECT_EQ(code_only(R"(f("a\"b", '"') + 1'000;)"), R"(f("    ", ' ') + 1'000;)");
  EXPECT_EQ(code_only("x = R\"j(a\"b)j\"; y"), "x = R\"       \"; y");
}

TEST(CodeOnly, ACommentWithinAStringIsNone) { EXPECT_EQ(code_only("f(\"//\"); g"), "f(\"  \"); g"); }

TEST(WithoutComments, StringsStay) { EXPECT_EQ(without_comments("\"a//b\" //c"), "\"a//b\"    "); }

TEST(HoldsWord, APartOfALongerNameIsNotTheWord) {
  EXPECT_TRUE(holds_word("x = exit (1);", "exit("));
  EXPECT_FALSE(holds_word("_exit(1);", "exit("));
  EXPECT_FALSE(holds_word("belong longer", "long"));
  EXPECT_TRUE(holds_word("belong long", "long"));
}

std::vector<std::size_t> lengths(std::string_view code) {
  std::vector<std::size_t> all;
  for (const auto& body : function_bodies(code)) {
    all.push_back(body.last_line - body.first_line + 1);
  }
  return all;
}

TEST(FunctionBodies, NestedBlocksBelongToTheirFunction) {
  EXPECT_THAT(lengths("namespace n {\nint f() {\n  if (x) {\n    g();\n  }\n}\n}\n"), ElementsAre(5));
}

TEST(FunctionBodies, TypesNamespacesAndTablesAreNone) {
  EXPECT_THAT(
      lengths("struct S {\n  int a{1};\n};\nconstexpr std::array t{R{1}, R{f(2)}, R{3}};\nenum class E { x };\n"),
      IsEmpty());
}

TEST(FunctionBodies, MembersOfAClassAreFunctions) {
  EXPECT_THAT(lengths("class C final : public B {\n public:\n  int f() const {\n  }\n  auto g() -> int {\n\n  }\n};\n"),
              ElementsAre(2, 3));
}

TEST(FunctionBodies, AConstructorsInitialisersAreNotItsBody) {
  EXPECT_THAT(lengths("C::C(int a)\n    : a_{a},\n      b_{2} {\n  f();\n\n}\nvoid g() {}\n"), ElementsAre(4, 1));
}

TEST(FunctionBodies, ALambdaInATableIsAFunction) {
  EXPECT_THAT(lengths("const std::array t{\n  R{.f = [](int a) {\n    return a;\n  }},\n  R{.f = g}};\nint h() {\n}\n"),
              ElementsAre(3, 2));
}

TEST(FunctionBodies, PreprocessorLinesDoNotCount) {
  EXPECT_THAT(lengths("#if defined(X)\nclass C final {\n};\n#define F(x) \\\n  { x }\n"), IsEmpty());
}

}  // namespace
}  // namespace discbench::tidy
