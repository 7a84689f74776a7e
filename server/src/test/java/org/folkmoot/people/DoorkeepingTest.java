package org.folkmoot.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who is not let in: each is refused, is told why in plain words, and stands in the security log
/// with nothing secret beside it.
class DoorkeepingTest {

  private static final Logger SECURITY = Logger.getLogger("security");
  private static final List<String> LOGGED = Collections.synchronizedList(new ArrayList<>());
  private static final Handler LISTENER =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          LOGGED.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private static Portal portal;

  @BeforeAll
  static void start() {
    SECURITY.addHandler(LISTENER);
    portal = Portal.start().setUp();
  }

  @AfterAll
  static void end() {
    portal.close();
    SECURITY.removeHandler(LISTENER);
  }

  /// Past the windows of what one browser or address may try.
  @BeforeEach
  void later() {
    portal.time().forward(Duration.ofMinutes(20));
    LOGGED.clear();
  }

  private static Screen invite(String name, String email) {
    return portal
        .officer()
        .get("/desk/people")
        .form("Make a link")
        .set("name", name)
        .set("email", email)
        .tick("roles", "analyst")
        .submit();
  }

  /// Somebody who came in once, by a phone of their own.
  private static Browser known(String name) {
    Screen made = invite(name, name.toLowerCase(java.util.Locale.ROOT) + "@wrenmouth.example");
    Browser who = portal.resident();
    assertThat(who.get(made.page().select("main code").text()).form().submit().path())
        .isEqualTo("/desk");
    return who;
  }

  /// The newest sign-in link of somebody, from the outbox.
  private static String link(String name) {
    portal
        .resident()
        .get("/sign-in")
        .form()
        .set("email", name.toLowerCase(java.util.Locale.ROOT) + "@wrenmouth.example")
        .submit();
    List<String> links =
        portal
            .officer()
            .get("/desk/outbox")
            .page()
            .select(".letter:contains(Hello " + name + ") p:contains(/sign-in/link/)")
            .eachText();
    return links.getLast();
  }

  /// A new browser at the page that asks for the code.
  private static Screen atCode(String name) {
    return portal.resident().withoutPhone().get(link(name)).form().submit();
  }

  @Test
  void a_wrong_second_factor_is_refused_and_five_make_the_next_wait_longer_and_longer() {
    Browser ida = known("Ida");
    Screen code = atCode("Ida");
    assertThat(code.path()).isEqualTo("/sign-in/code");
    assertThat(code.page().select("#code").attr("autocomplete")).isEqualTo("one-time-code");

    for (int i = 0; i < 5; i++) {
      Screen wrong = code.form().set("code", wrong(ida)).submit();
      assertThat(wrong.status()).isEqualTo(422);
      assertThat(wrong.errors())
          .containsExactly("This code does not fit. Look at the app once more");
    }
    Screen waits = code.form().set("code", ida.phone().next()).submit();
    assertThat(waits.status()).as("even the right one").isEqualTo(429);
    assertThat(waits.errors())
        .containsExactly("Too many wrong codes. Please wait one minute and try again");

    portal.time().forward(Duration.ofSeconds(61));
    assertThat(code.form().set("code", wrong(ida)).submit().status()).isEqualTo(422);
    assertThat(code.form().set("code", ida.phone().next()).submit().errors())
        .containsExactly("Too many wrong codes. Please wait 2 minutes and try again");
    portal.time().forward(Duration.ofMinutes(2));
    assertThat(code.form().set("code", ida.phone().next()).submit().path()).isEqualTo("/desk");

    assertThat(LOGGED).anyMatch(line -> line.startsWith("event=factor.refused reason=wrong"));
    assertThat(LOGGED).anyMatch(line -> line.startsWith("event=factor.refused reason=wait"));
    nothingSecret("Ida", ida);
  }

  private static String wrong(Browser who) {
    String right = who.phone().shown();
    return (right.charAt(0) == '9' ? "0" : "9") + "00" + right.substring(3);
  }

