package org.folkmoot.sms.flow;

import static org.folkmoot.sms.flow.FlowState.AWAIT_CONSENT;
import static org.folkmoot.sms.flow.FlowState.DONE;
import static org.folkmoot.sms.flow.FlowState.EXPIRED;
import static org.folkmoot.sms.flow.FlowState.NEW;
import static org.folkmoot.sms.flow.FlowState.PAUSED;
import static org.folkmoot.sms.flow.FlowState.STOPPED;

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
import org.folkmoot.sms.words.ReservedWord;
import org.folkmoot.sms.words.ReservedWords.Command;
import org.jspecify.annotations.Nullable;

/// One text, or one silence, being worked out. Made for one call and used by one thread.
final class Turn {
  private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");
  private static final Pattern EDGES = Pattern.compile("^[\\s\\p{P}]+|[\\s\\p{P}]+$");

  private final FlowEngine engine;
  private final Flow flow;
  private final Instant now;
  private final List<String> replies = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();

  private String at;
  private String resumeAt;
  private String language;
  private String waiting;
  private final List<Answer> answers;
  private final List<Part> parts;
  private int misses;
  private @Nullable Instant consentedAt;
  private @Nullable Instant heardAt;

  Turn(FlowEngine engine, Flow flow, FlowState state, Instant now) {
    this.engine = engine;
    this.flow = flow;
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
  }

