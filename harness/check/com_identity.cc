// IUnknown: what makes several interfaces one object, and how long it lives.
#include <array>
#include <functional>

#include "check/circumstances.h"
#include "check/com_object.h"
#include "check/groups.h"
#include "check/pattern_stream.h"
#include "check/property_checks.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view query_page = "nf-unknwn-iunknown-queryinterface(refiid_void)";
constexpr std::string_view add_page = "nf-unknwn-iunknown-addref";
constexpr std::string_view release_page = "nf-unknwn-iunknown-release";

/// An interface that nobody has.
constexpr IID nobody_has{0x5F0A11D7, 0x3C1E, 0x4B7A, {0x9D, 0x02, 0x61, 0xE8, 0x4C, 0x77, 0x15, 0xB3}};

std::string query_text(const ComObject& object, std::string_view from, std::string_view wanted) {
  return object.name + ": " + std::string(from) + ", then QueryInterface(" + std::string(wanted) + ")";
}

void for_each_object(Stage& stage, const std::function<void(const ComObject&)>& look) {
  const Reached reached = reach(stage);
  for (const ComObject& object : com_objects(reached)) look(object);
}

std::string place(const void* pointer, const void* first) {
  if (pointer == nullptr) return "NULL";
  return pointer == first ? "the same pointer" : "another pointer";
}

void identity(Stage& stage) {
  for_each_object(stage, [&](const ComObject& object) {
    const void* first = identity_of(object.faces.front().pointer.get());
    stage.checker.compare(object.name + ": QueryInterface(IUnknown)", first != nullptr, "a pointer", "none");
    for (const Face& face : object.faces) {
      const void* found = identity_of(face.pointer.get());
      stage.checker.compare(query_text(object, face.name, "IUnknown"), found == first && found != nullptr,
                            "the same pointer from every interface", place(found, first));
    }
  });
}

void reflexive(Stage& stage) {
  for_each_object(stage, [&](const ComObject& object) {
    for (const Face& face : object.faces) {
      const Answer answer = ask(face.pointer.get(), *face.iid);
      stage.checker.compare(query_text(object, face.name, face.name), answer.granted(), "success with a pointer",
                            answer.text());
    }
  });
}

void symmetric(Stage& stage) {
  for_each_object(stage, [&](const ComObject& object) {
    for (const Face& from : object.faces) {
      for (const Face& to : object.faces) {
        const Answer there = ask(from.pointer.get(), *to.iid);
        if (!there.granted()) continue;
        const Answer back = ask(there.pointer.get(), *from.iid);
        stage.checker.compare(query_text(object, to.name, from.name), back.granted(),
                              "success, for it was reached from there", back.text());
      }
    }
  });
}

void transitive(Stage& stage) {
  for_each_object(stage, [&](const ComObject& object) {
    for (const Face& from : object.faces) {
      for (const Face& to : object.faces) {
        const Answer answer = ask(from.pointer.get(), *to.iid);
        stage.checker.compare(query_text(object, from.name, to.name), answer.granted(),
                              "success, as from every other interface", answer.text());
      }
      for (std::size_t index = 0; index < object.refused.size(); ++index) {
        const Answer answer = ask(from.pointer.get(), *object.refused_iids[index]);
        stage.checker.compare(query_text(object, from.name, object.refused[index]), !answer.granted(),
                              "a refusal, as from every other interface", answer.text());
      }
    }
  });
}

void stable(Stage& stage) {
  const Reached reached = reach(stage);
  const std::vector<ComObject> before = com_objects(reached);
  for (const Element& element : reached.elements) {
    element.multisession->put_InUse(VARIANT_FALSE);
    is_supported(element);
  }
  const std::vector<ComObject> after = com_objects(reached);
  for (std::size_t index = 0; index < before.size(); ++index) {
    const auto names = [](const ComObject& object) {
      std::string text;
      for (const Face& face : object.faces) text += (text.empty() ? "" : ", ") + std::string(face.name);
      return text;
    };
    stage.checker.compare(before[index].name + ": the interfaces that it answers, asked again",
                          names(before[index]) == names(after[index]), names(before[index]), names(after[index]));
  }
}

