#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "com/event_objects.h"
#include "com/pointer.h"
#include "com/text.h"
#include "imapi/master/disc_master.h"

namespace discbench::imapi {
namespace {

using com::Pointer;
using testing::ElementsAre;
using testing::IsEmpty;

using Sink = com::RecordingSink<DDiscMaster2Events>;

class DiscMaster : public testing::Test {
 protected:
  DiscMaster() { master_ = new_master(); }

  Pointer<IDiscMaster2> new_master() {
    Pointer<IDiscMaster2> master;
    EXPECT_EQ(create_disc_master(devices_, IID_PPV_ARGS(master.put())), S_OK);
    return master;
  }

  Pointer<IConnectionPoint> events() {
    Pointer<IConnectionPoint> point;
    EXPECT_EQ(master_.query<IConnectionPointContainer>()->FindConnectionPoint(IID_DDiscMaster2Events, point.put()),
              S_OK);
    return point;
  }

  LONG count() {
    LONG value = -1;
    EXPECT_EQ(master_->get_Count(&value), S_OK);
    return value;
  }

  std::u16string item(LONG index) {
    BSTR id = nullptr;
    EXPECT_EQ(master_->get_Item(index, &id), S_OK);
    const std::u16string text = com::text_of(id);
    SysFreeString(id);
    return text;
  }

