package org.folkmoot.web.story;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Checkbox;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.jspecify.annotations.Nullable;

/// One story as staff see it, to listen to and write down.
///
/// @param itemHref where it is checked and grouped; null for whoever does not do that
/// @param originals the files as they arrived, to download
/// @param others null where the story has no file in which anybody is to be seen or heard
/// @param transcript field for what is said or shown; null where the story has no file for it
public record DeskStoryPage(
    String title,
    Telling telling,
    List<Fact> facts,
    List<Link> originals,
    @Nullable String itemHref,
    String listHref,
    String action,
    @Nullable ErrorSummary summary,
    @Nullable TextArea transcript,
    @Nullable Checkbox checked,
    @Nullable NoteOthers others)
    implements Page {
  public DeskStoryPage {
    facts = List.copyOf(facts);
    originals = List.copyOf(originals);
  }

  /// Noting what the other people in the file say.
  ///
  /// @param state what is known of it now, in a sentence
  public record NoteOthers(String state, String action, OthersQuestion question) {}

  public record Fact(String name, String value) {}

  public boolean hasOriginals() {
    return !originals.isEmpty();
  }

  @Override
  public boolean hasErrors() {
    return summary != null;
  }

  @Override
  public String template() {
    return "story/desk-story.mustache";
  }
}
