package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.bson.Document;
import org.folkmoot.archive.ArchiveException;
import org.folkmoot.archive.BackupService;
import org.folkmoot.archive.RestoreService;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Channel;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.record.Status;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;
import org.folkmoot.store.StoreInUseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The made-up town, copied into a file and out of it again.
final class BackupTest {

  private static final String KEY = "master-key.json";

  @TempDir Path directory;
  private Path town;
  private Path backup;

  @BeforeEach
  void a_little_town() throws IOException {
    town = Files.createDirectory(directory.resolve("little"));
    backup = directory.resolve("town.zip");
    Keys.make(town.resolve(KEY));
    try (Store store = open(town)) {
      add(record(store, town), "the last bus leaves too early");
    }
  }

  private void copy_the_whole_town() throws IOException {
    town = Files.createDirectory(directory.resolve("town"));
    LoadedTown.copyTo(town);
  }

  @Test
  void a_restored_portal_holds_what_the_first_one_held_media_included() throws IOException {
    copy_the_whole_town();
    Map<String, Integer> before;
    try (Store store = open(town)) {
      before = contents(store);
      write(store);
    }
    assertThat(before).containsKeys("blobs.files", "blobs.chunks", "contributions", "ledger");
    Path another = emptyWithKey("another");
    restore(another, List.of());
    try (Store store = open(another)) {
      assertThat(contents(store)).isEqualTo(before);
    }
    finish(another);
    try (Store store = open(another)) {
      assertWhole(store, another);
    }
  }

  @Test
  void a_copy_made_while_people_write_is_whole() throws Exception {
    copy_the_whole_town();
    try (Store store = open(town)) {
      RecordRoom record = record(store, town);
      var begun = new CountDownLatch(5);
      Thread writer =
          Thread.ofVirtual()
              .start(() -> {
                for (int i = 0; i < 60; i++) {
                  String id = add(record, "said meanwhile " + i);
                  record.service().check(id, "Amina");
                  begun.countDown();
                }
              });
      begun.await();
      write(store);
      writer.join();
    }
    Path another = emptyWithKey("another");
    restore(another, List.of());
    finish(another);
    try (Store store = open(another)) {
      assertWhole(store, another);
    }
  }

  @Test
  void the_master_key_is_not_in_it_and_restoring_needs_it() throws IOException {
    try (Store store = open(town)) {
      write(store);
    }
    String key = Files.readString(town.resolve(KEY)).replaceAll("(?s).*\"value\":\\s*\"|\".*", "");
    assertThat(key).hasSizeGreaterThan(30);
    Path another = Files.createDirectory(directory.resolve("keyless"));
    assertThatThrownBy(() -> restore(another, List.of()))
        .isInstanceOf(Keys.MasterKeyException.class)
        .hasMessageContaining("missing");
    Keys.make(another.resolve(KEY));
    assertThatThrownBy(() -> restore(another, List.of()))
        .isInstanceOf(Keys.MasterKeyException.class)
        .hasMessageContaining("not the one of this backup");
    try (Store store = open(another)) {
      assertThat(contents(store)).isEmpty();
    }
    try (var zip = new java.util.zip.ZipFile(backup.toFile())) {
      for (var entry : java.util.Collections.list(zip.entries())) {
        String bytes =
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(bytes.contains(key)).as(entry.getName()).isFalse();
      }
    }
  }

  @Test
  void what_was_erased_since_is_erased_again() throws IOException {
    String erased;
    try (Store store = open(town)) {
      erased = add(record(store, town), "a word nobody else says: quillwort");
      write(store);
    }
    Path another = emptyWithKey("another");
    restore(another, List.of(erased, "never-heard-of"));
    finish(another);
    try (Store store = open(another)) {
      var found = record(store, another).service().find(erased).orElseThrow();
      assertThat(found.status()).isEqualTo(Status.WITHDRAWN);
      assertThat(found.text()).isEmpty();
      assertWhole(store, another);
    }
  }

