package org.folkmoot.ledger;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/// One entry of the ledger as people may read it: who did what to which contribution, when and why.
///
/// @param id of the act itself; appending it twice gives one entry
/// @param subject id of a contribution, or of whatever else the act is about
/// @param by staff name, `contributor`, or `system`
/// @param why the reason given; may be empty
public record Act(
    String id,
    Kind kind,
    String subject,
    Instant at,
    String by,
    String why,
    Map<String, String> details) {

  public static final String CONTRIBUTOR = "contributor";
  public static final String SYSTEM = "system";

  public Act {
    details = Map.copyOf(details);
  }

  /// Whether the other does the same to the same, whenever that was.
  public boolean isSameAs(Act other) {
    return id.equals(other.id)
        && kind == other.kind
        && by.equals(other.by)
        && details.equals(other.details);
  }

  public enum Kind {
    RECEIVED,
    HELD,
    RELEASED,
    CHECKED,
    DECLINED,
    GROUPED,
    MARKED,
    USE_CHANGED,
    TEXT_ADDED,
    FILE_ADDED,
    CORRECTED,
    APPEALED,
    UPHELD,
    OVERTURNED,
    REOPENED,
    CLEARED_BY_RULE,
    MODERATION_SET,
    OTHERS_NOTED,
    FILES_ERASED,
    HOLD_PUT,
    HOLD_LIFTED,
    CONTACT_FORGOTTEN,
    TAKEN_BACK,
    PUT_BACK,
    ERASED,
    LEFT_STANDING,
    THEME_ADDED,
    THEME_RENAMED,
    OPENED,
    CLOSED,
    PROMISE_CHANGED,
    DRAWN,
    FROZEN,
    DECIDED,
    ANSWERED,
    READ,
    STAFF_CHANGED,
    RIGHTS_OPENED,
    RIGHTS_EXPORTED,
    RIGHTS_APPROVED,
    RIGHTS_DONE,
    RETENTION_SET,
    RETENTION_DONE,
    EXPORTED,
    PLAN_CHANGED,
    STAGE_MOVED,
    ITEM_MARKED,
    SHELF_CHANGED,
    VALUE_SAVED,
    INVITATION_MOVED,
    HELP_OFFERED,
    HELP_ANSWERED;

    public String wordKey() {
      return "record.act." + name().toLowerCase(Locale.ROOT);
    }
  }
}
