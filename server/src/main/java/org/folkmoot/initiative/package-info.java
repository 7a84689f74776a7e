/// The initiative: what several councils, services and groups of a place ask together.
///
/// Words: an **initiative** is the standing effort that consultations belong to; it promises
/// nothing itself and hears nobody itself: its consultations do.
///
/// Invariants: an initiative's page shows nothing of a consultation that its own page would not
/// show; ways in from home and in person are always told apart.
@NullMarked
package org.folkmoot.initiative;

import org.jspecify.annotations.NullMarked;
