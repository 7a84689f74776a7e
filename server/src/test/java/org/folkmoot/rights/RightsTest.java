package org.folkmoot.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.door.Role;
import org.folkmoot.texting.Telephone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// "Delete everything about this person, and show me."
class RightsTest {

  private static final String PHONE = "+447700910777";
  private static final String RIGHTS = "/desk/rights";

  private static Portal portal;
  private static Browser dana;
  private static Browser dele;

  @BeforeAll
  static void start() {
    Map<String, String> settings = new HashMap<>(Telephone.LINE);
    settings.put("admin_token", "every-right");
    portal = Portal.start(settings, true);
    dana = portal.invite("Dana", "", Role.DPO);
    dele = portal.invite("Dele", "", Role.DPO);
  }

  @AfterAll
  static void end() {
    portal.close();
  }

  private static Screen ask(Browser who, String about) {
    return who.get(RIGHTS)
        .form(RIGHTS)
        .set("who", about)
        .set("identity", "Called back on that number")
        .submit();
  }

  /// Her session has ended meanwhile.
  private static Browser again() {
    return portal.invite("Dana", "", Role.DPO);
  }

  private static boolean sees(String words) {
    return portal.as("officer").get("/desk/c/after-six/record?q=" + words).text().contains(words);
  }

  @Test
  void every_look_at_what_is_kept_about_people_can_be_read_by_the_officer_for_it() {
    String code =
        portal
            .resident()
            .get("/c/after-six/panel")
            .form()
            .set("q4", "My uncle hits me")
            .closing()
            .submit()
            .code();
    Browser lead = portal.as("safety");
    lead.get("/desk/c/after-six/safety")
        .press("Open it")
        .form("/safety/")
        .set("why", "To call them back today.")
        .press("Show how to reach the sender");
    portal.as("officer").get("/r/" + code);
    portal.resident().get("/r/" + code);

    Screen views = dana.get(RIGHTS).press("Who looked at what about people");
    assertThat(views.text()).contains("What is set apart", code, "The page of a code");
    assertThat(views.page().select("tbody tr").eachText())
        .filteredOn(row -> row.contains("The page of a code"))
        .hasSize(1);
    assertThat(portal.as("facilitator").look(RIGHTS + "/views").status()).isEqualTo(403);
    assertThat(lead.look(RIGHTS + "/views").status()).isEqualTo(403);
    long all = views.page().select("tbody tr").size();
    assertThat(dana.get(RIGHTS + "/views?before=" + all).page().select("tbody tr"))
        .hasSize((int) all - 1);
  }

  @Test
  void everything_about_a_phone_is_found_handed_over_and_deleted_by_two() {
    Telephone mo = new Telephone(portal.url(), PHONE);
    String code = mo.answersAll("The zqbridge is closed again", true);
    mo.text("STOP");

    Screen request = ask(dana, "07700 910777");
    assertThat(request.text()).contains(code, "Text message", "Nothing is deleted.", "Deleted");
    assertThat(request.text()).doesNotContain("zqbridge", "910777");
    assertThat(request.html()).doesNotContain("910777");
    Screen handed = dana.get(request.path() + "/export");
    assertThat(handed.text()).contains("zqbridge", PHONE, code);
    Screen file = dana.get(request.path() + "/export.json");
    assertThat(file.html()).contains("zqbridge", "\"RECEIVED\"", PHONE);
    assertThat(file.header("Cache-Control")).isEqualTo("no-store");

    assertThat(dana.get(RIGHTS + "/views").text())
        .contains("Dana", "Looked for a person", "Everything about a person, to hand over")
        .doesNotContain("zqbridge", "910777");

    Screen half = request.form("/approve").submit();
    assertThat(half.text()).contains("One person has approved", "Somebody else approves next.");
    assertThat(half.hasForm("/approve")).isFalse();
    assertThat(sees("zqbridge")).isTrue();

    Screen done = dele.get(request.path()).form("/approve").submit();
    assertThat(done.text()).contains("Everything that can be deleted is deleted.");
    assertThat(sees("zqbridge")).isFalse();
    assertThat(dana.get(request.path() + "/export").text()).doesNotContain("zqbridge", PHONE);
    Screen again = ask(dele, PHONE);
    assertThat(again.errors()).containsExactly("There is nothing kept about this person");
    assertThat(portal.resident().get("/r/" + code).text()).contains("Taken back on");
    assertThat(portal.record().ledger().verify("after-six").wrong()).isEmpty();
    assertThat(portal.record().ledger().verify("portal").wrong()).isEmpty();
  }

  @Test
  void one_officer_alone_looks_again_after_a_night_and_nobody_waits_longer_than_three_days() {
    String code =
        portal
            .resident()
            .get("/c/after-six/panel")
            .form()
            .set("q4", "zqquay")
            .closing()
            .submit()
            .code();
    Browser dana = again();
    Screen request = ask(dana, code);
    request.form("/approve").submit();
    portal.time().forward(Duration.ofHours(71));
    assertThat(again().get(request.path()).hasForm("/approve")).isFalse();
    portal.time().forward(Duration.ofHours(2));
    Screen done = again().get(request.path()).form("/approve").submit();
    assertThat(done.text()).contains("a second time, for want of somebody else");
    assertThat(sees("zqquay")).isFalse();
  }

  @Test
  void what_the_safety_lead_holds_is_neither_handed_over_nor_deleted() {
    Browser sender = portal.resident();
    Screen held =
        sender.get("/c/after-six/panel").form().set("q4", "zqheld He hits me").closing().submit();
    Screen request = ask(again(), held.code());
    assertThat(request.text()).contains("Stays sealed with the safety lead");
    Browser dana = again();
    for (String file : List.of("/export", "/export.json")) {
      assertThat(dana.get(request.path() + file).html()).doesNotContain("zqheld");
    }
  }

  @Test
  void nobody_but_the_data_protection_officer_opens_it() {
    for (String who : List.of("facilitator", "councillor", "safety")) {
      assertThat(portal.as(who).look(RIGHTS).status()).as(who).isEqualTo(403);
    }
    assertThat(portal.resident().look(RIGHTS).status()).isEqualTo(401);
    assertThat(ask(dana, "").errors()).isNotEmpty();
    assertThat(ask(dana, "nobody@example.org").errors())
        .containsExactly("There is nothing kept about this person");
  }
}
