package org.folkmoot.forum;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.door.Json;

/// A session that is over, played back to those who listen to another one: its own history, line by
/// line at the pace people read. Nothing is written anywhere, and every line goes out as it may be
/// read at that moment. For one thread; what was [#sent] is the caller's to guard.
///
/// Its frames are `{"t":"replay","seq":N,"at":TIME,"kind":…}` with the numbers of the session that
/// is played back; `{"t":"replay","seq":N,"gone":true}` takes one away.
final class Replay {

  /// What the log of the session that is open says when somebody joined.
  static final String OVER = "over";

  /// Lines of an evening that are played back; more would be no evening.
  static final int MOST = 400;

  /// 200 words a minute: reading calmly.
  private static final Duration WORD = Duration.ofMillis(300);

  private static final Duration SHORTEST = Duration.ofMillis(2_500);
  private static final Duration LONGEST = Duration.ofSeconds(12);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Session evening;
  private final LiveLog log;
  private final List<Long> seqs = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();
  private final Map<Long, String> sent = new LinkedHashMap<>();
  private int next;
  private long seen;
  private Instant looked;

  /// A frame, and the line it is about.
  ///
  /// @param gone it takes the line away
  record Line(long seq, String frame, boolean gone) {}

  /// @param began when its first line is said
  Replay(Session evening, LiveLog log, Instant began) {
    this.evening = evening;
    this.log = log;
    this.seen = log.last(evening.id());
    this.looked = began;
    Instant at = began;
    for (LiveEvent event : lines(log.history(evening, 0, MOST))) {
      seqs.add(event.seq());
      times.add(at);
      at = at.plus(pace(event));
    }
  }

  /// The events of a session that is over that are worth playing back.
  static List<LiveEvent> lines(List<LiveEvent> history) {
    return history.stream().filter(Replay::isLine).toList();
  }

  private static boolean isLine(LiveEvent event) {
    return switch (event.kind()) {
      case SAY -> !event.data().containsKey("gone");
      case HAND -> Boolean.TRUE.equals(event.data().get("up"));
      case AGENDA, CAPTION -> !event.text("text").isEmpty();
      case QUEUE, POLL, RESULT -> true;
      case VOTE, MODERATED, NOTICE -> false;
    };
  }

  private static Duration pace(LiveEvent event) {
    Duration reading = WORD.multipliedBy(event.text("text").split("\\s+").length);
    return reading.compareTo(SHORTEST) < 0
        ? SHORTEST
        : reading.compareTo(LONGEST) > 0 ? LONGEST : reading;
  }

  /// What is to go out by now.
  List<Line> due(Instant now) {
    List<Line> due = new ArrayList<>();
    while (next < seqs.size() && !now.isBefore(times.get(next))) {
      long seq = seqs.get(next++);
      lines(log.history(evening, seq - 1, 1))
          .forEach(event -> due.add(new Line(seq, event.frame("replay"), false)));
    }
    if (Duration.between(looked, now).compareTo(LOOK) >= 0) {
      looked = now;
      due.addAll(gone());
    }
    return due;
  }

  /// What was taken back or away since it began.
  private List<Line> gone() {
    List<Line> gone = new ArrayList<>();
    for (LiveEvent event : log.fresh(evening.id(), seen, MOST)) {
      seen = event.seq();
      if (event.kind() == LiveEvent.Kind.MODERATED
          && event.data().get("say") instanceof Number said) {
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("t", "replay");
        frame.put("seq", said.longValue());
        frame.put("gone", true);
        gone.add(
            new Line(
                said.longValue(), new String(Json.bytes(frame), StandardCharsets.UTF_8), true));
      }
    }
    return gone;
  }

  /// Notes that lines went out, for those who come later.
  void note(List<Line> lines) {
    for (Line line : lines) {
      if (line.gone()) {
        sent.remove(line.seq());
      } else {
        sent.put(line.seq(), line.frame());
      }
    }
  }

  /// What went out so far and still stands.
  List<String> sent() {
    return List.copyOf(sent.values());
  }
}
