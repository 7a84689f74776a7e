package org.folkmoot.consultation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.SmallNumbers;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voices;

/// What has been heard by each door, in the unit people would count it in there, and which places
/// and doors hardly anybody has been heard from. Numbers below [SmallNumbers#FEWEST] are told to
/// nobody, not even that they are not 0. Counted once; used by one thread until it is handed on.
final class HeardSoFar {

  /// Before so many people have been heard, nothing is said of who is missing.
  private static final int ENOUGH_TO_MISS = 20;

  /// A door counts as asking for the place where so many said one.
  private static final int ENOUGH_PLACES = 10;

  private final Map<Channel, Set<String>> people = new EnumMap<>(Channel.class);
  private final Map<Channel, Integer> items = new EnumMap<>(Channel.class);
  private final Map<Channel, Integer> marks = new EnumMap<>(Channel.class);
  private final Map<Channel, Map<String, Set<String>>> places = new EnumMap<>(Channel.class);
  private final Set<String> tables = new HashSet<>();
  private int atTables;

  /// How much was heard by one door.
  ///
  /// @param unit last part of a word's key: `people`, `items`, `marks` or `tables`
  record Heard(Channel door, String unit, int count) {}

  /// A place that one door, or with a null door every door, has hardly heard from.
  record Missing(@org.jspecify.annotations.Nullable Channel door, String place) {}

  /// Counts a whole consultation.
  static HeardSoFar in(String consultation, RecordReading record) {
    var heard = new HeardSoFar();
    record.eachUpTo(consultation, Long.MAX_VALUE, heard::add);
    return heard;
  }

  /// Takes in one contribution; what is held, declined or taken back does not count.
  void add(Contribution c) {
    if (c.status() != Status.RECEIVED && c.status() != Status.CLEARED) {
      return;
    }
    Channel door = c.channel();
    c.marks().values().forEach(weight -> marks.merge(door, weight, Integer::sum));
    if (c.voices() instanceof Voices.One && !c.isMarksOnly()) {
      String person = c.participant().isEmpty() ? c.id() : c.participant();
      people.computeIfAbsent(door, _ -> new HashSet<>()).add(person);
      if (!c.place().isEmpty()) {
        places
            .computeIfAbsent(door, _ -> new HashMap<>())
            .computeIfAbsent(c.place(), _ -> new HashSet<>())
            .add(person);
      }
    }
    if (c.isMarksOnly()) {
      return;
    }
    items.merge(door, 1, Integer::sum);
    if (!c.source().table().isEmpty() && tables.add(c.source().id() + "\n" + c.source().table())) {
      atTables += c.voices() instanceof Voices.Group group ? group.people() : 1;
    }
  }

  /// What may be told, in the order of the doors.
  List<Heard> told() {
    return List.of(Channel.values()).stream().map(this::of).filter(this::mayBeTold).toList();
  }

  /// The doors by which hardly anybody came, of those that are open.
  List<Channel> quietDoors(Set<Channel> open) {
    if (everybody().size() < ENOUGH_TO_MISS) {
      return List.of();
    }
    return open.stream().sorted().filter(door -> !mayBeTold(of(door))).toList();
  }

  /// The places hardly anybody was heard from: by no door at all, or by one that others named their
  /// place at.
  List<Missing> quietPlaces(List<String> areas) {
    if (everybody().size() < ENOUGH_TO_MISS) {
      return List.of();
    }
    return areas.stream()
        .flatMap(area ->
            from(area).size() < SmallNumbers.FEWEST
                ? Stream.of(new Missing(null, area))
                : places.entrySet().stream()
                    .filter(door -> isToldOf(door.getKey(), door.getValue()))
                    .filter(door -> !door.getValue().containsKey(area))
                    .map(door -> new Missing(door.getKey(), area)))
        .toList();
  }

  private Heard of(Channel door) {
    return switch (door) {
      case PANEL, OPEN_SURVEY, FORUM, LIVE_SESSION, SMS, PHONE ->
          new Heard(door, "people", people.getOrDefault(door, Set.of()).size());
      case STORY, COMMENT_CARD, JURY, WRITTEN_SUBMISSION ->
          new Heard(door, "items", items.getOrDefault(door, 0));
      case PUBLIC_MEETING, PARTNER_KIT ->
          tables.isEmpty() || door == Channel.PARTNER_KIT
              ? new Heard(door, "items", items.getOrDefault(door, 0))
              : new Heard(door, "tables", tables.size());
      case STATEMENT, DOT_VOTE -> new Heard(door, "marks", marks.getOrDefault(door, 0));
    };
  }

  /// Tables are told by how many sat at them, not by how many tables there were.
  private boolean mayBeTold(Heard heard) {
    return (heard.unit().equals("tables") ? atTables : heard.count()) >= SmallNumbers.FEWEST;
  }

  private Set<String> everybody() {
    Set<String> all = new HashSet<>();
    people.values().forEach(all::addAll);
    return all;
  }

  private Set<String> from(String area) {
    Set<String> all = new HashSet<>();
    places.values().forEach(door -> all.addAll(door.getOrDefault(area, Set.of())));
    return all;
  }

  /// Whether most who came by a door said their place there: else nobody can say who is missing.
  private boolean isToldOf(Channel door, Map<String, Set<String>> named) {
    int all = people.getOrDefault(door, Set.of()).size();
    int said = named.values().stream().mapToInt(Set::size).sum();
    return said >= ENOUGH_PLACES && 2 * said > all;
  }
}
