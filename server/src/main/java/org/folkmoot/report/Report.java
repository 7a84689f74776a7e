package org.folkmoot.report;

import java.util.List;
import java.util.Optional;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.desk.Theme;
import org.folkmoot.record.Voice;
import org.folkmoot.report.SnapshotService.Told;

/// A report as one reader may have it.
///
/// @param isPublic false while only staff and councillors see this one
public record Report(
    Consultation asked,
    Snapshot snapshot,
    ReportTexts texts,
    List<Told> figures,
    List<Theme> themes,
    List<Quoted> quotes,
    boolean isPublic) {

  public Report {
    figures = List.copyOf(figures);
    themes = List.copyOf(themes);
    quotes = List.copyOf(quotes);
  }

  /// A quote that may be shown now, with whose it is.
  public record Quoted(ReportTexts.Quote quote, Voice voice) {}

  public Optional<Told> figure(String id) {
    return figures.stream().filter(told -> told.figure().id().equals(id)).findFirst();
  }
}
