package org.folkmoot.receipt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.ledger.Act;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.Rulings;
import org.folkmoot.record.Status;
import org.folkmoot.record.VoiceViews;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.record.CorrectPage;
import org.folkmoot.web.record.ReceiptPage;
import org.folkmoot.web.record.SecondLookPage;
import org.jspecify.annotations.Nullable;

/// What a contributor can say to not being shown, and what they are told.
final class ReplyViews {

  /// The acts whose reason is told to the sender.
  static final Set<Act.Kind> TOLD = Set.of(Act.Kind.DECLINED, Act.Kind.UPHELD, Act.Kind.OVERTURNED);

  static final String TEXT = "text";
  static final String WISH = "wish";

  /// The longest wish, in characters.
  static final int LONGEST_WISH = 1_000;

  private final ReceiptService receipts;
  private final ConsultationService consultations;

  ReplyViews(ReceiptService receipts, ConsultationService consultations) {
    this.receipts = receipts;
    this.consultations = consultations;
  }

  ReceiptPage.NotShown notShown(Contribution c, boolean open, String key, Words words) {
    String path = ReceiptService.path(c);
    String change = receipts.change(c, words);
    Optional<Act> second = receipts.secondLook(c);
    return new ReceiptPage.NotShown(
        change.isEmpty() ? null : change,
        open && receipts.canCorrect(c) ? withKey(path + "/correct", key) : null,
        second.isEmpty() ? withKey(path + "/second-look", key) : null,
        second.map(act -> standing(act, words)).orElse(null));
  }

  private String standing(Act act, Words words) {
    String date = words.shortDate(act.at().atZone(consultations.council().zone()).toLocalDate());
    if (act.kind() == Act.Kind.APPEALED) {
      return words.say("record.second-look-waits", "date", date);
    }
    boolean alone = act.details().containsKey(Rulings.ALONE);
    return words.say(
        alone ? "record.second-look-alone" : "record.second-look-left",
        "date",
        date,
        "why",
        act.why());
  }

  CorrectPage correct(Contribution c, String key, FormState form, Words words) {
    boolean refused = c.status() == Status.REFUSED;
    String change = refused ? receipts.change(c, words) : "";
    return new CorrectPage(
        words.say("record.correct-title"),
        c.receipt().printed(),
        form.summary(),
        refused ? orNull(c.reason()) : null,
        orNull(change),
        VoiceViews.own(c, words, consultations.council().zone()),
        ReceiptService.path(c) + "/correct",
        key,
        form.area(TEXT, words.say("record.correct-text"), 8).atMost(NewContribution.MAX_TEXT),
        back(c, key));
  }

  /// The words as they stand, to be changed rather than written anew.
  FormState wordsNow(Contribution c) {
    return FormState.of(Map.of(TEXT, List.of(c.wordsNow())));
  }

  SecondLookPage secondLook(Contribution c, String key, FormState form, Words words) {
    return new SecondLookPage(
        words.say("record.second-look"),
        c.receipt().printed(),
        c.reason(),
        ReceiptService.path(c) + "/second-look",
        key,
        form.area(WISH, words.say("record.second-look-wish"), 4).ifYouLike().atMost(LONGEST_WISH),
        back(c, key));
  }

  /// The receipt as whoever asks had it open.
  static String back(Contribution c, String key) {
    String path = ReceiptService.path(c);
    return key.matches("[A-Za-z0-9_-]{1,64}") ? path + "/" + key : path;
  }

  private static String withKey(String path, String key) {
    return key.isEmpty() ? path : path + "?key=" + key;
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }
}
