package org.folkmoot.texting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.record.ViewLog;
import org.folkmoot.record.Voice;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.flow.Answer;
import org.folkmoot.sms.flow.Flow;
import org.folkmoot.sms.flow.FlowEngine;
import org.folkmoot.sms.flow.FlowState;
import org.folkmoot.texting.Hearing.Heard;
import org.folkmoot.texting.Phone.Conversation;
import org.folkmoot.texting.Switchboard.Connected;

/// Conversations as the desk sees them, and a person's part in them. Who texts is known by the
/// conversation's name alone; words are those that the reader may read in the record, and for an
/// officer those that were written to a person. Thread-safe.
public final class ThreadService {

  private static final Duration A_DAY = Duration.ofDays(1);

  private final TextingRepository repository;
  private final OutboxRepository texts;
  private final ThreadRepository lines;
  private final Threads threads;
  private final TextingService texting;
  private final SendingService sending;
  private final Switchboard switchboard;
  private final Hearing hearing;
  private final HandingOver handing;
  private final RecordRoom record;
  private final Vault vault;
  private final InstantSource time;

  ThreadService(
      TextingRepository repository,
      OutboxRepository texts,
      ThreadRepository lines,
      Threads threads,
      TextingService texting,
      SendingService sending,
      Switchboard switchboard,
      Hearing hearing,
      HandingOver handing,
      RecordRoom record,
      Vault vault,
      InstantSource time) {
    this.repository = repository;
    this.texts = texts;
    this.lines = lines;
    this.threads = threads;
    this.texting = texting;
    this.sending = sending;
    this.switchboard = switchboard;
    this.hearing = hearing;
    this.handing = handing;
    this.record = record;
    this.vault = vault;
    this.time = time;
  }

  /// One conversation in the list.
  ///
  /// @param waits since when it waits for a person
  record Listed(Conversation conversation, boolean isStopped, Optional<Instant> waits) {}

  /// What became of the contribution a line stands for.
  enum Standing {
    NONE,
    READABLE,
    /// The safeguarding lead has it.
    HELD,
    TAKEN_BACK
  }

  /// A line as one reader may see it.
  ///
  /// @param voice what it brought into the record, if the reader may see it
  /// @param chosen what was chosen in answer to its question
  /// @param written words to or by a person, while they are kept and for an officer alone
  /// @param replies what went back with it; empty once that is not known any more
  /// @param sent how far a text of ours has come
  record Shown(
      ThreadLine line,
      Standing standing,
      Optional<Voice> voice,
      List<String> chosen,
      Optional<String> written,
      List<String> replies,
      Optional<OutText> sent) {}

  /// One conversation.
  ///
  /// @param underWay what was answered and is not in the record yet: only while it waits for the
  ///   person who opens it, and after GO
  /// @param within whether an answer may go at any hour
  record OneThread(
      Conversation conversation,
      Optional<Connected> line,
      boolean isStopped,
      boolean mayAnswer,
      boolean canBeAnswered,
      boolean canGoOn,
      boolean within,
      List<Answer> underWay,
      List<Shown> lines) {}

  /// What became of an answer that somebody here wrote.
  enum Answered {
    SENT,
    STOPPED,
    /// The number is kept no more.
    NO_NUMBER
  }

  /// In how many conversations somebody waits for a person.
  public int waiting(String consultation) {
    return repository.waiting(consultation);
  }

  /// Until when the first of those that wait can be answered; empty if none waits.
  public Optional<Instant> firstEnds(String consultation) {
    return repository.waitingFor(consultation).stream()
        .flatMap(phone -> phone.conversation(consultation).stream())
        .filter(c -> c.personNeeded() != null)
        .map(Conversation::answerableUntil)
        .min(Comparator.naturalOrder());
  }

  /// Those that wait first, the longest waiting before the others; then the one heard last.
  List<Listed> all(String consultation) {
    return repository.withConversation(consultation).stream()
        .flatMap(phone ->
            phone.conversation(consultation).stream()
                .map(c -> new Listed(c, phone.isStopped(), Optional.ofNullable(c.personNeeded()))))
        .sorted(
            Comparator.comparing((Listed l) -> l.waits().orElse(Instant.MAX))
                .thenComparing(l -> l.conversation().heardAt(), Comparator.reverseOrder()))
        .toList();
  }

