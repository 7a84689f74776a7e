package org.folkmoot.web.story;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// Stories before the decision: how many and how long on the first screen, the way to the report,
/// then every story that may be read by those who decide, each opening in its place.
///
/// @param summary how many stories and about how many minutes; null where there is none
/// @param choices all of them or those for ten minutes; empty where there is nothing to choose
/// @param choiceNote how those for ten minutes were chosen; null while all are shown
/// @param leftOut the stories that did not fit, in the list of all
/// @param progress "5 of 12 read"
/// @param readNow how many are read, and `readMost` of how many, for the bar
/// @param allRead said when the last one has just been ticked; else null
/// @param intro how many were told and how many of them stand here
/// @param absent sentences on how many are not here, and why
/// @param action where a tick goes, with the choice in it
public record ReadPage(
    String title,
    @Nullable String summary,
    Report report,
    List<Link> choices,
    @Nullable String choiceNote,
    List<Link> leftOut,
    String progress,
    int readNow,
    int readMost,
    @Nullable String allRead,
    List<Entry> entries,
    String intro,
    List<String> absent,
    @Nullable EmptyState nothing,
    String action)
    implements Page {
  public ReadPage {
    choices = List.copyOf(choices);
    leftOut = List.copyOf(leftOut);
    absent = List.copyOf(absent);
    entries = List.copyOf(entries);
  }

  public boolean hasLeftOut() {
    return !leftOut.isEmpty();
  }

  /// The way to the report.
  ///
  /// @param holds what stands in it
  public record Report(String label, String href, String holds) {}

  /// One story.
  ///
  /// @param id of the story
  /// @param anchor id of its place on the page
  /// @param what its kind and about how long it takes
  /// @param mind what may be hard in it, said before it is opened; null if the teller said nothing
  /// @param isOpen whether it stands open from the start
  /// @param noted said right above it when the one before has just been ticked; else null
  /// @param tick the label of its button, with the name of the story
  public record Entry(
      String id,
      String anchor,
      String heading,
      String what,
      @Nullable String mind,
      boolean isRead,
      boolean isOpen,
      @Nullable String noted,
      String tick,
      Telling telling) {}

  public boolean hasEntries() {
    return !entries.isEmpty();
  }

  public boolean hasChoices() {
    return !choices.isEmpty();
  }

  public boolean hasAbsent() {
    return !absent.isEmpty();
  }

  @Override
  public String template() {
    return "story/read.mustache";
  }
}
