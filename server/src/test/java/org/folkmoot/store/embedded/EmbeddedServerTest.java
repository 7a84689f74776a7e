package org.folkmoot.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.folkmoot.store.Store;
import org.folkmoot.store.StoreInUseException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class EmbeddedServerTest {

  @TempDir Path home;

  @Test
  void documents_indexes_drops_and_renames_survive_a_restart() {
    try (var store = Store.embedded(home.resolve("store"))) {
      store.index("people", "ward", "n");
      store.index("gone", "n");
      store.index("old", "n");
      store.collection("people").insertMany(people(50));
      store.collection("people").deleteOne(new Document("_id", "p7"));
      store.collection("people").updateOne(new Document("_id", "p8"), Updates.set("ward", 99));
      store.collection("gone").insertOne(new Document("_id", "x"));
      store.collection("gone").drop();
      store.collection("old").insertOne(new Document("_id", "x").append("n", 1));
      store.collection("old").renameCollection(new MongoNamespace(Store.DATABASE, "new"));
      store.index("people", "n");
      store.collection("people").dropIndex("n_1");
    }

    try (var store = Store.embedded(home.resolve("store"))) {
      var people = store.collection("people");
      assertThat(people.countDocuments()).isEqualTo(49);
      assertThat(people.find(new Document("ward", 99)).first().getString("_id")).isEqualTo("p8");
      assertThat(indexes(store, "people")).containsExactlyInAnyOrder("_id_", "ward_1_n_1");
      assertThat(indexes(store, "new")).containsExactlyInAnyOrder("_id_", "n_1");
      assertThat(store.collection("new").find(new Document("n", 1)).first()).isNotNull();
      assertThat(store.collection("gone").countDocuments()).isZero();
      assertThat(store.collection("old").countDocuments()).isZero();
      assertThatThrownBy(() -> people.insertOne(new Document("_id", "p1")))
          .isInstanceOf(MongoWriteException.class);
    }
  }

  @Test
  void a_store_in_use_is_refused_and_can_be_opened_afterwards() throws Exception {
    var directory = home.resolve("store");
    try (var held = Store.embedded(directory)) {
      assertThat(held.ping()).isTrue();
      assertThatThrownBy(() -> Store.embedded(directory))
          .isInstanceOf(StoreInUseException.class)
          .hasMessageContaining(directory.toString());
    }
    try (var store = Store.embedded(directory)) {
      assertThat(store.ping()).isTrue();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
  }

  @Test
  void a_second_client_shares_a_server_on_a_port() {
    try (var server = EmbeddedServer.start(home.resolve("store"), 0);
        var one = Store.connect(server.uri());
        var other = Store.connect(server.uri())) {
      one.collection("people").insertMany(people(3));
      assertThat(other.collection("people").countDocuments()).isEqualTo(3);
    }
  }

  @Test
  void indexed_queries_read_only_what_they_return() {
    try (var server = EmbeddedServer.start(home.resolve("store"), 0);
        var store = Store.connect(server.uri())) {
      store.index("people", "ward", "n");
      store.index("people", "tags");
      for (int from = 0; from < 20_000; from += 1_000) {
        store.collection("people").insertMany(people(20_000).subList(from, from + 1_000));
      }

      assertThat(read(server, store, new Document("_id", "p7"), null, 0)).isEqualTo(1);
      assertThat(read(server, store, new Document("_id", "p7").append("n", 8), null, 0))
          .isEqualTo(1);
      assertThat(read(server, store, new Document("ward", 7), null, 0)).isEqualTo(20);
      assertThat(
              read(server, store, Filters.and(Filters.eq("ward", 7), Filters.gt("n", 1)), null, 0))
          .isLessThanOrEqualTo(20);
      assertThat(read(server, store, new Document("ward", 7), new Document("n", -1), 3))
          .isLessThanOrEqualTo(4);
      assertThat(read(server, store, new Document(), new Document("_id", -1), 1))
          .isLessThanOrEqualTo(2);
      assertThat(read(server, store, new Document("tags", "t5"), null, 0)).isEqualTo(20);
      assertThat(read(server, store, Filters.regex("_id", "^p1999"), null, 0)).isEqualTo(11);
      assertThat(read(server, store, Filters.in("_id", "p1", "p2", "none"), null, 0)).isEqualTo(2);
      assertThat(read(server, store, Filters.gt("_id", "p9998"), null, 0)).isEqualTo(1);

      long untouched = server.documentsRead();
      try (var some =
          store
              .collection("people")
              .find(new Document("ward", new Document("$gt", 1)))
              .batchSize(5)
              .iterator()) {
        some.next();
      }
      assertThat(server.documentsRead() - untouched).isLessThanOrEqualTo(6);

      long before = server.documentsRead();
      store.collection("people").countDocuments(new Document("ward", 7));
      store
          .collection("people")
          .updateOne(new Document("_id", "p7").append("n", 7), Updates.inc("n", 1));
      assertThat(server.documentsRead() - before).isLessThan(25);
    }
  }

  private static long read(
      EmbeddedServer server, Store store, Bson query, Document sort, int limit) {
    long before = server.documentsRead();
    store.collection("people").find(query).sort(sort).limit(limit).into(new ArrayList<>());
    return server.documentsRead() - before;
  }

  private static List<String> indexes(Store store, String collection) {
    return store
        .collection(collection)
        .listIndexes()
        .map(index -> index.getString("name"))
        .into(new ArrayList<>());
  }

  private static List<Document> people(int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            new Document("_id", "p" + i)
                .append("ward", i % 1_000)
                .append("n", i)
                .append("tags", List.of("t" + i % 1_000, "u" + i % 7)))
        .toList();
  }
}
