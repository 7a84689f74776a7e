package org.folkmoot.meeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Consultation.Way;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Voice;
import org.folkmoot.web.Words;
import org.folkmoot.web.meeting.CardPage;
import org.folkmoot.web.meeting.DotsPage;
import org.folkmoot.web.meeting.NotesPage;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.Select;
import org.jspecify.annotations.Nullable;

/// The forms in which what was said on paper is entered: notes, dots and cards.
final class MeetingEntryViews {

  private final ConsultationService consultations;
  private final MeetingService meetings;

  MeetingEntryViews(ConsultationService consultations, MeetingService meetings) {
    this.consultations = consultations;
    this.meetings = meetings;
  }

  NotesPage notes(Words words, EntryPages.At at, FormState form, String act) {
    Consultation consultation = at.consultation();
    Meeting meeting = at.meeting();
    List<NotesPage.Row> rows = new ArrayList<>();
    for (int i = 1; i <= TableNotes.LINES; i++) {
      rows.add(row(words, form, i));
    }
    return new NotesPage(
        words.say("desk.meeting.notes-title"),
        at.home(),
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
      Words words, EntryPages.At at, FormState form, Optional<EntryOutcome.EnteredBefore> before) {
    Meeting meeting = at.meeting();
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
        at.home(),
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
      Words words, EntryPages.At at, FormState form, Optional<EntryOutcome.EnteredBefore> before) {
    Consultation consultation = at.consultation();
    Meeting meeting = at.meeting();
    ClosingQuestions same = ClosingQuestions.of(form, words, consultation.areas());
    return new CardPage(
        words.say("desk.meeting.card-title"),
        at.home(),
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
        MeetingViews.some(meeting.plan().firstQuestion()),
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
      return new CardPage.Earlier(null, "", words.say("desk.meeting.card-earlier-closed"), "");
    }
    var scopes = voice.get().scopes();
    String use = scopes.named() ? "named" : scopes.quoted() ? "quoted" : "counted";
    return new CardPage.Earlier(
        voice.get().text(),
        voice.get().language(),
        null,
        words.say("desk.meeting.card-use-" + use));
  }

  private static @Nullable Choices languages(
      Words words, Consultation consultation, FormState form) {
    if (consultation.languages().size() < 2) {
      return null;
    }
    FormState shown =
        form.value("language").isEmpty()
            ? FormState.of(Map.of("language", List.of(consultation.languages().getFirst())))
            : form;
    return shown.radios(
        "language",
        words.say("desk.meeting.language"),
        consultation.languages().stream()
            .map(tag -> new Choices.Option(tag, Words.of(tag).languageName()))
            .toList());
  }

  private @Nullable String closed(Words words, Meeting meeting, Way way) {
    if (meetings.hears(meeting, way)) {
      return null;
    }
    return consultations.get(meeting.consultation()).state() == Consultation.State.DRAFT
        ? words.say("desk.meeting.not-open")
        : words.say("desk.meeting.not-way");
  }
}
