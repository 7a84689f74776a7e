package org.folkmoot.web.meeting;

import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Checkbox;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.Drawing;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.Select;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// A comment card, to be copied from the paper, front then back.
///
/// @param progress "3 of 24 entered"
/// @param earlier where the card was entered before: what was entered then
public record CardPage(
    String title,
    String backHref,
    String progress,
    @Nullable String closed,
    @Nullable ErrorSummary errors,
    @Nullable Earlier earlier,
    TextField code,
    @Nullable String question,
    TextArea words,
    @Nullable Choices language,
    Choices use,
    TextField useName,
    Checkbox website,
    Checkbox over16,
    Checkbox under18,
    Choices tell,
    TextField tellPhone,
    TextField tellEmail,
    Select area,
    Choices age,
    Choices gender,
    Choices disability,
    Choices car,
    Button send)
    implements Page {

  /// The first entry of this card.
  ///
  /// @param said its words; null where they are not to be shown
  /// @param lang of its words
  /// @param why where they are not
  public record Earlier(@Nullable String said, String lang, @Nullable String why, String use) {}

  /// The drawing that stands on the paper too.
  public Drawing drawing() {
    return Drawing.ofDoor("COMMENT_CARD");
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "meeting/desk-card.mustache";
  }
}
