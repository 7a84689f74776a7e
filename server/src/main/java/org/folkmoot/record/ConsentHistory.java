package org.folkmoot.record;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;

/// What a contributor allowed over time, as the ledger tells it: the act that gave or lowered it
/// holds the wording, its language, how it was given and what held from then on, never a name.
public final class ConsentHistory {

  private static final String WORDING = "wording";
  private static final String LANGUAGE = "language";
  private static final String GIVEN = "given";
  private static final String SCOPES = "scopes";

  /// The detail of an act that says how somebody asked for less.
  static final String ASKED = "asked";

  /// What held from a moment on.
  ///
  /// @param asked how less was asked for; none if the whole question was answered
  public record Line(
      Instant at,
      String wording,
      String language,
      Consent.Given given,
      Optional<Consent.Asked> asked,
      Set<Consent.Scope> allowed) {
    public Line {
      allowed = Set.copyOf(allowed);
    }
  }

  private ConsentHistory() {}

  static Map<String, String> details(Consent consent) {
    return Map.of(
        WORDING,
        consent.wording(),
        LANGUAGE,
        consent.language(),
        GIVEN,
        consent.given().name(),
        SCOPES,
        consent.scopes().allowed().stream().map(Enum::name).collect(Collectors.joining(" ")));
  }

  /// Oldest first.
  ///
  /// @param acts everything that was done with one contribution, oldest first
  public static List<Line> of(List<Ledger.Entry> acts) {
    return acts.stream()
        .map(Ledger.Entry::act)
        .filter(act -> act.details().containsKey(SCOPES))
        // What comes back comes back as it was allowed before.
        .filter(act -> act.kind() != Act.Kind.PUT_BACK)
        .map(ConsentHistory::line)
        .toList();
  }

  private static Line line(Act act) {
    Map<String, String> details = act.details();
    Set<Consent.Scope> allowed = EnumSet.noneOf(Consent.Scope.class);
    for (String name : details.getOrDefault(SCOPES, "").split(" ")) {
      if (!name.isEmpty()) {
        allowed.add(Consent.Scope.valueOf(name));
      }
    }
    return new Line(
        act.at(),
        details.getOrDefault(WORDING, ""),
        details.getOrDefault(LANGUAGE, ""),
        Consent.Given.valueOf(details.getOrDefault(GIVEN, Consent.Given.SCREEN.name())),
        Optional.ofNullable(details.get(ASKED)).map(Consent.Asked::valueOf),
        allowed);
  }
}
