package org.folkmoot.moderation;

import java.time.Instant;
import org.folkmoot.record.Voice;

/// A sender's wish that somebody else looks again at what is not shown.
///
/// @param about what it is about
/// @param at when it was asked for
/// @param why in the sender's words; may be empty
/// @param refusedBy who decided not to show it
record Appeal(Voice about, Instant at, String why, String refusedBy) {}
