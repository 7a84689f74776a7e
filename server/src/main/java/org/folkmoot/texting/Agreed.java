package org.folkmoot.texting;

import java.time.Instant;
import java.util.List;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Contribution.Tell;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.Status;
import org.folkmoot.sms.flow.FlowEngine;

/// Who agreed to what, as the record says it now: what was taken back agrees to nothing, and nobody
/// agrees whose number has been silent for twelve months, since it may be somebody else's.
/// Thread-safe.
final class Agreed {

  private final RecordReading reading;
  private final TextedWords words;
  private final TextingRepository phones;

  Agreed(RecordReading reading, TextedWords words, TextingRepository phones) {
    this.reading = reading;
    this.words = words;
    this.phones = phones;
  }

  /// Why this text may not go to whoever has its contact; empty if they still agree to it.
  String against(OutText text, Instant now) {
    List<Contribution> agreed =
        reading.byContact(text.contact()).stream()
            .filter(c -> c.consultation().equals(text.consultation()))
            .filter(c -> allows(c, text.purpose()))
            .toList();
    if (agreed.isEmpty()) {
      return OutText.NOT_AGREED;
    }
    Phone phone = phones.phone(text.phone());
    return agreed.stream().allMatch(c -> isSilent(c, phone, now)) ? OutText.SILENT : "";
  }

  /// Whether who said this has been silent for so long that their number may have changed hands. A
  /// later text speaks for them only if it came before the number could have.
  boolean isSilent(Contribution c, Phone phone, Instant now) {
    Instant since = now.minus(FlowEngine.SILENT);
    boolean sameHands = phone.lastHeard().isAfter(since) && words.isFrom(phone, c);
    return !sameHands && !c.receivedAt().isAfter(since);
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
