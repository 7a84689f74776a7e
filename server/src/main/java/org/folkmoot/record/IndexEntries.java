package org.folkmoot.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.record.search.Entry;
import org.folkmoot.record.search.Question;

/// The record as the index knows it: what of a contribution is found by whom, and what a reader may
/// ask.
final class IndexEntries {

  /// Longer values are no values to narrow a list down by.
  private static final int LONGEST = 200;

  private IndexEntries() {}

  /// @param seq its place in the log
  static Entry of(Contribution c, long seq) {
    Contribution known = c.seq() == seq ? c : c.at(seq);
    Set<String> readers =
        Arrays.stream(Reader.values())
            .filter(reader -> reader.mayRead(known))
            .map(Enum::name)
            .collect(Collectors.toSet());
    boolean open = Reader.COUNCILLOR.mayRead(known);
    return new Entry(
        c.id(),
        c.consultation(),
        seq,
        c.version(),
        c.receivedAt(),
        readers,
        open ? texts(RecordReading.voice(known, Reader.PUBLIC)) : List.of(),
        texts(RecordReading.voice(known, Reader.STAFF)),
        facets(c),
        cut(c.source().id()));
  }

  private static Map<String, List<String>> facets(Contribution c) {
    Map<Facet, List<String>> facets = new EnumMap<>(Facet.class);
    facets.put(Facet.DOOR, List.of(c.channel().name()));
    facets.put(Facet.THEME, c.themes().isEmpty() ? List.of(RecordQuery.NO_THEME) : c.themes());
    facets.put(Facet.STATUS, List.of(c.status().name()));
    facets.put(Facet.LANGUAGE, List.of(cut(c.language())));
    facets.put(Facet.KIND, List.of(c.captureKind().name()));
    if (!c.place().isBlank()) {
      facets.put(Facet.PLACE, List.of(cut(c.place())));
    }
    Map<String, List<String>> named = new HashMap<>();
    facets.forEach((facet, values) -> named.put(facet.name(), values));
    return named;
  }

  private static String cut(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
  }

  /// Everything a reader of a voice has in sight.
  static List<Entry.Text> texts(Voice v) {
    List<Entry.Text> texts = new ArrayList<>();
    add(texts, v.title(), v.language());
    add(texts, v.text(), v.language());
    v.answers().forEach(a -> add(texts, a.text(), v.language()));
    v.media().forEach(m -> add(texts, m.description(), v.language()));
    v.derived().forEach(t -> add(texts, t.text(), t.language()));
    return texts;
  }

  private static void add(List<Entry.Text> texts, String words, String language) {
    if (!words.isBlank()) {
      texts.add(new Entry.Text(words, language));
    }
  }

  /// What a reader asks; never more than that reader may find.
  static Question question(Reader reader, RecordQuery query) {
    Map<String, Set<String>> narrowed = new HashMap<>();
    narrow(narrowed, Facet.DOOR, names(query.channels()));
    narrow(narrowed, Facet.STATUS, names(query.statuses()));
    narrow(narrowed, Facet.THEME, one(query.theme()));
    narrow(narrowed, Facet.LANGUAGE, one(query.language()));
    narrow(narrowed, Facet.KIND, one(query.kind()));
    narrow(narrowed, Facet.PLACE, one(query.place()));
    RecordQuery.Span time = query.time();
    return new Question(
        query.consultation(),
        names(query.published() ? EnumSet.of(reader, Reader.PUBLIC) : EnumSet.of(reader)),
        query.words(),
        reader.isStaff(),
        narrowed,
        query.source(),
        time == null
            ? null
            : new Question.Span(time.from().getEpochSecond(), time.until().getEpochSecond()),
        query.after());
  }

  private static void narrow(Map<String, Set<String>> narrowed, Facet facet, Set<String> values) {
    if (!values.isEmpty()) {
      narrowed.put(facet.name(), values);
    }
  }

  private static Set<String> one(String value) {
    return value.isEmpty() ? Set.of() : Set.of(value);
  }

  private static Set<String> names(Set<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).collect(Collectors.toSet());
  }
}
