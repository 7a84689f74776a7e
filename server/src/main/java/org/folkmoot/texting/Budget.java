package org.folkmoot.texting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/// What texts have cost and whether there is money left. Counts in memory and writes once a second
/// or so: a crash forgets that little. Thread-safe.
final class Budget {

  private static final Duration FRESH = Duration.ofSeconds(5);

  private final OutboxRepository repository;
  private final Alarms alarms;
  private final Supplier<String> country;
  private final InstantSource time;
  private final Map<String, LongAdder> unwritten = new ConcurrentHashMap<>();
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /// What a consultation may and did spend, as of then.
  private record Known(SendingRules rules, long parts, Instant at) {}

  Budget(OutboxRepository repository, Alarms alarms, Supplier<String> country, InstantSource time) {
    this.repository = repository;
    this.alarms = alarms;
    this.country = country;
    this.time = time;
  }

  SendingRules rules(String consultation) {
    return known(consultation).rules();
  }

  void save(SendingRules rules) {
    repository.save(rules);
    known.remove(rules.consultation());
  }

  /// Parts paid so far.
  long parts(String consultation) {
    LongAdder more = unwritten.get(consultation);
    return known(consultation).parts() + (more == null ? 0 : more.sum());
  }

  boolean isSpent(String consultation) {
    return rules(consultation).percent(parts(consultation)) >= 100;
  }

  void paid(String consultation, long parts) {
    unwritten.computeIfAbsent(consultation, _ -> new LongAdder()).add(parts);
  }

  /// Writes down what was paid since and tells the officer at half, four fifths and all of it.
  void write() {
    for (var entry : unwritten.entrySet()) {
      long parts = entry.getValue().sumThenReset();
      if (parts > 0) {
        String consultation = entry.getKey();
        repository.spend(consultation, parts);
        Known now = read(consultation);
        known.put(consultation, now);
        int before = now.rules().percent(now.parts() - parts);
        int after = now.rules().percent(now.parts());
        for (int mark : new int[] {50, 80, 100}) {
          if (before < mark && after >= mark) {
            alarms.raise(consultation, Alarms.Kind.BUDGET, Integer.toString(mark), time.instant());
          }
        }
      }
    }
  }

  private Known known(String consultation) {
    return known.compute(
        consultation,
        (_, before) ->
            before != null && before.at().plus(FRESH).isAfter(time.instant())
                ? before
                : read(consultation));
  }

  private Known read(String consultation) {
    SendingRules rules =
        repository
            .rules(consultation)
            .orElseGet(() -> SendingRules.usual(consultation, country.get()));
    return new Known(rules, repository.spent(consultation), time.instant());
  }
}
