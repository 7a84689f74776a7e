package org.folkmoot.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// A Merkle tree of a given size, after RFC 6962 section 2.1, over the tiles that hold its hashes.
/// Root and proofs need a handful of tiles however large the tree is. Immutable.
public final class MerkleTree {

  /// Bytes of a hash.
  public static final int HASH = 32;

  /// Hashes of a full tile.
  static final int WIDTH = 256;

  private static final int HEIGHT = 8;

  /// Where the hashes are. Level 0 holds the leaves' hashes; a hash of a level above is the root of
  /// a full tile below it.
  @FunctionalInterface
  public interface Tiles {
    /// The first `width` hashes (1 to 256) of a tile, one after another.
    byte[] tile(int level, long index, int width);
  }

  private final Tiles tiles;
  private final long size;

  public MerkleTree(Tiles tiles, long size) {
    this.tiles = tiles;
    this.size = size;
  }

  public long size() {
    return size;
  }

  /// The hash over all; of an empty tree that of nothing.
  public byte[] root() {
    return size == 0 ? sha256().digest() : range(0, size);
  }

  /// The hashes that lead from a leaf (counted from 0) to the root, nearest first.
  ///
  /// @throws IndexOutOfBoundsException if the tree has no such leaf
  public List<byte[]> inclusion(long leaf) {
    Objects.checkIndex(leaf, size);
    List<byte[]> path = new ArrayList<>();
    inclusion(leaf, 0, size, path);
    return path;
  }

  /// The hashes that prove that the first `old` leaves are those of the tree of that size.
  ///
  /// @throws IndexOutOfBoundsException if the tree was never that small
  public List<byte[]> consistency(long old) {
    Objects.checkFromToIndex(0, old, size);
    List<byte[]> proof = new ArrayList<>();
    if (old > 0) {
      consistency(old, 0, size, true, proof);
    }
    return proof;
  }

  /// What stands for an entry at the bottom of the tree.
  static byte[] leafHash(byte[] leaf) {
    MessageDigest sha = sha256();
    sha.update((byte) 0);
    return sha.digest(leaf);
  }

  static byte[] nodeHash(byte[] left, byte[] right) {
    MessageDigest sha = sha256();
    sha.update((byte) 1);
    sha.update(left);
    return sha.digest(right);
  }

  private void inclusion(long leaf, long from, long to, List<byte[]> path) {
    if (to - from == 1) {
      return;
    }
    long middle = middle(from, to);
    if (leaf < middle) {
      inclusion(leaf, from, middle, path);
      path.add(range(middle, to));
    } else {
      inclusion(leaf, middle, to, path);
      path.add(range(from, middle));
    }
  }

  /// @param known whether the old tree's root is this part's own, which needs no saying
  private void consistency(long old, long from, long to, boolean known, List<byte[]> proof) {
    if (old == to) {
      if (!known) {
        proof.add(range(from, to));
      }
      return;
    }
    long middle = middle(from, to);
    if (old <= middle) {
      consistency(old, from, middle, known, proof);
      proof.add(range(middle, to));
    } else {
      consistency(old, middle, to, false, proof);
      proof.add(range(from, middle));
    }
  }

  /// Left of it is the largest power of two that leaves something on the right.
  private static long middle(long from, long to) {
    return from + Long.highestOneBit(to - from - 1);
  }

  private byte[] range(long from, long to) {
    long count = to - from;
    if (Long.bitCount(count) == 1) {
      return node(Long.numberOfTrailingZeros(count), from / count);
    }
    long middle = middle(from, to);
    return nodeHash(range(from, middle), range(middle, to));
  }

  /// The root of a complete part: 2^height leaves, the index-th of that size.
  private byte[] node(int height, long index) {
    int level = height / HEIGHT;
    int above = height % HEIGHT;
    long first = index << above;
    long tile = first / WIDTH;
    int width = (int) Math.min(WIDTH, (size >> (HEIGHT * level)) - tile * WIDTH);
    int start = (int) (first % WIDTH) * HASH;
    return fold(tiles.tile(level, tile, width), start, start + (HASH << above));
  }

  /// The root over a whole number of hashes that is a power of two.
  static byte[] fold(byte[] hashes, int start, int end) {
    if (end - start == HASH) {
      return Arrays.copyOfRange(hashes, start, end);
    }
    int middle = (start + end) / 2;
    return nodeHash(fold(hashes, start, middle), fold(hashes, middle, end));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
