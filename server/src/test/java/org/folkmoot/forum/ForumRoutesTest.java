package org.folkmoot.forum;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.Browser;
import org.folkmoot.Screen;
import org.folkmoot.ScreenForm;
import org.folkmoot.door.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The live forum as residents and hosts use it without scripts.
class ForumRoutesTest {

  private Evening evening;

  @BeforeEach
  void start() {
    evening = new Evening();
  }

  @AfterEach
  void end() {
    evening.close();
  }

  @Test
  void an_officer_plans_and_opens_a_session_from_nothing() {
    Screen planned =
        evening
            .portal
            .officer()
            .get("/desk/c/after-six/forum")
            .form("/sessions")
            .set("name", "Łatwy powrót")
            .set("about", "What would help?")
            .set("starts", "2027-11-18T18:30")
            .submit();
    assertThat(planned.path()).isEqualTo("/desk/c/after-six/forum/latwy-powrot");

    Screen open = planned.form("Open the session").press("Open the session");

    assertThat(open.text()).contains("On now");
    assertThat(evening.portal.resident().get("/c/after-six/forum").text())
        .contains("Łatwy powrót", "Thursday 18 November 2027, 18:30", "On now");
  }

  @Test
  void a_resident_joins_speaks_and_keeps_a_code() {
    evening.hostComes();
    Browser resident = evening.portal.resident();
    Screen before = resident.get(Evening.PAGE);
    assertThat(before.hasForm("/say")).isFalse();
    Screen missing = before.press("Join the session").form("/join").set("name", "M").submit();
    assertThat(missing.status()).isEqualTo(422);
    assertThat(missing.errors()).contains("Say whether we may use your words");
    missing.form("/join").closing().submit();

    Screen said = evening.say(resident, "The last bus leaves too early.");

    assertThat(said.notice()).isEqualTo("Thank you. Everybody can see it.");
    assertThat(said.page().select("#talk li").text()).contains("M", "The last bus leaves");
    assertThat(said.page().select("#mine li")).hasSize(1);
    assertThat(evening.portal.resident().get(Evening.PAGE).text()).contains("The last bus leaves");
  }

  @Test
  void without_a_host_it_waits_until_a_host_shows_it() {
    Browser maria = evening.joined("Maria");
    Screen said = evening.say(maria, "Is anybody there?");
    assertThat(said.notice()).contains("when a host has read it");
    assertThat(said.page().select("#talk li")).isEmpty();

    Screen host = evening.hostComes();
    assertThat(host.text()).contains("Is anybody there?");
    host.form("Show it to everybody").press("Show it to everybody");

    assertThat(maria.get(Evening.PAGE).page().select("#talk li").text())
        .contains("Maria", "Is anybody there?");
    assertThat(evening.hostComes().text()).contains("Nothing waits.");
  }

  @Test
  void a_host_who_has_gone_counts_as_gone() {
    evening.hostComes();
    Browser maria = evening.joined("Maria");
    evening.portal.time().forward(Duration.ofSeconds(50));

    assertThat(evening.say(maria, "Hello?").notice()).contains("when a host has read it");
  }

  @Test
  void one_press_of_the_host_takes_a_message_away_for_all() {
    evening.hostComes();
    Browser maria = evening.joined("Maria");
    evening.say(maria, "Something rude.");
    try (LiveClient listener = evening.listener()) {
      listener.event("say");
      evening.hostComes().form("Take it away").press("Take it away");

      JsonNode gone = listener.event("moderated");
      assertThat(gone.path("say").asLong()).isEqualTo(2);
      assertThat(gone.path("why").asText()).isEqualTo("removed");
    }
    assertThat(maria.get(Evening.PAGE).html()).doesNotContain("Something rude.");
    try (LiveClient late = evening.listener()) {
      JsonNode say = late.event("say");
      assertThat(say.has("text")).isFalse();
      assertThat(say.path("gone").asBoolean()).isTrue();
    }
  }

