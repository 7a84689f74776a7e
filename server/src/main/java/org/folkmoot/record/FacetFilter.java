package org.folkmoot.record;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Query;

/// What a list of the record is narrowed down by, as it stands in the address: at most one value of
/// each facet. What is not understood is left out, so that every address shows something.
/// Immutable.
public record FacetFilter(Map<Facet, String> chosen) {

  private static final int LONGEST = 200;

  public FacetFilter {
    chosen = Map.copyOf(chosen);
  }

  public static FacetFilter none() {
    return new FacetFilter(Map.of());
  }

  public static FacetFilter of(Ask ask) {
    Map<Facet, String> chosen = new HashMap<>();
    for (Facet facet : FacetLinks.SHOWN) {
      String value = ask.query(name(facet)).strip();
      if (!value.isEmpty() && isKnown(facet, value)) {
        chosen.put(facet, value);
      }
    }
    return new FacetFilter(chosen);
  }

  private static boolean isKnown(Facet facet, String value) {
    return switch (facet) {
      case DOOR -> isOneOf(value, Channel.values());
      case KIND -> isOneOf(value, CaptureKind.values());
      case LANGUAGE -> value.matches("[A-Za-z][A-Za-z0-9-]{1,19}");
      case MONTH -> month(value).isPresent();
      case THEME, PLACE -> value.length() <= LONGEST;
      case STATUS -> false;
    };
  }

  private static boolean isOneOf(String value, Enum<?>[] all) {
    return Arrays.stream(all).anyMatch(one -> one.name().equals(value));
  }

  private static Optional<YearMonth> month(String value) {
    try {
      return value.matches("\\d{4}-\\d{2}")
          ? Optional.of(YearMonth.parse(value))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// The facet's name in an address.
  private static String name(Facet facet) {
    return switch (facet) {
      case DOOR -> "door";
      case THEME -> "theme";
      case STATUS -> "status";
      case LANGUAGE -> "language";
      case KIND -> "kind";
      case PLACE -> "area";
      case MONTH -> "month";
    };
  }

  public boolean isAny() {
    return !chosen.isEmpty();
  }

  public String value(Facet facet) {
    return chosen.getOrDefault(facet, "");
  }

  public Optional<Channel> door() {
    return Optional.ofNullable(chosen.get(Facet.DOOR)).map(Channel::valueOf);
  }

  /// With this facet at this value; empty takes it off.
  public FacetFilter with(Facet facet, String value) {
    Map<Facet, String> all = new EnumMap<>(Facet.class);
    all.putAll(chosen);
    if (value.isEmpty()) {
      all.remove(facet);
    } else {
      all.put(facet, value);
    }
    return new FacetFilter(all);
  }

  /// The query narrowed down.
  ///
  /// @param zone in which a month begins
  public RecordQuery narrowing(RecordQuery all, ZoneId zone) {
    RecordQuery query =
        all.theme(value(Facet.THEME)).language(value(Facet.LANGUAGE)).place(value(Facet.PLACE));
    if (door().isPresent()) {
      query = query.channels(Set.of(door().get()));
    }
    if (chosen.containsKey(Facet.KIND)) {
      query = query.kind(CaptureKind.valueOf(value(Facet.KIND)));
    }
    return query.time(
        month(value(Facet.MONTH)).map(m -> RecordQuery.Span.of(m, zone)).orElse(null));
  }

  /// As fields of a form or an address, by name.
  public Map<String, String> fields() {
    Map<String, String> fields = new TreeMap<>();
    chosen.forEach((facet, value) -> fields.put(name(facet), value));
    return fields;
  }

  public Query into(Query query) {
    fields().forEach(query::with);
    return query;
  }
}
