package org.folkmoot.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bson.RawBsonDocument;
import org.folkmoot.archive.BackupManifest.Part;
import org.folkmoot.store.Store;

/// Copies a whole portal into one ZIP file (with its 64-bit extensions where it grows large), as a
/// stream. It may run while portals write: what changed in the record meanwhile is copied again,
/// until nothing has.
///
/// Not in it: the master key, without which contacts and keys stay shut, and sign-ins. What people
/// said is in it, readable.
public final class BackupService {

  /// Sign-ins end with the portal they were made in; a lease is some node's of that moment.
  private static final Set<String> LEFT_OUT =
      Set.of("sessions", "signinlinks", "signins", "live-leases");

  /// Written before the contributions that point to them, so copied after.
  private static final List<String> LAST =
      List.of(
          "claims",
          "equality",
          "contacts",
          "media",
          ArchiveRepository.FILES,
          ArchiveRepository.CHUNKS,
          ArchiveRepository.ERASED);

  /// How often the record may grow while what it grew by is copied.
  private static final int TURNS = 100;

  private static final String ABOUT =
      """
      A backup of a Folkmoot portal: collections as BSON, manifest.json with a hash of each part.
      The master key is not in this file. Without it nothing can be restored: keep a copy of it, and
      keep it apart from this file. What people said is in this file, readable: keep it safe.
      """;

  private final ArchiveRepository store;
  private final InstantSource time;

  public BackupService(Store store, InstantSource time) {
    this.store = new ArchiveRepository(store);
    this.time = time;
  }

  /// What was copied.
  public record Made(long documents, long bytes) {}

  /// @param progress told the number of documents so far, now and then
  /// @throws ArchiveException if the record grows faster than it can be copied
  public Made write(OutputStream out, LongConsumer progress) throws IOException {
    if (store.restoring() == ArchiveRepository.Restoring.COPYING) {
      throw new ArchiveException("A restore into this store was cut off; repeat it first.");
    }
    var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.setLevel(Deflater.BEST_SPEED);
    try {
      file(zip, "README.txt", ABOUT.getBytes(StandardCharsets.UTF_8));
      var writing = new Writing(zip, progress);
      Map<String, Long> logs = copy(writing);
      var manifest = new BackupManifest(time.instant(), logs, writing.parts);
      file(zip, BackupManifest.FILE, manifest.json());
      zip.finish();
      zip.flush();
      return new Made(writing.documents, writing.parts.stream().mapToLong(Part::bytes).sum());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Map<String, Long> copy(Writing writing) {
    for (String collection : store.collections()) {
      if (!LEFT_OUT.contains(collection)
          && !LAST.contains(collection)
          && !collection.equals(ArchiveRepository.CONTRIBUTIONS)
          && !collection.equals(ArchiveRepository.LEDGER)) {
        writing.part(collection, reader -> store.each(collection, reader));
      }
    }
    Map<String, Long> before = store.logs();
    writing.part(
        ArchiveRepository.CONTRIBUTIONS,
        reader -> store.each(ArchiveRepository.CONTRIBUTIONS, reader));
    Map<String, Long> done = record(writing, before);
    for (String collection : LAST) {
      writing.part(collection, reader -> store.each(collection, reader));
    }
    return done;
  }

  /// The ledger, and again each contribution that it tells of from a place on where its log stood
  /// before they were copied.
  private Map<String, Long> record(Writing writing, Map<String, Long> before) {
    Map<String, Long> done = new TreeMap<>();
    for (int turn = 0; turn < TURNS; turn++) {
      Map<String, Long> now = store.logs();
      if (now.equals(done)) {
        return done;
      }
      Set<String> changed = new TreeSet<>();
      writing.part(
          ArchiveRepository.LEDGER,
          reader ->
              now.forEach((log, last) ->
                  store.entries(
                      log,
                      done.getOrDefault(log, 0L),
                      last,
                      entry -> {
                        if (entry.getNumber("seq").longValue() > before.getOrDefault(log, 0L)) {
                          changed.add(entry.getDocument("body").getString("subject").getValue());
                        }
                        reader.accept(entry);
                      })));
      if (!changed.isEmpty()) {
        writing.part(
            ArchiveRepository.CONTRIBUTIONS, reader -> store.contributions(changed, reader));
      }
      done.putAll(now);
    }
    throw new ArchiveException(
        "People write faster than the record can be copied; try again at a quieter hour.");
  }

  private static void file(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  /// One ZIP file as it grows; used by one thread.
  private static final class Writing {

    private static final int TELL_EVERY = 1_000;

    private final ZipOutputStream zip;
    private final LongConsumer progress;
    private final List<Part> parts = new ArrayList<>();
    private long documents;

    Writing(ZipOutputStream zip, LongConsumer progress) {
      this.zip = zip;
      this.progress = progress;
    }

    void part(String collection, Consumer<Consumer<RawBsonDocument>> documentsOf) {
      String name = "parts/%04d-%s.bson".formatted(parts.size() + 1, collection);
      var sha = new Sha256();
      long before = documents;
      long[] bytes = new long[1];
      try {
        zip.putNextEntry(new ZipEntry(name));
        documentsOf.accept(document -> {
          byte[] raw = bytes(document);
          write(raw);
          sha.update(raw);
          bytes[0] += raw.length;
          if (++documents % TELL_EVERY == 0) {
            progress.accept(documents);
          }
        });
        zip.closeEntry();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      parts.add(new Part(name, collection, documents - before, bytes[0], sha.hex()));
    }

    private void write(byte[] raw) {
      try {
        zip.write(raw);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static byte[] bytes(RawBsonDocument document) {
      ByteBuffer buffer = document.getByteBuffer().asNIO();
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    }
  }
}
