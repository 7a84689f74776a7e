package org.folkmoot.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Query;
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
        ask.oneOf("status", Status.values()).filter(DeskService.LISTED::contains),
        ask.oneOf("door", Channel.values()),
        ask.query("theme"),
        ask.query("q"),
        ask.number("after"));
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
    return new Query()
        .with("status", status.map(Enum::name).orElse(""))
        .with("door", door.map(Enum::name).orElse(""))
        .with("theme", theme)
        .with("q", words)
        .with("after", after == 0 ? "" : Long.toString(after))
        .of(path);
  }

  FormState form() {
    return FormState.of(
        Map.of(
            "door", List.of(door.map(Enum::name).orElse("")),
            "theme", List.of(theme),
            "q", List.of(words)));
  }
}
