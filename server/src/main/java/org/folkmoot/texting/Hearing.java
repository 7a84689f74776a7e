package org.folkmoot.texting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.record.Added;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.Status;
import org.folkmoot.sms.InboundMessage.OptOutType;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.flow.Effect;
import org.folkmoot.sms.flow.Flow;
import org.folkmoot.sms.flow.FlowEngine;
import org.folkmoot.sms.flow.FlowState;
import org.folkmoot.sms.flow.FlowText;
import org.folkmoot.sms.flow.Step;
import org.folkmoot.sms.words.ReservedWord;
import org.folkmoot.sms.words.ReservedWords;
import org.folkmoot.texting.Phone.Conversation;
import org.folkmoot.texting.Phone.Why;
import org.folkmoot.texting.Switchboard.Connected;
import org.folkmoot.web.Words;
import org.jspecify.annotations.Nullable;

/// What one text, or one silence, does: to the record at once, to the phone in the value returned,
/// and what is answered. Doing it again with the same act adds nothing. Thread-safe.
final class Hearing {

  /// After so many wrong codes a phone is told nothing about any code that is not its own.
  private static final int MAX_WRONG_CODES = 20;

  private final TextedWords words;
  private final ResultLines results;
  private final TextingRepository repository;
  private final FlowEngine engine = new FlowEngine();
  private final ReservedWords reserved = new ReservedWords();
  private final HandingOver handing = new HandingOver(engine, reserved);

  /// The phone as it is to be saved, then what to answer, and what the text became.
  record Heard(Phone phone, List<String> replies, Became became) {
    Heard {
      replies = List.copyOf(replies);
    }

    Heard(Phone phone, List<String> replies) {
      this(phone, replies, Became.NOTHING);
    }
  }

  /// A text and where it came from.
  ///
  /// @param act gateway and message id
  /// @param optOut what the gateway answered already, or null
  /// @param pictures how many came with it
  record Text(
      PhoneNumber from,
      String words,
      String act,
      @Nullable OptOutType optOut,
      Instant at,
      int pictures) {}

  Hearing(TextedWords words, ResultLines results, TextingRepository repository) {
    this.words = words;
    this.results = results;
    this.repository = repository;
  }

  /// What a phone sent to a consultation, newest first, taken back or not.
  List<Contribution> sentBy(Phone phone, String consultation) {
    return words.from(phone, consultation);
  }

  Heard hear(Connected line, Phone before, Text text) {
    boolean silent = before.isSilentSince(text.at().minus(FlowEngine.SILENT));
    Phone phone = known(line, silent ? before.inOtherHands() : before).texting(line.slug());
    FlowState state = standing(line, phone, aligned(must(phone, line).state(), phone));
    if (words.isWorrying(text.words())) {
      Added held =
          words.worrying(line, phone, text.from(), text.words(), state.language(), text.act());
      return new Heard(phone, safety(line.flow(), state), Became.held(held.id()));
    }
    if (text.optOut() != null) {
      return asTheGatewaySays(line, phone, state, text, text.optOut());
    }
    boolean leads = line.isHearing() || engine.answersForget(state, text.words(), text.at());
    return leads ? lead(line, phone, state, text) : closed(line, phone, state, text);
  }

  /// What silence does to one conversation. Replies are to be sent, unless the line is closed.
  Heard silence(Connected line, Phone phone, Optional<PhoneNumber> number, Instant now) {
    Conversation conversation = must(phone, line);
    boolean tooLate = handing.isTooLate(conversation, now);
    Phone waited = tooLate ? phone.seenTo(line.slug()) : phone;
    Step step = engine.silence(line.flow(), aligned(conversation.state(), phone), now);
    String act = "silence:" + phone.reference() + ":" + phone.version();
    Heard heard = done(line, waited, number, step, act, now);
    List<String> replies = new ArrayList<>(line.isHearing() ? heard.replies() : List.of());
    if (tooLate) {
      replies.add(line.flow().text(step.state().language(), FlowText.NOBODY));
    }
    return new Heard(heard.phone(), replies, heard.became());
  }

