package org.folkmoot.store.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.store.embedded.Catalog.KnownIndex;
import org.jspecify.annotations.Nullable;

/// An index over one or more fields, kept sorted in the files. Every document has an entry, a
/// document with an array under an indexed field one per element. Ascending always: descending
/// orders are read backwards.
///
/// Changes go into the [Changes] its collection is collecting and become visible with the document.
/// Written to only under the collection's monitor; read by anybody.
final class RocksIndex extends Index<Long> {

  private final boolean unique;
  private final List<String> fields;
  private final RocksFiles files;
  private final Catalog catalog;

  private @Nullable RocksCollection owner;
  private int id;
  private volatile boolean multiple;

  RocksIndex(
      String name,
      List<IndexKey> keys,
      boolean sparse,
      boolean unique,
      RocksFiles files,
      Catalog catalog) {
    super(name, keys, sparse);
    this.unique = unique;
    this.fields = keys.stream().map(IndexKey::getKey).toList();
    this.files = files;
    this.catalog = catalog;
  }

  /// Finds the entries in the files, or makes them from the documents that are there.
  void attach(RocksCollection collection) {
    owner = collection;
    var known = catalog.index(collection.id(), getName());
    id = known.map(KnownIndex::id).orElseGet(catalog::newIndex);
    multiple = known.map(KnownIndex::multiple).orElse(false);
    if (known.isEmpty()) {
      collection.documents().forEach(found -> build(collection, found));
      var changes = new Changes();
      catalog.put(changes, collection.id(), getName(), new KnownIndex(id, multiple));
      files.write(changes);
    }
  }

  private void build(RocksCollection collection, StoredDocuments.Found found) {
    checkAdd(found.document(), collection);
    var keys = keys(found.document());
    multiple |= keys.size() > 1;
    var changes = new Changes();
    keys.forEach(key -> changes.put(entry(key, found.position()), new byte[0]));
    files.writeNow(changes);
  }

  List<String> fields() {
    return fields;
  }

  /// What the keys of all its entries start with.
  byte[] prefix() {
    return Catalog.entries(id);
  }

  /// Whether some document has, or once had, more than one entry.
  boolean isMultiple() {
    return multiple;
  }

  static long position(byte[] entryKey) {
    return ByteBuffer.wrap(entryKey).getLong(entryKey.length - Long.BYTES);
  }

  /// Where the document with the same values is; only a unique index can tell.
  @Override
  public @Nullable Long getPosition(Document document) {
    return unique && !isExempt(document) ? holder(keys(document).first()) : null;
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Long> collection) {
    if (unique) {
      checkFree(keys(document), document, collection);
    }
  }

  @Override
  public void checkUpdate(
      Document oldDocument, Document newDocument, MongoCollection<Long> collection) {
    if (unique && !hasSameValues(oldDocument, newDocument)) {
      var added = keys(newDocument);
      added.removeAll(keys(oldDocument));
      checkFree(added, newDocument, collection);
    }
  }

