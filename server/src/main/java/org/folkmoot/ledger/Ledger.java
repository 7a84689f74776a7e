package org.folkmoot.ledger;

import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.bson.Document;
import org.folkmoot.store.Keys;
import org.folkmoot.store.SequencedLog;
import org.folkmoot.store.Store;

/// The append-only log of a consultation. Each entry has a leaf: SHA-256 of 16 random bytes (its
/// salt) and the entry in canonical JSON (keys sorted, no spaces, strings only), so that the entry
/// can later be erased without breaking the log.
///
/// Each entry has a seal as well, a hash with the portal's key over log, number, leaf and what
/// stays when it is erased; and each log its [Checkpoints], signed a moment later. So whoever can
/// write into the database but has not the key can neither change, swap, take out nor cut off
/// entries unnoticed; and whoever has the key cannot either, past anybody who kept a checkpoint.
/// Thread-safe.
public final class Ledger {

  private static final String COLLECTION = "ledger";
  private static final System.Logger LOG = System.getLogger(Ledger.class.getName());
  static final String SEAL = "seal";

  /// What goes from an entry when it is erased: its salt and all free text.
  private static final List<String> ERASABLE = List.of("salt", "why", "content");

  private static final int BATCH = 500;

  /// An act with its place in the log.
  public record Entry(long seq, Act act) {}

  /// What a check of one log found. `wrong` names entries (by number) whose leaf or seal does not
  /// fit, the first that is missing, and a checkpoint or tile that is not what the entries make of
  /// it.
  public record Verified(long entries, long erased, List<String> wrong) {
    public Verified {
      wrong = List.copyOf(wrong);
    }
  }

  private final SequencedLog log;
  private final MongoCollection<Document> entries;
  private final Checkpoints checkpoints;
  private final Keys keys;
  private final SecureRandom random = new SecureRandom();

  public Ledger(Store store, Keys keys, InstantSource time) {
    this.log = store.log(COLLECTION);
    this.entries = store.collection(COLLECTION);
    this.checkpoints = new Checkpoints(store, keys, log, time);
    this.keys = keys;
    store.index(COLLECTION, "body.subject");
  }

  /// Appends an act and returns its number; an act that is in the log already gives its number.
  public long append(String consultation, Act act) {
    return append(consultation, List.of(act)).getFirst();
  }

  /// Appends several acts, in this order, and returns the number of each.
  public List<Long> append(String consultation, List<Act> acts) {
    checkpoints.note(consultation);
    return log.appendAll(consultation, acts.stream().map(act -> draft(consultation, act)).toList());
  }

  /// The entries themselves; one instance for all who append.
  SequencedLog log() {
    return log;
  }

