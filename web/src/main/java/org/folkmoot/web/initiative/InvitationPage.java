package org.folkmoot.web.initiative;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.jspecify.annotations.Nullable;

/// One call for help: why, what would help, who answered, promised and given apart.
///
/// @param answerHref where to answer; null where it takes no answers
/// @param answers for staff: each with its page; empty for everybody else
public record InvitationPage(
    String title,
    String lang,
    Around around,
    String state,
    String why,
    List<Text> help,
    List<Text> goals,
    String sum,
    List<Text> pledged,
    List<Text> delivered,
    List<Helper> helpers,
    List<Step> way,
    @Nullable String answerHref,
    @Nullable Link change,
    List<Link> answers)
    implements Page {
  public InvitationPage {
    help = List.copyOf(help);
    goals = List.copyOf(goals);
    pledged = List.copyOf(pledged);
    delivered = List.copyOf(delivered);
    helpers = List.copyOf(helpers);
    way = List.copyOf(way);
    answers = List.copyOf(answers);
  }

  public record Text(String text) {}

  /// @param firstTime said of whoever is new; null else
  public record Helper(
      String helper,
      boolean unnamed,
      String helperState,
      String promised,
      String given,
      @Nullable String firstTime) {}

  public record Step(String step, boolean here) {}

  public boolean hasHelpers() {
    return !helpers.isEmpty();
  }

  public boolean hasAnswers() {
    return !answers.isEmpty();
  }

  @Override
  public String template() {
    return "initiative/invitation.mustache";
  }
}
