#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace discbench::tidy {

/// The text with comments turned into blanks; lines stay where they are.
std::string without_comments(std::string_view text);

/// The text with comments and the insides of string and character literals turned into blanks: code alone.
std::string code_only(std::string_view text);

std::vector<std::string_view> lines_of(std::string_view text);

/// Whether the line holds the needle as a word of its own: where the needle begins or ends with a letter, digit or
/// underscore, its neighbour in the line is none. Blanks before a "(" in the line do not count.
bool holds_word(std::string_view line, std::string_view needle);

/// A function's body; lines count from 1. A lambda at namespace scope (in a table, say) is a function, too; one inside
/// a function belongs to it.
struct FunctionBody {
  std::size_t first_line = 0;
  std::size_t last_line = 0;
};

/// Finds functions by their braces; `code` is what code_only() returned.
std::vector<FunctionBody> function_bodies(std::string_view code);

}  // namespace discbench::tidy
