package org.folkmoot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What every database under the rooms must do, whichever it is.
@DisplayNameGeneration(ReplaceUnderscores.class)
final class StoreContractTest {

  private static final EmptyStore OPENED = EmptyStore.open();

  private final Store store = OPENED.store();
  private final MongoCollection<Document> people = store.collection("people");

  @AfterEach
  void empty() {
    people.drop();
  }

  @AfterAll
  static void close() {
    OPENED.close();
  }

  @Test
  void a_document_comes_back_as_it_was_written() {
    var at = Date.from(Instant.ofEpochMilli(1_700_000_000_123L));
    var mina =
        person("mina", 7)
            .append("at", at)
            .append("big", Long.MAX_VALUE)
            .append("half", 0.5)
            .append("no", null)
            .append("tags", List.of("bus", "night"))
            .append("home", new Document("ward", "Wren \u0000 ż 🦆"));
    people.insertOne(mina);

    assertThat(people.find(new Document("_id", "mina")).first()).isEqualTo(mina);
    assertThat(store.ping()).isTrue();
  }

  @Test
  void an_id_is_taken_once() {
    people.insertOne(person("mina", 1));

    assertThatThrownBy(() -> people.insertOne(person("mina", 2)))
        .isInstanceOfSatisfying(
            MongoWriteException.class, e -> assertThat(e.getError().getCode()).isEqualTo(11000));
    assertThat(people.find().first()).isEqualTo(person("mina", 1));
  }

