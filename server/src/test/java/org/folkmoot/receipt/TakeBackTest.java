package org.folkmoot.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.folkmoot.Browser;
import org.folkmoot.PanelVoices;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.ScreenForm;
import org.folkmoot.door.Role;
import org.folkmoot.record.ReceiptCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Taking back with no more than the code, thinking again, and a script that has found many codes.
class TakeBackTest {

  private static final String RECORD = "/c/after-six/record";
  private static final String SAFETY = "/desk/c/after-six/safety";
  private static final String DESK = "/desk/c/after-six/record";

  private Portal portal;
  private PanelVoices voices;

  @BeforeEach
  void start() {
    portal = Portal.start(Map.of("trusted_proxy", "127.0.0.1"), false).setUp();
    voices = PanelVoices.open(portal);
  }

  @AfterEach
  void end() {
    portal.close();
  }

  private Screen takeBack(Browser who, String code) {
    return who.get("/r/" + code + "/take-back").form().press("Take it back now");
  }

  private static Screen withdraw(Browser from, String code) {
    String path = "/api/v1/receipts/" + code + "/withdrawal";
    return from.send("POST", path, "application/json", new byte[0]);
  }

  private void check(String word) {
    Screen list = portal.officer().get(DESK + "?q=" + word);
    ScreenForm all = list.form("Mark all ticked as checked");
    all.tick("pick", all.choices("pick").getFirst()).press("Mark all ticked as checked");
  }

  private String publicRecord() {
    return portal.resident().get(RECORD).text();
  }

  @Test
  void with_the_code_alone_it_can_be_put_back_for_seven_days_and_is_as_it_was() {
    Browser sender = portal.resident();
    String code = voices.say(sender, "The quay is dark at night.").code();
    check("quay");
    assertThat(publicRecord()).contains("quay");

    Browser finder = portal.resident();
    assertThat(finder.get("/r/" + code + "/take-back").text())
        .contains("You can put it back with this code until 8 November 2027.");
    Screen gone = takeBack(finder, code);
    assertThat(gone.text()).contains("Taken back on", "You can put it back until");
    assertThat(publicRecord()).doesNotContain("quay");
    assertThat(sender.get("/r/" + code).text()).doesNotContain("quay");

    portal.time().forward(Duration.ofDays(6));
    Screen back = sender.get("/r/" + code).form("/put-back").submit();
    assertThat(back.text()).contains("It is back, as it was.", "The quay is dark at night.");
    assertThat(publicRecord()).contains("quay");
    assertThat(portal.record().check().wrong("after-six")).isEmpty();
    assertThat(portal.record().ledger().verify("after-six").wrong()).isEmpty();
  }

  @Test
  void after_seven_days_it_is_deleted_for_good() {
    String code = voices.say("The quay is dark at night.").code();
    takeBack(portal.resident(), code);
    portal.time().forward(Duration.ofDays(7));
    Browser late = portal.resident();
    String token = late.get("/r").form().value("csrf");
    assertThat(late.post("/r/" + code + "/put-back", Map.of("csrf", token)).status())
        .isEqualTo(410);

    assertThat(portal.record().service().withdrawals().erase()).isEqualTo(1);
    assertThat(portal.record().service().withdrawals().erase()).isZero();
    Screen receipt = portal.resident().get("/r/" + code);
    assertThat(receipt.text()).contains("It was deleted for good.", "this page would say so");
    assertThat(receipt.html()).doesNotContain("put-back");
    assertThat(portal.record().ledger().verify("after-six").erased()).isPositive();
    assertThat(portal.record().ledger().verify("after-six").wrong()).isEmpty();
    assertThat(portal.record().check().wrong("after-six")).isEmpty();
  }

  @Test
  void who_sent_it_takes_it_back_for_good_at_once() {
    Browser sender = portal.resident();
    String code = voices.say(sender, "The quay is dark at night.").code();
    assertThat(sender.get("/r/" + code + "/take-back").text()).contains("This cannot be undone.");
    assertThat(takeBack(sender, code).html()).doesNotContain("put-back");

    Screen thanks = voices.say("The bridge is dark at night.");
    Browser byLink = portal.resident();
    byLink.get(thanks.link("/r/")).press("Take it back").form().press("Take it back now");
    assertThat(byLink.get("/r/" + thanks.code()).html())
        .contains("Taken back on")
        .doesNotContain("put-back");
  }

