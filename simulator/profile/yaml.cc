#include "profile/yaml.h"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <cstdlib>
#include <sstream>

#include "profile/text_file.h"

namespace discbench::profile {
namespace {

Place place_of(const YAML::Mark& mark) { return mark.is_null() ? Place{} : Place{mark.line + 1, mark.column + 1}; }

/// Whether the quoted scalar that begins at `start` has its closing quote. The parser takes the end of the file for
/// one.
bool quote_is_closed(std::string_view text, std::size_t start) {
  const char quote = start < text.size() ? text[start] : '\0';
  if (quote != '"' && quote != '\'') return true;
  for (std::size_t at = start + 1; at < text.size(); ++at) {
    const bool escapes = quote == '"' ? text[at] == '\\' : text.substr(at, 2) == "''";
    if (escapes) {
      ++at;
    } else if (text[at] == quote) {
      return true;
    }
  }
  return false;
}

/// Builds the tree from the parser's events.
class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(YamlNode& root, const std::filesystem::path& file, std::string_view text)
      : root_(root), file_(file), text_(text) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) refuse(mark, "a second YAML document begins here, expected one document in a file");
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (wants_key()) refuse(mark, "a key is missing here, expected 'key: value'");
    YamlNode& node = next_node(mark, "", anchor);
    node.kind = YamlNode::Kind::nothing;
    // The parser's mark is that of whatever comes next, which may be behind the end of the file.
    if (!node.key.empty()) node.place = node.key_place;
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse(mark, "an alias ('*name') stands here, expected the value itself: these files have no aliases");
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    if (tag == "!" && !quote_is_closed(text_, static_cast<std::size_t>(mark.pos)))
      refuse(mark, "a quote stands here that nothing closes, expected it again at the end of the text");
    if (wants_key()) {
      refuse_decoration(mark, tag, anchor);
      YamlNode& entry = open_.back().node->items.emplace_back();
      entry.key = value;
      entry.key_place = place_of(mark);
      open_.back().wants_key = false;
      return;
    }
    YamlNode& node = next_node(mark, tag, anchor);
    node.kind = YamlNode::Kind::scalar;
    node.text = value;
    node.quoted = tag == "!";  // the parser's word for "in quotes"
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, YamlNode::Kind::list);
  }
  void OnSequenceEnd() override { open_.pop_back(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, YamlNode::Kind::mapping);
  }
  void OnMapEnd() override { open_.pop_back(); }

 private:
  struct Open {
    YamlNode* node;
    bool wants_key;
  };

  [[noreturn]] void refuse(const YAML::Mark& mark, const std::string& what) const {
    Problems problems(file_.string());
    problems.add(place_of(mark), {}, what);
    throw ProfileError(problems.lines());
  }
  void refuse_decoration(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) const {
    if (anchor != YAML::NullAnchor)
      refuse(mark, "an anchor ('&name') stands here, expected the value alone: these files have no anchors");
    if (!tag.empty() && tag != "!" && tag != "?")
      refuse(mark, "a tag ('!name') stands here, expected the value alone: these files have no tags");
  }
  bool wants_key() const {
    return !open_.empty() && open_.back().node->kind == YamlNode::Kind::mapping && open_.back().wants_key;
  }
  /// The node that the event fills. It stays where it is until it is whole: its parent takes no other until then.
  YamlNode& next_node(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    refuse_decoration(mark, tag, anchor);
    YamlNode* node = &root_;
    if (!open_.empty()) {
      Open& parent = open_.back();
      // A mapping's value has been there since its key.
      if (parent.node->kind == YamlNode::Kind::list) parent.node->items.emplace_back();
      node = &parent.node->items.back();
      parent.wants_key = true;
    }
    node->place = place_of(mark);
    return *node;
  }
  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YamlNode::Kind kind) {
    if (wants_key()) refuse(mark, "a key is a list or a mapping here, expected a word");
    YamlNode& node = next_node(mark, tag, anchor);
    node.kind = kind;
    open_.push_back({&node, true});
  }

  YamlNode& root_;
  const std::filesystem::path& file_;
  std::string_view text_;
  std::vector<Open> open_;
  int documents_ = 0;
};

}  // namespace

YamlNode read_yaml(const std::filesystem::path& file) {
  const std::string text = read_text(file);
  std::istringstream stream(text);
  YamlNode root;
  TreeBuilder builder(root, file, text);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const YAML::DeepRecursion& error) {
    Problems problems(file.string());
    problems.add(place_of(error.mark), {},
                 "lists and mappings stand in each other " + std::to_string(error.depth()) +
                     " deep here, expected a few levels");
    throw ProfileError(problems.lines());
  } catch (const YAML::Exception& error) {
    Problems problems(file.string());
    problems.add(place_of(error.mark), {}, "is not YAML: " + error.msg + ", expected 'key: value' lines");
    throw ProfileError(problems.lines());
  }
  return root;
}

std::string kind_in_words(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::nothing:
      return "nothing";
    case YamlNode::Kind::scalar:
      return "'" + quotable(node.text) + "'";
    case YamlNode::Kind::list:
      return "a list";
    case YamlNode::Kind::mapping:
      return "a mapping";
  }
  return {};
}

bool is_text_for_everybody(const YamlNode& node) {
  if (node.quoted || node.text.empty()) return true;
  for (const std::string_view word : {"true", "True", "TRUE", "false", "False", "FALSE"}) {
    if (node.text == word) return false;
  }
  if (std::string_view("+-.0123456789").find(node.text.front()) == std::string_view::npos) return true;
  char* end = nullptr;
  std::strtod(node.text.c_str(), &end);
  return end != node.text.c_str() + node.text.size();
}

}  // namespace discbench::profile
