// InUse: one value of one object, whichever pointer it is reached through.
#include "check/groups.h"
#include "check/in_use.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view put_page = "nf-imapi2-imultisession-put_inuse";
constexpr std::string_view get_page = "nf-imapi2-imultisession-get_inuse";

/// put_InUse as a caller calls it that does not clear the upper bits of the register: the callee has to take the
/// low 16.
using PutWideInUse = HRESULT(STDMETHODCALLTYPE*)(void* object, std::uint64_t value);
constexpr std::size_t put_in_use_slot = 8;  // Windows SDK, imapi2.idl, IMultisession

#if defined(__clang__)
// The call through another type is the point of it.
__attribute__((no_sanitize("function")))
#endif
HRESULT
put_wide(IMultisession* object, std::uint64_t value) {
  void* const* slots = *reinterpret_cast<void* const* const*>(object);
  return reinterpret_cast<PutWideInUse>(slots[put_in_use_slot])(object, value);
}

void ignores_upper_bits(Stage& stage) {
  struct Garbage {
    std::uint64_t value;
    VARIANT_BOOL meant;
    std::string_view text;
  };
  constexpr std::array<Garbage, 4> garbage{{
      {0xDEADBEEF0000FFFFu, VARIANT_TRUE, "0xDEADBEEF0000FFFF"},
      {0xFFFFFFFFFFFF0000u, VARIANT_FALSE, "0xFFFFFFFFFFFF0000"},
      {0x5A5A5A5A1234FFFFu, VARIANT_TRUE, "0x5A5A5A5A1234FFFF"},
      {0x0000000000010000u, VARIANT_FALSE, "0x0000000000010000"},
  }};
  const Reached reached = reach(stage);
  for (const Held& held : hold_supported(stage, reached)) {
    for (const Garbage& each : garbage) {
      step_put(stage, held, each.meant == VARIANT_TRUE ? VARIANT_FALSE : VARIANT_TRUE);
      const std::string call = "put_InUse with the register " + std::string(each.text);
      stage.checker.succeeded(held->call(call), put_wide(held->multisession.get(), each.value));
      reads(stage, held, each.meant, "after " + call);
    }
  }
}

struct Way {
  std::string_view name;
  Pointer<IMultisession> pointer;
};

/// Every pointer to the element that has put_InUse in its table.
std::vector<Way> ways_to(const Element& element) {
  std::vector<Way> ways;
  const auto add = [&ways](std::string_view name, IMultisession* pointer) {
    if (pointer != nullptr) ways.push_back({name, Pointer<IMultisession>(pointer)});
  };
  add("IMultisession", element.multisession.get());
  add("IMultisessionSequential", element.sequential.get());
  add("IMultisessionSequential2", element.sequential2.get());
  add("IMultisessionRandomWrite", element.random_write.get());
  add("IMultisession, asked of IUnknown,",
      query<IMultisession>(query<IUnknown>(element.multisession.get()).get()).get());
  add("IMultisession, asked of IDispatch,", query<IMultisession>(element.dispatch.get()).get());
  return ways;
}

void one_value_through_every_interface(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Held& held : hold_supported(stage, reached)) {
    const std::vector<Way> ways = ways_to(*held.element);
    for (const Way& put : ways) {
      for (const VARIANT_BOOL value : canonical_values) {
        stage.checker.succeeded(held->call(put_text(value) + " through " + std::string(put.name)),
                                put.pointer->put_InUse(value));
        for (const Way& get : ways) {
          const Reading reading = read(get.pointer.get(), &IMultisession::get_InUse);
          stage.checker.compare(held->call("get_InUse through " + std::string(get.name) + " after " + put_text(value) +
                                           " through " + std::string(put.name)),
                                reading.succeeded() && reading.value == value,
                                "success with " + describe_boolean(value), describe(reading));
        }
      }
    }
  }
}

