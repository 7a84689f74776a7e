package org.folkmoot.sms.flow;

import static org.folkmoot.sms.flow.FlowState.DONE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.sms.flow.FlowState.Part;
import org.folkmoot.sms.words.Choices.Choice;
import org.folkmoot.sms.words.Keywords;
import org.jspecify.annotations.Nullable;

/// A state while one text or one silence changes it, with the replies and effects gathered so far,
/// and the moves every part of a conversation shares. Made for one call and used by one thread.
sealed class Draft permits Asking {
  static final Pattern LETTERS = Pattern.compile("\\p{L}\\p{M}*\\p{L}");
  static final Pattern EDGES = Pattern.compile("^[\\s\\p{P}]+|[\\s\\p{P}]+$");

  private static final Pattern MARK =
      Pattern.compile("^\\(?([1-9])/[2-9]\\)?\\s|\\s\\(?([1-9])/[2-9]\\)?$");
  private static final Pattern POLISH = Pattern.compile("[ąćęłńśźżĄĆĘŁŃŚŹŻ]");

  final FlowEngine engine;
  final Flow flow;
  final FlowState state;
  final Instant now;
  final List<String> replies = new ArrayList<>();
  final List<Effect> effects = new ArrayList<>();

  String at;
  String resumeAt;
  String language;
  String waiting;
  final List<Answer> answers;
  final List<Part> parts;
  int misses;
  @Nullable Instant consentedAt;
  @Nullable Instant heardAt;
  @Nullable Instant forgetAskedAt;

  /// What came did not answer the question that is open.
  boolean aside;

  Draft(FlowEngine engine, Flow flow, FlowState state, Instant now) {
    this.engine = engine;
    this.flow = flow;
    this.state = state;
    this.now = now;
    this.at = state.at();
    this.resumeAt = state.resumeAt();
    this.language =
        flow.languages().contains(state.language())
            ? state.language()
            : flow.languages().getFirst();
    this.waiting = state.waiting();
    this.answers = new ArrayList<>(state.answers());
    this.parts = new ArrayList<>(state.parts());
    this.misses = state.misses();
    this.consentedAt = state.consentedAt();
    this.heardAt = state.heardAt();
    this.forgetAskedAt = state.forgetAskedAt();
  }

  Step step() {
    var next =
        new FlowState(
            flow.id(),
            at,
            resumeAt,
            language,
            waiting,
            answers,
            parts,
            misses,
            consentedAt,
            heardAt,
            forgetAskedAt);
    return new Step(next, replies, effects, again());
  }

  /// In the middle of a story what is open is the rest of it.
  private String again() {
    var question = flow.question(at);
    if (!aside || question.isEmpty()) {
      return "";
    }
    return question.get().kind() == Question.Kind.OPEN && !parts.isEmpty()
        ? flow.text(language, FlowText.MORE)
        : flow.ask(question.get(), language);
  }

  void answer(Question question, List<String> keys, String said) {
    answers.add(new Answer(question.id(), keys, said, now));
    next();
  }

  /// Asks the first question that is not answered and applies, or completes the conversation.
  void next() {
    parts.clear();
    misses = 0;
    var next = flow.all().stream().filter(q -> !isAnswered(q.id()) && applies(q)).findFirst();
    if (next.isPresent()) {
      at = next.get().id();
      ask(next.get());
    } else {
      effects.add(new Effect.Completed(given(), Wishes.of(answers)));
      clear();
      at = DONE;
      say(FlowText.THANKS);
    }
  }

  private boolean isAnswered(String id) {
    return answers.stream().anyMatch(a -> a.question().equals(id));
  }

  private boolean applies(Question question) {
    return question.onlyIf().entrySet().stream().allMatch(e -> took(e.getKey(), e.getValue()))
        && question.unless().entrySet().stream().noneMatch(e -> took(e.getKey(), e.getValue()));
  }

  private boolean took(String id, List<String> keys) {
    return answers.stream()
        .anyMatch(a -> a.question().equals(id) && a.keys().stream().anyMatch(keys::contains));
  }

  /// What is handed over: no closing question, nothing left out, in the order of the questions.
  List<Answer> given() {
    var order = flow.questions().stream().map(Question::id).toList();
    var closing = flow.closing().stream().map(Question::id).toList();
    return answers.stream()
        .filter(a -> !a.leftOut() && !closing.contains(a.question()))
        .sorted(Comparator.comparingInt(a -> order.indexOf(a.question())))
        .toList();
  }

  void keep(String text) {
    var words = text.strip();
    if (words.isEmpty()) {
      return;
    }
    waiting = joined(waiting, words);
    effects.add(new Effect.SaveKeywordText(words));
  }

  /// Words of somebody to whom nothing is to be said: they wait for GO in silence.
  void waitForGo(String text) {
    waiting = joined(waiting, text.strip());
    effects.add(new Effect.SaveKeywordText(text.strip()));
  }

