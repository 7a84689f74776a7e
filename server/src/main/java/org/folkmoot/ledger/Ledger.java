package org.folkmoot.ledger;

import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bson.Document;
import org.folkmoot.store.Keys;
import org.folkmoot.store.SequencedLog;
import org.folkmoot.store.Store;

/// The append-only log of a consultation. Each entry has a leaf: SHA-256 of 16 random bytes (its
/// salt) and the entry in canonical JSON (keys sorted, no spaces, strings only), so that the entry
/// can later be erased without breaking the log.
///
/// Each entry has a seal as well, a hash with the portal's key over log, number, leaf and what
/// stays when it is erased; and each log a sealed note of how long it was, at most [#anchor]'s pace
/// behind. So whoever can write into the database but has not the key can neither change, swap,
/// take out nor cut off entries unnoticed. Thread-safe.
public final class Ledger {

  private static final String COLLECTION = "ledger";
  private static final String SEAL = "seal";

  /// An act with its place in the log.
  public record Entry(long seq, Act act) {}

  /// What a check of one log found. `wrong` names entries whose leaf or seal does not fit, and the
  /// first that is missing.
  public record Verified(long entries, long erased, List<Long> wrong) {
    public Verified {
      wrong = List.copyOf(wrong);
    }
  }

  private final SequencedLog log;
  private final com.mongodb.client.MongoCollection<Document> entries;
  private final com.mongodb.client.MongoCollection<Document> lengths;
  private final Keys keys;
  private final Set<String> grown = ConcurrentHashMap.newKeySet();
  private final SecureRandom random = new SecureRandom();

  public Ledger(Store store, Keys keys) {
    this.log = store.log(COLLECTION);
    this.entries = store.collection(COLLECTION);
    this.lengths = store.collection(COLLECTION + "-lengths");
    this.keys = keys;
    store.index(COLLECTION, "body.subject");
  }

  /// Appends an act and returns its number; an act that is in the log already gives its number.
  public long append(String consultation, Act act) {
    return append(consultation, List.of(act)).getFirst();
  }

  /// Appends several acts, in this order, and returns the number of each.
  public List<Long> append(String consultation, List<Act> acts) {
    List<Long> numbers =
        log.appendAll(consultation, acts.stream().map(act -> draft(consultation, act)).toList());
    if (!numbers.isEmpty()) {
      grown.add(consultation);
    }
    if (numbers.contains(1L)) {
      anchor();
    }
    return numbers;
  }

