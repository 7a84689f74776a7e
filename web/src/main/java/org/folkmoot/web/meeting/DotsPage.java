package org.folkmoot.web.meeting;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Drawing;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// A dot sheet, to be counted from the paper.
///
/// @param closed why nothing can be entered, else null
/// @param earlier the first entry where this sheet was entered before with other numbers
public record DotsPage(
    String title,
    String backHref,
    @Nullable String closed,
    @Nullable ErrorSummary errors,
    List<Earlier> earlier,
    TextField sheet,
    List<TextField> counts,
    TextField people,
    Button send)
    implements Page {
  public DotsPage {
    earlier = List.copyOf(earlier);
    counts = List.copyOf(counts);
  }

  /// One option with the number that was entered first.
  public record Earlier(String option, String marks) {}

  public boolean hasEarlier() {
    return !earlier.isEmpty();
  }

  /// The drawing that stands on the paper too.
  public Drawing drawing() {
    return Drawing.ofDoor("DOT_VOTE");
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "meeting/desk-dots.mustache";
  }
}
