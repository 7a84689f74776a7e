package org.folkmoot.web.initiative;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// What an initiative is: why, what anybody can do now, what was asked before, then how far it is,
/// what holds it together, who keeps it going.
///
/// @param asked questions that are open now
/// @param call the call for help that anybody may answer now; null where there is none
/// @param nothing said where there is neither
/// @param before questions that are not open now
/// @param lang of what its partners wrote
/// @param change where an officer changes it, else null
public record InitiativePage(
    String title,
    String lang,
    @Nullable String why,
    Around around,
    List<Asked> asked,
    @Nullable Call call,
    @Nullable EmptyState nothing,
    List<Asked> before,
    String where,
    List<Step> steps,
    String stagesHref,
    List<ItemLine> conditions,
    List<ItemLine> roles,
    @Nullable Link change)
    implements Page {
  public InitiativePage {
    steps = List.copyOf(steps);
    asked = List.copyOf(asked);
    before = List.copyOf(before);
    conditions = List.copyOf(conditions);
    roles = List.copyOf(roles);
  }

  /// A stage.
  public record Step(
      String stepNumber, String stepName, String stepWhat, boolean here, boolean past) {}

  /// A question asked under it.
  public record Asked(String question, String href, List<Line> lines) {
    public Asked {
      lines = List.copyOf(lines);
    }
  }

  /// What is said about it, and the pages it leads to.
  public record Line(String text, List<Link> links) {
    public Line {
      links = List.copyOf(links);
    }

    public Line(String text) {
      this(text, List.of());
    }

    public boolean hasLinks() {
      return !links.isEmpty();
    }
  }

  /// A call for help that is open now.
  ///
  /// @param allHref where all of them stand
  public record Call(
      String callTitle, String callHref, String callWhy, String answerHref, String allHref) {}

  public boolean hasBefore() {
    return !before.isEmpty();
  }

  @Override
  public String template() {
    return "initiative/initiative.mustache";
  }
}