  @Test
  void taken_back_by_its_sender_it_is_gone_from_history() {
    evening.hostComes();
    evening.say(evening.joined("Maria"), "I changed my mind.");
    try (LiveClient listener = evening.listener()) {
      String id = listener.event("say").path("id").asText();
      evening.portal.app().record().service().takeBack(id, "contributor", "");

      assertThat(listener.event("moderated").path("why").asText()).isEqualTo("taken-back");
    }
    assertThat(evening.portal.resident().get(Evening.PAGE).html())
        .doesNotContain("I changed my mind.")
        .doesNotContain("Maria");
  }

  @Test
  void saying_it_twice_is_saying_it_once() {
    evening.hostComes();
    String id = UUID.randomUUID().toString();
    String body = "{\"id\":\"%s\",\"text\":\"Once.\"}".formatted(id);
    JsonNode first = evening.api(evening.staff, "/say", body);
    Screen again =
        evening.staff.send(
            "POST",
            "/api/v1/sessions/after-six-live/say",
            "application/json",
            body.getBytes(StandardCharsets.UTF_8));

    assertThat(again.status()).isEqualTo(200);
    assertThat(Evening.json(again)).isEqualTo(first);
    assertThat(first.path("seq").asLong()).isEqualTo(2);
    assertThat(first.path("recordSeq").asLong()).isPositive();
    assertThat(first.path("receipt").asText()).matches("\\w{3}-\\w{4}-\\w{3}");
  }

  @Test
  void words_that_tell_of_danger_are_shown_to_nobody_and_answered_kindly() {
    evening.hostComes();
    Browser someone = evening.joined("");
    Screen answer = evening.say(someone, "I want to kill myself");

    assertThat(answer.path()).contains("/thanks/");
    assertThat(someone.get(Evening.PAGE).page().select("#talk li")).isEmpty();
    assertThat(evening.hostComes().text()).doesNotContain("kill myself");
  }

