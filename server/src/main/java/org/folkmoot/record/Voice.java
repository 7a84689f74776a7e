package org.folkmoot.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A contribution as one reader may see it: made only by [RecordService], so holding one means
/// having been allowed to. Never holds contact details, participant or device.
///
/// @param receipt only for staff; empty for others
/// @param quoteAs the name to quote under, or empty
public record Voice(
    String id,
    String receipt,
    String consultation,
    Channel channel,
    CaptureKind captureKind,
    Voices voices,
    Source source,
    String title,
    String text,
    String language,
    List<QuestionAnswer> answers,
    List<Media> media,
    String contentNote,
    String place,
    boolean under18,
    Instant receivedAt,
    Consent.Scopes scopes,
    String quoteAs,
    Status status,
    String reason,
    List<Contribution.DerivedText> derived,
    Map<String, Integer> marks,
    List<String> themes,
    long seq,
    long version) {

  /// What others read in place of the original, where parts were left out of it or its contributor
  /// has written it anew.
  public Optional<Contribution.DerivedText> inPlace() {
    return Contribution.inPlace(derived);
  }

  /// Whether its contributor has written it anew and nobody has looked at that yet.
  public boolean isNewlyWritten() {
    return status == Status.RECEIVED
        && inPlace().filter(t -> t.kind().equals(Contribution.CORRECTION)).isPresent();
  }

  /// Whether somebody said it on the telephone and nobody has written it down yet, for staff, who
  /// see what was made from it.
  public boolean isUnheard() {
    return Contribution.isUnheard(channel, captureKind, text, derived);
  }

  /// The words as others read them.
  public String words() {
    return inPlace().map(Contribution.DerivedText::text).orElse(text);
  }
}
