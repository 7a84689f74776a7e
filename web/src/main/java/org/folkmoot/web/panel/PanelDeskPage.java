package org.folkmoot.web.panel;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// The officer's page: paste this month's questions, look at them, open them.
///
/// @param members how many joined, in a sentence
/// @param preview as residents will see it, once it has been looked at
/// @param save offered once it has been looked at and nothing is wrong
public record PanelDeskPage(
    String title,
    @Nullable ErrorSummary problems,
    String members,
    List<Row> waves,
    @Nullable EmptyState none,
    String action,
    String act,
    TextField waveTitle,
    TextField closes,
    TextArea questions,
    Button look,
    @Nullable Button save,
    @Nullable Preview preview)
    implements Page {
  public PanelDeskPage {
    waves = List.copyOf(waves);
  }

  /// One set of questions.
  ///
  /// @param answers "12 people answered"
  /// @param answersHref the record, with only these
  /// @param closeAction where to close it; null if it is closed
  public record Row(
      String rowTitle,
      String rowState,
      boolean isOpen,
      String answers,
      String answersHref,
      @Nullable String closeAction) {}

  public record Preview(String previewTitle, List<Asked> asked) {
    public Preview {
      asked = List.copyOf(asked);
    }
  }

  @Override
  public boolean hasErrors() {
    return problems != null;
  }

  public boolean hasWaves() {
    return !waves.isEmpty();
  }

  @Override
  public String template() {
    return "panel/desk.mustache";
  }
}
