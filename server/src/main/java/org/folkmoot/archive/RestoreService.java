package org.folkmoot.archive;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.folkmoot.archive.ArchiveRepository.Restoring;
import org.folkmoot.archive.BackupManifest.Part;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// Puts a backup into an empty store: looked through to its end before anything is written, and
/// begun again from nothing when it was cut off. What was erased since the backup was made (the
/// store's own list, the one given, and the backup's) is erased again before anybody is served.
public final class RestoreService {

  private static final int BATCH_BYTES = 4 * 1024 * 1024;
  private static final int BATCH = 500;

  /// The driver's own limit is 16 MiB and a little.
  private static final int LARGEST = 17 * 1024 * 1024;

  private final ArchiveRepository store;

  public RestoreService(Store store) {
    this.store = new ArchiveRepository(store);
  }

  /// Copies the backup into the store; [#finish] must follow, and does at every start of a portal.
  ///
  /// @param erased ids of contributions that were erased since
  /// @return how many documents there are now
  /// @throws ArchiveException if the file, the store or the key is not right; nothing was changed
  public long copy(Path file, Path masterKeyFile, Collection<String> erased, LongConsumer progress)
      throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      BackupManifest manifest = manifest(zip);
      for (Part part : manifest.parts()) {
        check(zip, part);
      }
      Keys.mustOpen(masterKeyFile, root(zip, manifest));
      boolean cutOff = store.restoring() == Restoring.COPYING;
      if (!cutOff && !isEmpty()) {
        throw new ArchiveException(
            "The store is not empty. A backup is restored into an empty one only.");
      }
      store.note(Restoring.COPYING);
      if (cutOff) {
        store.clear();
      }
      store.noteErased(erased);
      long documents = copy(zip, manifest, progress);
      store.note(Restoring.ERASING);
      return documents;
    } catch (ZipException e) {
      throw new ArchiveException("The file is not a whole ZIP file: " + e.getMessage());
    }
  }

  /// The ids of what was erased here: to be kept apart from backups, and given to [#copy].
  public List<String> erased() {
    return store.erased();
  }

  /// Erases again what was erased since a backup was made, if one has been restored.
  ///
  /// @throws ArchiveException if a restore was cut off
  public void finish(Restored restored) {
    switch (store.restoring()) {
      case NONE -> {}
      case COPYING ->
          throw new ArchiveException("A restore into this store was cut off; repeat it first.");
      case IMPORTING ->
          throw new ArchiveException("An import into this store was cut off; repeat it first.");
      case ERASING -> {
        store.erased().forEach(restored::eraseAgain);
        store.note(Restoring.NONE);
      }
    }
  }

  private boolean isEmpty() {
    return store.collections().stream()
        .filter(name -> !name.equals(ArchiveRepository.ERASED))
        .allMatch(store::isEmpty);
  }

  private static BackupManifest manifest(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(BackupManifest.FILE);
    if (entry == null) {
      throw new ArchiveException("The file is no backup: it has no " + BackupManifest.FILE + ".");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return BackupManifest.of(in.readNBytes(LARGEST));
    }
  }

  private static void check(ZipFile zip, Part part) throws IOException {
    var sha = new Sha256();
    long[] bytes = new long[1];
    each(
        zip,
        part,
        document -> {
          sha.update(document);
          bytes[0] += document.length;
        });
    if (bytes[0] != part.bytes() || !sha.hex().equals(part.sha256())) {
      throw new ArchiveException("The backup is damaged at " + part.file() + ".");
    }
  }

  /// The document that holds the sealed root key.
  private static Document root(ZipFile zip, BackupManifest manifest) throws IOException {
    List<Document> found = new ArrayList<>();
    for (Part part : manifest.parts()) {
      if (part.collection().equals(ArchiveRepository.KEYS)) {
        each(
            zip,
            part,
            bytes -> {
              Document document = new RawBsonDocument(bytes).decode(new DocumentCodec());
              if (document.getString("_id").equals("root")) {
                found.add(document);
              }
            });
      }
    }
    if (found.isEmpty()) {
      throw new ArchiveException("The backup holds no keys; it cannot be opened.");
    }
    return found.getFirst();
  }

  private long copy(ZipFile zip, BackupManifest manifest, LongConsumer progress)
      throws IOException {
    Set<String> begun = new HashSet<>(Set.of(ArchiveRepository.ERASED));
    Set<String> files = new HashSet<>();
    long documents = 0;
    for (Part part : manifest.parts()) {
      String collection = part.collection();
      boolean first = begun.add(collection);
      var batch = new Batch(collection, first);
      each(
          zip,
          part,
          bytes -> {
            var document = new RawBsonDocument(bytes);
            if (collection.equals(ArchiveRepository.FILES)) {
              files.add(document.getString("_id").getValue());
            }
            // The pieces of a file that was deleted while the backup was made.
            boolean lost =
                collection.equals(ArchiveRepository.CHUNKS)
                    && !files.contains(document.getString("files_id").getValue());
            if (!lost) {
              batch.add(document, bytes.length);
            }
          });
      batch.end();
      documents += part.documents();
      progress.accept(documents);
    }
    return documents;
  }

  @FunctionalInterface
  private interface Reader {
    void read(byte[] document);
  }

  private static void each(ZipFile zip, Part part, Reader reader) throws IOException {
    ZipEntry entry = zip.getEntry(part.file());
    if (entry == null) {
      throw new ArchiveException("The backup is damaged: " + part.file() + " is missing.");
    }
    try (var in = new DataInputStream(new BufferedInputStream(zip.getInputStream(entry)))) {
      for (long i = 0; i < part.documents(); i++) {
        int length = Integer.reverseBytes(in.readInt());
        if (length < 5 || length > LARGEST) {
          throw new ArchiveException("The backup is damaged at " + part.file() + ".");
        }
        byte[] document = new byte[length];
        ByteBuffer.wrap(document).putInt(Integer.reverseBytes(length));
        in.readFully(document, 4, length - 4);
        reader.read(document);
      }
    } catch (EOFException e) {
      throw new ArchiveException("The backup is damaged: " + part.file() + " ends too soon.");
    }
  }

  private final class Batch {

    private final String collection;
    private final boolean first;
    private final List<RawBsonDocument> waiting = new ArrayList<>();
    private long bytes;

    Batch(String collection, boolean first) {
      this.collection = collection;
      this.first = first;
    }

    void add(RawBsonDocument document, int length) {
      waiting.add(document);
      bytes += length;
      if (waiting.size() == BATCH || bytes > BATCH_BYTES) {
        end();
      }
    }

    void end() {
      if (waiting.isEmpty()) {
        return;
      }
      if (first) {
        store.insert(collection, waiting);
      } else {
        store.put(collection, waiting);
      }
      waiting.clear();
      bytes = 0;
    }
  }
}
