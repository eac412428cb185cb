// Selecting ids: `*` stands for any run of characters, '.' and '/' included; `?` for one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace discbench::result {

bool matches(std::string_view glob, std::string_view id);

/// Several globs are a union; none at all selects everything.
bool matches_any(const std::vector<std::string>& globs, std::string_view id);

/// The ids that a person who wrote `wanted` most likely meant: at most `count`, nearest first, equal ones in their
/// order. Letters count alike in upper and lower case.
std::vector<std::string> nearest(std::string_view wanted, const std::vector<std::string>& ids, std::size_t count);

}  // namespace discbench::result
