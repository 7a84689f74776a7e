package org.folkmoot.statement;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Added;
import org.folkmoot.record.CaptureKind;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Lineage;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Source;
import org.folkmoot.record.Voices;

/// Statements and the votes on them. Thread-safe.
public final class StatementService implements Lineage {

  /// Source of what residents propose, which tells it from slips.
  public static final Source PROPOSAL = Source.of("proposal");

  /// Entries of the log read at once.
  private static final int FOLLOWED = 500;

  private final StatementRepository statements;
  private final RecordService record;
  private final RecordReading reading;
  private final Ledger ledger;
  private final InstantSource time;

  StatementService(
      StatementRepository statements,
      RecordService record,
      RecordReading reading,
      Ledger ledger,
      InstantSource time) {
    this.statements = statements;
    this.record = record;
    this.reading = reading;
    this.ledger = ledger;
    this.time = time;
  }

  /// What can be voted on now, oldest first, with the words as anyone may read them.
  public List<Statement> live(String consultation) {
    return all(consultation).stream()
        .filter(statement -> statement.live() && !statement.text().isEmpty())
        .toList();
  }

  /// Every statement there was; one whose words may not be shown any more has no text.
  public List<Statement> all(String consultation) {
    List<Statement> stored = statements.all(consultation);
    Map<String, String> words = new HashMap<>();
    List<RecordReading.Member> proposals =
        stored.stream()
            .filter(Statement::isFromResident)
            .map(s -> new RecordReading.Member(s.proposal(), 1))
            .toList();
    if (!proposals.isEmpty()) {
      reading
          .open(Reader.PUBLIC, proposals)
          .voices()
          .forEach(voice -> words.put(voice.id(), voice.words()));
    }
    return stored.stream()
        .map(s ->
            s.isFromResident()
                ? new Statement(
                    s.id(),
                    s.consultation(),
                    words.getOrDefault(s.proposal(), ""),
                    s.proposal(),
                    s.live())
                : s)
        .toList();
  }

  public Optional<Statement> find(String id) {
    return statements.find(id);
  }

  /// Puts one of the council's own on the list; the same words again are the same statement.
  ///
  /// @throws IllegalArgumentException if it says nothing or is longer than [Statement#LONGEST]
  public Statement add(String consultation, String text, String by) {
    String words = text.strip();
    if (words.isEmpty() || words.length() > Statement.LONGEST) {
      throw new IllegalArgumentException("a statement has 1 to 200 characters");
    }
    String act = "statement:" + words.toLowerCase(Locale.ROOT);
    return put(new Statement(id(consultation, act), consultation, words, "", true), by);
  }

  /// Puts what a resident proposed to the vote; empty unless it is checked and anyone may read it.
  public Optional<Statement> put(String consultation, String proposal, String by) {
    return reading
        .find(Reader.PUBLIC, proposal)
        .filter(voice -> voice.consultation().equals(consultation))
        .filter(voice -> voice.channel() == Channel.STATEMENT)
        .filter(voice -> voice.captureKind() != CaptureKind.TALLY)
        .map(voice ->
            put(
                new Statement(
                    id(consultation, "proposal:" + proposal),
                    consultation,
                    voice.words(),
                    proposal,
                    true),
                by));
  }

  /// Takes a statement off the list. Votes on it stay in the record.
  public void takeOff(Statement statement, String by) {
    if (statement.live()) {
      statements.setLive(statement.id(), false);
      log(Act.Kind.CLOSED, statement, by);
    }
  }

  /// One participant's votes by statement id.
  public Map<String, Vote> votes(String consultation, String participant) {
    return statements.votes(consultation, participant);
  }

  /// True if the participant has voted and not taken it back.
  public boolean hasVoted(String consultation, String participant) {
    return turn(consultation, participant).slip().isPresent();
  }

  /// Keeps one vote; the latest on a statement counts. A first vote makes a slip that is counted
  /// and nothing more.
  public void vote(String consultation, String participant, String statement, Vote vote) {
    vote(consultation, participant, Map.of(statement, vote), slip -> slip, false);
  }

  /// Keeps several votes at once.
  ///
  /// @param closing puts the answers to the closing questions into the slip, should this be the
  ///   first
  /// @param namesAnybody whether a name was written, which a person checks first
  /// @return the participant's slip
  public Contribution vote(
      String consultation,
      String participant,
      Map<String, Vote> chosen,
      UnaryOperator<NewContribution> closing,
      boolean namesAnybody) {
    Turn turn = turn(consultation, participant);
    String id = NewContribution.idOf(consultation, Channel.STATEMENT, turn.act());
    boolean again = turn.slip().isPresent();
    if (!again) {
      NewContribution draft =
          closing.apply(
              NewContribution.to(consultation, Channel.STATEMENT)
                  .act(turn.act())
                  .capturedAs(CaptureKind.TALLY)
                  .voices(new Voices.Tally(chosen.size()))
                  .participant(participant));
      chosen.forEach((statement, vote) -> draft.mark(group(statement) + ":" + vote.mark(), 1));
      again = isAgain(record.add(namesAnybody ? draft : draft.alreadyChecked()));
    }
    if (again) {
      chosen.forEach(
          (statement, vote) -> record.mark(id, group(statement), vote.mark(), 1, Act.CONTRIBUTOR));
    }
    long seq = ledger.last(consultation);
    Contribution slip = record.find(id).orElseThrow();
    statements.vote(slip, chosen, seq, time.instant());
    return slip;
  }

