package org.folkmoot.web.forum;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// A session as its host sees it: what waits, what was said, whose turn it is, polls. While it is
/// open in a browser, what people say is shown at once.
///
/// @param base address all forms post below
public record HostPage(
    String title,
    String state,
    boolean stays,
    @Nullable String stayHref,
    String reloadHref,
    String socket,
    long after,
    String base,
    String publicHref,
    String joinLine,
    List<Button> moves,
    List<Waiting> waiting,
    boolean hasWaiting,
    List<Said> said,
    boolean hasSaid,
    List<Hand> hands,
    boolean hasHands,
    List<PollRow> polls,
    boolean hasPolls,
    TextField agenda,
    TextField caption,
    TextField pollAsks,
    TextArea pollOptions,
    String backHref)
    implements Page {

  /// Something that waits for the host.
  public record Waiting(String id, String words, String lang, String at) {}

  /// Something everybody has.
  public record Said(String id, String who, String words, String lang, String at, boolean gone) {}

  /// A hand that is up.
  public record Hand(String who, String turns) {}

  /// A poll with the button that moves it on, if it can.
  public record PollRow(
      String id, String asks, String state, String votes, @Nullable Button move) {}

  @Override
  public String template() {
    return "forum/host.mustache";
  }
}