  /// The gateway has answered a STOP, START or HELP already: do what it says, in silence. Its START
  /// may be nothing but a "yes" in the middle of a conversation, which goes on then.
  private Heard asTheGatewaySays(
      Connected line, Phone phone, FlowState state, Text text, OptOutType said) {
    boolean isPlain = said == OptOutType.START && !phone.isStopped();
    if (isPlain) {
      return line.isHearing() ? lead(line, phone, state, text) : closed(line, phone, state, text);
    }
    if (said == OptOutType.HELP) {
      return new Heard(phone, List.of());
    }
    Step step = engine.advance(line.flow(), state, said.name(), text.at());
    Heard heard = done(line, phone, Optional.of(text.from()), step, text.act(), text.at());
    return new Heard(heard.phone(), List.of(), heard.became());
  }

  private Heard lead(Connected line, Phone phone, FlowState state, Text text) {
    boolean withPerson = state.at().equals(FlowState.PAUSED);
    if (!engine.answersForget(state, text.words(), text.at())
        && handing.isForPerson(line.flow(), phone, state, text.words())
        && !handing.isMore(state, text.words())) {
      return toPerson(line, phone, state, text);
    }
    Step step = engine.advance(line.flow(), state, text.words(), text.at());
    Heard heard = done(line, phone, Optional.of(text.from()), step, text.act(), text.at());
    Optional<Why> why = handing.waits(state, step, text.words());
    if (heard.became().what() == Became.What.HELD || why.isEmpty()) {
      return heard;
    }
    Phone waiting = handing.waiting(line, heard.phone(), why.get(), text.at());
    Became became =
        heard.became().isSomething() ? heard.became() : Became.of(Became.What.FOR_PERSON);
    return new Heard(waiting, withPerson ? List.of() : heard.replies(), became);
  }

  /// Somebody wants a person, or writes to one: the questions wait until then.
  private Heard toPerson(Connected line, Phone phone, FlowState state, Text text) {
    boolean already = state.at().equals(FlowState.PAUSED);
    Step step = new Step(handing.paused(state, text.at()), List.of(), List.of());
    Heard heard = done(line, phone, Optional.of(text.from()), step, text.act(), text.at());
    List<String> replies =
        already ? List.of() : List.of(line.flow().text(state.language(), FlowText.PAUSED));
    return new Heard(
        handing.waiting(line, heard.phone(), Why.ASKED, text.at()),
        replies,
        Became.of(Became.What.FOR_PERSON));
  }

  /// A person has given the conversation back to the questions: what follows as if GO had come.
  Heard goOn(Connected line, Phone phone, Instant now) {
    Step step = engine.advance(line.flow(), must(phone, line).state(), "GO", now);
    String act = "back:" + phone.reference() + ":" + phone.version();
    return done(line, phone.seenTo(line.slug()), Optional.empty(), step, act, now);
  }

  /// A line that hears nobody keeps nothing; it still stops, forgets, helps and tells.
  private Heard closed(Connected line, Phone phone, FlowState state, Text text) {
    ReservedWord word = reserved.read(text.words()).map(ReservedWords.Command::word).orElse(null);
    String reply =
        Words.of(state.language())
            .say(
                "texting.sms.closed",
                "topic",
                line.flow()
                    .names()
                    .getOrDefault(state.language(), Map.of())
                    .getOrDefault("topic", ""),
                "date",
                line.flow()
                    .names()
                    .getOrDefault(state.language(), Map.of())
                    .getOrDefault("decided", ""));
    return switch (word) {
      case STOP, FORGET, RESULT, PRIVATE, CHANGE, HELP -> lead(line, phone, state, text);
      case START -> new Heard(phone.stopped(null), List.of(reply), Became.of(Became.What.STARTED));
      case SKIP, DONE, GO -> unheard(phone, reply);
      case null -> unheard(phone, reply);
    };
  }

  private static Heard unheard(Phone phone, String reply) {
    return new Heard(
        phone, phone.isStopped() ? List.of() : List.of(reply), Became.of(Became.What.CLOSED));
  }

