package org.folkmoot.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.folkmoot.media.Examination.Examined;
import org.folkmoot.media.Examination.Refused;
import org.folkmoot.media.Examination.Unreadable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Isolated("reading a file has a limit of time")
class MediaExaminerTest {
  private static final Set<MediaKind> ALL = EnumSet.allOf(MediaKind.class);

  @TempDir static Path folder;

  private static MediaExaminer examiner;

  @BeforeAll
  static void start() {
    examiner = new MediaExaminer(folder, MediaExaminer.Limits.USUAL);
  }

  @AfterAll
  static void stop() throws Exception {
    examiner.close();
  }

  @Test
  void a_photo_loses_place_and_device_and_stands_upright() throws Exception {
    var photo = MediaFiles.photoWithPlace();
    var before = ImageMetadataReader.readMetadata(new ByteArrayInputStream(photo));
    assertThat(before.getFirstDirectoryOfType(GpsDirectory.class).getGeoLocation()).isNotNull();

    assertThat(examine(photo)).isEqualTo(wordless(MediaKind.PICTURE, "image/jpeg", "image/jpeg"));

    var after = ImageMetadataReader.readMetadata(safeCopy().toFile());
    assertThat(after.getDirectoriesOfType(ExifDirectoryBase.class)).isEmpty();
    assertThat(contains(safeCopy(), "Secret")).isFalse();
    var picture = ImageIO.read(safeCopy().toFile());
    assertThat(picture.getWidth()).isEqualTo(40);
    assertThat(picture.getHeight()).isEqualTo(80);
    assertThat(new Color(picture.getRGB(20, 10)).getRed()).isGreaterThan(200);
    assertThat(new Color(picture.getRGB(20, 70)).getBlue()).isGreaterThan(200);
  }

  @Test
  void a_drawing_loses_its_author_and_stays_transparent() throws Exception {
    var drawing = MediaFiles.drawingWithAuthor();
    assertThat(new String(drawing, StandardCharsets.ISO_8859_1)).contains("Rook Secret");

    assertThat(examine(drawing)).isEqualTo(wordless(MediaKind.PICTURE, "image/png", "image/png"));

    assertThat(contains(safeCopy(), "Secret")).isFalse();
    assertThat(ImageIO.read(safeCopy().toFile()).getColorModel().hasAlpha()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"photo.webp,image/webp,image/jpeg", "drawing.gif,image/gif,image/png"})
  void other_pictures_are_drawn_anew(String name, String type, String shown) throws Exception {
    assertThat(examine(MediaFiles.fixture(name)))
        .isEqualTo(wordless(MediaKind.PICTURE, type, shown));
    assertThat(ImageIO.read(safeCopy().toFile()).getWidth()).isEqualTo(64);
  }

  @Test
  void a_large_photo_is_made_smaller_within_little_memory() throws Exception {
    assertThat(examine(MediaFiles.picture(8000, 6000, "jpeg"))).isInstanceOf(Examined.class);
    var picture = ImageIO.read(safeCopy().toFile());
    assertThat(picture.getWidth()).isEqualTo(2000);
    assertThat(picture.getHeight()).isEqualTo(1500);
  }

  @Test
  void a_picture_of_a_billion_pixels_is_not_even_begun() throws Exception {
    assertThat(examine(MediaFiles.pngOfSize(40_000, 40_000)))
        .isInstanceOfSatisfying(
            Unreadable.class,
            found -> assertThat(found.reason()).isEqualTo(MediaReason.TOO_MANY_PIXELS));
  }

