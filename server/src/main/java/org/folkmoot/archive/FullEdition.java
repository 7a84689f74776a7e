package org.folkmoot.archive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.OutputStream;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.ledger.LedgerMoves;
import org.folkmoot.record.RecordMoves;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// The controller's own copy of one consultation: the question, its themes, every contribution and
/// tombstone whole, and every entry of its log with its salt, so that whoever takes it over gets
/// the same root. It needs the machine, and is never sent anywhere. What changes while it is
/// written is written again.
public final class FullEdition {

  private static final int TURNS = 100;

  private final ArchiveRepository store;
  private final ExportService exports;
  private final Ledger ledger;
  private final LedgerMoves entries;
  private final RecordMoves contributions;

  public FullEdition(Store store, Keys keys, RecordRoom record, ExportService exports) {
    this.store = new ArchiveRepository(store);
    this.exports = exports;
    this.ledger = record.ledger();
    this.entries = new LedgerMoves(ledger);
    this.contributions = new RecordMoves(store, keys);
  }

  /// @return how many contributions it holds, tombstones among them
  /// @throws ArchiveException if the record grows faster than it can be written
  public long write(Consultation asked, OutputStream out, LongConsumer progress) {
    String slug = asked.slug();
    var lines = new JsonLines(out);
    long before = ledger.last(slug);
    Map<String, Object> header = exports.header(asked, "full");
    String signed = (String) ((Map<?, ?>) header.getOrDefault("log", Map.of())).get("checkpoint");
    header.put(
        "log", ExportService.log(before, exports.root(slug, before), signed == null ? "" : signed));
    header.put("leftOut", List.of(LeftOut.FILES.json(), LeftOut.ROOMS.json()));
    lines.line(header);
    store
        .document("consultations", slug)
        .ifPresent(document -> lines.line(StoredJson.line("consultation", document)));
    store.of("themes", slug).forEach(theme -> lines.line(StoredJson.line("theme", theme)));

    Set<String> open = new TreeSet<>();
    long[] written = new long[1];
    contributions.each(
        slug,
        whole -> {
          line(lines, whole, open);
          progress.accept(++written[0]);
        });
    long done = record(slug, before, lines, open);
    long count = contributions.count(slug);
    Map<String, Object> end = new LinkedHashMap<>();
    end.put("contributions", count);
    end.put("size", done);
    end.put("root", Base64.getEncoder().encodeToString(exports.root(slug, done)));
    lines.end(end);
    return count;
  }

  private static void line(JsonLines lines, RecordMoves.Whole whole, Set<String> open) {
    lines.line(StoredJson.contribution(whole.document()));
    if (!whole.settled()) {
      open.add(whole.document().getString("_id"));
    }
  }

  /// The log, and again each contribution that it tells of from a place on where it stood before
  /// they were written, or on which an act was under way.
  private long record(String slug, long before, JsonLines lines, Set<String> open) {
    long done = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      long now = ledger.last(slug);
      if (now == done && open.isEmpty()) {
        return done;
      }
      Set<String> again = new TreeSet<>(open);
      entries.each(
          slug,
          done,
          now,
          entry -> {
            if (entry.seq() > before) {
              again.add(entry.fields().getOrDefault("subject", ""));
            }
            lines.line(json(entry));
          });
      open.clear();
      contributions.each(again, whole -> line(lines, whole, open));
      done = now;
    }
    throw new ArchiveException(
        "People write faster than the record can be copied; try again at a quieter hour.");
  }

  private static ObjectNode json(LedgerMoves.Line entry) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", "entry");
    json.put("seq", entry.seq());
    json.put("leaf", entry.leaf());
    if (!entry.salt().isEmpty()) {
      json.put("salt", entry.salt());
    }
    ObjectNode fields = json.putObject("entry");
    entry.fields().forEach(fields::put);
    return json;
  }

  /// @throws RuntimeException if it is no entry
  static LedgerMoves.Line entry(ObjectNode json) {
    var fields = new TreeMap<String, String>();
    json.path("entry")
        .properties()
        .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
    return new LedgerMoves.Line(
        json.path("seq").asLong(), fields, json.path("salt").asText(), json.path("leaf").asText());
  }
}