  std::shared_ptr<DeviceList> devices_ =
      std::make_shared<DeviceList>(std::vector<std::u16string>{u"discbench:cd-r/blank", u"discbench:bd-r/blank"});
  Pointer<IDiscMaster2> master_;
};

TEST_F(DiscMaster, CountsAndNamesTheRecorders) {
  EXPECT_EQ(count(), 2);
  EXPECT_EQ(item(0), u"discbench:cd-r/blank");
  EXPECT_EQ(item(1), u"discbench:bd-r/blank");
}

TEST_F(DiscMaster, AnIndexThatIsNotThereIsAnInvalidArgument) {
  for (const LONG index : {-1, 2, 0x7fffffff, -0x7fffffff - 1}) {
    BSTR id = reinterpret_cast<BSTR>(this);
    EXPECT_EQ(master_->get_Item(index, &id), E_INVALIDARG) << index;
    EXPECT_EQ(id, nullptr);
  }
}

TEST_F(DiscMaster, NoPlaceForAnAnswerIsRefused) {
  EXPECT_EQ(master_->get__NewEnum(nullptr), E_POINTER);
  EXPECT_EQ(master_->get_Item(0, nullptr), E_POINTER);
  EXPECT_EQ(master_->get_Count(nullptr), E_POINTER);
  EXPECT_EQ(master_->get_IsSupportedEnvironment(nullptr), E_POINTER);
}

TEST_F(DiscMaster, AnEnvironmentHasAtLeastOneRecorder) {
  VARIANT_BOOL supported = VARIANT_FALSE;
  EXPECT_EQ(master_->get_IsSupportedEnvironment(&supported), S_OK);
  EXPECT_EQ(supported, VARIANT_TRUE);
  devices_->remove(u"discbench:cd-r/blank");
  devices_->remove(u"discbench:bd-r/blank");
  EXPECT_EQ(count(), 0);
  EXPECT_EQ(master_->get_IsSupportedEnvironment(&supported), S_OK);
  EXPECT_EQ(supported, VARIANT_FALSE);
}

TEST_F(DiscMaster, EnumeratesWhatWasThereWhenItWasAsked) {
  Pointer<IEnumVARIANT> ids;
  ASSERT_EQ(master_->get__NewEnum(ids.put()), S_OK);
  devices_->add(u"discbench:late");
  VARIANT elements[3] = {};
  ULONG fetched = 7;
  EXPECT_EQ(ids->Next(3, elements, &fetched), S_FALSE) << "fewer than were asked for";
  ASSERT_EQ(fetched, 2u);
  EXPECT_EQ(elements[0].vt, VT_BSTR);
  EXPECT_EQ(com::text_of(elements[0].bstrVal), u"discbench:cd-r/blank");
  EXPECT_EQ(com::text_of(elements[1].bstrVal), u"discbench:bd-r/blank");
  VariantClear(&elements[0]);
  VariantClear(&elements[1]);
  EXPECT_EQ(ids->Reset(), S_OK);
  EXPECT_EQ(ids->Skip(1), S_OK);
  Pointer<IEnumVARIANT> clone;
  ASSERT_EQ(ids->Clone(clone.put()), S_OK);
  EXPECT_EQ(clone->Next(1, elements, nullptr), S_OK);
  EXPECT_EQ(com::text_of(elements[0].bstrVal), u"discbench:bd-r/blank");
  VariantClear(&elements[0]);
  EXPECT_EQ(clone->Skip(1), S_FALSE);
}

TEST_F(DiscMaster, ScriptsEnumerateAndIndexIt) {
  VARIANT result{};
  DISPPARAMS none{};
  constexpr WORD as_scripts = DISPATCH_METHOD | DISPATCH_PROPERTYGET;
  EXPECT_EQ(master_->Invoke(DISPID_IDISCMASTER2__NEWENUM, IID_NULL, 0, as_scripts, &none, &result, nullptr, nullptr),
            S_OK);
  ASSERT_EQ(result.vt, VT_UNKNOWN);
  EXPECT_TRUE(com::query<IEnumVARIANT>(result.punkVal));
  VariantClear(&result);
  VARIANT index{};
  index.vt = VT_I2;
  index.iVal = 1;
  DISPPARAMS one{&index, nullptr, 1, 0};
  EXPECT_EQ(master_->Invoke(DISPID_IDISCMASTER2_ITEM, IID_NULL, 0, as_scripts, &one, &result, nullptr, nullptr), S_OK);
  EXPECT_EQ(com::text_of(result.bstrVal), u"discbench:bd-r/blank");
  VariantClear(&result);
}

TEST_F(DiscMaster, TellsOfDevicesThatComeAndGo) {
  const auto sink = Pointer<Sink>::adopt(new Sink);
  DWORD cookie = 0;
  ASSERT_EQ(events()->Advise(sink.get(), &cookie), S_OK);
  devices_->add(u"discbench:late");
  devices_->remove(u"discbench:cd-r/blank");
  EXPECT_THAT(sink->ids,
              ElementsAre(DISPID_DDISCMASTER2EVENTS_NOTIFYDEVICEADDED, DISPID_DDISCMASTER2EVENTS_NOTIFYDEVICEREMOVED));
  EXPECT_THAT(sink->names, ElementsAre(u"discbench:late", u"discbench:cd-r/blank"));
  EXPECT_EQ(sink->sources.front(), master_.query<IDispatch>().get());
  EXPECT_TRUE(sink->well_formed);
  EXPECT_EQ(item(0), u"discbench:bd-r/blank") << "the places have changed";
  EXPECT_EQ(item(1), u"discbench:late");
}

TEST_F(DiscMaster, ASinkSeesTheListAsItIsByThen) {
  const auto sink = Pointer<Sink>::adopt(new Sink);
  DWORD cookie = 0;
  ASSERT_EQ(events()->Advise(sink.get(), &cookie), S_OK);
  LONG seen = 0;
  sink->reaction = [&] {
    seen = count();
    devices_->add(u"discbench:cd-r/blank");  // there already: nothing is told of it
  };
  devices_->add(u"discbench:late");
  EXPECT_EQ(seen, 3);
  EXPECT_EQ(sink->names.size(), 1u);
}

TEST_F(DiscMaster, TellsNobodyOnceItIsGone) {
  const auto sink = Pointer<Sink>::adopt(new Sink);
  DWORD cookie = 0;
  ASSERT_EQ(events()->Advise(sink.get(), &cookie), S_OK);
  master_ = {};
  devices_->add(u"discbench:late");
  EXPECT_THAT(sink->names, IsEmpty());
  EXPECT_EQ(sink->references(), 1u);
}

TEST_F(DiscMaster, MayEndWhileItTells) {
  const auto sink = Pointer<Sink>::adopt(new Sink);
  DWORD cookie = 0;
  ASSERT_EQ(events()->Advise(sink.get(), &cookie), S_OK);
  sink->reaction = [this] { master_ = {}; };
  devices_->add(u"discbench:late");
  EXPECT_EQ(sink->names.size(), 1u);
  EXPECT_EQ(sink->references(), 1u) << "the object went when it had told";
}

TEST_F(DiscMaster, ComesAndGoesWhileDevicesDo) {
  constexpr int rounds = 200;
  std::thread plugging([this] {
    for (int round = 0; round < rounds; ++round) {
      devices_->add(u"discbench:late");
      devices_->remove(u"discbench:late");
    }
  });
  for (int round = 0; round < rounds; ++round) {
    master_ = new_master();
    EXPECT_GE(count(), 2);
  }
  plugging.join();
  EXPECT_EQ(count(), 2);
}

}  // namespace
}  // namespace discbench::imapi
