#include <gtest/gtest.h>

#include <set>

#include "check/catalogue.h"
#include "contract/interfaces.h"

namespace discbench::contract {
namespace {

TEST(Generation, IsKnownByTheNameThatIsTyped) {
  EXPECT_EQ(generation_named("win7"), Generation::win7);
  EXPECT_EQ(generation_named("xp-vista"), Generation::xp_vista);
  EXPECT_EQ(generation_named("win8"), std::nullopt);
  EXPECT_EQ(generation_named(""), std::nullopt);
}

TEST(Interfaces, EveryClauseBelongsToOneThatIsDescribed) {
  for (const check::Entry& entry : check::catalogue()) {
    const Interface* interface = interface_of_clause(entry.clause.id);
    ASSERT_NE(interface, nullptr) << entry.clause.id;
    EXPECT_GE(entry.clause.since, interface->since) << entry.clause.id;
  }
}

TEST(Interfaces, HaveEachAPrefixOfTheirOwn) {
  std::set<std::string_view> seen;
  for (const Interface& interface : interfaces()) EXPECT_TRUE(seen.insert(interface.prefix).second) << interface.prefix;
  EXPECT_EQ(interface_of_clause("no-interface.member.aspect"), nullptr);
}

TEST(Pages, AreReadWhereTheirKindStands) {
  EXPECT_EQ(address_of_page("nf-imapi2-imultisession-put_inuse"),
            "https://learn.microsoft.com/windows/win32/api/imapi2/nf-imapi2-imultisession-put_inuse");
  EXPECT_EQ(address_of_page("nf-oaidl-idispatch-invoke"),
            "https://learn.microsoft.com/windows/win32/api/oaidl/nf-oaidl-idispatch-invoke");
  EXPECT_EQ(address_of_page("imapi-return-values"),
            "https://learn.microsoft.com/windows/win32/imapi/imapi-return-values");
}

}  // namespace
}  // namespace discbench::contract
