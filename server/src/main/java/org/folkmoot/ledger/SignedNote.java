package org.folkmoot.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.folkmoot.ledger.NoteKeys.NoteKey;

/// Texts with Ed25519 signatures beneath them, in the format of C2SP signed-note.
final class SignedNote {

  /// Signature type of plain Ed25519 in C2SP signed-note.
  private static final byte ED25519 = 1;

  private static final int ID = 4;

  /// What comes before the 32 bytes in an X.509 public key (RFC 8410 section 4).
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private SignedNote() {}

  /// @param text ends with a newline
  static String sign(String text, String name, NoteKey key) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(key.secret());
      signer.update(text.getBytes(StandardCharsets.UTF_8));
      byte[] signature = join(id(name, key.open()), signer.sign());
      return text + "\n\u2014 " + name + " " + Base64.getEncoder().encodeToString(signature) + "\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is part of every JDK", e);
    }
  }

  /// Whether a note is signed by this key under this name.
  static boolean isSigned(String note, String name, byte[] open) {
    int end = note.lastIndexOf("\n\n");
    if (end < 0) {
      return false;
    }
    byte[] text = note.substring(0, end + 1).getBytes(StandardCharsets.UTF_8);
    return note.substring(end + 2)
        .lines()
        .filter(line -> line.startsWith("\u2014 " + name + " "))
        .anyMatch(line -> fits(text, line.substring(name.length() + 3), name, open));
  }

  private static boolean fits(byte[] text, String base64, String name, byte[] open) {
    try {
      byte[] signature = Base64.getDecoder().decode(base64);
      if (!Arrays.equals(id(name, open), Arrays.copyOf(signature, ID))) {
        return false;
      }
      PublicKey key =
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(join(X509, open)));
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(text);
      return verifier.verify(signature, ID, signature.length - ID);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /// The key as verifiers are told it: name, key id and the key itself.
  static String verifierKey(String name, byte[] open) {
    return name
        + "+"
        + HexFormat.of().formatHex(id(name, open))
        + "+"
        + Base64.getEncoder().encodeToString(join(new byte[] {ED25519}, open));
  }

  private static byte[] id(String name, byte[] open) {
    MessageDigest sha = MerkleTree.sha256();
    sha.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    sha.update(ED25519);
    return Arrays.copyOf(sha.digest(open), ID);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
