package org.folkmoot.record;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.folkmoot.web.Words;
import org.folkmoot.web.record.Narrowing;

/// Facets as links: each value with its number, to narrow a list down by it or, where that is done,
/// to take it off again.
public final class FacetLinks {

  /// What can be chosen on a page; where a thing stands has tabs of its own.
  public static final Set<Facet> SHOWN = EnumSet.complementOf(EnumSet.of(Facet.STATUS));

  private static final int MOST = 24;

  private final Map<Facet, String> chosen;
  private final Map<String, String> themes;
  private final BiFunction<Facet, String, String> address;
  private final Words words;

  private FacetLinks(
      Map<Facet, String> chosen,
      Map<String, String> themes,
      BiFunction<Facet, String, String> address,
      Words words) {
    this.chosen = chosen;
    this.themes = themes;
    this.address = address;
    this.words = words;
  }

  /// @param counts empty while there are none
  /// @param chosen what the list is narrowed down by now; no empty values
  /// @param narrowed the list is not whole, by these or by words
  /// @param themes names by id
  /// @param address of the list with a facet at a value; empty takes it off
  public static Narrowing of(
      Optional<FacetCounts> counts,
      Map<Facet, String> chosen,
      boolean narrowed,
      Map<String, String> themes,
      BiFunction<Facet, String, String> address,
      Words words) {
    FacetLinks links = new FacetLinks(chosen, themes, address, words);
    return counts
        .map(c -> links.narrowing(c, narrowed))
        .orElseGet(() -> Narrowing.waiting(words.say("record.narrow-wait")));
  }

  private Narrowing narrowing(FacetCounts counts, boolean narrowed) {
    List<Narrowing.Group> groups = new ArrayList<>();
    for (Facet facet : SHOWN) {
      List<Narrowing.Choice> choices = choices(facet, counts);
      if (choices.size() > 1 || chosen.containsKey(facet)) {
        groups.add(new Narrowing.Group(words.say(nameKey(facet)), choices));
      }
    }
    String fit = words.say("record.narrow-fit", "count", counts.total());
    return new Narrowing(groups, narrowed ? fit : null, null);
  }

  private List<Narrowing.Choice> choices(Facet facet, FacetCounts counts) {
    List<Narrowing.Choice> choices = new ArrayList<>();
    if (facet == Facet.MONTH) {
      counts.byMonth().forEach((month, n) -> add(choices, facet, month.toString(), n));
    } else {
      counts.of(facet).forEach((value, n) -> add(choices, facet, value, n));
    }
    String now = chosen.getOrDefault(facet, "");
    List<Narrowing.Choice> shown =
        choices.stream().filter(c -> c.chosen()).collect(Collectors.toList());
    if (shown.isEmpty() && !now.isEmpty() && !name(facet, now).isEmpty()) {
      add(shown, facet, now, 0);
    }
    choices.stream().filter(c -> !c.chosen()).limit(MOST).forEach(shown::add);
    return shown;
  }

  private void add(List<Narrowing.Choice> choices, Facet facet, String value, int count) {
    String name = name(facet, value);
    if (!name.isEmpty()) {
      boolean isChosen = value.equals(chosen.getOrDefault(facet, ""));
      choices.add(
          new Narrowing.Choice(
              name, words.number(count), address.apply(facet, isChosen ? "" : value), isChosen));
    }
  }

  private static String nameKey(Facet facet) {
    return switch (facet) {
      case DOOR -> "record.filter-door";
      case THEME -> "record.filter-theme";
      case LANGUAGE -> "record.narrow-language";
      case KIND -> "record.narrow-kind";
      case PLACE -> "record.narrow-place";
      case MONTH -> "record.narrow-month";
      case STATUS -> throw new IllegalArgumentException("has tabs of its own");
    };
  }

  /// Empty for what has no name any more.
  private String name(Facet facet, String value) {
    return switch (facet) {
      case DOOR -> words.say(Channel.valueOf(value).wordKey());
      case THEME ->
          value.equals(RecordQuery.NO_THEME)
              ? words.say("record.narrow-no-theme")
              : themes.getOrDefault(value, "");
      case STATUS -> words.say(Status.valueOf(value).wordKey());
      case LANGUAGE -> capital(Locale.forLanguageTag(value).getDisplayName(words.locale()));
      case KIND -> words.say(CaptureKind.valueOf(value).wordKey());
      case PLACE -> value;
      case MONTH ->
          capital(
              DateTimeFormatter.ofPattern("LLLL uuuu", words.locale())
                  .format(YearMonth.parse(value)));
    };
  }

  private String capital(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(words.locale())
            + name.substring(name.offsetByCodePoints(0, 1));
  }
}
