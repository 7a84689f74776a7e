package org.folkmoot.meeting;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Consultation.Way;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Voice;
import org.folkmoot.web.Words;
import org.folkmoot.web.meeting.CardPage;
import org.folkmoot.web.meeting.DotsPage;
import org.folkmoot.web.meeting.MeetingDeskPage;
import org.folkmoot.web.meeting.MeetingFormPage;
import org.folkmoot.web.meeting.MeetingPage;
import org.folkmoot.web.meeting.MeetingsDeskPage;
import org.folkmoot.web.meeting.MeetingsPage;
import org.folkmoot.web.meeting.NotesPage;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.Figure;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.Select;
import org.jspecify.annotations.Nullable;

/// Meetings as their pages show them.
final class MeetingViews {

  private final ConsultationService consultations;
  private final MeetingService meetings;

  MeetingViews(ConsultationService consultations, MeetingService meetings) {
    this.consultations = consultations;
    this.meetings = meetings;
  }

  String deskHref(Meeting meeting) {
    return "/desk/c/" + meeting.consultation() + "/meetings/" + meeting.id();
  }

  MeetingsPage list(Words words, Consultation consultation, List<Meeting> all, Instant now) {
    List<MeetingsPage.Item> coming = new ArrayList<>();
    List<MeetingsPage.Item> past = new ArrayList<>();
    String base = "/c/" + consultation.slug();
    for (Meeting meeting : all) {
      (isOver(meeting, now) ? past : coming)
          .add(item(words, meeting, base + "/meetings/" + meeting.id()));
    }
    EmptyState nothing =
        coming.isEmpty()
            ? new EmptyState(words.say("meeting.none"), words.say("meeting.none-action"), base)
            : null;
    return new MeetingsPage(words.say("meeting.title"), coming, nothing, past.reversed());
  }

  MeetingPage notice(Words words, Consultation consultation, Meeting meeting, Instant now) {
    MeetingPlan plan = meeting.plan();
    String all = "/c/" + consultation.slug() + "/meetings";
    return new MeetingPage(
        plan.title(),
        isOver(meeting, now) ? words.say("meeting.over") : null,
        when(words, meeting),
        zoned(meeting).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
        words.say("meeting.ends", "time", words.time(ends(plan).toLocalTime())),
        plan.place(),
        all + "/" + meeting.id() + ".ics",
        plan.questions(),
        offers(words, plan),
        some(plan.access()),
        some(plan.withoutComing()),
        "/c/" + consultation.slug(),
        some(plan.phone().isEmpty() ? consultations.council().phone() : plan.phone()),
        all);
  }

  MeetingsDeskPage deskList(Words words, Consultation consultation, List<Meeting> all) {
    String here = "/desk/c/" + consultation.slug() + "/meetings";
    return new MeetingsDeskPage(
        words.say("desk.meeting.title"),
        "/desk/c/" + consultation.slug(),
        all.stream().map(m -> item(words, m, here + "/" + m.id())).toList(),
        all.isEmpty() ? new EmptyState(words.say("desk.meeting.none")) : null,
        here + "/new");
  }

  MeetingFormPage blankPlan(Words words, Consultation consultation, FormState form, String act) {
    String here = "/desk/c/" + consultation.slug() + "/meetings";
    return plan(
        words, form, Optional.empty(), words.say("desk.meeting.new-title"), here, here, act);
  }

  MeetingFormPage planOf(Words words, Consultation consultation, Meeting meeting, FormState form) {
    return plan(
        words,
        form,
        Optional.of(meeting),
        words.say("desk.meeting.change-title"),
        deskHref(meeting),
        deskHref(meeting) + "/change",
        "");
  }

