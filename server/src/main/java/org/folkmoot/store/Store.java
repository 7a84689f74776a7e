package org.folkmoot.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.folkmoot.store.embedded.EmbeddedServer;
import org.jspecify.annotations.Nullable;

/// The one connection to the database, shared by all rooms. Thread-safe.
///
/// Writes are acknowledged by a majority and journalled; reads come from the primary, and from a
/// replica set only what a majority holds, so that nothing seen is ever gone again.
public final class Store implements AutoCloseable {

  /// The database used when the connection string names none.
  public static final String DATABASE = "folkmoot";

  /// Connections kept to one server; more callers than this wait, they do not fail.
  private static final int MAX_CONNECTIONS = 64;

  private final MongoClient client;
  private final MongoDatabase database;
  private final @Nullable EmbeddedServer server;

  private Store(MongoClient client, MongoDatabase database, @Nullable EmbeddedServer server) {
    this.client = client;
    this.database = database;
    this.server = server;
  }

  /// Connects to a MongoDB that already runs. Does not wait for it: ask [#ping()].
  ///
  /// @throws IllegalArgumentException when the connection string cannot be read
  public static Store connect(String uri) {
    return open(new ConnectionString(uri), ReadConcern.MAJORITY, null);
  }

  /// Starts the embedded server over the files in `directory`, on a loopback port, and connects.
  ///
  /// @throws StoreInUseException when another process, or another store in this one, holds it
  public static Store embedded(Path directory) {
    var server = EmbeddedServer.start(directory, 0);
    try {
      return open(new ConnectionString(server.uri()), ReadConcern.DEFAULT, server);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static Store open(
      ConnectionString uri, ReadConcern reads, @Nullable EmbeddedServer server) {
    var settings =
        MongoClientSettings.builder()
            .applicationName("folkmoot")
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .readConcern(reads)
            .readPreference(ReadPreference.primary())
            .applyToClusterSettings(c -> c.serverSelectionTimeout(10, TimeUnit.SECONDS))
            .applyToConnectionPoolSettings(p -> p.maxSize(MAX_CONNECTIONS))
            .applyConnectionString(uri)
            .build();
    var client = MongoClients.create(settings);
    var named = uri.getDatabase();
    return new Store(client, client.getDatabase(named == null ? DATABASE : named), server);
  }

  public MongoCollection<Document> collection(String name) {
    return database.getCollection(name);
  }

  /// The names of all collections there are, those of files among them.
  public List<String> collections() {
    return database.listCollectionNames().into(new ArrayList<String>()).stream()
        .filter(name -> !name.startsWith("system."))
        .toList();
  }

  /// Sees to it that a non-unique ascending index over `fields`, in this order, exists. May be
  /// called at every start. Only `_id` is unique anywhere; see [Claims] for the rest.
  public void index(String collection, String... fields) {
    collection(collection).createIndex(Indexes.ascending(fields));
  }

  /// Leaves nothing of what was deleted in the embedded server's files; another database sees to
  /// that itself.
  public void compact() {
    if (server != null) {
      server.compact();
    }
  }

  public Claims claims() {
    return new Claims(collection("claims"));
  }

  /// Files as they are given.
  public Blobs blobs() {
    return new GridFsBlobs(database);
  }

  /// The same files, shut with the portal's keys as they are stored.
  public Blobs blobs(Keys keys) {
    return new SealedBlobs(new GridFsBlobs(database), new FileKeys(this, keys));
  }

  /// The log kept in this collection. Take it once and share it: it combines the appends of all
  /// threads that use the same instance.
  public SequencedLog log(String collection) {
    index(collection, "log", "act");
    return new SequencedLog(collection(collection));
  }

  /// Whether the database answers now.
  public boolean ping() {
    try {
      database.runCommand(new Document("ping", 1));
      return true;
    } catch (MongoException e) {
      System.getLogger(Store.class.getName())
          .log(System.Logger.Level.WARNING, "event=store.unreachable", e);
      return false;
    }
  }

  /// Closes the connection, and the embedded server if it is ours.
  @Override
  public void close() {
    client.close();
    if (server != null) {
      server.close();
    }
  }
}
