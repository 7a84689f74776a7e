package org.folkmoot.calling;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.sms.voice.CallState;
import org.folkmoot.sms.voice.Step;
import org.folkmoot.store.Inserts;
import org.folkmoot.store.Store;
import org.jspecify.annotations.Nullable;

/// Phone lines, calls, recordings, call-backs and tries in the database. A call is written only
/// over the version that was read.
final class CallingRepository {

  private static final Duration HOUR = Duration.ofHours(1);

  private final MongoCollection<Document> lines;
  private final MongoCollection<Document> calls;
  private final MongoCollection<Document> recordings;
  private final MongoCollection<Document> backs;
  private final MongoCollection<Document> tries;

  CallingRepository(Store store) {
    this.lines = store.collection("calling_lines");
    this.calls = store.collection("calling_calls");
    this.recordings = store.collection("calling_recordings");
    this.backs = store.collection("calling_backs");
    this.tries = store.collection("calling_tries");
    store.index("calling_calls", "settled", "heardAt");
    store.index("calling_calls", "heardAt");
    store.index("calling_calls", "caller");
    store.index("calling_recordings", "open", "due");
    store.index("calling_recordings", "consultation");
    store.index("calling_recordings", "call");
    store.index("calling_backs", "consultation");
    store.index("calling_tries", "at");
  }

  Optional<PhoneLine> line(String consultation) {
    return Optional.ofNullable(lines.find(new Document("_id", consultation)).first())
        .map(CallingRepository::line);
  }

  List<PhoneLine> lines() {
    return lines
        .find()
        .sort(new Document("_id", 1))
        .map(CallingRepository::line)
        .into(new ArrayList<PhoneLine>());
  }

  void save(PhoneLine line) {
    var question = new Document();
    question.putAll(line.question());
    upsert(
        lines,
        new Document("_id", line.consultation())
            .append("number", line.number())
            .append("question", question)
            .append("on", line.on()));
  }

  private static PhoneLine line(Document d) {
    return new PhoneLine(
        d.getString("_id"),
        d.getString("number"),
        texts(d.get("question", new Document())),
        d.getBoolean("on", false));
  }

  Optional<Call> call(String id) {
    return Optional.ofNullable(calls.find(new Document("_id", id)).first())
        .map(CallingRepository::call);
  }

  /// False if somebody else changed this call since it was read.
  boolean save(Call call) {
    Document next = document(call).append("version", call.version() + 1);
    if (call.version() == 0) {
      return Inserts.ifAbsent(calls, next);
    }
    return calls
            .replaceOne(new Document("_id", call.id()).append("version", call.version()), next)
            .getMatchedCount()
        == 1;
  }

  /// Calls that were not heard of since and whose answers are not in the record yet.
  List<Call> unsettled(Instant silentSince, int limit) {
    return calls
        .find(
            new Document("settled", false)
                .append("heardAt", new Document("$lt", Date.from(silentSince))))
        .limit(limit)
        .map(CallingRepository::call)
        .into(new ArrayList<Call>());
  }

  void forgetCallsBefore(Instant when) {
    calls.deleteMany(
        new Document("settled", true).append("heardAt", new Document("$lt", Date.from(when))));
  }

  void forgetCaller(String reference) {
    calls.deleteMany(new Document("caller", reference).append("settled", true));
    backs.deleteMany(new Document("contact", reference));
  }

  private static Document document(Call call) {
    CallState s = call.state();
    var answers = new Document();
    answers.putAll(s.answers());
    var ended = call.endedAt();
    return new Document("_id", call.id())
        .append("consultation", call.consultation())
        .append("caller", call.caller())
        .append("at", s.at().name())
        .append("language", s.language())
        .append("pressed", answers)
        .append("story", s.story())
        .append("code", s.code())
        .append("asked", s.asked())
        .append("misses", s.misses())
        .append("wrongCodes", s.wrongCodes())
        .append("answers", call.answers())
        .append("heardAt", Date.from(call.heardAt()))
        .append("endedAt", ended == null ? null : Date.from(ended))
        .append("settled", call.settled());
  }

  private static Call call(Document d) {
    var state =
        new CallState(
            Step.valueOf(d.getString("at")),
            d.getString("language"),
            texts(d.get("pressed", new Document())),
            d.getBoolean("story", false),
            d.get("code", ""),
            d.get("asked", ""),
            d.get("misses", 0),
            d.get("wrongCodes", 0));
    return new Call(
        d.getString("_id"),
        d.getString("consultation"),
        d.getString("caller"),
        state,
        d.getList("answers", String.class, List.of()),
        d.getDate("heardAt").toInstant(),
        instant(d.getDate("endedAt")),
        d.getBoolean("settled", false),
        d.get("version", 0L));
  }

