package org.folkmoot.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a door hands to the record: filled step by step, by one thread, then given to
/// [RecordService#add].
public final class NewContribution {

  /// Longest text of one contribution, in characters.
  public static final int MAX_TEXT = 20_000;

  final String consultation;
  final Channel channel;
  String act = "";
  CaptureKind captureKind = CaptureKind.SELF_TYPED;
  Voices voices = new Voices.One();
  Source source = Source.none();
  String title = "";
  String text = "";
  String language = "en";
  final List<QuestionAnswer> answers = new ArrayList<>();
  final List<Media> media = new ArrayList<>();
  String contentNote = "";
  String place = "";
  boolean under18;
  String participant = "";
  String contact = "";
  Contribution.Tell tell = Contribution.Tell.CODE;
  String enteredBy = "";
  @Nullable Instant heardAt;
  Consent consent = Consent.countedOnly(Consent.Given.SCREEN, "en");
  final Map<String, Integer> marks = new LinkedHashMap<>();
  Optional<ReceiptCode> receipt = Optional.empty();
  Equality equality = Equality.none();
  boolean checked;

  private NewContribution(String consultation, Channel channel) {
    this.consultation = consultation;
    this.channel = channel;
  }

  public static NewContribution to(String consultation, Channel channel) {
    return new NewContribution(consultation, channel);
  }

  /// Id of the act at its source (form act, message id, sheet line, client id): the same act again
  /// is the same contribution. Must be unique within consultation and channel.
  public NewContribution act(String id) {
    this.act = id;
    return this;
  }

  public NewContribution text(String words, String inLanguage) {
    this.text = words;
    this.language = inLanguage;
    return this;
  }

  public NewContribution title(String words) {
    this.title = words;
    return this;
  }

  public NewContribution capturedAs(CaptureKind kind) {
    this.captureKind = kind;
    return this;
  }

  public NewContribution voices(Voices whose) {
    this.voices = whose;
    return this;
  }

  public NewContribution source(Source where) {
    this.source = where;
    return this;
  }

  public NewContribution answer(QuestionAnswer answer) {
    answers.add(answer);
    return this;
  }

  public NewContribution media(Media file) {
    media.add(file);
    return this;
  }

  public NewContribution contentNote(String note) {
    this.contentNote = note;
    return this;
  }

  public NewContribution place(String band) {
    this.place = band;
    return this;
  }

  public NewContribution under18(boolean young) {
    this.under18 = young;
    return this;
  }

  public NewContribution participant(String pseudonym) {
    this.participant = pseudonym;
    return this;
  }

  /// @param reference from the contact vault; empty with [Contribution.Tell#CODE], unless the words
  ///   were held and the safeguarding lead must be able to turn to the sender
  public NewContribution tell(Contribution.Tell how, String reference) {
    this.tell = how;
    this.contact = reference;
    return this;
  }

  public NewContribution enteredBy(String staff) {
    this.enteredBy = staff;
    return this;
  }

  public NewContribution heardAt(Instant when) {
    this.heardAt = when;
    return this;
  }

  public NewContribution consent(Consent given) {
    this.consent = given;
    return this;
  }

  /// Marks under one heading, for example 12 under `dot:later-buses`.
  public NewContribution mark(String under, int count) {
    marks.put(under, count);
    return this;
  }

  /// The code printed on the card; without it a new code is made.
  public NewContribution receipt(ReceiptCode printed) {
    this.receipt = Optional.of(printed);
    return this;
  }

  /// The five optional answers, stored apart from the words.
  public NewContribution equality(Equality answers) {
    this.equality = answers;
    return this;
  }

  /// Staff entered it and vouch that it holds no words to check, or only words already checked (a
  /// jury's recommendation): it starts as checked. Words are still screened for safeguarding.
  public NewContribution alreadyChecked() {
    this.checked = true;
    return this;
  }

  /// The id that a contribution of this act has, whether it exists or not.
  public static String idOf(String consultation, Channel channel, String act) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((consultation + "|" + channel + "|" + act).getBytes(StandardCharsets.UTF_8));
      return "c" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
