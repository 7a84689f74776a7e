package org.folkmoot.store.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// One database: makes collections and indexes that live in the files, and corrects the core where
/// it would look at every document or drop an index of another collection.
final class RocksDatabase extends AbstractSynchronizedMongoDatabase<Long> {

  private final RocksFiles files;
  private final Catalog catalog;
  private final LongAdder documentsRead;

  /// Collections whose existence is written. Others must wait for whoever is creating them, or a
  /// document could be acknowledged whose collection a crash forgets.
  private final Set<String> written = ConcurrentHashMap.newKeySet();

  RocksDatabase(
      String name,
      CursorRegistry cursors,
      RocksFiles files,
      Catalog catalog,
      LongAdder documentsRead) {
    super(name, cursors);
    this.files = files;
    this.catalog = catalog;
    this.documentsRead = documentsRead;
    initializeNamespacesAndIndexes();
  }

  @Override
  protected RocksCollection openOrCreateCollection(String name, CollectionOptions options) {
    return new RocksCollection(this, name, options, cursorRegistry, files, catalog, documentsRead);
  }

  @Override
  protected Index<Long> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return new RocksIndex(name, keys, sparse, true, files, catalog);
  }

  @Override
  protected Index<Long> openOrCreateSecondaryIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return new RocksIndex(name, keys, sparse, false, files, catalog);
  }

  /// Takes the lock of the catalog before the monitor, as everybody does.
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  protected MongoCollection<Long> resolveOrCreateCollection(String name) {
    if (!written.contains(name)) {
      files.together(() -> super.resolveOrCreateCollection(name));
      written.add(name);
    }
    return super.resolveOrCreateCollection(name);
  }

  @Override
  public void unregisterCollection(String name) {
    written.remove(name);
    super.unregisterCollection(name);
  }

  @Override
  public Document handleCommand(
      Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
    var answer =
        switch (command.toLowerCase(Locale.ROOT)) {
          case "aggregate" -> aggregateMatching(command, query, databases, oplog);
          case "dropindexes" -> dropIndexes(channel, command, query, databases, oplog);
          default -> null;
        };
    return answer != null ? answer : super.handleCommand(channel, command, query, databases, oplog);
  }

  /// A pipeline that starts with `$match` reads what matches; the core would read everything.
  private @Nullable Document aggregateMatching(
      String command, Document query, DatabaseResolver databases, Oplog oplog) {
    var pipeline = Aggregation.parse(query.get("pipeline"));
    if (pipeline.isEmpty()
        || !(pipeline.getFirst().get("$match") instanceof Document match)
        || !(resolveCollection(String.valueOf(query.get(command)), false)
            instanceof RocksCollection collection)) {
      return null;
    }
    var rest =
        Aggregation.fromPipeline(
            pipeline.subList(1, pipeline.size()), databases, this, collection, oplog);
    rest.validate(query);
    if (rest.isModifying()) {
      return null;
    }
    var cursor =
        new Document("id", 0L)
            .append("ns", collection.getFullName())
            .append("firstBatch", rest.runStages(collection.matching(match)));
    return new Document("cursor", cursor).append("ok", 1.0);
  }

  /// The core drops an index given by name in every collection that has one of that name, and `*`
  /// in all collections; given by its fields it does what it should.
  private @Nullable Document dropIndexes(
      Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
    var collection = resolveCollection(String.valueOf(query.get(command)), false);
    if (collection == null || !(query.get("index") instanceof String name)) {
      return null;
    }
    var chosen =
        collection.getIndexes().stream()
            .filter(i -> !i.getName().equals("_id_"))
            .filter(i -> name.equals("*") || name.equals(i.getName()))
            .map(i -> (Document) i.toIndexDescription().get("key"))
            .toList();
    if (chosen.isEmpty() && !name.equals("*")) {
      return null;
    }
    for (var keys : chosen) {
      super.handleCommand(
          channel,
          command,
          new Document(command, query.get(command)).append("index", keys),
          databases,
          oplog);
    }
    return new Document("ok", 1.0);
  }

  @Override
  protected long getFileSize() {
    return 0;
  }

  @Override
  protected long getStorageSize() {
    return 0;
  }
}
