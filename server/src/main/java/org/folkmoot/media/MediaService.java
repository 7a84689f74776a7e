package org.folkmoot.media;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.folkmoot.store.Blob;
import org.folkmoot.store.Blobs;

/// Takes files in and gives their safe copies out. Thread-safe. Decides nothing about who may see
/// what: that is the record's and the rooms' to ask before [#open].
public final class MediaService {
  private static final System.Logger LOG = System.getLogger(MediaService.class.getName());

  /// In characters.
  private static final int LONGEST_NAME = 120;

  private static final int SCANNED_AT_ONCE = 20;

  private final MediaExaminer examiner;
  private final MalwareScan scan;
  private final MediaRepository repository;
  private final RenditionService renditions;
  private final Blobs blobs;
  private final InstantSource clock;
  private final Shelf shelf;

  public MediaService(
      MediaExaminer examiner,
      MalwareScan scan,
      MediaRepository repository,
      SharedContent contents,
      RenditionService renditions,
      Blobs blobs,
      InstantSource clock) {
    this.examiner = examiner;
    this.scan = scan;
    this.repository = repository;
    this.renditions = renditions;
    this.blobs = blobs;
    this.clock = clock;
    this.shelf = new Shelf(repository, contents, renditions, blobs, clock);
  }

  /// Reads the upload to its end, or to the largest size that one of the kinds may have and no
  /// further; finds out what it is; stores the safe copy and, apart from it, the original, unless
  /// both are there from somebody who sent the same. When it returns [Received.Taken] both are
  /// durable. The file belongs to nobody until [#keep].
  ///
  /// @param claimedName what the sender calls the file; shown, never believed
  /// @throws IOException if the upload broke off, or no examiner can be started
  public Received receive(InputStream upload, String claimedName, Set<MediaKind> allowed)
      throws IOException {
    var file = examiner.temporaryFile();
    var safeCopy = examiner.temporaryFile();
    try {
      var digest = sha256();
      if (!spool(upload, file, digest, MediaKind.maxBytes(allowed))) {
        return new Received.NotTaken(MediaReason.TOO_LARGE);
      }
      var verdict = scan.scan(file);
      if (verdict == MalwareScan.Verdict.HARMFUL) {
        return new Received.NotTaken(MediaReason.HARMFUL);
      }
      return switch (examiner.examine(file, safeCopy, allowed)) {
        case Examination.Examined found ->
            new Received.Taken(
                shelf.put(
                    new Shelf.Arrived(found, verdict, hex(digest), displayName(claimedName)),
                    file,
                    safeCopy));
        case Examination.Refused(var reason) -> new Received.NotTaken(reason);
        case Examination.Unreadable(var reason, var _) -> new Received.NotTaken(reason);
      };
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(safeCopy);
    }
  }

  /// Makes the file belong to `owner` (the id of a contribution, say), so that the sweeper leaves
  /// it. Can be repeated.
  ///
  /// @return whether it now belongs to `owner`; false when it is gone or somebody else's
  public boolean keep(MediaId id, String owner) {
    return repository.keep(id, owner);
  }

  public Optional<MediaRef> find(MediaId id) {
    return repository.find(id).map(MediaRepository.Stored::ref);
  }

  /// Who keeps the file; empty while nobody does, or when it is gone.
  public Optional<String> owner(MediaId id) {
    return repository.owner(id);
  }

  /// What is shown of the file, to be read in ranges: what plays everywhere, once it has been made,
  /// else the safe copy. For a document this is its text.
  public Optional<Blob> open(MediaId id) {
    return harmless(id)
        .flatMap(stored ->
            renditions
                .open(stored.safe(), RenditionService.PLAYED)
                .or(() -> blobs.open(stored.safe())));
  }

  /// The safe copy itself, in the form it came in, for what plays no other.
  public Optional<Blob> openSafeCopy(MediaId id) {
    return harmless(id).flatMap(stored -> blobs.open(stored.safe()));
  }

  /// A rendition of it: `w480` or `w960`, which for a picture of less is the safe copy itself;
  /// `poster`; `waveform`. Empty where there is none, or not yet.
  public Optional<Blob> open(MediaId id, String rendition) {
    return harmless(id)
        .flatMap(stored ->
            renditions
                .open(stored.safe(), rendition)
                .or(() ->
                    stored.ref().kind() == MediaKind.PICTURE
                        ? blobs.open(stored.safe())
                        : Optional.empty()));
  }

  /// How far the work is on what is made of the file; empty where nothing is to be made.
  public Optional<Making> making(MediaId id) {
    return repository
        .find(id)
        .flatMap(stored -> renditions.job(stored.safe()))
        .map(job -> Making.of(job.state()));
  }

  /// The file as it arrived, for staff only and only as a download: it may name its sender's home,
  /// and its content type is deliberately not told.
  public Optional<Blob> openOriginal(MediaId id) {
    return harmless(id).flatMap(stored -> blobs.open(stored.original()));
  }

  /// A file in which malware was found after it had been taken in is opened by nobody.
  private Optional<MediaRepository.Stored> harmless(MediaId id) {
    return repository.find(id).filter(stored -> stored.ref().scan() != MalwareScan.Verdict.HARMFUL);
  }

  /// Looks through what nobody could look through when it came, a few at a time.
  public void scanAgain() {
    for (var id : repository.unscanned(SCANNED_AT_ONCE)) {
      try {
        scanAgain(id);
      } catch (IOException e) {
        LOG.log(Level.WARNING, "event=media.unscanned media=" + id.value(), e);
      }
    }
  }

  private void scanAgain(MediaId id) throws IOException {
    var original = openOriginal(id).orElse(null);
    if (original == null) {
      return;
    }
    var file = examiner.temporaryFile();
    try (var in = original.stream()) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      repository.scanned(id, scan.scan(file));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /// Removes safe copy, text and original; where somebody else sent the same, theirs stays. Can be
  /// repeated; nothing happens when it is gone.
  public void delete(MediaId id) {
    shelf.delete(id);
  }

  /// Deletes what is left of files that arrived this long ago and are nobody's: of forms never
  /// sent, of uploads that a crash cut off, of owners whose own writing it cut off.
  ///
  /// @param isThere whether there is such an owner
  /// @return how many
  public int deleteLost(Duration age, Predicate<String> isThere) {
    var ids = repository.lostBefore(clock.instant().minus(age), isThere);
    ids.forEach(this::delete);
    return ids.size();
  }

  private static boolean spool(InputStream upload, Path file, MessageDigest digest, long maxBytes)
      throws IOException {
    try (var out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
      var buffer = new byte[64 * 1024];
      long total = 0;
      for (int read; (read = upload.read(buffer)) >= 0; ) {
        total += read;
        if (total > maxBytes) {
          return false;
        }
        out.write(buffer, 0, read);
      }
      return true;
    }
  }

  /// The last part of a path, without anything invisible (turning the direction of writing, as in
  /// "gpj.exe", is an old trick).
  static String displayName(String claimed) {
    var name = claimed.substring(Math.max(claimed.lastIndexOf('/'), claimed.lastIndexOf('\\')) + 1);
    var visible =
        Normalizer.normalize(name, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
            .strip();
    var letters = visible.codePointCount(0, visible.length());
    return visible.substring(0, visible.offsetByCodePoints(0, Math.min(LONGEST_NAME, letters)));
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
