package org.folkmoot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class BlobsTest {

  private static final EmptyStore OPENED = EmptyStore.open();
  private final Blobs blobs = OPENED.store().blobs();

  @AfterAll
  static void close() {
    OPENED.close();
  }

  @Test
  void a_blob_comes_back_whole_and_in_part() throws IOException {
    var bytes = bytes(3_000_001);
    var blob = blobs.open(blobs.put(new ByteArrayInputStream(bytes), "audio/mpeg")).orElseThrow();

    assertThat(blob.length()).isEqualTo(3_000_001);
    assertThat(blob.contentType()).isEqualTo("audio/mpeg");
    assertThat(read(blob.stream())).isEqualTo(bytes);
    assertThat(read(blob.stream(1_000_000, 500_000)))
        .isEqualTo(Arrays.copyOfRange(bytes, 1_000_000, 1_500_000));
    assertThat(read(blob.stream(2_999_990)))
        .isEqualTo(Arrays.copyOfRange(bytes, 2_999_990, 3_000_001));
    assertThat(read(blob.stream(3_000_001))).isEmpty();
    assertThat(read(blob.stream(0, 0))).isEmpty();
  }

  @Test
  void a_large_blob_passes_through_without_being_held() throws IOException {
    long length = 40_000_000;
    var id = blobs.put(new Zeros(length), "video/mp4");
    var blob = blobs.open(id).orElseThrow();

    assertThat(blob.length()).isEqualTo(length);
    try (var stream = blob.stream()) {
      assertThat(stream.transferTo(OutputStream.nullOutputStream())).isEqualTo(length);
    }
    blobs.delete(id);
  }

  @Test
  void a_deleted_blob_is_gone_with_its_pieces() throws IOException {
    var id = blobs.put(new ByteArrayInputStream(bytes(600_000)), "image/png");
    blobs.delete(id);
    blobs.delete(id);

    assertThat(blobs.open(id)).isEmpty();
    assertThat(pieces(id)).isZero();
  }

  @Test
  void nothing_is_stored_when_the_stream_breaks() {
    var before = OPENED.store().collection("blobs.files").countDocuments();
    var broken =
        new SequenceInputStream(
            new ByteArrayInputStream(bytes(600_000)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("connection lost");
              }
            });

    assertThatThrownBy(() -> blobs.put(broken, "image/png")).isInstanceOf(IOException.class);
    assertThat(OPENED.store().collection("blobs.files").countDocuments()).isEqualTo(before);
  }

  private static long pieces(BlobId id) {
    return OPENED
        .store()
        .collection("blobs.chunks")
        .countDocuments(new Document("files_id", id.value()));
  }

  private static byte[] bytes(int length) {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static byte[] read(InputStream stream) throws IOException {
    try (stream) {
      return stream.readAllBytes();
    }
  }

  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      Arrays.fill(target, offset, offset + count, (byte) 0);
      left -= count;
      return count;
    }
  }
}
