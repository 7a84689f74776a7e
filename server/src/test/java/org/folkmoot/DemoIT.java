package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo as somebody meets it who has just built it: `serve --demo` on nothing, looked at, ended
/// with Ctrl-C, started again.
final class DemoIT {

  private static final List<String> DOORS =
      List.of(
          "PANEL",
          "STATEMENT",
          "FORUM",
          "LIVE_SESSION",
          "STORY",
          "SMS",
          "PUBLIC_MEETING",
          "COMMENT_CARD",
          "DOT_VOTE",
          "JURY",
          "WRITTEN_SUBMISSION");

  @TempDir Path data;

  @Test
  void it_holds_every_door_and_ends_in_good_order_however_it_is_asked() {
    int port = PortalProcess.freePort();
    try (PortalProcess portal = PortalProcess.start(data, port, "serve", "--demo")) {
      Browser anybody = new Browser(HttpClient.newHttpClient(), portal.url());
      assertThat(anybody.get("/").links()).contains("/c/after-six");
      Writers reader = new Writers(portal.url(), new ConcurrentLinkedQueue<>());
      for (String door : DOORS) {
        JsonNode found =
            reader.get("/consultations/after-six/contributions?limit=5&channel=" + door);
        assertThat(found.path("items")).as(door).isNotEmpty();
        String code = found.path("items").path(0).path("receipt").asText();
        assertThat(anybody.get("/r/" + code).status()).as("receipt of %s", door).isEqualTo(200);
      }
      // The sample's jury was just drawn: the solver must have left Ctrl-C to the portal.
      assertThat(portal.interrupt()).as("exit code after Ctrl-C").isZero();
    }
    try (PortalProcess portal = PortalProcess.start(data, port, "serve", "--demo")) {
      assertThat(new Browser(HttpClient.newHttpClient(), portal.url()).get("/").status())
          .isEqualTo(200);
      assertThat(portal.end()).as("exit code after SIGTERM").isZero();
    }
    try (Store store = Store.embedded(data.resolve("store"))) {
      Keys keys = Keys.open(data.resolve("master-key.json"), false, store);
      RecordRoom record = RecordRoom.in(store, keys, InstantSource.system());
      Ledger.Verified log = record.ledger().verify("after-six");
      assertThat(record.check().wrong("after-six")).isEmpty();
      assertThat(log.wrong()).isEmpty();
      assertThat(log.entries()).isGreaterThan(DOORS.size());
    }
  }
}