  @Test
  void a_code_of_the_app_works_once_and_a_recovery_code_too() {
    Browser joe = known("Joe");
    Screen first = atCode("Joe");
    Screen second = atCode("Joe");
    String code = joe.phone().next();
    assertThat(first.form().set("code", code).submit().path()).isEqualTo("/desk");
    Screen again = second.form().set("code", code).submit();
    assertThat(again.errors()).containsExactly("This code has been used. Wait for the next one");
    assertThat(LOGGED).anyMatch(line -> line.startsWith("event=factor.refused reason=used"));

    List<String> recovery = joe.phone().recovery();
    assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
    String typed = recovery.getFirst().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
    assertThat(second.form().set("code", typed).submit().path()).isEqualTo("/desk");
    Screen third = atCode("Joe");
    assertThat(third.form().set("code", recovery.getFirst()).submit().status()).isEqualTo(422);
    assertThat(joe.get("/desk/me").text()).contains("9 of your ten codes are left");
  }

  @Test
  void a_sign_in_link_works_once_and_for_fifteen_minutes_and_reading_it_uses_nothing_up() {
    Browser kim = known("Kim");
    String link = link("Kim");
    // A mail scanner reads it, twice.
    assertThat(portal.browser().withoutPhone().get(link).status()).isEqualTo(200);
    assertThat(portal.browser().withoutPhone().get(link).status()).isEqualTo(200);

    Browser there = portal.resident().phone(kim.phone());
    Screen button = there.get(link);
    assertThat(button.form().submit().path()).isEqualTo("/desk");
    Browser thief = portal.resident();
    assertThat(thief.get(link).status()).isEqualTo(410);
    assertThat(button.form().submit().status()).as("the same press once more").isEqualTo(410);

    String late = link("Kim");
    portal.time().forward(Duration.ofMinutes(16));
    assertThat(portal.resident().get(late).status()).isEqualTo(410);
    assertThat(LOGGED).filteredOn("event=link.refused reason=used-or-late"::equals).hasSize(3);
    assertThat(LOGGED).noneMatch(line -> line.contains(link.substring(link.lastIndexOf('/') + 1)));
  }

  @Test
  void half_a_sign_in_opens_nothing() {
    known("Lea");
    Screen code = atCode("Lea");
    Browser half = portal.resident().withoutPhone();
    half.cookie("fm_session", "anything");
    assertThat(half.get("/desk").status()).isEqualTo(401);
    assertThat(half.cookie("fm_session")).as("a cookie that opens nothing is taken away").isEmpty();
    assertThat(code.form().set("code", "").submit().status()).isEqualTo(422);
    assertThat(portal.resident().get("/sign-in/code").path()).isEqualTo("/sign-in");
    assertThat(LOGGED).contains("event=session.refused reason=unknown");
  }

  @Test
  void a_stolen_cookie_is_worth_nothing_once_its_session_ended() {
    Browser max = known("Max");
    String stolen = max.cookie("fm_session");
    Browser home = portal.resident().phone(max.phone());
    home.header("User-Agent", "Mozilla/5.0 (X11; Linux) Gecko/20100101 Firefox/140.0");
    home.get(link("Max")).form().submit();
    assertThat(home.cookie("fm_session")).isNotEqualTo(stolen);

    Screen me = home.get("/desk/me");
    assertThat(me.page().select("#sessions + ul li")).hasSize(2);
    assertThat(me.text()).contains("Firefox – this one");
    assertThat(me.form("End all others").submit().notice()).isEqualTo("Ended.");

    Screen thief = portal.resident().cookie("fm_session", stolen).get("/desk");
    assertThat(thief.status()).isEqualTo(401);
    assertThat(home.get("/desk").status()).isEqualTo(200);
    assertThat(LOGGED).anyMatch(line -> line.startsWith("event=session.refused reason=ended"));
    assertThat(LOGGED).noneMatch(line -> line.contains(stolen));
  }

