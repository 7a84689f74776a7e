package org.folkmoot.initiative;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the partners of an initiative agreed on: why, what for, who does what, what they measure
/// and whom they ask for help. In their own words and language; immutable.
///
/// @param language of every text in it, BCP 47
/// @param problem what is wrong, as they all see it
/// @param vision what shall be
public record Plan(
    String language,
    String problem,
    String vision,
    List<Goal> goals,
    List<Partner> partners,
    List<Indicator> indicators,
    List<Activity> activities,
    List<Invitation> invitations) {

  public Plan {
    goals = List.copyOf(goals);
    partners = List.copyOf(partners);
    indicators = List.copyOf(indicators);
    activities = List.copyOf(activities);
    invitations = List.copyOf(invitations);
  }

  static Plan none() {
    return new Plan("en", "", "", List.of(), List.of(), List.of(), List.of(), List.of());
  }

  public record Goal(String id, String name) {}

  /// Whether a partner agrees with the common agenda.
  public enum Position {
    AGREES,
    RESERVES,
    NOT_YET;

    public String wordKey() {
      return "initiative.position." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// @param reservation what it does not agree with; empty if it agrees
  public record Partner(
      String id, String name, String strength, Position position, String reservation) {}

  /// Something several partners measure in the same way.
  ///
  /// @param question what it answers, in plain words
  /// @param unit written behind a value; `%` allows 0 to 100 alone
  /// @param most what no value can exceed; 0 where there is no such thing
  /// @param first the quarter of the baseline
  /// @param from id of the partner that reports it
  public record Indicator(
      String id,
      String question,
      String unit,
      String method,
      String from,
      double baseline,
      Quarter first,
      double target,
      int targetYear,
      double most,
      String note) {

    boolean allows(double value) {
      return value >= 0 && (most == 0 || value <= most);
    }
  }

  public record Activity(String partner, String what, List<String> goals, List<String> indicators) {
    public Activity {
      goals = List.copyOf(goals);
      indicators = List.copyOf(indicators);
    }
  }

  /// A call for help that any organisation may answer.
  ///
  /// @param goals which goals it serves; without one it cannot be released
  /// @param ongoing answered for as long as it is active
  public record Invitation(
      String id,
      String title,
      String why,
      List<String> help,
      List<String> goals,
      List<String> indicators,
      boolean ongoing) {
    public Invitation {
      help = List.copyOf(help);
      goals = List.copyOf(goals);
      indicators = List.copyOf(indicators);
    }
  }

  Optional<Indicator> indicator(String id) {
    return indicators.stream().filter(i -> i.id().equals(id)).findFirst();
  }

  Optional<Invitation> invitation(String id) {
    return invitations.stream().filter(i -> i.id().equals(id)).findFirst();
  }

  Optional<Partner> partner(String id) {
    return partners.stream().filter(p -> p.id().equals(id)).findFirst();
  }
}
