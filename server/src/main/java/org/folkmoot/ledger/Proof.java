package org.folkmoot.ledger;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// That an entry is in a log, as far as a checkpoint covers it.
///
/// @param seq the entry's number, from 1
/// @param leaf the 32 bytes that the world sees of it
/// @param path the hashes from the leaf to the root, nearest first
public record Proof(long seq, byte[] leaf, List<byte[]> path, Checkpoint checkpoint) {

  public Proof {
    path = List.copyOf(path);
  }

  /// Whether the path leads from the leaf to the root that was signed (RFC 9162 section 2.1.3.2).
  public boolean holds() {
    byte[] hash = MerkleTree.leafHash(leaf);
    long at = seq - 1;
    long last = checkpoint.size() - 1;
    for (byte[] beside : path) {
      if ((at & 1) == 1 || at == last) {
        hash = MerkleTree.nodeHash(beside, hash);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        hash = MerkleTree.nodeHash(hash, beside);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(hash, checkpoint.root());
  }

  /// As a file in the format of C2SP tlog-proof.
  public String file() {
    var text = new StringBuilder("c2sp.org/tlog-proof@v1\nindex ").append(seq - 1).append('\n');
    path.forEach(hash -> text.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
    return text.append('\n').append(checkpoint.note()).toString();
  }
}