  @Test
  void a_session_is_new_at_every_sign_in_and_ends_by_itself() {
    Browser ned = known("Ned");
    String before = ned.cookie("fm_session");
    ned.get(link("Ned")).form().submit();
    String now = ned.cookie("fm_session");
    assertThat(now).isNotEqualTo(before);
    assertThat(portal.resident().cookie("fm_session", before).get("/desk").status()).isEqualTo(401);

    portal.time().forward(Duration.ofHours(11));
    assertThat(ned.get("/desk").status()).isEqualTo(200);
    portal.time().forward(Duration.ofHours(13));
    assertThat(ned.get("/desk").status()).as("12 hours without use").isEqualTo(401);
  }

  @Test
  void a_forged_token_and_a_foreign_origin_send_no_form() {
    Browser ola = known("Ola");
    Screen forged =
        ola.post("/desk/me/end-others", Map.of("csrf", "Zm9yZ2VkZm9yZ2VkZm9yZ2VkZm9yZ2Vk"));
    assertThat(forged.status()).isEqualTo(403);
    Screen foreign =
        ola.header("Origin", "https://elsewhere.example")
            .post("/desk/me/address", Map.of("csrf", csrf(ola), "email", "x@elsewhere.example"));
    assertThat(foreign.status()).isEqualTo(403);
    ola.header("Origin", "null");
    Screen ours =
        ola.post("/desk/me/address", Map.of("csrf", csrf(ola), "email", "ola2@wrenmouth.example"));
    assertThat(ours.notice()).isEqualTo("Saved.");

    assertThat(LOGGED).contains("event=form.refused reason=token route=/desk/me/end-others");
    assertThat(LOGGED).contains("event=form.refused reason=origin route=/desk/me/address");
  }

  private static String csrf(Browser who) {
    return who.get("/desk/me").page().select("input[name=csrf]").first().attr("value");
  }

  @Test
  void roles_are_given_and_taken_with_a_reason_and_somebody_always_looks_after_the_portal() {
    Browser pia = known("Pia");
    Screen one = page(portal.officer(), "Pia");
    assertThat(one.form("Save what they may do").press("Save what they may do").errors())
        .containsExactly("Write why");
    assertThat(pia.get("/desk/people").status()).isEqualTo(403);
    one.form("Save what they may do")
        .tick("roles", "admin")
        .set("why", "She stands in for Amina")
        .press("Save what they may do");
    assertThat(pia.get("/desk/people").status()).as("at the next request").isEqualTo(200);
    assertThat(portal.officer().get("/desk/staff").text()).contains("She stands in for Amina");

    Screen amina = page(pia, "Amina Rahman");
    Screen taken =
        amina
            .form("Save what they may do")
            .untick("roles", "admin")
            .set("why", "A holiday")
            .press("Save what they may do");
    assertThat(taken.notice()).isEqualTo("Saved.");
    Screen last =
        page(pia, "Pia")
            .form("Save what they may do")
            .untick("roles", "admin")
            .set("why", "Also a holiday")
            .press("Save what they may do");
    assertThat(last.errors()).anyMatch(error -> error.startsWith("Somebody has to look after"));
    assertThat(pia.get("/desk/people").status()).isEqualTo(200);

    page(pia, "Amina Rahman")
        .form("Save what they may do")
        .tick("roles", "admin")
        .set("why", "Back again")
        .press("Save what they may do");
    assertThat(portal.officer().get(one.path()).form("Sign them out everywhere").submit().notice())
        .isEqualTo("Signed out everywhere.");
    assertThat(pia.get("/desk").status()).isEqualTo(401);
  }

