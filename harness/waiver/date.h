// Days of the calendar, as a waiver's file and --today write them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace discbench::waiver {

using Date = std::chrono::year_month_day;

/// "2027-03-31": four, two and two digits, a day that there is, from 2000 to 2099. Nothing else.
std::optional<Date> date_of(std::string_view text);
/// The same way back. The date must be one that date_of() gives.
std::string text_of(const Date& date);

}  // namespace discbench::waiver
