package org.folkmoot.web.record;

import org.folkmoot.web.Page;
import org.folkmoot.web.part.TextArea;

/// Asking that somebody else looks again at what is not shown.
///
/// @param why why it is not shown
public record SecondLookPage(
    String title,
    String code,
    String why,
    String action,
    String key,
    TextArea wish,
    String backHref)
    implements Page {

  @Override
  public String template() {
    return "record/second-look.mustache";
  }
}
