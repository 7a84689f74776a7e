package org.folkmoot.panel;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Added;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.QuestionAnswer;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Source;
import org.folkmoot.store.Claims;

/// Waves of questions, the answers to them, and who has joined. Thread-safe.
public final class PanelService {

  /// What became of somebody's answers.
  public sealed interface Answered {
    record Kept(ReceiptCode receipt) implements Answered {}

    /// Set apart for the safeguarding lead.
    record Held(ReceiptCode receipt) implements Answered {}

    /// This participant had answered this wave; nothing was added.
    record Before() implements Answered {}
  }

  /// How many have joined, and how many of them can be told of new questions.
  public record Members(long count, long reachable) {}

  private final PanelRepository panel;
  private final RecordService record;
  private final Ledger ledger;
  private final Claims claims;
  private final ConsultationService consultations;
  private final InstantSource time;

  PanelService(
      PanelRepository panel,
      RecordService record,
      Ledger ledger,
      Claims claims,
      ConsultationService consultations,
      InstantSource time) {
    this.panel = panel;
    this.record = record;
    this.ledger = ledger;
    this.claims = claims;
    this.consultations = consultations;
    this.time = time;
  }

  /// The wave that can be answered now.
  public Optional<Wave> current(String consultation) {
    LocalDate today = consultations.today();
    return waves(consultation).stream().filter(wave -> wave.isOpenOn(today)).findFirst();
  }

  /// Every wave, the newest first.
  public List<Wave> waves(String consultation) {
    return panel.waves(consultation);
  }

  public Optional<Wave> find(String id) {
    return panel.find(id);
  }

  /// Opens a wave and closes the one before it. The same act again opens nothing.
  public Wave open(
      String consultation,
      String act,
      String title,
      List<Wave.Question> questions,
      LocalDate closesOn,
      String by) {
    String id = "w" + NewContribution.idOf(consultation, Channel.PANEL, "wave:" + act).substring(1);
    var wave = new Wave(id, consultation, title, questions, closesOn, time.instant(), false);
    List<Wave> before = waves(consultation);
    if (!panel.insert(wave)) {
      return find(id).orElse(wave);
    }
    log(Act.Kind.OPENED, wave, by);
    before.stream().filter(other -> !other.closed()).forEach(other -> close(other, by));
    return wave;
  }

  public void close(Wave wave, String by) {
    if (!wave.closed()) {
      panel.close(wave.id());
      log(Act.Kind.CLOSED, wave, by);
    }
  }

  /// True if the participant has answered and not taken it back.
  public boolean hasAnswered(Wave wave, String participant) {
    return turn(wave, participant).kept().isPresent();
  }

  /// Adds a participant's answers as one contribution; its text is the open answers, one below the
  /// other.
  ///
  /// @param form id made with the form, which tells sending one form twice (the same answer again)
  ///   from answering a second time
  /// @param closing puts the answers to the closing questions in
  public Answered answer(
      Wave wave,
      String participant,
      String form,
      List<QuestionAnswer> answers,
      String language,
      UnaryOperator<NewContribution> closing,
      boolean namesAnybody) {
    Turn turn = turn(wave, participant);
    String id = id(wave, turn.act());
    String sent = "panel-form:" + wave.id() + ":" + form;
    if (turn.kept().isPresent() && !claims.holder(sent).map(id::equals).orElse(false)) {
      return new Answered.Before();
    }
    claims.take(sent, id);
    String text =
        answers.stream()
            .map(QuestionAnswer::text)
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining("\n\n"));
    NewContribution draft =
        closing.apply(
            NewContribution.to(wave.consultation(), Channel.PANEL)
                .act(turn.act())
                .source(Source.of(wave.id()))
                .participant(participant)
                .text(text, language));
    answers.forEach(draft::answer);
    if (text.isEmpty() && !namesAnybody) {
      draft.alreadyChecked();
    }
    return switch (record.add(draft)) {
      case Added.Kept kept -> new Answered.Kept(kept.receipt());
      case Added.Held held -> new Answered.Held(held.receipt());
    };
  }

  /// @param contact reference into the contact vault; empty for none
  public void join(String consultation, String participant, String contact) {
    panel.join(consultation, participant, contact, time.instant());
  }

  public void leave(String consultation, String participant) {
    panel.leave(consultation, participant);
  }

  public boolean isMember(String consultation, String participant) {
    return panel.isMember(consultation, participant);
  }

  public Members members(String consultation) {
    return panel.members(consultation);
  }

  /// An act of a participant, and what it added if it has been done.
  private record Turn(String act, Optional<Contribution> kept) {}

  /// This participant's turn to answer: the first, or the next after those taken back.
  private Turn turn(Wave wave, String participant) {
    String first = wave.id() + ":" + participant;
    for (int time = 1; ; time++) {
      String act = time == 1 ? first : first + ":" + time;
      Optional<Contribution> kept = record.find(id(wave, act));
      if (kept.filter(c -> c.status().isGone()).isEmpty()) {
        return new Turn(act, kept);
      }
    }
  }

  private static String id(Wave wave, String act) {
    return NewContribution.idOf(wave.consultation(), Channel.PANEL, act);
  }

  private void log(Act.Kind kind, Wave wave, String by) {
    String id = kind.name().toLowerCase(Locale.ROOT) + ":" + wave.id();
    ledger.append(
        wave.consultation(),
        new Act(id, kind, wave.id(), time.instant(), by, "", Map.of("title", wave.title())));
  }
}
