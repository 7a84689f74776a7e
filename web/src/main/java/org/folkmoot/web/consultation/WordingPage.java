package org.folkmoot.web.consultation;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.jspecify.annotations.Nullable;

/// Where an officer writes a question in one more language, each field below what was written
/// first.
///
/// @param language that is written here, BCP 47
/// @param first the language it was asked in
public record WordingPage(
    String title,
    String lead,
    String language,
    String first,
    @Nullable ErrorSummary errors,
    List<Pair> pairs,
    Button save)
    implements Page {

  public WordingPage {
    pairs = List.copyOf(pairs);
  }

  /// What was written first, line by line, and the same to be written here.
  public record Pair(List<String> lines, TextArea field) {
    public Pair {
      lines = List.copyOf(lines);
    }
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "consultation/wording.mustache";
  }
}
