package org.folkmoot.texting;

import org.folkmoot.record.Contribution;
import org.folkmoot.record.Contribution.Tell;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.Status;

/// Who agreed to what, as the record says it now: what was taken back agrees to nothing.
/// Thread-safe.
final class Agreed {

  private final RecordReading reading;

  Agreed(RecordReading reading) {
    this.reading = reading;
  }

  /// Whether whoever has this contact still agrees to texts of this purpose.
  boolean holds(String consultation, String contact, Purpose purpose) {
    return reading.byContact(contact).stream()
        .anyMatch(c -> c.consultation().equals(consultation) && allows(c, purpose));
  }

  /// Those who asked to be told by text are told what is decided; news is for those who may be
  /// asked again.
  static boolean allows(Contribution c, Purpose purpose) {
    boolean stands =
        c.status() == Status.RECEIVED
            || c.status() == Status.CLEARED
            || c.status() == Status.REFUSED;
    return stands
        && !c.contact().isEmpty()
        && switch (purpose) {
          case DECISION -> c.tell() == Tell.PHONE;
          case NEWS -> c.consent().scopes().contact();
          case REPLY, ANSWER, LATE_ANSWER, CODE, REMINDER -> true;
        };
  }
}
