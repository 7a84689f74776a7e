package org.folkmoot.forum;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.Browser;
import org.folkmoot.Screen;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Consent.Given;
import org.folkmoot.record.Consent.Scopes;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An evening that is over, played back where people meet now.
class ReplayTest {

  private static final String RECORDED = "recorded";

  private Evening evening;
  private Session recorded;
  private String takenBack;

  @BeforeEach
  void record() {
    evening = new Evening();
    ForumRoom room = evening.portal.app().forum();
    evening.staff.send(
        "POST",
        "/api/v1/consultations/after-six/sessions",
        "application/json",
        "{\"id\":\"recorded\",\"title\":\"The evening before\",\"state\":\"open\"}"
            .getBytes(StandardCharsets.UTF_8));
    recorded = room.service().get(RECORDED);
    room.service().hostIsHere(RECORDED);
    room.service().caption(RECORDED, "Good evening.");
    say("Ala", "The last bus leaves before my shift ends.", true);
    say("Ben", "Do not show this on a website.", false);
    Participant carl = join("Carl", true);
    room.floor().hand(recorded, carl, true);
    room.floor().next(recorded);
    takenBack = say("Carl", "Light the path, not my bedroom.", true);
    Poll poll = room.polls().make(recorded, "What first?", List.of("A lamp", "A bus"));
    room.polls().open(poll);
    room.polls().vote(recorded, poll, carl, "o1");
    room.polls().close(poll);
    room.service().move(RECORDED, Session.State.CLOSED);
    room.service().replay(Evening.ID, RECORDED);
  }

  @AfterEach
  void end() {
    evening.close();
  }

  private Participant join(String name, boolean website) {
    ForumRoom room = evening.portal.app().forum();
    return room.participants()
        .join(
            recorded,
            room.participants().key(recorded, name),
            name,
            new Consent(
                Consent.CURRENT_WORDING,
                "en",
                Given.SCREEN,
                "",
                new Scopes(true, false, website, false, false, false),
                ""));
  }

  private String say(String name, String text, boolean website) {
    Said said =
        evening.portal.app().forum().says().say(recorded, join(name, website), "", text, "en");
    return ((Said.Shown) said).added().id();
  }

  @Test
  void two_listeners_hear_the_same_at_reading_pace_and_who_comes_late_catches_up() {
    try (LiveClient first = evening.listener();
        LiveClient second = evening.listener()) {
      assertThat(first.next("replay").path("text").asText()).isEqualTo("Good evening.");
      assertThat(second.next("replay").path("text").asText()).isEqualTo("Good evening.");

      evening.portal.time().forward(Duration.ofMinutes(2));
      List<JsonNode> rest = Stream.generate(() -> first.next("replay")).limit(6).toList();
      assertThat(Stream.generate(() -> second.next("replay")).limit(6).toList()).isEqualTo(rest);
      assertThat(rest)
          .extracting(frame -> frame.path("kind").asText())
          .containsExactly("say", "hand", "queue", "say", "poll", "result");
      assertThat(rest.getFirst().path("text").asText())
          .as("in the order it was said, without what is not for the website")
          .startsWith("The last bus");

      try (LiveClient late = evening.listener()) {
        assertThat(Stream.generate(() -> late.next("replay")).limit(7).toList())
            .extracting(frame -> frame.path("seq").asLong())
            .isSorted();
      }
      evening.portal.app().record().service().takeBack(takenBack, "contributor", "");
      evening.portal.time().forward(Duration.ofSeconds(5));
      assertThat(first.next("replay").path("gone").asBoolean()).as("taken back").isTrue();
      assertThat(second.next("replay").path("gone").asBoolean()).isTrue();
    }
  }

  @Test
  void it_stops_for_everybody_when_somebody_joins_and_leaves_no_trace() {
    long before = evening.portal.record().ledger().last("after-six");
    try (LiveClient first = evening.listener();
        LiveClient second = evening.listener()) {
      first.next("replay");
      second.next("replay");
      Browser maria = evening.joined("Maria");
      assertThat(first.event("notice").path("replay").asText()).isEqualTo("over");
      assertThat(second.event("notice").path("replay").asText()).isEqualTo("over");

      assertThat(evening.portal.record().ledger().last("after-six"))
          .as("nothing of it was entered anew")
          .isEqualTo(before);
      evening.portal.time().forward(Duration.ofMinutes(5));
      evening.hostComes();
      evening.say(maria, "Here I am.");
      for (LiveClient listener : List.of(first, second)) {
        JsonNode frame = listener.nextOf("event", "replay");
        assertThat(frame.path("text").asText()).isEqualTo("Here I am.");
      }
    }
    assertThat(evening.portal.resident().get(Evening.PAGE).page().select("#replay")).isEmpty();
  }

  @Test
  void without_a_script_the_whole_evening_is_on_the_page() {
    Screen page = evening.portal.resident().get(Evening.PAGE);
    Element replay = page.page().selectFirst("#replay");
    assertThat(replay.select("h2").text()).isEqualTo("A recorded evening, played back");
    assertThat(replay.text()).contains("It stops when you join in.", "A lamp: 1 vote");
    assertThat(replay.select("#replayed > li")).hasSize(7);
    assertThat(replay.select("#replayed > li[hidden]")).isEmpty();
    assertThat(replay.text()).doesNotContain("Do not show this");
    assertThat(page.page().select("#talk").text()).as("what is said now").isEmpty();
    evening.portal.app().record().service().takeBack(takenBack, "contributor", "");
    assertThat(evening.portal.resident().get(Evening.PAGE).text()).doesNotContain("bedroom");
  }
}
