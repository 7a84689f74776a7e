package org.folkmoot.forum;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.bson.Document;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordReading.Member;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voice;
import org.folkmoot.store.SequencedLog;
import org.jspecify.annotations.Nullable;

/// The event logs of all sessions, and the only way to read them. Thread-safe.
final class LiveLog {

  /// What a say loses when it may no longer be shown.
  private static final String[] WORDS = {"text", "name"};

  private final SequencedLog log;
  private final RecordReading record;
  private final InstantSource time;
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  LiveLog(SequencedLog log, RecordReading record, InstantSource time) {
    this.log = log;
    this.record = record;
    this.time = time;
  }

  /// Tells of appends on this node; others learn of them by reading on.
  void onAppend(Consumer<String> session) {
    listeners.add(session);
  }

  /// Appends an event once; the same act again gives the number it has.
  long append(String session, String act, LiveEvent.Kind kind, Map<String, Object> data) {
    var body = new Document("kind", kind.name()).append("at", Date.from(time.instant()));
    data.forEach((name, value) -> body.append("d-" + name, value));
    long seq = log.append(session, act, body);
    listeners.forEach(listener -> listener.accept(session));
    return seq;
  }

  long last(String session) {
    return log.last(session);
  }

  Optional<LiveEvent> byAct(String session, String act) {
    return log.byAct(session, act).map(LiveLog::event);
  }

  Optional<LiveEvent> at(String session, long seq) {
    return seq < 1
        ? Optional.empty()
        : log.after(session, seq - 1, 1).stream()
            .filter(e -> e.seq() == seq)
            .map(LiveLog::event)
            .findFirst();
  }

  /// Erases the words of a say for good; its number stays.
  void erase(String session, long seq) {
    log.erase(session, seq, Arrays.stream(WORDS).map(w -> "d-" + w).toArray(String[]::new));
  }

  /// What happened just now, for those who follow: as it is in the log, up to the first number that
  /// cannot be read yet.
  List<LiveEvent> fresh(String session, long seq, int limit) {
    List<LiveEvent> events = new ArrayList<>();
    for (SequencedLog.Entry entry : log.after(session, seq, limit)) {
      if (entry.seq() != seq + events.size() + 1) {
        break;
      }
      events.add(event(entry));
    }
    return events;
  }

  /// What happened after a number, as it may be read now: says that were taken back, declined or
  /// set apart have lost their words; so have, once the session is over, those that are not for the
  /// website.
  List<LiveEvent> history(Session session, long seq, int limit) {
    List<LiveEvent> events = fresh(session.id(), seq, limit);
    List<Member> said =
        events.stream().filter(LiveLog::hasWords).map(e -> new Member(e.text("id"), 1)).toList();
    Map<String, Voice> voices = new HashMap<>();
    if (!said.isEmpty()) {
      record.open(Reader.STAFF, said).voices().forEach(v -> voices.put(v.id(), v));
    }
    return events.stream()
        .map(e -> hasWords(e) ? said(session, e, voices.get(e.text("id"))) : e)
        .toList();
  }

  /// A say as it may be read now: without its words, or with those that are left of them.
  private static LiveEvent said(Session session, LiveEvent say, @Nullable Voice voice) {
    if (voice == null || voice.isNewlyWritten() || !mayShow(session, voice)) {
      return bare(say);
    }
    return voice
        .inPlace()
        .map(left -> {
          Map<String, Object> data = new LinkedHashMap<>(say.data());
          data.put("text", left.text());
          return new LiveEvent(say.seq(), say.at(), say.kind(), data);
        })
        .orElse(say);
  }

  private static boolean hasWords(LiveEvent event) {
    return event.kind() == LiveEvent.Kind.SAY && event.data().containsKey("text");
  }

  private static boolean mayShow(Session session, Voice voice) {
    return voice.status() != Status.REFUSED
        && !voice.under18()
        && (!session.state().isOver() || voice.scopes().published());
  }

  private static LiveEvent bare(LiveEvent event) {
    Map<String, Object> left = new LinkedHashMap<>(event.data());
    for (String word : WORDS) {
      left.remove(word);
    }
    left.put("gone", true);
    return new LiveEvent(event.seq(), event.at(), event.kind(), left);
  }

  private static LiveEvent event(SequencedLog.Entry entry) {
    Document body = entry.body();
    Map<String, Object> data = new LinkedHashMap<>();
    body.forEach((name, value) -> {
      if (name.startsWith("d-")) {
        data.put(name.substring(2), value);
      }
    });
    Instant at = body.getDate("at").toInstant();
    var event =
        new LiveEvent(entry.seq(), at, LiveEvent.Kind.valueOf(body.getString("kind")), data);
    return event.kind() == LiveEvent.Kind.SAY && !data.containsKey("text") ? bare(event) : event;
  }
}
