package org.folkmoot.web.desk;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.Pagination;
import org.folkmoot.web.part.Select;
import org.folkmoot.web.part.TextField;
import org.folkmoot.web.record.KeptField;
import org.folkmoot.web.record.Narrowing;
import org.folkmoot.web.record.VoiceItem;
import org.jspecify.annotations.Nullable;

/// Everything that was said, in one list, with what can be done to the ticked rows.
///
/// Names of the fields of the acts: `pick` (ticked ids), `shown` (all ids and versions), `check`
/// (one id), `do` = `check` | `decline` | `hold` | `group`, `themes`, `new-theme`, `reason`,
/// `reason-own`, `back`.
///
/// @param kept what else the list is narrowed down by
/// @param status kept when the filters change, or null
/// @param action this very list, where acts are sent and come back to
public record DeskRecordPage(
    String title,
    @Nullable ErrorSummary errors,
    List<Tab> tabs,
    String takenBack,
    String path,
    @Nullable String status,
    Select door,
    Select theme,
    List<KeptField> kept,
    TextField search,
    Narrowing narrowing,
    @Nullable String clearHref,
    String action,
    List<Row> rows,
    @Nullable Choices themes,
    TextField newTheme,
    Select reason,
    TextField reasonOwn,
    @Nullable EmptyState nothing,
    @Nullable Pagination pages,
    String themesHref,
    @Nullable String takeBackHref)
    implements Page {

  public DeskRecordPage {
    tabs = List.copyOf(tabs);
    kept = List.copyOf(kept);
    rows = List.copyOf(rows);
  }

  /// A state and how many are in it.
  public record Tab(String label, String count, String href, boolean current) {}

  /// One contribution.
  ///
  /// @param shown its id and version
  /// @param facts how it may be used, area, under 18
  public record Row(
      String id,
      String shown,
      VoiceItem voice,
      String href,
      String code,
      String state,
      boolean good,
      boolean refused,
      boolean checkable,
      boolean picked,
      @Nullable String reasonGiven,
      List<String> facts) {
    public Row {
      facts = List.copyOf(facts);
    }
  }

  public boolean hasRows() {
    return !rows.isEmpty();
  }

  @Override
  public String template() {
    return "desk/record.mustache";
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }
}