  /// What the world may check this ledger by.
  public Checkpoints checkpoints() {
    return checkpoints;
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

  public long last(String consultation) {
    return log.last(consultation);
  }

  /// Everything done about one subject, oldest first.
  public List<Entry> about(String subject) {
    return entries
        .find(new Document("body.subject", subject))
        .sort(new Document("_id", 1))
        .map(doc -> new Entry(doc.get("seq", Number.class).longValue(), act(doc)))
        .into(new ArrayList<>());
  }

  /// That an entry is in its log, up to the newest checkpoint; none where nothing can be signed.
  public Optional<Proof> proof(String consultation, long seq) {
    return checkpoints
        .covering(consultation, seq)
        .map(checkpoint ->
            new Proof(
                seq,
                HexFormat.of().parseHex(body(consultation, seq).getString("leaf")),
                checkpoints.tree(consultation, checkpoint.size()).inclusion(seq - 1),
                checkpoint));
  }

  /// What an entry's leaf is made of: whoever has both can make the leaf again.
  ///
  /// @param salt 16 bytes in hexadecimal
  /// @param entry canonical JSON
  public record Line(String salt, String entry) {}

  /// None once the entry is erased.
  public Optional<Line> line(String consultation, long seq) {
    Document body = body(consultation, seq);
    return Optional.ofNullable(body.getString("salt"))
        .map(salt -> new Line(salt, CanonicalJson.of(new TreeMap<>(fields(body)))));
  }

  private Document body(String consultation, long seq) {
    return log.after(consultation, seq - 1, 1).getFirst().body();
  }

  /// Whether every entry about a subject is as it was written.
  public boolean isWhole(String consultation, String subject) {
    for (Document doc :
        entries.find(new Document("body.subject", subject).append("log", consultation))) {
      var entry =
          new SequencedLog.Entry(
              doc.get("seq", Number.class).longValue(),
              doc.getString("act"),
              doc.get("body", Document.class));
      if (state(consultation, entry) == State.WRONG) {
        return false;
      }
    }
    return true;
  }

  /// The next entries after a number, oldest first.
  public List<Entry> after(String consultation, long seq, int limit) {
    return log.after(consultation, seq, limit).stream()
        .map(e -> new Entry(e.seq(), act(e.act(), e.body())))
        .toList();
  }

  /// What entries are about, whether they can be read or not.
  ///
  /// @param seq number of the last of them
  /// @param act id of the last one's act
  /// @param subjects each with the number of its first entry among them
  public record Touched(long seq, String act, Map<String, Long> subjects) {
    public Touched {
      subjects = Map.copyOf(subjects);
    }
  }

  /// What the next entries after a number are about; none at the end of the log.
  public Optional<Touched> touched(String consultation, long seq, int limit) {
    List<SequencedLog.Entry> next = log.after(consultation, seq, limit);
    if (next.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Long> subjects = new LinkedHashMap<>();
    for (SequencedLog.Entry entry : next) {
      if (entry.body().get("subject") instanceof String subject) {
        subjects.putIfAbsent(subject, entry.seq());
      }
    }
    SequencedLog.Entry last = next.getLast();
    return Optional.of(
        new Touched(last.seq(), Objects.requireNonNullElse(last.act(), ""), subjects));
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

  /// Every entry of a log that can be read, oldest first; [#verify] names the others.
  public void each(String consultation, Consumer<Entry> reader) {
    eachAfter(consultation, 0, reader);
  }

  /// The same after a number.
  ///
  /// @return the number of the last entry there is
  public long eachAfter(String consultation, long after, Consumer<Entry> reader) {
    long seq = after;
    for (var batch = log.after(consultation, seq, 500);
        !batch.isEmpty();
        batch = log.after(consultation, seq, 500)) {
      batch.forEach(e -> readable(e).ifPresent(reader));
      seq = batch.getLast().seq();
    }
    return seq;
  }

  private static Optional<Entry> readable(SequencedLog.Entry e) {
    try {
      return Optional.of(new Entry(e.seq(), act(e.act(), e.body())));
    } catch (RuntimeException broken) {
      LOG.log(System.Logger.Level.ERROR, "event=ledger.unreadable seq=" + e.seq(), broken);
      return Optional.empty();
    }
  }

  /// Removes salt and free text of the entries about a subject that was taken back; leaf and number
  /// stay.
  public void erase(String consultation, String subject) {
    for (Entry entry : about(subject)) {
      log.erase(consultation, entry.seq(), ERASABLE.toArray(String[]::new));
    }
  }

  /// Recomputes every leaf, seal and tile of a log and its root, and looks for gaps, at its end
  /// too.
  public Verified verify(String consultation) {
    long seq = 0;
    long erased = 0;
    var wrong = new ArrayList<String>();
    for (var batch = log.after(consultation, seq, BATCH);
        !batch.isEmpty();
        batch = log.after(consultation, seq, BATCH)) {
      for (var entry : batch) {
        if (entry.seq() != ++seq) {
          wrong.add(Long.toString(seq));
          seq = entry.seq();
        }
        switch (state(consultation, entry)) {
          case WHOLE -> {}
          case ERASED -> erased++;
          case WRONG -> wrong.add(Long.toString(seq));
        }
      }
    }
    if (seq < checkpoints.signed(consultation)) {
      wrong.add(Long.toString(seq + 1));
    }
    if (wrong.isEmpty()) {
      wrong.addAll(checkpoints.wrong(consultation));
    }
    return new Verified(seq, erased, wrong);
  }

  private static final Pattern HEX = Pattern.compile("(?:[0-9a-f]{2})+");

  private enum State {
    WHOLE,
    ERASED,
    WRONG
  }

  private State state(String consultation, SequencedLog.Entry entry) {
    Document body = entry.body();
    String salt = body.getString("salt");
    if (!entry.act().equals(body.getString("id"))
        || !seal(consultation, entry.seq(), body).equals(body.getString(SEAL))) {
      return State.WRONG;
    }
    if (salt == null) {
      return isErased(body) ? State.ERASED : State.WRONG;
    }
    // Nothing but the leaf covers the salt: what cannot be read as one is a change, too.
    boolean whole =
        HEX.matcher(salt).matches() && leaf(salt, fields(body)).equals(body.getString("leaf"));
    return whole ? State.WHOLE : State.WRONG;
  }

  /// Only what was taken back is ever erased.
  private boolean isErased(Document body) {
    return entries
            .find(
                new Document("body.subject", body.getString("subject"))
                    .append("body.kind", Act.Kind.TAKEN_BACK.name()))
            .first()
        != null;
  }

  /// Covers the entry's place, its leaf and what an erased entry keeps.
  String seal(String consultation, long seq, Document body) {
    var kept = new TreeMap<String, String>();
    kept.put("log", consultation);
    kept.put("seq", Long.toString(seq));
    body.forEach((name, value) -> {
      if (!name.equals(SEAL) && !ERASABLE.contains(name)) {
        kept.put(name, String.valueOf(value));
      }
    });
    return keys.mac("ledger entry", CanonicalJson.of(kept));
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

  static Map<String, String> fields(Document body) {
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

  static String leaf(String salt, Map<String, String> fields) {
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