  private static MeetingFormPage plan(
      Words words,
      FormState sent,
      Optional<Meeting> meeting,
      String title,
      String back,
      String action,
      String act) {
    Optional<MeetingPlan> was = meeting.map(Meeting::plan);
    FormState form = sent.values().isEmpty() && was.isPresent() ? PlanFields.of(was.get()) : sent;
    List<Choices.Option> offers =
        Arrays.stream(MeetingPlan.Offer.values())
            .map(offer -> new Choices.Option(offer.value(), words.say(offer.wordKey())))
            .toList();
    return new MeetingFormPage(
        title,
        back,
        action,
        act,
        meeting.map(Meeting::version).orElse(0L),
        form.summary(),
        form.text("name", words.say("desk.meeting.name"))
            .hint(words.say("desk.meeting.name-hint"))
            .atMost(120),
        form.text("date", words.say("desk.meeting.date")).of("date"),
        form.text("starts", words.say("desk.meeting.starts")).of("time"),
        form.text("minutes", words.say("desk.meeting.minutes")).orElse("120").keyboard("numeric"),
        form.area("place", words.say("desk.meeting.place"), 2)
            .hint(words.say("desk.meeting.place-hint"))
            .atMost(400),
        form.checkboxes("offers", words.say("desk.meeting.offers"), offers),
        form.area("access", words.say("desk.meeting.access"), 3)
            .hint(words.say("desk.meeting.access-hint"))
            .atMost(1000)
            .ifYouLike(),
        form.area("without", words.say("desk.meeting.without"), 2).atMost(1000).ifYouLike(),
        form.text("phone", words.say("desk.meeting.phone")).of("tel").ifYouLike(),
        form.area("questions", words.say("desk.meeting.questions"), 3)
            .hint(words.say("desk.meeting.questions-hint"))
            .atMost(2000),
        form.area("dots", words.say("desk.meeting.dots"), 4)
            .hint(words.say("desk.meeting.dots-hint"))
            .atMost(1000)
            .ifYouLike(),
        form.text("tables", words.say("desk.meeting.tables")).orElse("4").keyboard("numeric"),
        form.text("cards", words.say("desk.meeting.cards"))
            .orElse(Integer.toString(MeetingPlan.DEFAULT_CARDS))
            .keyboard("numeric"),
        Button.main(words.say("desk.meeting.save")));
  }

  MeetingDeskPage deskMeeting(
      Words words, Consultation consultation, Meeting meeting, FormState sent) {
    String here = deskHref(meeting);
    Meeting.Attendance came = meeting.attendance();
    return new MeetingDeskPage(
        meeting.plan().title(),
        "/desk/c/" + consultation.slug() + "/meetings",
        here + "/change",
        "/c/" + consultation.slug() + "/meetings/" + meeting.id(),
        when(words, meeting),
        meeting.plan().place(),
        kits(words, consultation, here),
        sheets(words, consultation, meeting),
        entries(words, meeting),
        consultation.state() == Consultation.State.DRAFT
            ? words.say("desk.meeting.not-open")
            : null,
        heard(words, meeting),
        sent.summary(),
        here + "/attendance",
        sent.text("heads", words.say("desk.meeting.heads"))
            .orElse(came.heads() < 0 ? "" : Integer.toString(came.heads()))
            .keyboard("numeric"),
        sent.text("slips", words.say("desk.meeting.slips"))
            .orElse(came.slips() < 0 ? "" : Integer.toString(came.slips()))
            .keyboard("numeric"),
        Button.main(words.say("desk.meeting.save")));
  }

  NotesPage notes(
      Words words, Consultation consultation, Meeting meeting, FormState form, String act) {
    List<NotesPage.Row> rows = new ArrayList<>();
    for (int i = 1; i <= TableNotes.LINES; i++) {
      rows.add(row(words, form, i));
    }
    return new NotesPage(
        words.say("desk.meeting.notes-title"),
        deskHref(meeting),
        act,
        closed(words, meeting, Way.PUBLIC_MEETING),
        form.summary(),
        form.text("table", words.say("desk.meeting.table")).atMost(40),
        form.text("people", words.say("desk.meeting.people"))
            .keyboard("numeric")
            .hint(words.say("desk.meeting.people-hint")),
        languages(words, consultation, form),
        rows,
        form.checkbox("agreed", words.say("kit.notes-agreed")),
        form.checkbox("website", words.say("kit.notes-website")),
        Button.main(words.say("desk.meeting.notes-send")));
  }

