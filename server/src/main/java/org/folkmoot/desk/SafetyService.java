package org.folkmoot.desk;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.door.Visitor;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Status;
import org.folkmoot.record.ViewLog;
import org.folkmoot.record.Voice;

/// What is set apart because somebody may be in danger. Only routes of the safeguarding lead use
/// this. Thread-safe.
public final class SafetyService {

  private final RecordService record;
  private final RecordReading reading;
  private final Ledger ledger;
  private final Vault vault;
  private final ViewLog views;
  private final InstantSource time;

  SafetyService(RecordRoom room, Vault vault, InstantSource time) {
    this.record = room.service();
    this.reading = room.reading();
    this.ledger = room.ledger();
    this.views = room.views();
    this.vault = vault;
    this.time = time;
  }

  /// Held contributions, newest first; that they were looked at is noted.
  RecordReading.Found held(Visitor who, String consultation, long after) {
    views.note(who.name(), ViewLog.What.HELD, consultation, "", "");
    return reading.list(
        Reader.SAFEGUARDING,
        RecordQuery.in(consultation).statuses(Set.of(Status.HELD)).page(after, RecordQuery.PAGE));
  }

  /// What was taken back while it was held, and is kept for the lead until the case is over.
  List<Voice> takenBack(String consultation) {
    return record.withdrawals().keptForLead(consultation);
  }

  boolean isTakenBack(String id) {
    return record.withdrawals().isKeptForLead(id);
  }

  Optional<Voice> find(String consultation, String id) {
    return reading
        .find(Reader.SAFEGUARDING, id)
        .or(() -> record.withdrawals().openForLead(id))
        .filter(v -> v.consultation().equals(consultation) && v.status() == Status.HELD);
  }

  /// The same to be read; that it was is noted.
  Optional<Voice> read(Visitor who, String consultation, String id) {
    Optional<Voice> found = find(consultation, id);
    found.ifPresent(_ -> views.note(who.name(), ViewLog.What.HELD, consultation, id, ""));
    return found;
  }

  List<Ledger.Entry> history(String id) {
    return reading.history(id);
  }

  /// Gives it back to be checked like any other.
  void release(Visitor who, String id, String reason) {
    record.release(id, who.name(), reason);
  }

  /// The case of something that was taken back is over: the copy is erased, and every reason and
  /// note with it.
  void end(Visitor who, String id) {
    record.withdrawals().endCase(id, who.name());
  }

  /// Leaves it apart and notes what was done.
  void keepApart(Visitor who, String consultation, String id, String note) {
    log(who, consultation, id, Act.Kind.HELD, note);
  }

  /// How the sender can be reached, if they said so; that it was looked at is noted, with why.
  Optional<String> contact(Visitor who, String consultation, String id, String why) {
    Optional<Vault.Contact> contact =
        record
            .find(id)
            .map(c -> c.status().isGone() ? record.withdrawals().contactForLead(id) : c.contact())
            .filter(c -> !c.isEmpty())
            .flatMap(vault::open);
    contact.ifPresent(_ -> {
      log(who, consultation, id, Act.Kind.READ, why);
      views.note(who.name(), ViewLog.What.CONTACT, consultation, id, why);
    });
    return contact.map(Vault.Contact::address);
  }

  private void log(Visitor who, String consultation, String id, Act.Kind kind, String why) {
    var now = time.instant();
    String act = id + ":" + kind.name().toLowerCase(Locale.ROOT) + ":" + now;
    ledger.append(consultation, new Act(act, kind, id, now, who.name(), why, Map.of()));
  }
}
