package org.folkmoot.store.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/// All databases over one set of files. Every answer leaves here only when all it could have seen
/// is on disk.
final class RocksBackend extends AbstractMongoBackend {

  private static final Set<String> CHANGE_THE_CATALOG =
      Set.of("create", "createindexes", "drop", "dropindexes", "dropdatabase", "renamecollection");

  /// Documents in the first batch when the client does not say; MongoDB's own number.
  private static final int FIRST_BATCH = 101;

  private final RocksFiles files;
  private final Catalog catalog;
  private final LongAdder documentsRead = new LongAdder();

  RocksBackend(RocksFiles files) {
    this.files = files;
    this.catalog = new Catalog(files);
    catalog.databases().forEach(this::resolveDatabase);
    files.awaitDurable();
  }

  /// How many documents were read from the files since the start: tells a look into an index from a
  /// search through everything.
  long documentsRead() {
    return documentsRead.sum();
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new RocksDatabase(name, getCursorRegistry(), files, catalog, documentsRead);
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    var name = command.toLowerCase(Locale.ROOT);
    if (name.equals("find") || name.equals("getmore")) {
      query.putIfAbsent("batchSize", FIRST_BATCH);
    }
    try {
      return CHANGE_THE_CATALOG.contains(name)
          ? files.together(() -> super.handleCommand(channel, database, command, query))
          : super.handleCommand(channel, database, command, query);
    } finally {
      files.awaitDurable();
    }
  }

  @Override
  public QueryResult handleQuery(MongoQuery query) {
    try {
      return super.handleQuery(query);
    } finally {
      files.awaitDurable();
    }
  }

  @Override
  public void close() {
    super.close();
    files.close();
  }
}
