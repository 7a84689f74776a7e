package org.folkmoot.web.report;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.Select;
import org.folkmoot.web.part.TextArea;
import org.jspecify.annotations.Nullable;

/// The officer's desk for the report: freeze, write around the figures, choose quotes, publish.
///
/// @param errors what stands in the way, or null
/// @param state what is frozen and what is public
/// @param act makes sending a form twice one act
public record EditReportPage(
    String title,
    @Nullable ErrorSummary errors,
    List<String> state,
    String act,
    boolean frozen,
    @Nullable String readHref,
    String freezeAction,
    String publishAction,
    String saveAction,
    List<FindingField> findings,
    List<TextArea> texts,
    List<QuoteRow> quotes,
    String quoteAction,
    String dropAction,
    @Nullable Select stance,
    List<Quotable> quotable)
    implements Page {

  public EditReportPage {
    state = List.copyOf(state);
    findings = List.copyOf(findings);
    texts = List.copyOf(texts);
    quotes = List.copyOf(quotes);
    quotable = List.copyOf(quotable);
  }

  /// One theme with its figures and the officer's sentence beside them.
  public record FindingField(List<Count> findingCounts, TextArea sentence) {
    public FindingField {
      findingCounts = List.copyOf(findingCounts);
    }
  }

  /// A quote that was chosen.
  public record QuoteRow(String quoteId, String stanceName, String excerpt, String saidBy) {}

  /// Something said that may be quoted.
  public record Quotable(String voiceId, String words, String lang, String saidBy) {}

  public boolean hasFindings() {
    return !findings.isEmpty();
  }

  public boolean hasQuotes() {
    return !quotes.isEmpty();
  }

  public boolean hasQuotable() {
    return !quotable.isEmpty();
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "report/edit-report.mustache";
  }
}
