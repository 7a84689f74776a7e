package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The end of a consultation: an officer closes it, records the decision and goes on answering
/// themes until the portal is killed; then all of it is looked for.
final class Decided {

  private static final String DESK = "/desk/c/after-six/decision";
  private static final String WORDS = "The 14 runs until half past ten.";

  private final Random random;
  private final Map<String, String> answered = new HashMap<>();
  private final Map<String, String> tried = new HashMap<>();

  Decided(Random random) {
    this.random = random;
  }

  private static Browser officer(URI portal) {
    return new WritersForms(
            HttpClient.newHttpClient(),
            portal,
            new ConcurrentLinkedQueue<>(),
            new ConcurrentLinkedQueue<>())
        .staff("officer");
  }

  void recordUntilKilled(PortalProcess portal) throws InterruptedException {
    officer(portal.url()).get("/desk/c/after-six").form("Close it").submit();
    Screen recorded =
        officer(portal.url())
            .get(DESK)
            .form("Record the decision")
            .set("text", WORDS)
            .set("on", "2027-12-14")
            .submit();
    assertThat(recorded.notice()).contains("The decision is recorded");
    List<String> subjects =
        recorded.page().select("form[action$=/answers] [name=subject]").eachAttr("value").stream()
            .limit(3)
            .toList();
    var answers = new CountDownLatch(5);
    Thread writer = Thread.ofVirtual().start(() -> answerUntilGone(portal, subjects, answers));
    assertThat(answers.await(60, TimeUnit.SECONDS)).as("five answers").isTrue();
    assertThat(new CountDownLatch(1).await(random.nextInt(500), TimeUnit.MILLISECONDS)).isFalse();
    portal.kill();
    writer.join();
  }

  private void answerUntilGone(PortalProcess portal, List<String> subjects, CountDownLatch done) {
    try {
      for (int turn = 0; ; turn++) {
        String subject = subjects.get(turn % subjects.size());
        String did = "does " + UUID.randomUUID();
        tried.put(subject, did);
        Screen kept =
            officer(portal.url())
                .get(DESK)
                .formWith("subject", subject)
                .set("said", "It ends too early.")
                .set("did", did)
                .submit();
        if (kept.status() == 200 && !kept.notice().isEmpty()) {
          answered.put(subject, did);
          done.countDown();
        }
      }
    } catch (UncheckedIOException e) {
      // Gone, as it should.
      done.countDown();
    }
  }

  void isThere(URI portal) {
    Screen desk = officer(portal).get(DESK);
    answered.forEach((subject, did) ->
        assertThat(desk.formWith("subject", subject).value("did")).isIn(did, tried.get(subject)));
    assertThat(new Browser(HttpClient.newHttpClient(), portal).get("/c/after-six/decision").text())
        .contains(WORDS);
  }
}
