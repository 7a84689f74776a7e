package org.folkmoot.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.door.Ask;
import org.folkmoot.record.Channel;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.Status;
import org.folkmoot.web.part.FormState;

/// What of the record the desk shows, as it stands in the address. What is not understood is left
/// out.
record DeskFilter(
    Optional<Status> status, Optional<Channel> door, String theme, String words, long after) {

  private static final int ROWS = 40;

  static DeskFilter of(Ask ask) {
    return new DeskFilter(
        named(Status.values(), ask.query("status")).filter(DeskService.LISTED::contains),
        named(Channel.values(), ask.query("door")),
        ask.query("theme"),
        ask.query("q"),
        ask.query("after").matches("\\d{1,15}") ? Long.parseLong(ask.query("after")) : 0);
  }

  static DeskFilter all() {
    return new DeskFilter(Optional.empty(), Optional.empty(), "", "", 0);
  }

  DeskFilter status(Optional<Status> only) {
    return new DeskFilter(only, door, theme, words, 0);
  }

  DeskFilter from(long seq) {
    return new DeskFilter(status, door, theme, words, seq);
  }

  boolean isAny() {
    return status.isPresent() || door.isPresent() || !theme.isEmpty() || !words.isEmpty();
  }

  RecordQuery query(String consultation) {
    return RecordQuery.in(consultation)
        .channel(door.orElse(null))
        .theme(theme)
        .words(words)
        .statuses(status.map(Set::of).orElse(DeskService.LISTED))
        .page(after, ROWS);
  }

  String address(String path) {
    var query = new StringBuilder();
    status.ifPresent(one -> add(query, "status", one.name()));
    door.ifPresent(channel -> add(query, "door", channel.name()));
    add(query, "theme", theme);
    add(query, "q", words);
    if (after > 0) {
      add(query, "after", Long.toString(after));
    }
    return path + query;
  }

  FormState form() {
    return FormState.of(
        Map.of(
            "door", List.of(door.map(Enum::name).orElse("")),
            "theme", List.of(theme),
            "q", List.of(words)));
  }

  private static void add(StringBuilder query, String name, String value) {
    if (!value.isEmpty()) {
      query
          .append(query.isEmpty() ? '?' : '&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
    return Arrays.stream(all).filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
  }
}
