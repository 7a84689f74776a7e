package org.folkmoot.archive;

import java.io.OutputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.folkmoot.api.ConsultationJson;
import org.folkmoot.api.ContributionJson;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.desk.Theme;
import org.folkmoot.desk.ThemeService;
import org.folkmoot.ledger.Checkpoint;
import org.folkmoot.ledger.Checkpoints;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.Voice;

/// Writes the record of one consultation as JSON Lines: a header, its themes, a contribution a
/// line, newest first, and an end. Nothing is held in memory but a page of it. Thread-safe.
public final class ExportService {

  static final String FORMAT = "folkmoot-jsonl-1";
  private static final int PAGE = 200;

  private final RecordReading reading;
  private final Ledger ledger;
  private final ConsultationService consultations;
  private final ThemeService themes;
  private final Supplier<String> url;
  private final InstantSource time;

  /// @param url the portal's public address, known once it listens
  public ExportService(
      RecordReading reading,
      Ledger ledger,
      ConsultationService consultations,
      ThemeService themes,
      Supplier<String> url,
      InstantSource time) {
    this.reading = reading;
    this.ledger = ledger;
    this.consultations = consultations;
    this.themes = themes;
    this.url = url;
    this.time = time;
  }

  /// Everything that one reader may see.
  ///
  /// @return how many contributions that were
  public long write(Consultation asked, Reader reader, OutputStream out) {
    var lines = new JsonLines(out);
    Map<String, Object> header = header(asked, "reader");
    header.put("reader", reader.name());
    header.put("leftOut", List.of(LeftOut.NOT_THEIRS.json(), LeftOut.FILES.json()));
    lines.line(header);
    themes(asked, lines);
    long[] count = new long[1];
    each(
        asked,
        reader,
        voice -> {
          lines.line(contribution(voice));
          count[0]++;
        });
    lines.end(Map.of("contributions", count[0]));
    return count[0];
  }

  /// What anybody may read, for anybody to keep: with a card that says what it is of and what was
  /// left out, and nothing told of so few that one of them might be known by it.
  ///
  /// @param licence on what terms it may be used; empty if the council has not said
  /// @return how many contributions that were
  public long writePublic(
      Consultation asked, String licence, OutputStream out, LongConsumer progress) {
    var lines = new JsonLines(out);
    var edition = new PublicEdition(asked, reading);
    each(asked, Reader.PUBLIC, edition::meet);
    Map<String, Object> header = header(asked, "public");
    header.put("card", edition.card(licence, consultations.council().name()));
    header.put("leftOut", edition.leftOut());
    lines.line(header);
    themes(asked, lines);
    long[] count = new long[1];
    each(
        asked,
        Reader.PUBLIC,
        voice -> {
          lines.line(edition.narrowed(contribution(voice)));
          progress.accept(++count[0]);
        });
    lines.end(Map.of("contributions", count[0]));
    return count[0];
  }

  /// The same as a table for spreadsheets, of one consultation after another: what a reader may
  /// see, for the public as narrow as its edition.
  ///
  /// @return how many contributions that were
  public long writeCsv(
      List<Consultation> asked, Reader reader, OutputStream out, LongConsumer progress) {
    var table = new SafeCsv(out);
    long[] count = new long[1];
    for (Consultation one : asked) {
      var edition = new PublicEdition(one, reading);
      if (reader == Reader.PUBLIC) {
        each(one, reader, edition::meet);
      }
      Map<String, String> codes =
          themes.themes(one.slug()).stream().collect(Collectors.toMap(Theme::id, Theme::name));
      each(
          one,
          reader,
          voice -> {
            Map<String, Object> json = contribution(voice);
            table.row(reader == Reader.PUBLIC ? edition.narrowed(json) : json, codes);
            progress.accept(++count[0]);
          });
    }
    table.end();
    return count[0];
  }

  /// What every edition begins with.
  Map<String, Object> header(Consultation asked, String edition) {
    Map<String, Object> header = new LinkedHashMap<>();
    Optional<Checkpoint> signed = ledger.checkpoints().latest(asked.slug());
    header.put("type", "header");
    header.put("format", FORMAT);
    header.put("edition", edition);
    header.put("portal", portal(signed));
    header.put("consultation", asked.slug());
    header.put("madeAt", time.instant().toString());
    header.put(
        "log",
        signed
            .map(c -> log(c.size(), c.root(), c.note()))
            .orElseGet(() -> {
              long size = ledger.last(asked.slug());
              return log(size, root(asked.slug(), size), "");
            }));
    header.put("question", ConsultationJson.of(asked));
    return header;
  }

  byte[] root(String log, long size) {
    Checkpoints checkpoints = ledger.checkpoints();
    return checkpoints.tree(log, size).root();
  }

  static Map<String, Object> log(long size, byte[] root, String checkpoint) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("size", size);
    json.put("root", Base64.getEncoder().encodeToString(root));
    json.put("checkpoint", checkpoint);
    return json;
  }

  /// The name under which the world knows the log, else the portal's address.
  private String portal(Optional<Checkpoint> signed) {
    String host = signed.map(c -> c.origin().replaceFirst("/.*", "")).orElse("");
    return host.isEmpty()
        ? Optional.ofNullable(URI.create(url.get()).getAuthority()).orElse("")
        : host;
  }

  private void themes(Consultation asked, JsonLines lines) {
    for (Theme theme : themes.themes(asked.slug())) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("type", "theme");
      json.put("id", theme.id());
      json.put("name", theme.name());
      json.put("definition", theme.definition());
      lines.line(json);
    }
  }

  private static Map<String, Object> contribution(Voice voice) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "contribution");
    json.putAll(ContributionJson.of(voice));
    if (voice.under18()) {
      json.put("under18", true);
    }
    return json;
  }

  @FunctionalInterface
  private interface EachVoice {
    void read(Voice voice);
  }

  private void each(Consultation asked, Reader reader, EachVoice each) {
    long after = 0;
    do {
      var found = reading.list(reader, RecordQuery.in(asked.slug()).page(after, PAGE));
      found.voices().forEach(each::read);
      after = found.next();
    } while (after > 0);
  }
}