  private static NotesPage.Row row(Words words, FormState form, int number) {
    String name = "kind-" + number;
    String chosen = form.value(name).isEmpty() ? TableNotes.Kind.SHORT.value() : form.value(name);
    return new NotesPage.Row(
        number,
        name,
        Arrays.stream(TableNotes.Kind.values())
            .map(kind ->
                new Select.Entry(
                    kind.value(), words.say(kind.wordKey()), kind.value().equals(chosen)))
            .toList(),
        "line-" + number,
        form.value("line-" + number));
  }

  DotsPage dots(
      Words words,
      Consultation consultation,
      Meeting meeting,
      FormState form,
      Optional<EntryOutcome.EnteredBefore> before) {
    List<MeetingPlan.DotOption> options = meeting.plan().dots();
    String closed = closed(words, meeting, Way.DOT_VOTE);
    List<DotsPage.Earlier> earlier =
        before
            .flatMap(EntryOutcome.EnteredBefore::earlier)
            .map(voice ->
                options.stream()
                    .map(option ->
                        new DotsPage.Earlier(
                            option.text(),
                            words.number(voice.marks().getOrDefault(option.heading(), 0))))
                    .toList())
            .orElse(List.of());
    return new DotsPage(
        words.say("desk.meeting.dots-enter"),
        deskHref(meeting),
        closed == null && options.isEmpty() ? words.say("desk.meeting.dots-none") : closed,
        form.summary(),
        earlier,
        form.text("sheet", words.say("kit.dots-sheet"))
            .orElse(Long.toString(meetings.heard(meeting, Channel.DOT_VOTE) + 1))
            .keyboard("numeric")
            .atMost(20),
        options.stream()
            .map(option -> form.text("dots-" + option.id(), option.text()).keyboard("numeric"))
            .toList(),
        form.text("people", words.say("kit.dots-people")).keyboard("numeric").ifYouLike(),
        Button.main(words.say("desk.meeting.dots-send")));
  }

  CardPage card(
      Words words,
      Consultation consultation,
      Meeting meeting,
      FormState form,
      Optional<EntryOutcome.EnteredBefore> before) {
    ClosingQuestions same = ClosingQuestions.of(form, words, consultation.areas());
    return new CardPage(
        words.say("desk.meeting.card-title"),
        deskHref(meeting),
        words.say(
            "desk.meeting.card-progress",
            "done",
            meetings.heard(meeting, Channel.COMMENT_CARD),
            "all",
            meeting.printedCards().size()),
        closed(words, meeting, Way.COMMENT_CARD),
        form.summary(),
        before.map(b -> earlier(words, b.earlier())).orElse(null),
        form.text("code", words.say("desk.meeting.card-code"))
            .hint(words.say("desk.meeting.card-code-hint"))
            .atMost(40),
        some(meeting.plan().firstQuestion()),
        form.area("words", words.say("desk.meeting.card-words"), 5).atMost(5000),
        languages(words, consultation, form),
        same.use().hint(words.say("desk.meeting.card-use-hint")),
        same.useName(),
        same.website(),
        form.checkbox("over16", words.say("kit.card-age")),
        form.checkbox("young", words.say("kit.card-young")),
        same.tell(),
        same.tellPhone(),
        same.tellEmail(),
        same.area(),
        same.age(),
        same.gender(),
        same.disability(),
        same.car(),
        Button.main(words.say("desk.meeting.card-send")));
  }

  private static CardPage.Earlier earlier(Words words, Optional<Voice> voice) {
    if (voice.isEmpty()) {
      return new CardPage.Earlier(null, words.say("desk.meeting.card-earlier-closed"), "");
    }
    var scopes = voice.get().scopes();
    String use = scopes.named() ? "named" : scopes.quoted() ? "quoted" : "counted";
    return new CardPage.Earlier(
        voice.get().text(), null, words.say("desk.meeting.card-use-" + use));
  }

  private static @Nullable Choices languages(
      Words words, Consultation consultation, FormState form) {
    if (consultation.languages().size() < 2) {
      return null;
    }
    FormState shown =
        form.value("language").isEmpty()
            ? FormState.of(
                java.util.Map.of("language", List.of(consultation.languages().getFirst())))
            : form;
    return shown.radios(
        "language",
        words.say("desk.meeting.language"),
        consultation.languages().stream()
            .map(tag -> new Choices.Option(tag, Words.of(tag).languageName()))
            .toList());
  }