  Step step() {
    var state =
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
            heardAt);
    return new Step(state, replies, effects);
  }

  void hear(String text) {
    // Texts may be told of out of order; silence counts from the latest.
    heardAt = heardAt == null || now.isAfter(heardAt) ? now : heardAt;
    if (text.isBlank()) {
      return;
    }
    var command = engine.reserved.read(text);
    if (command.isPresent() && always(command.get())) {
      return;
    }
    var word = command.map(Command::word).orElse(null);
    switch (at) {
      case NEW, EXPIRED -> fresh(text, word);
      case AWAIT_CONSENT -> consent(text, word);
      case DONE -> afterwards(text, word);
      case PAUSED -> paused(text, word);
      case STOPPED -> stopped(text, word);
      default -> question(text, word);
    }
  }

  /// The words that are heard in every state.
  private boolean always(Command command) {
    return switch (command.word()) {
      case STOP -> {
        effects.add(new Effect.StopAll());
        if (!at.equals(STOPPED)) {
          resumeAt = at.equals(PAUSED) ? resumeAt : at;
          at = STOPPED;
          say(FlowText.STOPPED);
        }
        yield true;
      }
      case FORGET -> {
        effects.add(new Effect.Forget(command.argument()));
        if (command.argument().isEmpty()) {
          forget();
          at = at.equals(STOPPED) ? STOPPED : NEW;
        }
        yield true;
      }
      case RESULT -> {
        effects.add(new Effect.Result(command.argument()));
        yield true;
      }
      case HELP -> {
        effects.add(new Effect.HelpAsked());
        say(FlowText.HELP);
        say(FlowText.LIVE);
        yield true;
      }
      case START, SKIP, DONE, GO -> false;
    };
  }

  private void fresh(String text, @Nullable ReservedWord word) {
    var keyword = keyword(text);
    if (keyword.isPresent()) {
      at = AWAIT_CONSENT;
      misses = 0;
      say(FlowText.CONSENT);
      keep(keyword.get().rest());
      replies.add(notice());
    } else if (word != null || !LETTERS.matcher(text).find()) {
      say(FlowText.UNKNOWN);
    } else {
      unsolicited(text, FlowText.UNSOLICITED);
      say(FlowText.LIVE);
    }
  }

  private void consent(String text, @Nullable ReservedWord word) {
    var chosen = languageChosen(text);
    var keyword = keyword(text);
    if (word == ReservedWord.GO || word == ReservedWord.START) {
      begin();
    } else if (chosen.isPresent()) {
      language = chosen.get();
      say(FlowText.CONSENT);
      say(FlowText.LIVE);
    } else if (engine.choices.read(text, engine.choices.yesOrNo(), false).equals(List.of("2"))
        && shortText(text)) {
      forget();
      at = NEW;
      effects.add(new Effect.DropKeywordText());
      say(FlowText.DECLINED);
    } else if (word != null
        || keyword.filter(k -> k.rest().isEmpty()).isPresent()
        || !LETTERS.matcher(text).find()) {
      if (misses++ < FlowEngine.MAX_HINTS) {
        say(FlowText.CONSENT);
      }
    } else {
      keep(keyword.map(Keywords.Match::rest).orElse(text));
    }
  }

  /// GO: what waited becomes the first open answer.
  private void begin() {
    consentedAt = now;
    if (!waiting.isEmpty()) {
      var open =
          flow.questions().stream()
              .filter(q -> q.kind() == Question.Kind.OPEN)
              .map(Question::id)
              .findFirst();
      answers.add(new Answer(open.orElse(Answer.SAID), List.of(), waiting, now));
      waiting = "";
    }
    next();
  }

  private void question(String text, @Nullable ReservedWord word) {
    var question = flow.question(at);
    if (question.isEmpty()) {
      next(); // the flow was edited and this question is gone
      return;
    }
    var other = languageNamed(text);
    if (other.isPresent()) {
      language = other.get();
      ask(question.get());
      return;
    }
    switch (question.get().kind()) {
      case OPEN -> open(question.get(), text, word);
      case CHOICE -> choice(question.get(), question.get().choices(), text, word);
      case YES_NO -> choice(question.get(), engine.choices.yesOrNo(), text, word);
      case PLACE -> place(question.get(), text, word);
    }
  }

  private void open(Question question, String text, @Nullable ReservedWord word) {
    var yes = !engine.choices.read(text, engine.choices.yesOrNo(), false).isEmpty();
    var impatient = word == ReservedWord.GO && !yes && !engine.reserved.isThanks(text);
    if (word == ReservedWord.DONE || word == ReservedWord.SKIP) {
      answer(question, List.of(), partsSaid());
    } else if (impatient || word == ReservedWord.START || isBareKeyword(text)) {
      ask(question);
    } else {
      addPart(text);
      if (parts.size() == 1) {
        say(FlowText.MORE);
      }
    }
  }

  private void choice(
      Question question, List<Choice> choices, String text, @Nullable ReservedWord word) {
    var keys = engine.choices.read(text, choices, question.several());
    if (!keys.isEmpty()) {
      // Earlier tries are kept only where they were words, not slips of the finger.
      parts.removeIf(part -> shortText(part.text()));
      addPart(text);
      answer(question, keys, partsSaid());
    } else if (word == ReservedWord.SKIP) {
      answer(question, List.of(), partsSaid());
    } else if (word == ReservedWord.GO || word == ReservedWord.START || isBareKeyword(text)) {
      ask(question);
    } else {
      var list = choices.stream().map(Choice::key).collect(Collectors.toCollection(ArrayList::new));
      var last = list.removeLast();
      var all = String.join(", ", list) + " " + flow.text(language, FlowText.OR) + " " + last;
      miss(question, text, flow.text(language, FlowText.INVALID, Map.of("choices", all)));
    }
  }

  private void place(Question question, String text, @Nullable ReservedWord word) {
    if (word == ReservedWord.SKIP) {
      answer(question, List.of(), partsSaid());
    } else if (word != null || isBareKeyword(text)) {
      ask(question);
    } else if (text.strip().length() > Places.MAX_CHARACTERS) {
      miss(question, text, flow.text(language, FlowText.INVALID_PLACE));
    } else {
      // The whole postcode is not kept: it can point to a single house.
      var place = Places.coarse(text);
      answer(question, List.of(place), joined(partsSaid(), place));
    }
  }

  private void miss(Question question, String text, String hint) {
    addPart(text);
    if (misses++ < FlowEngine.MAX_HINTS) {
      replies.add(hint);
    } else {
      say(FlowText.MOVED_ON);
      answer(question, List.of(), partsSaid());
    }
  }

  private void answer(Question question, List<String> keys, String said) {
    answers.add(new Answer(question.id(), keys, said, now));
    next();
  }

  /// Asks the first question that is not answered and applies, or completes the conversation.
  private void next() {
    parts.clear();
    misses = 0;
    var next = flow.all().stream().filter(q -> !isAnswered(q.id()) && applies(q)).findFirst();
    if (next.isPresent()) {
      at = next.get().id();
      ask(next.get());
    } else {
      effects.add(new Effect.Completed(given(), Wishes.of(answers)));
      forget();
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
  private List<Answer> given() {
    var order = flow.questions().stream().map(Question::id).toList();
    var closing = flow.closing().stream().map(Question::id).toList();
    return answers.stream()
        .filter(a -> !a.leftOut() && !closing.contains(a.question()))
        .sorted(Comparator.comparingInt(a -> order.indexOf(a.question())))
        .toList();
  }

  private void afterwards(String text, @Nullable ReservedWord word) {
    if (word != null || engine.reserved.isThanks(text) || !LETTERS.matcher(text).find()) {
      return;
    }
    var keyword = keyword(text);
    if (keyword.filter(k -> k.rest().isEmpty()).isPresent()) {
      say(FlowText.AGAIN);
    } else {
      unsolicited(keyword.map(Keywords.Match::rest).orElse(text), FlowText.UNSOLICITED);
    }
  }

  private void paused(String text, @Nullable ReservedWord word) {
    if (word == ReservedWord.GO || word == ReservedWord.START) {
      resume();
    } else {
      unsolicited(text, FlowText.PAUSED);
    }
  }

  /// After STOP nothing is sent but the answer to START; words are kept all the same.
  private void stopped(String text, @Nullable ReservedWord word) {
    if (word == ReservedWord.START || isBareKeyword(text)) {
      effects.add(new Effect.Restart());
      resume();
    } else if (word == null && LETTERS.matcher(text).find()) {
      effects.add(
          new Effect.Unsolicited(keyword(text).map(Keywords.Match::rest).orElse(text).strip()));
    }
  }

  private void resume() {
    at = resumeAt.isEmpty() ? NEW : resumeAt;
    resumeAt = "";
    var question = flow.question(at);
    if (question.isPresent()) {
      ask(question.get());
    } else {
      say(at.equals(AWAIT_CONSENT) ? FlowText.CONSENT : FlowText.REJOINED);
    }
  }

  void silence(boolean answering) {
    if (answering) {
      flow.question(at).ifPresent(question -> answer(question, List.of(), partsSaid()));
      return;
    }
    var question = flow.question(at.equals(STOPPED) || at.equals(PAUSED) ? resumeAt : at);
    var said = partsSaid();
    if (question.isPresent() && !said.isEmpty()) {
      answers.add(new Answer(question.get().id(), List.of(), said, now));
    }
    if (!waiting.isEmpty()) {
      effects.add(new Effect.DropKeywordText());
    }
    var given = given();
    if (!given.isEmpty()) {
      effects.add(new Effect.LeftUnfinished(given, Wishes.of(answers)));
    }
    forget();
    at = at.equals(STOPPED) ? STOPPED : EXPIRED;
  }

  private void keep(String text) {
    var words = text.strip();
    if (words.isEmpty()) {
      return;
    }
    waiting = joined(waiting, words);
    effects.add(new Effect.SaveKeywordText(words));
    if (misses++ <= FlowEngine.MAX_HINTS) {
      say(FlowText.KEPT);
    }
  }

  private void unsolicited(String text, FlowText reply) {
    effects.add(new Effect.Unsolicited(text.strip()));
    say(reply);
  }

  private void forget() {
    waiting = "";
    resumeAt = "";
    answers.clear();
    parts.clear();
    misses = 0;
  }

  private void addPart(String text) {
    parts.add(new Part(text.strip(), now));
    parts.sort(Comparator.comparing(Part::at));
  }

  private String partsSaid() {
    return parts.stream().map(Part::text).collect(Collectors.joining("\n"));
  }

  private Optional<Keywords.Match> keyword(String text) {
    return new Keywords(List.of(flow.keyword())).match(text);
  }

  private boolean isBareKeyword(String text) {
    return keyword(text).filter(match -> match.rest().isEmpty()).isPresent();
  }

  private Optional<String> languageChosen(String text) {
    if (flow.languages().size() == 1) {
      return Optional.empty();
    }
    var offered =
        flow.languages().stream()
            .map(l ->
                new Choice(
                    String.valueOf(flow.languages().indexOf(l) + 1),
                    List.of(flow.text(l, FlowText.LANGUAGE_NAME))))
            .toList();
    return shortText(text)
        ? engine.choices.read(text, offered, false).stream()
            .findFirst()
            .map(key -> flow.languages().get(Integer.parseInt(key) - 1))
        : Optional.empty();
  }

  /// A text that is nothing but the name of a language, whatever is being asked.
  private Optional<String> languageNamed(String text) {
    var bare = EDGES.matcher(text).replaceAll("");
    return flow.languages().stream()
        .filter(l -> flow.text(l, FlowText.LANGUAGE_NAME).equalsIgnoreCase(bare))
        .findFirst();
  }

  private String notice() {
    var live = flow.text(language, FlowText.LIVE);
    return flow.languages().size() == 1
        ? live
        : live + " " + flow.text(language, FlowText.LANGUAGE);
  }

  private void ask(Question question) {
    replies.add(flow.ask(question, language));
  }

  private void say(FlowText text) {
    replies.add(flow.text(language, text));
  }

  /// At most three words: an answer rather than a story that begins with one.
  private static boolean shortText(String text) {
    return text.strip().split("\\s+", -1).length <= 3;
  }

  private static String joined(String before, String after) {
    return before.isEmpty() ? after : before + "\n" + after;
  }
}
