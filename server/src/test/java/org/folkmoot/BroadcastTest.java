package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Contribution.Tell;
import org.folkmoot.record.NewContribution;
import org.folkmoot.texting.FakeApi;
import org.folkmoot.texting.Telephone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// News by text to many: nobody twice, everybody texted or listed with the reason, whatever
/// crashes. `-Dstress=5000` makes it a town.
class BroadcastTest {

  private static final int PEOPLE = Math.max(200, Integer.getInteger("stress", 200));
  private static final int STOPPED = 5;
  private static final String NEWS = "/desk/c/after-six/texting/news";

  @Test
  void a_portal_that_dies_in_the_middle_texts_nobody_twice_and_lists_everybody(
      @TempDir Path elsewhere) {
    try (FakeApi gateway = FakeApi.twilio();
        Portal portal = Portal.start(settings(gateway), false).setUp()) {
      people(portal);
      Browser officer = portal.officer();
      officer.get("/desk/c/after-six/texting/sending").form().set("per-minute", "6000").submit();
      Screen draft =
          officer
              .get(NEWS)
              .form("See who would get it")
              .set("audience", "DECISION")
              .set("text-en", "The council decides on 14 December – come and listen.")
              .set("text-pl", "Rada decyduje 14 grudnia.")
              .submit();
      int reached = PEOPLE - STOPPED;
      assertThat(draft.text())
          .contains("%,d people get it".formatted(reached), STOPPED + " said STOP")
          .contains("Wrenmouth Council: The council decides on 14 December - come and listen.")
          .contains("1 part", "£40.00 for a thousand people");

      gateway.fallAsleepAfter(PEOPLE / 3);
      officer.get(at(draft)).form("Send it").submit();
      await(() -> gateway.unanswered() == 8);
      Path died = copy(portal.data(), elsewhere.resolve("died"));
      // What the first portal does from here on, a dead one would not.
      List<FakeApi.Taken> before = gateway.taken();

      try (FakeApi after = FakeApi.twilio();
          Portal again = Portal.over(died, Duration.ofMinutes(1), settings(after))) {
        Browser late = again.resident();
        late.get("/sign-in/key").form().set("key", "a-token-for-tests").submit();
        await(() -> late.get(at(draft)).text().contains("Everybody has been texted"));

        List<FakeApi.Taken> taken = Stream.concat(before.stream(), after.taken().stream()).toList();
        assertThat(taken).extracting(FakeApi.Taken::to).doesNotHaveDuplicates();
        assertThat(taken).hasSize(reached);
        String told = late.get(at(draft)).text();
        assertThat(told)
            .contains("not known whether it went; never sent again 8")
            .contains("no word yet whether they arrived %,d".formatted(reached - 8));
      }
    }
  }

  private static String at(Screen draft) {
    return NEWS + "?news=" + draft.page().select("input[name=news]").attr("value");
  }

  /// People who asked to be told by text; the last of them said STOP, and one asked twice.
  private static void people(Portal portal) {
    Vault vault = portal.app().vault();
    for (int i = 0; i <= PEOPLE; i++) {
      String number = "+44771%07d".formatted(Math.min(i, PEOPLE - 1));
      String language = i % 4 == 0 ? "pl" : "en";
      String contact = vault.keep(new Vault.Contact(Vault.Kind.PHONE, number));
      portal
          .record()
          .service()
          .add(
              NewContribution.to(Portal.AFTER_SIX, Channel.SMS)
                  .act("people:" + i)
                  .text("No bus after six, says " + i, language)
                  .consent(Consent.countedOnly(Consent.Given.SMS, language))
                  .tell(Tell.PHONE, contact));
    }
    for (int i = PEOPLE - STOPPED; i < PEOPLE; i++) {
      new Telephone(portal.url(), "+44771%07d".formatted(i)).text("STOP");
    }
  }

  private static Map<String, String> settings(FakeApi gateway) {
    var settings = new TreeMap<>(Telephone.LINE);
    settings.put("twilio_api_url", gateway.url());
    return settings;
  }

  /// What a machine would find whose power failed now.
  private static Path copy(Path data, Path to) {
    try (Stream<Path> all = Files.walk(data)) {
      for (Path from : all.toList()) {
        Path file = to.resolve(data.relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(file);
        } else {
          Files.copy(from, file);
        }
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30 + PEOPLE / 20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(until);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }
}
