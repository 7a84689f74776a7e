package org.folkmoot.web.problem;

import java.util.List;
import org.folkmoot.web.Page;

/// A form that was open too long: everything that was written is kept and can be sent again.
///
/// @param action where it goes
public record SendAgainPage(String title, String action, List<Field> fields) implements Page {
  public SendAgainPage {
    fields = List.copyOf(fields);
  }

  /// One value that was sent.
  public record Field(String fieldName, String fieldValue) {}

  @Override
  public String template() {
    return "problem/send-again.mustache";
  }
}
