package org.folkmoot.web.forum;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Where an officer sets up sessions and topics.
public record ForumDeskPage(
    String title,
    @Nullable ErrorSummary errors,
    List<ForumPage.Row> sessions,
    boolean hasSessions,
    String planAction,
    TextField name,
    TextArea about,
    TextField starts,
    Button plan,
    List<TopicRow> topics,
    boolean hasTopics,
    String topicAction,
    TextField topicName,
    TextArea topicText,
    Button addTopic,
    String backHref)
    implements Page {

  /// A topic with the button that opens or closes it.
  public record TopicRow(String name, String href, String state, String action, Button button) {}

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "forum/desk.mustache";
  }
}
