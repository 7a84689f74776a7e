package org.folkmoot.record;

/// Where within its door a contribution was made, so that it can be traced and counted there.
///
/// @param id of the live session, meeting, jury, wave or topic; empty if the door has only one
/// @param table name of the table at a meeting; empty elsewhere
public record Source(String id, String table) {

  public static Source none() {
    return new Source("", "");
  }

  public static Source of(String id) {
    return new Source(id, "");
  }
}
