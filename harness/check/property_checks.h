// The sentences that hold for every property alike. Each is a check; a clause binds it to one property.
#pragma once

#include "check/properties.h"

namespace discbench::check {

/// The getter answers what the scenario expects.
void answers_as_expected(Stage& stage, const Property& property);
/// The same, of those elements alone that have another property, too: IMultisession's are expected by kind.
void answers_as_expected(Stage& stage, const Property& property, const Property& kind);
void answers_as_expected(Stage& stage, const WriterProperty& property);
/// The getter answers the same as the same-named property of the writer, where both succeed.
void agrees_with_the_writer(Stage& stage, const Property& property);
/// A getter that succeeds has written its out value.
void writes_its_value(Stage& stage, const Property& property);
/// A boolean that is read is VARIANT_TRUE or VARIANT_FALSE.
void is_canonical(Stage& stage, const Property& property);
/// Asked twice with nothing in between, the answer is the same.
void stays_the_same(Stage& stage, const Property& property);
/// A unit of writing is a number of sectors that a medium may have, and not of bytes.
void counts_sectors(Stage& stage, const Property& property);
/// A NULL out pointer is answered by failure.
void refuses_null(Stage& stage, const Property& property);
/// Failure is allowed; success has to have written a value.
void may_fail(Stage& stage, const Property& property);
void may_fail_without_recorder(Stage& stage, const Property& property);
/// After a medium change the getter speaks of the new medium.
void follows_the_medium(Stage& stage, const Property& property);
void follows_the_medium(Stage& stage, const Property& property, const Property& kind);
/// With the tray open there is no address and nothing is supported.
void forgets_when_the_tray_opens(Stage& stage, const Property& property);

/// The getter has succeeded. Where it has not and the scenario promises that it does, that is a failure of the case:
/// a check that has nothing to compare does not end as one that does not apply.
bool answered(Stage& stage, const Element& element, const Property& property, const Reading& reading);

/// Asked again while the device reports a change. Where the scenario promises success it has none to report, and the
/// first answer counts.
Reading first_answer(Stage& stage, const Element& element, const Property& property);

// The same, as clauses name them: checked<writes_its_value, next_writable_address>.
template <void (*sentence)(Stage&, const Property&), const Property& property>
void checked(Stage& stage) {
  sentence(stage, property);
}

template <const WriterProperty& property>
void writer_answers_as_expected(Stage& stage) {
  answers_as_expected(stage, property);
}

}  // namespace discbench::check
