package org.folkmoot.web.texting;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.TextArea;
import org.jspecify.annotations.Nullable;

/// One voice followed on one screen: the phone, the record and the report's figure.
///
/// @param next what to do now, in a sentence
/// @param tries texts that can be sent with one press
/// @param forget the text that takes the newest words back; empty where there are none. It stands
///   last and apart, so that what goes with it moves nothing else under a finger
/// @param waiting said in the record while nothing of this phone is kept; empty otherwise
/// @param kept what this phone sent, newest first
/// @param counted the figure; null while there is none large enough, then `tooFew` says so
public record OneVoicePage(
    String title,
    String lead,
    String next,
    PhoneScreen screen,
    TextArea write,
    List<String> tries,
    String forget,
    String waiting,
    List<Kept> kept,
    @Nullable Counted counted,
    String tooFew)
    implements Page {
  public OneVoicePage {
    tries = List.copyOf(tries);
    kept = List.copyOf(kept);
  }

  /// One text as it stands in the record.
  ///
  /// @param gone taken back: the code stays, the words are erased
  /// @param state what that means for who reads it
  public record Kept(
      String code,
      String href,
      String arrived,
      String said,
      String lang,
      boolean gone,
      String state) {}

  /// The figure, and what this phone's words have to do with it.
  public record Counted(String number, String unit, String note, String figureHref) {}

  public boolean hasTries() {
    return !tries.isEmpty();
  }

  public boolean canForget() {
    return !forget.isEmpty();
  }

  public boolean isWaiting() {
    return !waiting.isEmpty();
  }

  @Override
  public String template() {
    return "texting/one-voice.mustache";
  }
}
