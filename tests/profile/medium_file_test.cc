#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "profile/load_scratch.h"

namespace discbench::profile {
namespace {

const std::string good_cd = R"(technology: cd-r
lead-in-start-lba: -11834
last-possible-lead-out-lba: 359849
indicative-write-power: 5
disc-sub-type: 4
unrestricted-use: true
)";

TEST(MediumFile, ACdsCapacityIsTwoSectorsBelowItsLastPossibleLeadOut) {
  const Scratch scratch;
  const disc::Medium medium = load_medium(our_catalogue(), scratch.write("mine.yaml", good_cd).string());
  EXPECT_EQ(medium.technology, disc::Technology::cd_r);
  EXPECT_EQ(medium.lead_in_start.value, -11834);
  EXPECT_EQ(medium.last_possible_lead_out.value, 359849);
  EXPECT_EQ(medium.capacity_sectors, 359847U);
  EXPECT_EQ(medium.indicative_write_power, 5);
  EXPECT_EQ(medium.disc_sub_type, 4);
  EXPECT_TRUE(medium.unrestricted_use);
}

TEST(MediumFile, ABlurayHasItsIdentifiers) {
  const Scratch scratch;
  const auto file = scratch.write("mine.yaml",
                                  "technology: bd-r-srm\ncapacity-sectors: 24438784\nmanufacturer-id: MILLEN\n"
                                  "media-type-id: MR1\nrevision: 255\n");
  const disc::Medium medium = load_medium(our_catalogue(), file.string());
  EXPECT_EQ(medium.capacity_sectors, 24438784U);
  EXPECT_EQ(medium.manufacturer_id, "MILLEN");
  EXPECT_EQ(medium.media_type_id, "MR1");
  EXPECT_EQ(medium.revision, 255);
  EXPECT_FALSE(medium.unrestricted_use);
}

TEST(MediumFile, ADvdPlusRwHasItsCapacityAndIdentifiers) {
  const Scratch scratch;
  const auto file = scratch.write("mine.yaml",
                                  "technology: dvd-plus-rw\ncapacity-sectors: 714544\nmanufacturer-id: RICOHJPN\n"
                                  "media-type-id: W11\n");
  const disc::Medium medium = load_medium(our_catalogue(), file.string());
  EXPECT_EQ(medium.technology, disc::Technology::dvd_plus_rw);
  EXPECT_EQ(medium.capacity_sectors, 714544U);
  EXPECT_EQ(medium.manufacturer_id, "RICOHJPN");
  EXPECT_EQ(medium.media_type_id, "W11");
}

class BadMediumFile : public testing::TestWithParam<BadFile> {};

TEST_P(BadMediumFile, GivesOneLine) {
  EXPECT_THAT(problems_of(with(good_cd, GetParam().part, GetParam().replacement)),
              testing::ElementsAre(GetParam().line));
}

INSTANTIATE_TEST_SUITE_P(
    Each, BadMediumFile,
    testing::Values(
        BadFile{
            "AnotherTechnologysKey", "unrestricted-use: true", "capacity-sectors: 359844",
            "6:1: key 'capacity-sectors': is not a key of a medium of technology cd-r, expected one of description, "
            "technology, lead-in-start-lba, last-possible-lead-out-lba, indicative-write-power, disc-sub-type, "
            "unrestricted-use"},
        BadFile{"UnknownTechnology", "technology: cd-r\n", "technology: cd-rw\n",
                "1:13: key 'technology': 'cd-rw' is unknown, expected 'cd-r'"},
        BadFile{"NoTechnology", "technology: cd-r\n", "",
                "1:1: key 'technology': is missing, expected one of cd-r, dvd-plus-r, bd-r-srm, pressed-cd, "
                "dvd-plus-rw"},
        BadFile{"LeadInNotNegative", "-11834", "11834",
                "2:20: key 'lead-in-start-lba': 11834 is out of range, expected an integer from -45150 to -151"},
        BadFile{"PowerTooLarge", "power: 5", "power: 8",
                "4:25: key 'indicative-write-power': 8 is out of range, expected an integer from 0 to 7"}),
    name_of_bad_file);

TEST(MediumFile, ACapacityIsAMultipleOfTheWriteUnit) {
  EXPECT_THAT(problems_of("technology: bd-r-srm\ncapacity-sectors: 12219393\nmanufacturer-id: A\nmedia-type-id: B\n"),
              testing::ElementsAre("2:19: key 'capacity-sectors': 12219393 is out of range, expected a multiple of 32 "
                                   "from 32 to 62500864"));
}

}  // namespace
}  // namespace discbench::profile
