package org.folkmoot.web.forum;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.jspecify.annotations.Nullable;

/// A topic: what is asked, what people answered (checked, and as they allowed), and the form.
///
/// @param form null while the topic hears nobody; then `closed` says so
public record TopicPage(
    String title,
    String text,
    List<Post> posts,
    boolean hasPosts,
    @Nullable String olderHref,
    @Nullable String closed,
    @Nullable ErrorSummary errors,
    @Nullable PostForm form)
    implements Page {

  /// Something answered.
  public record Post(String words, String lang, String who, String date) {}

  /// The form to answer.
  public record PostForm(
      String action, String act, TextArea say, ClosingQuestions closing, Button button) {}

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "forum/topic.mustache";
  }
}
