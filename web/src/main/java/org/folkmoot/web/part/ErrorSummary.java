package org.folkmoot.web.part;

import java.util.List;

/// All that is wrong with a form, at its top, each linked to its field.
public record ErrorSummary(List<FieldError> errors) {
  public ErrorSummary {
    errors = List.copyOf(errors);
  }
}
