package org.folkmoot.texting;

import java.time.Instant;

/// One text that we send, from the moment it is meant to go.
///
/// @param id made by the caller; one id is one text, whatever crashes
/// @param consultation its slug; empty if it belongs to none
/// @param batch the broadcast it is part of; empty for none
/// @param phone reference of the telephone, as in [Phone]
/// @param contact under which the vault has the number
/// @param ownContact the vault has it for this text alone and forgets it with it
/// @param body empty once it is not needed any more
/// @param parts how many texts it is paid as
/// @param reason why it waits, or did not arrive; empty for none
/// @param tries how often it was handed over
/// @param due not before
/// @param changedAt when it came to this state
public record OutText(
    String id,
    String consultation,
    String batch,
    Purpose purpose,
    String phone,
    String contact,
    boolean ownContact,
    String body,
    int parts,
    State state,
    String reason,
    int tries,
    Instant due,
    Instant changedAt) {

  /// How far it has come.
  public enum State {
    QUEUED,
    /// Being handed over. Found after a crash: nobody knows whether it went, and it is never sent
    /// again.
    SENDING,
    /// Taken by the gateway.
    SENT,
    DELIVERED,
    UNDELIVERED,
    FAILED;

    /// Whether nothing more happens to it.
    public boolean isEnd() {
      return this == DELIVERED || this == UNDELIVERED || this == FAILED;
    }
  }

  static final String NOT_KNOWN = "NOT_KNOWN";
  static final String OPTED_OUT = "OPTED_OUT";
  static final String NOT_AGREED = "NOT_AGREED";
  static final String SILENT = "SILENT";
  static final String NO_NUMBER = "NO_NUMBER";
  static final String COUNTRY = "COUNTRY_NOT_ALLOWED";
  static final String BAD_NUMBER = "BAD_NUMBER";
  static final String NOT_TAKEN = "NOT_TAKEN";
  static final String NIGHT = "NIGHT";
  static final String BUDGET = "BUDGET";
  static final String OFTEN = "OFTEN";

  /// The same, being handed over.
  OutText taken() {
    return new OutText(
        id,
        consultation,
        batch,
        purpose,
        phone,
        contact,
        ownContact,
        body,
        parts,
        State.SENDING,
        "",
        tries + 1,
        due,
        changedAt);
  }

  /// Without the words.
  @Override
  public String toString() {
    return "OutText[" + purpose + " " + state + " " + reason + "]";
  }
}
