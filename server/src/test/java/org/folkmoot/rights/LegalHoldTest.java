package org.folkmoot.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.door.Role;
import org.folkmoot.ledger.Act;
import org.folkmoot.media.MediaFiles;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.ReceiptCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the law asks to keep for now, taken back all the same.
class LegalHoldTest {

  private static final String HOLDS = "/desk/rights/holds";
  private static final String STORY = "/c/after-six/stories/new";

  private static Portal portal;
  private static Browser dana;

  @BeforeAll
  static void open() {
    portal = Portal.start(Map.of("admin_token", "every-right"), false).setUp();
    dana = portal.invite("Dana", "", Role.DPO);
  }

  @AfterAll
  static void close() {
    portal.close();
  }

  private static String told(Browser who, String words) throws IOException {
    return who.get(STORY)
        .form()
        .set("words", words)
        .set("description", "The quay")
        .attach("file", "quay.png", "image/png", MediaFiles.picture(9, 9, "png"))
        .closing()
        .submit()
        .code();
  }

  private static Contribution voice(String code) {
    return portal.record().reading().byReceipt(ReceiptCode.parse(code).orElseThrow()).orElseThrow();
  }

  private static Screen put(String code, String why) {
    return dana.get(HOLDS).form("/holds").set("code", code).set("why", why).submit();
  }

  private static Screen takeBack(Browser who, String code) {
    return who.get("/r/" + code + "/take-back").form().press("Take it back now");
  }

  @Test
  void what_is_taken_back_under_a_hold_is_hidden_at_once_and_one_copy_stays_until_it_is_lifted()
      throws IOException {
    Browser sender = portal.resident();
    String code = told(sender, "zqquay at night");
    String file = "/c/after-six/media/" + voice(code).media().getFirst().id();
    assertThat(put(code, "").errors()).containsExactly("Say why");
    assertThat(put("", "A claim").errors()).containsExactly("There is nothing under this code");
    Screen hold = put(code, "A claim, zqclaim");
    assertThat(hold.notice()).contains("It is under a hold.");
    assertThat(hold.text()).contains("It stands in the record").doesNotContain("zqquay");
    put(code, "A claim, zqclaim");
    assertThat(acts(code, Act.Kind.HOLD_PUT)).isEqualTo(1);
    assertThat(portal.officer().get("/desk/c/after-six/record/" + voice(code).id()).text())
        .contains("zqquay", "The law asks us to keep this")
        .doesNotContain("zqclaim");

    assertThat(sender.get("/r/" + code + "/take-back").text())
        .contains("One locked copy stays, because the law asks us to keep it for now.");
    Screen gone = takeBack(sender, code);
    assertThat(gone.text()).contains("Taken back on", "One locked copy stays, because the law");
    assertThat(portal.resident().get("/r/" + code + "?lang=pl").text())
        .contains("Zostaje jedna zamknięta kopia, bo na razie wymaga tego prawo.");
    portal.record().service().takeBack(voice(code).id(), "contributor", "");
    portal.time().forward(Duration.ofMinutes(2));
    assertThat(portal.record().service().withdrawals().erase()).isZero();
    assertThat(portal.officer().get("/desk/c/after-six/record?q=zqquay").html())
        .doesNotContain("at night");

    assertThat(dana.get(hold.path()).text()).contains("zqquay at night", "the only one left");
    assertThat(dana.get(hold.path()).links()).anyMatch(link -> link.contains(file));
    assertThat(dana.look(file).status()).isEqualTo(200);
    assertThat(dana.get("/desk/rights/views").text()).contains("What is under a legal hold");
    for (Role role : List.of(Role.OFFICER, Role.SAFEGUARDING, Role.ANALYST)) {
      Browser other = portal.invite(role);
      assertThat(other.look(hold.path()).status()).as("%s", role).isEqualTo(403);
      assertThat(other.look(file).status()).as("%s", role).isEqualTo(404);
    }
    assertThat(portal.record().check().wrong("after-six")).isEmpty();

    assertThat(dana.get(hold.path()).form().submit().errors()).containsExactly("Say why");
    Screen lifted = dana.get(hold.path()).form().set("why", "Settled").submit();
    assertThat(lifted.notice()).contains("The hold is lifted.");
    assertThat(dana.look(hold.path()).status()).isEqualTo(404);
    assertThat(dana.look(file).status()).isEqualTo(404);
    assertThat(portal.resident().get("/r/" + code).text())
        .contains("It was deleted for good.", "The law no longer asks us")
        .doesNotContain("locked copy");
    assertThat(portal.record().reading().history(voice(code).id()))
        .allSatisfy(entry -> assertThat(entry.act().why()).isEmpty());
    assertThat(acts(code, Act.Kind.HOLD_LIFTED)).isEqualTo(1);
    assertThat(put(code, "A claim").errors()).hasSize(1);
    assertThat(portal.record().ledger().verify("after-six").wrong()).isEmpty();
    assertThat(portal.record().check().wrong("after-six")).isEmpty();
  }

  @Test
  void a_plan_to_delete_everything_says_what_a_hold_keeps_and_why() throws IOException {
    Browser sender = portal.resident();
    String code = told(sender, "zqplan at night");
    put(code, "A claim");
    Browser dele = portal.invite("Dele", "", Role.DPO);
    Screen request =
        dana.get("/desk/rights")
            .form("/desk/rights")
            .set("who", code)
            .set("identity", "Called back")
            .submit();
    assertThat(request.text()).contains("One locked copy stays, because of a legal hold");
    request.form("/approve").submit();
    dele.get(request.path()).form("/approve").submit();
    assertThat(dana.get(request.path()).text())
        .contains("One locked copy stays, because of a legal hold");
    assertThat(sender.get("/r/" + code).html()).doesNotContain("zqplan");
    assertThat(dana.get(HOLDS + "/" + voice(code).id()).text()).contains("zqplan at night");
  }

  @Test
  void words_the_safety_lead_has_are_not_read_under_a_hold_and_files_go_with_the_words()
      throws IOException {
    Browser sender = portal.resident();
    String code = told(sender, "He hits me zqheld");
    String id = voice(code).id();
    String file = "/c/after-six/media/" + voice(code).media().getFirst().id();
    put(code, "A claim");
    takeBack(sender, code);
    assertThat(dana.get(HOLDS + "/" + id).text())
        .contains("The safety lead has it.")
        .doesNotContain("zqheld");
    assertThat(dana.look(file).status()).isEqualTo(404);
    Browser lead = portal.invite(Role.SAFEGUARDING);
    Screen item = lead.get("/desk/c/after-six/safety/" + id);
    assertThat(item.text()).contains("zqheld", "Open file 1");
    assertThat(lead.look(file).status()).isEqualTo(200);
    item.form("/safety/").set("why", "Safe").press("The case is over: delete the copy");
    assertThat(lead.look(file).status()).isEqualTo(404);
    assertThat(portal.record().service().holds().isKept(id)).as("the hold goes on").isTrue();
    portal.record().service().holds().lift(id, "Dana", "Settled");
    assertThat(portal.record().service().holds().isKept(id)).isFalse();
    assertThat(acts(code, Act.Kind.ERASED)).isEqualTo(1);
  }

  private static long acts(String code, Act.Kind kind) {
    return portal.record().reading().history(voice(code).id()).stream()
        .filter(entry -> entry.act().kind() == kind)
        .count();
  }
}
