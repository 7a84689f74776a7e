package org.folkmoot.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.Visitor;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.moderation.Refusal;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.ContributionGoneException;
import org.folkmoot.record.Facet;
import org.folkmoot.record.FacetCounts;
import org.folkmoot.record.Lineage;
import org.folkmoot.record.Reader;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Rulings;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voice;

/// What staff do with what was said. Everybody here reads as staff, the safeguarding lead too: held
/// contributions are on a page of their own. Who only analyses reads no names. Thread-safe.
public final class DeskService {

  /// Where a contribution that the desk may list can stand.
  static final Set<Status> LISTED = Set.of(Status.RECEIVED, Status.CLEARED, Status.REFUSED);

  private final RecordService record;
  private final Rulings rulings;
  private final RecordReading reading;
  private final ThemeService themes;

  DeskService(RecordService record, RecordReading reading, ThemeService themes) {
    this.record = record;
    this.rulings = record.rulings();
    this.reading = reading;
    this.themes = themes;
  }

  /// What is asked for, never anything held, newest first.
  public RecordReading.Found list(Visitor who, RecordQuery query) {
    return reading.list(reader(who), listed(query));
  }

  boolean findsWithoutIndex(String consultation) {
    return reading.findsWithoutIndex(consultation);
  }

  /// How many there are by facet of what is asked for; empty while they cannot be told.
  Optional<FacetCounts> counts(RecordQuery query, Set<Facet> facets, ZoneId zone) {
    return reading.counts(Reader.STAFF, listed(query), facets, zone);
  }

  public long count(RecordQuery query) {
    return reading.count(listed(query));
  }

  /// What was made from one elsewhere, and goes or changes with it.
  List<Lineage.Derived> derivedFrom(String id) {
    return record.derivedFrom(id);
  }

  /// How many were taken back; their words are gone.
  public long takenBack(String consultation) {
    return reading.count(
        RecordQuery.in(consultation).statuses(Set.of(Status.WITHDRAWN, Status.ERASED)));
  }

  public Optional<Voice> find(Visitor who, String consultation, String id) {
    return reading.find(reader(who), id).filter(v -> v.consultation().equals(consultation));
  }

  /// The next one that waits to be checked, going back in time from a number; then from the newest.
  public Optional<Voice> nextWaiting(Visitor who, String consultation, long before) {
    var waiting = RecordQuery.in(consultation).statuses(Set.of(Status.RECEIVED));
    List<Voice> older = list(who, waiting.page(before, 1)).voices();
    return older.isEmpty()
        ? list(who, waiting.page(0, 1)).voices().stream().findFirst()
        : Optional.of(older.getFirst());
  }

  public List<Ledger.Entry> history(String id) {
    return reading.history(id);
  }

  /// Something that is decided on, and the version that was looked at.
  public record Seen(String id, long version) {
    public static Seen of(Voice voice) {
      return new Seen(voice.id(), voice.version());
    }
  }

  /// Checks what is still as it was seen. Pressing twice is no other wish.
  ///
  /// @return false if one of them has changed since, on which nothing was decided
  public boolean check(Visitor who, String consultation, Collection<Seen> seen) {
    may(who, Role.OFFICER, Role.MODERATOR);
    return decide(
        consultation,
        seen,
        voice -> voice.status() == Status.CLEARED,
        voice -> rulings.check(voice.id(), voice.version(), who.name()));
  }

  /// @param why by voice: each in the language it came in
  /// @return false if one of them has changed since, on which nothing was decided
  public boolean decline(
      Visitor who, String consultation, Collection<Seen> seen, Function<Voice, Refusal> why) {
    may(who, Role.OFFICER, Role.MODERATOR);
    return decide(
        consultation,
        seen,
        voice -> voice.status() == Status.REFUSED && voice.reason().equals(why.apply(voice).told()),
        voice -> {
          Refusal refusal = why.apply(voice);
          return rulings.decline(
              voice.id(), voice.version(), who.name(), refusal.reason(), refusal.told());
        });
  }

  /// Sets apart for the safeguarding lead: gone from this desk at once.
  ///
  /// @return false if one of them has changed since, on which nothing was decided
  public boolean hold(Visitor who, String consultation, Collection<Seen> seen) {
    may(who, Role.OFFICER, Role.MODERATOR, Role.ANALYST);
    return decide(
        consultation,
        seen,
        _ -> false,
        voice -> rulings.hold(voice.id(), voice.version(), who.name()));
  }

  /// @param isSo whether a voice stands as it is wished already
  private boolean decide(
      String consultation, Collection<Seen> seen, Predicate<Voice> isSo, Predicate<Voice> act) {
    Map<String, Long> versions = new LinkedHashMap<>();
    seen.forEach(one -> versions.put(one.id(), one.version()));
    int done = 0;
    for (Voice voice : voices(consultation, versions.keySet())) {
      boolean same = Objects.equals(versions.get(voice.id()), voice.version());
      if (isSo.test(voice) || (same && act.test(voice))) {
        done++;
      }
    }
    return done == versions.size();
  }

  /// Puts contributions under these themes, beside those they are under already.
  public void groupAlso(
      Visitor who, String consultation, Collection<String> ids, Set<String> themeIds) {
    may(who, Role.OFFICER, Role.ANALYST);
    Set<String> added = known(consultation, themeIds);
    Map<String, Set<String>> themesOf = new LinkedHashMap<>();
    for (Voice voice : voices(consultation, ids)) {
      Set<String> all = new HashSet<>(voice.themes());
      all.addAll(added);
      themesOf.put(voice.id(), all);
    }
    record.group(themesOf, who.name());
  }

