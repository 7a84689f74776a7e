package org.folkmoot.web.people;

import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Where somebody who works here comes in: by an invitation, by a key made on the server, or as one
/// of the people of the demo.
///
/// @param field what is asked for: a name, a key or a word; null where one press is enough
public record EnterPage(
    String title,
    String lead,
    @Nullable ErrorSummary errors,
    @Nullable TextField field,
    String action,
    Button enter)
    implements Page {

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "people/enter.mustache";
  }
}
