package org.folkmoot.door;

import java.util.Locale;

/// What a member of staff may do. [#SAFEGUARDING] is implied by no other role: held items are for
/// the named lead alone.
public enum Role {
  ADMIN,
  OFFICER,
  COUNCILLOR,
  MODERATOR,
  ANALYST,
  FACILITATOR,
  HOST,
  SORTITION,
  SAFEGUARDING,
  DPO;

  /// Key of the role's name in the word bundles, for example `people.role.officer`.
  public String wordKey() {
    return "people.role." + name().toLowerCase(Locale.ROOT);
  }
}
