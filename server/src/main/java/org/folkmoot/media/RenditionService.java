package org.folkmoot.media;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.folkmoot.media.RenditionJob.State;
import org.folkmoot.store.Blob;
import org.folkmoot.store.BlobId;
import org.folkmoot.store.Blobs;

/// Makes of safe copies what is quick to show and plays everywhere: smaller pictures, sound and
/// video in the one form every browser has, a still, a drawing of how loud it is. By turns, one
/// after the other on each node; a node that dies is overtaken when its lease ends. Thread-safe.
public final class RenditionService implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RenditionService.class.getName());

  /// What plays in place of the safe copy.
  static final String PLAYED = "played";

  /// A still of a video.
  static final String POSTER = "poster";

  /// How loud it is.
  static final String WAVEFORM = "waveform";

  /// The longer side of smaller pictures, in pixels, by name.
  private static final int SMALL = 480;

  private static final int MIDDLE = 960;

  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int TRIES = 3;

  private static final List<String> SOUND_AS =
      List.of(
          "-vn", "-c:a", "aac", "-b:a", "96k", "-ac", "2", "-movflags", "+faststart", "-f", "mp4");

  private static final List<String> VIDEO_AS =
      List.of(
          "-vf",
          "scale=w='if(gt(iw,ih),min(1280,iw),-2)':h='if(gt(iw,ih),-2,min(1280,ih))'"
              + ",pad=ceil(iw/2)*2:ceil(ih/2)*2",
          "-c:v",
          "libx264",
          "-preset",
          "veryfast",
          "-crf",
          "26",
          "-profile:v",
          "main",
          "-pix_fmt",
          "yuv420p",
          "-c:a",
          "aac",
          "-b:a",
          "96k",
          "-ac",
          "2",
          "-movflags",
          "+faststart",
          "-f",
          "mp4");

  private static final List<String> STILL =
      List.of(
          "-an",
          "-vf",
          "thumbnail=30,scale=640:-2",
          "-frames:v",
          "1",
          "-f",
          "image2",
          "-c:v",
          "mjpeg");

  private final RenditionRepository jobs;
  private final Blobs blobs;
  private final MediaExaminer work;
  private final Optional<Ffmpeg> ffmpeg;
  private final InstantSource clock;

  /// @param work where temporary files go
  /// @param program ffmpeg's path or name; empty for none
  public RenditionService(
      RenditionRepository jobs,
      Blobs blobs,
      MediaExaminer work,
      String program,
      InstantSource clock) {
    this.jobs = jobs;
    this.blobs = blobs;
    this.work = work;
    this.ffmpeg = program.isEmpty() ? Optional.empty() : Ffmpeg.find(program);
    this.clock = clock;
    ffmpeg.ifPresent(_ -> jobs.wakeAbsent(clock.instant()));
  }

  void want(BlobId safe, MediaKind kind, String type) {
    switch (kind) {
      case PICTURE, SOUND, VIDEO -> jobs.want(safe, kind, type, clock.instant());
      case DOCUMENT, CAPTIONS -> {}
    }
  }

  /// A rendition by its name, once its job is done.
  Optional<Blob> open(BlobId safe, String name) {
    return jobs.find(safe)
        .filter(job -> job.state() == State.DONE)
        .flatMap(job -> Optional.ofNullable(job.made().get(name)))
        .flatMap(blobs::open);
  }

  /// How far the work on a safe copy is; empty where nothing is to be made.
  Optional<RenditionJob> job(BlobId safe) {
    return jobs.find(safe);
  }

  /// Removes all that was made of a safe copy, and stops what is being made.
  void forget(BlobId safe) {
    var job = jobs.find(safe);
    jobs.remove(safe);
    job.ifPresent(gone -> gone.made().values().forEach(blobs::delete));
  }

  /// Does what is to be done by now.
  public void goOn() {
    for (var job = takeUp(); job.isPresent(); job = takeUp()) {
      run(job.get());
    }
  }

  private Optional<RenditionJob> takeUp() {
    var now = clock.instant();
    return jobs.takeUp(now, now.plus(LEASE));
  }

  private void run(RenditionJob job) {
    if (job.kind() != MediaKind.PICTURE && ffmpeg.isEmpty()) {
      jobs.ends(job, State.ABSENT, clock.instant());
      return;
    }
    // What somebody who was cut off had begun.
    job.made().values().forEach(blobs::delete);
    try {
      make(job);
      jobs.ends(job, State.DONE, clock.instant());
    } catch (IOException | RuntimeException e) {
      var last = job.tries() >= TRIES;
      LOG.log(
          Level.WARNING, "event=rendition.failed safe=%s last=%b".formatted(job.safe(), last), e);
      jobs.ends(job, last ? State.FAILED : State.WAITING, clock.instant().plus(PAUSE));
    }
  }

  private void make(RenditionJob job) throws IOException {
    var safe = blobs.open(job.safe()).orElse(null);
    if (safe == null) {
      forget(job.safe());
      return;
    }
    var in = work.temporaryFile();
    var out = work.temporaryFile();
    try {
      try (var bytes = safe.stream()) {
        Files.copy(bytes, in, StandardCopyOption.REPLACE_EXISTING);
      }
      switch (job.kind()) {
        case PICTURE -> pictures(job, in, out);
        case SOUND -> {
          waveform(job, in, out);
          recording(job, in, out, SOUND_AS, "audio/mp4");
        }
        case VIDEO -> {
          program().make(in, job.type(), STILL, out, _ -> {});
          keep(job, POSTER, out, "image/jpeg");
          recording(job, in, out, VIDEO_AS, "video/mp4");
        }
        case DOCUMENT, CAPTIONS -> {}
      }
    } finally {
      Files.deleteIfExists(in);
      Files.deleteIfExists(out);
    }
  }

  private void pictures(RenditionJob job, Path in, Path out) throws IOException {
    for (int longest : new int[] {SMALL, MIDDLE}) {
      if (Pictures.smaller(job.type(), in, out, longest)) {
        keep(job, "w" + longest, out, job.type());
      }
    }
  }

  private void waveform(RenditionJob job, Path in, Path out) throws IOException {
    program()
        .samples(
            in,
            job.type(),
            Waveform.RATE,
            samples -> Files.writeString(out, Waveform.svg(Waveform.peaks(samples))));
    keep(job, WAVEFORM, out, "image/svg+xml");
  }

  private void recording(RenditionJob job, Path in, Path out, List<String> as, String type)
      throws IOException {
    var told = new Progress(job);
    program().make(in, job.type(), as, out, told::seconds);
    keep(job, PLAYED, out, type);
  }

  private void keep(RenditionJob job, String name, Path file, String type) throws IOException {
    var blob = blobs.reserve();
    if (!jobs.makes(job, name, blob)) {
      throw new IOException("overtaken");
    }
    try (var bytes = Files.newInputStream(file)) {
      blobs.put(blob, bytes, type);
    }
    if (jobs.find(job.safe()).filter(now -> now.fence() == job.fence()).isEmpty()) {
      blobs.delete(blob);
      throw new IOException("overtaken");
    }
  }

  private Ffmpeg program() {
    return ffmpeg.orElseThrow();
  }

  /// Keeps the lease while ffmpeg works, and stops it once somebody else has the job.
  private final class Progress {
    private final RenditionJob job;
    private Instant next;

    Progress(RenditionJob job) {
      this.job = job;
      this.next = clock.instant();
    }

    void seconds(double done) {
      var now = clock.instant();
      if (now.isBefore(next)) {
        return;
      }
      next = now.plusSeconds(5);
      if (!jobs.goesOn(job, (int) done, now.plus(LEASE))) {
        ffmpeg.ifPresent(Ffmpeg::close);
      }
    }
  }

  /// Ends what is under way; it is taken up again later.
  @Override
  public void close() {
    ffmpeg.ifPresent(Ffmpeg::close);
  }
}