  @Test
  void a_store_that_holds_something_and_a_damaged_file_are_refused() throws IOException {
    try (Store store = open(town)) {
      write(store);
    }
    assertThatThrownBy(() -> restore(town, List.of()))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("not empty");
    byte[] bytes = Files.readAllBytes(backup);
    Files.write(backup, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    Path another = emptyWithKey("another");
    assertThatThrownBy(() -> restore(another, List.of())).isInstanceOf(ArchiveException.class);
    String name = "-contributions.bson";
    int part = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(name) + name.length();
    bytes[part + 20] ^= 1;
    Files.write(backup, bytes);
    assertThatThrownBy(() -> restore(another, List.of()))
        .isInstanceOfAny(ArchiveException.class, IOException.class);
    try (Store store = open(another)) {
      assertThat(contents(store)).isEmpty();
    }
  }

  @Test
  void a_restore_that_was_cut_off_is_no_portal_and_can_be_repeated() throws IOException {
    Map<String, Integer> before;
    try (Store store = open(town)) {
      before = contents(store);
      write(store);
    }
    Path another = emptyWithKey("another");
    try (Store store = open(another)) {
      store
          .collection("restore")
          .insertOne(new Document("_id", "restore").append("state", "COPYING"));
      store.collection("consultations").insertOne(new Document("_id", "half"));
      var service = new RestoreService(store);
      assertThatThrownBy(() -> service.finish(_ -> {}))
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining("repeat it");
    }
    restore(another, List.of());
    try (Store store = open(another)) {
      assertThat(contents(store)).isEqualTo(before);
    }
  }

  @Test
  void a_store_that_a_portal_holds_is_not_copied() {
    try (Store held = open(town)) {
      assertThat(held.ping()).isTrue();
      assertThatThrownBy(() -> open(town))
          .isInstanceOf(StoreInUseException.class)
          .hasMessageContaining("in use");
    }
  }

  private void write(Store store) throws IOException {
    try (OutputStream out = Files.newOutputStream(backup)) {
      var made = new BackupService(store, new MutableTime()).write(out, _ -> {});
      assertThat(made.documents()).isPositive();
    }
  }

  private void restore(Path into, List<String> erased) throws IOException {
    try (Store store = open(into)) {
      new RestoreService(store).copy(backup, into.resolve(KEY), erased, _ -> {});
    }
  }

  private static void finish(Path data) {
    App.finishRestore(
        Settings.from(Map.of("port", "0", "data", data.toString())), new MutableTime());
  }

  private Path emptyWithKey(String name) throws IOException {
    Path empty = Files.createDirectory(directory.resolve(name));
    Files.copy(town.resolve(KEY), empty.resolve(KEY));
    return empty;
  }

  private static Store open(Path data) {
    return Store.embedded(data.resolve("store"));
  }

  private static RecordRoom record(Store store, Path data) {
    return RecordRoom.in(store, Keys.open(data.resolve(KEY), false, store), new MutableTime());
  }

  private static String add(RecordRoom record, String text) {
    return record
        .service()
        .add(NewContribution.to(Portal.AFTER_SIX, Channel.PANEL).text(text, "en"))
        .id();
  }

  private static void assertWhole(Store store, Path data) {
    RecordRoom record = record(store, data);
    Ledger.Verified found = record.ledger().verify(Portal.AFTER_SIX);
    assertThat(found.entries()).isPositive();
    assertThat(found.wrong()).isEmpty();
    assertThat(record.check().wrong(Portal.AFTER_SIX)).isEmpty();
    assertThat(record.ledger().after(Portal.AFTER_SIX, 0, 1).getFirst().act().kind())
        .isNotEqualTo(Act.Kind.TAKEN_BACK);
  }

  /// A hash of every document that is there, by collection.
  private static Map<String, Integer> contents(Store store) {
    Map<String, Integer> contents = new TreeMap<>();
    for (String name : store.collections()) {
      if (!List.of("sessions", "live-leases", "restore").contains(name)) {
        int sum = 0;
        for (Document document : store.collection(name).find().batchSize(4)) {
          sum += document.toJson().hashCode();
        }
        if (sum != 0) {
          contents.put(name, sum);
        }
      }
    }
    return contents;
  }
}
