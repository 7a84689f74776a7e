package org.folkmoot.record;

/// There is no such contribution, or it was taken back and nothing more can be done with it.
public final class ContributionGoneException extends RuntimeException {
  public ContributionGoneException() {
    super("gone", null, false, false);
  }
}
