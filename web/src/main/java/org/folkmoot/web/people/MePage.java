package org.folkmoot.web.people;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// How somebody who works here comes in: the browsers they are signed in with, where links go, what
/// is left of the recovery codes.
///
/// @param others ends every session but this one; null where there is no other
/// @param recovery null where no second factor is asked for
public record MePage(
    String title,
    @Nullable ErrorSummary errors,
    List<Row> sessions,
    @Nullable Button others,
    TextField email,
    Button save,
    @Nullable Recovery recovery)
    implements Page {
  public MePage {
    sessions = List.copyOf(sessions);
  }

  /// One browser.
  ///
  /// @param here said of the one that shows this page, else null
  public record Row(String browser, @Nullable String here, String used, Button end) {}

  /// @param left how many codes there are
  public record Recovery(String left, TextField code, Button renew) {}

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "people/me.mustache";
  }
}
