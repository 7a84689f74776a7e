package org.folkmoot.record;

import java.util.Locale;

/// A contribution that cannot be kept as it is; rooms show the reason beside the field.
public final class InvalidContributionException extends RuntimeException {

  public enum Why {
    EMPTY,
    TOO_LONG,
    CODE_TAKEN
  }

  private final Why why;

  public InvalidContributionException(Why why) {
    super(why.name(), null, false, false);
    this.why = why;
  }

  public Why why() {
    return why;
  }

  public String wordKey() {
    return "record.invalid." + why.name().toLowerCase(Locale.ROOT);
  }
}
