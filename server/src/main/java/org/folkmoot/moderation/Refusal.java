package org.folkmoot.moderation;

/// Why one contribution is not shown.
///
/// @param reason its id in the table, or [Reasons#OWN]
/// @param told to the sender, in the language they wrote in
public record Refusal(String reason, String told) {}
