package org.folkmoot.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.record.ViewLog;

/// Copies of the record that somebody is given, noted in the log of every consultation they hold:
/// who took which edition, and the SHA-256 of what went out, so that a file found anywhere can be
/// told to be that one. What anybody may download without saying who they are holds no more than
/// the public pages do, and is not noted. Thread-safe.
public final class NotedExports {

  /// The details of the act: which edition, in which format, the hash in hex, how many
  /// contributions, and `no` if the reader was gone before its end.
  static final String EDITION = "edition";

  static final String FORMAT = "format";
  static final String SHA256 = "sha256";
  static final String COUNT = "count";
  static final String WHOLE = "whole";

  private final Ledger ledger;
  private final ViewLog views;
  private final InstantSource time;

  public NotedExports(RecordRoom record, InstantSource time) {
    this.ledger = record.ledger();
    this.views = record.views();
    this.time = time;
  }

  /// Who takes what.
  ///
  /// @param by staff name, or `system` for a command on the machine
  /// @param edition `full`, `public`, or as whom it was read
  /// @param format `jsonl` or `csv`
  public record Taken(List<Consultation> of, String by, String edition, String format) {
    public Taken {
      of = List.copyOf(of);
    }
  }

  /// Writes the copy.
  @FunctionalInterface
  public interface Content {
    /// @return how many contributions it holds
    long write(OutputStream out) throws IOException;
  }

  /// Writes a copy and notes it when it is written. One that breaks off is noted as well: what was
  /// sent by then is out.
  ///
  /// @return how many contributions it holds
  public long write(Taken taken, OutputStream out, Content content) throws IOException {
    for (Consultation one : taken.of()) {
      views.note(taken.by(), ViewLog.What.EXPORT, one.slug(), "", "");
    }
    var hashed = new DigestOutputStream(out, Sha256.digest());
    long count = 0;
    boolean whole = false;
    try {
      count = content.write(hashed);
      hashed.flush();
      whole = true;
      return count;
    } finally {
      note(taken, Sha256.hex(hashed.getMessageDigest()), whole ? Long.toString(count) : "");
    }
  }

  private void note(Taken taken, String sha256, String count) {
    Instant now = time.instant();
    Map<String, String> details = new HashMap<>();
    details.put(EDITION, taken.edition().toLowerCase(Locale.ROOT));
    details.put(FORMAT, taken.format());
    details.put(SHA256, sha256);
    if (count.isEmpty()) {
      details.put(WHOLE, "no");
    } else {
      details.put(COUNT, count);
    }
    String act = "exported:" + UUID.randomUUID();
    for (Consultation one : taken.of()) {
      ledger.append(
          one.slug(), new Act(act, Act.Kind.EXPORTED, one.slug(), now, taken.by(), "", details));
    }
  }
}
