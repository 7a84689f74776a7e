package org.folkmoot.forum;

import java.time.Instant;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Contribution.Tell;
import org.folkmoot.record.Equality;
import org.jspecify.annotations.Nullable;

/// Somebody who takes part in one session. What they answered when they joined holds for everything
/// they say there.
///
/// @param key pseudonym within the consultation, never shown
/// @param seat number that others see, from 1
/// @param name shown with what they say; may be empty, then the seat is shown
/// @param contact reference into the contact vault; empty if none was left
/// @param about the five optional answers until the first say carries them into the record
/// @param handSince since when the hand is up; null while it is down
/// @param turns how often they have been called
public record Participant(
    String session,
    String key,
    int seat,
    String name,
    Consent consent,
    Tell tell,
    String contact,
    boolean under18,
    String place,
    Equality about,
    @Nullable Instant handSince,
    int turns) {}
