package org.folkmoot.receipt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.desk.ThemeService;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Ledger;
import org.folkmoot.record.Outcomes;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Status;

/// What a contributor can do with a code. Thread-safe.
public final class ReceiptService {

  private final RecordService record;
  private final RecordReading reading;
  private final ThemeService themes;
  private final Outcomes outcomes;

  ReceiptService(
      RecordService record, RecordReading reading, ThemeService themes, Outcomes outcomes) {
    this.record = record;
    this.reading = reading;
    this.themes = themes;
    this.outcomes = outcomes;
  }

  /// The contribution behind what somebody typed as a code.
  public Optional<Contribution> find(String typed) {
    return ReceiptCode.parse(typed).flatMap(reading::byReceipt);
  }

  /// True on the device that sent it.
  public boolean isOwnDevice(Contribution contribution, String device) {
    return !device.isEmpty()
        && !contribution.participant().isEmpty()
        && contribution.participant().equals(record.pseudonym(contribution.consultation(), device));
  }

  /// The path of the long link, which opens the words.
  public String longPath(Contribution contribution) {
    return path(contribution) + "/" + record.linkKey(contribution.receipt());
  }

  public boolean isKey(Contribution contribution, String key) {
    return MessageDigest.isEqual(
        record.linkKey(contribution.receipt()).getBytes(StandardCharsets.UTF_8),
        key.getBytes(StandardCharsets.UTF_8));
  }

  /// What was done with it, oldest first.
  public List<Ledger.Entry> history(Contribution contribution) {
    return reading.history(contribution.id());
  }

  /// Names of the themes it is grouped under.
  public List<String> themes(Contribution contribution) {
    return themes.names(contribution.consultation(), Set.copyOf(contribution.themes()));
  }

  /// What was decided about it; nothing while it is held, declined or taken back.
  public List<Outcomes.Line> outcomes(Contribution contribution) {
    return contribution.status() == Status.CLEARED ? outcomes.of(contribution) : List.of();
  }

  /// The path of a receipt.
  public static String path(Contribution contribution) {
    return "/r/" + contribution.receipt().value();
  }
}
