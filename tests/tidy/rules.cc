#include "tidy/rules.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tidy/source_text.h"

namespace discbench::tidy {
namespace {

constexpr std::size_t max_columns = 120;
constexpr std::size_t max_function_lines = 60;
constexpr std::size_t max_file_lines = 400;
constexpr std::string_view excuse = "// long because: ";

bool is_header(std::string_view path) { return path.ends_with(".h"); }
bool is_source(std::string_view path) { return is_header(path) || path.ends_with(".cc"); }
bool is_product(std::string_view path) { return path.starts_with("simulator/") || path.starts_with("harness/"); }
bool is_product_source(std::string_view path) { return is_product(path) && is_source(path); }
bool is_test_source(std::string_view path) { return path.starts_with("tests/") && is_source(path); }
bool is_source_of_ours(std::string_view path) { return is_product_source(path) || is_test_source(path); }
bool is_product_header(std::string_view path) { return is_product(path) && is_header(path); }
bool is_any_text(std::string_view) { return true; }

enum class Where { code, text };

struct WordRule {
  std::vector<std::string_view> words = {};
  Where where = Where::code;                         // code: comments and strings do not count
  bool (*applies)(std::string_view path) = nullptr;  // to which files
  std::vector<std::string_view> except = {};         // folders or files that have a reason
  std::string_view remedy = {};
};

/// The words are put together from halves where this very file would break the rule.
// long because: it is one table
const std::vector<WordRule>& word_rules() {
  static const std::vector<WordRule> rules = {
      {.words = {"#pragma pack", "__attribute__((packed))"},
       .applies = is_source_of_ours,
       .remedy = "describe the bytes with bytes/layout.h; a structure is never laid over memory"},
      {.words = {"std::cout", "std::cerr", "std::clog", "printf(", "fprintf(", "vprintf(", "std::puts(", "putchar("},
       .applies = is_product_source,
       .except = {"simulator/cli/", "harness/cli/"},
       .remedy = "only cli prints: return the text"},
      {.words = {"exit(", "quick_exit("},
       .applies = is_product_source,
       .except = {"simulator/cli/", "harness/cli/", "harness/mutant/library/"},
       .remedy = "only cli ends the program: return the outcome"},
      {.words = {"_exit(", "_Exit("},
       .applies = is_product_source,
       // A child ends here without the parent's destructors; exec's own failures end the child, too. A check of the
       // self-test leaves like this.
       .except = {"harness/runner/", "harness/selftest/", "simulator/cli/"},
       .remedy = "only a child process ends this way"},
      {.words = {"#include <format>"}, .applies = is_source_of_ours, .remedy = "GCC 12 has no <format>"},
      {.words = {"long"},
       .applies = is_product_header,
       .remedy = "its width differs between systems: use the types of <cstdint>"},
      {.words = {"wchar_t"},
       .applies = is_product_source,
       .remedy = "its width differs between systems: use OLECHAR (char16_t)"},
      {.words = {"system_clock", "high_resolution_clock", "gettimeofday(", "localtime(", "gmtime(", "time(nullptr)",
                 "time(NULL)", "time(0)"},
       .applies = is_source_of_ours,
       // A waiver expires, on the day that --today says or else on the one that it is.
       .except = {"harness/cli/waiver_files.cc"},
       .remedy = "no result depends on the day: VirtualClock, or a day that is said"},
      {.words = {"random_device", "rand(", "srand("},
       .applies = is_source_of_ours,
       .remedy = "no result depends on chance: a seed that is written down"},
      {.words = {"steady_clock", "clock_gettime(", "sleep_for(", "sleep_until(", "usleep(", "nanosleep("},
       .applies = is_product_source,
       // A subject that hangs is ended by the real clock, and the result line says how long the run took.
       .except = {"harness/runner/", "harness/cli/"},
       .remedy = "time is a parameter: VirtualClock"},
      {.words = {"<yaml-cpp/"},
       .applies = is_product_source,
       .except = {"simulator/profile/"},
       .remedy = "YAML is read in simulator/profile alone"},
      {.words = {"<boost/program_options"},
       .applies = is_product_source,
       .except = {"simulator/cli/", "harness/cli/"},
       .remedy = "Boost.Program_options is for cli alone"},
      {.words = {"GTEST_SKIP", "DISABLED_"},
       .applies = is_test_source,
       .remedy = "a test that does not run proves nothing: mend it or delete it"},
      {.words = {"TO"
                 "DO",
                 "FIX"
                 "ME",
                 "XX"
                 "X",
                 "HA"
                 "CK"},
       .where = Where::text,
       .applies = is_any_text,
       .remedy = "do it now, or say in a sentence what is missing and why"},
      {.words = {"/wo"
                 "rk/",
                 "/ho"
                 "me/",
                 "/tmp/ba"
                 "sh"},
       .where = Where::text,
       .applies = is_any_text,
       .remedy = "a path of one machine means nothing on another"},
      {.words = {"imapi"
                 ".md",
                 "mmc"
                 ".md",
                 "golden"
                 ".md",
                 "expectations"
                 ".md",
                 "com"
                 ".md",
                 "harnesses"
                 ".md"},
       .where = Where::text,
       .applies = is_any_text,
       .remedy = "name the published source: document, section, title"},
  };
  return rules;
}

std::size_t columns_of(std::string_view line) {
  return static_cast<std::size_t>(
      std::ranges::count_if(line, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; }));
}

/// The target of an #include of ours ("a/b.h", or <discbench/...>), empty for any other line.
std::string_view included_file(std::string_view line) {
  const auto hash = line.find_first_not_of(" \t");
  if (hash == std::string_view::npos || !line.substr(hash).starts_with("#include")) {
    return {};
  }
  const auto open = line.find_first_of("\"<");
  const auto close = open == std::string_view::npos ? open : line.find_first_of("\">", open + 1);
  if (close == std::string_view::npos) {
    return {};
  }
  const auto target = line.substr(open + 1, close - open - 1);
  return line[open] == '"' || target.starts_with("discbench/") ? target : std::string_view{};
}

/// Where the compiler finds the file: beside the one that includes it, or below one of the roots.
std::string resolved(std::string_view target, std::string_view path, const Tree& tree) {
  const auto own = std::string(path.substr(0, path.rfind('/') + 1));
  for (const std::string& root :
       {own, std::string("simulator/"), std::string("harness/"), std::string("simulator/imapi/interfaces/include/")}) {
    const auto candidate = std::filesystem::path(root + std::string(target)).lexically_normal().generic_string();
    if (tree.contains(candidate)) {
      return candidate;
    }
  }
  return {};
}

bool is_excused(const std::vector<std::string_view>& lines, std::size_t first, std::size_t last) {
  return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(first),
                     lines.begin() + static_cast<std::ptrdiff_t>(std::min(last, lines.size())),
                     [](std::string_view line) {
                       const auto at = line.find(excuse);
                       return at != std::string_view::npos && line.size() > at + excuse.size();
                     });
}