  @Test
  void an_evening_pass_opens_the_notes_cards_and_counts_of_its_meeting_on_its_days_alone() {
    LocalDate today = LocalDate.ofInstant(portal.time().instant(), ZoneOffset.UTC);
    Browser officer = portal.officer();
    String hall = meeting(officer, "Saltmarsh Hall", today.plusDays(1));
    String other = meeting(officer, "Quay Hall", today.plusDays(1));
    String code = officer.get(hall).page().select(".pass__code").text();
    assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
    Browser sam = portal.resident();
    assertThat(sam.get("/pass/" + code).heading()).isEqualTo("This pass does not work yet");

    portal.time().forward(Duration.ofDays(1));
    officer = portal.officer();
    Screen name =
        sam.get("/pass").form().set("code", code.toLowerCase(java.util.Locale.ROOT)).submit();
    Screen evening = name.form().set("name", "Sam \r\n Okafor").submit();
    assertThat(evening.path()).isEqualTo("/evening");
    assertThat(evening.text()).contains("Saltmarsh Hall", "You are in as Sam Okafor");
    Screen kept =
        sam.get("/evening/notes")
            .form()
            .set("table", "Heron")
            .set("line-1", "zqpassline: the last bus leaves too early")
            .submit();
    assertThat(kept.notice()).isEqualTo("The sheet is kept.");
    List<String> by = new ArrayList<>();
    portal.record().ledger().each("after-six", entry -> by.add(entry.act().by()));
    assertThat(by).contains("pass: Sam Okafor");
    for (String closed : List.of(hall, hall + "/notes", other + "/notes", "/desk", "/desk/me")) {
      assertThat(sam.get(closed).status()).as(closed).isEqualTo(401);
    }
    assertThat(LOGGED).anyMatch(line -> line.startsWith("event=route.refused reason=sign-in"));

    String before = sam.cookie("fm_pass");
    officer.get(hall).form("End this pass").submit();
    assertThat(sam.get("/evening/notes").status()).isEqualTo(403);
    assertThat(portal.resident().get("/pass/" + code).heading())
        .isEqualTo("This pass works no longer");
    officer.get(hall).form("Make a new pass").submit();
    assertThat(portal.resident().cookie("fm_pass", before).get("/evening").status())
        .as("the new pass opens nothing for who held the one before")
        .isEqualTo(403);

    String fresh = officer.get(hall).page().select(".pass__code").text();
    Browser late = portal.resident();
    late.get("/pass/" + fresh).form().set("name", "Late").submit();
    portal.time().forward(Duration.ofDays(2));
    assertThat(late.get("/evening").status()).as("two days after").isEqualTo(200);
    portal.time().forward(Duration.ofDays(1));
    assertThat(late.get("/evening").status()).isEqualTo(410);
    assertThat(late.get("/evening/cards").heading()).isEqualTo("This pass has had its days");
    assertThat(LOGGED)
        .anyMatch(line -> line.startsWith("event=pass.refused reason=early"))
        .anyMatch(line -> line.startsWith("event=pass.refused reason=ended"))
        .anyMatch(line -> line.startsWith("event=pass.refused reason=late"))
        .noneMatch(line -> line.contains(code) || line.contains("Okafor"));
  }

  @Test
  void guessing_passes_ends_soon() {
    Browser guesser = portal.resident();
    int status = 0;
    for (int i = 0; i < 25 && status != 429; i++) {
      status = guesser.get("/pass/9MY1-MV%02d".formatted(i)).status();
    }
    assertThat(status).isEqualTo(429);
  }

  private static String meeting(Browser officer, String name, LocalDate day) {
    return officer
        .get("/desk/c/after-six/meetings/new")
        .form()
        .set("name", name)
        .set("date", day.toString())
        .set("starts", "18:30")
        .set("place", "Quay Street 4")
        .set("questions", "What do you miss after six?")
        .submit()
        .path();
  }

  /// The page on which what somebody may do is changed.
  private static Screen page(Browser admin, String name) {
    Screen list = admin.get("/desk/staff");
    return admin.get(list.page().select("main a:contains(" + name + ")").attr("href"));
  }

  private static void nothingSecret(String name, Browser who) {
    assertThat(LOGGED)
        .noneMatch(line -> line.contains(name) || line.contains("@wrenmouth.example"))
        .noneMatch(line -> line.contains(who.cookie("fm_session")));
  }
}
