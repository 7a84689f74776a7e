package org.folkmoot.report;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.desk.ThemeService;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Lineage;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voice;
import org.folkmoot.report.Report.Quoted;
import org.folkmoot.report.ReportTexts.Quote;

/// The report: what the officer writes around a snapshot's figures, and who may read which one.
/// Thread-safe.
///
/// The public reads the snapshot that was published, staff and councillors the latest.
public final class ReportService implements Lineage {

  /// What stands in the way of publishing.
  public enum Obstacle {
    NOT_FROZEN,
    NO_LIMITS
  }

  private static final int QUOTABLE_AT_ONCE = 100;

  private final SnapshotService snapshots;
  private final ReportTextRepository texts;
  private final RecordReading reading;
  private final ConsultationService consultations;
  private final ThemeService themes;
  private final Ledger ledger;
  private final InstantSource time;

  ReportService(
      SnapshotService snapshots,
      ReportTextRepository texts,
      RecordReading reading,
      ConsultationService consultations,
      ThemeService themes,
      Ledger ledger,
      InstantSource time) {
    this.snapshots = snapshots;
    this.texts = texts;
    this.reading = reading;
    this.consultations = consultations;
    this.themes = themes;
    this.ledger = ledger;
    this.time = time;
  }

  /// The report this reader may have, if there is one.
  public Optional<Report> report(String consultation, Reader reader) {
    ReportTexts written = texts.find(consultation);
    return snapshot(written, reader)
        .map(snapshot ->
            new Report(
                consultations.get(consultation),
                snapshot,
                written,
                snapshots.figures(snapshot, reader),
                themes.themes(consultation),
                quoted(written),
                snapshot.id().equals(written.published())));
  }

  /// Opens one figure of the report this reader may have.
  public Opening open(String consultation, String figure, Reader reader) {
    return snapshot(texts.find(consultation), reader)
        .map(snapshot -> snapshots.open(snapshot, figure, reader))
        .orElseGet(Opening.Missing::new);
  }

  /// Opens a figure of things said as it stands at this moment, counted and hidden as in a
  /// snapshot: for pages that follow the record. The report itself is read from a snapshot.
  public Opening openNow(String consultation, String figure, Reader reader) {
    List<FigureBook.Page> pages = FigureBook.of(reading, consultation, ledger.last(consultation));
    Optional<FigureBook.Page> wanted =
        pages.stream()
            .filter(page -> page.figure().id().equals(figure))
            .filter(page -> page.figure().unit() == Figure.Unit.ITEMS)
            .findFirst();
    if (wanted.isEmpty()) {
      return new Opening.Missing();
    }
    FigureBook.Page page = wanted.get();
    boolean hidden =
        reader == Reader.PUBLIC
            && PublicFigures.hidden(pages.stream().map(FigureBook.Page::figure).toList())
                .contains(figure);
    if (hidden) {
      return new Opening.TooFew(page.figure());
    }
    RecordReading.Opened opened =
        reading.open(
            reader,
            page.counted().stream()
                .map(c -> new RecordReading.Member(c.contribution(), c.weight()))
                .toList());
    return new Opening.Open(
        page.figure(), opened.shown(), opened.notShown(), opened.takenBack(), opened.voices());
  }

  public ReportTexts texts(String consultation) {
    return texts.find(consultation);
  }

  /// Keeps the officer's texts; quotes and publishing have acts of their own.
  public void save(ReportTexts written) {
    texts.saveTexts(written);
  }

  /// Lets the public read the latest snapshot, unless something stands in the way.
  public Optional<Obstacle> publish(String consultation, String by) {
    Optional<Snapshot> latest = snapshots.latest(consultation);
    if (latest.isEmpty()) {
      return Optional.of(Obstacle.NOT_FROZEN);
    }
    if (texts.find(consultation).limits().isBlank()) {
      return Optional.of(Obstacle.NO_LIMITS);
    }
    Snapshot snapshot = latest.get();
    ledger.append(
        consultation,
        new Act(
            "publish:" + snapshot.id(),
            Act.Kind.FROZEN,
            consultation,
            time.instant(),
            by,
            "",
            Map.of("published", Long.toString(snapshot.seq()), "hash", snapshot.hash())));
    texts.publish(consultation, snapshot.id());
    return Optional.empty();
  }

