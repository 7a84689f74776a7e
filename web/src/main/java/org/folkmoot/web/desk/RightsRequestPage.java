package org.folkmoot.web.desk;

import java.util.List;
import org.folkmoot.web.Page;

/// One person's request: what is kept, what would become of it, who approved.
///
/// @param identity how it was made sure that it is them
public record RightsRequestPage(
    String title,
    String listHref,
    String opened,
    String identity,
    String standing,
    List<Row> rows,
    String contacts,
    List<String> approvals,
    String path,
    boolean approvable,
    boolean done)
    implements Page {

  public RightsRequestPage {
    rows = List.copyOf(rows);
    approvals = List.copyOf(approvals);
  }

  /// One thing they said, without its words.
  ///
  /// @param what what would become of it, or became
  public record Row(String code, String door, String date, String what) {}

  @Override
  public String template() {
    return "desk/rights-request.mustache";
  }
}
