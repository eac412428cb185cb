#include "manual/manual_page.h"

#include <cctype>

namespace discbench::manual {
namespace {

/// A line of text as man(7) must read it: no request at its beginning, and every character itself.
std::string literal(std::string_view line) {
  std::string out;
  if (line.starts_with('.') || line.starts_with('\'')) out += "\\&";
  for (const char character : line) {
    if (character == '\\') {
      out += "\\e";
    } else if (character == '-') {
      out += "\\-";  // else an option could not be copied out of the page
    } else if (character == '\'') {
      out += "\\(aq";
    } else {
      out += character;
    }
  }
  return out;
}

std::string in_capitals(std::string_view heading) {
  std::string out;
  for (const char character : heading) out += static_cast<char>(std::toupper(static_cast<unsigned char>(character)));
  return out;
}

void append_section(std::string& out, std::string_view heading, std::string_view text) {
  out += ".SH " + in_capitals(heading) + "\n.nf\n";
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    out += literal(text.substr(0, end)) + "\n";
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  out += ".fi\n";
}

}  // namespace

std::string page_of(const Page& page) {
  const std::string program(page.program);
  std::string out = ".TH " + in_capitals(program) + " 1 \"\" \"" + program + " " + std::string(page.version) + "\"\n";
  out += ".SH NAME\n" + literal(program) + " \\- " + literal(page.summary) + "\n";
  append_section(out, "overview", page.overview);
  for (const Section& section : page.sections) append_section(out, section.heading, section.text);
  return out;
}

}  // namespace discbench::manual
