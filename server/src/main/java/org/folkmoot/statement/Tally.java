package org.folkmoot.statement;

/// Marks under one statement; never people.
public record Tally(int agree, int pass, int disagree) {

  public static Tally none() {
    return new Tally(0, 0, 0);
  }

  public Tally plus(Vote vote) {
    return switch (vote) {
      case AGREE -> new Tally(agree + 1, pass, disagree);
      case PASS -> new Tally(agree, pass + 1, disagree);
      case DISAGREE -> new Tally(agree, pass, disagree + 1);
    };
  }

  public int total() {
    return agree + pass + disagree;
  }
}
