package org.folkmoot.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.bson.Document;
import org.folkmoot.store.Blob;
import org.folkmoot.store.BlobId;
import org.folkmoot.store.EmptyStore;
import org.folkmoot.store.Keys;
import org.folkmoot.web.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Isolated("reading a file has a limit of time")
class MediaServiceTest {
  private static final Set<MediaKind> ALL = EnumSet.allOf(MediaKind.class);

  @TempDir static Path work;

  private static EmptyStore store;
  private static MediaExaminer examiner;
  private static Instant now = Instant.parse("2026-05-03T10:00:00Z");
  private static MediaService media;

  @BeforeAll
  static void start() {
    store = EmptyStore.open();
    examiner = new MediaExaminer(work, MediaExaminer.Limits.USUAL);
    var keys = Keys.open(work.resolve("master-key.json"), true, store.store());
    var repository = new MediaRepository(store.store().collection("media"));
    var contents = new SharedContent(store.store(), keys);
    media =
        new MediaService(
            examiner,
            MalwareScan.none(),
            repository,
            contents,
            new RenditionService(
                new RenditionRepository(store.store()),
                store.store().blobs(keys),
                examiner,
                "",
                () -> now),
            store.store().blobs(keys),
            () -> now);
  }

  @AfterAll
  static void stop() throws Exception {
    examiner.close();
    store.close();
  }

  @Test
  void a_picture_named_pdf_is_a_picture_and_its_original_is_kept_apart() throws Exception {
    var photo = MediaFiles.photoWithPlace();

    var ref = taken(photo, "C:\\letters\\my\u202Eletter.pdf", ALL);

    assertThat(ref.kind()).isEqualTo(MediaKind.PICTURE);
    assertThat(ref.originalName()).isEqualTo("myletter.pdf");
    assertThat(media.find(ref.id())).contains(ref);
    var safe = media.open(ref.id()).orElseThrow();
    assertThat(safe.contentType()).isEqualTo("image/jpeg");
    assertThat(safe.length()).isEqualTo(ref.bytes());
    assertThat(new String(read(safe), UTF_8)).doesNotContain("Secret");
    assertThat(read(media.openOriginal(ref.id()).orElseThrow())).isEqualTo(photo);
    assertThat(leftOvers()).isEmpty();
  }

  @Test
  void a_letter_is_opened_as_its_text() throws Exception {
    var ref = taken(MediaFiles.docx("No way home.", "Rook"), "", Set.of(MediaKind.DOCUMENT));

    assertThat(ref.text()).contains("No way home.");
    assertThat(new String(read(media.open(ref.id()).orElseThrow()), UTF_8)).isEqualTo(ref.text());
    assertThat(ref.contentType()).isEqualTo("text/plain");
  }

  @Test
  void a_recording_is_read_in_ranges() throws Exception {
    var ref = taken(MediaFiles.fixture("tagged.mp3"), "story.mp3", ALL);
    var blob = media.open(ref.id()).orElseThrow();

    try (var part = blob.stream(100, 50)) {
      assertThat(part.readAllBytes()).isEqualTo(Arrays.copyOfRange(read(blob), 100, 150));
    }
  }

  @Test
  void deleting_removes_safe_copy_and_original() throws Exception {
    var ref = taken(MediaFiles.picture(31, 17, "png"), "x.png", ALL);
    var blobs = store.store().collection("blobs.files");
    var before = blobs.countDocuments();

    media.delete(ref.id());
    media.delete(ref.id());

    assertThat(blobs.countDocuments()).isEqualTo(before - 2);
    assertThat(media.find(ref.id())).isEmpty();
    assertThat(media.open(ref.id())).isEmpty();
    assertThat(media.openOriginal(ref.id())).isEmpty();
  }

  @Test
  void the_same_file_from_two_people_is_stored_once_and_erased_with_the_last() throws Exception {
    var files = store.store().collection("blobs.files");
    var before = files.countDocuments();
    var picture = MediaFiles.picture(37, 17, "png");

    var hers = taken(picture, "hers.png", ALL);
    var his = taken(picture, "his.png", ALL);
    assertThat(his.id()).isNotEqualTo(hers.id());
    assertThat(his.originalName()).isEqualTo("his.png");
    assertThat(files.countDocuments()).isEqualTo(before + 2);

    media.delete(hers.id());
    media.delete(hers.id());
    assertThat(media.open(hers.id())).isEmpty();
    assertThat(read(media.openOriginal(his.id()).orElseThrow())).isEqualTo(picture);
    media.delete(his.id());
    assertThat(files.countDocuments()).isEqualTo(before);

    var again = taken(picture, "again.png", ALL);
    assertThat(read(media.openOriginal(again.id()).orElseThrow())).isEqualTo(picture);
    assertThat(store.store().collection("media").find().into(new ArrayList<>()).toString())
        .as("nothing that says which file it is")
        .doesNotContain(HexFormat.of().formatHex(sha256(picture)));
  }

  @Test
  void what_a_crash_left_of_a_shared_file_is_finished_by_whoever_comes_next() throws Exception {
    var picture = MediaFiles.picture(39, 17, "png");
    var first = taken(picture, "first.png", ALL);
    var contents = store.store().collection("media-contents");
    var content = new Document("files", first.id().value());
    // As if it had ended after the last who had it was counted out.
    contents.updateOne(content, new Document("$set", new Document("n", 0).append("gone", true)));

    var next = taken(picture, "next.png", ALL);

    assertThat(read(media.openOriginal(next.id()).orElseThrow())).isEqualTo(picture);
    media.delete(first.id());
    assertThat(read(media.openOriginal(next.id()).orElseThrow())).isEqualTo(picture);
  }

