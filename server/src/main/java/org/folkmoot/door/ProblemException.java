package org.folkmoot.door;

/// Carries a [Problem] to the door. Holds no stack trace: it is an answer, not a fault.
public final class ProblemException extends RuntimeException {

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.slug(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