  private static List<MeetingDeskPage.Kit> kits(
      Words words, Consultation consultation, String here) {
    List<MeetingDeskPage.Kit> kits = new ArrayList<>();
    for (String tag : Words.LANGUAGES) {
      MeetingDeskPage.Kit kit =
          new MeetingDeskPage.Kit(
              words.say("desk.meeting.kit-download", "language", Words.of(tag).languageName()),
              here + "/kit.pdf?lang=" + tag);
      boolean isFirst =
          !consultation.languages().isEmpty() && consultation.languages().getFirst().equals(tag);
      kits.add(isFirst ? 0 : kits.size(), kit);
    }
    return kits;
  }

  /// The kinds of sheets, in the order of the kit.
  private static List<MeetingDeskPage.Sheet> sheets(
      Words words, Consultation consultation, Meeting meeting) {
    String here = "/desk/c/" + meeting.consultation() + "/meetings/" + meeting.id();
    return meeting.sheets(consultation).stream()
        .map(sheet -> {
          String name = words.say(sheet.wordKey());
          return new MeetingDeskPage.Sheet(
              here + "/kit/" + sheet.value() + ".png",
              words.say("desk.meeting.sheet-alt", "sheet", name),
              name,
              here + "/kit.pdf");
        })
        .toList();
  }

  private static List<MeetingDeskPage.Entry> entries(Words words, Meeting meeting) {
    String here = "/desk/c/" + meeting.consultation() + "/meetings/" + meeting.id();
    return List.of(
        new MeetingDeskPage.Entry(
            words.say("desk.meeting.notes"), here + "/notes", words.say("desk.meeting.notes-row")),
        new MeetingDeskPage.Entry(
            words.say("desk.meeting.cards-title"),
            here + "/cards",
            words.say("desk.meeting.cards-row")),
        new MeetingDeskPage.Entry(
            words.say("desk.meeting.dots-title"),
            here + "/dots",
            words.say("desk.meeting.dots-row")));
  }

  private List<Figure> heard(Words words, Meeting meeting) {
    return List.of(
        figure(words, meeting, Channel.PUBLIC_MEETING, "desk.meeting.unit-lines"),
        figure(words, meeting, Channel.COMMENT_CARD, "desk.meeting.unit-cards"),
        figure(words, meeting, Channel.DOT_VOTE, "desk.meeting.unit-sheets"));
  }

  private Figure figure(Words words, Meeting meeting, Channel channel, String unit) {
    long count = meetings.heard(meeting, channel);
    return new Figure(words.number(count), words.say(unit, "count", count), null, null);
  }

  private @Nullable String closed(Words words, Meeting meeting, Way way) {
    if (meetings.hears(meeting, way)) {
      return null;
    }
    return consultations.get(meeting.consultation()).state() == Consultation.State.DRAFT
        ? words.say("desk.meeting.not-open")
        : words.say("desk.meeting.not-way");
  }

  private MeetingsPage.Item item(Words words, Meeting meeting, String href) {
    return new MeetingsPage.Item(
        meeting.plan().title(), href, when(words, meeting), meeting.plan().place());
  }

  private static List<String> offers(Words words, MeetingPlan plan) {
    return Arrays.stream(MeetingPlan.Offer.values())
        .filter(plan.offers()::contains)
        .map(offer -> words.say(offer.wordKey()))
        .toList();
  }

  private String when(Words words, Meeting meeting) {
    return words.dateTime(zoned(meeting));
  }

  private ZonedDateTime zoned(Meeting meeting) {
    return meeting.plan().startsAt().atZone(consultations.council().zone());
  }

  private boolean isOver(Meeting meeting, Instant now) {
    return zoned(meeting).plusMinutes(meeting.plan().minutes()).toInstant().isBefore(now);
  }

  private static LocalDateTime ends(MeetingPlan plan) {
    return plan.startsAt().plusMinutes(plan.minutes());
  }

  private static @Nullable String some(String text) {
    return text.isBlank() ? null : text;
  }
}
