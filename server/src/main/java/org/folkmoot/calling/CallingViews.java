package org.folkmoot.calling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Council;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.sms.voice.CallQuestion;
import org.folkmoot.sms.voice.CallWords;
import org.folkmoot.texting.Dialling;
import org.folkmoot.web.Words;
import org.folkmoot.web.calling.CallingDeskPage;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.TextArea;
import org.jspecify.annotations.Nullable;

/// Calls as pages show them, in one reader's language.
final class CallingViews {

  private final Words words;
  private final Council council;
  private final RecordRoom record;

  /// What the desk's page is made of.
  ///
  /// @param open the line, if people can call now
  record Around(
      List<CallingService.Waiting> waiting,
      List<Recording> recordings,
      List<CallQuestion> questions,
      CallingDeskRoutes.Kind carrier,
      List<Recorded> recorded,
      Optional<PhoneLine> open,
      String publicUrl) {}

  /// How much of a language is recorded.
  ///
  /// @param old how many recordings are of words that have changed
  /// @param isOffered whether callers can choose the language
  record Recorded(String language, int done, int of, int old, boolean isOffered) {
    static Recorded of(String language, List<Scripts.Row> rows, boolean isOffered) {
      int done = (int) rows.stream().filter(Scripts.Row::isPlayed).count();
      int old = (int) rows.stream().filter(r -> r.recorded().isPresent() && !r.isPlayed()).count();
      return new Recorded(language, done, rows.size(), old, isOffered);
    }
  }

  CallingViews(Words words, Council council, RecordRoom record) {
    this.words = words;
    this.council = council;
    this.record = record;
  }

  CallingDeskPage desk(Consultation c, FormState form, Around around) {
    String here = "/desk/c/" + c.slug() + "/calling";
    List<CallingDeskPage.Spoken> spoken = new ArrayList<>();
    int unheard = 0;
    for (Recording recording : around.recordings()) {
      Optional<Contribution> whose = record.service().find(recording.contribution());
      if (isToDo(recording, whose)) {
        spoken.add(spoken(recording, whose));
        unheard += whose.filter(Contribution::isUnheard).isPresent() ? 1 : 0;
      }
    }
    return new CallingDeskPage(
        words.say("desk.calling.title"),
        form.summary(),
        unreal(around.carrier()),
        around
            .open()
            .map(line -> words.say("desk.calling.on-now", "number", shown(line.number())))
            .orElseGet(() -> words.say("desk.calling.off-now")),
        around.waiting().stream().map(this::back).toList(),
        words.say("desk.calling.backs-said", "count", around.waiting().size()),
        here + "/backs",
        spoken,
        words.say("desk.calling.recordings-said", "count", unheard),
        here,
        form.text("number", words.say("desk.calling.number"))
            .hint(words.say("desk.calling.number-hint"))
            .of("tel"),
        questions(form),
        form.checkbox("on", words.say("desk.calling.on")).hint(words.say("desk.calling.on-hint")),
        around.questions().stream().map(this::asked).toList(),
        around.recorded().stream().map(one -> recorded(here, one)).toList(),
        around.carrier() == CallingDeskRoutes.Kind.TWILIO
            ? List.of(
                words.say(
                    "desk.calling.webhook-voice",
                    "url",
                    around.publicUrl() + "/voice/twilio/inbound"),
                words.say(
                    "desk.calling.webhook-status",
                    "url",
                    around.publicUrl() + "/voice/twilio/status"))
            : List.of(),
        around.open().isPresent() ? "/c/" + c.slug() + "/text" : null);
  }

  private @Nullable String unreal(CallingDeskRoutes.Kind carrier) {
    return switch (carrier) {
      case TWILIO -> null;
      case SIMULATED -> words.say("desk.calling.unreal");
      case NONE -> words.say("desk.calling.none-carries");
    };
  }

