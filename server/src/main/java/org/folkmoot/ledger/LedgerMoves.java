package org.folkmoot.ledger;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bson.Document;
import org.folkmoot.store.SequencedLog;

/// The entries of a log with their salts, for the controller's own copy of everything, and put into
/// a portal that takes such a copy over: the leaves stay as they are, and so does the root; the
/// seals are made anew under this portal's key. Thread-safe.
public final class LedgerMoves {

  private static final int BATCH = 500;

  private final SequencedLog log;
  private final Ledger ledger;

  public LedgerMoves(Ledger ledger) {
    this.log = ledger.log();
    this.ledger = ledger;
  }

  /// An entry with what its leaf is made of.
  ///
  /// @param salt 16 bytes in hexadecimal; empty once it is erased
  /// @param leaf 32 bytes in hexadecimal
  public record Line(long seq, SortedMap<String, String> fields, String salt, String leaf) {

    /// True if the leaf is made of the rest, as far as that is still there.
    public boolean isSound() {
      return leaf.matches("[0-9a-f]{64}")
          && fields.keySet().containsAll(List.of("id", "kind", "subject", "at", "by"))
          && (salt.isEmpty()
              || (salt.matches("[0-9a-f]{32}") && Ledger.leaf(salt, fields).equals(leaf)));
    }

    public byte[] leafBytes() {
      return HexFormat.of().parseHex(leaf);
    }
  }

  public void each(String consultation, long after, long upTo, Consumer<Line> reader) {
    long seq = after;
    while (seq < upTo) {
      int most = (int) Math.min(BATCH, upTo - seq);
      List<SequencedLog.Entry> found = log.after(consultation, seq, most);
      if (found.isEmpty()) {
        return;
      }
      found.forEach(entry -> reader.accept(line(entry)));
      seq = found.getLast().seq();
    }
  }

  private static Line line(SequencedLog.Entry entry) {
    Document body = entry.body();
    return new Line(
        entry.seq(),
        new TreeMap<>(Ledger.fields(body)),
        body.get("salt", ""),
        body.getString("leaf"));
  }

  /// Appends entries that follow one another to a log that ends right before them.
  ///
  /// @throws IllegalStateException if they got other numbers: somebody else writes into this log
  public void takeOver(String consultation, List<Line> lines) {
    ledger.checkpoints().note(consultation);
    List<SequencedLog.Draft> drafts = new ArrayList<>();
    for (Line line : lines) {
      var body = new Document();
      for (Map.Entry<String, String> field : line.fields().entrySet()) {
        body.append(field.getKey(), field.getValue());
      }
      if (!line.salt().isEmpty()) {
        body.append("salt", line.salt());
      }
      body.append("leaf", line.leaf());
      drafts.add(
          new SequencedLog.Draft(
              line.fields().getOrDefault("id", ""),
              place ->
                  new Document(body).append(Ledger.SEAL, ledger.seal(consultation, place, body))));
    }
    List<Long> places = log.appendAll(consultation, drafts);
    for (int i = 0; i < lines.size(); i++) {
      if (places.get(i) != lines.get(i).seq()) {
        throw new IllegalStateException("The log " + consultation + " has other entries already.");
      }
    }
  }

  /// The root of a tree that is read leaf by leaf, after RFC 6962 section 2.1. Used by one thread.
  public static final class Growing {

    /// Roots of complete trees, the largest first, no two of one size.
    private final List<byte[]> roots = new ArrayList<>();

    private long size;

    public void add(byte[] leaf) {
      byte[] hash = MerkleTree.leafHash(leaf);
      for (long rest = size; (rest & 1) == 1; rest >>= 1) {
        hash = MerkleTree.nodeHash(roots.removeLast(), hash);
      }
      roots.add(hash);
      size++;
    }

    public long size() {
      return size;
    }

    public byte[] root() {
      if (roots.isEmpty()) {
        return MerkleTree.sha256().digest();
      }
      byte[] root = roots.getLast();
      for (int i = roots.size() - 2; i >= 0; i--) {
        root = MerkleTree.nodeHash(roots.get(i), root);
      }
      return root;
    }
  }
}
