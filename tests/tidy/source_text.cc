#include "tidy/source_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace discbench::tidy {
namespace {

bool is_word_character(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
         (character >= '0' && character <= '9') || character == '_';
}

std::string_view trimmed_right(std::string_view text) {
  const auto last = text.find_last_not_of(" \t\n");
  return last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
}

/// Copies source text; what is to vanish becomes blanks, one for one, so that lines and columns stay.
class Blanker {
 public:
  Blanker(std::string_view text, bool keep_strings) : text_(text), keep_strings_(keep_strings) {}

  std::string run() {
    while (at_ < text_.size()) {
      if (starts_with("//")) {
        blank_until(text_.find('\n', at_));
      } else if (starts_with("/*")) {
        const auto end = text_.find("*/", at_ + 2);
        blank_until(end == std::string_view::npos ? end : end + 2);
      } else if (starts_with("R\"") && !follows_word()) {
        raw_string();
      } else if (text_[at_] == '"' || (text_[at_] == '\'' && !follows_word())) {
        quoted(text_[at_]);
      } else {
        out_ += text_[at_++];
      }
    }
    return std::move(out_);
  }

 private:
  bool starts_with(std::string_view what) const { return text_.substr(at_).starts_with(what); }

  /// An apostrophe after a digit separates digits; an R after a letter is the end of a name.
  bool follows_word() const { return at_ > 0 && is_word_character(text_[at_ - 1]); }

  void blank_until(std::size_t end) {
    for (end = std::min(end, text_.size()); at_ < end; ++at_) {
      out_ += text_[at_] == '\n' ? '\n' : ' ';
    }
  }

  void inside_until(std::size_t end) {
    if (keep_strings_) {
      end = std::min(end, text_.size());
      out_ += text_.substr(at_, end - at_);
      at_ = end;
    } else {
      blank_until(end);
    }
  }

  void quoted(char quote) {
    out_ += text_[at_++];
    auto end = at_;
    while (end < text_.size() && text_[end] != quote && text_[end] != '\n') {
      end += text_[end] == '\\' ? 2U : 1U;
    }
    inside_until(end);
    if (at_ < text_.size()) {
      out_ += text_[at_++];
    }
  }

  void raw_string() {
    const auto open = text_.find('(', at_);
    const auto delimiter = text_.substr(at_ + 2, open == std::string_view::npos ? 0 : open - at_ - 2);
    const auto close = text_.find(")" + std::string(delimiter) + "\"", at_);
    out_ += "R\"";
    at_ += 2;
    if (close == std::string_view::npos) {
      inside_until(text_.size());
      return;
    }
    inside_until(close + delimiter.size() + 1);
    out_ += text_[at_++];
  }

  std::string_view text_;
  bool keep_strings_;
  std::size_t at_ = 0;
  std::string out_;
};

bool ends_with_word(std::string_view text, std::string_view word) {
  return text.ends_with(word) &&
         (text.size() == word.size() || !is_word_character(text[text.size() - word.size() - 1]));
}

/// What stands before a "{" says what the brace opens.
bool opens_function(std::string_view header, bool in_constructor) {
  header = trimmed_right(header);
  const auto parenthesis = header.rfind(')');
  if (parenthesis == std::string_view::npos) {
    return false;
  }
  if (header.ends_with(')') || (in_constructor && header.ends_with('}'))) {
    return true;
  }
  static constexpr std::array qualifiers = {"const", "noexcept", "override", "final", "mutable", "try", "&"};
  for (const std::string_view qualifier : qualifiers) {
    if (ends_with_word(header, qualifier)) {
      return true;
    }
  }
  return header.find("->", parenthesis) != std::string_view::npos;
}

/// `Type::Type() : member_`: the brace that follows holds a value, and the constructor's own is still to come.
bool is_member_initialiser(std::string_view header) {
  const auto parenthesis = header.find(')');
  return parenthesis != std::string_view::npos && header.find(" : ", parenthesis) != std::string_view::npos;
}

std::string without_preprocessor(std::string_view code) {
  std::string out;
  bool continued = false;
  for (const auto line : lines_of(code)) {
    const auto first = line.find_first_not_of(" \t");
    const bool directive = continued || (first != std::string_view::npos && line[first] == '#');
    out += directive ? std::string_view{} : line;
    out += '\n';
    continued = directive && line.ends_with('\\');
  }
  return out;
}

/// Follows the braces of a file. Within a function it only counts them.
class BraceReader {
 public:
  std::vector<FunctionBody> read(std::string_view code) {
    for (std::size_t at = 0; at < code.size(); ++at) {
      line_ += code[at] == '\n' ? 1U : 0U;
      if (code[at] == '{') {
        open(code.substr(header_start_, at - header_start_), at);
      } else if (code[at] == '}') {
        close(at);
      } else if (code[at] == ';' && depth_in_function_ == 0) {
        start_header(at + 1, false);
      }
    }
    return std::move(bodies_);
  }

 private:
  struct OpenBrace {
    std::size_t header_start;
    bool member_initialiser;
  };

  void open(std::string_view header, std::size_t at) {
    if (depth_in_function_ > 0) {
      ++depth_in_function_;
    } else if (opens_function(header, in_constructor_)) {
      bodies_.push_back({line_, line_});
      depth_in_function_ = 1;
    } else {
      open_braces_.push_back({header_start_, is_member_initialiser(header)});
      start_header(at + 1, false);
    }
  }

  void close(std::size_t at) {
    if (depth_in_function_ > 0) {
      --depth_in_function_;
      bodies_.back().last_line = line_;
      start_header(at + 1, false);
    } else if (!open_braces_.empty()) {
      const auto brace = open_braces_.back();
      open_braces_.pop_back();
      start_header(brace.member_initialiser ? brace.header_start : at + 1, brace.member_initialiser);
    }
  }

  void start_header(std::size_t at, bool in_constructor) {
    header_start_ = at;
    in_constructor_ = in_constructor;
  }

  std::vector<FunctionBody> bodies_;
  std::vector<OpenBrace> open_braces_;
  std::size_t line_ = 1;
  std::size_t header_start_ = 0;
  std::size_t depth_in_function_ = 0;
  bool in_constructor_ = false;
};

}  // namespace

std::string without_comments(std::string_view text) { return Blanker(text, true).run(); }

std::string code_only(std::string_view text) { return Blanker(text, false).run(); }

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

bool holds_word(std::string_view line, std::string_view needle) {
  std::string squeezed;
  if (needle.find('(') != std::string_view::npos) {
    for (const char character : line) {
      if (character == '(') {
        squeezed.resize(trimmed_right(squeezed).size());
      }
      squeezed += character;
    }
    line = squeezed;
  }
  for (auto at = line.find(needle); at != std::string_view::npos; at = line.find(needle, at + 1)) {
    const auto end = at + needle.size();
    const bool left = !is_word_character(needle.front()) || at == 0 || !is_word_character(line[at - 1]);
    const bool right = !is_word_character(needle.back()) || end == line.size() || !is_word_character(line[end]);
    if (left && right) {
      return true;
    }
  }
  return false;
}

std::vector<FunctionBody> function_bodies(std::string_view code) {
  return BraceReader().read(without_preprocessor(code));
}

}  // namespace discbench::tidy
