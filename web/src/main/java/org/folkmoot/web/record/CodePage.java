package org.folkmoot.web.record;

import org.folkmoot.web.Page;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Type your code here.
public record CodePage(String title, TextField code, @Nullable ErrorSummary errors)
    implements Page {

  @Override
  public String template() {
    return "record/code.mustache";
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }
}
