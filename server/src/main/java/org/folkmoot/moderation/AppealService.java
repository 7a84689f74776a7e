package org.folkmoot.moderation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.door.Role;
import org.folkmoot.door.Visitor;
import org.folkmoot.ledger.Act;
import org.folkmoot.people.PeopleService;
import org.folkmoot.people.Staff;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.record.Rulings;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voice;

/// Second looks at what is not shown, by somebody else than whoever decided it. Thread-safe.
public final class AppealService {

  /// Where nobody else works, the same person looks again on another day.
  static final Duration A_NIGHT = Duration.ofHours(12);

  private static final int AT_ONCE = 100;

  private final Rulings rulings;
  private final RecordReading reading;
  private final ModerationLog log;
  private final PeopleService people;
  private final InstantSource time;

  AppealService(RecordRoom record, ModerationLog log, PeopleService people, InstantSource time) {
    this.rulings = record.service().rulings();
    this.reading = record.reading();
    this.log = log;
    this.people = people;
    this.time = time;
  }

  /// How one member of staff stands to an appeal.
  public enum May {
    ANSWER,
    /// Nobody else is there: the first looks again.
    ANSWER_ALONE,
    /// Nobody else is there, and the night is not over.
    AFTER_A_NIGHT,
    /// They refused it themselves.
    NOT_OWN
  }

  /// Appeals that wait, oldest first. What is held, taken back or to be checked again waits no
  /// more.
  List<Appeal> waiting(String consultation) {
    return asked(consultation).flatMap(voice -> appeal(voice).stream()).toList();
  }

  /// How many [#waiting] has.
  int count(String consultation) {
    return (int) asked(consultation).count();
  }

  private Stream<Voice> asked(String consultation) {
    return reading
        .open(
            Reader.STAFF,
            log.appeals(consultation).stream()
                .limit(AT_ONCE)
                .map(id -> new RecordReading.Member(id, 1))
                .toList())
        .voices()
        .stream()
        .filter(voice -> voice.status() == Status.REFUSED);
  }

  /// The appeal about one contribution, while it waits.
  Optional<Appeal> waiting(String consultation, String id) {
    return reading
        .find(Reader.STAFF, id)
        .filter(v -> v.consultation().equals(consultation))
        .filter(_ -> log.appeals(consultation).contains(id))
        .flatMap(this::appeal);
  }

  private Optional<Appeal> appeal(Voice voice) {
    if (voice.status() != Status.REFUSED) {
      return Optional.empty();
    }
    Map<Act.Kind, Act> newest = rulings.newest(voice.id());
    String refusedBy = Optional.ofNullable(newest.get(Act.Kind.DECLINED)).map(Act::by).orElse("");
    return Optional.ofNullable(newest.get(Act.Kind.APPEALED))
        .map(asked -> new Appeal(voice, asked.at(), asked.why(), refusedBy));
  }

  May may(Appeal appeal, Visitor who) {
    if (!appeal.refusedBy().equals(who.name()) && !isKey(who.id())) {
      return May.ANSWER;
    }
    if (hasAnother(appeal)) {
      return May.NOT_OWN;
    }
    boolean over = !time.instant().isBefore(appeal.at().plus(A_NIGHT));
    return over ? May.ANSWER_ALONE : May.AFTER_A_NIGHT;
  }

  /// Whoever comes with the key of the whole portal may be the one who refused it.
  private static boolean isKey(String staff) {
    return staff.startsWith("token:");
  }

  private boolean hasAnother(Appeal appeal) {
    return people.all().stream()
        .filter(staff -> !isKey(staff.id()) && mayDecide(staff, appeal.about().consultation()))
        .anyMatch(staff -> !staff.name().equals(appeal.refusedBy()));
  }

  private static boolean mayDecide(Staff staff, String consultation) {
    return (staff.scope().isEmpty() || staff.scope().equals(consultation))
        && staff.roles().stream()
            .anyMatch(r -> r == Role.OFFICER || r == Role.MODERATOR || r == Role.ADMIN);
  }

  /// Answers an appeal for good.
  ///
  /// @param shown true lets it be read, false leaves it as it is
  /// @param version of the contribution that was looked at
  /// @param told to the sender, why
  /// @return false if somebody was quicker
  boolean answer(Appeal appeal, Visitor who, boolean shown, long version, String told) {
    May may = may(appeal, who);
    if (may == May.NOT_OWN || may == May.AFTER_A_NIGHT) {
      return false;
    }
    boolean alone = may == May.ANSWER_ALONE;
    String id = appeal.about().id();
    return shown
        ? rulings.overturn(id, version, who.name(), told, alone)
        : rulings.uphold(id, version, who.name(), told, alone);
  }
}
