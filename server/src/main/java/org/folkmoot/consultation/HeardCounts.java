package org.folkmoot.consultation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.record.Ledger;
import org.folkmoot.record.RecordReading;

/// Counts what was heard, anew only when the log has grown since. Thread-safe.
final class HeardCounts {

  private final RecordReading record;
  private final Ledger ledger;
  private final Map<String, Counted> counted = new ConcurrentHashMap<>();

  private record Counted(long seq, HeardSoFar heard) {}

  HeardCounts(RecordReading record, Ledger ledger) {
    this.record = record;
    this.ledger = ledger;
  }

  HeardSoFar of(String consultation) {
    long last = ledger.last(consultation);
    Counted known = counted.get(consultation);
    if (known != null && known.seq() == last) {
      return known.heard();
    }
    var heard = new HeardSoFar();
    record.eachUpTo(consultation, last, heard::add);
    counted.put(consultation, new Counted(last, heard));
    return heard;
  }
}
