package org.folkmoot.calling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Contribution;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.voice.CallEngine;
import org.folkmoot.sms.voice.CallQuestion;
import org.folkmoot.sms.voice.CallScript;
import org.folkmoot.sms.voice.CallState;
import org.folkmoot.sms.voice.Pressed;
import org.folkmoot.sms.voice.Prompt;
import org.folkmoot.sms.voice.Step;
import org.folkmoot.store.OneAtATime;
import org.folkmoot.texting.Dialling;
import org.folkmoot.texting.TextingService;

/// Calls, turn by turn. Two turns of one call never run at the same time. Thread-safe.
public final class CallingService {

  /// How long a webhook told again gets the answer it got first.
  private static final Duration REMEMBERED = Duration.ofDays(30);

  /// After so long a silence a call is over, though nobody told us.
  private static final Duration LOST = Duration.ofMinutes(20);

  private static final Duration HOUR = Duration.ofHours(1);
  private static final int BATCH = 200;

  private final CallingRepository repository;
  private final ConsultationService consultations;
  private final TextingService texting;
  private final SpokenAnswers answers;
  private final DecidedLines decided;
  private final Recordings recordings;
  private final Scripts scripts;
  private final Vault vault;
  private final InstantSource time;
  private final CallEngine engine = new CallEngine();
  private final OneAtATime alone = new OneAtATime();

  CallingService(
      CallingRepository repository,
      ConsultationService consultations,
      TextingService texting,
      SpokenAnswers answers,
      DecidedLines decided,
      Recordings recordings,
      Scripts scripts,
      Vault vault,
      InstantSource time) {
    this.repository = repository;
    this.consultations = consultations;
    this.texting = texting;
    this.answers = answers;
    this.decided = decided;
    this.recordings = recordings;
    this.scripts = scripts;
    this.vault = vault;
    this.time = time;
  }

  /// A webhook's turn.
  ///
  /// @param call the company and its id of the call
  /// @param from as the company names the caller
  /// @param written what is answered to a turn: the prompt, and the number of the turn after it
  record Turn(String call, String from, Function<Heard, String> written) {}

  /// What a caller hears, to be written for the company.
  ///
  /// @param next the number of the turn that follows
  record Heard(Prompt prompt, int next) {}

  public Optional<PhoneLine> line(String consultation) {
    return repository.line(consultation);
  }

  /// The line that takes calls about a question now, if one does.
  public Optional<PhoneLine> open(Consultation consultation) {
    return line(consultation.slug())
        .filter(line -> line.on() && consultation.isHearingOn(consultations.today()));
  }

  /// Sets a line up; calls under way go on with what it says from then on.
  public void setUp(PhoneLine line) {
    repository.save(line);
  }

  /// Who else takes calls on this number.
  Optional<String> numberTakenBy(String number, String except) {
    return repository.lines().stream()
        .filter(line -> line.on() && !line.consultation().equals(except))
        .filter(line -> Dialling.dialled(line.number()).equals(Dialling.dialled(number)))
        .flatMap(line -> consultations.find(line.consultation()).stream())
        .map(Consultation::title)
        .findFirst();
  }

  /// A call comes in. Empty if the number is none of ours, or takes no calls.
  Optional<String> ring(String to, Turn turn) {
    return lineAt(to)
        .map(line ->
            alone.with(
                turn.call(),
                () -> {
                  Optional<Call> known = repository.call(turn.call());
                  if (known.isPresent()) {
                    return known.get().answers().getFirst();
                  }
                  return begun(line, turn)
                      .orElseGet(
                          () -> repository.call(turn.call()).orElseThrow().answers().getFirst());
                }));
  }

  /// Empty if it was begun elsewhere meanwhile.
  private Optional<String> begun(PhoneLine line, Turn turn) {
    CallScript script = script(line);
    CallState nowhere = CallState.begun(script.languages().getFirst());
    var call =
        new Call(
            turn.call(),
            line.consultation(),
            caller(turn.from()),
            nowhere,
            List.of(),
            time.instant(),
            null,
            false,
            0);
    return answered(call, engine.begin(script, portal(call, line, turn.from())), turn);
  }

  /// A caller did something. Empty if there is no such call.
  Optional<String> goOn(int number, Pressed pressed, Turn turn) {
    return alone.with(
        turn.call(),
        () -> {
          while (true) {
            Optional<Call> found = repository.call(turn.call());
            Optional<PhoneLine> line = found.flatMap(call -> line(call.consultation()));
            if (found.isEmpty() || line.isEmpty()) {
              return Optional.empty();
            }
            Call call = found.get();
            List<String> before = call.answers();
            if (number < before.size()) {
              return Optional.of(before.get(number));
            }
            var reply =
                engine.advance(
                    script(line.get()),
                    call.state(),
                    pressed,
                    portal(call, line.get(), turn.from()));
            Optional<String> answer = answered(call, reply, turn);
            if (answer.isPresent()) {
              return answer;
            }
          }
        });
  }

  /// Empty if somebody else changed the call meanwhile.
  private Optional<String> answered(Call call, CallEngine.Reply reply, Turn turn) {
    int next = call.answers().size() + 1;
    String answer = turn.written().apply(new Heard(reply.prompt(), next));
    Call after = call.answered(reply.state(), answer, time.instant());
    return repository.save(after) ? Optional.of(answer) : Optional.empty();
  }

