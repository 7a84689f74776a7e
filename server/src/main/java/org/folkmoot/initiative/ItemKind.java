package org.folkmoot.initiative;

import java.util.List;
import java.util.Locale;

/// Kinds of what an initiative goes by.
public enum ItemKind {
  TASK,
  /// A high-impact issue: what is hard in a stage.
  ISSUE,
  CONDITION,
  ROLE,
  CHALLENGE,
  LINE,
  OUTCOME,
  LEARNING;

  /// How one of the kind can stand; the first is what nobody has said anything of.
  public List<Standing> standings() {
    return switch (this) {
      case TASK -> List.of(Standing.TO_DO, Standing.DOING, Standing.DONE, Standing.NOT_NEEDED);
      case ISSUE -> List.of(Standing.QUIET, Standing.WATCHED, Standing.PRESSING);
      case CONDITION, CHALLENGE, LINE, OUTCOME ->
          List.of(Standing.NOT_YET, Standing.SOME, Standing.MOST, Standing.ALL);
      case ROLE -> List.of(Standing.VACANT, Standing.HELD);
      case LEARNING -> List.of(Standing.THERE, Standing.GONE);
    };
  }

  public Standing start() {
    return standings().getFirst();
  }

  public String wordKey() {
    return "initiative.kind." + name().toLowerCase(Locale.ROOT);
  }
}
