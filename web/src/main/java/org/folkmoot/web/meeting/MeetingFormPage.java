package org.folkmoot.web.meeting;

import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Sets a meeting up, or changes its plan.
///
/// @param version of the plan that is being changed; 0 for a new one
public record MeetingFormPage(
    String title,
    String backHref,
    String action,
    String act,
    long version,
    @Nullable ErrorSummary errors,
    TextField name,
    TextField date,
    TextField starts,
    TextField minutes,
    TextArea place,
    Choices offers,
    TextArea access,
    TextArea withoutComing,
    TextField phone,
    TextArea questions,
    TextArea dots,
    TextField tables,
    TextField cards,
    Button save)
    implements Page {
  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  /// Whether the meeting is still to be made; then the page above is the list.
  public boolean isNew() {
    return version == 0;
  }

  @Override
  public String template() {
    return "meeting/desk-form.mustache";
  }
}
