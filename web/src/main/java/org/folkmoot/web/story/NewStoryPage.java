package org.folkmoot.web.story;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Checkbox;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.FileField;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Tell a story: in words, or with one file.
///
/// @param action where the form goes
/// @param act makes sending twice one story
/// @param kept the file that has arrived already, when the form comes back; else null
/// @param others about the file
/// @param prompts questions that may help to begin
public record NewStoryPage(
    String title,
    String action,
    String act,
    @Nullable ErrorSummary summary,
    List<String> prompts,
    TextArea words,
    TextField heading,
    FileField file,
    @Nullable Kept kept,
    OthersQuestion others,
    TextArea description,
    TextField mind,
    ClosingQuestions closing)
    implements Page {
  public NewStoryPage {
    prompts = List.copyOf(prompts);
  }

  /// @param file id it waits under
  /// @param said that it is here, by its name
  /// @param drop to leave it out after all
  public record Kept(String file, String said, Checkbox drop) {}

  /// Where the file may go ahead of the form, in pieces.
  public String uploadsHref() {
    return action.replaceFirst("/stories/.*", "/uploads");
  }

  @Override
  public boolean hasErrors() {
    return summary != null;
  }

  @Override
  public String template() {
    return "story/new-story.mustache";
  }
}
