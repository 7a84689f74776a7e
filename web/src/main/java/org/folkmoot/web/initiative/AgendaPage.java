package org.folkmoot.web.initiative;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// What the partners agreed, where one of them does not, and what each does.
public record AgendaPage(
    String title,
    String lang,
    Around around,
    @Nullable EmptyState nothing,
    @Nullable String problem,
    @Nullable String vision,
    List<Goal> goals,
    List<Partner> partners)
    implements Page {
  public AgendaPage {
    goals = List.copyOf(goals);
    partners = List.copyOf(partners);
  }

  /// @param gap said where nobody works on it; null else
  public record Goal(String goalName, @Nullable String gap) {}

  /// @param reservation what it does not agree with; null if it agrees
  public record Partner(
      String partnerName,
      String strength,
      String position,
      boolean agrees,
      @Nullable String reservation,
      List<Doing> doing) {
    public Partner {
      doing = List.copyOf(doing);
    }
  }

  public record Doing(String activity, String serves) {}

  public boolean hasPartners() {
    return !partners.isEmpty();
  }

  public boolean hasGoals() {
    return !goals.isEmpty();
  }

  @Override
  public String template() {
    return "initiative/agenda.mustache";
  }
}
