package org.folkmoot.receipt;

import java.time.ZoneId;
import java.util.ArrayList;
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
import org.folkmoot.record.Facet;
import org.folkmoot.record.FacetFilter;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.record.KeptField;

/// What somebody wants to see of the record, as it stands in the address. What is not understood is
/// left out, so that every address shows something.
///
/// @param after where a long list goes on; 0 for the newest
record RecordFilter(Optional<Channel.Mode> side, FacetFilter facets, String words, long after) {

  static RecordFilter of(Ask ask) {
    return new RecordFilter(
        ask.oneOf("side", Channel.Mode.values()),
        FacetFilter.of(ask),
        ask.query("q"),
        ask.number("after"));
  }

  boolean isAny() {
    return side.isPresent() || facets.isAny() || !words.isBlank();
  }

  RecordFilter on(Channel.Mode mode) {
    return new RecordFilter(Optional.of(mode), facets, words, 0);
  }

  RecordFilter from(long seq) {
    return new RecordFilter(side, facets, words, seq);
  }

  /// A door is on one side only, so that choosing another leaves the side.
  RecordFilter on(Facet facet, String value) {
    return new RecordFilter(
        facet == Facet.DOOR ? Optional.empty() : side, facets.with(facet, value), words, 0);
  }

  /// The query for one side of the record; empty if the door is of another side.
  Optional<RecordQuery> query(String consultation, Channel.Mode mode, ZoneId zone) {
    Set<Channel> doors = doors(mode);
    facets.door().ifPresent(door -> doors.removeIf(d -> d != door));
    boolean wanted = side.isEmpty() || side.get() == mode;
    return doors.isEmpty() || !wanted
        ? Optional.empty()
        : Optional.of(asked(consultation, zone).channels(doors).page(after, RecordQuery.PAGE));
  }

  /// The query for all of it.
  RecordQuery whole(String consultation, ZoneId zone) {
    RecordQuery asked = asked(consultation, zone);
    return side.isPresent() && facets.door().isEmpty() ? asked.channels(doors(side.get())) : asked;
  }

  private RecordQuery asked(String consultation, ZoneId zone) {
    return facets.narrowing(RecordQuery.in(consultation).words(words).publishedOnly(), zone);
  }

  private static Set<Channel> doors(Channel.Mode mode) {
    return Arrays.stream(Channel.values())
        .filter(channel -> channel.mode() == mode)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class)));
  }

  String address(String path) {
    return facets
        .into(new Query().with("side", side.map(Enum::name).orElse("")))
        .with("q", words)
        .with("after", after == 0 ? "" : Long.toString(after))
        .of(path);
  }

  /// What stays while other words are looked for.
  List<KeptField> kept() {
    List<KeptField> kept = new ArrayList<>();
    side.ifPresent(mode -> kept.add(new KeptField("side", mode.name())));
    facets.fields().forEach((name, value) -> kept.add(new KeptField(name, value)));
    return kept;
  }

  FormState form() {
    return FormState.of(Map.of("q", List.of(words)));
  }
}
