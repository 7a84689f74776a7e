package org.folkmoot.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.door.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How those who work here come in, and stop coming in.
class SignInTest {

  private static Portal portal;

  @BeforeAll
  static void start() {
    portal = Portal.start().setUp();
  }

  @AfterAll
  static void end() {
    portal.close();
  }

  private static Screen invite(String name, String role) {
    return portal
        .officer()
        .get("/desk/people")
        .form("Make a link")
        .set("name", name)
        .tick("roles", role)
        .submit();
  }

  private static String link(Screen made) {
    return made.page().select("main code").text();
  }

  @Test
  void a_link_lets_one_person_in_once() {
    String link = link(invite("Bea Turner", "facilitator"));
    Browser bea = portal.resident();

    assertThat(bea.get(link).heading()).isEqualTo("Hello, Bea Turner");
    assertThat(bea.get(link).form().submit().path()).isEqualTo("/desk");
    assertThat(portal.resident().get(link).status()).isEqualTo(410);
  }

  @Test
  void a_link_is_good_for_two_weeks() {
    String link = link(invite("Late Larry", "analyst"));
    portal.time().forward(Duration.ofDays(15));

    assertThat(portal.resident().get(link).status()).isEqualTo(410);
  }

  @Test
  void an_invitation_needs_a_name_and_a_role() {
    Screen again = portal.officer().get("/desk/people").form("Make a link").submit();

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.errors()).containsExactly("Write the name", "Choose at least one");
  }

  @Test
  void whoever_is_removed_is_out_at_once() {
    Browser mo = portal.invite("Mo Gone", "", Role.MODERATOR);
    assertThat(mo.get("/desk").status()).isEqualTo(200);

    Screen people = portal.officer().get("/desk/people");
    String action =
        people.page().select("li:contains(Mo Gone) form[action$=remove]").attr("action");
    assertThat(people.form(action).submit().notice()).contains("Removed");

    assertThat(mo.get("/desk").status()).isEqualTo(401);
  }

  @Test
  void somebody_who_lost_their_link_gets_another_for_the_same_person() {
    Browser before = portal.invite("Lost Lena", "", Role.ANALYST);
    Screen people = portal.officer().get("/desk/people");
    String action =
        people.page().select("li:contains(Lost Lena) form[action$=link]").attr("action");
    String link = link(people.form(action).submit());

    Browser lena = portal.resident().phone(before.phone());
    assertThat(lena.get(link).form().submit().path()).isEqualTo("/desk");
    assertThat(portal.officer().get("/desk/people").page().select("li:contains(Lost Lena)"))
        .hasSize(1);
  }

  @Test
  void signing_out_ends_it() {
    Browser ann = portal.invite("Ann", "", Role.ANALYST);
    String session = ann.cookie("fm_session");
    Screen desk = ann.get("/desk");
    String csrf = desk.page().select("nav form input[name=csrf]").attr("value");
    Screen home = ann.post("/sign-out", java.util.Map.of("csrf", csrf));

    assertThat(home.notice()).contains("You are signed out");
    assertThat(ann.get("/desk").status()).isEqualTo(401);
    assertThat(ann.cookie("fm_session", session).get("/desk").status())
        .as("the old cookie")
        .isEqualTo(401);
  }

  @Test
  void a_key_made_on_the_server_lets_in_and_a_guess_does_not() {
    Browser back = portal.resident();
    assertThat(back.get("/sign-in/key").form().set("key", "guess").submit().errors()).hasSize(1);
    Screen desk = back.get("/sign-in/key").form().set("key", "a-token-for-tests").submit();

    assertThat(desk.path()).isEqualTo("/desk");
    assertThat(back.get("/desk/people").status()).isEqualTo(200);
  }

  @Test
  void nobody_but_who_looks_after_the_portal_invites() {
    assertThat(portal.invite(Role.OFFICER).get("/desk/people").status()).isEqualTo(403);
    assertThat(portal.resident().get("/desk/people").status()).isEqualTo(401);
  }

  @Test
  void guesses_of_links_end_soon() {
    Browser guesser = portal.resident();
    Screen sign = guesser.get("/sign-in/key");
    int status = 0;
    for (int i = 0; i < 12 && status != 429; i++) {
      status = sign.form().set("key", "guess" + i).submit().status();
    }

    assertThat(status).isEqualTo(429);
    portal.time().forward(Duration.ofMinutes(11));
  }
}
