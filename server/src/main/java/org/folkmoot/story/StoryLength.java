package org.folkmoot.story;

import java.util.List;
import org.folkmoot.media.MediaKind;
import org.folkmoot.record.CaptureKind;
import org.folkmoot.record.Contribution.DerivedText;
import org.folkmoot.record.Media;
import org.folkmoot.record.Voice;

/// About how long a story takes whoever reads its words and listens to its recording. An estimate
/// from the number of words, and said as one.
///
/// Grown people read 238 words of English a minute in silence (M. Brysbaert, How many words do we
/// read per minute?, Journal of Memory and Language 109, 2019); 200 leaves room for those who are
/// slower. People speak about 150 words a minute, so a recording is as long as what is said in it.
///
/// @param read seconds for its words
/// @param hear seconds for its recording; 0 where there is none, or where nobody has written down
///   what is said in it
/// @param isKnown false where a recording comes without any words to measure it by
record StoryLength(int read, int hear, boolean isKnown) {

  private static final int READ_A_MINUTE = 200;
  private static final int SPOKEN_A_MINUTE = 150;

  static StoryLength of(Voice story) {
    int read = seconds(StoryViews.text(story), READ_A_MINUTE);
    if (!isHeard(story)) {
      return new StoryLength(read, 0, true);
    }
    int hear = seconds(said(story), SPOKEN_A_MINUTE);
    return new StoryLength(read, hear, hear > 0);
  }

  /// All of them one after the other.
  static StoryLength of(List<Voice> stories) {
    int read = 0;
    int hear = 0;
    boolean known = true;
    for (Voice story : stories) {
      StoryLength one = of(story);
      read += one.read;
      hear += one.hear;
      known &= one.isKnown;
    }
    return new StoryLength(read, hear, known);
  }

  /// Whether there is a recording to listen to.
  static boolean isHeard(Voice story) {
    return switch (StoryViews.kind(story)) {
      case SOUND, VIDEO -> true;
      case PICTURE, DOCUMENT, CAPTIONS -> false;
    };
  }

  int seconds() {
    return read + hear;
  }

  /// A minute that has begun is one.
  static int minutes(int seconds) {
    return (seconds + 59) / 60;
  }

  private static String said(Voice story) {
    if (story.captureKind() != CaptureKind.SELF_RECORDED) {
      return "";
    }
    return StoryViews.derived(story, StoryService.TRANSCRIPT)
        .map(DerivedText::text)
        .orElseGet(() -> description(story));
  }

  private static String description(Voice story) {
    return story.media().stream()
        .filter(file ->
            file.kind().equals(MediaKind.SOUND.name())
                || file.kind().equals(MediaKind.VIDEO.name()))
        .findFirst()
        .map(Media::description)
        .orElse("");
  }

  private static int seconds(String text, int wordsAMinute) {
    String stripped = text.strip();
    int words = stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
    return (words * 60 + wordsAMinute - 1) / wordsAMinute;
  }
}
