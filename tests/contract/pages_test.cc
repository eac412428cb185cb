// The pages of the documentation that the contract is made of, written down by hand: a page that no clause names is a
// part of the contract that was forgotten.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include "check/catalogue.h"

namespace discbench::contract {
namespace {

constexpr std::array<std::string_view, 122> pages{
    // IMultisession
    "nf-imapi2-imultisession-get_importrecorder",
    "nf-imapi2-imultisession-get_inuse",
    "nf-imapi2-imultisession-get_issupportedoncurrentmediastate",
    "nf-imapi2-imultisession-put_inuse",
    "nn-imapi2-imultisession",
    // IMultisessionSequential
    "nf-imapi2-imultisessionsequential-get_freesectorsonmedia",
    "nf-imapi2-imultisessionsequential-get_isfirstdatasession",
    "nf-imapi2-imultisessionsequential-get_lastwrittenaddressofprevioussession",
    "nf-imapi2-imultisessionsequential-get_nextwritableaddress",
    "nf-imapi2-imultisessionsequential-get_startaddressofprevioussession",
    "nn-imapi2-imultisessionsequential",
    // IMultisessionSequential2
    "nf-imapi2-imultisessionsequential2-get_writeunitsize",
    "nn-imapi2-imultisessionsequential2",
    // IMultisessionRandomWrite
    "nf-imapi2-imultisessionrandomwrite-get_lastwrittenaddress",
    "nf-imapi2-imultisessionrandomwrite-get_totalsectorsonmedia",
    "nf-imapi2-imultisessionrandomwrite-get_writeunitsize",
    "nn-imapi2-imultisessionrandomwrite",
    // IDiscFormat2Data
    "nf-imapi2-idiscformat2data-cancelwrite",
    "nf-imapi2-idiscformat2data-get_bufferunderrunfreedisabled",
    "nf-imapi2-idiscformat2data-get_clientname",
    "nf-imapi2-idiscformat2data-get_currentmediastatus",
    "nf-imapi2-idiscformat2data-get_currentphysicalmediatype",
    "nf-imapi2-idiscformat2data-get_currentrotationtypeispurecav",
    "nf-imapi2-idiscformat2data-get_currentwritespeed",
    "nf-imapi2-idiscformat2data-get_disableconsumerdvdcompatibilitymode",
    "nf-imapi2-idiscformat2data-get_forcemediatobeclosed",
    "nf-imapi2-idiscformat2data-get_forceoverwrite",
    "nf-imapi2-idiscformat2data-get_freesectorsonmedia",
    "nf-imapi2-idiscformat2data-get_lastwrittenaddressofprevioussession",
    "nf-imapi2-idiscformat2data-get_multisessioninterfaces",
    "nf-imapi2-idiscformat2data-get_nextwritableaddress",
    "nf-imapi2-idiscformat2data-get_postgapalreadyinimage",
    "nf-imapi2-idiscformat2data-get_recorder",
    "nf-imapi2-idiscformat2data-get_requestedrotationtypeispurecav",
    "nf-imapi2-idiscformat2data-get_requestedwritespeed",
    "nf-imapi2-idiscformat2data-get_startaddressofprevioussession",
    "nf-imapi2-idiscformat2data-get_supportedwritespeeddescriptors",
    "nf-imapi2-idiscformat2data-get_supportedwritespeeds",
    "nf-imapi2-idiscformat2data-get_totalsectorsonmedia",
    "nf-imapi2-idiscformat2data-get_writeprotectstatus",
    "nf-imapi2-idiscformat2data-put_bufferunderrunfreedisabled",
    "nf-imapi2-idiscformat2data-put_clientname",
    "nf-imapi2-idiscformat2data-put_disableconsumerdvdcompatibilitymode",
    "nf-imapi2-idiscformat2data-put_forcemediatobeclosed",
    "nf-imapi2-idiscformat2data-put_forceoverwrite",
    "nf-imapi2-idiscformat2data-put_postgapalreadyinimage",
    "nf-imapi2-idiscformat2data-put_recorder",
    "nf-imapi2-idiscformat2data-setwritespeed",
    "nf-imapi2-idiscformat2data-write",
    "nn-imapi2-idiscformat2data",
    // What the writer tells while it writes
    "nf-imapi2-ddiscformat2dataevents-update",
    "nn-imapi2-idiscformat2dataeventargs",
    // IDiscFormat2
    "nf-imapi2-idiscformat2-get_mediaheuristicallyblank",
    "nf-imapi2-idiscformat2-get_mediaphysicallyblank",
    "nf-imapi2-idiscformat2-get_supportedmediatypes",
    "nf-imapi2-idiscformat2-iscurrentmediasupported",
    "nf-imapi2-idiscformat2-isrecordersupported",
    // IDiscFormat2Erase
    "nf-imapi2-idiscformat2erase-erasemedia",
    "nf-imapi2-idiscformat2erase-get_clientname",
    "nf-imapi2-idiscformat2erase-get_currentphysicalmediatype",
    "nf-imapi2-idiscformat2erase-get_fullerase",
    "nf-imapi2-idiscformat2erase-get_recorder",
    "nf-imapi2-idiscformat2erase-put_clientname",
    "nf-imapi2-idiscformat2erase-put_fullerase",
    "nf-imapi2-idiscformat2erase-put_recorder",
    "nn-imapi2-idiscformat2erase",
    // IDiscMaster2
    "nf-imapi2-idiscmaster2-get__newenum",
    "nf-imapi2-idiscmaster2-get_count",
    "nf-imapi2-idiscmaster2-get_issupportedenvironment",
    "nf-imapi2-idiscmaster2-get_item",
    "nn-imapi2-idiscmaster2",
    // DDiscMaster2Events
    "nf-imapi2-ddiscmaster2events-notifydeviceadded",
    "nf-imapi2-ddiscmaster2events-notifydeviceremoved",
    // IDiscRecorder2
    "nf-imapi2-idiscrecorder2-acquireexclusiveaccess",
    "nf-imapi2-idiscrecorder2-closetray",
    "nf-imapi2-idiscrecorder2-disablemcn",
    "nf-imapi2-idiscrecorder2-ejectmedia",
    "nf-imapi2-idiscrecorder2-enablemcn",
    "nf-imapi2-idiscrecorder2-get_activediscrecorder",
    "nf-imapi2-idiscrecorder2-get_currentfeaturepages",
    "nf-imapi2-idiscrecorder2-get_currentprofiles",
    "nf-imapi2-idiscrecorder2-get_devicecanloadmedia",
    "nf-imapi2-idiscrecorder2-get_exclusiveaccessowner",
    "nf-imapi2-idiscrecorder2-get_legacydevicenumber",
    "nf-imapi2-idiscrecorder2-get_productid",
    "nf-imapi2-idiscrecorder2-get_productrevision",
    "nf-imapi2-idiscrecorder2-get_supportedfeaturepages",
    "nf-imapi2-idiscrecorder2-get_supportedmodepages",
    "nf-imapi2-idiscrecorder2-get_supportedprofiles",
    "nf-imapi2-idiscrecorder2-get_vendorid",
    "nf-imapi2-idiscrecorder2-get_volumename",
    "nf-imapi2-idiscrecorder2-get_volumepathnames",
    "nf-imapi2-idiscrecorder2-initializediscrecorder",
    "nf-imapi2-idiscrecorder2-releaseexclusiveaccess",
    "nn-imapi2-idiscrecorder2",
    // IDiscRecorder2Ex
    "nf-imapi2-idiscrecorder2ex-getadapterdescriptor",
    "nf-imapi2-idiscrecorder2ex-getbytealignmentmask",
    "nf-imapi2-idiscrecorder2ex-getdevicedescriptor",
    "nf-imapi2-idiscrecorder2ex-getdiscinformation",
    "nf-imapi2-idiscrecorder2ex-getfeaturepage",
    "nf-imapi2-idiscrecorder2ex-getmaximumnonpagealignedtransfersize",
    "nf-imapi2-idiscrecorder2ex-getmaximumpagealignedtransfersize",
    "nf-imapi2-idiscrecorder2ex-getmodepage",
    "nf-imapi2-idiscrecorder2ex-getsupportedfeaturepages",
    "nf-imapi2-idiscrecorder2ex-getsupportedmodepages",
    "nf-imapi2-idiscrecorder2ex-getsupportedprofiles",
    "nf-imapi2-idiscrecorder2ex-gettrackinformation",
    "nf-imapi2-idiscrecorder2ex-readdvdstructure",
    "nf-imapi2-idiscrecorder2ex-sendcommandgetdatafromdevice",
    "nf-imapi2-idiscrecorder2ex-sendcommandnodata",
    "nf-imapi2-idiscrecorder2ex-sendcommandsenddatatodevice",
    "nf-imapi2-idiscrecorder2ex-senddvdstructure",
    "nf-imapi2-idiscrecorder2ex-setmodepage",
    "nn-imapi2-idiscrecorder2ex",
    // Enumerations
    "ne-imapi2-imapi_format2_data_media_state",
    "ne-imapi2-imapi_media_write_protect_state",
    // The guide
    "creating-a-multisession-disc",
    "creating-discs-with-multiple-sessions",
    "imapi-constants",
    "imapi-multisession-layout",
    "imapi-return-values",
    "what-s-new",
};

std::set<std::string_view> pages_of_the_catalogue() {
  std::set<std::string_view> named;
  for (const check::Entry& entry : check::catalogue()) named.insert(entry.clause.page);
  return named;
}

TEST(Pages, EachHasAClauseOfItsOwn) {
  const std::set<std::string_view> named = pages_of_the_catalogue();
  for (const std::string_view page : pages) EXPECT_TRUE(named.contains(page)) << page << " is named by no clause";
}

TEST(Pages, AreListedOnce) {
  const std::set<std::string_view> once(pages.begin(), pages.end());
  EXPECT_EQ(once.size(), pages.size());
}

// The other way round: a page of these interfaces that a clause names is in the list.
TEST(Pages, OfTheseInterfacesAreAllListed) {
  constexpr std::array<std::string_view, 4> families{"imultisession", "idiscformat2", "idiscmaster2", "idiscrecorder2"};
  for (const std::string_view page : pages_of_the_catalogue()) {
    const bool of_these = std::any_of(families.begin(), families.end(), [page](std::string_view family) {
      return page.starts_with("nf-imapi2-" + std::string(family)) ||
             page.starts_with("nn-imapi2-" + std::string(family));
    });
    const bool listed = std::find(pages.begin(), pages.end(), page) != pages.end();
    EXPECT_TRUE(!of_these || listed) << page << " is named by a clause and not listed here";
  }
}

}  // namespace
}  // namespace discbench::contract
