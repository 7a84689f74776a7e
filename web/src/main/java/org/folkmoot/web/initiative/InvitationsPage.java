package org.folkmoot.web.initiative;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// Calls for help that any organisation may answer, and what the words for their states mean.
public record InvitationsPage(
    String title,
    String lang,
    Around around,
    @Nullable EmptyState nothing,
    List<Card> cards,
    List<Word> states,
    List<Word> answerStates)
    implements Page {
  public InvitationsPage {
    cards = List.copyOf(cards);
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

  public record Word(String word) {}

  @Override
  public String template() {
    return "initiative/invitations.mustache";
  }
}
