package org.folkmoot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class SealedBlobsTest {

  private static final EmptyStore OPENED = EmptyStore.open();
  private static final Store STORE = OPENED.store();

  @TempDir static Path folder;

  private static Keys keys;

  @BeforeAll
  static void open() {
    keys = Keys.open(folder.resolve("master-key.json"), true, STORE);
  }

  @AfterAll
  static void close() {
    OPENED.close();
  }

  @Test
  void a_blob_of_any_length_comes_back_whole_and_in_part() throws IOException {
    Blobs blobs = STORE.blobs(keys);
    Random random = new Random(7);
    for (int length : new int[] {0, 1, 65_480, 65_481, 65_482, 131_000, 131_072, 700_001}) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      Blob blob = blobs.open(blobs.put(new ByteArrayInputStream(bytes), "x/y")).orElseThrow();

      assertThat(blob.length()).isEqualTo(length);
      assertThat(read(blob, 0, length)).isEqualTo(bytes);
      for (int i = 0; i < 5 && length > 0; i++) {
        int from = random.nextInt(length);
        int to = from + random.nextInt(length - from) + 1;
        assertThat(read(blob, from, to - from)).isEqualTo(Arrays.copyOfRange(bytes, from, to));
      }
      assertThat(read(blob, length, 10)).isEmpty();
    }
  }

  @Test
  void nothing_of_it_can_be_read_where_it_lies() throws IOException {
    byte[] words = "No way home after six. ".repeat(20_000).getBytes(StandardCharsets.UTF_8);
    BlobId id = STORE.blobs(keys).put(new ByteArrayInputStream(words), "text/plain");

    var lies = new ByteArrayOutputStream();
    STORE.blobs().open(id).orElseThrow().stream().transferTo(lies);

    assertThat(lies.toString(StandardCharsets.ISO_8859_1)).doesNotContain("home");
    byte[] packed = new byte[words.length];
    var deflater = new Deflater();
    deflater.setInput(lies.toByteArray());
    deflater.finish();
    assertThat(deflater.deflate(packed)).as("no pattern in it").isGreaterThan(words.length - 100);
  }

  @Test
  void a_blob_that_was_changed_or_stands_under_anothers_name_does_not_open() throws IOException {
    Blobs blobs = STORE.blobs(keys);
    BlobId one = blobs.put(new ByteArrayInputStream(new byte[200_000]), "x/y");
    BlobId other = blobs.put(new ByteArrayInputStream(new byte[200_000]), "x/y");
    var chunks = STORE.collection("blobs.chunks");
    Document first = chunks.find(new Document("files_id", one.value())).first();
    byte[] bytes = first.get("data", Binary.class).getData();
    chunks.updateOne(
        new Document("files_id", other.value()),
        new Document("$set", new Document("data", new Binary(bytes))));
    assertThatThrownBy(() -> read(blobs.open(other).orElseThrow(), 0, 10))
        .isInstanceOf(IOException.class);

    bytes[bytes.length - 1] ^= 1;
    chunks.updateOne(
        new Document("files_id", one.value()),
        new Document("$set", new Document("data", new Binary(bytes))));
    assertThat(read(blobs.open(one).orElseThrow(), 0, 10)).isEqualTo(new byte[10]);
    assertThatThrownBy(() -> read(blobs.open(one).orElseThrow(), 199_000, 1_000))
        .isInstanceOf(IOException.class);
  }

  @Test
  void a_new_key_shuts_and_the_one_before_still_opens() throws IOException {
    Blobs blobs = STORE.blobs(keys);
    BlobId before = blobs.put(new ByteArrayInputStream(new byte[] {1, 2, 3}), "x/y");
    BlobId open = STORE.blobs().put(new ByteArrayInputStream(new byte[] {7, 8}), "x/y");
    new FileKeys(STORE, keys).rotate();

    Blobs later = STORE.blobs(keys);
    BlobId after = later.put(new ByteArrayInputStream(new byte[] {4, 5}), "x/y");
    assertThat(read(later.open(before).orElseThrow(), 0, 3)).containsExactly(1, 2, 3);
    assertThat(read(blobs.open(after).orElseThrow(), 1, 1)).containsExactly(5);
    assertThat(read(later.open(open).orElseThrow(), 0, 2)).as("from before").containsExactly(7, 8);
  }

  private static byte[] read(Blob blob, long offset, long length) throws IOException {
    try (var in = blob.stream(offset, length)) {
      return in.readAllBytes();
    }
  }
}
