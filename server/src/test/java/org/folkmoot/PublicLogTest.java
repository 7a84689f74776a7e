package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;
import org.folkmoot.LogVerifier.Head;
import org.folkmoot.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Somebody outside checks a question's log by its public files alone, and a resident by a page.
class PublicLogTest {

  private static final String LOG = "/log/after-six";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Portal portal;
  private static PanelVoices voices;
  private static Browser outside;
  private static LogVerifier verifier;

  @BeforeAll
  static void start() {
    portal = Portal.start(Map.of("admin_token", "every-right"), false).setUp();
    voices = PanelVoices.open(portal);
    outside = portal.browser();
    voices.say("The first of many.");
    verifier = verifier(portal);
  }

  @AfterAll
  static void end() {
    portal.close();
  }

  private static Head head() {
    portal.record().ledger().checkpoints().signGrown();
    return verifier.head(outside.get(LOG + "/checkpoint").html());
  }

  /// More entries, until the log is this long.
  private static void grow(int length) {
    Browser api = portal.browser().header("Authorization", "Bearer every-right");
    for (long n = portal.record().ledger().last("after-six"); n < length; n++) {
      var body =
          Map.of("channel", "PANEL", "text", "voice " + n, "consent", Map.of("scopes", Map.of()));
      try {
        Screen added =
            api.send(
                "POST",
                "/api/v1/consultations/after-six/contributions",
                "application/json",
                JSON.writeValueAsBytes(body));
        assertThat(added.status()).isEqualTo(201);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void the_log_only_grows_and_its_root_is_made_of_all_its_leaves() {
    List<Head> heads = new ArrayList<>();
    for (int length : List.of(7, 8, 100, 256, 257, 300)) {
      grow(length);
      heads.add(head());
    }
    Head now = heads.getLast();
    assertThat(now.origin()).isEqualTo(portal.url().getAuthority() + LOG);
    assertThat(now.size()).isEqualTo(300);
    for (Head old : heads) {
      Screen proof = outside.get(LOG + "/consistency/" + old.size());
      assertThat(verifier.isGrownFrom(old, proof.html())).as("since " + old.size()).isTrue();
    }
    List<byte[]> leaves =
        new ArrayList<>(LogVerifier.entries(outside.get(LOG + "/tile/entries/000").bytes()));
    leaves.addAll(LogVerifier.entries(outside.get(LOG + "/tile/entries/001.p/44").bytes()));
    assertThat(leaves).hasSize(300).allSatisfy(leaf -> assertThat(leaf).hasSize(32));
    assertThat(LogVerifier.root(leaves)).isEqualTo(now.root());
    assertThat(outside.get(LOG + "/tile/0/000").bytes())
        .hasSize(8192)
        .startsWith(LogVerifier.sha(new byte[] {0}, leaves.getFirst()));
    assertThat(outside.get(LOG + "/tile/1/000.p/1").bytes())
        .isEqualTo(LogVerifier.root(leaves.subList(0, 256)));
    assertThat(outside.get(LOG + "/tile/0/001.p/44").bytes()).hasSize(44 * 32);
  }

  @Test
  void what_no_checkpoint_covers_is_not_there() {
    head();
    for (String tile :
        List.of(
            "/tile/0/009",
            "/tile/0/000.p/256",
            "/tile/0/000.p/0",
            "/tile/0/0",
            "/tile/9/000.p/1",
            "/tile/0/x001/000",
            "/tile/0/x001/000.p/1",
            "/tile/entries/000.p/999",
            "/tile/0/000.p/x",
            "/tile/zero/000",
            "/consistency/999999",
            "/consistency/-1")) {
      assertThat(outside.get(LOG + tile).status()).as(tile).isEqualTo(404);
    }
    assertThat(outside.get("/log/no-such-question/checkpoint").status()).isEqualTo(404);
  }

  @Test
  void a_receipt_proves_its_own_line_to_a_script() {
    Browser rosa = portal.resident();
    String code = voices.say(rosa, "Nobody sees me at the stop.").code();
    Screen place = rosa.get("/r/" + code + "/log");
    assertThat(place.text())
        .contains("That something came from you is line", "what we keep is what was written");
    List<String> files = place.page().select("pre.file").eachText();
    String[] made = place.page().select("pre.file").last().wholeText().strip().split("\n");
    byte[] leaf = LogVerifier.leaf(made[0], made[1]);
    assertThat(java.util.HexFormat.of().formatHex(leaf)).isEqualTo(files.getFirst());
    assertThat(made[1]).contains("\"kind\":\"RECEIVED\"").doesNotContain("Nobody");
    String proof = outside.get("/r/" + code + "/log/proof").html();
    assertThat(verifier.isIncluded(proof, leaf)).isTrue();
    leaf[0] ^= 1;
    assertThat(verifier.isIncluded(proof, leaf)).isFalse();

    Screen others = portal.resident().get("/r/" + code + "/log");
    assertThat(others.page().select("pre.file")).hasSize(1);
    assertThat(outside.get("/r/9MY-1MV2-K4T/log").status()).isEqualTo(404);
  }

  @Test
  void the_page_says_what_it_is_good_for() {
    Screen page = portal.resident().get("/c/after-six/log");
    assertThat(page.text()).contains("Nobody can change or remove a line in it quietly.");
    assertThat(page.page().select("pre.file").first().wholeText()).contains("\u2014 ");
    assertThat(portal.resident().get("/c/after-six/log?lang=pl").slips()).isEmpty();
  }

  @Test
  void words_changed_behind_the_logs_back_are_told_on_the_receipt() {
    try (Portal own = Portal.start().setUp()) {
      Browser rosa = own.resident();
      String code = PanelVoices.open(own).say(rosa, "The lamp is broken.").code();
      assertThat(rosa.get("/r/" + code).text()).contains("quietly, this page would say so.");
      past(
          own,
          store ->
              store
                  .collection("contributions")
                  .updateMany(
                      new Document("text", new Document("$exists", true)),
                      new Document("$set", new Document("text", "All is well."))));
      assertThat(own.resident().get("/r/" + code).text()).contains("Something is wrong.");
      assertThat(own.resident().get("/r/" + code + "/log").text())
          .contains("Something is wrong: what we keep is not what the log says.");
    }
  }

  @Test
  void a_log_with_another_past_is_refused_even_when_its_owner_signs_it() {
    try (Portal own = Portal.start().setUp()) {
      PanelVoices said = PanelVoices.open(own);
      said.say("Never again after dark.");
      Browser there = own.browser();
      LogVerifier known = verifier(own);
      Head kept = known.head(there.get(LOG + "/checkpoint").html());

      past(
          own,
          store -> {
            store
                .collection("ledger-checkpoints")
                .updateOne(
                    new Document("_id", "after-six"),
                    new Document("$set", new Document("size", 0L)));
            String last = "after-six:" + "%012d".formatted(kept.size());
            store.collection("ledger").deleteOne(new Document("_id", last));
          });
      for (String more : List.of("All is well.", "Nothing to see.", "Lovely buses.")) {
        PanelVoices.back(own).say(more);
      }
      Head forked = verifier(own).head(own.browser().get(LOG + "/checkpoint").html());

      assertThat(forked.size()).isGreaterThan(kept.size());
      Screen proof = own.browser().get(LOG + "/consistency/" + kept.size());
      assertThat(known.isGrownFrom(kept, proof.html())).isFalse();
    }
  }

  private static LogVerifier verifier(Portal portal) {
    portal.record().ledger().checkpoints().signGrown();
    return new LogVerifier(portal.browser().get(LOG + "/key").html());
  }

  /// Writes into the store as nobody may, while the portal is away.
  private static void past(Portal portal, Consumer<Store> writing) {
    portal.app().close();
    try (Store store = Store.embedded(portal.data().resolve("store"))) {
      writing.accept(store);
    }
    portal.restart();
  }
}