  /// Who we are, what comes next, and that words wait for GO, in two texts.
  void hello(String words) {
    var written = words.codePoints().mapToObj(Character.UnicodeScript::of).toList();
    // Letters of one language only: whoever writes them is answered in it from the first text on.
    if (written.contains(Character.UnicodeScript.BENGALI) && flow.languages().contains("bn")) {
      language = "bn";
    } else if (POLISH.matcher(words).find() && flow.languages().contains("pl")) {
      language = "pl";
    }
    at = FlowState.AWAIT_CONSENT;
    misses = 0;
    keep(words);
    greet(offered());
  }

  /// What is agreed to, and what else is to be known before; with the languages there are, or
  /// without them once one is chosen.
  void greet(String languages) {
    say(waiting.isEmpty() ? FlowText.CONSENT : FlowText.CONSENT_KEPT);
    var more =
        waiting.isEmpty()
            ? flow.text(
                language, FlowText.CLOSING, Map.of("count", String.valueOf(flow.closing().size())))
            : flow.text(language, FlowText.UNREAD);
    replies.add((flow.text(language, FlowText.LIVE) + " " + more + " " + languages).strip());
  }

  /// The number may be somebody else's now: as if nobody had used it, but for STOP.
  void startOver() {
    forget();
    at = at.equals(FlowState.STOPPED) ? FlowState.STOPPED : FlowState.NEW;
    language = flow.languages().getFirst();
    heardAt = null;
  }

  void unsolicited(String text, FlowText reply) {
    effects.add(new Effect.Unsolicited(text.strip()));
    say(reply);
  }

  /// Forgets all but that GO was said.
  void clear() {
    waiting = "";
    resumeAt = "";
    answers.clear();
    parts.clear();
    misses = 0;
  }

  void forget() {
    clear();
    consentedAt = null;
    forgetAskedAt = null;
  }

  void addPart(String text) {
    parts.add(new Part(text.strip(), now));
    parts.sort(Comparator.comparing(Part::at));
    if (parts.stream().allMatch(part -> mark(part.text()) > 0)) {
      // The phone has numbered them, and gateways mix them up.
      parts.sort(Comparator.comparingInt(part -> mark(part.text())));
    }
  }

  /// Which text of several this one says it is: 2 of `2/3 and then`, `(2/3)`, `and then 2/3`; 0 if
  /// it does not say.
  private static int mark(String text) {
    var found = MARK.matcher(text);
    if (!found.find()) {
      return 0;
    }
    var number = found.group(1) == null ? found.group(2) : found.group(1);
    return number.charAt(0) - '0';
  }

  String partsSaid() {
    return parts.stream().map(Part::text).collect(Collectors.joining("\n"));
  }

  Optional<Keywords.Match> keyword(String text) {
    return new Keywords(List.of(flow.keyword())).match(text);
  }

  boolean isBareKeyword(String text) {
    return keyword(text).filter(match -> match.rest().isEmpty()).isPresent();
  }

  Optional<String> languageChosen(String text) {
    if (flow.languages().size() == 1) {
      return Optional.empty();
    }
    var offered =
        flow.languages().stream()
            .map(l ->
                new Choice(
                    String.valueOf(flow.languages().indexOf(l) + 1),
                    List.of(
                        flow.text(l, FlowText.LANGUAGE_NAME),
                        flow.text(l, FlowText.LANGUAGE_PLAIN))))
            .toList();
    return shortText(text)
        ? engine.choices.read(text, offered, false).stream()
            .findFirst()
            .map(key -> flow.languages().get(Integer.parseInt(key) - 1))
        : Optional.empty();
  }

  /// A text that is nothing but the name of a language, whatever is being asked.
  Optional<String> languageNamed(String text) {
    var bare = EDGES.matcher(text).replaceAll("");
    return flow.languages().stream()
        .filter(l ->
            flow.text(l, FlowText.LANGUAGE_NAME).equalsIgnoreCase(bare)
                || flow.text(l, FlowText.LANGUAGE_PLAIN).equalsIgnoreCase(bare))
        .findFirst();
  }

  private String offered() {
    if (flow.languages().size() > 2) {
      var all =
          flow.languages().stream()
              .map(l ->
                  flow.languages().indexOf(l) + 1 + " " + flow.text(l, FlowText.LANGUAGE_PLAIN))
              .collect(Collectors.joining(", "));
      return flow.text(language, FlowText.LANGUAGES, Map.of("languages", all));
    }
    // The other language is offered in itself: whoever reads this one is asked one thing only.
    return flow.languages().stream()
        .filter(other -> !other.equals(language))
        .map(other -> flow.text(other, FlowText.LANGUAGE))
        .collect(Collectors.joining(" "));
  }

  void ask(Question question) {
    replies.add(flow.ask(question, language));
  }

  /// Says kindly what is asked, in other words, and who can be called.
  void explain(Question question) {
    say(FlowText.PUZZLED);
    replies.add(flow.askAgain(question, language));
  }

  void say(FlowText text) {
    replies.add(flow.text(language, text));
  }

  /// At most three words: an answer rather than a story that begins with one.
  static boolean shortText(String text) {
    return text.strip().split("\\s+", -1).length <= 3;
  }

  static String joined(String before, String after) {
    return before.isEmpty() ? after : before + "\n" + after;
  }
}
