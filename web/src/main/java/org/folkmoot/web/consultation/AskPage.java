package org.folkmoot.web.consultation;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.jspecify.annotations.Nullable;

/// Every way to reach a person, each large enough to press.
///
/// @param person who answers, and when; null where the council has not said
/// @param calls links that call, text or write at once
/// @param places where to come or to send a letter
/// @param meeting the next one people can come to, or null
public record AskPage(
    String title,
    String lead,
    @Nullable Person person,
    List<Reach> calls,
    List<Place> places,
    @Nullable Reach meeting,
    List<Link> links)
    implements Page {

  public AskPage {
    calls = List.copyOf(calls);
    places = List.copyOf(places);
    links = List.copyOf(links);
  }

  /// Who answers; `hours` are lines. `tongue` is the language the council wrote them in.
  public record Person(String who, List<String> hours, String tongue) {
    public Person {
      hours = List.copyOf(hours);
    }

    public boolean hasHours() {
      return !hours.isEmpty();
    }
  }

  /// One way: what it is, what is pressed, and where that leads.
  public record Reach(String way, String shown, String to) {}

  /// A heading and the lines below it.
  public record Place(String heading, List<String> lines, String tongue) {
    public Place {
      lines = List.copyOf(lines);
    }
  }

  public boolean hasCalls() {
    return !calls.isEmpty();
  }

  @Override
  public String template() {
    return "consultation/ask.mustache";
  }
}