  @Test
  void a_phone_joins_with_the_code_of_the_session() {
    evening.hostComes();
    String code =
        Evening.json(evening.staff.get("/api/v1/sessions/after-six-live"))
            .path("joinCode")
            .asText();
    Browser phone = evening.portal.browser();
    assertThat(
            phone
                .send(
                    "POST",
                    "/api/v1/sessions/after-six-live/join",
                    "application/json",
                    "{\"code\":\"WRONG\"}".getBytes(StandardCharsets.UTF_8))
                .status())
        .isEqualTo(403);

    String token =
        evening.api(phone, "/join", "{\"code\":\"%s\"}".formatted(code)).path("token").asText();
    phone.header("Authorization", "Bearer " + token);

    assertThat(evening.api(phone, "/say", "{\"text\":\"From the bus.\"}").path("seq").asLong())
        .isEqualTo(2);
    Screen caption =
        phone.send(
            "POST",
            "/api/v1/sessions/after-six-live/captions",
            "application/json",
            "{\"text\":\"no\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(caption.status()).isIn(401, 403);
  }

  @Test
  void a_poll_counts_each_person_once_and_tells_only_when_closed() {
    Browser maria = evening.joined("Maria");
    Browser someone = evening.joined("");
    evening
        .hostComes()
        .form("/polls")
        .set("asks", "Which would you use?")
        .set("options", "A later bus\nA shared taxi")
        .submit();

    maria.get(Evening.PAGE).form("/polls/").set("option", "o1").submit();
    Screen changed = maria.get(Evening.PAGE).form("/polls/").set("option", "o2").submit();
    someone.get(Evening.PAGE).form("/polls/").set("option", "o2").submit();

    assertThat(changed.text()).contains("You chose: A shared taxi").doesNotContain("1 vote ");
    evening.hostComes().form("Close it and show the numbers").submit();
    assertThat(maria.get(Evening.PAGE).page().select(".bars").text())
        .contains("A later bus 0 votes", "A shared taxi 2 votes", "Not sure 0 votes");
    String slip =
        evening.portal.app().record().reading().byParticipant(key(maria)).stream()
            .filter(c -> c.isMarksOnly())
            .findFirst()
            .orElseThrow()
            .id();
    evening.portal.app().record().service().takeBack(slip, "contributor", "");
    assertThat(maria.get(Evening.PAGE).page().select(".bars").text())
        .contains("A shared taxi 1 vote");
  }

  @Test
  void the_next_to_speak_is_who_has_not_spoken_yet() {
    Browser maria = evening.joined("Maria");
    Browser someone = evening.joined("");
    press(maria, "Raise your hand");
    evening.hostComes().form("/next").submit();
    press(maria, "Raise your hand");
    press(someone, "Raise your hand");

    assertThat(evening.hostComes().page().select("#hands-title ~ ol li").eachText())
        .containsExactly("Person 2 has not spoken yet", "Maria has spoken once");
  }

  @Test
  void once_it_is_over_only_what_was_allowed_on_the_website_stays() {
    evening.hostComes();
    evening.say(evening.joined("Maria"), "You may keep this.");
    Browser shy = evening.portal.resident();
    ScreenForm join = shy.get(Evening.PAGE + "/join").form("/join");
    join.set("use", "count").set("tell", "code").set("under18", "no").submit();
    evening.say(shy, "Not for the website.");

    evening.hostComes().form("End the session").press("End the session");

    assertThat(evening.portal.resident().get(Evening.PAGE).text())
        .contains("You may keep this.")
        .doesNotContain("Not for the website.");
    try (LiveClient late = evening.listener()) {
      assertThat(late.events(3).get(2).has("text")).isFalse();
    }
    assertThat(shy.get(Evening.PAGE).hasForm("/say")).isFalse();
  }

  @Test
  void somebody_under_18_is_heard_but_never_shown() {
    evening.hostComes();
    Browser young = evening.portal.resident();
    ScreenForm join = young.get(Evening.PAGE + "/join").form("/join");
    join.set("use", "unnamed").tick("website").set("tell", "code").set("under18", "yes").submit();

    Screen said = evening.say(young, "My way home is dark.");

    assertThat(said.notice()).contains("kept private");
    assertThat(said.page().select("#talk li")).isEmpty();
    assertThat(evening.hostComes().text()).doesNotContain("My way home is dark.");
  }

  @Test
  void a_topic_shows_answers_once_a_person_has_checked_them() {
    evening
        .portal
        .officer()
        .get("/desk/c/after-six/forum")
        .form("Add it")
        .set("topic-name", "A later bus")
        .set("topic-text", "What would it change?")
        .submit();
    Browser resident = evening.portal.resident();
    String page = "/c/after-six/forum/topics/a-later-bus";
    Screen thanks =
        resident.get(page).form(page).set("text", "I could see my sister.").closing().submit();
    assertThat(thanks.code()).isNotEmpty();
    assertThat(resident.get(page).text()).doesNotContain("my sister");

    evening
        .portal
        .app()
        .record()
        .service()
        .check(
            evening.portal.app().record().reading().byParticipant(key(resident)).getFirst().id(),
            "Amina");

    assertThat(resident.get(page).text()).contains("I could see my sister.");
  }

  @Test
  void only_hosts_open_the_hosts_page() {
    assertThat(evening.portal.resident().get(Evening.DESK).status()).isIn(401, 403);
    assertThat(evening.portal.invite(Role.COUNCILLOR).get(Evening.DESK).status()).isEqualTo(403);
    assertThat(evening.portal.invite(Role.HOST).get(Evening.DESK).status()).isEqualTo(200);
  }

  @Test
  void a_script_gets_its_answer_as_data() {
    evening.hostComes();
    Browser maria = evening.joined("Maria");
    Screen page = maria.get(Evening.PAGE);
    ScreenForm form = page.form("/say");
    Screen answer =
        maria
            .header("Accept", "application/json")
            .post(
                Evening.PAGE + "/say",
                Map.of("csrf", form.value("csrf"), "act", form.value("act"), "text", "Hello"));

    assertThat(answer.status()).isEqualTo(201);
    JsonNode body = Evening.json(answer);
    assertThat(body.path("message").asText()).isEqualTo("Thank you. Everybody can see it.");
    assertThat(body.path("next").asText()).isNotEqualTo(form.value("act"));
  }

  private void press(Browser who, String button) {
    who.get(Evening.PAGE).form(button).press(button);
  }

  private String key(Browser who) {
    return evening.portal.app().record().service().pseudonym("after-six", who.cookie("fm_device"));
  }
}
