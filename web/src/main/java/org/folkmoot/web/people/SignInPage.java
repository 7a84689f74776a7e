package org.folkmoot.web.people;

import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Where staff ask for a link by e-mail.
///
/// @param note what else to know where the portal sends no mail; else null
public record SignInPage(
    String title,
    String lead,
    @Nullable String note,
    @Nullable ErrorSummary errors,
    TextField email,
    Button send,
    String keyHref)
    implements Page {

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "people/sign-in.mustache";
  }
}