  @Test
  void what_is_held_goes_at_once_but_the_lead_keeps_a_sealed_copy_until_the_case_is_over() {
    Browser sender = portal.resident();
    String code = voices.say(sender, "My partner hits me, porcupine.").code();
    String id =
        portal
            .record()
            .reading()
            .byReceipt(ReceiptCode.parse(code).orElseThrow())
            .orElseThrow()
            .id();
    assertThat(sender.get("/r/" + code + "/take-back").text())
        .contains("One locked copy stays, because somebody may be in danger.")
        .doesNotContain("How we could reach you");
    Screen gone = takeBack(sender, code);
    assertThat(gone.text()).contains("Taken back on", "One locked copy stays");
    assertThat(gone.html()).doesNotContain("put-back", "porcupine", "Nobody can read your words");
    assertThat(portal.resident().get("/r/" + code + "?lang=pl").text())
        .contains("Zostaje jedna zamknięta kopia");
    portal.record().service().takeBack(id, "contributor", "");
    portal.time().forward(Duration.ofDays(8));
    assertThat(portal.record().service().withdrawals().erase()).isZero();

    Browser lead = portal.invite(Role.SAFEGUARDING);
    Screen apart = lead.get(SAFETY);
    assertThat(apart.text()).contains("Taken back, kept for you", "porcupine");
    Screen item = apart.press("Open it");
    assertThat(item.text()).contains("porcupine", "This copy is the only one left");
    for (Role role : List.of(Role.OFFICER, Role.DPO, Role.ADMIN)) {
      assertThat(portal.invite(role).look(item.path()).status()).as("%s", role).isEqualTo(403);
    }
    assertThat(portal.officer().get(DESK + "?q=porcupine").html()).doesNotContain("hits me");
    assertThat(portal.record().check().wrong("after-six")).isEmpty();

    Screen over =
        item.form("/safety/")
            .set("why", "She is safe, aardvark.")
            .press("The case is over: delete the copy");
    assertThat(over.text()).contains("The copy is deleted.").doesNotContain("porcupine");
    assertThat(lead.look(item.path()).status()).isEqualTo(404);
    assertThat(portal.resident().get("/r/" + code).text())
        .contains("It was deleted for good.", "Nobody can read your words.")
        .doesNotContain("locked copy");
    assertThat(portal.record().reading().history(id))
        .allSatisfy(entry -> assertThat(entry.act().why()).isEmpty());
    assertThat(portal.record().ledger().verify("after-six").wrong()).isEmpty();
    assertThat(portal.record().check().wrong("after-six")).isEmpty();
  }

  @Test
  void what_is_held_can_be_put_back_by_its_code_and_is_held_again() {
    String code = voices.say("My partner hits me, porcupine.").code();
    takeBack(portal.resident(), code);
    Browser lead = portal.invite(Role.SAFEGUARDING);
    assertThat(lead.get(SAFETY).text()).contains("Taken back, kept for you", "porcupine");
    portal.resident().get("/r/" + code).form("/put-back").submit();
    assertThat(lead.get(SAFETY).text())
        .contains("porcupine")
        .doesNotContain("Taken back, kept for you");

    takeBack(portal.resident(), code);
    portal.time().forward(Duration.ofDays(8));
    assertThat(portal.record().service().withdrawals().erase()).isZero();
    assertThat(portal.resident().get("/r/" + code).html()).doesNotContain("put-back");
    assertThat(portal.invite(Role.SAFEGUARDING).get(SAFETY).text()).contains("porcupine");
    assertThat(portal.record().check().wrong("after-six")).isEmpty();
  }

  @Test
  void a_script_with_many_codes_hides_few_and_removes_nothing_for_good() {
    List<String> codes =
        java.util.stream.IntStream.range(0, 12)
            .mapToObj(n -> voices.say("Number " + n + " waits in the rain.").code())
            .toList();
    int hidden = 0;
    for (int n = 0; n < codes.size(); n++) {
      Browser from = portal.browser().header("X-Forwarded-For", "203.0.%d.7".formatted(n));
      hidden += withdraw(from, codes.get(n)).status() == 200 ? 1 : 0;
    }
    assertThat(hidden).isEqualTo(10);
    assertThat(portal.resident().get("/r/" + codes.get(11)).text())
        .contains("a person looks at this wish first");

    Browser officer = portal.officer();
    Screen wishes = officer.get(DESK + "/take-back");
    assertThat(wishes.text()).contains("Wishes that wait for you", codes.get(10), codes.get(11));
    wishes.form("/take-back/").press("Leave it");
    assertThat(officer.get(DESK + "/take-back").text()).doesNotContain(codes.get(10));
    assertThat(portal.resident().get("/r/" + codes.get(10)).text())
        .contains("A wish to take it back was not followed.", "Waiting to be checked");
    assertThat(portal.record().check().wrong("after-six")).isEmpty();
    for (String code : codes.subList(0, 10)) {
      portal.resident().get("/r/" + code).form("/put-back").submit();
    }
    assertThat(portal.officer().get(DESK + "?q=rain").text()).contains("Number 0", "Number 9");
  }

  @Test
  void many_from_one_address_wait_though_they_come_slowly() {
    List<String> codes =
        java.util.stream.IntStream.range(0, 2)
            .mapToObj(n -> voices.say("Number " + n + " waits in the rain.").code())
            .toList();
    Browser api = portal.browser().header("X-Forwarded-For", "203.0.113.7");
    for (int n = 0; n < 10; n++) {
      assertThat(withdraw(api, codes.getFirst()).status()).isEqualTo(200);
    }
    Screen more = withdraw(api, codes.getLast());
    assertThat(more.status()).isEqualTo(202);
    assertThat(more.html()).contains("RECEIVED");
  }
}
