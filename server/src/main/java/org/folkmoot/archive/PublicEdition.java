package org.folkmoot.archive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.record.Channel;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.SmallNumbers;
import org.folkmoot.record.Voice;

/// What makes an edition fit for anybody: every public voice is met once before any is written, so
/// that what few share can be left out. Used by one thread.
final class PublicEdition {

  private static final List<String> SHARED = List.of("place", "session");

  private final Consultation asked;
  private final Map<Channel, Long> said;
  private final Map<Channel, Long> published = new EnumMap<>(Channel.class);
  private final Map<String, Map<String, Integer>> shared = new HashMap<>();

  PublicEdition(Consultation asked, RecordReading reading) {
    this.asked = asked;
    this.said = reading.heard(asked.slug());
    for (Channel channel : Channel.values()) {
      long count = reading.count(RecordQuery.in(asked.slug()).publishedOnly().channel(channel));
      if (count > 0) {
        published.put(channel, count);
      }
    }
  }

  void meet(Voice voice) {
    count("place", voice.place());
    count("session", voice.source().id());
  }

  private void count(String field, String value) {
    shared.computeIfAbsent(field, _ -> new HashMap<>()).merge(value, 1, Integer::sum);
  }

  Map<String, Object> card(String licence, String council) {
    Set<Channel> hidden = hidden();
    List<Object> ways = new ArrayList<>();
    said.forEach((channel, count) -> {
      Map<String, Object> way = new LinkedHashMap<>();
      way.put("channel", channel.name());
      way.put("mode", channel.mode().name());
      way.put("said", hidden.contains(channel) ? null : count);
      way.put("here", published.getOrDefault(channel, 0L));
      ways.add(way);
    });
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("council", council);
    card.put("said", sum(said));
    card.put("here", sum(published));
    card.put("byWayIn", ways);
    card.put("fewestTold", SmallNumbers.FEWEST);
    card.put(
        "units", "a contribution is not a person; marks are counted apart and never as people");
    card.put(
        "licence", licence.isEmpty() ? "not stated; ask the council before using it" : licence);
    card.put("question", asked.question());
    card.put("promise", asked.promise().name());
    card.put("opensOn", asked.opensOn().toString());
    card.put("closesOn", asked.closesOn().toString());
    card.put("decidesOn", asked.decidesOn().toString());
    return card;
  }

  List<Object> leftOut() {
    long places = 0;
    for (Map<String, Integer> values : shared.values()) {
      places +=
          values.values().stream()
              .filter(n -> n < SmallNumbers.FEWEST)
              .mapToInt(Integer::intValue)
              .sum();
    }
    return List.of(
        LeftOut.NOT_PUBLISHED.json(sum(said) - sum(published)),
        LeftOut.APART.json(),
        LeftOut.PEOPLE.json(),
        LeftOut.HOURS.json(),
        LeftOut.PLACES.json(places),
        LeftOut.SMALL.json(hidden().size()),
        LeftOut.FILES.json());
  }

  /// Without what only few share, and without the hour.
  Map<String, Object> narrowed(Map<String, Object> contribution) {
    Map<String, Object> json = new LinkedHashMap<>(contribution);
    json.remove("receipt");
    json.remove("reason");
    json.remove("table");
    for (String field : SHARED) {
      if (few(field, String.valueOf(json.get(field)))) {
        json.put(field, "");
      }
    }
    Instant received = Instant.parse(String.valueOf(json.get("receivedAt")));
    json.put("receivedAt", received.truncatedTo(ChronoUnit.DAYS).toString());
    return json;
  }

  private boolean few(String field, String value) {
    return shared.getOrDefault(field, Map.of()).getOrDefault(value, 0) < SmallNumbers.FEWEST;
  }

  /// The ways in whose numbers are not told. If it were one alone, the total would tell it: then
  /// the next smallest is not told either.
  private Set<Channel> hidden() {
    Set<Channel> hidden = new TreeSet<>();
    said.forEach((channel, count) -> {
      if (count < SmallNumbers.FEWEST) {
        hidden.add(channel);
      }
    });
    if (hidden.size() == 1) {
      Optional<Channel> next =
          said.entrySet().stream()
              .filter(e -> !hidden.contains(e.getKey()))
              .min(Map.Entry.comparingByValue())
              .map(Map.Entry::getKey);
      next.ifPresent(hidden::add);
    }
    return hidden;
  }

  private static long sum(Map<Channel, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
