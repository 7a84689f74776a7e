package org.folkmoot.people;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;

/// The log of who works here and what they may do, beside the logs of consultations.
final class StaffLog {

  private final Ledger ledger;
  private final InstantSource time;

  StaffLog(Ledger ledger, InstantSource time) {
    this.ledger = ledger;
    this.time = time;
  }

  /// @param what was done, in one or two words
  /// @param by the name of who did it
  /// @param why the reason given; empty for none
  void add(Staff who, String what, String by, String why) {
    String roles = who.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    add(who.id(), by, why, Map.of("what", what, "roles", roles, "scope", who.scope()));
  }

  /// @param subject id of what it is about
  void add(String subject, String by, String why, Map<String, String> details) {
    ledger.append(
        PeopleService.LOG,
        new Act(
            "staff:" + subject + ":" + UUID.randomUUID(),
            Act.Kind.STAFF_CHANGED,
            subject,
            time.instant(),
            by,
            why,
            details));
  }

  /// Everything about one person, oldest first.
  List<Ledger.Entry> about(Staff who) {
    return ledger.about(who.id());
  }
}
