package org.folkmoot.store.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.folkmoot.store.embedded.StoredDocuments.Found;
import org.jspecify.annotations.Nullable;

/// The documents of one collection. Writers hold its monitor; readers do not, and like in MongoDB
/// may meet a document that moved in an index twice or not at all, but never half a change.
final class RocksCollection extends AbstractMongoCollection<Long> {

  private final RocksFiles files;
  private final Catalog catalog;
  private final int id;
  private final StoredDocuments stored;
  private final List<RocksIndex> searchable = new CopyOnWriteArrayList<>();
  private final Changes changes = new Changes();
  private long nextPosition;
  private long count = -1;

  RocksCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      CursorRegistry cursors,
      RocksFiles files,
      Catalog catalog,
      LongAdder documentsRead) {
    super(database, name, options, cursors);
    this.files = files;
    this.catalog = catalog;
    this.id = catalog.collection(database.getDatabaseName() + "." + name);
    this.stored = new StoredDocuments(files, id, documentsRead);
    this.nextPosition = stored.lastPosition() + 1;
  }

  int id() {
    return id;
  }

  /// What the write going on has changed so far.
  Changes changes() {
    return changes;
  }

  // Reading

  @Override
  public QueryResult handleQuery(QueryParameters parameters) {
    var selector = parameters.getQuerySelector();
    var query = selector;
    Document order = null;
    for (var dollar : List.of("", "$")) {
      if (selector.get(dollar + "query") instanceof Document wrapped) {
        query = wrapped;
        order = (Document) selector.get(dollar + "orderby");
      }
    }
    return queryDocuments(
        query,
        order,
        parameters.getNumberToSkip(),
        parameters.getLimit(),
        parameters.getBatchSize(),
        parameters.getProjection());
  }

  /// With a batch size the result is read as it is fetched; without one, at once, since updates
  /// would otherwise meet the documents they have just moved.
  @Override
  protected QueryResult queryDocuments(
      Document query,
      @Nullable Document order,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document selector) {
    var found = find(query, order);
    if (skip > 0) {
      found = found.skip(skip);
    }
    if (limit > 0) {
      found = found.limit(limit);
    }
    var projection = projection(selector);
    if (batchSize <= 0) {
      return new QueryResult(found.map(Found::document).map(projection).toList());
    }
    var cursor = new BatchCursor(cursorRegistry.generateCursorId(), found.iterator(), projection);
    var first = cursor.takeDocuments(batchSize);
    if (cursor.isEmpty()) {
      return new QueryResult(first);
    }
    cursorRegistry.add(cursor);
    return new QueryResult(first, cursor);
  }

  /// The documents that match, in order, read as the stream is.
  Stream<Document> matching(Document query) {
    return find(query, null).map(Found::document);
  }

  /// Where the documents are that match.
  List<Long> positions(Document query) {
    return find(query, null).map(Found::position).toList();
  }

  @Override
  public Stream<Document> queryAllAsStream() {
    return documents().map(Found::document);
  }

  Stream<Found> documents() {
    return stored.all(false);
  }

  private Stream<Found> find(Document query, @Nullable Document order) {
    var plan = Plan.of(query, order, searchable);
    var found =
        candidates(plan).filter(candidate -> documentMatchesQuery(candidate.document(), query));
    Comparator<Document> comparator = plan.sorted() ? null : deriveComparator(order);
    return comparator == null
        ? found
        : found.sorted((a, b) -> comparator.compare(a.document(), b.document()));
  }

  private Stream<Found> candidates(Plan plan) {
    var index = plan.index();
    if (index == null) {
      return stored.all(plan.reverse());
    }
    var positions =
        new Scan(files, plan.ranges(), plan.reverse())
            .stream().map(entry -> RocksIndex.position(entry.key()));
    if (index.isMultiple()) {
      var seen = new HashSet<Long>();
      positions = positions.filter(seen::add);
    }
    return positions.map(stored::read).filter(Objects::nonNull);
  }

  /// The core's own projection is not open to us but through its matching of a stream.
  private UnaryOperator<Document> projection(@Nullable Document selector) {
    if (selector == null || selector.isEmpty()) {
      return document -> document;
    }
    var any = new Document();
    return document ->
        matchDocumentsFromStream(any, Stream.of(document), 0, 0, 0, null, selector)
            .iterator()
            .next();
  }

  // Writing: each of these collects changes, and hands them over when its document is complete.

  @Override
  public synchronized void addDocument(Document document) {
    try {
      super.addDocument(document);
      files.write(changes);
      count += count < 0 ? 0 : 1;
    } finally {
      changes.clear();
    }
  }

  @Override
  protected Long addDocumentInternal(Document document) {
    long position = nextPosition++;
    stored.put(changes, position, document);
    return position;
  }

  @Override
  public synchronized Document updateDocuments(
      Document selector,
      Document update,
      ArrayFilters filters,
      boolean isMulti,
      boolean isUpsert,
      Oplog oplog) {
    try {
      return super.updateDocuments(selector, update, filters, isMulti, isUpsert, oplog);
    } finally {
      changes.clear();
    }
  }

  @Override
  public synchronized Document findAndModify(Document query) {
    try {
      return super.findAndModify(query);
    } finally {
      changes.clear();
    }
  }

  /// Called last, after the indexes were changed.
  @Override
  protected void handleUpdate(Long position, Document oldDocument, Document newDocument) {
    stored.put(changes, position, newDocument);
    files.write(changes);
    changes.clear();
  }

  @Override
  public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
    return super.deleteDocuments(selector, limit, oplog);
  }

  @Override
  public synchronized void removeDocument(Document document) {
    var position = position(document);
    if (position != null) {
      removeDocument(position);
    }
  }

  /// Where a document with these values is, asked of the unique indexes first.
  @Nullable Long position(Document document) {
    return searchable.stream()
        .map(index -> index.getPosition(document))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> findDocumentPosition(document));
  }

  @Override
  protected void removeDocument(Long position) {
    var found = stored.read(position);
    if (found == null) {
      return;
    }
    var removal = new Changes();
    searchable.forEach(index -> index.remove(found.document(), position, removal));
    stored.delete(removal, position);
    files.write(removal);
    count -= count < 0 ? 0 : 1;
  }

  // Indexes, names, numbers

  @Override
  public synchronized void addIndex(Index<Long> added) {
    boolean isNew = getIndexes().stream().noneMatch(i -> i.getName().equals(added.getName()));
    var index = (RocksIndex) added;
    if (isNew) {
      index.attach(this);
    }
    super.addIndex(index);
    if (isNew) {
      searchable.add(index);
    }
  }

  @Override
  public synchronized void dropIndex(String name) {
    searchable.removeIf(index -> index.getName().equals(name));
    super.dropIndex(name);
  }

  @Override
  public synchronized void drop() {
    super.drop();
    catalog.drop(id, getFullName());
    count = 0;
  }

  @Override
  public synchronized void renameTo(MongoDatabase newDatabase, String newName) {
    catalog.rename(id, getFullName(), newDatabase.getDatabaseName() + "." + newName);
    super.renameTo(newDatabase, newName);
  }

  @Override
  public synchronized int count() {
    if (count < 0) {
      count = stored.count();
    }
    return Math.toIntExact(count);
  }

  @Override
  public boolean isEmpty() {
    return stored.isEmpty();
  }

  @Override
  protected @Nullable Document getDocument(Long position) {
    var found = stored.read(position);
    return found == null ? null : found.document();
  }

  @Override
  protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
    return documents().map(f -> new DocumentWithPosition<>(f.document(), f.position()));
  }

  @Override
  protected QueryResult matchDocuments(
      Document query,
      @Nullable Document order,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document selector) {
    return queryDocuments(query, order, skip, limit, batchSize, selector);
  }

  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int sizeDelta) {}

  @Override
  protected int getDataSize() {
    return 0;
  }
}