  /// Those that staff may read.
  private List<Voice> voices(String consultation, Collection<String> ids) {
    List<RecordReading.Member> asked =
        ids.stream().distinct().map(id -> new RecordReading.Member(id, 1)).toList();
    return reading.open(Reader.STAFF, asked).voices().stream()
        .filter(voice -> voice.consultation().equals(consultation))
        .toList();
  }

  /// Puts one contribution under exactly these themes.
  public void group(Visitor who, String consultation, String id, Set<String> themeIds) {
    may(who, Role.OFFICER, Role.ANALYST);
    each(
        consultation,
        List.of(id),
        voice -> record.group(voice.id(), known(consultation, themeIds), who.name()));
  }

  public Theme addTheme(Visitor who, String consultation, String name, String definition) {
    may(who, Role.OFFICER, Role.ANALYST);
    return themes.add(consultation, name, definition, who.name());
  }

  /// @return true if these words set it apart for the safeguarding lead
  public boolean addText(
      Visitor who, String consultation, String id, Contribution.DerivedText text) {
    may(who, Role.OFFICER, Role.MODERATOR, Role.ANALYST);
    var apart = new AtomicBoolean();
    each(
        consultation,
        List.of(id),
        voice -> apart.set(record.addText(voice.id(), text, who.name())));
    return apart.get();
  }

  /// Takes back for somebody who asks at the counter or by phone and has the code.
  ///
  /// @param own whether it is known that it is theirs; if not it can be put back for some days
  /// @return its id, or empty if there is no such code in this consultation
  public Optional<String> takeBack(
      Visitor who, String consultation, String typedCode, boolean own, String reason) {
    may(who, Role.OFFICER);
    Optional<Contribution> found =
        ReceiptCode.parse(typedCode)
            .flatMap(reading::byReceipt)
            .filter(c -> c.consultation().equals(consultation));
    found.ifPresent(c -> {
      if (own) {
        record.takeBack(c.id(), who.name(), reason);
      } else {
        record.withdrawals().answer(c.id(), true, who.name(), reason);
      }
    });
    return found.map(Contribution::id);
  }

  /// Takes uses away for somebody who asks staff for it and has the code; never adds one.
  ///
  /// @param witness who heard or read it; in the log, and gone with what was said
  /// @return false if nothing with such a code stands in this consultation
  boolean allowLess(
      Visitor who,
      String consultation,
      String typedCode,
      Set<Consent.Scope> taken,
      boolean silent,
      Consent.Asked asked,
      String witness) {
    may(who, Role.OFFICER, Role.MODERATOR);
    Optional<Contribution> found =
        ReceiptCode.parse(typedCode)
            .flatMap(reading::byReceipt)
            .filter(c -> c.consultation().equals(consultation) && !c.status().isGone());
    found.ifPresent(c -> record.allowLess(c.id(), taken, silent, asked, who.name(), witness));
    return found.isPresent();
  }

  /// A wish to take something back that waits for a person, with what it is about.
  public record WaitingWish(Contribution about, Instant at) {}

  /// Oldest first.
  public List<WaitingWish> wishes(String consultation) {
    return record.withdrawals().wishes().in(consultation).stream()
        .flatMap(wish ->
            record.find(wish.contribution()).map(c -> new WaitingWish(c, wish.at())).stream())
        .toList();
  }

  /// Follows a wish that waits, or leaves the voice standing for a reason.
  public void answerWish(Visitor who, String consultation, String id, boolean yes, String reason) {
    may(who, Role.OFFICER);
    boolean waits =
        record.find(id).filter(c -> c.consultation().equals(consultation)).isPresent()
            && record.withdrawals().wishes().isWished(id);
    if (!waits) {
      throw new ProblemException(new Problem.NotFound());
    }
    record.withdrawals().answer(id, yes, who.name(), reason);
  }

  private Set<String> known(String consultation, Set<String> themeIds) {
    Set<String> known = new HashSet<>();
    themes.themes(consultation).stream()
        .map(Theme::id)
        .filter(themeIds::contains)
        .forEach(known::add);
    return known;
  }

  /// Each that is still there; one that was taken back meanwhile needs nothing done any more.
  private void each(String consultation, Collection<String> ids, Consumer<Voice> act) {
    for (String id : ids) {
      Optional<Voice> voice =
          reading.find(Reader.STAFF, id).filter(v -> v.consultation().equals(consultation));
      if (voice.isPresent()) {
        try {
          act.accept(voice.get());
        } catch (ContributionGoneException e) {
          System.getLogger("desk").log(System.Logger.Level.INFO, "event=desk.gone id=" + id);
        }
      }
    }
  }

  private static RecordQuery listed(RecordQuery query) {
    Set<Status> wanted = new HashSet<>(query.statuses());
    wanted.retainAll(LISTED);
    return query.statuses(wanted.isEmpty() ? LISTED : wanted);
  }

  private static Reader reader(Visitor who) {
    return who.is(Role.OFFICER, Role.MODERATOR, Role.SAFEGUARDING) ? Reader.STAFF : Reader.ANALYST;
  }

  private static void may(Visitor who, Role... roles) {
    if (!who.is(roles)) {
      throw new ProblemException(new Problem.Forbidden());
    }
  }
}
