package org.folkmoot;

import java.time.Duration;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.ledger.Checkpoints;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.statement.StatementService;
import org.folkmoot.store.Store;

/// What the portal does by itself, again and again: finishing what a crash cut off, erasing what is
/// due, signing the logs. Rooms add what is theirs.
final class Upkeep implements AutoCloseable {

  private static final Duration SWEEP = Duration.ofSeconds(10);
  private static final Duration SIGNING = Duration.ofSeconds(1);
  private static final Duration ALL_LOGS = Duration.ofSeconds(30);

  private final Store store;
  private final RecordRoom record;
  private final ConsultationService consultations;
  private final Chores chores = new Chores();

  Upkeep(Store store, RecordRoom record, ConsultationService consultations) {
    this.store = store;
    this.record = record;
    this.consultations = consultations;
  }

  /// Finishes what a crash left half done, at once and from then on.
  void begin(StatementService statements) {
    sweep(Duration.ZERO, statements);
    every(SWEEP, "sweep", () -> sweep(SWEEP, statements));
    every(SWEEP, "erasing", record.service().withdrawals()::erase);
    every(SWEEP, "index", record.index()::keep);
    every(Duration.ofHours(1), "compacting", this::compact);
  }

  /// Begins at once, then runs with this pause between runs.
  void every(Duration pause, String name, Runnable chore) {
    chores.every(pause, name, chore);
  }

  /// Signs the logs from now on.
  ///
  /// @param host where the portal is reached, with its port
  void publishLogs(String host) {
    Checkpoints checkpoints = record.ledger().checkpoints();
    checkpoints.publishAt(host);
    every(SIGNING, "checkpoints", checkpoints::signGrown);
    every(ALL_LOGS, "every-checkpoint", checkpoints::signAll);
  }

  /// So that nothing is left unsigned at the end.
  void signLogs() {
    record.ledger().checkpoints().signGrown();
  }

  void eraseAgain(String contribution) {
    record.service().find(contribution).ifPresent(c -> record.service().eraseAgain(c.id()));
  }

  private void sweep(Duration olderThan, StatementService statements) {
    record.service().sweep(olderThan);
    record.service().holds().finish();
    consultations.all().forEach(c -> statements.catchUp(c.slug()));
  }

  /// So that what was erased is in no file any more.
  private void compact() {
    if (record.service().withdrawals().hasErased()) {
      store.compact();
    }
  }

  /// Lets the runs under way finish.
  @Override
  public void close() {
    chores.close();
  }
}
