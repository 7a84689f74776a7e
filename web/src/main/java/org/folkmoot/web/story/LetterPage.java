package org.folkmoot.web.story;

import org.folkmoot.web.Page;
import org.folkmoot.web.part.Checkbox;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Check and enter one letter.
///
/// @param fileId the file that waits, empty if there is only paper
/// @param fileSaid which file it is and what was read from it; null without one
/// @param picture the page itself, to type from; null for a document
public record LetterPage(
    String title,
    String action,
    String act,
    String fileId,
    @Nullable String fileSaid,
    Telling.@Nullable Picture picture,
    @Nullable ErrorSummary summary,
    TextField writer,
    Choices kind,
    TextField received,
    TextField heading,
    TextArea words,
    Choices use,
    Checkbox website,
    Checkbox under18)
    implements Page {
  @Override
  public boolean hasErrors() {
    return summary != null;
  }

  @Override
  public String template() {
    return "story/letter.mustache";
  }
}
