package org.folkmoot.web.desk;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Checkbox;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Take something back for somebody who asks, by its code; and the wishes of the many that came at
/// once.
///
/// @param own known to be theirs
public record DeskTakeBackPage(
    String title,
    @Nullable ErrorSummary errors,
    String listHref,
    String action,
    TextField code,
    TextField reason,
    Checkbox own,
    List<Wish> wishes)
    implements Page {

  public DeskTakeBackPage {
    wishes = List.copyOf(wishes);
  }

  /// One that waits.
  public record Wish(String code, String door, String date, String action) {}

  public boolean hasWishes() {
    return !wishes.isEmpty();
  }

  @Override
  public String template() {
    return "desk/take-back.mustache";
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }
}