  private static byte[] sha256(byte[] bytes) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  @Test
  void what_nobody_keeps_is_swept_and_what_is_kept_stays() throws Exception {
    var kept = taken(MediaFiles.drawingWithAuthor(), "kept.png", ALL);
    var left = taken(MediaFiles.drawingWithAuthor(), "left.png", ALL);
    assertThat(media.keep(kept.id(), "con_1")).isTrue();
    assertThat(media.keep(kept.id(), "con_1")).isTrue();
    assertThat(media.keep(kept.id(), "con_2")).isFalse();

    now = now.plus(Duration.ofDays(2));
    assertThat(media.deleteLost(Duration.ofDays(1), "con_1"::equals)).isPositive();

    assertThat(media.find(left.id())).isEmpty();
    assertThat(media.find(kept.id())).isPresent();
  }

  @Test
  void what_a_crash_left_of_an_upload_is_swept() throws Exception {
    var blobs = store.store().blobs();
    var half = taken(MediaFiles.picture(33, 17, "png"), "half.png", ALL);
    var files = store.store().collection("blobs.files");
    var chunks = store.store().collection("blobs.chunks");
    var documents = store.store().collection("media");
    var document = documents.find(new Document("_id", half.id().value())).first();
    assertThat(document).isNotNull();
    // As if it had ended after the last piece, before the files' own entries and the mark.
    files.deleteOne(new Document("_id", document.getString("original")));
    documents.updateOne(
        new Document("_id", half.id().value()),
        new Document("$set", new Document("arriving", true)));
    var lost = taken(MediaFiles.picture(35, 17, "png"), "lost.png", ALL);
    media.keep(lost.id(), "con_never_written");

    assertThat(media.find(half.id())).isEmpty();
    now = now.plus(Duration.ofDays(2));
    media.deleteLost(Duration.ofDays(1), "con_1"::equals);

    assertThat(media.find(lost.id())).isEmpty();
    assertThat(documents.find(new Document("_id", half.id().value())).first()).isNull();
    for (String part : new String[] {"safe", "original"}) {
      var id = document.getString(part);
      assertThat(blobs.open(new BlobId(id))).isEmpty();
      assertThat(chunks.countDocuments(new Document("files_id", id))).as(part).isZero();
    }
  }

  @Test
  void nobody_else_on_the_machine_can_look_into_the_work_folder() throws Exception {
    assertThat(Files.getPosixFilePermissions(work))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void an_endless_upload_is_read_only_to_the_limit() throws Exception {
    var endless = new Endless();

    var found = media.receive(endless, "endless.txt", Set.of(MediaKind.DOCUMENT));

    assertThat(found).isEqualTo(new Received.NotTaken(MediaReason.TOO_LARGE));
    assertThat(endless.given).isLessThan(MediaKind.DOCUMENT.maxBytes() + 1_000_000);
    assertThat(leftOvers()).isEmpty();
  }

  @Test
  void an_upload_that_breaks_off_leaves_nothing() throws Exception {
    var files = store.store().collection("media").countDocuments();
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection lost");
          }
        };

    assertThatThrownBy(() -> media.receive(broken, "x", ALL)).isInstanceOf(IOException.class);

    assertThat(leftOvers()).isEmpty();
    assertThat(store.store().collection("media").countDocuments()).isEqualTo(files);
  }

  @Test
  void refused_files_are_not_stored() throws Exception {
    var files = store.store().collection("blobs.files").countDocuments();

    assertThat(media.receive(new ByteArrayInputStream(new byte[0]), "x", ALL))
        .isEqualTo(new Received.NotTaken(MediaReason.EMPTY));
    assertThat(media.receive(new ByteArrayInputStream(MediaFiles.zipBomb()), "letter.docx", ALL))
        .isEqualTo(new Received.NotTaken(MediaReason.UNKNOWN_TYPE));

    assertThat(store.store().collection("blobs.files").countDocuments()).isEqualTo(files);
  }

  @Test
  void every_reason_has_its_sentence_in_every_language() {
    for (var language : Words.LANGUAGES) {
      for (var reason : MediaReason.values()) {
        assertThat(Words.of(language).say(reason.key())).isNotBlank();
      }
    }
  }

  @Test
  void names_are_cleaned_for_showing() {
    assertThat(MediaService.displayName("../../etc/passwd")).isEqualTo("passwd");
    assertThat(MediaService.displayName("a\u0000b\nc.txt")).isEqualTo("abc.txt");
    assertThat(MediaService.displayName("😀".repeat(500))).isEqualTo("😀".repeat(120));
    assertThat(MediaService.displayName("")).isEmpty();
  }

  private static MediaRef taken(byte[] bytes, String name, Set<MediaKind> allowed)
      throws Exception {
    var found = media.receive(new ByteArrayInputStream(bytes), name, allowed);
    assertThat(found).isInstanceOf(Received.Taken.class);
    return ((Received.Taken) found).media();
  }

  private static byte[] read(Blob blob) throws Exception {
    try (var in = blob.stream()) {
      return in.readAllBytes();
    }
  }

  private static String[] leftOvers() throws Exception {
    try (var files = Files.list(work)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("upload-"))
          .toArray(String[]::new);
    }
  }

  private static final class Endless extends InputStream {
    private long given;

    @Override
    public int read() {
      given++;
      return 'a';
    }

    @Override
    public int read(byte[] into, int from, int length) {
      Arrays.fill(into, from, from + length, (byte) 'a');
      given += length;
      return length;
    }
  }
}
