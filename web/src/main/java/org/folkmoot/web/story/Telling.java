package org.folkmoot.web.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One story as it stands on a page, below its heading; drawn by `story/telling.mustache`.
///
/// @param lang BCP 47 language of the words
/// @param by by whom, as far as the teller allowed
/// @param when the day it was told, and `whenIso` the same for machines
/// @param mind what may be hard in it, said before it is opened; null if the teller said nothing
/// @param unseen said where a recording is not shown, only its words; else null
public record Telling(
    String lang,
    List<String> paragraphs,
    String by,
    String when,
    String whenIso,
    @Nullable String mind,
    @Nullable Picture picture,
    @Nullable Player sound,
    @Nullable Player video,
    @Nullable Transcript transcript,
    @Nullable String unseen) {
  public Telling {
    paragraphs = List.copyOf(paragraphs);
  }

  /// @param alt what is in it
  /// @param caption the same for everybody to see; null where nobody has described it
  public record Picture(String src, String alt, @Nullable String caption) {}

  /// @param type content type of the recording
  /// @param track its captions; null if it has none
  public record Player(String src, String type, String playerLabel, @Nullable Track track) {
    public Player(String src, String type, String playerLabel) {
      this(src, type, playerLabel, null);
    }
  }

  /// Captions as WebVTT.
  ///
  /// @param trackLang BCP 47 language they are in
  public record Track(String trackSrc, String trackLang, String trackLabel) {}

  /// What is said in a recording.
  ///
  /// @param from who wrote it down and whether it was checked
  public record Transcript(List<String> lines, String from) {
    public Transcript {
      lines = List.copyOf(lines);
    }
  }
}
