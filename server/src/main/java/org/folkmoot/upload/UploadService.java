package org.folkmoot.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.folkmoot.media.MediaId;
import org.folkmoot.media.MediaKind;
import org.folkmoot.media.MediaReason;
import org.folkmoot.media.MediaRef;
import org.folkmoot.media.MediaService;
import org.folkmoot.media.Received;
import org.folkmoot.store.OneAtATime;

/// Takes files in over lines that break. Thread-safe.
public final class UploadService {
  private static final System.Logger LOG = System.getLogger(UploadService.class.getName());

  /// In bytes. Each is one write that waits for the disk.
  private static final int PIECE = 256 * 1024;

  /// Writes under way at once: a piece is in memory some five times while it is written.
  private static final int WRITES = 8;

  private static final int ID_BYTES = 16;

  /// @param perSender how many one sender may have on their way
  /// @param waiting bytes that all uploads on their way may have together when they are whole
  /// @param free bytes that must stay free on the disk
  /// @param keep how long an unfinished one waits
  public record Limits(int perSender, long waiting, long free, Duration keep) {
    private static final long GB = 1024L * 1024 * 1024;
    public static final Limits USUAL = new Limits(3, 20 * GB, 2 * GB, Duration.ofDays(2));
  }

  private final UploadRepository repository;
  private final MediaService media;
  private final Set<MediaKind> kinds;
  private final Predicate<String> isHearing;
  private final LongSupplier disk;
  private final Limits limits;
  private final InstantSource clock;
  private final OneAtATime oneAtATime = new OneAtATime();
  private final Semaphore writing = new Semaphore(WRITES);
  private final SecureRandom random = new SecureRandom();

  /// @param kinds what may be sent
  /// @param isHearing whether a consultation takes files now
  /// @param disk bytes that are free where the pieces go
  UploadService(
      UploadRepository repository,
      MediaService media,
      Set<MediaKind> kinds,
      Predicate<String> isHearing,
      LongSupplier disk,
      Limits limits,
      InstantSource clock) {
    this.repository = repository;
    this.media = media;
    this.kinds = Set.copyOf(kinds);
    this.isHearing = isHearing;
    this.disk = disk;
    this.limits = limits;
    this.clock = clock;
  }

  /// The most bytes that a file may have.
  long largest() {
    return kinds.stream().mapToLong(MediaKind::maxBytes).max().orElse(0);
  }

  Begun begin(String consultation, String sender, long length, String metadata) {
    if (!isHearing.test(consultation)) {
      return new Begun.Closed();
    }
    if (length > largest()) {
      return new Begun.TooLarge();
    }
    var now = clock.instant();
    var under =
        repository.all().stream()
            .filter(u -> !u.gone() && !u.isTaken() && u.until().isAfter(now))
            .toList();
    if (under.stream().filter(u -> u.sender().equals(sender)).count() >= limits.perSender) {
      return new Begun.TooMany();
    }
    var promised = under.stream().mapToLong(Upload::length).sum();
    // Three times: its pieces, then what is kept of it as it arrived and as it is shown.
    if (promised + length > limits.waiting || disk.getAsLong() < limits.free + 3 * length) {
      LOG.log(Level.WARNING, "event=upload.full promised={0}", Long.toString(promised));
      return new Begun.Full();
    }
    var upload =
        new Upload(
            newId(), consultation, sender, length, metadata, now.plus(limits.keep), "", false);
    repository.add(upload);
    return new Begun.Begins(upload);
  }

  /// An upload, for its sender alone; one that has ended or expired is found as gone.
  Optional<Upload> find(String sender, String id) {
    return repository.find(id).filter(u -> u.sender().equals(sender)).map(this::asOfNow);
  }

  private Upload asOfNow(Upload u) {
    return u.gone() || u.until().isAfter(clock.instant())
        ? u
        : new Upload(
            u.id(), u.consultation(), u.sender(), u.length(), u.metadata(), u.until(), "", true);
  }

  /// How much of it is there, in bytes.
  long arrived(Upload upload) {
    return upload.isTaken() ? upload.length() : repository.arrived(upload.id());
  }

