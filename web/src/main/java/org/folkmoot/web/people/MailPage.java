package org.folkmoot.web.people;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// Letters that have not left, for whoever hands them over.
///
/// @param nothing said where there are none, else null
public record MailPage(String title, String lead, List<Row> rows, @Nullable EmptyState nothing)
    implements Page {
  public MailPage {
    rows = List.copyOf(rows);
  }

  /// One letter.
  ///
  /// @param said its lines
  public record Row(
      String subject,
      String to,
      String state,
      List<String> said,
      String handedOverAction,
      Button handedOver) {
    public Row {
      said = List.copyOf(said);
    }
  }

  @Override
  public String template() {
    return "people/mail.mustache";
  }
}