  /// True if it was not known before.
  boolean add(Recording recording) {
    return Inserts.ifAbsent(recordings, document(recording));
  }

  void save(Recording recording) {
    upsert(recordings, document(recording));
  }

  Optional<Recording> recording(String id) {
    return Optional.ofNullable(recordings.find(new Document("_id", id)).first())
        .map(CallingRepository::recording);
  }

  /// Ids of recordings something is to be done for by now.
  List<String> dueRecordings(Instant now, int limit) {
    return recordings
        .find(new Document("open", true).append("due", new Document("$lte", Date.from(now))))
        .limit(limit)
        .map(d -> d.getString("_id"))
        .into(new ArrayList<String>());
  }

  boolean hasRecording(String call) {
    return recordings.find(new Document("call", call)).first() != null;
  }

  /// Those of a consultation, the newest first.
  List<Recording> recordings(String consultation) {
    return recordings
        .find(new Document("consultation", consultation))
        .sort(new Document("at", -1))
        .map(CallingRepository::recording)
        .into(new ArrayList<Recording>());
  }

  private static Document document(Recording r) {
    boolean open =
        switch (r.state()) {
          case THERE, FETCHED, ADDED -> true;
          case DONE, LOST -> false;
        };
    return new Document("_id", r.id())
        .append("call", r.call())
        .append("consultation", r.consultation())
        .append("contribution", r.contribution())
        .append("seconds", r.seconds())
        .append("state", r.state().name())
        .append("open", open)
        .append("media", r.media())
        .append("why", r.why())
        .append("tries", r.tries())
        .append("due", Date.from(r.due()))
        .append("at", Date.from(r.at()));
  }

  private static Recording recording(Document d) {
    return new Recording(
        d.getString("_id"),
        d.getString("call"),
        d.getString("consultation"),
        d.getString("contribution"),
        d.get("seconds", 0),
        Recording.State.valueOf(d.getString("state")),
        d.get("media", ""),
        d.get("why", ""),
        d.get("tries", 0),
        d.getDate("due").toInstant(),
        d.getDate("at").toInstant());
  }

  void save(CallBack back) {
    upsert(
        backs,
        new Document("_id", back.id())
            .append("consultation", back.consultation())
            .append("contact", back.contact())
            .append("language", back.language())
            .append("at", Date.from(back.at())));
  }

  /// Who waits, longest first.
  List<CallBack> backs(String consultation) {
    return backs
        .find(new Document("consultation", consultation))
        .sort(new Document("at", 1))
        .map(CallingRepository::back)
        .into(new ArrayList<CallBack>());
  }

  Optional<CallBack> back(String id) {
    return Optional.ofNullable(backs.find(new Document("_id", id)).first())
        .map(CallingRepository::back);
  }

  void remove(CallBack back) {
    backs.deleteOne(new Document("_id", back.id()));
  }

  boolean isWaitedFor(String contact) {
    return backs.find(new Document("contact", contact)).first() != null;
  }

  private static CallBack back(Document d) {
    return new CallBack(
        d.getString("_id"),
        d.getString("consultation"),
        d.getString("contact"),
        d.getString("language"),
        d.getDate("at").toInstant());
  }

  /// How often something was tried in this hour by whoever `who` stands for.
  int tries(String who, Instant now) {
    Document found = tries.find(new Document("_id", hour(who, now))).first();
    return found == null ? 0 : found.get("n", 0);
  }

  void tried(String who, Instant now) {
    tries.updateOne(
        new Document("_id", hour(who, now)),
        new Document("$inc", new Document("n", 1))
            .append("$set", new Document("at", Date.from(now))),
        new UpdateOptions().upsert(true));
  }

  void forgetTriesBefore(Instant when) {
    tries.deleteMany(new Document("at", new Document("$lt", Date.from(when))));
  }

  private static String hour(String who, Instant now) {
    return who + ":" + now.getEpochSecond() / HOUR.toSeconds();
  }

  private static Map<String, String> texts(Document d) {
    var texts = new HashMap<String, String>();
    d.forEach((key, value) -> texts.put(key, String.valueOf(value)));
    return texts;
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }

  private static void upsert(MongoCollection<Document> into, Document document) {
    into.replaceOne(
        new Document("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
  }
}