void refuses_unknown_interface(Stage& stage) {
  for_each_object(stage, [&](const ComObject& object) {
    for (const Face& face : object.faces) {
      int somewhere = 0;
      void* out = &somewhere;
      const HRESULT hr = face.pointer->QueryInterface(nobody_has, &out);
      const std::string call = query_text(object, face.name, "an interface that nobody has");
      stage.checker.compare(call, hr == E_NOINTERFACE, "E_NOINTERFACE (0x80004002)", describe(hr));
      stage.checker.compare(call + ", out pointer", out == nullptr, "NULL",
                            out == &somewhere ? "as before the call, never written" : "a pointer");
    }
  });
}

void refuses_null_out(Stage& stage) {
  for_each_object(stage, [&](const ComObject& object) {
    for (const Face& face : object.faces) {
      const HRESULT hr = face.pointer->QueryInterface(*face.iid, nullptr);
      stage.checker.compare(query_text(object, face.name, std::string(face.name) + ", NULL"), FAILED(hr),
                            "failure, E_POINTER (0x80004003) by the documentation", describe(hr));
    }
  });
}

/// Still there: the object answers for itself.
void compare_alive(Stage& stage, const std::string& call, IUnknown* object, const void* identity) {
  const void* found = identity_of(object);
  stage.checker.compare(call + ", then QueryInterface(IUnknown)", found == identity && found != nullptr,
                        "the same pointer as before", place(found, identity));
}

void balanced(Stage& stage) {
  constexpr int pairs = 100;
  for_each_object(stage, [&](const ComObject& object) {
    for (const Face& face : object.faces) {
      IUnknown* pointer = face.pointer.get();
      const void* before = identity_of(pointer);
      for (int pair = 0; pair < pairs; ++pair) pointer->AddRef();
      for (int pair = 0; pair < pairs; ++pair) pointer->Release();
      compare_alive(stage, object.name + ": 100 AddRef and 100 Release through " + std::string(face.name), pointer,
                    before);
    }
  });
}

void query_adds_a_reference(Stage& stage) {
  constexpr int times = 100;
  for_each_object(stage, [&](const ComObject& object) {
    for (const Face& face : object.faces) {
      const void* before = identity_of(face.pointer.get());
      for (int time = 0; time < times; ++time) {
        // Asked for and released at once: a reference that was not added would be one too few.
        ask(face.pointer.get(), *face.iid);
      }
      compare_alive(stage, object.name + ": 100 QueryInterface(" + std::string(face.name) + ") and Release",
                    face.pointer.get(), before);
    }
  });
}

void elements_outlive_the_writer(Stage& stage) {
  Reached reached = reach(stage);
  std::vector<const void*> identities;
  std::vector<Reading> starts;
  const auto start_of = [&](const Element& element) {
    return element.sequential ? first_answer(stage, element, start_address_of_previous_session) : Reading{};
  };
  for (const Element& element : reached.elements) {
    identities.push_back(identity_of(element.dispatch.get()));
    starts.push_back(start_of(element));
  }
  reached.writer = Pointer<IDiscFormat2Data>();
  reached.recorder = Pointer<IDiscRecorder2>();
  for (std::size_t index = 0; index < identities.size(); ++index) {
    const Element& element = reached.elements[index];
    compare_alive(stage, element.name + ": writer and list released", element.dispatch.get(), identities[index]);
    VARIANT_BOOL value = VARIANT_FALSE;
    const HRESULT hr = element.multisession->get_InUse(&value);
    stage.checker.note(element.call("get_InUse after the writer was released") + " gives " + describe(hr));
    is_supported(element);
    if (!starts[index].succeeded()) continue;
    const Reading start = start_of(element);
    stage.checker.compare(element.call("get_StartAddressOfPreviousSession after the writer was released"),
                          start.same_answer(starts[index]), describe(starts[index]) + ", as before", describe(start));
  }
}

/// The recorder is the rig's, whose count can be relied on: who still holds it was not destroyed.
void lets_go(Stage& stage) {
  Reached reached = reach(stage);
  for (const ComObject& object : com_objects(reached)) {
    for (const Face& face : object.faces) ask(face.pointer.get(), *face.iid);
  }
  const Pointer<IDiscRecorder2> recorder = std::move(reached.recorder);
  reached = {};
  recorder->AddRef();
  const ULONG left = recorder->Release();
  stage.checker.compare("the recorder, when writer and elements were released as often as they were obtained",
                        left == 1, "1 reference, the client's own", std::to_string(left) + " references");
}

/// The object is the harness's own, whose count can be relied on.
template <class Object>
void compare_released(Stage& stage, std::string_view what, const Pointer<Object>& object) {
  object->AddRef();
  const ULONG left = object->Release();
  stage.checker.compare(std::string(what) + ", when the writer was released", left == 1,
                        "1 reference, the client's own", std::to_string(left) + " references");
}