  private Heard done(
      Connected line,
      Phone before,
      Optional<PhoneNumber> number,
      Step step,
      String act,
      Instant now) {
    Flow flow = line.flow();
    String language = step.state().language();
    Phone phone =
        before.with(
            line.slug(),
            new Conversation(
                must(before, line).number(),
                step.state(),
                handing.due(flow, step.state(), must(before, line).personNeeded()).orElse(null),
                must(before, line).waiting()));
    List<String> replies = new ArrayList<>(step.replies());
    Optional<Added> brought = Optional.empty();
    for (Effect effect : step.effects()) {
      switch (effect) {
        case Effect.Completed done -> {
          Added added =
              words.answers(line, phone, number, done.answers(), done.wishes(), language, act);
          replies = acknowledged(flow, step, added);
          brought = Optional.of(added);
        }
        case Effect.LeftUnfinished left -> {
          Added added =
              words.answers(line, phone, number, left.answers(), left.wishes(), language, act);
          if (added instanceof Added.Held) {
            replies.addAll(safety(flow, step.state()));
          }
          brought = Optional.of(added);
        }
        case Effect.Unsolicited said -> {
          Added added = words.more(line, phone, said.text(), language, act);
          replies = acknowledged(flow, step, added);
          brought = Optional.of(added);
        }
        case Effect.StopAll _ ->
            phone = phone.isStopped() ? phone : phone.nobodyNeeded().stopped(now);
        case Effect.Restart _ -> phone = phone.stopped(null);
        case Effect.Forget forget -> {
          Instant asked = must(before, line).state().forgetAskedAt();
          Instant when = asked == null ? now : asked;
          Heard heard = forget(flow, phone, number, forget.code(), language, when);
          phone = heard.phone();
          replies.addAll(heard.replies());
        }
        case Effect.Result result -> {
          Heard heard = result(line, phone, result.code(), language);
          phone = heard.phone();
          replies.addAll(heard.replies());
        }
        case Effect.AllowLess less -> {
          Heard heard = allowLess(flow, line, phone, less.code(), language);
          phone = heard.phone();
          replies.addAll(heard.replies());
        }
        case Effect.Change change -> {
          Heard heard = change(flow, phone, change, language);
          phone = heard.phone();
          replies.addAll(heard.replies());
        }
        case Effect.PersonNeeded _ -> phone = handing.waiting(line, phone, Why.NOT_UNDERSTOOD, now);
        // The words are in the state, which is kept; help has been said by the flow itself.
        case Effect.SaveKeywordText _,
            Effect.DropKeywordText _,
            Effect.HelpAsked _,
            Effect.ForgetAsked _ -> {}
      }
    }
    List<String> answered = line.isHearing() ? step.withOpen(replies) : replies;
    return new Heard(phone, answered, became(must(before, line).state(), step, brought));
  }

  private static Became became(FlowState before, Step step, Optional<Added> brought) {
    return brought.isPresent() && brought.get() instanceof Added.Held held
        ? Became.held(held.id())
        : Became.of(before, step, brought.map(Added::id).orElse(""));
  }

  private static List<String> acknowledged(Flow flow, Step step, Added added) {
    return switch (added) {
      case Added.Kept kept -> new ArrayList<>(step.replies(kept.receipt().printed()));
      case Added.Held _ -> new ArrayList<>(safety(flow, step.state()));
    };
  }

  private Heard forget(
      Flow flow,
      Phone phone,
      Optional<PhoneNumber> number,
      String code,
      String language,
      Instant asked) {
    if (!code.isEmpty() && !words.takeBack(phone, code)) {
      return new Heard(phone.wrongCode(), List.of(flow.text(language, FlowText.NOT_FORGOTTEN)));
    }
    if (!code.isEmpty()) {
      return new Heard(phone, List.of(flow.text(language, FlowText.FORGOTTEN_ONE)));
    }
    number.ifPresent(from -> words.takeBackAll(phone, from, asked));
    return new Heard(phone.saidNothing(), List.of(flow.text(language, FlowText.FORGOTTEN)));
  }

