// The parts of the catalogue: one list of clauses for each file.
#pragma once

#include <span>

#include "check/catalogue.h"

namespace discbench::check {

std::span<const Entry> return_code_clauses();
std::span<const Entry> multisession_clauses();
std::span<const Entry> in_use_value_clauses();
std::span<const Entry> in_use_pointer_clauses();
std::span<const Entry> in_use_circumstance_clauses();
std::span<const Entry> sequential_clauses();
std::span<const Entry> sequential_address_clauses();
std::span<const Entry> sequential_space_clauses();
std::span<const Entry> sequential2_clauses();
std::span<const Entry> random_write_clauses();
std::span<const Entry> session_cost_clauses();
std::span<const Entry> consumer_clauses();
std::span<const Entry> data_clauses();
std::span<const Entry> data_medium_clauses();
std::span<const Entry> data_setting_clauses();
std::span<const Entry> data_speed_clauses();
std::span<const Entry> data_write_clauses();
std::span<const Entry> data_overwrite_clauses();
std::span<const Entry> format_clauses();
std::span<const Entry> burn_verification_clauses();
std::span<const Entry> event_clauses();
std::span<const Entry> master_event_clauses();
std::span<const Entry> erase_clauses();
std::span<const Entry> recorder_clauses();
std::span<const Entry> recorder_list_clauses();
std::span<const Entry> recorder_ex_clauses();
std::span<const Entry> recorder_ex_list_clauses();
std::span<const Entry> recorder_command_clauses();
std::span<const Entry> master_clauses();
std::span<const Entry> out_value_clauses();
std::span<const Entry> media_clauses();
std::span<const Entry> com_identity_clauses();
std::span<const Entry> com_dispatch_clauses();
std::span<const Entry> com_script_clauses();
std::span<const Entry> com_data_clauses();
std::span<const Entry> file_system_image_clauses();

}  // namespace discbench::check