  private SequencedLog.Draft draft(String consultation, Act act) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    Map<String, String> fields = fields(act);
    var body = new Document();
    fields.forEach((name, value) -> body.append(name, value));
    body.append("salt", HexFormat.of().formatHex(salt));
    body.append("leaf", leaf(HexFormat.of().formatHex(salt), fields));
    return new SequencedLog.Draft(
        act.id(), place -> new Document(body).append(SEAL, seal(consultation, place, body)));
  }

  /// Notes how long the logs are that have grown since the last time. Called now and then and at
  /// the end.
  public void anchor() {
    for (String grew : Set.copyOf(grown)) {
      grown.remove(grew);
      long last = log.last(grew);
      lengths.replaceOne(
          new Document("_id", grew),
          new Document("_id", grew).append("seq", last).append(SEAL, seal(grew, last)),
          new ReplaceOptions().upsert(true));
    }
  }

  public long last(String consultation) {
    return log.last(consultation);
  }

  /// Everything done about one subject, oldest first.
  public List<Entry> about(String subject) {
    return entries
        .find(new Document("body.subject", subject))
        .sort(new Document("_id", 1))
        .map(doc -> new Entry(doc.get("seq", Number.class).longValue(), act(doc)))
        .into(new java.util.ArrayList<>());
  }

  /// The next entries after a number, oldest first.
  public List<Entry> after(String consultation, long seq, int limit) {
    return log.after(consultation, seq, limit).stream()
        .map(e -> new Entry(e.seq(), act(e.act(), e.body())))
        .toList();
  }

  /// The newest entries before a number (0 for the end), newest first.
  public List<Entry> before(String consultation, long seq, int limit) {
    long end = seq == 0 ? log.last(consultation) : seq - 1;
    long start = Math.max(0, end - limit);
    return log.after(consultation, start, (int) (end - start)).stream()
        .map(e -> new Entry(e.seq(), act(e.act(), e.body())))
        .toList()
        .reversed();
  }

  /// Every entry of a log, oldest first.
  public void each(String consultation, Consumer<Entry> reader) {
    long seq = 0;
    for (var batch = log.after(consultation, seq, 500);
        !batch.isEmpty();
        batch = log.after(consultation, seq, 500)) {
      batch.forEach(e -> reader.accept(new Entry(e.seq(), act(e.act(), e.body()))));
      seq = batch.getLast().seq();
    }
  }

  /// Removes salt and free text of the entries about a subject that was taken back; leaf and number
  /// stay.
  public void erase(String consultation, String subject) {
    for (Entry entry : about(subject)) {
      log.erase(consultation, entry.seq(), "salt", "why", "content");
    }
  }

  /// Recomputes every leaf and seal of a log and looks for gaps, at its end too.
  public Verified verify(String consultation) {
    long seq = 0;
    long erased = 0;
    var wrong = new java.util.ArrayList<Long>();
    while (true) {
      var batch = log.after(consultation, seq, 500);
      if (batch.isEmpty()) {
        if (isCutOff(consultation, seq)) {
          wrong.add(seq + 1);
        }
        return new Verified(seq, erased, wrong);
      }
      for (var entry : batch) {
        if (entry.seq() != ++seq) {
          wrong.add(seq);
          seq = entry.seq();
        }
        Document body = entry.body();
        String salt = body.getString("salt");
        if (!entry.act().equals(body.getString("id"))
            || !seal(consultation, seq, body).equals(body.getString(SEAL))) {
          wrong.add(entry.seq());
        } else if (salt == null && isErased(body)) {
          erased++;
        } else if (salt == null || !leaf(salt, fields(body)).equals(body.getString("leaf"))) {
          wrong.add(entry.seq());
        }
      }
    }
  }

  /// Only what was taken back is ever erased.
  private boolean isErased(Document body) {
    return about(body.getString("subject")).stream()
        .anyMatch(entry -> entry.act().kind() == Act.Kind.TAKEN_BACK);
  }

  private boolean isCutOff(String consultation, long last) {
    Document noted = lengths.find(new Document("_id", consultation)).first();
    if (noted == null) {
      // The very first note may have been lost in a crash.
      return last > 1;
    }
    long length = noted.get("seq", Number.class).longValue();
    return length > last || !seal(consultation, length).equals(noted.getString(SEAL));
  }

  /// Covers the entry's place, its leaf and what an erased entry keeps.
  private String seal(String consultation, long seq, Document body) {
    var kept = new TreeMap<String, String>();
    kept.put("log", consultation);
    kept.put("seq", Long.toString(seq));
    for (String name : List.of("leaf", "id", "kind", "subject", "at", "by")) {
      kept.put(name, String.valueOf(body.get(name)));
    }
    return keys.mac("ledger entry", CanonicalJson.of(kept));
  }

  private String seal(String consultation, long length) {
    return keys.mac("ledger length", length + "|" + consultation);
  }

  private static Map<String, String> fields(Act act) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", act.id());
    fields.put("kind", act.kind().name());
    fields.put("subject", act.subject());
    fields.put("at", act.at().toString());
    fields.put("by", act.by());
    fields.put("why", act.why());
    act.details().forEach((name, value) -> fields.put("detail-" + name, value));
    return fields;
  }

  private static Map<String, String> fields(Document body) {
    Map<String, String> fields = new LinkedHashMap<>();
    body.forEach((name, value) -> {
      if (!name.equals("salt") && !name.equals("leaf") && !name.equals(SEAL)) {
        fields.put(name, String.valueOf(value));
      }
    });
    return fields;
  }

  private static Act act(Document entry) {
    return act(entry.getString("act"), entry.get("body", Document.class));
  }

  private static Act act(String id, Document body) {
    Map<String, String> details = new LinkedHashMap<>();
    body.forEach((name, value) -> {
      if (name.startsWith("detail-")) {
        details.put(name.substring(7), String.valueOf(value));
      }
    });
    return new Act(
        id,
        Act.Kind.valueOf(body.getString("kind")),
        body.getString("subject"),
        Instant.parse(body.getString("at")),
        body.getString("by"),
        body.get("why", ""),
        details);
  }

  private static String leaf(String salt, Map<String, String> fields) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(HexFormat.of().parseHex(salt));
      sha.update(CanonicalJson.of(new TreeMap<>(fields)).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
