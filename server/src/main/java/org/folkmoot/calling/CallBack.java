package org.folkmoot.calling;

import java.time.Instant;

/// Somebody who wants to talk to a person.
///
/// @param id of the call in which they said so
/// @param contact where, in the contact vault
/// @param language they chose
public record CallBack(
    String id, String consultation, String contact, String language, Instant at) {}
