package org.folkmoot.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.bson.Document;
import org.folkmoot.ledger.Act;
import org.folkmoot.people.Vault.Contact;
import org.folkmoot.people.Vault.Kind;
import org.folkmoot.record.Channel;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;
import org.folkmoot.store.VaultKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What keys that are changed for new ones leave as it was.
final class VaultTest {

  private static final Contact ANNA = new Contact(Kind.PHONE, "+447700900123");
  private static final Contact OMAR = new Contact(Kind.EMAIL, "omar@example.org");

  @TempDir Path data;

  @Test
  void new_keys_shut_what_is_new_and_the_old_ones_open_what_is_old() {
    try (Store store = Store.embedded(data.resolve("store"))) {
      Keys keys = Keys.open(data.resolve("master-key.json"), true, store);
      Vault running = new Vault(store, keys, number -> number);
      String anna = running.keep(ANNA);
      assertThat(new VaultKeys(store, keys).rotate()).isEqualTo(1);

      Vault vault = new Vault(store, keys, number -> number);
      String omar = vault.keep(OMAR);
      assertThat(vault.open(anna)).contains(ANNA);
      assertThat(vault.open(omar)).contains(OMAR);
      assertThat(vault.reference(ANNA)).isEqualTo(anna);
      // A portal that ran meanwhile meets the new key and shuts with it from then on.
      assertThat(running.open(omar)).contains(OMAR);
      assertThat(running.keep(ANNA)).isEqualTo(anna);
      assertThat(store.collection("contacts").find(new Document("_id", anna)).first())
          .containsEntry("key", 1);

      assertThat(new VaultKeys(store, keys).rotate()).isEqualTo(2);
      assertThat(new Vault(store, keys, number -> number).open(anna)).contains(ANNA);
    }
  }

  @Test
  void a_log_signed_with_both_keys_is_sound() {
    try (Store store = Store.embedded(data.resolve("store"))) {
      Keys keys = Keys.open(data.resolve("master-key.json"), true, store);
      RecordRoom record = RecordRoom.in(store, keys, InstantSource.system());
      var checkpoints = record.ledger().checkpoints();
      checkpoints.publishAt("council.example");
      String id = say(record, "before");
      checkpoints.signGrown();
      String old = checkpoints.latest("after-six").orElseThrow().note();
      checkpoints.rotate();
      assertThat(record.ledger().verify("after-six").wrong()).isEmpty();
      record.service().takeBack(id, Act.CONTRIBUTOR, "");
      say(record, "after");
      checkpoints.signGrown();
      assertThat(checkpoints.latest("after-six").orElseThrow().note()).isNotEqualTo(old);
      assertThat(record.ledger().verify("after-six").wrong()).isEmpty();
      assertThat(checkpoints.verifierKeys("council.example/log/after-six")).hasSize(2);
    }
  }

  private static String say(RecordRoom record, String text) {
    return record
        .service()
        .add(NewContribution.to("after-six", Channel.PANEL).text(text, "en"))
        .id();
  }
}
