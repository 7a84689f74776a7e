package org.folkmoot.kit;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.consultation.Council;
import org.folkmoot.consultation.Told;
import org.folkmoot.door.PublicAddress;
import org.folkmoot.door.QrPicture;
import org.folkmoot.meeting.EveningPasses;
import org.folkmoot.meeting.Meeting;
import org.folkmoot.meeting.MeetingPlan;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.web.Words;
import org.folkmoot.web.kit.KitPage;
import org.jspecify.annotations.Nullable;

/// A meeting as the sheets that are printed for it.
final class KitViews {

  private static final int CARDS_ON_A_SHEET = 2;
  private static final int SLIPS_ON_A_SHEET = 6;
  private static final int LINES_ON_A_SHEET = 12;
  private static final int LINES_ON_A_CARD = 5;

  /// More areas than this do not fit on a card; there is a line to write on instead.
  private static final int AREAS_ON_A_CARD = 10;

  private final ConsultationService consultations;
  private final EveningPasses passes;
  private final Supplier<String> url;

  KitViews(ConsultationService consultations, EveningPasses passes, Supplier<String> url) {
    this.consultations = consultations;
    this.passes = passes;
    this.url = url;
  }

  KitPage kit(Words words, Consultation consultation, Meeting meeting) {
    Council council = consultations.council();
    MeetingPlan plan = meeting.plan();
    List<Meeting.Sheet> sheets = meeting.sheets(consultation);
    return new KitPage(
        words.say("kit.title", "meeting", plan.title()),
        council.name(),
        words.say("kit.footer", "version", meeting.version()),
        council.phone().isEmpty()
            ? null
            : words.say("common.ask-a-person") + ": " + council.phone(),
        sheets.stream()
            .map(sheet -> new KitPage.Bookmark(sheet.value(), words.say(sheet.wordKey())))
            .toList(),
        plan.title(),
        words.say(
            "kit.run-when",
            "when",
            words.dateTime(plan.startsAt().atZone(council.zone())),
            "end",
            words.time(plan.startsAt().plusMinutes(plan.minutes()).toLocalTime())),
        String.join(", ", plan.place().lines().toList()),
        consultation.told(words.language()).question().words(),
        plan.questions(),
        steps(words, plan, sheets),
        pass(words, meeting),
        numbered(words, "kit.rule-", 6, council),
        numbered(words, "kit.worry-", 5, council),
        slips(meeting),
        notes(plan),
        sheets.contains(Meeting.Sheet.CARDS)
            ? cards(words, consultation, meeting, council)
            : List.of(),
        sheets.contains(Meeting.Sheet.DOTS)
            ? new KitPage.DotSheet(plan.dots().stream().map(MeetingPlan.DotOption::text).toList())
            : null,
        promise(words, consultation));
  }

  /// What volunteers enter paper with; none once it was ended.
  private KitPage.@Nullable Pass pass(Words words, Meeting meeting) {
    EveningPasses.Shown pass = passes.of(meeting);
    return pass.live()
        ? new KitPage.Pass(
            pass.code(),
            QrPicture.of(pass.address()),
            words.say("kit.qr", "address", bare(pass.typed())),
            words.say(
                "kit.pass-what",
                "address",
                bare(pass.typed()),
                "until",
                words.shortDate(pass.lastDay())))
        : null;
  }

  /// The evening by the clock: what has a fixed length keeps it, the two talks share the rest.
  private static List<KitPage.Step> steps(
      Words words, MeetingPlan plan, List<Meeting.Sheet> sheets) {
    boolean hasDots = sheets.contains(Meeting.Sheet.DOTS);
    boolean hasCards = sheets.contains(Meeting.Sheet.CARDS);
    int fixed = 10 + 10 + (hasDots ? 10 : 0) + 10 + (hasCards ? 10 : 0) + 5;
    int talk = Math.max(10, (plan.minutes() - fixed) / 2 / 5 * 5);
    List<KitPage.Step> steps = new ArrayList<>();
    LocalDateTime at = plan.startsAt();
    steps.add(step(words, at.minusMinutes(30), "open"));
    steps.add(step(words, at, "welcome"));
    at = at.plusMinutes(10);
    steps.add(step(words, at, "round-one"));
    at = at.plusMinutes(talk);
    steps.add(step(words, at, "break"));
    at = at.plusMinutes(10);
    steps.add(step(words, at, "round-two"));
    at = at.plusMinutes(talk);
    if (hasDots) {
      steps.add(step(words, at, "dots"));
      at = at.plusMinutes(10);
    }
    steps.add(step(words, at, "back"));
    at = at.plusMinutes(10);
    if (hasCards) {
      steps.add(step(words, at, "cards"));
      at = at.plusMinutes(10);
    }
    steps.add(step(words, at, "end"));
    return steps;
  }

