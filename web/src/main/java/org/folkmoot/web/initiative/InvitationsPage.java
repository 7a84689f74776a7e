package org.folkmoot.web.initiative;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// Calls for help: those that any organisation may answer now, then the others, and what the words
/// for their states mean, from the first to the last.
///
/// @param first opens the page: the call that is open now; null where there is none
/// @param groups all others
public record InvitationsPage(
    String title,
    String lang,
    Around around,
    @Nullable EmptyState nothing,
    @Nullable Card first,
    List<Group> groups,
    List<States> states,
    List<States> answerStates)
    implements Page {
  public InvitationsPage {
    groups = List.copyOf(groups);
    states = List.copyOf(states);
    answerStates = List.copyOf(answerStates);
  }

  /// @param answerHref where to answer; null where it takes no answers
  public record Card(
      String cardTitle,
      String cardHref,
      String cardState,
      String cardWhy,
      String sums,
      @Nullable String answerHref) {}

  /// Calls that stand alike.
  ///
  /// @param groupName "Under way"
  public record Group(String groupName, List<Card> cards) {
    public Group {
      cards = List.copyOf(cards);
    }
  }

  /// States that mean much the same to whoever looks on.
  public record States(String statesName, List<Word> states) {
    public States {
      states = List.copyOf(states);
    }
  }

  public record Word(String word) {}

  @Override
  public String template() {
    return "initiative/invitations.mustache";
  }
}
