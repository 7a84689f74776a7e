/// The panel: people who answer a few questions now and then.
///
/// Words: a **wave** is one set of questions, open until a day; a **question** has one answer, or
/// several, out of its choices, or is answered in people's own words; a **member** has joined, with
/// or without a way to be told of the next wave.
///
/// Invariants: at most one wave of a consultation is open; a wave's questions never change once it
/// is open; one participant's answers to one wave are one contribution until they are taken back;
/// being a member is not needed to answer, and what a member answered stays when they leave.
@NullMarked
package org.folkmoot.panel;

import org.jspecify.annotations.NullMarked;
