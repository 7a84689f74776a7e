package org.folkmoot.web.initiative;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.jspecify.annotations.Nullable;

/// The five stages, what is to be done in each and what is hard, and how the initiative got where
/// it is.
///
/// @param move where an officer moves it on, else null
public record StagesPage(
    String title,
    String lang,
    Around around,
    List<Stage> stages,
    List<Moved> moves,
    @Nullable Link move)
    implements Page {
  public StagesPage {
    stages = List.copyOf(stages);
    moves = List.copyOf(moves);
  }

  /// One stage.
  ///
  /// @param here it is the one we are in
  /// @param shelfHref where an officer changes what is on its shelf, else null
  public record Stage(
      String anchor,
      String stageName,
      String what,
      boolean here,
      String done,
      List<ItemLine> tasks,
      List<ItemLine> issues,
      List<Story> stories,
      @Nullable String shelfHref) {
    public Stage {
      tasks = List.copyOf(tasks);
      issues = List.copyOf(issues);
      stories = List.copyOf(stories);
    }

    public boolean hasStories() {
      return !stories.isEmpty();
    }
  }

  /// A story whose teller lets everybody read it.
  public record Story(String storyTitle, String storyHref, String storyLang) {}

  public record Moved(String movedOn, String moved, String movedWhy) {}

  public boolean hasMoves() {
    return !moves.isEmpty();
  }

  @Override
  public String template() {
    return "initiative/stages.mustache";
  }
}
