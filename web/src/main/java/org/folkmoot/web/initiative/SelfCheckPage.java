package org.folkmoot.web.initiative;

import java.util.List;
import org.folkmoot.web.Page;

/// How well we listen, by our own account: what it is for, five questions, good practice for each.
public record SelfCheckPage(
    String title, String lang, Around around, List<ItemLine> outcomes, List<Challenge> challenges)
    implements Page {
  public SelfCheckPage {
    outcomes = List.copyOf(outcomes);
    challenges = List.copyOf(challenges);
  }

  public record Challenge(ItemLine challenge, List<ItemLine> practice) {
    public Challenge {
      practice = List.copyOf(practice);
    }
  }

  @Override
  public String template() {
    return "initiative/check.mustache";
  }
}