void lets_go_of_the_stream(Stage& stage) {
  Reached reached = reach_writer(stage);
  const auto stream = Pointer<IStream>::adopt(new PatternStream(burned_sectors, nullptr));
  name_the_client(reached.writer.get());
  require_write(stage, reached.writer->Write(stream.get()));
  reached = {};
  compare_released(stage, "the stream of Write", stream);
}

void lets_go_of_arguments(Stage& stage) {
  auto writer = create_writer(stage);
  const auto recorder = create_recorder(stage);
  VARIANT_BOOL supported = VARIANT_FALSE;
  writer->IsRecorderSupported(recorder.get(), &supported);
  writer->IsCurrentMediaSupported(recorder.get(), &supported);
  writer = {};
  compare_released(stage, "the recorder of IsRecorderSupported and IsCurrentMediaSupported", recorder);
}

void note_counts(Stage& stage) {
  for_each_object(stage, [&](const ComObject& object) {
    IUnknown* pointer = object.faces.front().pointer.get();
    const ULONG added = pointer->AddRef();
    const ULONG left = pointer->Release();
    stage.checker.note(object.name + ": AddRef gives " + std::to_string(added) + ", Release " + std::to_string(left));
  });
}

constexpr std::array entries{
    Entry{{.id = "com.query-interface.identity",
           .page = query_page,
           .level = Level::must,
           .statement = "IUnknown, asked of any interface of an object, is always the same pointer."},
          nullptr,
          identity},
    Entry{{.id = "com.query-interface.reflexive",
           .page = query_page,
           .level = Level::must,
           .statement = "An interface, asked for itself, is granted."},
          nullptr,
          reflexive},
    Entry{{.id = "com.query-interface.symmetric",
           .page = query_page,
           .level = Level::must,
           .statement = "From an interface that was granted the way back to the one asked is granted, too."},
          nullptr,
          symmetric},
    Entry{{.id = "com.query-interface.transitive",
           .page = query_page,
           .level = Level::must,
           .statement = "Every interface of an object is granted, or refused, from each of the others alike."},
          nullptr,
          transitive},
    Entry{{.id = "com.query-interface.stable",
           .page = query_page,
           .level = Level::must,
           .statement = "The set of interfaces of an object does not change while it lives."},
          nullptr,
          stable},
    Entry{{.id = "com.query-interface.no-interface",
           .page = query_page,
           .level = Level::must,
           .statement = "An interface that the object lacks is refused with E_NOINTERFACE and a NULL pointer."},
          nullptr,
          refuses_unknown_interface},
    Entry{{.id = "com.query-interface.null",
           .page = query_page,
           .level = Level::must,
           .statement = "A NULL out pointer is answered by failure (E_POINTER), and survived."},
          nullptr,
          refuses_null_out},
    Entry{{.id = "com.query-interface.reference",
           .page = query_page,
           .level = Level::must,
           .statement = "A pointer that is granted carries a reference of its own."},
          nullptr,
          query_adds_a_reference},
    Entry{{.id = "com.reference-count.balanced",
           .page = add_page,
           .level = Level::must,
           .statement = "AddRef and Release in equal number leave the object alive."},
          nullptr,
          balanced},
    Entry{{.id = "com.reference-count.outlives",
           .page = release_page,
           .level = Level::must,
           .statement = "An element lives as long as somebody holds it, also when its writer and list are gone."},
          nullptr,
          elements_outlive_the_writer},
    Entry{{.id = "com.reference-count.released",
           .page = release_page,
           .level = Level::must,
           .statement = "An object whose last reference is released frees itself, and what it held."},
          nullptr,
          lets_go},
    Entry{{.id = "com.reference-count.stream",
           .page = release_page,
           .level = Level::must,
           .statement = "The stream that was written is released."},
          why_not_writable,
          lets_go_of_the_stream},
    Entry{{.id = "com.reference-count.arguments",
           .page = release_page,
           .level = Level::must,
           .statement = "A recorder that was only asked about is released."},
          nullptr,
          lets_go_of_arguments},
    Entry{{.id = "com.reference-count.numbers",
           .page = release_page,
           .level = Level::info,
           .statement = "The numbers that AddRef and Release answer are for tests alone."},
          nullptr,
          note_counts},
};

}  // namespace

std::span<const Entry> com_identity_clauses() { return entries; }

}  // namespace discbench::check
