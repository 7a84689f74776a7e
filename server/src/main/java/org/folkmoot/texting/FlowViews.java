package org.folkmoot.texting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.consultation.Council;
import org.folkmoot.door.Form;
import org.folkmoot.sms.flow.Flow;
import org.folkmoot.sms.flow.FlowEngine;
import org.folkmoot.sms.flow.FlowState;
import org.folkmoot.sms.flow.Flows;
import org.folkmoot.sms.flow.Question;
import org.folkmoot.sms.flow.Question.Kind;
import org.folkmoot.sms.flow.QuestionSet;
import org.folkmoot.sms.flow.Step;
import org.folkmoot.sms.words.Segments;
import org.folkmoot.texting.TextLine.Script;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Choices.Option;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.texting.FlowPage;
import org.folkmoot.web.texting.FlowQuestionPage;
import org.folkmoot.web.texting.PhoneScreen;
import org.folkmoot.web.texting.PhoneScreen.Bubble;
import org.folkmoot.web.texting.TextingDeskPage;

/// The questions of a line as the officer puts them together.
final class FlowViews {

  private static final int MOST_TURNS = 60;
  private static final FlowEngine ENGINE = new FlowEngine();

  private FlowViews() {}

  /// @param in the language of the telephone; another one if nothing is asked in it
  static FlowPage list(
      TextLine line,
      String in,
      String at,
      FormState form,
      Council council,
      IntFunction<String> cost,
      Words words) {
    QuestionSet set = line.questions();
    List<Question> questions = set.questions();
    Flow flow = questions.isEmpty() ? line.flow() : line.with(Script.OWN).flow();
    String language = flow.languages().contains(in) ? in : flow.languages().getFirst();
    List<FlowPage.Asked> asked = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      asked.add(asked(questions.get(i), i, questions.size(), at, cost, words));
    }
    return new FlowPage(
        words.say("desk.flow.title"),
        form.summary(),
        words.say(line.script() == Script.OWN ? "desk.flow.in-use" : "desk.flow.not-in-use"),
        missing(set, words),
        at,
        "/desk/c/" + line.consultation() + "/texting",
        asked,
        questions.size() < FlowForm.MAX_QUESTIONS ? at + "/question" : "",
        line.script() != Script.OWN && !questions.isEmpty(),
        preview(flow, language, line, council, words),
        flow.languages().stream()
            .filter(other -> !other.equals(language))
            .map(other ->
                new Link(
                    words.say("desk.flow.preview-in", "language", TextingViews.spoken(other)),
                    at + "?in=" + other))
            .toList(),
        at + "/file",
        form.area("file", words.say("desk.flow.file"), 6).hint(words.say("desk.flow.file-hint")));
  }

  /// Languages that some question has and another has not.
  private static String missing(QuestionSet set, Words words) {
    List<String> some =
        Flows.LANGUAGES.stream()
            .filter(l -> set.questions().stream().anyMatch(q -> q.text().containsKey(l)))
            .filter(l -> !set.languages().contains(l))
            .map(TextingViews::spoken)
            .toList();
    return some.isEmpty()
        ? ""
        : words.say("desk.flow.incomplete", "languages", String.join(", ", some));
  }

  private static FlowPage.Asked asked(
      Question q, int i, int count, String at, IntFunction<String> cost, Words words) {
    List<TextingDeskPage.Sized> said =
        Flows.LANGUAGES.stream()
            .filter(q.text()::containsKey)
            .map(l -> priced(TextingViews.spoken(l), q.text().getOrDefault(l, ""), cost, words))
            .toList();
    String kind = words.say("desk.flow.kind." + q.kind().name().toLowerCase(Locale.ROOT));
    String only = FlowForm.condition(q.onlyIf()).replace("\n", "; ");
    String unless = FlowForm.condition(q.unless()).replace("\n", "; ");
    String when =
        Stream.of(
                only.isEmpty() ? "" : words.say("desk.flow.asked-if", "condition", only),
                unless.isEmpty() ? "" : words.say("desk.flow.asked-unless", "condition", unless))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return new FlowPage.Asked(
        words.say("desk.flow.question", "number", i + 1),
        q.id(),
        kind,
        q.choices().stream().map(c -> c.key() + " = " + String.join(", ", c.words())).toList(),
        when,
        said,
        at + "/question?id=" + q.id(),
        i > 0,
        i < count - 1);
  }

  static FlowQuestionPage question(
      QuestionSet set,
      String id,
      String at,
      FormState form,
      IntFunction<String> cost,
      Words words) {
    int number = set.questions().stream().map(Question::id).toList().indexOf(id) + 1;
    return new FlowQuestionPage(
        words.say(
            "desk.flow.question", "number", number == 0 ? set.questions().size() + 1 : number),
        form.summary(),
        at + "/question",
        at,
        id,
        form.radios(
            "kind",
            words.say("desk.flow.kind"),
            Stream.of(Kind.values())
                .map(kind -> {
                  String key = "desk.flow.kind." + kind.name().toLowerCase(Locale.ROOT);
                  return new Option(kind.name(), words.say(key), words.say(key + "-note"));
                })
                .toList()),
        areas(form, "text", "desk.flow.text", cost, words),
        areas(form, "again", "desk.flow.again", cost, words),
        form.area("choices", words.say("desk.flow.choices"), 5)
            .hint(words.say("desk.flow.choices-hint"))
            .ifYouLike(),
        form.checkbox("several", words.say("desk.flow.several")),
        form.text("from", words.say("desk.flow.from")).keyboard("numeric").ifYouLike(),
        form.text("to", words.say("desk.flow.to")).keyboard("numeric").ifYouLike(),
        form.area("only", words.say("desk.flow.only"), 2)
            .hint(words.say("desk.flow.condition-hint", "ids", ids(set, id)))
            .ifYouLike(),
        form.area("unless", words.say("desk.flow.unless"), 2).ifYouLike());
  }

  private static String ids(QuestionSet set, String id) {
    String ids =
        String.join(
            ", ",
            set.without(id).questions().stream()
                .filter(q -> q.kind() == Kind.CHOICE || q.kind() == Kind.YES_NO)
                .map(Question::id)
                .toList());
    return ids.isEmpty() ? "-" : ids;
  }

  /// A field for each language, with what its text costs as it stands.
  private static List<TextArea> areas(
      FormState form, String name, String key, IntFunction<String> cost, Words words) {
    return Flows.LANGUAGES.stream()
        .map(language -> {
          String field = name + "-" + language;
          TextArea area =
              form.area(field, words.say(key, "language", TextingViews.spoken(language)), 3);
          String written = form.value(field);
          boolean first = name.equals("text") && language.equals(Flows.LANGUAGES.getFirst());
          TextArea hinted = written.isBlank() ? area : area.hint(size(written, cost, words));
          return first ? hinted : hinted.ifYouLike();
        })
        .toList();
  }

  /// Characters, parts and what a thousand people cost; which letters make it costly.
  private static String size(String written, IntFunction<String> cost, Words words) {
    TextingDeskPage.Sized sized = priced("", written, cost, words);
    String swap = sized.swap();
    return swap == null ? sized.size() : sized.size() + " " + swap;
  }

  private static TextingDeskPage.Sized priced(
      String what, String written, IntFunction<String> cost, Words words) {
    TextingDeskPage.Sized sized = TextingViews.sized(what, written, words);
    int parts = Segments.of(Outgoing.plain(written)).parts();
    return sized.with(
        sized.size() + ". " + words.say("desk.flow.per-thousand", "cost", cost.apply(parts)));
  }

  /// The conversation as the engine leads somebody through it who answers everything in short.
  private static PhoneScreen preview(
      Flow flow, String language, TextLine line, Council council, Words words) {
    var bubbles = new ArrayList<Bubble>();
    String us = council.name();
    FlowState state = FlowState.start(flow);
    List<String> next = new ArrayList<>(List.of(flow.keyword()));
    int chosen = flow.languages().indexOf(language);
    if (chosen > 0) {
      next.add(String.valueOf(chosen + 1));
    }
    next.add("GO");
    for (int turn = 0; turn < MOST_TURNS && !state.at().equals(FlowState.DONE); turn++) {
      String text = next.isEmpty() ? answer(flow, state, words) : next.removeFirst();
      bubbles.add(new Bubble(words.say("texting.you"), true, text, ""));
      Step step = ENGINE.advance(flow, state, text, Instant.EPOCH.plusSeconds(turn));
      step.replies(TextingViews.SOME_CODE)
          .forEach(reply -> bubbles.add(new Bubble(us, false, Outgoing.plain(reply), "")));
      state = step.state();
    }
    return new PhoneScreen(
        words.say("desk.flow.preview"), Dialling.shown(line.number(), council.country()), bubbles);
  }

  private static String answer(Flow flow, FlowState state, Words words) {
    Optional<Question> question = flow.question(state.at());
    if (question.isEmpty()) {
      return "GO";
    }
    Question asked = question.get();
    Question.Range range = asked.range();
    return switch (asked.kind()) {
      case CHOICE -> asked.choices().getFirst().key();
      case YES_NO -> "2";
      case NUMBER -> String.valueOf(range == null ? 0 : range.from());
      case OPEN -> state.parts().isEmpty() ? words.say("desk.flow.some-words") : "DONE";
      case PLACE -> "SKIP";
    };
  }

  /// Why a set that was brought in cannot be asked; empty if it can.
  static Optional<String> refused(QuestionSet set, Words words) {
    if (set.questions().isEmpty() || set.questions().size() > FlowForm.MAX_QUESTIONS) {
      return Optional.of(words.say("desk.flow.count-wrong", "most", FlowForm.MAX_QUESTIONS));
    }
    if (set.languages().isEmpty()) {
      return Optional.of(words.say("desk.flow.language-missing"));
    }
    return set.questions().stream()
        .map(q -> Form.of(withKind(q)))
        .flatMap(form -> FlowForm.problems(form, set, form.text("id"), words).stream())
        .map(problem -> problem.message())
        .findFirst();
  }

  private static Map<String, List<String>> withKind(Question question) {
    var fields = new HashMap<>(FlowForm.fields(question));
    fields.put("id", List.of(question.id()));
    return fields;
  }
}
