package org.folkmoot.record;

import java.util.Optional;

/// Where within its door a contribution was made, so that it can be traced and counted there.
///
/// @param id of the live session, meeting, jury, wave or topic, or what it adds to; empty if the
///   door has only one
/// @param table name of the table at a meeting; empty elsewhere
public record Source(String id, String table) {

  private static final String ADDS = "adds:";

  public static Source none() {
    return new Source("", "");
  }

  public static Source of(String id) {
    return new Source(id, "");
  }

  /// Of something that its contributor added to an earlier contribution.
  public static Source addingTo(String contribution) {
    return new Source(ADDS + contribution, "");
  }

  /// The earlier contribution that this one adds to; empty if it adds to none.
  public Optional<String> addsTo() {
    return id.startsWith(ADDS) ? Optional.of(id.substring(ADDS.length())) : Optional.empty();
  }

  /// What somebody added to is for them and staff to know.
  Source forReaders() {
    return addsTo().isPresent() ? none() : this;
  }
}
