package org.folkmoot.record;

/// Five optional answers about who took part, the same at every door; stored apart from the words
/// and read only as counts. Each is an id of the fixed lists on the form, or empty.
public record Equality(String area, String ageBand, String gender, String disability, String car) {

  public static Equality none() {
    return new Equality("", "", "", "", "");
  }

  public boolean isEmpty() {
    return equals(none());
  }
}
