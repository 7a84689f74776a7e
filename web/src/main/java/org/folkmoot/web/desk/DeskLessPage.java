package org.folkmoot.web.desk;

import org.folkmoot.web.Page;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Staff take uses away for somebody who asked by phone, by letter or in person.
public record DeskLessPage(
    String title,
    @Nullable ErrorSummary errors,
    String listHref,
    String action,
    TextField code,
    Choices taken,
    Choices how,
    TextField witness)
    implements Page {

  @Override
  public String template() {
    return "desk/less.mustache";
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }
}
