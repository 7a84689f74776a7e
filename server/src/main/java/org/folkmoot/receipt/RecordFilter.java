package org.folkmoot.receipt;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Query;
import org.folkmoot.record.Channel;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.web.part.FormState;

/// What somebody wants to see of the record, as it stands in the address. What is not understood is
/// left out, so that every address shows something.
///
/// @param after where a long list goes on; 0 for the newest
record RecordFilter(
    Optional<Channel.Mode> side, Optional<Channel> door, String theme, String words, long after) {

  static RecordFilter of(Ask ask) {
    return new RecordFilter(
        ask.oneOf("side", Channel.Mode.values()),
        ask.oneOf("door", Channel.values()),
        ask.query("theme"),
        ask.query("q"),
        ask.number("after"));
  }

  boolean isAny() {
    return side.isPresent() || door.isPresent() || !theme.isEmpty() || !words.isEmpty();
  }

  RecordFilter on(Channel.Mode mode) {
    return new RecordFilter(Optional.of(mode), door, theme, words, 0);
  }

  RecordFilter from(long seq) {
    return new RecordFilter(side, door, theme, words, seq);
  }

  /// The query for one side of the record; empty if the door is of another side.
  Optional<RecordQuery> query(String consultation, Channel.Mode mode) {
    Set<Channel> doors =
        Arrays.stream(Channel.values())
            .filter(channel -> channel.mode() == mode)
            .filter(channel -> door.isEmpty() || door.get() == channel)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class)));
    boolean wanted = side.isEmpty() || side.get() == mode;
    return doors.isEmpty() || !wanted
        ? Optional.empty()
        : Optional.of(
            RecordQuery.in(consultation)
                .channels(doors)
                .theme(theme)
                .words(words)
                .page(after, RecordQuery.PAGE)
                .publishedOnly());
  }

  String address(String path) {
    return new Query()
        .with("side", side.map(Enum::name).orElse(""))
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
