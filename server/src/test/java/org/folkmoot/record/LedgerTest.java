package org.folkmoot.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.bson.Document;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Checkpoints;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Consent.Given;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody who can write into the database, but has not the portal's key, rewrites what happened.
final class LedgerTest {

  @TempDir Path data;
  private Store store;
  private RecordRoom room;
  private MongoCollection<Document> entries;
  private MongoCollection<Document> contributions;

  @BeforeEach
  void five_acts() {
    store = Store.embedded(data.resolve("store"));
    room = open();
    entries = store.collection("ledger");
    contributions = store.collection("contributions");
    String first = add("first");
    room.service().decline(first, "Amina", "It names a neighbour.");
    add("second, with \ud83d\ude8c");
    String third = add("third");
    room.service().takeBack(third, Act.CONTRIBUTOR, "");
    room.service()
        .add(
            NewContribution.to("after-six", Channel.STATEMENT)
                .capturedAs(CaptureKind.TALLY)
                .voices(new Voices.Tally(2))
                .mark("statement:b:agree", 1)
                .mark("statement:a:disagree", 1)
                .consent(Consent.countedOnly(Given.SCREEN, "en")));
    room.ledger().checkpoints().publishAt("council.example");
    room.ledger().checkpoints().signGrown();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void what_nobody_touched_is_as_it_was() {
    assertThat(wrong()).isEmpty();
    assertThat(room.check().wrong("after-six")).isEmpty();
  }

  @Test
  void an_entry_that_was_changed_is_found_even_with_a_new_leaf() {
    set(2, "why", "No reason");
    assertThat(wrong()).containsExactly("2");

    Document body = entry(2).get("body", Document.class);
    body.put("why", "It names a neighbour.");
    // A leaf of one's own making: any 32 bytes, and the salt gone as after erasing.
    set(2, "leaf", "00".repeat(32));
    unset(2, "salt");
    assertThat(wrong()).containsExactly("2");
  }

  @Test
  void a_salt_taken_out_of_what_was_not_taken_back_is_found() {
    unset(1, "salt");
    assertThat(wrong()).containsExactly("1");
  }

  @Test
  void an_erased_entry_of_what_was_taken_back_is_none_the_worse() {
    unset(4, "salt");
    assertThat(room.ledger().verify("after-six")).isEqualTo(new Ledger.Verified(6, 2, List.of()));
    set(4, "by", "Somebody else");
    assertThat(wrong()).containsExactly("4");
  }

  @Test
  void entries_that_changed_places_are_found() {
    Document second = entry(2);
    Document third = entry(3);
    put(2, third);
    put(3, second);
    assertThat(wrong()).containsExactly("2", "3");
  }

  @Test
  void an_entry_that_was_taken_out_is_found_in_the_middle_and_at_the_end() {
    entries.deleteOne(new Document("_id", id(6)));
    assertThat(wrong()).containsExactly("6");
    entries.deleteOne(new Document("_id", id(3)));
    assertThat(wrong()).containsExactly("3", "6");
  }

  @Test
  void a_log_without_its_checkpoint_or_with_one_of_another_time_is_found() {
    entries.deleteOne(new Document("_id", id(6)));
    MongoCollection<Document> checkpoints = store.collection("ledger-checkpoints");
    checkpoints.updateOne(new Document(), new Document("$set", new Document("size", 5L)));
    assertThat(wrong()).containsExactly("checkpoint");
    checkpoints.deleteMany(new Document());
    assertThat(wrong()).containsExactly("checkpoint");
  }

  @Test
  void a_log_that_lost_what_was_signed_is_not_signed_again() {
    Checkpoints checkpoints = room.ledger().checkpoints();
    String note = checkpoints.latest("after-six").orElseThrow().note();
    entries.deleteOne(new Document("_id", id(6)));
    checkpoints.signAll();
    assertThat(checkpoints.latest("after-six").orElseThrow().note()).isEqualTo(note);

    RecordRoom other = open();
    add(other, "another sixth");
    add(other, "a seventh");
    other.ledger().checkpoints().publishAt("council.example");
    other.ledger().checkpoints().signAll();
    assertThat(checkpoints.latest("after-six").orElseThrow().note()).isEqualTo(note);
    assertThat(wrong()).containsExactly("checkpoint");
  }

  @Test
  void words_changed_consent_raised_and_voices_removed_past_the_ledger_are_found() {
    String first = entry(1).get("body", Document.class).getString("subject");
    String second = entry(3).get("body", Document.class).getString("subject");
    for (var set :
        Map.of(first, new Document("text", "improved"), second, new Document("status", "CLEARED"))
            .entrySet()) {
      contributions.updateOne(
          new Document("_id", set.getKey()), new Document("$set", set.getValue()));
    }
    assertThat(wrong()).isEmpty();
    assertThat(room.check().wrong("after-six")).containsExactlyInAnyOrder(first, second);

    contributions.deleteOne(new Document("_id", first));
    assertThat(room.check().wrong("after-six")).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void whatever_is_changed_by_one_character_is_found_and_named() {
    var random = new Random(7);
    for (int n = 0; n < 120; n++) {
      boolean entry = n % 2 == 0;
      MongoCollection<Document> collection = entry ? entries : contributions;
      List<Document> all = collection.find().into(new ArrayList<>());
      Document document = all.get(random.nextInt(all.size()));
      String id = document.getString("_id");
      List<String> paths = new ArrayList<>();
      paths("", document, paths);
      paths.removeIf(path -> path.equals("_id") || path.startsWith("pending"));
      String path = paths.get(random.nextInt(paths.size()));
      Object before = document.getEmbedded(List.of(path.split("\\.")), Object.class);
      Object after = changed(before, random);
      collection.updateOne(
          new Document("_id", id), new Document("$set", new Document(path, after)));
      String named =
          entry ? Long.toString(Long.parseLong(id.substring(id.lastIndexOf(':') + 1))) : id;
      assertThat(entry ? wrong() : room.check().wrong("after-six"))
          .as("%s: %s from %s to %s", id, path, before, after)
          .contains(named);
      collection.replaceOne(new Document("_id", id), document);
      assertThat(wrong()).isEmpty();
      assertThat(room.check().wrong("after-six")).isEmpty();
    }
  }

  @Test
  void a_salt_that_is_no_number_any_more_is_named_and_stops_nothing() {
    Document document = entries.find().first();
    String id = document.getString("_id");
    String salt = document.getEmbedded(List.of("body", "salt"), String.class);
    for (String damaged :
        List.of("`" + salt.substring(1), "", salt + "a", salt.toUpperCase(Locale.ROOT) + "AF")) {
      entries.updateOne(
          new Document("_id", id), new Document("$set", new Document("body.salt", damaged)));
      assertThat(wrong()).as(damaged).contains("1");
    }
    entries.replaceOne(new Document("_id", id), document);
    assertThat(wrong()).isEmpty();
  }

  /// The places of everything in a document that is neither a document nor a list.
  private static void paths(String prefix, Document document, List<String> found) {
    document.forEach((name, value) -> {
      if (value instanceof Document inner) {
        paths(prefix + name + ".", inner, found);
      } else if (value instanceof String || value instanceof Number || value instanceof Boolean) {
        found.add(prefix + name);
      }
    });
  }

  private static Object changed(Object value, Random random) {
    return switch (value) {
      case String text when text.isEmpty() -> "x";
      case String text -> {
        int at = random.nextInt(text.length());
        char other = (char) (text.charAt(at) ^ 1);
        yield text.substring(0, at) + other + text.substring(at + 1);
      }
      case Long number -> number ^ 1;
      case Integer number -> number ^ 1;
      case Boolean yes -> !yes;
      default -> throw new AssertionError(value.getClass());
    };
  }

  private RecordRoom open() {
    return RecordRoom.in(
        store, Keys.open(data.resolve("master.json"), true, store), InstantSource.system());
  }

  private String add(String text) {
    return add(room, text);
  }

  private static String add(RecordRoom room, String text) {
    return room.service()
        .add(
            NewContribution.to("after-six", Channel.PANEL)
                .text(text, "en")
                .consent(Consent.countedOnly(Given.SCREEN, "en")))
        .id();
  }

  private List<String> wrong() {
    return room.ledger().verify("after-six").wrong();
  }

  private Document entry(long seq) {
    return entries.find(new Document("_id", id(seq))).first();
  }

  private void set(long seq, String field, String value) {
    entries.updateOne(
        new Document("_id", id(seq)), new Document("$set", new Document("body." + field, value)));
  }

  private void unset(long seq, String field) {
    entries.updateOne(
        new Document("_id", id(seq)), new Document("$unset", new Document("body." + field, "")));
  }

  private void put(long seq, Document other) {
    entries.replaceOne(
        new Document("_id", id(seq)),
        new Document(other).append("_id", id(seq)).append("seq", seq));
  }

  private static String id(long seq) {
    return "after-six:%012d".formatted(seq);
  }
}
