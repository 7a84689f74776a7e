package org.folkmoot.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.media.MediaKind;
import org.folkmoot.record.Voice;

/// A choice for somebody who has ten minutes: the first side of the report, and in the rest of the
/// time stories chosen by rule and not by what they say: one of each kind in turn, the one told
/// earliest first, as many as fit. A recording of unknown length is left out. It stays the same
/// while they are being read.
final class TenMinutes {

  static final int MINUTES = 10;

  /// For the first side of the report, some 500 words and figures.
  static final int FOR_REPORT = 3;

  private static final int SECONDS = (MINUTES - FOR_REPORT) * 60;

  private TenMinutes() {}

  /// What fits, in turn; everything, in the order given, if all stories are told in that time.
  ///
  /// @param told in the order they were told
  static List<Voice> of(List<Voice> told) {
    StoryLength all = StoryLength.of(told);
    if (all.isKnown() && all.seconds() <= MINUTES * 60) {
      return told;
    }
    Map<MediaKind, Deque<Voice>> kinds = new TreeMap<>();
    for (Voice story : told) {
      kinds.computeIfAbsent(StoryViews.kind(story), _ -> new ArrayDeque<>()).add(story);
    }
    List<Voice> chosen = new ArrayList<>();
    int left = SECONDS;
    while (!kinds.isEmpty()) {
      for (Deque<Voice> kind : kinds.values()) {
        Voice story = kind.removeFirst();
        StoryLength length = StoryLength.of(story);
        if (length.isKnown() && length.seconds() <= left) {
          chosen.add(story);
          left -= length.seconds();
        }
      }
      kinds.values().removeIf(Deque::isEmpty);
    }
    return chosen;
  }
}
