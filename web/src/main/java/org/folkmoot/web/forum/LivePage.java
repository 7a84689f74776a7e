package org.folkmoot.web.forum;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.TextArea;
import org.jspecify.annotations.Nullable;

/// A live session as residents see it. Works as it stands; a script adds what happens next.
///
/// @param stays the page does not reload itself where no script does it
/// @param stayHref to the page that does not reload itself, or null if it does not anyway
/// @param follows there is something to follow: the session is not over
/// @param replay a session that is over, played back until somebody joins; or null
/// @param hostAway what is said waits until a host is back
/// @param joinHref to the questions before joining; null for who has joined or cannot
/// @param say the form to say something; null for who cannot
public record LivePage(
    String title,
    String question,
    String when,
    String state,
    boolean follows,
    boolean stays,
    @Nullable String stayHref,
    String reloadHref,
    Wire wire,
    @Nullable Replay replay,
    @Nullable String earlierHref,
    List<Message> messages,
    boolean quiet,
    String agenda,
    List<Caption> captions,
    boolean captioned,
    boolean hostAway,
    @Nullable String joinHref,
    @Nullable Say say,
    @Nullable Hand hand,
    @Nullable Ballot ballot,
    List<Result> results,
    List<Mine> mine,
    boolean hasMine)
    implements Page {

  public LivePage {
    messages = List.copyOf(messages);
    captions = List.copyOf(captions);
    results = List.copyOf(results);
    mine = List.copyOf(mine);
  }

  /// What the script needs: where to listen, from which number on, and the words it cannot know.
  /// `#` stands for a number.
  public record Wire(
      String socket,
      long after,
      String person,
      String gone,
      String lost,
      String back,
      String here) {}

  /// Something said, in the order it was said.
  ///
  /// @param gone it was taken away; then `text` says so
  public record Message(
      long seq, String who, String time, String iso, String text, String lang, boolean gone) {}

  /// A session that is over, played back line by line where a script does it, else to be read.
  ///
  /// @param evening its title in `eveningLang`, BCP 47, and `eveningHref` its own page
  public record Replay(
      String evening,
      String eveningLang,
      String eveningHref,
      String eveningWhen,
      List<Replayed> lines) {
    public Replay {
      lines = List.copyOf(lines);
    }
  }

  /// Something that happened in it.
  ///
  /// @param options of a poll, or how many chose each; mostly empty
  public record Replayed(
      long seq,
      String who,
      String time,
      String iso,
      String text,
      String lang,
      List<String> options) {
    public Replayed {
      options = List.copyOf(options);
    }

    public boolean hasOptions() {
      return !options.isEmpty();
    }
  }

  /// A line written along for those who cannot hear.
  public record Caption(String line) {}

  /// The form to say something.
  public record Say(String action, String act, TextArea words, String as) {}

  /// Raise or lower the hand.
  ///
  /// @param up what the button does: raise it
  public record Hand(String action, boolean up, String label, String waiting) {}

  /// The poll that is open.
  ///
  /// @param action where the vote goes; null for who has not joined
  public record Ballot(
      String poll,
      String asks,
      @Nullable String action,
      List<Option> options,
      String votes,
      @Nullable String voted) {
    public Ballot {
      options = List.copyOf(options);
    }
  }

  /// What can be chosen.
  public record Option(String id, String value, String label, boolean checked) {}

  /// How a closed poll came out.
  public record Result(String asked, List<Line> lines, String total) {
    public Result {
      lines = List.copyOf(lines);
    }
  }

  /// One option of a closed poll.
  ///
  /// @param of most votes of any option, for the length of the bar
  public record Line(String option, int votes, int of, String number) {}

  /// The code of something this person said here.
  public record Mine(String code, String href, String became) {}

  @Override
  public String template() {
    return "forum/live.mustache";
  }
}
