/// The initiative: what several councils, services and groups of a place ask and do together.
///
/// Words: an **initiative** is the standing effort that consultations belong to; it promises
/// nothing itself and hears nobody itself: its consultations do. Its **board** is where it stands:
/// the [Plan] its partners agreed, the **stage** it is in, how each of the **items** it goes by
/// stands ([Items]: tasks, hard parts, conditions, roles, the self-check, the learning shelf), and
/// the **readings** of its shared indicators. An **invitation** asks any organisation for help; an
/// **answer** to it ([Offer]) gets a code, as every voice does.
///
/// Invariants: an initiative's page shows nothing of a consultation that its own page would not
/// show; ways in from home and in person are always told apart. Every change of a board or an
/// answer is in the log `i/{slug}` with its reason. A reading is never overwritten, only followed
/// by another with a reason. What people said is kept here as ids alone and read through the
/// record, as whoever looks. Nothing lets anybody limit which organisation may answer an
/// invitation.
@NullMarked
package org.folkmoot.initiative;

import org.jspecify.annotations.NullMarked;
