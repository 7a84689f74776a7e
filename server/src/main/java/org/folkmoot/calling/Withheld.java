package org.folkmoot.calling;

import java.util.Set;

/// What stands in place of a number that is withheld.
final class Withheld {

  /// RESTRICTED, BLOCKED, UNKNOWN, ANONYMOUS and UNAVAILABLE, spelled on a telephone's keys:
  /// https://help.twilio.com/articles/223179988
  private static final Set<String> SPELLED =
      Set.of("+7378742833", "+2562533", "+8656696", "+266696687", "+86282452253");

  private Withheld() {}

  static boolean is(String from) {
    return SPELLED.contains(from.strip());
  }
}
