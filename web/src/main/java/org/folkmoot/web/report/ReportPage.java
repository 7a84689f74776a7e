package org.folkmoot.web.report;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Drawing;
import org.jspecify.annotations.Nullable;

/// The report those who decide read first. Its first screen and first printed side hold the whole
/// of it in short; the tables follow.
///
/// @param lang of what the council itself wrote
/// @param asOf which day's record it tells of
/// @param draft said to staff and councillors while the public does not see it yet
/// @param editHref where an officer changes its words; null for everyone else
/// @param decides who decides and when
/// @param totals people, things said and marks, each by itself
/// @param disagreement where people disagree most, or null
/// @param stories how many stories were told; null if none
/// @param changed what was taken back since, or null
/// @param recommendations what enough jurors support, and `proposals` what fewer did
/// @param stood as of when the record is told, in a few words
/// @param fingerprint of all figures, as they stood and as they stand now
public record ReportPage(
    String title,
    String lang,
    String asOf,
    @Nullable String draft,
    @Nullable String editHref,
    String promise,
    @Nullable String canChange,
    @Nullable String fixed,
    String decides,
    List<Count> totals,
    List<Finding> findings,
    List<Quote> quotes,
    @Nullable Disagreement disagreement,
    List<String> notHeard,
    List<String> limits,
    List<Recommendation> recommendations,
    List<Recommendation> proposals,
    String stood,
    List<Side> sides,
    List<ThemeRow> themes,
    List<MarkTable> markTables,
    List<ChoiceTable> choiceTables,
    @Nullable Stories stories,
    List<String> method,
    @Nullable String changed,
    String fingerprint,
    @Nullable String decisionHref)
    implements Page {

  public ReportPage {
    totals = List.copyOf(totals);
    findings = List.copyOf(findings);
    quotes = List.copyOf(quotes);
    notHeard = List.copyOf(notHeard);
    limits = List.copyOf(limits);
    recommendations = List.copyOf(recommendations);
    proposals = List.copyOf(proposals);
    sides = List.copyOf(sides);
    themes = List.copyOf(themes);
    markTables = List.copyOf(markTables);
    choiceTables = List.copyOf(choiceTables);
    method = List.copyOf(method);
  }

  /// One theme in a sentence, with how many stand behind it.
  public record Finding(String sentence, List<Count> findingCounts) {
    public Finding {
      findingCounts = List.copyOf(findingCounts);
    }
  }

  /// Words that their speaker lets us quote.
  ///
  /// @param stance "For" or "Against"
  public record Quote(String stance, String excerpt, String lang, String saidBy) {}

  /// @param words the sentence, and `disagreementCounts` the votes on each side
  public record Disagreement(String words, List<Count> disagreementCounts) {
    public Disagreement {
      disagreementCounts = List.copyOf(disagreementCounts);
    }
  }

  public record Recommendation(String recommended, String support) {}

  /// Digital-first, face-to-face or other, with its doors. An empty cell has no count.
  public record Side(String sideName, Cells sideCells, List<DoorRow> doors) {
    public Side {
      doors = List.copyOf(doors);
    }
  }

  public record DoorRow(Drawing drawing, String door, Cells doorCells) {}

  /// One column for each unit; null where nothing was counted.
  public record Cells(@Nullable Count people, @Nullable Count items, @Nullable Count marks) {}

  public record ThemeRow(String theme, @Nullable String definition, Cells themeCells) {}

  /// Votes, dots or a poll: every number in it is marks.
  ///
  /// @param options heads of the columns
  public record MarkTable(String caption, List<String> options, List<MarkRow> rows) {
    public MarkTable {
      options = List.copyOf(options);
      rows = List.copyOf(rows);
    }
  }

  public record MarkRow(String marked, List<MarkCell> cells) {
    public MarkRow {
      cells = List.copyOf(cells);
    }
  }

  public record MarkCell(@Nullable Count cell) {}

  /// A question with choices: every number in it is people.
  public record ChoiceTable(String prompt, List<ChoiceRow> choiceRows) {
    public ChoiceTable {
      choiceRows = List.copyOf(choiceRows);
    }
  }

  public record ChoiceRow(String choice, Count chosenBy) {}

  public record Stories(Count storyCount, String storiesHref) {}

  public boolean hasFindings() {
    return !findings.isEmpty();
  }

  public boolean hasQuotes() {
    return !quotes.isEmpty();
  }

  public boolean hasNotHeard() {
    return !notHeard.isEmpty();
  }

  public boolean hasRecommendations() {
    return !recommendations.isEmpty();
  }

  public boolean hasProposals() {
    return !proposals.isEmpty();
  }

  public boolean hasThemes() {
    return !themes.isEmpty();
  }

  @Override
  public String template() {
    return "report/report.mustache";
  }
}
