// The profiles that we hand out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "expectation/property.h"
#include "profile/load_scratch.h"

namespace discbench::profile {
namespace {

using disc::Technology;

TEST(OurProfiles, AreDrivesMediaAndScenarios) {
  const Catalogue catalogue = our_catalogue();
  EXPECT_THAT(catalogue.ids(Kind::drive), testing::ElementsAre("bd-writer", "bd-writer-slow", "cd-writer"));
  EXPECT_THAT(catalogue.ids(Kind::medium),
              testing::ElementsAre("bd-r-25", "bd-r-50", "bd-rom", "cd-r-74", "cd-r-80", "cd-rom", "dvd-plus-r",
                                   "dvd-plus-r-8cm", "dvd-plus-rw", "dvd-rom"));
  std::vector<std::string> expected{"cd-r/nearly-full",
                                    "cd-r/audio-only",
                                    "cd-r/audio-then-data",
                                    "cd-r/sao-session",
                                    "cd-rom/one-session",
                                    "dvd-rom/one-session",
                                    "bd-rom/one-session",
                                    "no-disc/empty",
                                    "no-disc/tray-open",
                                    "no-disc/becoming-ready",
                                    "cd-r/full-but-for-the-gap",
                                    "dvd-plus-r/full-but-for-the-gap",
                                    "dvd-plus-r/damaged-first-session",
                                    "dvd-plus-r/foreign",
                                    "bd-r/write-protected-by-drive",
                                    "cd-r/blank-74-min",
                                    "cd-r/three-sessions-74-min",
                                    "dvd-plus-r/blank-8cm",
                                    "dvd-plus-r/one-session-8cm",
                                    "bd-r/blank-dual-layer",
                                    "bd-r/three-sessions-dual-layer"};
  for (const std::string family : {"cd-r", "dvd-plus-r", "bd-r"})
    for (const std::string state : {"blank", "one-session", "three-sessions", "two-tracks", "open-track", "finalised",
                                    "full", "becoming-ready", "empty-session", "damaged", "write-protected"})
      expected.push_back(family + "/" + state);
  for (const std::string state : {"blank", "formatting", "formatted", "written", "closed"})
    expected.push_back("dvd-plus-rw/" + state);
  EXPECT_THAT(catalogue.ids(Kind::scenario), testing::UnorderedElementsAreArray(expected));
}

TEST(OurProfiles, AllOfThemLoad) {
  const Catalogue catalogue = our_catalogue();
  for (const std::string& id : catalogue.ids(Kind::drive)) EXPECT_EQ(load_drive(catalogue, id).id, id);
  for (const std::string& id : catalogue.ids(Kind::medium)) EXPECT_EQ(load_medium(catalogue, id).id, id);
  for (const std::string& id : catalogue.ids(Kind::scenario)) EXPECT_EQ(load_scenario(catalogue, id).id, id);
}

// Golden dump G1: blank CD-R of 80 minutes.
TEST(OurProfiles, TheCdIsTheOneOfTheDump) {
  const disc::Medium cd = load_medium(our_catalogue(), "cd-r-80");
  EXPECT_EQ(cd.lead_in_start.value, -11634);
  EXPECT_EQ(cd.last_possible_lead_out.value, 359846);
  EXPECT_EQ(cd.capacity_sectors, 359844U);
}

// Golden dumps A1 and F1.
TEST(OurProfiles, TheDvdAndTheBlurayAreThoseOfTheDumps) {
  const disc::Medium dvd = load_medium(our_catalogue(), "dvd-plus-r");
  EXPECT_EQ(dvd.capacity_sectors, 2295104U);
  EXPECT_EQ(dvd.read_compatibility_lba, 270336U);
  EXPECT_EQ(dvd.manufacturer_id + "/" + dvd.media_type_id, "CMC MAG/M01");
  const disc::Medium rewritable = load_medium(our_catalogue(), "dvd-plus-rw");
  EXPECT_EQ(rewritable.technology, Technology::dvd_plus_rw);
  EXPECT_EQ(rewritable.capacity_sectors, 2295104U);
  EXPECT_EQ(rewritable.manufacturer_id + "/" + rewritable.media_type_id, "RITEK/004");
  const disc::Medium bd = load_medium(our_catalogue(), "bd-r-25");
  EXPECT_EQ(bd.capacity_sectors, 12219392U);
  EXPECT_EQ(bd.manufacturer_id + "/" + bd.media_type_id, "VERBAT/IMe");
}

/// What their makers print on them in numbers: lead-out at 74:00:00, 8 cm, two layers of 25 GB.
TEST(OurProfiles, TheSmallAndTheLargeMediaHaveTheirSizes) {
  EXPECT_EQ(load_medium(our_catalogue(), "cd-r-74").capacity_sectors, 332848U);
  const disc::Medium small = load_medium(our_catalogue(), "dvd-plus-r-8cm");
  EXPECT_EQ(small.capacity_sectors, 714544U);
  EXPECT_EQ(small.diameter_mm, 80U);
  const disc::Medium large = load_medium(our_catalogue(), "bd-r-50");
  EXPECT_EQ(large.capacity_sectors, 24438784U);
  EXPECT_EQ(large.layers, 2);
}

TEST(OurProfiles, TheBdWriterWritesAllOfThemAndTheCdWriterOnlyCds) {
  const drive::DriveSettings bd = load_drive(our_catalogue(), "bd-writer");
  EXPECT_THAT(bd.writes, testing::ElementsAre(Technology::bd_r_srm, Technology::dvd_plus_r, Technology::cd_r,
                                              Technology::dvd_plus_rw));
  EXPECT_THAT(bd.write_speeds_kbps.at(Technology::bd_r_srm), testing::ElementsAre(53952, 44960, 35968, 26976, 17984));
  EXPECT_THAT(bd.write_speeds_kbps.at(Technology::dvd_plus_rw), testing::ElementsAre(5540, 3324));
  EXPECT_THAT(bd.write_speeds_kbps.at(Technology::dvd_plus_r), testing::ElementsAre(11080, 8310, 5540, 4155));
  const drive::DriveSettings cd = load_drive(our_catalogue(), "cd-writer");
  EXPECT_THAT(cd.writes, testing::ElementsAre(Technology::cd_r));
  EXPECT_THAT(cd.profiles, testing::ElementsAre(0x0a, 0x09, 0x08));
}

/// The four addresses of IMultisessionSequential equal those of IDiscFormat2Data, so their expectations do.
TEST(OurProfiles, BothObjectsAreExpectedToAnswerTheSame) {
  const Catalogue catalogue = our_catalogue();
  for (const std::string& id : catalogue.ids(Kind::scenario)) {
    const auto expect = load_scenario(catalogue, id).expect;
    for (const char* name : {"start-address-of-previous-session", "last-written-address-of-previous-session",
                             "next-writable-address", "free-sectors-on-media"}) {
      const auto& sequential = expect.at(std::string("sequential.") + name);
      const auto& data = expect.at(std::string("data.") + name);
      EXPECT_EQ(sequential.describe(), data.describe()) << id << " " << name;
    }
  }
}

TEST(OurProfiles, FreeSpaceMayBeUpTo152SectorsLessThanTheDriveSays) {
  const Catalogue catalogue = our_catalogue();
  int ranges = 0;
  for (const std::string& id : catalogue.ids(Kind::scenario)) {
    const auto free = load_scenario(catalogue, id).expect.at("sequential.free-sectors-on-media");
    if (!free.range || id.starts_with("dvd-plus-rw/")) continue;  // which has nothing to take run-out from
    ++ranges;
    EXPECT_EQ(free.range->max - free.range->min, 152) << id;
  }
  EXPECT_GE(ranges, 15);  // three families, five states that can be written to, and more
}

}  // namespace
}  // namespace discbench::profile
