package org.folkmoot.store;

import java.util.BitSet;

/// Which acts a log may have (a Bloom filter): "no" is certain, "yes" is to be looked up. Eight
/// kilobytes whatever the log's length; at 5,000 acts one "yes" in two hundred is wrong, at 20,000
/// one in four. Not thread-safe.
final class ActFilter {

  /// A power of two.
  private static final int BITS = 1 << 16;

  private static final int HASHES = 4;

  private final BitSet bits = new BitSet(BITS);

  void add(String act) {
    long hash = hash(act);
    for (int i = 0; i < HASHES; i++) {
      bits.set(bit(hash, i));
    }
  }

  boolean mayHave(String act) {
    long hash = hash(act);
    for (int i = 0; i < HASHES; i++) {
      if (!bits.get(bit(hash, i))) {
        return false;
      }
    }
    return true;
  }

  private static int bit(long hash, int i) {
    return ((int) hash + i * ((int) (hash >>> 32) | 1)) & (BITS - 1);
  }

  /// FNV-1a, stirred as MurmurHash3 ends.
  private static long hash(String act) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < act.length(); i++) {
      hash = (hash ^ act.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