  @ParameterizedTest
  @CsvSource({
    "tagged.mp3,SOUND,audio/mpeg,audio/mpeg",
    "tagged.m4a,SOUND,audio/mp4,audio/mp4",
    "tagged.opus,SOUND,audio/ogg,audio/ogg",
    "tagged.ogg,SOUND,audio/ogg,audio/ogg",
    "tagged.wav,SOUND,audio/wav,audio/wav",
    "sound.webm,SOUND,audio/webm,audio/webm",
    "tagged.mp4,VIDEO,video/mp4,video/mp4",
    "position-track.mov,VIDEO,video/quicktime,video/mp4",
    "tagged.webm,VIDEO,video/webm,video/webm",
  })
  void a_recording_loses_place_device_and_names(
      String name, MediaKind kind, String type, String shown) throws Exception {
    var recording = MediaFiles.fixture(name);
    assertThat(leaks(recording)).as("the premise: it says too much").isTrue();

    assertThat(examine(recording)).isEqualTo(wordless(kind, type, shown));

    assertThat(leaks(Files.readAllBytes(safeCopy()))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tagged.mp3",
        "tagged.m4a",
        "tagged.opus",
        "tagged.ogg",
        "tagged.wav",
        "sound.webm",
        "tagged.mp4",
        "position-track.mov",
        "tagged.webm"
      })
  void a_cleaned_recording_still_plays_to_the_same_sound_and_picture(String name) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/ffmpeg")), "needs ffmpeg");
    var recording = MediaFiles.fixture(name);

    assertThat(examine(recording)).isInstanceOf(Examined.class);

