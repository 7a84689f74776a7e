package org.folkmoot.record;

import java.util.Locale;

/// Other people who are to be seen or heard in a file: their agreement is their own, beside what
/// the contributor allows.
///
/// @param who who they are, how they agreed or objected, and for somebody under 16 who agreed for
///   them; for staff alone
public record Others(State state, String who) {

  public enum State {
    /// Nobody was asked: the file came before this was asked, or from another portal.
    NOT_SAID,
    NOBODY,
    AGREED,
    NOT_ASKED,
    OBJECTED;

    public String wordKey() {
      return "desk.others." + name().toLowerCase(Locale.ROOT);
    }
  }

  public static Others notSaid() {
    return new Others(State.NOT_SAID, "");
  }

  /// Whether it may be shown outside staff, as far as the others are concerned.
  public boolean mayBeShown() {
    return switch (state) {
      case NOT_SAID, NOBODY, AGREED -> true;
      case NOT_ASKED, OBJECTED -> false;
    };
  }
}
