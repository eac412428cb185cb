#include "imapi/client/client_name.h"

namespace discbench::imapi {

bool is_client_name(std::u16string_view name) {
  constexpr std::size_t longest = 63;
  constexpr std::u16string_view allowed = u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;-_";
  return !name.empty() && name.size() <= longest && name.find_first_not_of(allowed) == std::u16string_view::npos;
}

}  // namespace discbench::imapi
