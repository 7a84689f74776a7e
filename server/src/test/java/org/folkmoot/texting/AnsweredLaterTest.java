package org.folkmoot.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.sms.PhoneNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is slow to be answered is acknowledged in time, and the answer follows in a text of its
/// own. A town with little patience: what is waited for in it is held until the test lets it go,
/// and what is not may be answered either way, so that nothing depends on the speed of the machine.
class AnsweredLaterTest {

  private static final String PATIENCE_MS = "500";

  private static FakeApi twilio;
  private static TextingTown town;

  @BeforeAll
  static void open() {
    twilio = FakeApi.twilio();
    var settings = new TreeMap<>(Telephone.LINE);
    settings.put("twilio_api_url", twilio.url());
    settings.put("sms_patience_ms", PATIENCE_MS);
    town = new TextingTown(settings);
    town.ask(TextLine.Script.AFTER_SIX);
  }

  @AfterAll
  static void close() {
    town.close();
    twilio.close();
  }

  @Test
  void a_gateway_is_answered_in_time_and_the_person_later() throws InterruptedException {
    Telephone mo = town.phone();
    var number = new PhoneNumber(mo.number());
    var holding = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(() ->
            town.portal
                .texting()
                .whileSilent(
                    number,
                    () -> {
                      holding.countDown();
                      waitFor(release);
                    }));
    assertThat(holding.await(10, TimeUnit.SECONDS)).isTrue();

    long begun = System.nanoTime();
    assertThat(mo.text("BUS", "slow-1")).isEmpty();
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    assertThat(mo.text("BUS", "slow-1")).as("told again").isEmpty();
    release.countDown();

    await(() -> twilio.takenFor(number).size() == 2);
    assertThat(took).isLessThan(2_000);
    assertThat(twilio.takenFor(number).getFirst().body()).contains("Reply GO");
    assertThat(mo.text("BUS", "slow-1")).as("told again later").isEmpty();
    assertThat(answerTo("GO", mo)).startsWith("1/5");
    assertThat(sentTwice(number)).isFalse();
  }

  @Test
  void where_many_come_at_once_everybody_is_acknowledged_and_answered_once() throws Exception {
    List<Telephone> slow =
        IntStream.range(0, Reception.AT_ONCE).mapToObj(_ -> town.phone()).toList();
    Telephone mo = town.phone();
    var holding = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(() ->
            whileSilent(
                slow,
                () -> {
                  holding.countDown();
                  waitFor(release);
                }));
    assertThat(holding.await(10, TimeUnit.SECONDS)).isTrue();
    try (var calls = Executors.newVirtualThreadPerTaskExecutor()) {
      slow.stream()
          .map(phone -> calls.submit(() -> phone.text("BUS")))
          .toList()
          .forEach(
              call -> assertThat(call).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(List.of()));
    }

    assertThat(mo.text("BUS", "crowd-1")).as("acknowledged").isEmpty();
    assertThat(mo.text("BUS", "crowd-1")).as("told again").isEmpty();
    release.countDown();

    Stream.concat(slow.stream(), Stream.of(mo))
        .map(phone -> new PhoneNumber(phone.number()))
        .forEach(number -> await(() -> twilio.takenFor(number).size() == 2));
    assertThat(mo.text("BUS", "crowd-1")).as("told again later").isEmpty();
    assertThat(answerTo("GO", mo)).startsWith("1/5");
    assertThat(sentTwice(new PhoneNumber(mo.number()))).isFalse();
  }

  private void whileSilent(List<Telephone> phones, Runnable work) {
    if (phones.isEmpty()) {
      work.run();
    } else {
      town.portal
          .texting()
          .whileSilent(
              new PhoneNumber(phones.getFirst().number()),
              () -> whileSilent(phones.subList(1, phones.size()), work));
    }
  }

  /// The answer where it comes: with the call, or in a text where the machine has no time.
  private static String answerTo(String words, Telephone phone) {
    var number = new PhoneNumber(phone.number());
    int before = twilio.takenFor(number).size();
    List<String> replies = phone.text(words);
    if (!replies.isEmpty()) {
      return replies.getFirst();
    }
    await(() -> twilio.takenFor(number).size() > before);
    return twilio.takenFor(number).get(before).body();
  }

  private static boolean sentTwice(PhoneNumber number) {
    List<String> bodies = twilio.takenFor(number).stream().map(FakeApi.Taken::body).toList();
    return new HashSet<>(bodies).size() < bodies.size();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(until);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