  /// What may be quoted, newest first.
  public List<Voice> quotable(String consultation) {
    return reading
        .list(
            Reader.COUNCILLOR,
            RecordQuery.in(consultation)
                .statuses(EnumSet.of(Status.CLEARED))
                .page(0, QUOTABLE_AT_ONCE))
        .voices()
        .stream()
        .filter(ReportService::mayBeQuoted)
        .filter(voice -> !voice.text().isBlank())
        .toList();
  }

  /// Chooses words to quote; an empty excerpt takes all of them.
  ///
  /// @return false if it may not be quoted or these are not its words
  public boolean addQuote(String consultation, Quote wanted) {
    Optional<Voice> voice = mayQuote(consultation, wanted.contribution());
    if (voice.isEmpty()) {
      return false;
    }
    String excerpt =
        wanted.excerpt().isBlank() ? publicText(voice.get()) : wanted.excerpt().strip();
    if (!says(voice.get(), excerpt)) {
      return false;
    }
    texts.dropQuotes(consultation, wanted.contribution());
    texts.addQuote(consultation, new Quote(wanted.contribution(), wanted.stance(), excerpt));
    return true;
  }

  public void dropQuote(String consultation, String contribution) {
    texts.dropQuotes(consultation, contribution);
  }

  /// A quote goes when what it was taken from is taken back.
  @Override
  public void forget(Contribution contribution) {
    texts.dropQuotes(contribution.consultation(), contribution.id());
  }

  @Override
  public List<Derived> from(Contribution contribution) {
    return isQuoted(contribution)
        ? List.of(
            new Derived(
                "record.derived.quote", "/desk/c/" + contribution.consultation() + "/report"))
        : List.of();
  }

  /// Whether a report of its consultation quotes it as things stand.
  boolean isQuoted(Contribution c) {
    return c.isQuotable()
        && texts.find(c.consultation()).quotes().stream()
            .anyMatch(quote -> quote.contribution().equals(c.id()));
  }

  private Optional<Snapshot> snapshot(ReportTexts written, Reader reader) {
    return reader == Reader.PUBLIC
        ? snapshots.byId(written.published())
        : snapshots.latest(written.consultation());
  }

  private List<Quoted> quoted(ReportTexts written) {
    Map<String, Voice> voices =
        reading.find(
            Reader.COUNCILLOR, written.quotes().stream().map(Quote::contribution).toList());
    return written.quotes().stream()
        .flatMap(quote ->
            Optional.ofNullable(voices.get(quote.contribution()))
                .filter(voice -> mayBeQuoted(voice, written.consultation()))
                .filter(voice -> says(voice, quote.excerpt()))
                .map(voice -> new Quoted(quote, voice))
                .stream())
        .toList();
  }

  /// To allow a quote is to allow it in the report, whoever reads that.
  private Optional<Voice> mayQuote(String consultation, String contribution) {
    return reading
        .find(Reader.COUNCILLOR, contribution)
        .filter(voice -> mayBeQuoted(voice, consultation));
  }

  private static boolean mayBeQuoted(Voice voice, String consultation) {
    return voice.consultation().equals(consultation) && mayBeQuoted(voice);
  }

  private static boolean mayBeQuoted(Voice voice) {
    return voice.scopes().quoted() && voice.status() == Status.CLEARED && !voice.under18();
  }

  /// True if every part between the cuts stands in the words as they are.
  private static boolean says(Voice voice, String excerpt) {
    String words = plain(publicText(voice));
    return Arrays.stream(excerpt.split("\\[(…|\\.\\.\\.)]"))
        .allMatch(part -> words.contains(plain(part)));
  }

  /// The words as others may read them.
  static String publicText(Voice voice) {
    return voice.words();
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