  @Test
  void an_ordered_batch_stops_at_a_taken_id_and_says_where() {
    people.insertOne(person("c", 0));

    assertThatThrownBy(() ->
            people.insertMany(
                List.of(person("a", 1), person("b", 2), person("c", 3), person("d", 4))))
        .isInstanceOfSatisfying(
            MongoBulkWriteException.class,
            e -> assertThat(e.getWriteErrors().getFirst().getIndex()).isEqualTo(2));
    assertThat(ids(new Document())).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void a_version_in_the_filter_lets_one_of_many_writers_win() throws Exception {
    people.insertOne(person("mina", 1).append("version", 1));
    var tries = new ArrayList<Callable<Long>>();
    for (int i = 0; i < 32; i++) {
      var change = Updates.combine(Updates.set("n", i), Updates.inc("version", 1));
      tries.add(() ->
          people
              .updateOne(new Document("_id", "mina").append("version", 1), change)
              .getModifiedCount());
    }

    long won = 0;
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var result : threads.invokeAll(tries)) {
        won += result.get();
      }
    }
    assertThat(won).isOne();
  }

  @Test
  void find_one_and_update_hands_out_each_job_once() throws Exception {
    store.index("people", "state", "n");
    people.insertMany(
        IntStream.range(0, 40).mapToObj(i -> person("job" + i, i).append("state", "new")).toList());
    Callable<String> take =
        () ->
            people
                .findOneAndUpdate(
                    new Document("state", "new"),
                    Updates.set("state", "taken"),
                    new FindOneAndUpdateOptions()
                        .sort(new Document("n", 1))
                        .returnDocument(ReturnDocument.AFTER))
                .getString("_id");

    var taken = new ArrayList<String>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var result : threads.invokeAll(IntStream.range(0, 40).mapToObj(i -> take).toList())) {
        taken.add(result.get());
      }
    }
    assertThat(taken).doesNotHaveDuplicates().hasSize(40);
    assertThat(ids(new Document("state", "new"))).isEmpty();
  }

  @Test
  void arrays_grow_and_shrink_and_are_found_by_element() {
    store.index("people", "tags");
    people.insertOne(person("mina", 1).append("tags", List.of("bus")));
    people.insertOne(person("omar", 2).append("tags", List.of()));
    people.insertOne(person("jo", 3));

    people.updateOne(new Document("_id", "mina"), Updates.addToSet("tags", "night"));
    people.updateOne(new Document("_id", "omar"), Updates.push("tags", "night"));
    assertThat(ids(new Document("tags", "night"))).containsExactlyInAnyOrder("mina", "omar");
    assertThat(ids(new Document("tags", new Document("$in", List.of("bus", "night")))))
        .containsExactlyInAnyOrder("mina", "omar");

    people.updateOne(new Document("_id", "mina"), Updates.pull("tags", "night"));
    assertThat(ids(new Document("tags", "night"))).containsExactly("omar");
    assertThat(ids(new Document("tags", null))).containsExactly("jo");
  }

  @Test
  void fields_inside_arrays_of_documents_are_found() {
    store.index("people", "seats.row", "n");
    people.insertOne(
        person("mina", 1).append("seats", List.of(new Document("row", 1), new Document("row", 9))));
    people.insertOne(person("omar", 2).append("seats", List.of(new Document("row", 5))));

    assertThat(ids(new Document("seats.row", 9))).containsExactly("mina");
    assertThat(ids(Filters.and(Filters.gt("seats.row", 4), Filters.lt("seats.row", 6))))
        .containsExactlyInAnyOrder("mina", "omar"); // 9 is above 4, 1 is below 6
    assertThat(
            ids(
                new Document(
                    "seats", new Document("$elemMatch", new Document("row", between(4, 6))))))
        .containsExactly("omar");
  }

  @Test
  void queries_answer_the_same_with_and_without_an_index() {
    var random = new Random(7);
    var documents = new ArrayList<Document>();
    for (int i = 0; i < 300; i++) {
      var document = person("p" + i, random.nextInt(5));
      switch (random.nextInt(7)) {
        case 0 -> document.append("v", random.nextInt(10));
        case 1 -> document.append("v", random.nextInt(10) / 2.0);
        case 2 -> document.append("v", "word" + random.nextInt(10));
        case 3 -> document.append("v", null);
        case 4 -> document.append("v", List.of(random.nextInt(10), "word3"));
        case 5 -> document.append("v", new Date(random.nextInt(10)));
        default -> {}
      }
      documents.add(document);
    }
    people.insertMany(documents);
    var queries =
        List.of(
            new Document("v", 3),
            new Document("v", "word3"),
            new Document("v", null),
            new Document("v", between(2, 5)),
            new Document("v", new Document("$gte", "word2").append("$lt", "word7")),
            new Document("v", new Document("$lte", new Date(5))),
            new Document("v", new Document("$in", List.of(1, 2.5, "word3", new Date(4)))),
            new Document("v", Pattern.compile("^word[3-5]")),
            new Document("v", Pattern.compile("^word")),
            new Document("v", new Document("$ne", 3)),
            new Document("v", new Document("$exists", false)),
            new Document("n", 4).append("v", new Document("$gt", 2)),
            Filters.and(Filters.eq("n", 4), Filters.eq("v", "word3")).toBsonDocument(),
            Filters.or(Filters.eq("n", 4), Filters.eq("v", "word3")).toBsonDocument(),
            new Document("n", new Document("$in", List.of(1, 2))).append("v", null));

    var plain = queries.stream().map(q -> List.copyOf(new TreeSet<>(ids(q)))).toList();
    var sorted = people.find().sort(new Document("n", -1).append("_id", 1)).into(new ArrayList<>());
    store.index("people", "v");
    store.index("people", "n", "v");
    store.index("people", "n", "_id");

    assertThat(queries.stream().map(q -> List.copyOf(new TreeSet<>(ids(q)))).toList())
        .isEqualTo(plain);
    assertThat(people.find().sort(new Document("n", -1).append("_id", 1)).into(new ArrayList<>()))
        .isEqualTo(sorted);
    assertThat(plain).noneMatch(List::isEmpty);
  }

  @Test
  void sort_skip_and_limit_work_on_index_order_and_against_it() {
    store.index("people", "group", "n");
    for (int i = 0; i < 30; i++) {
      people.insertOne(person("p" + i, (i * 7) % 30).append("group", i % 2));
    }

    assertThat(numbers(new Document("group", 1), new Document("n", -1), 1, 3))
        .isEqualTo(sortedNumbers(1).reversed().subList(1, 4));
    assertThat(numbers(new Document("group", 1), new Document("n", 1), 0, 4))
        .isEqualTo(sortedNumbers(1).subList(0, 4));
    assertThat(numbers(new Document("n", between(4, 8)), new Document("n", 1), 0, 0))
        .containsExactly(5, 6, 7);
  }

  @Test
  void strings_and_numbers_keep_their_order_in_ids() {
    var ids =
        List.of("", "a", "a\u0000", "a\u0001b", "ab", "b:000000000002", "b:000000000010", "é");
    ids.forEach(id -> people.insertOne(person(id, 1)));

    assertThat(people.find().sort(new Document("_id", 1)).map(d -> d.getString("_id")).into(list()))
        .isEqualTo(ids);
    assertThat(ids(new Document("_id", new Document("$gt", "b:").append("$lt", "b;"))))
        .containsExactly("b:000000000002", "b:000000000010");
  }

  @Test
  void a_long_beyond_the_doubles_is_its_own_key() {
    long large = (1L << 53) + 1;
    people.insertOne(new Document("_id", large));
    people.insertOne(new Document("_id", large - 1));

    assertThat(people.find(new Document("_id", large)).first())
        .isEqualTo(new Document("_id", large));
    assertThat(people.countDocuments()).isEqualTo(2);
  }

  @Test
  void upsert_delete_count_distinct_and_aggregate_agree() {
    people.updateOne(
        new Document("_id", "mina"), Updates.inc("n", 2), new UpdateOptions().upsert(true));
    people.updateOne(
        new Document("_id", "mina"), Updates.inc("n", 2), new UpdateOptions().upsert(true));
    people.insertOne(person("omar", 4));
    people.insertOne(person("jo", 5));

    assertThat(people.countDocuments(new Document("n", 4))).isEqualTo(2);
    assertThat(people.estimatedDocumentCount()).isEqualTo(3);
    assertThat(people.distinct("n", Integer.class).into(new ArrayList<>())).containsExactly(4, 5);
    var perNumber =
        people
            .aggregate(
                List.of(
                    new Document("$match", new Document("n", new Document("$gt", 0))),
                    new Document(
                        "$group",
                        new Document("_id", "$n").append("people", new Document("$sum", 1))),
                    new Document("$sort", new Document("_id", 1))))
            .into(new ArrayList<>());
    assertThat(perNumber)
        .containsExactly(
            new Document("_id", 4).append("people", 2), new Document("_id", 5).append("people", 1));
    assertThat(people.deleteMany(new Document("n", 4)).getDeletedCount()).isEqualTo(2);
    assertThat(people.estimatedDocumentCount()).isEqualTo(1);
    assertThat(ids(new Document("n", 4))).isEmpty();
  }

  @Test
  void an_update_of_many_meets_each_once_even_when_it_moves_them_in_the_index() {
    store.index("people", "n");
    people.insertMany(IntStream.range(0, 500).mapToObj(i -> person("p" + i, i)).toList());

    people.updateMany(new Document("n", new Document("$gte", 0)), Updates.inc("n", 1000));

    assertThat(numbers(new Document(), new Document("n", 1), 0, 0))
        .isEqualTo(IntStream.range(1000, 1500).boxed().toList());
  }

  @Test
  void a_long_result_comes_in_batches() {
    people.insertMany(IntStream.range(0, 3_000).mapToObj(i -> person("p" + i, i)).toList());

    assertThat(people.find().batchSize(7).into(new ArrayList<>())).hasSize(3_000);
    assertThat(people.find().projection(new Document("n", 1).append("_id", 0)).into(list()))
        .hasSize(3_000)
        .contains(new Document("n", 2_999));
  }

  @Test
  void a_unique_index_that_a_library_needs_is_kept() {
    people.createIndex(Indexes.ascending("file", "n"), new IndexOptions().unique(true));
    people.insertOne(person("a", 1).append("file", "x"));
    people.insertOne(person("b", 2).append("file", "x"));

    assertThatThrownBy(() -> people.insertOne(person("c", 1).append("file", "x")))
        .isInstanceOf(MongoWriteException.class);
    assertThatThrownBy(() -> people.updateOne(new Document("_id", "b"), Updates.set("n", 1)))
        .isInstanceOf(MongoWriteException.class);
    assertThat(numbers(new Document("file", "x"), new Document("n", 1), 0, 0))
        .containsExactly(1, 2);
  }

  @Test
  void dropping_an_index_leaves_those_of_others() {
    store.index("people", "n");
    store.index("others", "n");
    people.dropIndex("n_1");

    assertThat(indexes("people")).containsExactly("_id_");
    assertThat(indexes("others")).containsExactlyInAnyOrder("_id_", "n_1");
    assertThatThrownBy(() -> people.dropIndex("n_1")).isInstanceOf(MongoCommandException.class);
    store.collection("others").drop();
  }

  @Test
  void a_renamed_collection_keeps_documents_and_indexes() {
    store.index("people", "n");
    people.insertOne(person("mina", 1));
    people.renameCollection(new MongoNamespace(people.getNamespace().getDatabaseName(), "folk"));

    var folk = store.collection("folk");
    assertThat(folk.find(new Document("n", 1)).first()).isEqualTo(person("mina", 1));
    assertThat(indexes("folk")).containsExactlyInAnyOrder("_id_", "n_1");
    assertThat(people.countDocuments()).isZero();
    folk.drop();
  }

  private List<String> indexes(String collection) {
    return store.collection(collection).listIndexes().map(d -> d.getString("name")).into(list());
  }

  private List<String> ids(Bson query) {
    return people.find(query).map(d -> d.getString("_id")).into(list());
  }

  private List<Integer> numbers(Document query, Document sort, int skip, int limit) {
    return people
        .find(query)
        .sort(sort)
        .skip(skip)
        .limit(limit)
        .map(d -> d.getInteger("n"))
        .into(list());
  }

  private static List<Integer> sortedNumbers(int group) {
    return IntStream.range(0, 30)
        .filter(i -> i % 2 == group)
        .map(i -> (i * 7) % 30)
        .sorted()
        .boxed()
        .toList();
  }

  private static <T> ArrayList<T> list() {
    return new ArrayList<>();
  }

  private static Document between(int low, int high) {
    return new Document("$gt", low).append("$lt", high);
  }

  private static Document person(String id, int n) {
    return new Document("_id", id).append("n", n);
  }
}