  /// One conversation, read by somebody; that they did is noted before.
  ///
  /// @param mayAnswer an officer, who may read what was written to a person
  Optional<OneThread> open(
      String consultation, String name, Reader reader, boolean mayAnswer, String by) {
    Optional<Phone> found = find(consultation, name);
    found.ifPresent(_ -> record.views().note(by, ViewLog.What.TEXT_THREAD, consultation, name, ""));
    return found.map(phone -> thread(consultation, phone, reader, mayAnswer));
  }

  private OneThread thread(String consultation, Phone phone, Reader reader, boolean mayAnswer) {
    Conversation c = phone.conversation(consultation).orElseThrow();
    Optional<Connected> line = switchboard.line(consultation);
    boolean waits = mayAnswer && c.personNeeded() != null && c.state().consentedAt() != null;
    return new OneThread(
        c,
        line,
        phone.isStopped(),
        mayAnswer,
        mayAnswer && !phone.isStopped() && phone.numberKept(),
        mayAnswer && line.filter(l -> canGoOn(l.flow(), c.state())).isPresent(),
        isSoon(c),
        waits ? underWay(c.state()) : List.of(),
        shown(consultation, phone, c.number(), reader, mayAnswer));
  }

  private static boolean canGoOn(Flow flow, FlowState s) {
    return s.at().equals(FlowState.PAUSED)
        && (flow.question(s.resumeAt()).isPresent()
            || s.resumeAt().equals(FlowState.AWAIT_CONSENT));
  }

  private static List<Answer> underWay(FlowState s) {
    var all = new ArrayList<>(s.answers());
    String at = s.at().equals(FlowState.PAUSED) ? s.resumeAt() : s.at();
    s.parts().forEach(part -> all.add(new Answer(at, List.of(), part.text(), part.at())));
    return all.stream().filter(answer -> !answer.leftOut()).toList();
  }

  private List<Shown> shown(
      String consultation, Phone phone, long number, Reader reader, boolean mayAnswer) {
    List<ThreadLine> all = lines.of(consultation, number);
    Map<String, OutText> sent = new HashMap<>();
    texts.of(phone.reference(), consultation).forEach(t -> sent.put(t.id(), t));
    var shown = new ArrayList<Shown>();
    String contribution = "";
    Set<String> answered = new HashSet<>();
    for (ThreadLine line : all.reversed()) {
      if (!line.became().contribution().isEmpty()) {
        contribution = line.became().contribution();
        answered.clear();
      }
      boolean first = answered.add(line.became().question());
      shown.add(shown(phone, line, first ? contribution : "", reader, mayAnswer, sent));
    }
    sent.values().stream()
        .filter(t -> !t.purpose().equals(Purpose.CODE))
        .forEach(t -> shown.add(ours(phone, number, t)));
    shown.sort(Comparator.comparing(one -> one.line().at()));
    return Collections.unmodifiableList(shown);
  }

  /// @param later the contribution that this line's answer went into; empty where another line of
  ///   the same question says it
  private Shown shown(
      Phone phone,
      ThreadLine line,
      String later,
      Reader reader,
      boolean mayAnswer,
      Map<String, OutText> sent) {
    String id = line.became().contribution().isEmpty() ? later : line.became().contribution();
    boolean ofAnswer =
        line.became().what() == Became.What.ANSWER || !line.became().contribution().isEmpty();
    Optional<Voice> voice = ofAnswer ? record.reading().find(reader, id) : Optional.empty();
    List<String> chosen =
        voice.stream()
            .flatMap(v -> v.answers().stream())
            .filter(answer -> answer.question().equals(line.became().question()))
            .flatMap(answer -> answer.chosen().stream())
            .toList();
    return new Shown(
        line,
        ofAnswer ? standing(id, voice) : Standing.NONE,
        voice,
        chosen,
        mayAnswer ? threads.words(line) : Optional.empty(),
        replies(phone, line),
        Optional.ofNullable(sent.remove(line.id())));
  }

  private Standing standing(String contribution, Optional<Voice> voice) {
    Optional<Contribution> found =
        contribution.isEmpty() ? Optional.empty() : record.service().find(contribution);
    if (found.isEmpty()) {
      return Standing.NONE;
    }
    if (found.get().status().isGone()) {
      return Standing.TAKEN_BACK;
    }
    return voice.isPresent() ? Standing.READABLE : Standing.HELD;
  }

  private List<String> replies(Phone phone, ThreadLine line) {
    return line.answers() == 0
        ? List.of()
        : phone.answerTo(line.id()).or(() -> repository.answerTo(line.id())).orElse(List.of());
  }

