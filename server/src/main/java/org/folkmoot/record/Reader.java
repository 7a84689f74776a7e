package org.folkmoot.record;

import org.folkmoot.door.Role;
import org.folkmoot.door.Visitor;

/// As whom the record is read. Decides, for each contribution, whether it is seen and whether its
/// words are.
public enum Reader {
  PUBLIC,
  COUNCILLOR,
  STAFF,
  SAFEGUARDING;

  public static Reader of(Visitor visitor) {
    if (visitor.is(Role.SAFEGUARDING)) {
      return SAFEGUARDING;
    }
    if (visitor.is(Role.OFFICER, Role.MODERATOR, Role.ANALYST)) {
      return STAFF;
    }
    return visitor.is(Role.COUNCILLOR) ? COUNCILLOR : PUBLIC;
  }

  /// True if this reader may see the words.
  public boolean mayRead(Contribution contribution) {
    if (contribution.seq() == 0 || contribution.status().isGone()) {
      return false;
    }
    return switch (this) {
      case PUBLIC -> contribution.isPublic();
      case COUNCILLOR -> contribution.isPublic() || contribution.isQuotable();
      case STAFF -> contribution.status() != Status.HELD;
      case SAFEGUARDING -> true;
    };
  }
}
