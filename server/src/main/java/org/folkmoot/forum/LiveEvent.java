package org.folkmoot.forum;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.door.Json;

/// One event of a session's log, as everybody gets it: data, never HTML.
///
/// @param seq place in the session's log, from 1, without gaps
/// @param data fields of this kind, in the order they are sent
public record LiveEvent(long seq, Instant at, Kind kind, Map<String, Object> data) {

  public LiveEvent {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }

  public enum Kind {
    SAY,
    HAND,
    QUEUE,
    POLL,
    VOTE,
    RESULT,
    AGENDA,
    CAPTION,
    MODERATED,
    NOTICE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A field as text; empty if it is not there.
  public String text(String field) {
    return data.get(field) instanceof String text ? text : "";
  }

  /// The frame that goes out, made once for all connections.
  String frame() {
    return frame("event");
  }

  /// The same as a frame of another type.
  String frame(String type) {
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("t", type);
    frame.put("seq", seq);
    frame.put("at", at.toString());
    frame.put("kind", kind.word());
    frame.putAll(data);
    return new String(Json.bytes(frame), StandardCharsets.UTF_8);
  }
}
