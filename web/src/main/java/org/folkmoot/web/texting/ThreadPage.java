package org.folkmoot.web.texting;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.jspecify.annotations.Nullable;

/// One conversation by text and what each text became, and where an officer answers.
///
/// @param facts where it stands, in which language, when it was heard last
/// @param waits said where it waits for a person; empty where it does not
/// @param underWay what was answered and is not in the record yet
/// @param reply the form, for those who may answer and where an answer can go; else none
/// @param cannot why no answer can go; empty where one can
public record ThreadPage(
    String title,
    @Nullable ErrorSummary errors,
    String threadsHref,
    List<String> facts,
    String waits,
    String closeAction,
    String backAction,
    List<Said> underWay,
    List<Line> lines,
    List<Reply> reply,
    String cannot)
    implements Page {

  public ThreadPage {
    facts = List.copyOf(facts);
    underWay = List.copyOf(underWay);
    lines = List.copyOf(lines);
    reply = List.copyOf(reply);
  }

  /// Words somebody wrote, and in answer to what.
  public record Said(String what, String words) {}

  /// One text, or one silence.
  ///
  /// @param ours written here or by the questions
  /// @param became what became of it
  /// @param words that the reader may read, empty for none, in `lang`
  /// @param href where the record has it; empty for nowhere
  /// @param replies what went back at once
  public record Line(
      String when,
      String who,
      boolean ours,
      String became,
      String words,
      String lang,
      String href,
      List<String> replies) {
    public Line {
      replies = List.copyOf(replies);
    }

    public boolean hasWords() {
      return !words.isEmpty();
    }

    public boolean hasHref() {
      return !href.isEmpty();
    }

    public boolean hasReplies() {
      return !replies.isEmpty();
    }
  }

  /// The form for an answer.
  ///
  /// @param when whether it goes at once
  /// @param size how many texts what was typed is; empty before it was counted
  /// @param once names this form, so that it is sent once
  public record Reply(String action, TextArea words, String when, String size, String once) {
    public boolean hasSize() {
      return !size.isEmpty();
    }
  }

  public boolean hasWaits() {
    return !waits.isEmpty();
  }

  /// Whether it can be closed.
  public boolean canClose() {
    return !closeAction.isEmpty();
  }

  /// Whether it can be given back to the questions.
  public boolean canGoOn() {
    return !backAction.isEmpty();
  }

  public boolean hasUnderWay() {
    return !underWay.isEmpty();
  }

  public boolean hasLines() {
    return !lines.isEmpty();
  }

  public boolean hasCannot() {
    return !cannot.isEmpty();
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "texting/thread.mustache";
  }
}
