#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace discbench::profile {

/// The word of the list that a person most likely meant; empty where none is close. Of equally close ones: the first.
std::string nearest(std::string_view word, const std::vector<std::string>& words);

/// "a, b, c"
std::string listed(const std::vector<std::string>& words);

/// "expected 'blank'" where one word is close, else "expected one of a, b, c".
std::string expected_word(std::string_view word, const std::vector<std::string>& words);

}  // namespace discbench::profile
