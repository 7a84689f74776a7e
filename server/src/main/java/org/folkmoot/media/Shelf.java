package org.folkmoot.media;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import org.folkmoot.store.BlobId;
import org.folkmoot.store.Blobs;

/// Puts files away and clears them away, each content once for all who sent it. Every step can be
/// cut short by a crash: what is left is found by the next call or by the sweeper. Thread-safe.
final class Shelf {
  private static final System.Logger LOG = System.getLogger(MediaService.class.getName());

  private static final int ID_BYTES = 16;

  private final MediaRepository repository;
  private final SharedContent contents;
  private final RenditionService renditions;
  private final Blobs blobs;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Shelf(
      MediaRepository repository,
      SharedContent contents,
      RenditionService renditions,
      Blobs blobs,
      InstantSource clock) {
    this.repository = repository;
    this.contents = contents;
    this.renditions = renditions;
    this.blobs = blobs;
    this.clock = clock;
  }

  /// What is known of a file that can be stored.
  record Arrived(
      Examination.Examined found, MalwareScan.Verdict scan, String sha256, String name) {}

  MediaRef put(Arrived arrived, Path file, Path safeCopy) throws IOException {
    var found = arrived.found;
    var content = contents.hash(found.kind(), arrived.sha256);
    while (true) {
      var ref =
          new MediaRef(
              newId(),
              found.kind(),
              found.contentType(),
              Files.size(safeCopy),
              arrived.name,
              found.originalType(),
              found.text(),
              found.textCut(),
              arrived.scan,
              clock.instant());
      if (join(ref, content) || bring(ref, content, file, safeCopy)) {
        return arrived(ref);
      }
    }
  }

  /// Shares the blobs of somebody who sent the same before.
  private boolean join(MediaRef ref, String content) {
    var there = contents.find(content).orElse(null);
    if (there == null) {
      return false;
    }
    if (there.isGone()) {
      // Whoever began to remove it may have been cut off.
      deleteBlobs(there.safe(), there.original());
      contents.forget(there);
      return false;
    }
    var stored = new MediaRepository.Stored(ref, content, there.safe(), there.original());
    repository.add(stored);
    if (contents.join(stored)) {
      return true;
    }
    repository.remove(ref.id());
    return false;
  }

  /// Stores both blobs as the first who sends them.
  private boolean bring(MediaRef ref, String content, Path file, Path safeCopy) throws IOException {
    // Written down first: whatever a crash leaves of the blobs is found again and swept.
    var stored = new MediaRepository.Stored(ref, content, blobs.reserve(), blobs.reserve());
    repository.add(stored);
    try {
      put(stored.safe(), safeCopy, ref.contentType());
      put(stored.original(), file, "application/octet-stream");
    } catch (IOException | RuntimeException e) {
      delete(ref.id());
      throw e;
    }
    if (contents.begin(stored)) {
      renditions.want(stored.safe(), ref.kind(), ref.contentType());
      return true;
    }
    // Somebody was faster with the same: next time round their blobs are shared.
    delete(ref.id());
    return false;
  }

  private void deleteBlobs(BlobId safe, BlobId original) {
    renditions.forget(safe);
    blobs.delete(safe);
    blobs.delete(original);
  }

  private MediaRef arrived(MediaRef ref) {
    repository.arrived(ref.id());
    LOG.log(
        Level.INFO,
        "event=media.received media={0} kind={1} bytes={2}",
        ref.id().value(),
        ref.kind(),
        Long.toString(ref.bytes()));
    return ref;
  }

  private void put(BlobId id, Path file, String contentType) throws IOException {
    try (var in = Files.newInputStream(file)) {
      blobs.put(id, in, contentType);
    }
  }

  /// Removes a file, and what was stored of it unless somebody else sent the same. Can be repeated.
  void delete(MediaId id) {
    // The document goes last: cut short by a crash, the next call still finds what is left.
    repository
        .findAnyhow(id)
        .ifPresent(stored -> {
          if (contents.leave(stored)) {
            deleteBlobs(stored.safe(), stored.original());
            contents.forget(stored);
          }
          repository.remove(id);
        });
  }

  private MediaId newId() {
    var bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return new MediaId("med_" + HexFormat.of().formatHex(bytes));
  }
}
