package org.folkmoot.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import javax.imageio.ImageIO;
import org.folkmoot.store.Blob;
import org.folkmoot.store.BlobId;
import org.folkmoot.store.EmptyStore;
import org.folkmoot.store.Keys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Isolated("reading a file has a limit of time")
class RenditionTest {
  @TempDir static Path folder;

  private static EmptyStore store;
  private static Keys keys;
  private static MediaExaminer examiner;
  private static Instant now = Instant.parse("2026-05-03T10:00:00Z");

  @BeforeAll
  static void start() {
    store = EmptyStore.open();
    keys = Keys.open(folder.resolve("master-key.json"), true, store.store());
    examiner = new MediaExaminer(folder.resolve("work"), MediaExaminer.Limits.USUAL);
  }

  @AfterAll
  static void stop() throws Exception {
    examiner.close();
    store.close();
  }

  @Test
  void a_picture_gets_smaller_ones_and_a_small_one_stands_for_itself() throws Exception {
    try (var renditions = renditions("")) {
      var media = media(renditions);
      var large = taken(media, MediaFiles.picture(1200, 800, "jpeg"));
      var small = taken(media, MediaFiles.picture(300, 200, "png"));
      assertThat(width(media.open(large, "w480").orElseThrow())).as("not yet").isEqualTo(1200);

      renditions.goOn();

      assertThat(media.making(large)).contains(Making.DONE);
      assertThat(width(media.open(large, "w480").orElseThrow())).isEqualTo(480);
      assertThat(width(media.open(large, "w960").orElseThrow())).isEqualTo(960);
      assertThat(width(media.open(small, "w480").orElseThrow())).isEqualTo(300);
      assertThat(media.open(large, "poster").map(Blob::contentType)).contains("image/jpeg");
    }
  }

  @Test
  void recordings_become_what_every_device_plays_and_tell_nothing() throws Exception {
    needsFfmpeg();
    try (var renditions = renditions("ffmpeg")) {
      var media = media(renditions);
      var sound = taken(media, MediaFiles.fixture("tagged.opus"));
      var video = taken(media, MediaFiles.fixture("tagged.webm"));
      assertThat(media.open(video).orElseThrow().contentType()).isEqualTo("video/webm");

      renditions.goOn();

      assertThat(media.making(sound)).contains(Making.DONE);
      assertThat(media.open(sound).orElseThrow().contentType()).isEqualTo("audio/mp4");
      assertThat(media.open(video).orElseThrow().contentType()).isEqualTo("video/mp4");
      var drawing =
          new String(read(media.open(sound, "waveform").orElseThrow()), StandardCharsets.UTF_8);
      assertThat(drawing).matches("<svg [^<>]*>(<rect [^<>]*/>)+</svg>");
      var made = Files.createDirectory(folder.resolve("made"));
      Files.write(made.resolve("sound.m4a"), read(media.open(sound).orElseThrow()));
      Files.write(made.resolve("video.mp4"), read(media.open(video).orElseThrow()));
      Files.write(made.resolve("poster.jpg"), read(media.open(video, "poster").orElseThrow()));
      assertThat(ImageIO.read(made.resolve("poster.jpg").toFile())).isNotNull();
      if (Files.isExecutable(Path.of("/usr/bin/exiftool"))) {
        assertThat(MetadataByAnotherTest.telling(made)).isEmpty();
      }

      var blobs = store.store().collection("blobs.files");
      var before = blobs.countDocuments();
      media.delete(video);
      assertThat(blobs.countDocuments()).isEqualTo(before - 4);
      assertThat(media.making(video)).isEmpty();
    }
  }

  @Test
  void without_the_program_a_recording_plays_as_it_came_until_there_is_one() throws Exception {
    MediaId sound;
    try (var renditions = renditions("")) {
      var media = media(renditions);
      sound = taken(media, MediaFiles.fixture("tagged.ogg"));
      renditions.goOn();
      assertThat(media.making(sound)).contains(Making.ABSENT);
      assertThat(media.open(sound).orElseThrow().contentType()).isEqualTo("audio/ogg");
    }
    needsFfmpeg();
    try (var renditions = renditions("ffmpeg")) {
      renditions.goOn();
      assertThat(media(renditions).making(sound)).contains(Making.DONE);
    }
  }

  @Test
  void what_cannot_be_turned_is_tried_three_times_and_said() throws Exception {
    var failing = Files.writeString(folder.resolve("failing"), "#!/bin/sh\nexit 3\n");
    assertThat(failing.toFile().setExecutable(true)).isTrue();
    try (var renditions = renditions(failing.toString())) {
      var media = media(renditions);
      var sound = taken(media, MediaFiles.fixture("tagged.wav"));
      for (var shown : List.of(Making.WAITING, Making.WAITING, Making.FAILED)) {
        renditions.goOn();
        assertThat(media.making(sound)).contains(shown);
        now = now.plus(Duration.ofMinutes(2));
      }
      renditions.goOn();
      assertThat(media.making(sound)).contains(Making.FAILED);
      assertThat(media.open(sound).orElseThrow().contentType()).isEqualTo("audio/wav");
    }
  }

  @Test
  void who_was_overtaken_writes_nothing_more() {
    var jobs = new RenditionRepository(store.store());
    var safe = new BlobId("blob_overtaken");
    var longAgo = now.minus(Duration.ofDays(1));
    jobs.want(safe, MediaKind.PICTURE, "image/png", longAgo);
    jobs.want(safe, MediaKind.PICTURE, "image/png", now);

    var first = jobs.takeUp(longAgo, now).orElseThrow();
    assertThat(jobs.takeUp(longAgo, now)).as("its lease holds").isEmpty();
    var second = jobs.takeUp(now, now.plusSeconds(60)).orElseThrow();

    assertThat(first.safe()).isEqualTo(second.safe()).isEqualTo(safe);
    assertThat(jobs.goesOn(first, 1, now)).isFalse();
    assertThat(jobs.makes(first, "w480", new BlobId("x"))).isFalse();
    assertThat(jobs.ends(first, RenditionJob.State.DONE, now)).isFalse();
    assertThat(jobs.ends(second, RenditionJob.State.DONE, now)).isTrue();
  }

  private static void needsFfmpeg() {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/ffmpeg")), "needs ffmpeg");
  }

  private static RenditionService renditions(String program) {
    return new RenditionService(
        new RenditionRepository(store.store()),
        store.store().blobs(keys),
        examiner,
        program,
        () -> now);
  }

  private static MediaService media(RenditionService renditions) {
    return new MediaService(
        examiner,
        MalwareScan.none(),
        new MediaRepository(store.store().collection("media")),
        new SharedContent(store.store(), keys),
        renditions,
        store.store().blobs(keys),
        () -> now);
  }

  private static MediaId taken(MediaService media, byte[] bytes) throws Exception {
    var found = media.receive(new ByteArrayInputStream(bytes), "x", EnumSet.allOf(MediaKind.class));
    assertThat(found).isInstanceOf(Received.Taken.class);
    return ((Received.Taken) found).media().id();
  }

  private static int width(Blob picture) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(read(picture))).getWidth();
  }

  private static byte[] read(Blob blob) throws Exception {
    try (var in = blob.stream()) {
      return in.readAllBytes();
    }
  }
}