    assertThat(decoded(safeCopy())).isEqualTo(decoded(folder.resolve("upload"))).contains("=");
  }

  /// A checksum per track of everything a player would show, and any complaint it has.
  private static String decoded(Path recording) throws Exception {
    var command = "ffmpeg -hide_banner -v error -i FILE -map 0:v? -map 0:a? -f streamhash -";
    var process =
        new ProcessBuilder(command.replace("FILE", recording.toString()).split(" "))
            .redirectErrorStream(true)
            .start();
    try (var output = process.inputReader()) {
      return output.readAllAsString();
    }
  }

  @Test
  void captions_become_web_captions_and_what_is_said() throws Exception {
    var captions = "1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>No way</i> home\r\nafter six.\r\n";

    assertThat(examine(captions.getBytes(UTF_8)))
        .isEqualTo(
            new Examined(
                MediaKind.CAPTIONS,
                "application/x-subrip",
                "text/vtt",
                "No way home\nafter six.",
                false));
    assertThat(safeCopy())
        .content()
        .startsWith("WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.500\n<i>No way</i> home");
  }

  @Test
  void documents_give_their_words_in_paragraphs() throws Exception {
    assertThat(text(MediaFiles.docx("First.", "Zażółć gęślą jaźń.")))
        .contains("First.\n")
        .contains("Zażółć gęślą jaźń.");
    assertThat(text(MediaFiles.odt("First.", "Second."))).containsPattern("First\\.\\n+Second\\.");
    assertThat(text(MediaFiles.pdf("No way home.", ""))).isEqualTo("No way home.");
    assertThat(text("{\\rtf1\\ansi No way\\par home.}".getBytes(UTF_8))).contains("No way");
    assertThat(text("From: Rook\nNo way home – after six.".getBytes(UTF_8))).contains("–");
    assertThat(text("No way home".getBytes(StandardCharsets.UTF_16)).strip())
        .isEqualTo("No way home");
  }

  @Test
  void a_locked_document_says_that_it_is_locked() throws Exception {
    assertThat(examine(MediaFiles.pdf("No way home.", "password")))
        .isInstanceOfSatisfying(
            Unreadable.class, found -> assertThat(found.reason()).isEqualTo(MediaReason.PROTECTED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!DOCTYPE html><html><script>x</script></html>", "MZ\u0000\u0001\u0000"})
  void what_we_do_not_take_is_refused(String content) throws Exception {
    assertThat(examine(content.getBytes(UTF_8))).isEqualTo(new Refused(MediaReason.UNKNOWN_TYPE));
    assertThat(safeCopy()).doesNotExist();
  }

  @Test
  void the_iphones_own_picture_format_has_its_own_answer() throws Exception {
    var heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(examine(heic)).isEqualTo(new Refused(MediaReason.HEIC));
  }

  @Test
  void a_film_in_another_container_an_empty_file_and_the_wrong_kind_are_refused() throws Exception {
    assertThat(examine(MediaFiles.fixture("film.mkv")))
        .isEqualTo(new Refused(MediaReason.UNKNOWN_TYPE));
    assertThat(examine(new byte[0])).isEqualTo(new Refused(MediaReason.EMPTY));
    assertThat(examine(MediaFiles.fixture("tagged.mp4"), Set.of(MediaKind.SOUND)))
        .isEqualTo(new Refused(MediaReason.NOT_HERE));
  }

  @Test
  void bombs_are_defused_and_the_next_file_is_read() throws Exception {
    assertThat(examine(MediaFiles.zipBomb())).isEqualTo(new Refused(MediaReason.UNKNOWN_TYPE));
    assertThat(examine(MediaFiles.docxWithEntities())).isInstanceOf(Unreadable.class);
    var huge = MediaFiles.hugeDocx(folder.resolve("huge"), 400);
    assertThat(Files.size(huge)).isLessThan(MediaKind.DOCUMENT.maxBytes());
    assertThat(examiner.examine(huge, safeCopy(), ALL))
        .satisfiesAnyOf(
            found -> assertThat(found).isInstanceOf(Unreadable.class),
            found -> assertThat(((Examined) found).textCut()).isTrue());

    assertThat(text(MediaFiles.docx("Still here."))).isEqualTo("Still here.");
  }

  @Test
  void a_child_without_memory_dies_alone() throws Exception {
    var tight = new MediaExaminer.Limits(1, 24, Duration.ofSeconds(30), Duration.ofSeconds(30));
    try (var small = new MediaExaminer(folder.resolve("tight"), tight)) {
      var photo = Files.write(folder.resolve("big"), MediaFiles.picture(3900, 3900, "png"));

      var found = small.examine(photo, safeCopy(), ALL);

      assertThat(found)
          .isInstanceOfSatisfying(
              Unreadable.class,
              answer -> assertThat(answer.reason()).isEqualTo(MediaReason.TOO_COMPLEX));
      var drawing = Files.write(folder.resolve("small"), MediaFiles.drawingWithAuthor());
      assertThat(small.examine(drawing, safeCopy(), ALL)).isInstanceOf(Examined.class);
    }
  }

  @Test
  void a_file_that_takes_too_long_is_given_up_and_leaves_nothing_behind() throws Exception {
    var work = Files.createDirectory(folder.resolve("hasty"));
    var hasty = new MediaExaminer.Limits(1, 64, Duration.ofMillis(1), Duration.ofSeconds(30));
    try (var examiner = new MediaExaminer(work, hasty)) {
      var photo = Files.write(folder.resolve("photo"), MediaFiles.photoWithPlace());

      assertThat(examiner.examine(photo, safeCopy(), ALL))
          .isInstanceOfSatisfying(
              Unreadable.class,
              answer -> assertThat(answer.reason()).isEqualTo(MediaReason.TOO_COMPLEX));
    }
    assertThat(work).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tagged.mp3",
        "tagged.m4a",
        "tagged.opus",
        "tagged.ogg",
        "tagged.wav",
        "sound.webm",
        "tagged.mp4",
        "position-track.mov",
        "tagged.webm",
        "photo.webp",
        "drawing.gif"
      })
  void a_damaged_file_gets_an_answer(String name) throws Exception {
    var whole = MediaFiles.fixture(name);
    for (var part = 1; part < 6; part++) {
      assertThat(examine(Arrays.copyOf(whole, whole.length * part / 6))).isNotNull();
      var bent = whole.clone();
      for (var i = part * 7; i < bent.length; i += 97) {
        bent[i] ^= (byte) (part * 31);
      }
      assertThat(examine(bent)).isNotNull();
    }
  }

  private static Examination examine(byte[] bytes) throws Exception {
    return examine(bytes, ALL);
  }

  private static Examination examine(byte[] bytes, Set<MediaKind> wanted) throws Exception {
    Files.deleteIfExists(safeCopy());
    return examiner.examine(Files.write(folder.resolve("upload"), bytes), safeCopy(), wanted);
  }

  private static String text(byte[] document) throws Exception {
    var found = examine(document);
    assertThat(found).isInstanceOf(Examined.class);
    assertThat(safeCopy()).content().isEqualTo(((Examined) found).text());
    return ((Examined) found).text();
  }

  private static Examined wordless(MediaKind kind, String type, String shown) {
    return new Examined(kind, type, shown, "", false);
  }

  private static boolean leaks(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.contains("Secret") || text.contains("52.95");
  }

  private static boolean contains(Path file, String text) throws Exception {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
  }

  private static Path safeCopy() {
    return folder.resolve("safe-copy");
  }
}
