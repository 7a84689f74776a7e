package org.folkmoot.web.panel;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Said where there is nothing to answer: no questions now, closed, answered already; with the way
/// to join, or to leave.
public record PanelNotePage(
    String title,
    @Nullable ErrorSummary problems,
    List<String> said,
    List<Link> on,
    @Nullable Join join,
    @Nullable Leave leave)
    implements Page {
  public PanelNotePage {
    said = List.copyOf(said);
    on = List.copyOf(on);
  }

  /// How to tell someone that there are new questions; leaving nothing is an answer.
  public record Join(
      String joinAction, Choices tell, TextField tellPhone, TextField tellEmail, Button joinSend) {}

  public record Leave(String leaveAction, Button leaveSend) {}

  @Override
  public boolean hasErrors() {
    return problems != null;
  }

  public boolean hasOn() {
    return !on.isEmpty();
  }

  @Override
  public String template() {
    return "panel/note.mustache";
  }
}
