package org.folkmoot.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Append-only logs, many in one collection, each numbered 1, 2, 3 … without a gap. Thread-safe,
/// here and across processes that use the same database.
///
/// There is no counter: an entry is inserted under `_id` `{log}:{seq, 12 digits}` right after the
/// last one known, and a duplicate key means that somebody was faster, so we read on and try again.
/// Every entry carries the id of the act it tells of; appending the same act again yields the first
/// entry. This holds between processes too: whoever inserts number n+1 looked for the act after it
/// knew number n, and an entry it could not yet see would hold n+1 itself. Who has read or written
/// every entry up to n need not look: a filter over their acts knows which are new.
///
/// A document is `{_id, log, seq, act, body}`. What waits in this process for one log is written as
/// one ordered batch.
public final class SequencedLog {

  private static final int BATCH = 500;

  /// Logs whose last number is remembered while nobody appends to them.
  private static final int IDLE_LANES = 1_000;

  /// How many entries are read to learn a log's acts; behind a longer log each act is looked up.
  private static final int LEARNED = 5_000;

  private final MongoCollection<Document> entries;
  private final ConcurrentHashMap<String, Lane> lanes = new ConcurrentHashMap<>();

  SequencedLog(MongoCollection<Document> entries) {
    this.entries = entries;
  }

  /// One entry. The body is what the room wrote, less what was erased since.
  public record Entry(long seq, String act, Document body) {}

  /// Appends `body` as the act `act` and returns its number when it is durable; when the log has
  /// this act already, returns that number and writes nothing.
  public long append(String log, String act, Document body) {
    return append(log, act, _ -> body);
  }

  /// The same with a body that depends on the number the entry gets; it may be asked for more than
  /// one before one is free.
  public long append(String log, String act, LongFunction<Document> body) {
    return appendAll(log, List.of(new Draft(act, body))).getFirst();
  }

  /// An act to be appended, with its body by the number the entry gets.
  public record Draft(String act, LongFunction<Document> body) {}

  /// Appends several acts, those that are new in this order, and returns the number of each.
  public List<Long> appendAll(String log, List<Draft> drafts) {
    var all = drafts.stream().map(draft -> new Waiting(draft.act(), draft.body())).toList();
    var lane = enter(log);
    try {
      lane.add(all);
      lane.writing.lock();
      try {
        while (all.stream().anyMatch(Waiting::isOpen)) {
          write(log, lane, lane.take());
        }
      } finally {
        lane.writing.unlock();
      }
    } finally {
      leave(log);
    }
    for (var waiting : all) {
      if (waiting.failure != null) {
        throw new AppendFailedException(log, waiting.failure);
      }
    }
    return all.stream().map(waiting -> waiting.seq).toList();
  }

  /// The entries after number `seq`, oldest first, at most `limit`.
  public List<Entry> after(String log, long seq, int limit) {
    if (limit <= 0) {
      return List.of();
    }
    var found = new ArrayList<Entry>();
    entries
        .find(range(log, seq))
        .sort(new Document("_id", 1))
        .limit(limit)
        .batchSize(Math.min(limit, BATCH))
        .map(SequencedLog::entry)
        .into(found);
    return List.copyOf(found);
  }

  public Optional<Entry> byAct(String log, String act) {
    return Optional.ofNullable(
        entries.find(new Document("log", log).append("act", act)).map(SequencedLog::entry).first());
  }

  /// The number of the last entry, 0 for an empty log.
  public long last(String log) {
    var last = entries.find(range(log, 0)).sort(new Document("_id", -1)).limit(1).first();
    return last == null ? 0 : entry(last).seq();
  }

  /// Removes fields of an entry's body for good; the entry, its number and its act stay. Repeating
  /// it changes nothing.
  public void erase(String log, long seq, String... fields) {
    var gone = new Document();
    for (var field : fields) {
      gone.append("body." + field, "");
    }
    if (!gone.isEmpty()) {
      entries.updateOne(new Document("_id", id(log, seq)), new Document("$unset", gone));
    }
  }

  private void write(String log, Lane lane, List<Waiting> batch) {
    try {
      var open = new LinkedHashMap<String, List<Waiting>>();
      batch.forEach(w -> open.computeIfAbsent(w.act, act -> new ArrayList<>()).add(w));
      while (!open.isEmpty()) {
        if (lane.last < 0) {
          lane.last = last(log);
          learn(log, lane);
        }
        var perhaps = open.keySet().stream().filter(lane::mayHave).toList();
        known(log, perhaps).forEach((act, seq) -> settle(open, act, seq));
        insert(log, lane, open);
      }
    } catch (RuntimeException e) {
      // What was written is unknown now; who repeats the act will find out.
      lane.last = -1;
      batch.stream().filter(w -> w.seq == 0).forEach(w -> w.failure = e);
    }
  }

  /// Reads the acts of the entries that others wrote since the last time.
  private void learn(String log, Lane lane) {
    long missing = lane.last - lane.learned;
    if (missing <= 0 || missing > LEARNED) {
      return;
    }
    var acts =
        entries
            .find(range(log, lane.learned))
            .projection(new Document("act", 1))
            .sort(new Document("_id", 1))
            .limit((int) missing)
            .batchSize(BATCH)
            .map(d -> d.getString("act"))
            .into(new ArrayList<String>());
    if (acts.size() == missing) {
      acts.forEach(lane.acts::add);
      lane.learned = lane.last;
    }
  }

