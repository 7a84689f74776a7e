package org.folkmoot.web.initiative;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// What an initiative is: why, how far, what is asked under it, what holds it together, who keeps
/// it going.
///
/// @param lang of what its partners wrote
/// @param change where an officer changes it, else null
public record InitiativePage(
    String title,
    String lang,
    @Nullable String why,
    Around around,
    String where,
    List<Step> steps,
    String stagesHref,
    List<Asked> asked,
    @Nullable EmptyState nothing,
    List<ItemLine> conditions,
    List<ItemLine> roles,
    @Nullable Link change)
    implements Page {
  public InitiativePage {
    steps = List.copyOf(steps);
    asked = List.copyOf(asked);
    conditions = List.copyOf(conditions);
    roles = List.copyOf(roles);
  }

  /// A stage.
  public record Step(String stepNumber, String stepName, boolean here, boolean past) {}

  /// A question asked under it.
  public record Asked(String question, String href, List<Line> lines) {
    public Asked {
      lines = List.copyOf(lines);
    }
  }

  public record Line(String text) {}

  @Override
  public String template() {
    return "initiative/initiative.mustache";
  }
}