  private Heard change(Flow flow, Phone phone, Effect.Change change, String language) {
    if (change.words().isEmpty()) {
      return new Heard(phone, List.of(flow.text(language, FlowText.CHANGE_HOW)));
    }
    return switch (words.change(phone, change.code(), change.words(), language)) {
      case DONE -> {
        String code = ReceiptCode.parse(change.code()).map(ReceiptCode::printed).orElse("");
        yield new Heard(
            phone, List.of(flow.text(language, FlowText.CHANGED, Map.of("code", code))));
      }
      case UNKNOWN ->
          new Heard(phone.wrongCode(), List.of(flow.text(language, FlowText.NOT_FORGOTTEN)));
      case TOO_LATE -> new Heard(phone, List.of(flow.text(language, FlowText.NOT_CHANGED)));
    };
  }

  /// As on the receipt's page, whoever has the code can allow less with it.
  private Heard allowLess(Flow flow, Connected line, Phone phone, String code, String language) {
    if (code.isEmpty()) {
      words.allowLessOfAll(phone, line.slug());
      return new Heard(phone, List.of(flow.text(language, FlowText.COUNTED_ONLY)));
    }
    boolean known = phone.wrongCodes() < MAX_WRONG_CODES && words.allowLess(code);
    return known
        ? new Heard(phone, List.of(flow.text(language, FlowText.COUNTED_ONE)))
        : new Heard(phone.wrongCode(), List.of(flow.text(language, FlowText.NOT_FORGOTTEN)));
  }

  private Heard result(Connected line, Phone phone, String code, String language) {
    Optional<Contribution> voice =
        code.isEmpty() ? words.latest(phone, line.slug()) : words.byCode(code);
    if (!code.isEmpty() && (voice.isEmpty() || phone.wrongCodes() >= MAX_WRONG_CODES)) {
      return new Heard(
          phone.wrongCode(), List.of(line.flow().text(language, FlowText.NOT_FORGOTTEN)));
    }
    Optional<String> why =
        voice.filter(c -> c.status() == Status.REFUSED).map(Contribution::reason);
    if (why.isPresent()) {
      String printed = voice.map(c -> c.receipt().printed()).orElse("");
      return new Heard(
          phone,
          List.of(
              line.flow()
                  .text(language, FlowText.NOT_SHOWN, Map.of("why", why.get(), "code", printed))));
    }
    String consultation = voice.map(Contribution::consultation).orElse(line.slug());
    String reply =
        results
            .of(consultation, voice, language)
            .map(told ->
                line.flow()
                    .text(
                        language, FlowText.RESULT, Map.of("said", told.said(), "did", told.did())))
            .orElseGet(() -> line.flow().text(language, FlowText.NO_RESULT));
    return new Heard(phone, List.of(reply));
  }

  /// In the language of the conversation; before one has begun, in all that the line speaks.
  private static List<String> safety(Flow flow, FlowState state) {
    boolean chosen = state.heardAt() != null;
    return (chosen ? List.of(state.language()) : flow.languages())
        .stream().map(language -> flow.text(language, FlowText.SAFETY)).toList();
  }

  private Phone known(Connected line, Phone phone) {
    if (phone.conversation(line.slug()).isPresent()) {
      return phone;
    }
    long number = repository.number(line.slug(), phone.name());
    return phone.with(
        line.slug(), new Conversation(number, FlowState.start(line.flow()), null, null));
  }

  private static Conversation must(Phone phone, Connected line) {
    return phone.conversation(line.slug()).orElseThrow();
  }

  /// A GO counts for later words as long as something of it stands: whoever took everything back is
  /// asked anew.
  private FlowState standing(Connected line, Phone phone, FlowState s) {
    boolean over =
        line.flow().question(s.at()).isEmpty() && line.flow().question(s.resumeAt()).isEmpty();
    return s.consentedAt() != null && over && words.latest(phone, line.slug()).isEmpty()
        ? s.withoutConsent()
        : s;
  }

  /// STOP and START are said once for all lines; the state of this one follows.
  private static FlowState aligned(FlowState s, Phone phone) {
    boolean stopped = s.at().equals(FlowState.STOPPED);
    if (phone.isStopped() == stopped) {
      return s;
    }
    String resume = s.resumeAt().isEmpty() ? FlowState.NEW : s.resumeAt();
    return stopped
        ? s.at(resume, "")
        : s.at(FlowState.STOPPED, s.at().equals(FlowState.PAUSED) ? s.resumeAt() : s.at());
  }
}
