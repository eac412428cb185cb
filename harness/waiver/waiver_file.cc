#include "waiver/waiver_file.h"

#include <array>
#include <set>

#include "profile/mapping.h"
#include "profile/problem.h"
#include "profile/yaml.h"

namespace discbench::waiver {
namespace {

using profile::Key;
using profile::Mapping;
using profile::Presence;
using profile::Problems;
using profile::Word;
using profile::YamlNode;
using result::Verdict;

constexpr std::string_view expected_text = "the text that the report shows as expected; '*' for what varies";
constexpr std::array file_keys{Key{"waivers", Presence::required, "a list of one or more waivers"}};
constexpr std::array entry_keys{
    Key{"id", Presence::required, "a short name, e.g. ACME-12"},
    Key{"clause", Presence::required, "a glob of clause ids, or a list of them"},
    Key{"scenario", Presence::required, "a glob of scenario ids, or a list of them"},
    Key{"verdict", Presence::optional, "one of failed, crashed, timed_out, blocked"},
    Key{"expected", Presence::optional, expected_text},
    Key{"observed", Presence::required, "the text that the report shows as observed; '*' for what varies"},
    Key{"kind", Presence::required, "one of erratum, contingency, quirk"},
    Key{"owner", Presence::required, "who answers for it"},
    Key{"link", Presence::required, "an address, e.g. https://tracker.example/12"},
    Key{"expires", Presence::required, "the last day that it holds, YYYY-MM-DD"},
};
constexpr profile::Schema file_schema{"a file of waivers", file_keys};
constexpr profile::Schema entry_schema{"a waiver", entry_keys};

constexpr std::array kinds{Word<std::string_view>{"erratum", "erratum"},
                           Word<std::string_view>{"contingency", "contingency"},
                           Word<std::string_view>{"quirk", "quirk"}};
constexpr std::array verdicts{Word<Verdict>{"failed", Verdict::failed}, Word<Verdict>{"crashed", Verdict::crashed},
                              Word<Verdict>{"timed_out", Verdict::timed_out},
                              Word<Verdict>{"blocked", Verdict::blocked}};

bool is_one_word(std::string_view text) { return text.find_first_of(" \t\r\n") == std::string_view::npos; }

/// "https://..." or "mailto:...": a scheme of small letters and something behind it (RFC 3986, section 3).
bool is_address(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string_view scheme = text.substr(0, colon);
  return colon != std::string_view::npos && colon > 1 && colon + 1 < text.size() && is_one_word(text) &&
         scheme.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

class EntryReader {
 public:
  EntryReader(const YamlNode& node, Problems& problems)
      : node_(node), mapping_(node, "waivers", entry_schema, problems), problems_(problems) {}

  Entry read() {
    read_word_key("id", entry_.waiver.id);
    read_globs("clause", entry_.clauses);
    read_globs("scenario", entry_.scenarios);
    mapping_.word("verdict", std::span<const Word<Verdict>>(verdicts), entry_.verdict);
    read_signature();
    std::string_view kind;
    mapping_.word("kind", std::span<const Word<std::string_view>>(kinds), kind);
    entry_.waiver.kind = kind;
    read_text_key("owner", entry_.waiver.owner);
    read_link();
    read_date();
    return std::move(entry_);
  }

 private:
  void complain(const YamlNode& node, std::string_view key, std::string_view expected) {
    problems_.add(node.place, key, kind_in_words(node) + " does not fit, expected " + std::string(expected));
  }

  /// Leaves `out` empty where there is no such text.
  void read_text_key(std::string_view key, std::string& out) {
    mapping_.text(key, out);
    const YamlNode* node = mapping_.find(key);
    if (node != nullptr && node->kind == YamlNode::Kind::scalar && !is_text_for_everybody(*node))
      complain(*node, key, "text: put it in quotes, or YAML takes it for a number or a truth value");
  }

  void read_word_key(std::string_view key, std::string& out) {
    read_text_key(key, out);
    if (!is_one_word(out)) complain(*mapping_.find(key), key, "one word without blanks");
  }

  void read_glob(const YamlNode& node, std::string_view key, std::vector<std::string>& out) {
    const bool is_text = node.kind == YamlNode::Kind::scalar && !node.text.empty() && is_text_for_everybody(node);
    if (is_text && is_one_word(node.text)) {
      out.push_back(node.text);
    } else {
      complain(node, key, "a glob without blanks; '*' stands for any characters");
    }
  }

  void read_globs(std::string_view key, std::vector<std::string>& out) {
    const YamlNode* node = mapping_.find(key);
    if (node == nullptr) return;
    if (node->kind != YamlNode::Kind::list) return read_glob(*node, key, out);
    if (node->items.empty()) problems_.add(node->place, key, "is an empty list, expected one glob at least");
    for (const YamlNode& item : node->items) read_glob(item, key, out);
  }

  /// A text of wildcards alone is no signature: it would cover the next defect as well.
  void read_signature_text(std::string_view key, std::string& out) {
    read_text_key(key, out);
    if (out.empty() || out.find_first_not_of("*?") != std::string::npos) return;
    complain(*mapping_.find(key), key, "some of the text that the report shows; '*' alone would cover any failure");
  }

  void read_signature() {
    read_signature_text("observed", entry_.observed);
    const YamlNode* expected = mapping_.find("expected");
    const bool ended_early = entry_.verdict == Verdict::crashed || entry_.verdict == Verdict::timed_out;
    if (ended_early) {
      if (expected != nullptr)
        problems_.add(expected->key_place, "expected",
                      "does not go with a case that is " + std::string(name_of(entry_.verdict)) +
                          ", expected 'observed' alone: its reason");
      return;
    }
    if (expected == nullptr && node_.kind == YamlNode::Kind::mapping)
      problems_.add(node_.place, "expected", "is missing, expected " + std::string(expected_text));
    read_signature_text("expected", entry_.expected);
  }

  void read_link() {
    mapping_.text("link", entry_.waiver.link);
    if (!entry_.waiver.link.empty() && !is_address(entry_.waiver.link))
      complain(*mapping_.find("link"), "link", "an address, e.g. https://tracker.example/12");
  }

  void read_date() {
    std::string text;
    mapping_.text("expires", text);
    if (text.empty()) return;
    const std::optional<Date> date = date_of(text);
    if (!date.has_value()) {
      complain(*mapping_.find("expires"), "expires", "a day that there is, YYYY-MM-DD, from 2000 to 2099");
      return;
    }
    entry_.expires = *date;
    entry_.waiver.expires = text_of(*date);
  }

  const YamlNode& node_;
  Mapping mapping_;
  Problems& problems_;
  Entry entry_{};
};

}  // namespace

std::vector<Entry> read_waivers(const std::filesystem::path& file) {
  const YamlNode root = profile::read_yaml(file);
  Problems problems(file.string());
  const Mapping mapping(root, {}, file_schema, problems);
  const YamlNode* list = mapping.find("waivers");
  std::vector<Entry> entries;
  if (list != nullptr && (list->kind != YamlNode::Kind::list || list->items.empty())) {
    problems.add(list->place, "waivers",
                 kind_in_words(*list) + " does not fit, expected a list of one or more waivers");
  } else if (list != nullptr) {
    std::set<std::string> ids;
    for (const YamlNode& item : list->items) {
      Entry entry = EntryReader(item, problems).read();
      entry.place = file.string() + ":" + std::to_string(item.place.line);
      if (!entry.waiver.id.empty() && !ids.insert(entry.waiver.id).second)
        problems.add(item.place, "id",
                     "'" + profile::quotable(entry.waiver.id) + "' is here a second time, expected another name");
      entries.push_back(std::move(entry));
    }
  }
  problems.throw_if_any();
  return entries;
}

}  // namespace discbench::waiver
