package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/// Somebody outside who checks a log and knows nothing but the texts: RFC 6962 and 9162 for the
/// tree, C2SP signed-note, tlog-checkpoint, tlog-tiles, tlog-proof and tlog-witness for the files.
/// Shares no code with the log.
final class LogVerifier {

  /// A checkpoint that was found to be signed.
  record Head(String origin, long size, byte[] root) {}

  private final String name;
  private final byte[] keyId;
  private final PublicKey key;

  /// @param verifierKey `name+id+base64(type, key)`
  LogVerifier(String verifierKey) {
    String[] parts = verifierKey.strip().split("\\+", 3);
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    this.name = parts[0];
    this.keyId = HexFormat.of().parseHex(parts[1]);
    assertThat(typed).hasSize(33).startsWith((byte) 1);
    byte[] open = Arrays.copyOfRange(typed, 1, 33);
    byte[] id = sha((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {1}, open);
    assertThat(Arrays.copyOf(id, 4)).isEqualTo(keyId);
    try {
      this.key =
          KeyFactory.getInstance("Ed25519")
              .generatePublic(
                  new X509EncodedKeySpec(
                      concat(HexFormat.of().parseHex("302a300506032b6570032100"), open)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @throws AssertionError if the note is not signed by the log
  Head head(String note) {
    int blank = note.lastIndexOf("\n\n");
    String text = note.substring(0, blank + 1);
    String line =
        note.substring(blank + 2)
            .lines()
            .filter(l -> l.startsWith("\u2014 " + name + " "))
            .findFirst()
            .orElseThrow(() -> new AssertionError("not signed by " + name));
    byte[] signature = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
    assertThat(Arrays.copyOf(signature, 4)).isEqualTo(keyId);
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(text.getBytes(StandardCharsets.UTF_8));
      assertThat(verifier.verify(Arrays.copyOfRange(signature, 4, signature.length)))
          .as("signature")
          .isTrue();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
    List<String> lines = text.lines().toList();
    assertThat(lines).hasSize(3);
    return new Head(
        lines.get(0), Long.parseLong(lines.get(1)), Base64.getDecoder().decode(lines.get(2)));
  }

  /// Whether a proof file shows that a leaf is in the log; gives the head it speaks of.
  boolean isIncluded(String file, byte[] leaf) {
    List<String> lines = file.lines().toList();
    assertThat(lines.getFirst()).isEqualTo("c2sp.org/tlog-proof@v1");
    long index = Long.parseLong(lines.get(1).substring("index ".length()));
    int blank = lines.indexOf("");
    List<byte[]> path = hashes(lines.subList(2, blank));
    Head head = head(file.substring(file.indexOf("\n\n") + 2));
    return isIncluded(head, index, leaf, path);
  }

  /// RFC 9162 section 2.1.3.2.
  private static boolean isIncluded(Head head, long index, byte[] leaf, List<byte[]> path) {
    if (index >= head.size()) {
      return false;
    }
    long fn = index;
    long sn = head.size() - 1;
    byte[] r = sha(new byte[] {0}, leaf);
    for (byte[] p : path) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        r = sha(new byte[] {1}, p, r);
        if ((fn & 1) == 0) {
          do {
            fn >>= 1;
            sn >>= 1;
          } while ((fn & 1) == 0 && fn != 0);
        }
      } else {
        r = sha(new byte[] {1}, r, p);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(r, head.root());
  }

  /// Whether an `add-checkpoint` body shows that the log only grew since an older head.
  boolean isGrownFrom(Head old, String body) {
    List<String> lines = body.lines().toList();
    assertThat(lines.getFirst()).isEqualTo("old " + old.size());
    List<byte[]> path = hashes(lines.subList(1, lines.indexOf("")));
    Head now = head(body.substring(body.indexOf("\n\n") + 2));
    assertThat(now.origin()).isEqualTo(old.origin());
    return isConsistent(old, now, path);
  }

  /// RFC 9162 section 2.1.4.2.
  private static boolean isConsistent(Head old, Head now, List<byte[]> proof) {
    if (old.size() == now.size()) {
      return proof.isEmpty() && Arrays.equals(old.root(), now.root());
    }
    if (old.size() > now.size() || proof.isEmpty()) {
      return false;
    }
    Deque<byte[]> path = new ArrayDeque<>(proof);
    if (Long.bitCount(old.size()) == 1) {
      path.addFirst(old.root());
    }
    long fn = old.size() - 1;
    long sn = now.size() - 1;
    while ((fn & 1) == 1) {
      fn >>= 1;
      sn >>= 1;
    }
    byte[] fr = path.removeFirst();
    byte[] sr = fr;
    for (byte[] c : path) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        fr = sha(new byte[] {1}, c, fr);
        sr = sha(new byte[] {1}, c, sr);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        sr = sha(new byte[] {1}, sr, c);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(fr, old.root()) && Arrays.equals(sr, now.root());
  }

  /// The root over leaves, as RFC 6962 section 2.1 defines it.
  static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return sha();
    }
    if (leaves.size() == 1) {
      return sha(new byte[] {0}, leaves.getFirst());
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    return sha(new byte[] {1}, root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
  }

  /// What a leaf of this kind is: a hash over salt and entry.
  static byte[] leaf(String salt, String entry) {
    return sha(HexFormat.of().parseHex(salt), entry.getBytes(StandardCharsets.UTF_8));
  }

  /// The entries of a bundle, each with its length in two bytes before it.
  static List<byte[]> entries(byte[] bundle) {
    List<byte[]> entries = new ArrayList<>();
    for (int at = 0; at < bundle.length; ) {
      int length = (bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff;
      entries.add(Arrays.copyOfRange(bundle, at + 2, at + 2 + length));
      at += 2 + length;
    }
    return entries;
  }

  static byte[] sha(byte[]... parts) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(concat(parts));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<byte[]> hashes(List<String> lines) {
    return lines.stream().map(Base64.getDecoder()::decode).toList();
  }

  private static byte[] concat(byte[]... parts) {
    var out = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