void works_after_query_interface(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Held& held : hold(reached)) {
    for (const VARIANT_BOOL value : canonical_values) {
      if (!puts(stage, held, value)) continue;
      for (const IID* iid :
           {&IID_IUnknown, &IID_IDispatch, &IID_IMultisession, &IID_IMultisessionSequential,
            &IID_IMultisessionSequential2, &IID_IMultisessionRandomWrite, &IID_ISupportErrorInfo, &IID_IStream}) {
        void* answer = nullptr;
        if (SUCCEEDED(held->multisession->QueryInterface(*iid, &answer)) && answer != nullptr) {
          static_cast<IUnknown*>(answer)->Release();
        }
        reads(stage, held, value, "after QueryInterface");
      }
    }
  }
}

void works_after_reference_counting(Stage& stage) {
  constexpr int pairs = 16;
  const Reached reached = reach(stage);
  for (const Held& held : hold(reached)) {
    for (const VARIANT_BOOL value : canonical_values) {
      if (!puts(stage, held, value)) continue;
      for (int pair = 0; pair < pairs; ++pair) {
        held->multisession->AddRef();
        held->multisession->Release();
      }
      reads(stage, held, value, "after pairs of AddRef and Release");
      for (int pair = 0; pair < pairs; ++pair) held->multisession->AddRef();
      for (int pair = 0; pair < pairs; ++pair) held->multisession->Release();
      reads(stage, held, value, "after nested AddRef and Release");
    }
  }
}

/// Interleaves two elements without ever asking that both be TRUE.
void interleave(Stage& stage, const Held& one, const Held& other) {
  if (!puts(stage, one, VARIANT_FALSE) || !puts(stage, other, VARIANT_FALSE)) return;
  if (!puts(stage, one, VARIANT_TRUE, "on the first writer's")) return;
  reads(stage, other, VARIANT_FALSE, "on the second writer's after VARIANT_TRUE on the first's");
  puts(stage, other, VARIANT_FALSE, "on the second writer's");
  reads(stage, one, VARIANT_TRUE, "on the first writer's after VARIANT_FALSE on the second's");
  puts(stage, one, VARIANT_FALSE, "on the first writer's");
  if (!puts(stage, other, VARIANT_TRUE, "on the second writer's")) return;
  reads(stage, one, VARIANT_FALSE, "on the first writer's after VARIANT_TRUE on the second's");
  puts(stage, other, VARIANT_FALSE, "on the second writer's");
}

void two_writers_do_not_share(Stage& stage) {
  const Reached first = reach(stage);
  const Reached second = reach(stage);
  const std::vector<Held> others = hold(second);
  for (const Held& one : hold(first)) {
    for (const Held& other : others) {
      if (identity_of(one->multisession.get()) == identity_of(other->multisession.get())) {
        stage.checker.note("both writers list one and the same object: " + one->name);
        continue;
      }
      interleave(stage, one, other);
    }
  }
  if (stage.checker.checks() == 0) stage.checker.not_applicable("no two objects whose InUse can be put");
}

constexpr std::array entries{
    Entry{{.id = "multisession.in-use.upper-bits",
           .page = put_page,
           .level = Level::must,
           .statement = "InUse has 16 bits: what stands above them in the register does not count."},
          nullptr,
          ignores_upper_bits},
    Entry{{.id = "multisession.in-use.every-interface",
           .page = get_page,
           .level = Level::must,
           .statement = "What is put through one interface of an element is read through each of its interfaces."},
          nullptr,
          one_value_through_every_interface},
    Entry{{.id = "multisession.in-use.after-query-interface",
           .page = get_page,
           .level = Level::must,
           .statement = "QueryInterface, answered or refused, changes nothing of InUse."},
          nullptr,
          works_after_query_interface},
    Entry{{.id = "multisession.in-use.after-reference-counting",
           .page = get_page,
           .level = Level::must,
           .statement = "AddRef and Release in pairs change nothing of InUse."},
          nullptr,
          works_after_reference_counting},
    Entry{{.id = "multisession.in-use.two-writers",
           .page = put_page,
           .level = Level::must,
           .statement = "The elements of two writers have an InUse each."},
          nullptr,
          two_writers_do_not_share},
};

}  // namespace

std::span<const Entry> in_use_pointer_clauses() { return entries; }

}  // namespace discbench::check