  /// A call is over: what was answered and not finished is kept, read and counted only. While
  /// somebody was speaking their recording is waited for.
  void ended(String id) {
    alone.with(
        id,
        () -> {
          repository
              .call(id)
              .filter(call -> !call.settled())
              .ifPresent(call -> {
                Call over = call.ended(time.instant());
                boolean waits = call.state().at() == Step.SPEAKING && !call.state().story();
                if (waits) {
                  repository.save(over);
                } else {
                  settle(over);
                }
              });
          return id;
        });
    recordings.goOn();
  }

  /// A recording is ready at the company.
  ///
  /// @param seconds how long it is
  void recorded(String id, String recording, int seconds) {
    alone.with(
        id,
        () -> {
          repository
              .call(id)
              .ifPresent(call -> {
                Instant now = time.instant();
                repository.add(
                    new Recording(
                        recording,
                        id,
                        call.consultation(),
                        SpokenAnswers.idOf(call),
                        seconds,
                        Recording.State.THERE,
                        "",
                        "",
                        0,
                        now,
                        now));
                boolean isMissing = !call.settled() || answers.kept(call).isEmpty();
                if (call.endedAt() != null && isMissing) {
                  settle(call.with(call.state().spoken()));
                }
              });
          return id;
        });
    Thread.ofVirtual().name("recording-" + recording).start(() -> recordings.goOn(recording));
  }

  /// Puts what a call that is over answered into the record. What was told its code is there.
  private void settle(Call call) {
    Optional<PhoneLine> line = line(call.consultation());
    boolean hasRecording = repository.hasRecording(call.id());
    Call said = hasRecording ? call.with(call.state().spoken()) : call;
    if (said.state().hasSaid() && said.state().code().isEmpty() && line.isPresent()) {
      answers.keep(script(line.get()), said, said.state());
    }
    repository.save(said.settledNow());
  }

  /// Ends calls that nobody ended, brings recordings on, and forgets what is no longer needed.
  public void goOn() {
    Instant now = time.instant();
    for (Call call : repository.unsettled(now.minus(LOST), BATCH)) {
      alone.with(
          call.id(),
          () -> {
            repository
                .call(call.id())
                .filter(found -> !found.settled())
                .ifPresent(found -> settle(found.ended(now)));
            return call;
          });
    }
    recordings.goOn();
    repository.forgetCallsBefore(now.minus(REMEMBERED));
    repository.forgetTriesBefore(now.minus(HOUR).minus(HOUR));
  }

  /// Somebody who waits to be called, with the number to call.
  record Waiting(CallBack back, String number) {}

  List<Waiting> callBacks(String consultation) {
    return repository.backs(consultation).stream()
        .map(back ->
            new Waiting(
                back,
                vault
                    .open(back.contact())
                    .map(contact -> Dialling.shown(contact.address(), country()))
                    .orElse("")))
        .toList();
  }

  /// Somebody was called: the number is forgotten here.
  void calledBack(String consultation, String id) {
    repository
        .back(id)
        .filter(back -> back.consultation().equals(consultation))
        .ifPresent(back -> {
          repository.remove(back);
          if (!repository.isWaitedFor(back.contact())) {
            vault.forget(back.contact());
          }
        });
  }

  List<Recording> recordings(String consultation) {
    return repository.recordings(consultation);
  }

  /// Everything that was said from a number, to whatever question, and stands.
  public List<Contribution> saidBy(PhoneNumber number) {
    return repository.lines().stream()
        .flatMap(line -> answers.saidBy(line.consultation(), texting.reference(number)).stream())
        .filter(c -> !c.status().isGone())
        .toList();
  }

  /// The reference under which a number waits to be called back, if it does.
  public String waitsAs(PhoneNumber number) {
    return vault.reference(new Vault.Contact(Vault.Kind.PHONE, number.e164()), OneCall.CALL_BACK);
  }

  /// Forgets the calls of a caller, and that somebody is to be called back, by reference.
  public void forget(String reference) {
    repository.forgetCaller(reference);
  }

  /// What a line asks with keys.
  List<CallQuestion> questions(PhoneLine line) {
    return scripts.questions(line);
  }

  private Optional<PhoneLine> lineAt(String to) {
    List<PhoneLine> here =
        repository.lines().stream()
            .filter(
                line -> line.on() && Dialling.dialled(line.number()).equals(Dialling.dialled(to)))
            .toList();
    return here.stream()
        .filter(line -> consultations.find(line.consultation()).flatMap(this::open).isPresent())
        .findFirst()
        .or(() -> here.stream().findFirst());
  }

  private CallScript script(PhoneLine line) {
    boolean hearing =
        consultations.find(line.consultation()).filter(c -> open(c).isPresent()).isPresent();
    return scripts.of(line, hearing);
  }

  private OneCall portal(Call call, PhoneLine line, String from) {
    var desk = new OneCall.Desk(answers, decided, repository, vault, country());
    return new OneCall(desk, script(line), call, number(from), time.instant());
  }

  private String caller(String from) {
    return number(from).map(texting::reference).orElse("");
  }

  private static Optional<PhoneNumber> number(String from) {
    return Withheld.is(from) ? Optional.empty() : PhoneNumber.parse(from);
  }

  private String country() {
    return consultations.council().country();
  }
}
