package org.folkmoot.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicReference;
import org.folkmoot.media.MalwareScan.Verdict;
import org.folkmoot.store.EmptyStore;
import org.folkmoot.store.Keys;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Isolated("reading a file has a limit of time")
class ClamdTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void a_harmful_file_is_told_from_a_harmless_one_and_from_one_that_is_too_large()
      throws Exception {
    try (var clamd = new FakeClamd(300_000)) {
      var scan = new Clamd(clamd.address(), PATIENCE);

      assertThat(scan.scan(file(new byte[200_000]))).isEqualTo(Verdict.CLEAN);
      assertThat(scan.scan(file(FakeClamd.EICAR.getBytes(UTF_8)))).isEqualTo(Verdict.HARMFUL);
      assertThat(scan.scan(file(new byte[3_000_000]))).isEqualTo(Verdict.NOT_SCANNED);
      assertThat(scan.scan(file(new byte[0]))).isEqualTo(Verdict.CLEAN);
      assertThat(clamd.asked()).isEqualTo(4);
    }
  }

  @Test
  void one_that_is_not_there_or_does_not_answer_has_not_looked() throws Exception {
    assertThat(new Clamd(folder + "/none.ctl", PATIENCE).scan(file(new byte[9])))
        .isEqualTo(Verdict.NOT_SCANNED);
    try (var silent = new ServerSocket(0)) {
      var hasty = new Clamd("127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(200));
      assertThat(hasty.scan(file(new byte[9]))).isEqualTo(Verdict.NOT_SCANNED);
    }
  }

  @Test
  void what_nobody_could_look_through_is_looked_through_later_and_shut() throws Exception {
    var scan = new AtomicReference<>(MalwareScan.none());
    try (var store = EmptyStore.open();
        var examiner = new MediaExaminer(folder.resolve("w"), MediaExaminer.Limits.USUAL);
        var clamd = new FakeClamd(1_000_000)) {
      var keys = Keys.open(folder.resolve("master-key.json"), true, store.store());
      var media =
          new MediaService(
              examiner,
              file -> scan.get().scan(file),
              new MediaRepository(store.store().collection("media")),
              new SharedContent(store.store(), keys),
              new RenditionService(
                  new RenditionRepository(store.store()),
                  store.store().blobs(keys),
                  examiner,
                  "",
                  InstantSource.system()),
              store.store().blobs(keys),
              InstantSource.system());
      var letter = taken(media, "No way home.");
      var harmful = taken(media, FakeClamd.EICAR);
      assertThat(media.find(harmful).orElseThrow().scan()).isEqualTo(Verdict.NOT_SCANNED);
      assertThat(media.open(harmful)).isPresent();

      scan.set(new Clamd(clamd.address(), PATIENCE));
      media.scanAgain();

      assertThat(media.find(letter).orElseThrow().scan()).isEqualTo(Verdict.CLEAN);
      assertThat(media.openOriginal(letter)).isPresent();
      assertThat(media.find(harmful).orElseThrow().scan()).isEqualTo(Verdict.HARMFUL);
      assertThat(media.open(harmful)).isEmpty();
      assertThat(media.openOriginal(harmful)).isEmpty();
      media.scanAgain();
      assertThat(clamd.asked()).isEqualTo(2);
      assertThat(media.receive(stream(FakeClamd.EICAR), "x", EnumSet.allOf(MediaKind.class)))
          .isEqualTo(new Received.NotTaken(MediaReason.HARMFUL));
    }
  }

  private static MediaId taken(MediaService media, String text) throws Exception {
    var found = media.receive(stream(text), "a.txt", EnumSet.allOf(MediaKind.class));
    assertThat(found).isInstanceOf(Received.Taken.class);
    return ((Received.Taken) found).media().id();
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private Path file(byte[] bytes) throws Exception {
    return Files.write(folder.resolve("file"), bytes);
  }
}