  private void checkFree(Set<byte[]> keys, Document document, MongoCollection<Long> collection) {
    if (!isExempt(document) && keys.stream().anyMatch(key -> holder(key) != null)) {
      var values = fields.stream().map(field -> values(document, field).getFirst()).toList();
      throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(values));
    }
  }

  @Override
  public void add(Document document, Long position, MongoCollection<Long> collection) {
    var keys = keys(document);
    add(keys, keys.size() > 1, position);
  }

  private void add(Set<byte[]> keys, boolean several, long position) {
    var changes = owner().changes();
    if (several && !multiple) {
      multiple = true;
      catalog.put(changes, owner().id(), getName(), new KnownIndex(id, true));
    }
    keys.forEach(key -> changes.put(entry(key, position), new byte[0]));
  }

  void remove(Document document, long position, Changes removal) {
    keys(document).forEach(key -> removal.delete(entry(key, position)));
  }

  @Override
  public void updateInPlace(
      Document oldDocument, Document newDocument, Long position, MongoCollection<Long> collection) {
    if (hasSameValues(oldDocument, newDocument)) {
      return;
    }
    var before = keys(oldDocument);
    var after = keys(newDocument);
    boolean several = after.size() > 1;
    var removed = new TreeSet<>(before);
    removed.removeAll(after);
    after.removeAll(before);
    removed.forEach(key -> owner().changes().delete(entry(key, position)));
    add(after, several, position);
  }

  /// Whether it is plain that both have the same entries; a document in a field never is, for its
  /// order counts. Most changes touch few fields, and making a key is dear.
  private boolean hasSameValues(Document before, Document after) {
    return fields.stream().allMatch(field -> isPlainlySame(before, after, field));
  }

  private static boolean isPlainlySame(Document before, Document after, String field) {
    var values = values(before, field);
    return values.stream().noneMatch(v -> v instanceof Document || v instanceof Collection<?>)
        && values.equals(values(after, field));
  }

  @Override
  public void drop() {
    catalog.dropIndex(owner().id(), getName(), id);
  }

  @Override
  public boolean isUnique() {
    return unique;
  }

  private RocksCollection owner() {
    if (owner == null) {
      throw new IllegalStateException(this + " belongs to no collection yet");
    }
    return owner;
  }

  private byte[] entry(byte[] key, long position) {
    return KeyBytes.join(key, KeyBytes.ofLong(position));
  }

  private @Nullable Long holder(byte[] key) {
    var entries = files.page(key, KeyBytes.after(key), false, 1, Long.MAX_VALUE);
    return entries.isEmpty() ? null : Long.valueOf(position(entries.getFirst().key()));
  }

  /// A sparse unique index lets any number of documents go without its fields.
  private boolean isExempt(Document document) {
    return isSparse()
        && fields.stream()
            .allMatch(field -> values(document, field).stream().allMatch(v -> v == null));
  }

  private NavigableSet<byte[]> keys(Document document) {
    List<byte[]> keys = List.of(prefix());
    for (var field : fields) {
      var values = new TreeSet<byte[]>(Arrays::compareUnsigned);
      values(document, field)
          .forEach(v -> values.add(v == EMPTY ? KeyBytes.ofEmptyArray() : KeyBytes.of(v)));
      keys = keys.stream().flatMap(k -> values.stream().map(v -> KeyBytes.join(k, v))).toList();
    }
    var sorted = new TreeSet<byte[]>(Arrays::compareUnsigned);
    sorted.addAll(keys);
    return sorted;
  }

  private static final Object EMPTY = new Object();

  /// The values under a path, at least one: `null` where there is nothing.
  private static List<@Nullable Object> values(@Nullable Object holder, String path) {
    var values = new ArrayList<@Nullable Object>();
    collect(holder, path, values);
    return values;
  }

  private static void collect(@Nullable Object holder, String path, List<@Nullable Object> values) {
    if (holder instanceof Collection<?> elements) {
      elements.forEach(element -> collect(element, path, values));
      if (elements.isEmpty()) {
        values.add(null);
      }
    } else if (holder instanceof Document document) {
      int dot = path.indexOf('.');
      var value = document.get(dot < 0 ? path : path.substring(0, dot));
      if (dot >= 0) {
        collect(value, path.substring(dot + 1), values);
      } else if (value instanceof Collection<?> elements) {
        values.addAll(elements.isEmpty() ? List.of(EMPTY) : elements);
      } else {
        values.add(value);
      }
    } else {
      values.add(null);
    }
  }

  // The collection plans its queries and removes its documents itself, over all its indexes at
  // once; these two say the same for one.

  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Long> getPositions(Document query) {
    return owner().positions(query);
  }

  /// Takes the document's entries out and says where it is; nothing if it is nowhere.
  @Override
  public @Nullable Long remove(Document document) {
    var position = owner().position(document);
    if (position != null) {
      remove(document, position, owner().changes());
    }
    return position;
  }

  // Numbers for statistics nobody reads.

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public long getCount() {
    return 0;
  }

  @Override
  public long getDataSize() {
    return 0;
  }
}