  private List<TextArea> questions(FormState form) {
    return CallWords.LANGUAGES.stream()
        .map(language ->
            form.area(
                    "question-" + language,
                    words.say("desk.calling.question", "language", nameOf(language)),
                    3)
                .hint(
                    words.say(
                        CallWords.READ_ALOUD.contains(language)
                            ? "desk.calling.question-hint"
                            : "desk.calling.question-hint-recorded"))
                .ifYouLike())
        .toList();
  }

  private CallingDeskPage.Recorded recorded(String here, Recorded one) {
    String said =
        words.say("desk.calling.prompts-so-far", "done", one.done(), "all", one.of())
            + (one.isOffered() ? "" : " " + words.say("desk.calling.prompts-not-offered"))
            + (one.old() == 0
                ? ""
                : " " + words.say("desk.calling.prompts-changed", "count", one.old()));
    return new CallingDeskPage.Recorded(
        PromptRoutes.page(here, one.language()), nameOf(one.language()), said);
  }

  private String nameOf(String language) {
    return nameOf(language, words);
  }

  /// A language's own name for itself, also of one that no page is written in.
  static String nameOf(String language, Words words) {
    Locale own = Locale.forLanguageTag(language);
    String name = own.getDisplayLanguage(own);
    String shown = name.substring(0, 1).toUpperCase(own) + name.substring(1);
    return CallWords.READ_ALOUD.contains(language)
        ? shown
        : shown + " (" + own.getDisplayLanguage(words.locale()) + ")";
  }

  private String asked(CallQuestion question) {
    String language =
        question.ask().containsKey(words.language())
            ? words.language()
            : CallWords.LANGUAGES.getFirst();
    return question.ask().getOrDefault(language, question.id());
  }

  private CallingDeskPage.Back back(CallingService.Waiting waiting) {
    return new CallingDeskPage.Back(
        waiting.back().id(),
        waiting.number(),
        nameOf(waiting.back().language()),
        at(waiting.back().at()),
        words.say("desk.calling.called-done", "number", waiting.number()));
  }

  /// What is written down and deleted elsewhere needs nobody any more.
  private static boolean isToDo(Recording recording, Optional<Contribution> whose) {
    return recording.state() != Recording.State.DONE
        || whose.filter(Contribution::isUnheard).isPresent();
  }

  private CallingDeskPage.Spoken spoken(Recording recording, Optional<Contribution> whose) {
    boolean listen =
        whose.filter(c -> !c.status().isGone()).filter(c -> !c.media().isEmpty()).isPresent();
    return new CallingDeskPage.Spoken(
        at(recording.at()),
        words.say("desk.calling.seconds", "count", recording.seconds()),
        state(recording, whose),
        listen
            ? "/desk/c/" + recording.consultation() + "/stories/" + recording.contribution()
            : null);
  }

  private String state(Recording recording, Optional<Contribution> whose) {
    if (whose.filter(c -> c.status().isGone()).isPresent()) {
      return words.say("desk.calling.state-gone");
    }
    boolean failed = !recording.why().isEmpty();
    boolean written = whose.filter(c -> !c.isUnheard()).isPresent();
    return switch (recording.state()) {
      case THERE ->
          failed
              ? words.say("desk.calling.state-retry", "why", why(recording))
              : words.say("desk.calling.state-there");
      case FETCHED -> words.say("desk.calling.state-fetched");
      case ADDED ->
          words.say(failed ? "desk.calling.state-delete-retry" : "desk.calling.state-added");
      case DONE -> words.say(written ? "desk.calling.state-written" : "desk.calling.state-done");
      case LOST -> words.say("desk.calling.state-lost", "why", why(recording));
    };
  }

  private String why(Recording recording) {
    String key = "desk.calling.why-" + recording.why().toLowerCase(Locale.ROOT);
    return words.say(words.has(key) ? key : "desk.calling.why-other");
  }

  private String at(Instant when) {
    return words.dateTime(when.atZone(council.zone()));
  }

  private String shown(String number) {
    return Dialling.shown(number, council.country());
  }
}
