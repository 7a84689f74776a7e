package org.folkmoot.web.panel;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Checkbox;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.ErrorSummary;
import org.jspecify.annotations.Nullable;

/// This month's questions, to be answered.
///
/// @param act makes sending twice one act
/// @param join offered to those who have not joined yet, else null
/// @param leaveHref for those who have, else null
public record PanelPage(
    String title,
    String lead,
    @Nullable ErrorSummary problems,
    String action,
    String act,
    List<Asked> asked,
    @Nullable Checkbox join,
    ClosingQuestions closing,
    Button send,
    @Nullable String leaveHref)
    implements Page {
  public PanelPage {
    asked = List.copyOf(asked);
  }

  @Override
  public boolean hasErrors() {
    return problems != null;
  }

  @Override
  public String template() {
    return "panel/panel.mustache";
  }
}
