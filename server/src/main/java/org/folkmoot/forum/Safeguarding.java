package org.folkmoot.forum;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.folkmoot.record.Added;
import org.folkmoot.record.CaptureKind;
import org.folkmoot.record.Channel;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Source;

/// Words that no contribution is made of (a name to show, a line of captions): where they may mean
/// danger they are kept for the safeguarding lead, and must go nowhere else. Thread-safe.
final class Safeguarding {

  private final RecordService record;

  Safeguarding(RecordService record) {
    this.record = record;
  }

  /// Keeps such words for the safeguarding lead if they may mean danger.
  ///
  /// @param from says in the contribution whose they are
  /// @return what was kept; empty if nothing worries in them
  Optional<Added> setApart(
      Session session, String words, String language, UnaryOperator<NewContribution> from) {
    return record.isWorrying(words)
        ? Optional.of(
            record.add(
                from.apply(
                    NewContribution.to(session.consultation(), Channel.LIVE_SESSION)
                        .text(words.strip(), language)
                        .source(Source.of(session.id())))))
        : Optional.empty();
  }

  /// True if a line of captions was kept apart: it says what somebody in the room said.
  boolean captionApart(Session session, String line, String language, String by) {
    return setApart(
            session,
            line,
            language,
            words -> words.capturedAs(CaptureKind.TRANSCRIPT).enteredBy(by))
        .isPresent();
  }
}
