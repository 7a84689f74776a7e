package org.folkmoot.sms.voice;

import java.time.Duration;
import java.util.List;

/// What a caller hears, and what is waited for then.
public record Prompt(List<Line> said, Next next) {

  public Prompt {
    said = List.copyOf(said);
  }

  /// What is waited for.
  public sealed interface Next {

    /// One key. Pressing it ends what is being said.
    record Key(Duration patience) implements Next {}

    /// Several digits, ended by the hash key.
    record Digits(int most, Duration patience) implements Next {}

    /// Words, after a tone, ended by the hash key, by [CallEngine#PERSON] or by hanging up.
    record Words(Duration longest) implements Next {}

    record HangUp() implements Next {}
  }
}