  /// Brings the votes up to the record by following its log: what a crash left between a slip and
  /// its votes is in the record, and from here on in the tallies.
  public void catchUp(String consultation) {
    long seq = statements.followed(consultation);
    for (List<Ledger.Entry> next = ledger.after(consultation, seq, FOLLOWED);
        !next.isEmpty();
        next = ledger.after(consultation, seq, FOLLOWED)) {
      next.forEach(this::follow);
      seq = next.getLast().seq();
      statements.followed(consultation, seq);
    }
  }

  private void follow(Ledger.Entry entry) {
    Act act = entry.act();
    boolean votes =
        act.kind() == Act.Kind.MARKED
            || Channel.STATEMENT.name().equals(act.details().get("channel"));
    if (votes) {
      record
          .find(act.subject())
          .filter(slip -> slip.channel() == Channel.STATEMENT && slip.isMarksOnly())
          .filter(slip -> !slip.status().isGone())
          .filter(slip -> restore(slip, entry))
          // Taken back meanwhile: whoever did it found fewer votes than there are now.
          .flatMap(slip -> record.find(slip.id()))
          .filter(now -> now.status().isGone())
          .ifPresent(this::forget);
    }
  }

  private boolean restore(Contribution slip, Ledger.Entry entry) {
    Map<String, Vote> chosen = new HashMap<>();
    for (String mark : slip.marks().keySet()) {
      String[] parts = mark.split(":");
      Vote.ofMark(parts[2]).ifPresent(vote -> chosen.put(parts[1], vote));
    }
    return statements.restore(slip, chosen, entry.seq(), entry.act().at());
  }

  /// Marks so far by statement id; a statement without any is not in it.
  public Map<String, Tally> tallies(String consultation) {
    return statements.tallies(consultation);
  }

  /// Adds what a resident would like others to vote on; a person checks it first.
  public Added propose(
      String consultation,
      String participant,
      String act,
      String text,
      String language,
      UnaryOperator<NewContribution> closing) {
    return record.add(
        closing.apply(
            NewContribution.to(consultation, Channel.STATEMENT)
                .act("proposal:" + act)
                .source(PROPOSAL)
                .participant(participant)
                .text(text, language)));
  }

  /// The votes of a slip that is taken back go with it.
  @Override
  public void forget(Contribution contribution) {
    if (contribution.channel() == Channel.STATEMENT && contribution.isMarksOnly()) {
      statements.forgetVotes(contribution.id());
    }
  }

  @Override
  public void giveBack(Contribution slip) {
    if (slip.channel() == Channel.STATEMENT && slip.isMarksOnly()) {
      ledger.about(slip.id()).stream()
          .filter(entry ->
              entry.act().kind() == Act.Kind.RECEIVED || entry.act().kind() == Act.Kind.MARKED)
          .reduce((_, last) -> last)
          .ifPresent(last -> restore(slip, last));
    }
  }

  private Statement put(Statement statement, String by) {
    boolean added = statements.insert(statement, time.instant());
    boolean back = !added && statements.find(statement.id()).filter(Statement::live).isEmpty();
    if (back) {
      statements.setLive(statement.id(), true);
    }
    if (added || back) {
      log(Act.Kind.OPENED, statement, by);
    }
    return statement;
  }

  /// An act of a participant, and the slip it made if it has been done.
  private record Turn(String act, Optional<Contribution> slip) {}

  /// This participant's turn to vote: the first, or the next after those taken back.
  private Turn turn(String consultation, String participant) {
    String first = "slip:" + participant;
    for (int time = 1; ; time++) {
      String act = time == 1 ? first : first + ":" + time;
      Optional<Contribution> slip =
          record.find(NewContribution.idOf(consultation, Channel.STATEMENT, act));
      if (slip.filter(c -> c.status().isGone()).isEmpty()) {
        return new Turn(act, slip);
      }
    }
  }

  private static boolean isAgain(Added added) {
    return switch (added) {
      case Added.Kept kept -> kept.again();
      case Added.Held held -> held.again();
    };
  }

  private static String group(String statement) {
    return "statement:" + statement;
  }

  private static String id(String consultation, String act) {
    return "s" + NewContribution.idOf(consultation, Channel.STATEMENT, act).substring(1);
  }

  /// Taking off and putting back are acts of their own each time.
  private void log(Act.Kind kind, Statement statement, String by) {
    var now = time.instant();
    String id = kind.name().toLowerCase(Locale.ROOT) + ":" + statement.id();
    ledger.append(
        statement.consultation(),
        new Act(id + ":" + now.toEpochMilli(), kind, statement.id(), now, by, "", Map.of()));
  }
}
