package org.folkmoot.web.record;

import org.folkmoot.web.Page;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Find what you said without a code: ask for a link or a code, then type the code.
///
/// @param form null once a letter is on its way
public record FindPage(String title, String lead, String againHref, @Nullable Form form)
    implements Page {

  /// @param request what the code belongs to; empty while nothing was sent
  /// @param errors null if nothing is wrong
  public record Form(
      String action,
      String request,
      TextField field,
      String button,
      @Nullable ErrorSummary errors) {}

  /// A letter is on its way.
  public FindPage(String title, String lead, String againHref) {
    this(title, lead, againHref, null);
  }

  public boolean canAskAgain() {
    return form == null || !form.request().isEmpty();
  }

  @Override
  public String template() {
    return "record/find.mustache";
  }

  @Override
  public boolean hasErrors() {
    return form != null && form.errors() != null;
  }
}
