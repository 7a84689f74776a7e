package org.folkmoot.web.desk;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.Select;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.part.TextField;
import org.folkmoot.web.record.VoiceItem;
import org.jspecify.annotations.Nullable;

/// One contribution on the desk: its words, what can be done, what was done.
///
/// @param nextHref the next one that waits to be checked, or null
/// @param shown its id and version, sent with every decision
/// @param made what was made from it and goes or changes with it
/// @param takeBackHref where it is taken back for its sender, or null
public record DeskItemPage(
    String title,
    @Nullable ErrorSummary errors,
    String listHref,
    @Nullable String nextHref,
    String action,
    String shown,
    VoiceItem voice,
    String state,
    @Nullable String reasonGiven,
    List<String> facts,
    boolean checkable,
    @Nullable Choices themes,
    TextField newTheme,
    Select reason,
    TextField reasonOwn,
    Select textKind,
    TextField textLanguage,
    TextArea text,
    List<Step> steps,
    List<Link> made,
    @Nullable String takeBackHref)
    implements Page {

  public DeskItemPage {
    facts = List.copyOf(facts);
    steps = List.copyOf(steps);
    made = List.copyOf(made);
  }

  /// Something that was done, by whom and why.
  public record Step(String iso, String date, String what, String by, @Nullable String note) {}

  public boolean hasMade() {
    return !made.isEmpty();
  }

  @Override
  public String template() {
    return "desk/item.mustache";
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }
}
