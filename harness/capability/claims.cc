#include "capability/claims.h"

#include <array>

#include "profile/mapping.h"
#include "profile/problem.h"
#include "profile/yaml.h"
#include "result/printable.h"

namespace discbench::capability {
namespace {

using profile::Key;
using profile::Mapping;
using profile::Presence;
using profile::Problems;
using profile::YamlNode;

constexpr std::string_view values = "yes, no, or {n/a: the reason}";
constexpr std::array file_keys{Key{"capabilities", Presence::required, "a mapping of every capability to a claim"}};
constexpr std::array reason_keys{Key{"n/a", Presence::required, "the reason"}};
constexpr profile::Schema file_schema{"a file of capabilities", file_keys};
constexpr profile::Schema reason_schema{"a claim", reason_keys};

std::vector<Key> claim_keys() {
  std::vector<Key> keys;
  for (const Capability& capability : capabilities()) {
    keys.push_back({capability.name, Presence::required, values});
  }
  return keys;
}

void read_reason(const YamlNode& node, std::string_view key, Claimed& claimed, Problems& problems) {
  const Mapping mapping(node, key, reason_schema, problems);
  claimed.claim = Claim::not_applicable;
  mapping.text("n/a", claimed.reason);
  const YamlNode* reason = mapping.find("n/a");
  if (reason != nullptr && reason->kind == YamlNode::Kind::scalar && !is_text_for_everybody(*reason)) {
    problems.add(reason->place, "n/a",
                 kind_in_words(*reason) +
                     " does not fit, expected text: put it in quotes, or YAML takes it for a number or a truth value");
  }
}

Claimed read_claim(const Capability& capability, const YamlNode* node, Problems& problems) {
  Claimed claimed{.capability = &capability};
  if (node == nullptr) return claimed;
  if (node->kind == YamlNode::Kind::mapping) {
    read_reason(*node, capability.name, claimed, problems);
  } else if (node->kind == YamlNode::Kind::scalar && (node->text == "yes" || node->text == "no")) {
    claimed.claim = node->text == "yes" ? Claim::yes : Claim::no;
  } else {
    problems.add(node->place, capability.name, kind_in_words(*node) + " is no claim, expected " + std::string(values));
  }
  return claimed;
}

/// On one line whatever a subject said, so that it stays a remark.
std::string remark(const std::string& text) { return "  # " + result::printable(text); }

}  // namespace

std::vector<Claimed> read_claims(const std::filesystem::path& file) {
  const YamlNode root = profile::read_yaml(file);
  Problems problems(file.string());
  const Mapping mapping(root, {}, file_schema, problems);
  std::vector<Claimed> claims;
  if (const YamlNode* node = mapping.find("capabilities")) {
    const std::vector<Key> keys = claim_keys();
    const profile::Schema schema{"the capabilities", keys};
    const Mapping claimed(*node, "capabilities", schema, problems);
    for (const Capability& capability : capabilities()) {
      claims.push_back(read_claim(capability, claimed.find(capability.name), problems));
    }
  }
  problems.throw_if_any();
  return claims;
}

std::string draft_of(const std::string& subject, const std::vector<Asked>& answers) {
  std::string text = "# What " + result::printable(subject) +
                     " answered when it was asked. Claim what it is meant to offer, and not more:\n"
                     "# yes; no; or {n/a: why the question does not arise}. Every name needs a claim.\n"
                     "capabilities:\n";
  for (const Asked& asked : answers) {
    const std::string name(asked.capability->name);
    const std::string what(asked.capability->what);
    if (!asked.answered) {
      text += remark(name + ": no answer: " + asked.offer.text) + "\n";
      continue;
    }
    const bool offered = asked.offer.kind == Offer::Kind::offered;
    text += "  " + name + ": " + (offered ? "yes" : "no") + remark(what);
    if (asked.offer.kind == Offer::Kind::otherwise) {
      text += "\n" + remark("refused with " + asked.offer.text) + "\n" +
              remark("documented: " + std::string(asked.capability->absence) + "; a run will fail on it");
    }
    text += "\n";
  }
  return text;
}

}  // namespace discbench::capability
