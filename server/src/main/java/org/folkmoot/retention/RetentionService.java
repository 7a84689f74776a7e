package org.folkmoot.retention;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.people.PeopleService;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Endings;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.record.ViewLog;
import org.folkmoot.retention.Plan.Target;
import org.folkmoot.retention.RetentionRepository.Run;
import org.folkmoot.retention.Rule.Kind;
import org.folkmoot.texting.TextingService;

/// Keeps the rules and carries them out. Thread-safe.
public final class RetentionService {

  private static final String SUBJECT = "retention:";

  private final RetentionRepository kept;
  private final Planning planning;
  private final RecordReading reading;
  private final Endings endings;
  private final ViewLog views;
  private final Ledger ledger;
  private final ConsultationService consultations;
  private final TextingService texting;
  private final Vault vault;
  private final InstantSource time;

  RetentionService(
      RetentionRepository kept,
      Planning planning,
      RecordRoom room,
      ConsultationService consultations,
      TextingService texting,
      Vault vault,
      InstantSource time) {
    this.kept = kept;
    this.planning = planning;
    this.reading = room.reading();
    this.endings = room.service().endings();
    this.views = room.views();
    this.ledger = room.ledger();
    this.consultations = consultations;
    this.texting = texting;
    this.vault = vault;
    this.time = time;
  }

  /// Every rule that holds: one for each kind, then those of single questions.
  List<Rule> rules() {
    List<Rule> set = kept.rules();
    Set<String> ids = set.stream().map(Rule::id).collect(Collectors.toSet());
    List<Rule> all = new ArrayList<>(set);
    for (Kind kind : Kind.values()) {
      Rule usual = Rule.usual(kind);
      if (!ids.contains(usual.id())) {
        all.add(usual);
      }
    }
    all.sort(Comparator.comparing(Rule::kind).thenComparing(Rule::consultation));
    return all;
  }

  Optional<Rule> find(String id) {
    return rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /// What a rule would do now.
  Plan plan(Rule rule) {
    return planning.plan(rule, questions(rule), time.instant());
  }

  private List<String> questions(Rule rule) {
    if (!rule.consultation().isEmpty()) {
      return List.of(rule.consultation());
    }
    Set<String> own =
        kept.rules().stream()
            .filter(other -> other.kind() == rule.kind())
            .map(Rule::consultation)
            .collect(Collectors.toSet());
    return consultations.all().stream()
        .map(Consultation::slug)
        .filter(slug -> !own.contains(slug))
        .toList();
  }

  /// Sets how long; for a question that had no rule of its own, it has one now, off.
  void change(Rule rule, int months, String by, String why) {
    String from = find(rule.id()).map(r -> Integer.toString(r.months())).orElse("");
    log(rule, by, why, Map.of("from", from, "to", Integer.toString(months)));
    kept.save(rule.months(months, by));
  }

  void turn(Rule rule, boolean on, String by, String why) {
    log(rule, by, why, Map.of("to", on ? "on" : "off"));
    kept.save(rule.on(on, by, consultations.today()));
  }

  /// A question's own rule no longer holds; the one for all does.
  void drop(Rule rule, String by, String why) {
    log(rule, by, why, Map.of("to", "none"));
    kept.drop(rule);
  }

  /// What was changed and carried out of a rule, newest first.
  List<Act> history(Rule rule) {
    return ledger.about(SUBJECT + rule.id()).stream().map(Ledger.Entry::act).toList().reversed();
  }

  /// Carries out what was shown.
  ///
  /// @param mark of the plan that was shown
  /// @return false, and nothing is done, if it would do something else by now
  boolean carryOut(Rule rule, String mark, String by) {
    Plan plan = plan(rule);
    if (!plan.mark().equals(mark)) {
      return false;
    }
    begin(rule, plan, by);
    return true;
  }

  private void begin(Rule rule, Plan plan, String by) {
    var run =
        new Run(
            UUID.randomUUID().toString(),
            rule.id(),
            by,
            time.instant(),
            plan.count(),
            plan.leftOut().size());
    kept.begin(run);
    go(run, rule, plan);
  }

  /// Finishes what a crash cut off.
  public void finish() {
    for (Run run : kept.unfinished()) {
      find(run.rule())
          .ifPresentOrElse(
              rule -> go(run, rule, planning.plan(rule, questions(rule), run.at())),
              () -> kept.done(run));
    }
  }

  /// Carries out, once a day, the rules that are switched on.
  public void nightly() {
    LocalDate today = consultations.today();
    for (Rule rule : rules()) {
      if (rule.on() && !today.equals(rule.ranOn())) {
        Plan plan = plan(rule);
        if (plan.count() > 0) {
          begin(rule, plan, Act.SYSTEM);
        }
        kept.ran(rule, today);
      }
    }
  }

  private void go(Run run, Rule rule, Plan plan) {
    String id = rule.id();
    switch (rule.kind()) {
      case WORDS ->
          plan.targets()
              .forEach(t -> endings.eraseWords(t.id(), run.by(), id, Planning::isForgettable));
      case FILES -> plan.targets().forEach(t -> endings.eraseFiles(t.id(), run.by(), id));
      case NUMBERS -> plan.targets().forEach(t -> forget(t, run.by(), id));
      case VIEWS ->
          views.forgetBefore(
              planning.before(rule, LocalDate.ofInstant(run.at(), consultations.council().zone())));
    }
    ledger.append(
        PeopleService.LOG,
        new Act(
            SUBJECT + run.id(),
            Act.Kind.RETENTION_DONE,
            SUBJECT + id,
            time.instant(),
            run.by(),
            "",
            Map.of("count", Long.toString(run.count()), "left", Integer.toString(run.leftOut()))));
    kept.done(run);
  }

  /// The vault first: a voice that still names what is gone is found again.
  private void forget(Target target, String by, String rule) {
    if (target.what() == Plan.What.PHONE) {
      texting.forget(target.id());
      return;
    }
    vault.forget(target.id());
    for (Contribution c : reading.byContact(target.id())) {
      endings.forgetContact(c.id(), by, rule, target.id());
    }
  }

  private void log(Rule rule, String by, String why, Map<String, String> details) {
    Instant now = time.instant();
    ledger.append(
        PeopleService.LOG,
        new Act(
            SUBJECT + rule.id() + ":" + now,
            Act.Kind.RETENTION_SET,
            SUBJECT + rule.id(),
            now,
            by,
            why,
            details));
  }
}
