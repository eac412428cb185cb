// A program's page for man(1), made of the very texts that its --help prints.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace discbench::manual {

struct Section {
  std::string_view heading;  ///< "run"; capitals in the page
  std::string_view text;     ///< as --help prints it: lines keep their breaks and their columns
};

struct Page {
  std::string_view program;  ///< "discsim"
  std::string_view version;  ///< "0.1.0"
  std::string_view summary;  ///< half a sentence: "makes discs, looks at them, sends them commands"
  std::string_view overview;
  std::span<const Section> sections;
};

/// The page in the requests of man(7). Nothing in it depends on when or where it is made.
std::string page_of(const Page& page);

}  // namespace discbench::manual
