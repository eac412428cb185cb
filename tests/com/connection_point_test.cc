#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "com/class_factory.h"
#include "com/pointer.h"
#include "event_objects.h"

namespace {

using namespace discbench::com;

using Sink = RecordingSink<>;

class Events : public testing::Test {
 protected:
  static Pointer<Sink> new_sink() { return Pointer<Sink>::adopt(new Sink); }

  Pointer<IConnectionPoint> point() {
    Pointer<IConnectionPoint> found;
    EXPECT_EQ(container_->FindConnectionPoint(IID_DDiscMaster2Events, found.put()), S_OK);
    return found;
  }

  DWORD advise(IUnknown* sink) {
    DWORD cookie = 0;
    EXPECT_EQ(point()->Advise(sink, &cookie), S_OK);
    EXPECT_NE(cookie, 0u);
    return cookie;
  }

  bool dead_ = false;
  Pointer<Announcer> source_ = Pointer<Announcer>::adopt(new Announcer(&dead_));
  Pointer<IConnectionPointContainer> container_ = source_.query<IConnectionPointContainer>();
};

TEST_F(Events, TheContainerIsAnInterfaceOfTheObject) {
  ASSERT_TRUE(container_);
  EXPECT_EQ(container_.query<IUnknown>().get(), source_.query<IUnknown>().get());
  EXPECT_EQ(container_.query<IDispatch>().get(), source_.query<IDispatch>().get());
}

TEST_F(Events, ThePointIsAnObjectByItself) {
  const Pointer<IConnectionPoint> found = point();
  EXPECT_NE(found.query<IUnknown>().get(), source_.query<IUnknown>().get());
  EXPECT_EQ(found.query<IUnknown>().get(), found.get());
  EXPECT_FALSE(found.query<IConnectionPointContainer>());
  EXPECT_EQ(found->QueryInterface(IID_IUnknown, nullptr), E_POINTER);
  EXPECT_EQ(point().get(), found.get()) << "the same one every time";
}

TEST_F(Events, ThePointNamesItsOwnerAndItsInterface) {
  Pointer<IConnectionPointContainer> owner;
  EXPECT_EQ(point()->GetConnectionPointContainer(owner.put()), S_OK);
  EXPECT_EQ(owner.get(), container_.get());
  IID iid{};
  EXPECT_EQ(point()->GetConnectionInterface(&iid), S_OK);
  EXPECT_EQ(iid, IID_DDiscMaster2Events);
  EXPECT_EQ(point()->GetConnectionPointContainer(nullptr), E_POINTER);
  EXPECT_EQ(point()->GetConnectionInterface(nullptr), E_POINTER);
}

TEST_F(Events, OnlyTheObjectsOwnEventsAreFound) {
  auto* none = reinterpret_cast<IConnectionPoint*>(this);
  EXPECT_EQ(container_->FindConnectionPoint(IID_DDiscFormat2EraseEvents, &none), CONNECT_E_NOCONNECTION);
  EXPECT_EQ(none, nullptr);
  EXPECT_EQ(container_->FindConnectionPoint(IID_DDiscMaster2Events, nullptr), E_POINTER);
}

TEST_F(Events, AReferenceToThePointKeepsTheObject) {
  Pointer<IConnectionPoint> held = point();
  container_ = {};
  source_ = {};
  EXPECT_FALSE(dead_);
  held = {};
  EXPECT_TRUE(dead_);
}

TEST_F(Events, ASinkDoesNotKeepTheSource) {
  const auto sink = new_sink();
  advise(sink.get());
  EXPECT_EQ(sink->references(), 2u);
  container_ = {};
  EXPECT_EQ(source_->references(), 1u);
  source_ = {};
  EXPECT_TRUE(dead_);
  EXPECT_EQ(sink->references(), 1u) << "released with the source";
}

TEST_F(Events, ASinkIsToldWhatAndByWhom) {
  const auto sink = new_sink();
  advise(sink.get());
  source_->announce(u"first");
  source_->announce(u"second");
  EXPECT_EQ(sink->ids, (std::vector<DISPID>{0x100, 0x100}));
  EXPECT_EQ(sink->names, (std::vector<std::u16string>{u"first", u"second"}));
  EXPECT_EQ(sink->sources.front(), source_.query<IDispatch>().get());
  EXPECT_TRUE(sink->well_formed);
}

TEST_F(Events, ASinkIsAskedForTheEventInterfaceFirst) {
  using OwnSink = RecordingSink<DDiscMaster2Events>;
  const auto sink = Pointer<OwnSink>::adopt(new OwnSink);
  advise(sink.get());
  source_->announce(u"first");
  EXPECT_EQ(sink->names.size(), 1u);
}

TEST_F(Events, WhoCannotBeCalledIsNoSink) {
  DWORD cookie = 7;
  EXPECT_EQ(point()->Advise(point().get(), &cookie), CONNECT_E_CANNOTCONNECT) << "no IDispatch";
  EXPECT_EQ(cookie, 0u);
  EXPECT_EQ(point()->Advise(nullptr, &cookie), E_POINTER);
  EXPECT_EQ(point()->Advise(new_sink().get(), nullptr), E_POINTER);
}

TEST_F(Events, ASinkThatGoesIsReleasedAndNotCalled) {
  const auto sink = new_sink();
  const DWORD cookie = advise(sink.get());
  EXPECT_EQ(point()->Unadvise(cookie), S_OK);
  EXPECT_EQ(sink->references(), 1u);
  source_->announce(u"first");
  EXPECT_TRUE(sink->names.empty());
  EXPECT_EQ(point()->Unadvise(cookie), CONNECT_E_NOCONNECTION);
  EXPECT_EQ(point()->Unadvise(0), CONNECT_E_NOCONNECTION);
}

TEST_F(Events, OneSinkMayBeConnectedTwice) {
  const auto sink = new_sink();
  const DWORD first = advise(sink.get());
  const DWORD second = advise(sink.get());
  EXPECT_NE(first, second);
  source_->announce(u"twice");
  EXPECT_EQ(sink->names.size(), 2u);
  point()->Unadvise(first);
  source_->announce(u"once");
  EXPECT_EQ(sink->names.size(), 3u);
}

TEST_F(Events, ASinkMayGoDuringTheEvent) {
  const auto sink = new_sink();
  const auto other = new_sink();
  const DWORD cookie = advise(sink.get());
  advise(other.get());
  sink->reaction = [&] { EXPECT_EQ(point()->Unadvise(cookie), S_OK); };
  source_->announce(u"first");
  source_->announce(u"second");
  EXPECT_EQ(sink->names.size(), 1u);
  EXPECT_EQ(other->names.size(), 2u);
}

TEST_F(Events, WhoWasSentAwayDuringTheEventIsNotCalledAnyMore) {
  const auto sink = new_sink();
  const auto other = new_sink();
  advise(sink.get());
  const DWORD cookie = advise(other.get());
  sink->reaction = [&] { point()->Unadvise(cookie); };
  source_->announce(u"first");
  EXPECT_TRUE(other->names.empty());
}

TEST_F(Events, WhoComesDuringTheEventWaitsForTheNext) {
  const auto sink = new_sink();
  const auto late = new_sink();
  advise(sink.get());
  sink->reaction = [&] {
    if (sink->names.size() == 1) advise(late.get());
  };
  source_->announce(u"first");
  EXPECT_TRUE(late->names.empty());
  source_->announce(u"second");
  EXPECT_EQ(late->names, std::vector<std::u16string>{u"second"});
}

TEST_F(Events, ASinkThatFailsOrThrowsIsNoReasonToSkipTheNext) {
  const auto failing = new_sink();
  const auto throwing = new_sink();
  const auto last = new_sink();
  for (const auto& sink : {failing, throwing, last}) advise(sink.get());
  failing->result = E_FAIL;
  throwing->reaction = [] { throw 42; };
  source_->announce(u"first");
  EXPECT_EQ(last->names.size(), 1u);
}

TEST_F(Events, ThereIsALimit) {
  const auto sink = new_sink();
  DWORD last = 0;
  for (std::size_t i = 0; i < ConnectionPoint::most_connections; ++i) last = advise(sink.get());
  DWORD cookie = 7;
  EXPECT_EQ(point()->Advise(sink.get(), &cookie), CONNECT_E_ADVISELIMIT);
  EXPECT_EQ(cookie, 0u);
  EXPECT_EQ(sink->references(), 1u + ConnectionPoint::most_connections);
  point()->Unadvise(last);
  EXPECT_EQ(point()->Advise(sink.get(), &cookie), S_OK);
  EXPECT_NE(cookie, last) << "a cookie is not used again at once";
}

TEST_F(Events, ThePointsAreEnumerated) {
  Pointer<IEnumConnectionPoints> points;
  ASSERT_EQ(container_->EnumConnectionPoints(points.put()), S_OK);
  IConnectionPoint* found[2] = {};
  ULONG fetched = 7;
  EXPECT_EQ(points->Next(2, found, &fetched), S_FALSE) << "fewer than were asked for";
  ASSERT_EQ(fetched, 1u);
  EXPECT_EQ(found[0], point().get());
  found[0]->Release();
  EXPECT_EQ(points->Next(1, found, nullptr), S_FALSE);
  EXPECT_EQ(points->Reset(), S_OK);
  EXPECT_EQ(points->Next(1, found, nullptr), S_OK) << "of one alone the number may be left out";
  found[0]->Release();
  EXPECT_EQ(points->Next(2, found, nullptr), E_POINTER);
  EXPECT_EQ(points->Next(1, nullptr, &fetched), E_POINTER);
  EXPECT_EQ(container_->EnumConnectionPoints(nullptr), E_POINTER);
}

TEST_F(Events, TheConnectionsAreEnumeratedAsTheyWere) {
  const auto first = new_sink();
  const auto second = new_sink();
  const DWORD cookies[] = {advise(first.get()), advise(second.get())};
  Pointer<IEnumConnections> connections;
  ASSERT_EQ(point()->EnumConnections(connections.put()), S_OK);
  EXPECT_EQ(point()->Unadvise(cookies[1]), S_OK);

  EXPECT_EQ(connections->Skip(1), S_OK);
  Pointer<IEnumConnections> clone;
  ASSERT_EQ(connections->Clone(clone.put()), S_OK);
  EXPECT_EQ(connections->Skip(2), S_FALSE);
  CONNECTDATA data{};
  ULONG fetched = 7;
  EXPECT_EQ(connections->Next(1, &data, &fetched), S_FALSE);
  EXPECT_EQ(fetched, 0u);
  ASSERT_EQ(clone->Next(1, &data, &fetched), S_OK) << "where the first one stood";
  EXPECT_EQ(data.dwCookie, cookies[1]);
  EXPECT_EQ(query<IUnknown>(data.pUnk).get(), second.query<IUnknown>().get());
  data.pUnk->Release();
  EXPECT_EQ(clone->Clone(nullptr), E_POINTER);
  EXPECT_EQ(point()->EnumConnections(nullptr), E_POINTER);
}

TEST_F(Events, NoObjectIsLeftBehind) {
  const auto before = live_objects();
  {
    const auto sink = new_sink();
    const DWORD cookie = advise(sink.get());
    Pointer<IEnumConnections> connections;
    point()->EnumConnections(connections.put());
    Pointer<IEnumConnectionPoints> points;
    container_->EnumConnectionPoints(points.put());
    point()->Unadvise(cookie);
  }
  EXPECT_EQ(live_objects(), before);
}

/// Counts, and nothing else: several threads may call it.
class CountingSink final : public Object<Serves<IDispatch>> {
 public:
  explicit CountingSink(std::atomic<int>& calls) : calls_(calls) {}
  HRESULT STDMETHODCALLTYPE GetTypeInfoCount(UINT*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE GetTypeInfo(UINT, LCID, ITypeInfo**) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE GetIDsOfNames(REFIID, LPOLESTR*, UINT, LCID, DISPID*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE Invoke(DISPID, REFIID, LCID, WORD, DISPPARAMS*, VARIANT*, EXCEPINFO*, UINT*) override {
    ++calls_;
    return S_OK;
  }

 private:
  ~CountingSink() override = default;
  std::atomic<int>& calls_;
};

TEST_F(Events, SinksComeAndGoWhileOthersAreCalled) {
  constexpr int rounds = 200;
  std::atomic<int> steady_calls = 0;
  std::atomic<int> passing_calls = 0;
  const auto steady = Pointer<CountingSink>::adopt(new CountingSink(steady_calls));
  advise(steady.get());
  std::vector<std::thread> threads;
  for (int i = 0; i < 2; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < rounds; ++round) source_->announce(u"");
    });
    threads.emplace_back([&] {
      for (int round = 0; round < rounds; ++round) {
        const auto passing = Pointer<CountingSink>::adopt(new CountingSink(passing_calls));
        const DWORD cookie = advise(passing.get());
        EXPECT_EQ(point()->Unadvise(cookie), S_OK);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(steady_calls, 2 * rounds);
  Pointer<IEnumConnections> left;
  point()->EnumConnections(left.put());
  EXPECT_EQ(left->Skip(2), S_FALSE) << "the steady one alone";
}

}  // namespace