  /// A text that we began and nobody here wrote by hand.
  private static Shown ours(Phone phone, long number, OutText t) {
    var line =
        new ThreadLine(
            t.id(),
            phone.reference(),
            t.consultation(),
            number,
            t.changedAt(),
            ThreadLine.Direction.OUT,
            Became.NOTHING,
            t.parts(),
            0,
            0,
            Optional.empty(),
            0,
            "");
    return new Shown(
        line,
        Standing.NONE,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.of(t));
  }

  /// Somebody here answers. The questions wait until it is given back to them, so that what comes
  /// next comes to a person.
  ///
  /// @param once made with the form, so that a form sent twice is one text
  Answered answer(String consultation, String name, String words, String once, String by) {
    Phone before = find(consultation, name).orElseThrow();
    Optional<PhoneNumber> number =
        vault.open(before.reference()).flatMap(found -> PhoneNumber.parse(found.address()));
    if (before.isStopped()) {
      return Answered.STOPPED;
    }
    if (number.isEmpty()) {
      return Answered.NO_NUMBER;
    }
    record.views().note(by, ViewLog.What.TEXT_ANSWERED, consultation, name, "");
    Conversation c = before.conversation(consultation).orElseThrow();
    Instant now = time.instant();
    String id = String.join(":", "person", before.reference(), consultation, once);
    threads.wrote(
        new ThreadLine(
            id,
            before.reference(),
            consultation,
            c.number(),
            now,
            ThreadLine.Direction.OUT,
            Became.NOTHING,
            Outgoing.parts(words),
            0,
            0,
            Optional.empty(),
            0,
            by),
        words);
    sending.send(id, consultation, purpose(c), number.get(), words);
    see(consultation, before, true);
    return Answered.SENT;
  }

  /// Nothing more is to be done here.
  void close(String consultation, String name) {
    find(consultation, name).ifPresent(phone -> see(consultation, phone, false));
  }

  private void see(String consultation, Phone found, boolean goesOn) {
    Optional<Connected> line = switchboard.line(consultation);
    texting.change(
        found.reference(),
        phone -> {
          Optional<Conversation> c = phone.conversation(consultation);
          if (c.isEmpty() || line.isEmpty()) {
            return phone.seenTo(consultation);
          }
          FlowState s = c.get().state();
          FlowState next =
              goesOn ? handing.paused(s, s.heardAt()) : handing.closed(line.get().flow(), s);
          // What is answered late has as long to be answered as what is answered at once.
          Instant due =
              goesOn
                  ? time.instant().plus(FlowEngine.PATIENCE)
                  : handing.due(line.get().flow(), next, null).orElse(null);
          return phone.with(consultation, new Conversation(c.get().number(), next, due, null));
        });
  }

  /// The questions go on where they were, with the one that was asked last.
  void giveBack(String consultation, String name) {
    Optional<Phone> found = find(consultation, name);
    Optional<Connected> line = switchboard.line(consultation);
    if (found.isEmpty() || line.isEmpty()) {
      return;
    }
    Optional<PhoneNumber> number =
        vault.open(found.get().reference()).flatMap(kept -> PhoneNumber.parse(kept.address()));
    Purpose purpose = purpose(found.get().conversation(consultation).orElseThrow());
    var replies = new ArrayList<String>();
    Phone after =
        texting.change(
            found.get().reference(),
            phone -> {
              replies.clear();
              boolean asked =
                  phone
                      .conversation(consultation)
                      .filter(c -> canGoOn(line.get().flow(), c.state()))
                      .isPresent();
              if (phone.isStopped() || !asked) {
                return phone;
              }
              Heard heard = hearing.goOn(line.get(), phone, time.instant());
              replies.addAll(heard.replies());
              return heard.phone();
            });
    for (int i = 0; i < replies.size() && number.isPresent(); i++) {
      String id = String.join(":", "back", after.reference(), "" + after.version(), "" + i);
      sending.send(id, consultation, purpose, number.get(), replies.get(i));
    }
  }

  private Optional<Phone> find(String consultation, String name) {
    return Conversation.numberIn(name).flatMap(number -> repository.numbered(consultation, number));
  }

  private Purpose purpose(Conversation c) {
    return isSoon(c) ? Purpose.ANSWER : Purpose.LATE_ANSWER;
  }

  private boolean isSoon(Conversation c) {
    return c.heardAt().plus(A_DAY).isAfter(time.instant());
  }
}