  private static KitPage.Step step(Words words, LocalDateTime at, String what) {
    return new KitPage.Step(words.time(at.toLocalTime()), words.say("kit.run-" + what));
  }

  private static List<String> numbered(Words words, String key, int count, Council council) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> words.say(key + i, "number", emergencyNumber(council)))
        .toList();
  }

  /// 999 and 112 both reach the emergency services in the United Kingdom and Ireland, 112 anywhere
  /// in Europe.
  private static String emergencyNumber(Council council) {
    return council.country().equals("GB") || council.country().equals("IE") ? "999" : "112";
  }

  private static List<KitPage.SlipSheet> slips(Meeting meeting) {
    int wanted = Math.max(SLIPS_ON_A_SHEET, meeting.plan().cards());
    List<KitPage.SlipSheet> sheets = new ArrayList<>();
    for (int made = 0; made < wanted; made += SLIPS_ON_A_SHEET) {
      sheets.add(new KitPage.SlipSheet(made == 0, oneTo(SLIPS_ON_A_SHEET)));
    }
    return sheets;
  }

  private static List<KitPage.NoteSheet> notes(MeetingPlan plan) {
    return IntStream.rangeClosed(1, plan.tables())
        .mapToObj(table -> new KitPage.NoteSheet(table == 1, table, oneTo(LINES_ON_A_SHEET)))
        .toList();
  }

  private List<KitPage.CardSheet> cards(
      Words words, Consultation consultation, Meeting meeting, Council council) {
    List<KitPage.Card> cards =
        meeting.printedCards().stream()
            .map(code -> card(words, consultation, meeting, council, code))
            .toList();
    List<KitPage.CardSheet> sheets = new ArrayList<>();
    for (int i = 0; i < cards.size(); i += CARDS_ON_A_SHEET) {
      List<KitPage.Card> here = cards.subList(i, Math.min(cards.size(), i + CARDS_ON_A_SHEET));
      sheets.add(new KitPage.CardSheet(i == 0, here, here));
    }
    return sheets;
  }

  private KitPage.Card card(
      Words words, Consultation consultation, Meeting meeting, Council council, ReceiptCode code) {
    String address = url.get() + "/r/" + code.printed();
    MeetingPlan plan = meeting.plan();
    String question =
        plan.questions().isEmpty()
            ? consultation.told(words.language()).question().words()
            : plan.firstQuestion();
    int lines = LINES_ON_A_CARD - (question.length() > KitPage.Card.LONG_QUESTION ? 1 : 0);
    return new KitPage.Card(
        code.printed(),
        question,
        QrPicture.of(address),
        words.say("kit.qr", "address", address),
        bare(url.get() + "/r"),
        council.phone().isEmpty() ? null : words.say("kit.strip-phone", "phone", council.phone()),
        oneTo(lines),
        consultation.areas().size() > AREAS_ON_A_CARD ? List.of() : consultation.areas());
  }

  private KitPage.PromiseSheet promise(Words words, Consultation consultation) {
    String address = url.get() + "/c/" + consultation.slug() + "/decision";
    Told told = consultation.told(words.language());
    return new KitPage.PromiseSheet(
        words.say(consultation.promise().wordKey()),
        told.canChange().words(),
        told.fixed().words(),
        words.say(
            "kit.promise-decides",
            "who",
            told.decidedBy(),
            "date",
            words.shortDate(consultation.decidesOn())),
        QrPicture.of(address),
        words.say("kit.qr", "address", address),
        bare(address),
        PublicAddress.isLocal(address) ? words.say("kit.promise-local") : null);
  }

  /// An address as people type it.
  private static String bare(String address) {
    return address.replaceFirst("^https?://", "");
  }

  private static List<Integer> oneTo(int count) {
    return IntStream.rangeClosed(1, count).boxed().toList();
  }
}
