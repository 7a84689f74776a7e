package org.folkmoot.store.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Values as bytes whose unsigned order is MongoDB's order of values, and of which none is the
/// beginning of another, so that several can follow each other in one key.
///
/// Numbers of all types that are equal have equal bytes. Strings sort by UTF-16 code unit, as the
/// query matcher compares them. Whole documents, arrays and rarer types have stable bytes of their
/// own and sort by them within their type. Source of the order of types:
/// <https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/>
final class KeyBytes {

  static final int NUMBER = 0x10;
  static final int STRING = 0x20;
  static final int DATE = 0x80;

  private static final int EMPTY_ARRAY = 0x04;
  private static final int NULL = 0x05;
  private static final int DOCUMENT = 0x30;
  private static final int ARRAY = 0x40;
  private static final int BINARY = 0x50;
  private static final int OBJECT_ID = 0x60;
  private static final int BOOLEAN = 0x70;
  private static final int OTHER = 0x90;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

  static byte[] of(@Nullable Object value) {
    return new KeyBytes().value(value).bytes();
  }

  /// What an array without elements is filed under.
  static byte[] ofEmptyArray() {
    return new byte[] {EMPTY_ARRAY};
  }

  /// The bytes every string that starts with `beginning` starts with.
  static byte[] ofStringsThatStartWith(String beginning) {
    var bytes = of(beginning);
    return Arrays.copyOf(bytes, bytes.length - 1);
  }

  /// Whether values of this one's type stand together and in their right order, so that a range of
  /// bytes is a range of values.
  static boolean hasRanges(@Nullable Object value) {
    return value instanceof Number
        || value instanceof String
        || value instanceof Instant
        || value instanceof ObjectId
        || value instanceof Boolean;
  }

  static byte[] join(byte[]... parts) {
    var joined = new ByteArrayOutputStream(64);
    for (var part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  static byte[] ofLong(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  static byte[] ofInt(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }

  /// The first key that is greater than every key that starts with `prefix`.
  static byte[] after(byte[] prefix) {
    int length = prefix.length;
    while (prefix[length - 1] == (byte) 0xff) {
      length--;
    }
    var next = Arrays.copyOf(prefix, length);
    next[length - 1]++;
    return next;
  }

  private byte[] bytes() {
    return out.toByteArray();
  }

  private KeyBytes value(@Nullable Object value) {
    switch (value) {
      case null -> out.write(NULL);
      case Missing _ -> out.write(NULL);
      case MinKey _ -> out.write(0x01);
      case MaxKey _ -> out.write(0xf0);
      case Number number -> number(number);
      case String text -> string(STRING, text);
      case Instant time -> fixed(DATE, time.toEpochMilli() ^ Long.MIN_VALUE);
      case ObjectId id -> {
        out.write(OBJECT_ID);
        out.writeBytes(id.toByteArray());
      }
      case Boolean truth -> {
        out.write(BOOLEAN);
        out.write(truth ? 1 : 0);
      }
      case Document document -> document(document);
      case Collection<?> elements -> {
        out.write(ARRAY);
        elements.forEach(this::value);
        out.write(0);
      }
      case BinData binary ->
          string(BINARY, new String(binary.getData(), StandardCharsets.ISO_8859_1));
      default -> string(OTHER, value.getClass().getSimpleName() + " " + value);
    }
    return this;
  }

  private void document(Document document) {
    out.write(DOCUMENT);
    document.forEach((name, value) -> {
      string(STRING, name);
      value(value);
    });
    out.write(0);
  }

  /// The nearest double, then how far a long is from it: longs beyond 2^53 stay apart and in order.
  private void number(Number number) {
    double nearest = number.doubleValue() + 0.0; // turns -0.0 into 0.0
    long bits = Double.doubleToLongBits(nearest);
    fixed(NUMBER, bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
    int distance = number instanceof Long whole ? (int) (whole - (long) nearest) : 0;
    out.write((distance + 0x8000) >> 8);
    out.write(distance);
  }

  private void fixed(int type, long bits) {
    out.write(type);
    out.writeBytes(ofLong(bits));
  }

  /// Each UTF-16 code unit as one to three bytes; 0 and 1 are escaped, 0 ends the string.
  private void string(int type, String text) {
    out.write(type);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 2) {
        out.write(1);
        out.write(c + 1);
      } else if (c < 0x80) {
        out.write(c);
      } else if (c < 0x800) {
        out.write(0xc0 | (c >> 6));
        out.write(0x80 | (c & 0x3f));
      } else {
        out.write(0xe0 | (c >> 12));
        out.write(0x80 | ((c >> 6) & 0x3f));
        out.write(0x80 | (c & 0x3f));
      }
    }
    out.write(0);
  }
}
