package org.folkmoot.web.texting;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.jspecify.annotations.Nullable;

/// The questions a line asks by text, in order, to be added to, moved and taken out, with the
/// conversation as a telephone would show it.
///
/// @param state whether people are asked these questions now
/// @param missing which languages are not complete; empty if all are
/// @param action where the buttons lead
/// @param backHref the page of all texts
/// @param addHref where another question is added; empty if there are as many as there may be
/// @param canUse they are not asked yet and could be
/// @param previews the same telephone in other languages
/// @param fileHref the questions as a file
/// @param file where such a file is brought in
public record FlowPage(
    String title,
    @Nullable ErrorSummary errors,
    String state,
    String missing,
    String action,
    String backHref,
    List<Asked> questions,
    String addHref,
    boolean canUse,
    PhoneScreen screen,
    List<Link> previews,
    String fileHref,
    TextArea file)
    implements Page {
  public FlowPage {
    questions = List.copyOf(questions);
    previews = List.copyOf(previews);
  }

  /// One question.
  ///
  /// @param when only when it is asked; empty if always
  /// @param said its words by language, with their size
  /// @param canUp there is one before it
  /// @param canDown there is one after it
  public record Asked(
      String heading,
      String id,
      String kind,
      List<String> choices,
      String when,
      List<TextingDeskPage.Sized> said,
      String editHref,
      boolean canUp,
      boolean canDown) {
    public Asked {
      choices = List.copyOf(choices);
      said = List.copyOf(said);
    }

    public boolean hasChoices() {
      return !choices.isEmpty();
    }

    public boolean hasWhen() {
      return !when.isEmpty();
    }
  }

  public boolean hasQuestions() {
    return !questions.isEmpty();
  }

  public boolean canAdd() {
    return !addHref.isEmpty();
  }

  public boolean hasMissing() {
    return !missing.isEmpty();
  }

  public boolean hasPreviews() {
    return !previews.isEmpty();
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "texting/flow.mustache";
  }
}
