package org.folkmoot.jury;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.door.CsvTable;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;

/// Draws juries from a pool of volunteers, and keeps the pool sealed for who runs the lottery.
/// Thread-safe.
public final class LotteryService {

  private final JuryRepository juries;
  private final Ledger ledger;
  private final InstantSource time;
  private final CivicLottery lottery = new CivicLottery();
  private final SecureRandom random = new SecureRandom();

  LotteryService(JuryRepository juries, Ledger ledger, InstantSource time) {
    this.juries = juries;
    this.ledger = ledger;
    this.time = time;
  }

  /// What came of loading files and drawing.
  public sealed interface DrawOutcome {
    record Drawn(Jury jury) implements DrawOutcome {}

    record Infeasible(List<org.folkmoot.jury.Drawn.Conflict> conflicts) implements DrawOutcome {
      public Infeasible {
        conflicts = List.copyOf(conflicts);
      }
    }

    /// @param wordKey sentence that says what is wrong, with `what` filled in
    /// @param inPool true for the pool file, false for the quota file
    record WrongFile(String wordKey, String what, boolean inPool) implements DrawOutcome {}

    record AlreadyDrawn() implements DrawOutcome {}
  }

  /// Draws the panel once. The pool is kept sealed for who runs the lottery.
  public DrawOutcome draw(String consultation, byte[] poolCsv, byte[] quotaCsv, String by) {
    Jury jury = juries.find(consultation).orElseThrow();
    if (jury.draw().isPresent()) {
      log(consultation, jury.draw().get(), by);
      return new DrawOutcome.AlreadyDrawn();
    }
    List<Quota> quotas;
    try {
      quotas = Quota.read(CsvTable.read(quotaCsv));
    } catch (CsvTable.UnreadableException e) {
      return new DrawOutcome.WrongFile(e.fault().wordKey(), "", false);
    } catch (Quota.WrongQuotasException e) {
      return new DrawOutcome.WrongFile(e.wordKey(), Integer.toString(e.line()), false);
    }
    Volunteer.Pool pool;
    try {
      pool = Volunteer.read(CsvTable.read(poolCsv), quotas);
    } catch (CsvTable.UnreadableException e) {
      return new DrawOutcome.WrongFile(e.fault().wordKey(), "", true);
    }
    if (pool.fault().isPresent()) {
      Volunteer.Fault fault = pool.fault().get();
      return new DrawOutcome.WrongFile(fault.wordKey(), fault.what(), true);
    }
    return switch (lottery.draw(pool.people(), quotas, jury.seats(), random)) {
      case Drawn.Infeasible infeasible -> new DrawOutcome.Infeasible(infeasible.conflicts());
      case Drawn.Panel panel -> {
        juries.savePool(consultation, poolCsv);
        yield new DrawOutcome.Drawn(
            drawn(jury, pool.people(), quotas, panel, sha(poolCsv), sha(quotaCsv), by));
      }
    };
  }

  private Jury drawn(
      Jury jury,
      List<Volunteer> pool,
      List<Quota> quotas,
      Drawn.Panel panel,
      String poolHash,
      String quotaHash,
      String by) {
    List<Jury.Seats> seats =
        quotas.stream()
            .map(quota ->
                new Jury.Seats(
                    quota,
                    count(pool, quota),
                    count(pool.stream().filter(p -> panel.ids().contains(p.id())).toList(), quota)))
            .toList();
    var draw = new Jury.Draw(time.instant(), pool.size(), poolHash, quotaHash, panel.ids(), seats);
    Jury done = jury.drawn(draw);
    juries.save(done);
    log(jury.consultation(), draw, by);
    return done;
  }

  /// The same draw again is one entry, so that pressing once more mends what a crash cut off.
  private void log(String consultation, Jury.Draw draw, String by) {
    ledger.append(
        consultation,
        new Act(
            "draw:" + draw.poolHash() + ":" + draw.quotaHash(),
            Act.Kind.DRAWN,
            "jury:" + consultation,
            draw.at(),
            by,
            "",
            Map.of(
                "pool", draw.poolHash(),
                "quotas", draw.quotaHash(),
                "panel", String.join(" ", draw.panel()))));
  }

  /// The names of those drawn, for who runs the lottery and nobody else: id and the pool's row.
  public Map<String, Map<String, String>> names(String consultation) {
    Optional<Jury.Draw> draw = juries.find(consultation).flatMap(Jury::draw);
    Optional<byte[]> pool = juries.pool(consultation);
    if (draw.isEmpty() || pool.isEmpty()) {
      return Map.of();
    }
    try {
      List<Map<String, String>> rows = CsvTable.read(pool.get()).rows();
      Map<String, Map<String, String>> names = new LinkedHashMap<>();
      for (int i = 0; i < rows.size(); i++) {
        String id = rows.get(i).getOrDefault("id", Integer.toString(i + 1));
        if (draw.get().panel().contains(id)) {
          names.put(id, rows.get(i));
        }
      }
      return names;
    } catch (CsvTable.UnreadableException e) {
      throw new IllegalStateException("a pool that was read once cannot be read", e);
    }
  }

  /// Deletes everybody's details for good; ids and counts stay.
  public void forgetPool(String consultation) {
    juries.deletePool(consultation);
  }

  private static int count(List<Volunteer> people, Quota quota) {
    return (int)
        people.stream()
            .filter(p -> quota.value().equals(p.features().get(quota.feature())))
            .count();
  }

  private static String sha(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
