#include "waiver/date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace discbench::waiver {
namespace {

constexpr std::string_view form = "dddd-dd-dd";
constexpr int first_year = 2000;
constexpr int last_year = 2099;

bool has_the_form(std::string_view text) {
  return std::equal(text.begin(), text.end(), form.begin(), form.end(), [](char character, char wanted) {
    return wanted == 'd' ? character >= '0' && character <= '9' : character == wanted;
  });
}

int number_at(std::string_view text, std::size_t at, std::size_t length) {
  int value = 0;
  std::from_chars(text.data() + at, text.data() + at + length, value);
  return value;
}

}  // namespace

std::optional<Date> date_of(std::string_view text) {
  if (!has_the_form(text)) return std::nullopt;
  const int year = number_at(text, 0, 4);
  const Date date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(number_at(text, 5, 2))),
                  std::chrono::day(static_cast<unsigned>(number_at(text, 8, 2)))};
  if (!date.ok() || year < first_year || year > last_year) return std::nullopt;
  return date;
}

std::string text_of(const Date& date) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

}  // namespace discbench::waiver