  private Map<String, Long> known(String log, List<String> acts) {
    var found = new HashMap<String, Long>();
    if (acts.isEmpty()) {
      return found;
    }
    entries
        .find(new Document("log", log).append("act", new Document("$in", acts)))
        .projection(new Document("seq", 1).append("act", 1))
        .batchSize(BATCH)
        .forEach(d -> found.put(d.getString("act"), seq(d)));
    return found;
  }

  private void insert(String log, Lane lane, Map<String, List<Waiting>> open) {
    if (open.isEmpty()) {
      return;
    }
    var acts = List.copyOf(open.keySet());
    var documents = new ArrayList<Document>();
    for (var waiting : open.values()) {
      var first = waiting.getFirst();
      var seq = lane.last + 1 + documents.size();
      documents.add(
          new Document("_id", id(log, seq))
              .append("log", log)
              .append("seq", seq)
              .append("act", first.act)
              .append("body", first.body.apply(seq)));
    }
    int written = documents.size();
    boolean behind = false;
    try {
      entries.insertMany(documents, new InsertManyOptions().ordered(true));
    } catch (MongoBulkWriteException e) {
      written = writtenBeforeDuplicate(e);
      behind = true;
    }
    for (int i = 0; i < written; i++) {
      settle(open, acts.get(i), lane.last + 1 + i);
    }
    lane.wrote(acts.subList(0, written));
    lane.last = behind ? -1 : lane.last + written;
  }

  private static int writtenBeforeDuplicate(MongoBulkWriteException e) {
    var errors = e.getWriteErrors();
    if (errors.size() == 1
        && errors.getFirst().getCategory() == ErrorCategory.DUPLICATE_KEY
        && e.getWriteConcernError() == null) {
      return errors.getFirst().getIndex();
    }
    throw e;
  }

  private static void settle(Map<String, List<Waiting>> open, String act, long seq) {
    var settled = open.remove(act);
    if (settled != null) {
      settled.forEach(w -> w.seq = seq);
    }
  }

  private Lane enter(String log) {
    return lanes.compute(
        log,
        (name, lane) -> {
          var used = lane == null ? new Lane() : lane;
          used.users++;
          return used;
        });
  }

  private void leave(String log) {
    lanes.computeIfPresent(
        log,
        (name, lane) -> {
          lane.users--;
          return lane.users == 0 && lanes.mappingCount() > IDLE_LANES ? null : lane;
        });
  }

  /// The whole log after `seq`. The field `log` is asked for as well, so that a log named `a` never
  /// shows entries of one named `a:1`.
  private static Document range(String log, long seq) {
    var ids = new Document("$gt", id(log, seq)).append("$lte", log + ":999999999999");
    return new Document("_id", ids).append("log", log);
  }

  /// The `_id` of the entry with this number.
  public static String id(String log, long seq) {
    var digits = Long.toString(seq);
    return log + ":" + "0".repeat(Math.max(0, 12 - digits.length())) + digits;
  }

  private static long seq(Document document) {
    return document.get("seq", 0L);
  }

  private static Entry entry(Document document) {
    return new Entry(
        seq(document), document.getString("act"), document.get("body", new Document()));
  }

  /// An append that did not end well. Whether the entry is there is unknown; append the same act
  /// again to find out.
  public static final class AppendFailedException extends RuntimeException {
    AppendFailedException(String log, RuntimeException cause) {
      super("The append to log " + log + " did not end; repeat the act", cause);
    }
  }

  /// One caller's entry; read by the caller after it held the lane's lock.
  private static final class Waiting {
    private final String act;
    private final LongFunction<Document> body;
    private long seq;
    private @Nullable RuntimeException failure;

    Waiting(String act, LongFunction<Document> body) {
      this.act = act;
      this.body = body;
    }

    boolean isOpen() {
      return seq == 0 && failure == null;
    }
  }

  /// What waits for one log. `users` is guarded by the map of lanes, the rest by `writing`.
  private static final class Lane {
    private final ReentrantLock writing = new ReentrantLock();
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final ActFilter acts = new ActFilter();

    /// The last number, -1 while it is not known.
    private long last = -1;

    /// Up to which number the filter has every act.
    private long learned;

    private int users;

    boolean mayHave(String act) {
      return learned < last || acts.mayHave(act);
    }

    /// Right after `last`, which stays as it is.
    void wrote(List<String> written) {
      written.forEach(acts::add);
      if (learned == last) {
        learned += written.size();
      }
    }

    void add(List<Waiting> several) {
      synchronized (waiting) {
        waiting.addAll(several);
      }
    }

    List<Waiting> take() {
      synchronized (waiting) {
        var batch = new ArrayList<Waiting>();
        while (!waiting.isEmpty() && batch.size() < BATCH) {
          batch.add(waiting.remove());
        }
        return batch;
      }
    }
  }
}