  /// Writes down what `bytes` yields. When they break off, what came is kept.
  ///
  /// @throws IOException if they broke off
  Written write(Upload upload, long offset, InputStream bytes) throws IOException {
    if (upload.isTaken() || offset != arrived(upload)) {
      return new Written.Elsewhere();
    }
    long end = offset;
    var buffer = new byte[(int) Math.min(PIECE, upload.length() - offset + 1)];
    while (true) {
      var filling = Filling.of(buffer, bytes);
      var fits = (int) Math.min(filling.length(), upload.length() - end);
      if (fits > 0 && !add(upload, end, Arrays.copyOf(buffer, fits))) {
        return new Written.Elsewhere();
      }
      end += fits;
      if (filling.broken() != null) {
        throw filling.broken();
      }
      if (fits < filling.length()) {
        return new Written.TooMuch();
      }
      if (filling.length() < buffer.length) {
        return new Written.Kept(end);
      }
    }
  }

  /// The same for bytes that must hash to something: none are kept before all were seen.
  ///
  /// @throws IOException if they broke off
  Written write(Upload upload, long offset, InputStream bytes, Checksum checksum)
      throws IOException {
    var seen = Files.createTempFile("folkmoot-piece-", ".part");
    try {
      var digest = checksum.digest();
      var most = upload.length() - Math.min(offset, upload.length());
      try (var out = new DigestOutputStream(Files.newOutputStream(seen), digest)) {
        if (Bounded.copy(bytes, out, most) > most) {
          return new Written.TooMuch();
        }
      }
      return checksum.fits(digest) ? write(upload, offset, seen) : new Written.Damaged();
    } finally {
      Files.deleteIfExists(seen);
    }
  }

  private Written write(Upload upload, long offset, Path bytes) throws IOException {
    try (var in = Files.newInputStream(bytes)) {
      return write(upload, offset, in);
    }
  }

  private boolean add(Upload upload, long at, byte[] piece) {
    writing.acquireUninterruptibly();
    try {
      return repository.addPiece(upload.id(), at, piece);
    } finally {
      writing.release();
    }
  }

  /// Finds out what an upload is that has arrived whole. Can be repeated, with the same answer.
  ///
  /// @throws IOException if no examiner can be started
  Taking take(Upload upload) throws IOException {
    try {
      return oneAtATime.with(upload.id(), () -> takeNow(upload.id()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Taking takeNow(String id) {
    var upload = repository.find(id).map(this::asOfNow).filter(u -> !u.gone()).orElse(null);
    if (upload == null) {
      return new Taking.NotThere();
    }
    if (upload.isTaken()) {
      return unkept(upload).<Taking>map(Taking.Taken::new).orElseGet(Taking.NotThere::new);
    }
    if (repository.arrived(id) < upload.length()) {
      return new Taking.NotThere();
    }
    try (var whole = new Pieces(repository, id, upload.length())) {
      return switch (media.receive(whole, upload.name(), kinds)) {
        case Received.Taken(var file) -> {
          repository.taken(id, file.id().value());
          repository.removePieces(id);
          yield new Taking.Taken(file);
        }
        case Received.NotTaken(var reason) -> {
          if (reason != MediaReason.BUSY) {
            end(upload);
          }
          yield new Taking.NotTaken(reason);
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What became of it, as long as nobody has kept that.
  private Optional<MediaRef> unkept(Upload upload) {
    return media.find(new MediaId(upload.media())).filter(file -> media.owner(file.id()).isEmpty());
  }

  /// Gives an upload up, with what became of it unless somebody keeps that. Can be repeated.
  void end(Upload upload) {
    repository.end(upload.id(), clock.instant().plus(limits.keep));
    repository.removePieces(upload.id());
    unkept(upload).ifPresent(file -> media.delete(file.id()));
  }

  /// Removes what nobody went on with in time, and what is left of what was given up.
  ///
  /// @return how many were removed
  public int sweep() {
    var now = clock.instant();
    var due = repository.all().stream().filter(u -> !u.until().isAfter(now)).toList();
    for (var upload : due) {
      if (upload.gone() || upload.isTaken()) {
        repository.removePieces(upload.id());
        repository.remove(upload.id());
      } else {
        end(upload);
      }
    }
    return due.size();
  }

  private String newId() {
    var bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return "upl_" + HexFormat.of().formatHex(bytes);
  }
}
