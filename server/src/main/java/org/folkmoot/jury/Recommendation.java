package org.folkmoot.jury;

import java.util.Locale;
import java.util.Map;

/// What jurors recommend, in their own words, with counts and no names.
///
/// @param number as jurors numbered it, for example `R1`
/// @param minority it missed the threshold and is kept as a minority statement
/// @param contribution its place in the record
public record Recommendation(
    String id,
    String consultation,
    String number,
    String text,
    String reasons,
    Map<Support, Integer> support,
    boolean minority,
    String contribution) {

  public Recommendation {
    support = Map.copyOf(support);
  }

  /// How far jurors stand behind it, the ballot's words in order.
  public enum Support {
    STRONGLY_SUPPORT,
    SUPPORT,
    LIVE_WITH,
    OPPOSE,
    STRONGLY_OPPOSE,
    ABSTAINED;

    public String wordKey() {
      return "jury.support." + slug();
    }

    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public int count(Support level) {
    return support.getOrDefault(level, 0);
  }

  /// Those who can at least live with it.
  public int backers() {
    return count(Support.STRONGLY_SUPPORT) + count(Support.SUPPORT) + count(Support.LIVE_WITH);
  }

  /// Those who voted, abstentions apart.
  public int voting() {
    return backers() + count(Support.OPPOSE) + count(Support.STRONGLY_OPPOSE);
  }
}
