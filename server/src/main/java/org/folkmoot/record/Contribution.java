package org.folkmoot.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One voice in the record, whole. Only this room and its hooks see it so; everybody else gets a
/// [Voice], which holds what they may read.
///
/// @param seq place in the consultation's ledger; 0 while it is not yet in it, and then nobody sees
///   it
/// @param text the original, never edited; empty once taken back
/// @param place what the person said of where they live, as a band; never an address
/// @param participant pseudonym, the same for one person's device within one consultation; may be
///   empty
/// @param contact reference into the contact vault; empty if none was left
/// @param enteredBy staff who typed it in; empty if the person did
/// @param derived translation, transcript, checked text: each with who made it
/// @param marks ticks, dots and votes by what they stand under, for example `statement:s1:agree`
/// @param themes ids of the themes it is grouped under
/// @param reason why it was declined; empty otherwise
/// @param version grows by one with every change
public record Contribution(
    String id,
    ReceiptCode receipt,
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
    String participant,
    String contact,
    Tell tell,
    String enteredBy,
    Instant heardAt,
    Instant receivedAt,
    Consent consent,
    Status status,
    String reason,
    List<DerivedText> derived,
    Map<String, Integer> marks,
    List<String> themes,
    long seq,
    long version) {

  public Contribution {
    answers = List.copyOf(answers);
    media = List.copyOf(media);
    derived = List.copyOf(derived);
    marks = Map.copyOf(marks);
    themes = List.copyOf(themes);
  }

  /// How the contributor wants to learn what was decided.
  public enum Tell {
    PHONE,
    EMAIL,
    CODE
  }

  /// A text made from the original.
  ///
  /// @param kind `TRANSLATION`, `TRANSCRIPT`, `REDACTION`, or `CORRECTION`: the contributor's own
  ///   new wording
  /// @param by who made it, and `checkedBy` who read it against the original; empty if nobody has
  public record DerivedText(
      String kind, String language, String text, String by, String checkedBy) {

    /// Whether it stands for the original wherever others read it. For them a new wording without
    /// text marks that it does so already.
    boolean isInPlace() {
      return !text.isEmpty() && (kind.equals(REDACTION) || kind.equals(CORRECTION));
    }
  }

  static final String TRANSCRIPT = "TRANSCRIPT";
  static final String REDACTION = "REDACTION";
  static final String CORRECTION = "CORRECTION";

  /// The text that others read in place of the original, if there is one: the newest in which parts
  /// were left out or that its contributor wrote instead.
  static Optional<DerivedText> inPlace(List<DerivedText> derived) {
    return derived.stream().filter(DerivedText::isInPlace).reduce((_, last) -> last);
  }

  /// What its contributor says now: the newest wording of their own, or the first.
  public String wordsNow() {
    return derived.stream()
        .filter(text -> text.kind().equals(CORRECTION) && !text.text().isEmpty())
        .map(DerivedText::text)
        .reduce((_, last) -> last)
        .orElse(text);
  }

  /// Whether its contributor can write it anew: words of one person, which nobody has voted on and
  /// the safeguarding lead does not hold.
  public boolean isCorrectable() {
    return !status.isGone()
        && status != Status.HELD
        && !isMarksOnly()
        && voices instanceof Voices.One
        && channel != Channel.JURY
        && (channel != Channel.STATEMENT || status == Status.REFUSED);
  }

  /// True if anyone may read it: checked, allowed on the website (which is never wider than being
  /// quoted, see [Consent.Scopes]), and not by a young person.
  public boolean isPublic() {
    return status == Status.CLEARED && consent.scopes().published() && !under18;
  }

  /// True if it may be quoted to those who decide.
  public boolean isQuotable() {
    return status == Status.CLEARED && consent.scopes().quoted() && !under18;
  }

  /// True for what somebody said on the telephone while nobody has listened to it and written it
  /// down: no machine has looked for danger in it, so it is not checked before.
  public boolean isUnheard() {
    return isUnheard(channel, captureKind, text, derived);
  }

  static boolean isUnheard(
      Channel channel, CaptureKind captured, String text, List<DerivedText> derived) {
    return channel == Channel.PHONE
        && captured == CaptureKind.SELF_RECORDED
        && text.isEmpty()
        && derived.stream().noneMatch(t -> t.kind().equals(TRANSCRIPT));
  }

  /// True for ticks, dots and votes without words.
  public boolean isMarksOnly() {
    return captureKind == CaptureKind.TALLY;
  }

  /// The same, set apart for the safeguarding lead.
  Contribution held() {
    return with(Status.HELD, "", seq);
  }

  /// The same, known to be at this place of its ledger.
  Contribution at(long place) {
    return with(status, reason, place);
  }

  private Contribution with(Status status, String reason, long seq) {
    return new Contribution(
        id,
        receipt,
        consultation,
        channel,
        captureKind,
        voices,
        source,
        title,
        text,
        language,
        answers,
        media,
        contentNote,
        place,
        under18,
        participant,
        contact,
        tell,
        enteredBy,
        heardAt,
        receivedAt,
        consent,
        status,
        reason,
        derived,
        marks,
        themes,
        seq,
        version);
  }
}
