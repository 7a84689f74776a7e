package org.folkmoot.web.desk;

import org.folkmoot.web.Page;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Take something back for somebody who asks, by its code.
public record DeskTakeBackPage(
    String title,
    @Nullable ErrorSummary errors,
    String listHref,
    String action,
    TextField code,
    TextField reason)
    implements Page {

  @Override
  public String template() {
    return "desk/take-back.mustache";
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }
}
