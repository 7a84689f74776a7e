package org.folkmoot.texting;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sms.InboundMessage;
import org.folkmoot.sms.flow.FlowText;
import org.folkmoot.sms.words.ReservedWord;
import org.folkmoot.sms.words.ReservedWords;
import org.folkmoot.texting.Switchboard.Connected;

/// Whether a text is answered: not where answers are what somebody is after, nor, once the money is
/// spent, with anything but what a reserved word must be answered. Words that may mean danger are
/// always answered. Thread-safe.
final class Attention {

  private static final Set<ReservedWord> RIGHTS =
      EnumSet.of(
          ReservedWord.STOP,
          ReservedWord.FORGET,
          ReservedWord.CHANGE,
          ReservedWord.PRIVATE,
          ReservedWord.RESULT);

  private final Floods floods = new Floods();
  private final ReservedWords reserved = new ReservedWords();
  private final Budget budget;
  private final Alarms alarms;
  private final InstantSource time;

  Attention(Budget budget, Alarms alarms, InstantSource time) {
    this.budget = budget;
    this.alarms = alarms;
    this.time = time;
  }

  /// What of these answers goes back.
  ///
  /// @param isNew the first text of this telephone
  List<String> answers(
      Connected line, InboundMessage text, Phone phone, boolean isNew, List<String> answers) {
    Floods.Seen seen = floods.text(phone.reference(), text.from(), isNew, time.instant());
    boolean pauses =
        switch (seen) {
          case FINE -> false;
          case FLOOD, DELUGE -> {
            String name = phone.conversation(line.slug()).map(Phone.Conversation::name).orElse("");
            alarms.raise(line.slug(), Alarms.Kind.FLOOD, name, time.instant());
            yield seen == Floods.Seen.DELUGE || !isRight(text.body());
          }
          case PUMPING -> {
            String range = Floods.range(text.from());
            alarms.raise(line.slug(), Alarms.Kind.PUMPING, range, time.instant());
            yield true;
          }
        };
    boolean must = isSafety(line, answers);
    boolean reservedWord = isReserved(text.body());
    boolean silent = pauses || (budget.isSpent(line.slug()) && !reservedWord);
    List<String> kept = silent && !must ? List.of() : answers;
    budget.paid(line.slug(), kept.stream().mapToInt(Outgoing::parts).sum());
    return kept;
  }

  /// When somebody said STOP to a number that asks nothing; empty if they said something else.
  Optional<Instant> stopsNobodyAsked(InboundMessage text) {
    return reserved
        .read(text.body())
        .filter(command -> command.word() == ReservedWord.STOP)
        .map(_ -> time.instant());
  }

  /// To end it, to take back, to put right and to learn what became of it are never cut off.
  private boolean isRight(String body) {
    return reserved
        .read(body)
        .map(ReservedWords.Command::word)
        .filter(RIGHTS::contains)
        .isPresent();
  }

  /// STOP, HELP, FORGET and the like; not what only leads on through the questions.
  private boolean isReserved(String body) {
    return reserved
        .read(body)
        .map(ReservedWords.Command::word)
        .filter(word -> word != ReservedWord.GO)
        .filter(word -> word != ReservedWord.SKIP)
        .filter(word -> word != ReservedWord.DONE)
        .isPresent();
  }

  private static boolean isSafety(Connected line, List<String> answers) {
    return line.flow().languages().stream()
        .map(language -> Outgoing.plain(line.flow().text(language, FlowText.SAFETY)))
        .anyMatch(answers::contains);
  }
}
