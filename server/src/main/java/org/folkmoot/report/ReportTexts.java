package org.folkmoot.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the officer wrote around the figures, and which snapshot the public sees.
///
/// @param findings a sentence for each theme, by its id
/// @param disagreement where people disagree most, in the officer's words; empty to let the votes
///   say it
/// @param limits what the report cannot tell; it is not published without
/// @param method how it was done, paragraphs parted by an empty line
/// @param published id of the snapshot the public reads; empty while it reads none
public record ReportTexts(
    String consultation,
    Map<String, String> findings,
    String disagreement,
    String notHeard,
    String limits,
    String method,
    List<Quote> quotes,
    String published) {

  public static final int MAX_TEXT = 4_000;

  public ReportTexts {
    findings = Map.copyOf(findings);
    quotes = List.copyOf(quotes);
  }

  /// Words of one contribution, chosen to be quoted. Whether they may be is asked again whenever
  /// they are shown.
  ///
  /// @param excerpt words as they stand in the contribution, cuts marked `[…]`
  public record Quote(String contribution, Stance stance, String excerpt) {}

  public enum Stance {
    FOR,
    AGAINST,
    OTHER;

    public String wordKey() {
      return "report.stance." + name().toLowerCase(Locale.ROOT);
    }
  }

  static ReportTexts empty(String consultation) {
    return new ReportTexts(consultation, Map.of(), "", "", "", "", List.of(), "");
  }
}
