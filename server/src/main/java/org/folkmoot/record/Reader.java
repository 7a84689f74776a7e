package org.folkmoot.record;

import org.folkmoot.door.Role;
import org.folkmoot.door.Visitor;

/// As whom the record is read. Decides, for each contribution, whether it is seen and whether its
/// words are.
public enum Reader {
  PUBLIC,
  COUNCILLOR,
  /// Everything staff reads, but no name that not everybody may read.
  ANALYST,
  STAFF,
  SAFEGUARDING;

  public static Reader of(Visitor visitor) {
    if (visitor.is(Role.SAFEGUARDING)) {
      return SAFEGUARDING;
    }
    if (visitor.is(Role.OFFICER, Role.MODERATOR)) {
      return STAFF;
    }
    if (visitor.is(Role.ANALYST)) {
      return ANALYST;
    }
    return visitor.is(Role.COUNCILLOR) ? COUNCILLOR : PUBLIC;
  }

  /// True for those who work on the record.
  public boolean isStaff() {
    return switch (this) {
      case PUBLIC, COUNCILLOR -> false;
      case ANALYST, STAFF, SAFEGUARDING -> true;
    };
  }

  /// The name to quote a contribution under, where this reader may know it.
  String nameOf(Contribution contribution) {
    return this == ANALYST && !contribution.isPublic() ? "" : contribution.consent().name();
  }

  /// True if this reader may see the words.
  public boolean mayRead(Contribution contribution) {
    if (contribution.seq() == 0 || contribution.status().isGone()) {
      return false;
    }
    return switch (this) {
      case PUBLIC -> contribution.isPublic();
      case COUNCILLOR -> contribution.isPublic() || contribution.isQuotable();
      case ANALYST, STAFF -> contribution.status() != Status.HELD;
      case SAFEGUARDING -> true;
    };
  }
}
