#include "profile/yaml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "profile/load_scratch.h"
#include "profile/text_file.h"

namespace discbench::profile {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

TEST(Yaml, KnowsThePlaceOfEveryValue) {
  const Scratch scratch;
  const YamlNode root = read_yaml(scratch.write("a.yaml", "# first\nlist:\n  - one\n  - {key: 'two'}\n"));
  ASSERT_EQ(root.kind, YamlNode::Kind::mapping);
  const YamlNode& list = root.items.at(0);
  EXPECT_EQ(list.key, "list");
  EXPECT_EQ(list.key_place.line, 2);
  ASSERT_EQ(list.items.size(), 2U);
  EXPECT_EQ(list.items[0].text, "one");
  EXPECT_FALSE(list.items[0].quoted);
  EXPECT_EQ(list.items[0].place.line, 3);
  EXPECT_EQ(list.items[0].place.column, 5);
  EXPECT_EQ(list.items[1].items.at(0).text, "two");
  EXPECT_TRUE(list.items[1].items.at(0).quoted);
}

TEST(Yaml, NothingIsNotText) {
  const Scratch scratch;
  const YamlNode root = read_yaml(scratch.write("a.yaml", "a:\nb: ~\nc: ''\n"));
  EXPECT_EQ(root.items.at(0).kind, YamlNode::Kind::nothing);
  EXPECT_EQ(root.items.at(1).kind, YamlNode::Kind::nothing);
  EXPECT_EQ(root.items.at(2).kind, YamlNode::Kind::scalar);
  EXPECT_EQ(root.items.at(0).place.line, 1) << "where its key stands, not where the parser went on";
}

TEST(Yaml, AWindowsTextIsReadAsWell) {
  const Scratch scratch;
  const YamlNode root = read_yaml(scratch.write("a.yaml", "a: 1\r\nb: 2\r\n"));
  ASSERT_EQ(root.items.size(), 2U);
  EXPECT_EQ(root.items[0].text, "1");
  EXPECT_EQ(root.items[1].key_place.line, 2);
}

TEST(Yaml, KnowsWhatOtherReadersTakeForANumberOrATruthValue) {
  const Scratch scratch;
  const auto is_text = [&](const std::string& value) {
    return is_text_for_everybody(read_yaml(scratch.write("a.yaml", "a: " + value + "\n")).items.at(0));
  };
  for (const char* value : {"12", "-1", "+7", "0x1F", "1.5e3", ".5", "true", "False", "TRUE"}) {
    EXPECT_FALSE(is_text(value)) << value;
  }
  for (const char* value : {"'12'", "\"true\"", "ACME-12", "12-ACME", "2027-03-31", "yes", "truth", "..", "0x"}) {
    EXPECT_TRUE(is_text(value)) << value;
  }
}

TEST(BadYaml, IsToldWithItsPlace) {
  EXPECT_THAT(problems_of("a: [1,\nb: 2\n"), ElementsAre(HasSubstr("is not YAML: ")));
  EXPECT_THAT(problems_of("a: 1\n b: 2\n"), ElementsAre(StartsWith("2:3: is not YAML: ")));
  EXPECT_THAT(problems_of("\"a"), ElementsAre(HasSubstr("is not YAML: ")));
}

// The parser itself takes the end of a file for the quote that is missing there.
TEST(BadYaml, AQuoteIsClosed) {
  EXPECT_THAT(problems_of("a: 1\nb: \"text\n"),
              ElementsAre("2:4: a quote stands here that nothing closes, expected it again at the end of the text"));
  EXPECT_THAT(problems_of("a: \"text\\\"\n"), ElementsAre(HasSubstr("nothing closes")));
  EXPECT_THAT(problems_of("a: 'it''s\n"), ElementsAre(HasSubstr("nothing closes")));
  const Scratch scratch;
  const YamlNode root = read_yaml(scratch.write("a.yaml", "a: 'it''s'\nb: \"\\\"\\\\\"\nc: ''\n'd': \"\"\r\né: 'é'\n"));
  ASSERT_EQ(root.items.size(), 5U);
  EXPECT_EQ(root.items[0].text, "it's");
  EXPECT_EQ(root.items[1].text, "\"\\");
  EXPECT_EQ(root.items[4].text, "é");
}

TEST(BadYaml, APlainTextIsNoMapping) {
  EXPECT_THAT(problems_of("hello\n"), ElementsAre("1:1: 'hello' is no mapping, expected the keys of a scenario"));
  EXPECT_THAT(problems_of("- a\n"), ElementsAre("1:1: a list is no mapping, expected the keys of a scenario"));
  EXPECT_THAT(problems_of("# nothing\n"), ElementsAre("1:1: nothing is no mapping, expected the keys of a scenario"));
}

TEST(BadYaml, AnchorsAliasesAndTagsAreRefused) {
  EXPECT_THAT(problems_of("a: &x 1\n"), ElementsAre(StartsWith("1:4: an anchor ('&name') stands here")));
  EXPECT_THAT(problems_of("a: *x\n"), ElementsAre(HasSubstr("expected")));
  EXPECT_THAT(problems_of("a: !!int 1\n"), ElementsAre(StartsWith("1:4: a tag ('!name') stands here")));
}

TEST(BadYaml, ABombOfAliasesIsRefusedAtItsFirstAnchor) {
  std::string bomb = "a0: &a0 [x, x]\n";
  for (int i = 1; i < 60; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last + ", " + last + "]\n";
  }
  EXPECT_THAT(problems_of(bomb), ElementsAre(StartsWith("1:5: an anchor")));
}

TEST(BadYaml, ASecondDocumentIsRefused) {
  EXPECT_THAT(problems_of("a: 1\n---\nb: 2\n"), ElementsAre(HasSubstr("a second YAML document begins here")));
}

TEST(BadYaml, KeysAreWords) {
  EXPECT_THAT(problems_of("[a, b]: 1\n"), ElementsAre(HasSubstr("a key is a list or a mapping here")));
  EXPECT_THAT(problems_of("? {a: b}\n: 1\n"), ElementsAre(HasSubstr("a key is a list or a mapping here")));
  EXPECT_THAT(problems_of(": 1\n"), ElementsAre(HasSubstr("a key is missing here")));
}

TEST(BadYaml, DeepNestingEndsInALineAndNotInTheStack) {
  EXPECT_EQ(problems_of("a: " + std::string(100000, '[')).size(), 1U);
  std::string lists;
  for (int i = 0; i < 100000; ++i) lists += "- ";
  EXPECT_THAT(problems_of(lists + "a\n"), ElementsAre(HasSubstr("deep here, expected a few levels")));
}

TEST(BadYaml, WhatIsNoUtf8TextIsToldWithItsPlace) {
  EXPECT_THAT(problems_of("a: 1\nb: \xff\n"), ElementsAre("2:4: is not text, expected YAML in UTF-8"));
  EXPECT_THAT(problems_of("a: \xc3"), ElementsAre("1:4: is not text, expected YAML in UTF-8"));
  EXPECT_THAT(problems_of(std::string("a\0b: 1", 6)), ElementsAre("1:2: is not text, expected YAML in UTF-8"));
}

TEST(BadYaml, ManyProblemsAreNotAllTold) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "unknown-" + std::to_string(i) + ": 1\n";
  EXPECT_EQ(problems_of(text).size(), Problems::max_problems);
}

TEST(BadYaml, MessagesQuoteNoMoreThanALine) {
  const std::vector<std::string> lines = problems_of("\"key\\nof two lines " + std::string(500, 'x') + "\": 1\n");
  ASSERT_FALSE(lines.empty());
  for (const std::string& line : lines) EXPECT_LT(line.size(), 300U) << line;
  EXPECT_THAT(lines, testing::Contains(HasSubstr("key 'key?of two lines xxx")));
}

}  // namespace
}  // namespace discbench::profile