/// Whether the CMakeLists.txt names the source: its path, its bare name for a loop to complete, or all of them at once.
bool names_source(std::string_view list, std::string_view path) {
  if (holds_word(list, path) || list.find("*.cc") != std::string_view::npos) {
    return true;
  }
  const auto name = path.substr(path.rfind('/') + 1);
  return list.find("foreach(") != std::string_view::npos && holds_word(list, name.substr(0, name.find('.')));
}

bool is_kept_by_machines(const std::filesystem::path& name) {
  return name == ".git" || name.generic_string().starts_with("build");
}

}  // namespace

std::string to_string(const Finding& finding) {
  return finding.path + ":" + std::to_string(finding.line) + ": " + finding.message;
}

Tree read_tree(const std::string& top) {
  namespace fs = std::filesystem;
  Tree tree;
  for (auto entry = fs::recursive_directory_iterator(top); entry != fs::recursive_directory_iterator(); ++entry) {
    if (entry.depth() == 0 && is_kept_by_machines(entry->path().filename())) {
      entry.disable_recursion_pending();
      continue;
    }
    if (!entry->is_regular_file()) {
      continue;
    }
    std::ifstream file(entry->path(), std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (text.find('\0') == std::string::npos) {
      tree.emplace(entry->path().lexically_relative(top).generic_string(), std::move(text));
    }
  }
  return tree;
}

std::vector<Finding> forbidden_words(std::string_view path, std::string_view text) {
  std::vector<Finding> found;
  const auto code = code_only(text);
  const auto code_lines = lines_of(code);
  const auto text_lines = lines_of(text);
  for (const auto& rule : word_rules()) {
    const auto is_exception = [&](std::string_view place) { return path.starts_with(place); };
    if (!rule.applies(path) || std::ranges::any_of(rule.except, is_exception)) {
      continue;
    }
    const auto& lines = rule.where == Where::code ? code_lines : text_lines;
    for (std::size_t index = 0; index < lines.size(); ++index) {
      for (const auto word : rule.words) {
        if (holds_word(lines[index], word)) {
          found.push_back({std::string(path), index + 1, "'" + std::string(word) + "': " + std::string(rule.remedy)});
        }
      }
    }
  }
  return found;
}

std::vector<Finding> sizes(std::string_view path, std::string_view text) {
  std::vector<Finding> found;
  const auto lines = lines_of(text);
  for (std::size_t index = 0; index < lines.size(); ++index) {
    if (const auto columns = columns_of(lines[index]); columns > max_columns) {
      found.push_back({std::string(path), index + 1, std::to_string(columns) + " columns; 120 are the most"});
    }
  }
  if (lines.size() > max_file_lines && !is_excused(lines, 0, 10)) {
    found.push_back({std::string(path), 0,
                     std::to_string(lines.size()) +
                         " lines; 400 are the most: divide the file, or give the reason in "
                         "its first lines: " +
                         std::string(excuse) + "..."});
  }
  for (const auto& body : function_bodies(code_only(text))) {
    const auto count = body.last_line - body.first_line + 1;
    const auto above = body.first_line - std::min<std::size_t>(body.first_line, 6);  // a signature may take lines
    if (count > max_function_lines && !is_excused(lines, above, body.last_line)) {
      found.push_back({std::string(path), body.first_line,
                       "a function of " + std::to_string(count) +
                           " lines; 60 are the most: divide it, or give the "
                           "reason: " +
                           std::string(excuse) + "..."});
    }
  }
  return found;
}

std::vector<Finding> includes(std::string_view path, const Tree& tree, const Layers& layers) {
  std::vector<Finding> found;
  const auto folder = layers.folder_of(path);
  const auto reachable = layers.reachable_from(folder);
  const auto code = without_comments(tree.find(path)->second);
  const auto lines = lines_of(code);
  for (std::size_t index = 0; index < lines.size(); ++index) {
    const auto target = included_file(lines[index]);
    if (target.empty()) {
      continue;
    }
    const auto file = resolved(target, path, tree);
    if (file.empty()) {
      found.push_back({std::string(path), index + 1, "\"" + std::string(target) + "\" is no file of this project"});
      continue;
    }
    if (const auto goal = layers.folder_of(file); !reachable.contains(goal)) {
      found.push_back({std::string(path), index + 1,
                       "includes \"" + std::string(target) + "\", but " + folder + " has no link that leads to " +
                           goal + ": add it to LINKS of " + folder + "/CMakeLists.txt if the architecture allows it"});
    }
  }
  return found;
}

std::vector<Finding> membership(std::string_view path, const Tree& tree, const Layers& layers) {
  std::vector<Finding> found;
  if (is_product(path) && layers.folder_of(path).empty()) {
    found.push_back({std::string(path), 0,
                     "its folder is no library: give it a CMakeLists.txt with discbench_library(), and name it in the "
                     "one above"});
  }
  if (is_header(path)) {
    return found;
  }
  for (auto slash = path.rfind('/'); slash != std::string_view::npos && slash > 0; slash = path.rfind('/', slash - 1)) {
    const auto list = tree.find(std::string(path.substr(0, slash)) + "/CMakeLists.txt");
    if (list != tree.end()) {
      if (!names_source(list->second, path.substr(slash + 1))) {
        found.push_back({std::string(path), 0, "no target compiles it: name it in " + list->first + " or delete it"});
      }
      return found;
    }
  }
  found.push_back({std::string(path), 0, "no CMakeLists.txt in its folder or above"});
  return found;
}

std::vector<Finding> findings_in(const Tree& tree, const Layers& layers) {
  std::vector<Finding> all;
  const auto add = [&all](std::vector<Finding> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  };
  for (const auto& [path, text] : tree) {
    add(forbidden_words(path, text));
    if (is_source_of_ours(path)) {
      add(sizes(path, text));
      add(membership(path, tree, layers));
    }
    if (is_product_source(path)) {
      add(includes(path, tree, layers));
    }
  }
  return all;
}

}  // namespace discbench::tidy
