package org.folkmoot.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Lineage;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordReading.Member;
import org.folkmoot.record.SmallNumbers;
import org.folkmoot.record.Voice;
import org.folkmoot.report.Figure.Counted;
import org.folkmoot.report.Figure.Kind;
import org.folkmoot.report.Figure.Unit;
import org.folkmoot.report.Snapshot.NotHeard;

/// Freezes the record and reads what was frozen, for one reader at a time. Thread-safe.
public final class SnapshotService implements Lineage {

  /// Fewer answers to a question about who took part say nothing about who did not.
  private static final int ENOUGH_ANSWERS = 30;

  /// The figures under which everything counted stands.
  private static final List<String> EVERYTHING =
      List.of(Figure.id(Kind.ALL, "", Unit.ITEMS), Figure.id(Kind.ALL, "", Unit.MARKS));

  private static final List<String> AGES =
      List.of("under-16", "16-24", "25-44", "45-64", "65-over");

  /// A figure as one reader may know it.
  ///
  /// @param tooFew its total must not be said to this reader
  /// @param takenBack how much of it was taken back since; 0 if it is too small to be told
  public record Told(Figure figure, boolean tooFew, int takenBack) {}

  private final SnapshotRepository snapshots;
  private final RecordReading reading;
  private final Ledger ledger;
  private final ConsultationService consultations;
  private final InstantSource time;

  SnapshotService(
      SnapshotRepository snapshots,
      RecordReading reading,
      Ledger ledger,
      ConsultationService consultations,
      InstantSource time) {
    this.snapshots = snapshots;
    this.reading = reading;
    this.ledger = ledger;
    this.consultations = consultations;
    this.time = time;
  }

  /// Freezes the record as it stands now.
  public Snapshot freeze(String consultation, String by) {
    return freeze(consultation, UUID.randomUUID().toString(), by);
  }

  /// Freezes the record; the same act again gives the same snapshot. The ledger entry comes first
  /// and gives the place up to which is counted.
  public Snapshot freeze(String consultation, String act, String by) {
    Consultation asked = consultations.get(consultation);
    Instant now = time.instant();
    long seq =
        ledger.append(
            consultation,
            new Act("freeze:" + act, Act.Kind.FROZEN, consultation, now, by, "", Map.of()));
    String id = SnapshotRepository.id(consultation, seq);
    Optional<Snapshot> before = snapshots.find(id);
    if (before.isPresent()) {
      return before.get();
    }
    List<FigureBook.Page> book = FigureBook.of(reading, consultation, seq);
    var snapshot =
        new Snapshot(id, consultation, seq, now, by, hash(book), notHeard(asked), Set.of());
    snapshots.save(snapshot, book);
    // What was taken back between counting and saving told nobody; it is told now.
    goneOf(snapshot).forEach(gone -> snapshots.gone(id, gone));
    return snapshots.find(id).orElse(snapshot);
  }

  public Optional<Snapshot> latest(String consultation) {
    return snapshots.latest(consultation);
  }

  public Optional<Snapshot> at(String consultation, long seq) {
    return snapshots.find(SnapshotRepository.id(consultation, seq));
  }

  public Optional<Snapshot> byId(String snapshot) {
    return snapshots.find(snapshot);
  }

  /// Every figure in the order of the report, as this reader may know it.
  public List<Told> figures(Snapshot snapshot, Reader reader) {
    List<Figure> all = snapshots.figures(snapshot.id());
    Set<String> hidden = reader == Reader.PUBLIC ? PublicFigures.hidden(all) : Set.of();
    return all.stream()
        .map(f -> {
          boolean tooFew = hidden.contains(f.id());
          return new Told(f, tooFew, tooFew ? 0 : takenBack(snapshot, f));
        })
        .toList();
  }

  /// Opens one figure for one reader.
  public Opening open(Snapshot snapshot, String figure, Reader reader) {
    Optional<Figure> found = snapshots.figure(snapshot.id(), figure);
    if (found.isEmpty()) {
      return new Opening.Missing();
    }
    Figure f = found.get();
    if (reader == Reader.PUBLIC
        && PublicFigures.hidden(snapshots.figures(snapshot.id())).contains(f.id())) {
      return new Opening.TooFew(f);
    }
    List<Counted> counted = snapshots.counted(snapshot.id(), figure);
    List<Member> members =
        counted.stream().map(c -> new Member(c.contribution(), c.weight())).toList();
    RecordReading.Opened opened = reading.open(reader, members);
    if (f.unit() != Unit.PEOPLE) {
      return new Opening.Open(
          f, opened.shown(), opened.notShown(), opened.takenBack(), opened.voices());
    }
    return people(f, counted, opened.voices(), present(members));
  }

  /// How the figures stand now, after what was taken back: another fingerprint than the frozen one
  /// as soon as anything is.
  public static String hashNow(Snapshot snapshot) {
    return snapshot.gone().isEmpty()
        ? snapshot.hash()
        : sha256(
            snapshot.hash() + "\n" + String.join("\n", snapshot.gone().stream().sorted().toList()));
  }

