package org.folkmoot.texting;

import java.time.Instant;
import java.util.Map;

/// One text to many who agreed, written by an officer.
///
/// @param id consultation and when it was written
/// @param audience what they agreed to: [Purpose#DECISION] or [Purpose#NEWS]
/// @param texts by language, as the officer wrote them
/// @param people how many would get it when it was written, by language of theirs
/// @param stopped how many of those who agreed said STOP meanwhile
/// @param silent how many have been silent for twelve months and do not get it
record News(
    String id,
    String consultation,
    Purpose audience,
    Map<String, String> texts,
    Map<String, Integer> people,
    int stopped,
    int silent,
    String by,
    Instant at,
    State state) {

  enum State {
    DRAFT,
    /// The officer has sent it; its texts are being written into the outbox.
    GOING,
    /// All its texts are in the outbox.
    WRITTEN
  }

  News {
    texts = Map.copyOf(texts);
    people = Map.copyOf(people);
  }

  int count() {
    return people.values().stream().mapToInt(Integer::intValue).sum();
  }
}
