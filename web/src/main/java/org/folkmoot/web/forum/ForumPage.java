package org.folkmoot.web.forum;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// Live sessions and topics of one consultation.
///
/// @param closed said when nobody is heard by this way now; null while it is open
public record ForumPage(
    String title,
    @Nullable String closed,
    List<Row> sessions,
    boolean hasSessions,
    List<Row> topics,
    boolean hasTopics,
    @Nullable EmptyState nothing)
    implements Page {

  public ForumPage(
      String title,
      @Nullable String closed,
      List<Row> sessions,
      List<Row> topics,
      @Nullable EmptyState nothing) {
    this(title, closed, sessions, !sessions.isEmpty(), topics, !topics.isEmpty(), nothing);
  }

  /// A session or a topic.
  ///
  /// @param live it is on now
  /// @param what when it is, or what it is about
  public record Row(String name, String href, String what, String state, boolean live) {}

  @Override
  public String template() {
    return "forum/forum.mustache";
  }
}
