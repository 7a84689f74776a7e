package org.folkmoot.web.story;

import org.folkmoot.web.Page;
import org.jspecify.annotations.Nullable;

/// One story.
///
/// @param onlyYou said to staff where the public cannot see it; else null
public record StoryPage(String title, Telling telling, @Nullable String onlyYou, String backHref)
    implements Page {

  @Override
  public String template() {
    return "story/story.mustache";
  }
}