  /// Notes in every snapshot that counted it that this contribution was taken back.
  @Override
  public void forget(Contribution contribution) {
    for (Snapshot snapshot : snapshots.of(contribution.consultation())) {
      if (contribution.seq() <= snapshot.seq() && counts(snapshot, contribution.id())) {
        snapshots.gone(snapshot.id(), contribution.id());
      }
    }
  }

  @Override
  public List<Derived> from(Contribution contribution) {
    return snapshots.of(contribution.consultation()).stream()
        .filter(snapshot -> contribution.seq() <= snapshot.seq())
        .filter(snapshot -> counts(snapshot, contribution.id()))
        .map(snapshot ->
            new Derived(
                "record.derived.snapshot",
                snapshot.at(),
                "/desk/c/" + contribution.consultation() + "/report"))
        .toList();
  }

  @Override
  public void giveBack(Contribution contribution) {
    snapshots
        .of(contribution.consultation())
        .forEach(snapshot -> snapshots.back(snapshot.id(), contribution.id()));
  }

  private boolean counts(Snapshot snapshot, String contribution) {
    return snapshots.counts(snapshot.id(), EVERYTHING, contribution);
  }

  private Set<String> goneOf(Snapshot snapshot) {
    Set<String> all = new HashSet<>(everything(snapshot));
    all.removeAll(present(all.stream().map(id -> new Member(id, 1)).toList()));
    return all;
  }

  private Set<String> everything(Snapshot snapshot) {
    Set<String> all = new HashSet<>();
    for (String figure : EVERYTHING) {
      snapshots.counted(snapshot.id(), figure).forEach(c -> all.add(c.contribution()));
    }
    return all;
  }

  private Set<String> present(List<Member> members) {
    return reading.open(Reader.SAFEGUARDING, members).voices().stream()
        .map(Voice::id)
        .collect(Collectors.toSet());
  }

  /// A person is shown if anything they said is, and gone once all of it is.
  private static Opening people(
      Figure figure, List<Counted> counted, List<Voice> voices, Set<String> present) {
    Set<String> shown = voices.stream().map(Voice::id).collect(Collectors.toSet());
    Map<Integer, List<Counted>> byPerson =
        counted.stream().collect(Collectors.groupingBy(Counted::person));
    int takenBack = 0;
    int readable = 0;
    for (List<Counted> said : byPerson.values()) {
      if (said.stream().anyMatch(c -> shown.contains(c.contribution()))) {
        readable++;
      } else if (said.stream().noneMatch(c -> present.contains(c.contribution()))) {
        takenBack++;
      }
    }
    int notShown = byPerson.size() - readable - takenBack;
    return new Opening.Open(figure, readable, notShown, takenBack, voices);
  }

  private int takenBack(Snapshot snapshot, Figure figure) {
    if (snapshot.gone().isEmpty()) {
      return 0;
    }
    List<Counted> counted = snapshots.counted(snapshot.id(), figure.id());
    if (figure.unit() != Unit.PEOPLE) {
      return counted.stream()
          .filter(c -> snapshot.gone().contains(c.contribution()))
          .mapToInt(Counted::weight)
          .sum();
    }
    Map<Integer, Boolean> gone = new HashMap<>();
    counted.forEach(c ->
        gone.merge(c.person(), snapshot.gone().contains(c.contribution()), Boolean::logicalAnd));
    return (int) gone.values().stream().filter(all -> all).count();
  }

  private NotHeard notHeard(Consultation asked) {
    Map<String, Integer> areas = reading.equalityCounts(asked.slug(), "area");
    Map<String, Integer> ages = reading.equalityCounts(asked.slug(), "ageBand");
    Set<Channel> heard = reading.heard(asked.slug()).keySet();
    List<String> ways = new ArrayList<>();
    for (Consultation.Way way : Consultation.Way.values()) {
      if (asked.ways().contains(way) && !heard.contains(Channel.valueOf(way.name()))) {
        ways.add(way.name());
      }
    }
    return new NotHeard(
        known(areas), few(asked.areas(), areas), known(ages), few(AGES, ages), ways);
  }

  private static boolean known(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum() >= ENOUGH_ANSWERS;
  }

  private static List<String> few(List<String> all, Map<String, Integer> counts) {
    return known(counts)
        ? all.stream().filter(a -> counts.getOrDefault(a, 0) < SmallNumbers.FEWEST).toList()
        : List.of();
  }

  private static String hash(List<FigureBook.Page> book) {
    var lines = new StringBuilder();
    for (FigureBook.Page page : book) {
      Figure f = page.figure();
      lines.append(f.id()).append('|').append(f.unit()).append('|').append(f.total());
      page.counted()
          .forEach(c ->
              lines
                  .append('|')
                  .append(c.contribution())
                  .append('*')
                  .append(c.weight())
                  .append('@')
                  .append(c.person()));
      lines.append('\n');
    }
    return sha256(lines.toString());
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
