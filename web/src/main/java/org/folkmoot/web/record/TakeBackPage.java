package org.folkmoot.web.record;

import java.util.List;
import org.folkmoot.web.Page;

/// Are you sure: what goes, what stays, what cannot be undone.
public record TakeBackPage(
    String title,
    String code,
    List<String> goes,
    List<String> stays,
    String action,
    String key,
    String backHref)
    implements Page {

  public TakeBackPage {
    goes = List.copyOf(goes);
    stays = List.copyOf(stays);
  }

  @Override
  public String template() {
    return "record/take-back.mustache";
  }
}
