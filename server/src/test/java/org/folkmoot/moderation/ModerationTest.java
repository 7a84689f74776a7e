package org.folkmoot.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.folkmoot.Browser;
import org.folkmoot.PanelVoices;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.door.Role;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.ReceiptCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is not shown: why, what its sender can do, and who looks a second time.
class ModerationTest {

  private static final String RECORD = "/desk/c/after-six/record";
  private static final String APPEALS = "/desk/c/after-six/appeals";
  private static final String PUBLIC = "/c/after-six/record";

  private static Portal portal;
  private static PanelVoices voices;
  private static Browser amina;
  private static Browser kim;

  @BeforeAll
  static void start() {
    portal = Portal.start().setUp();
    voices = PanelVoices.open(portal);
    amina = portal.officer();
    kim = portal.invite("Kim Osei", "", Role.MODERATOR);
  }

  @AfterAll
  static void end() {
    portal.close();
  }

  @AfterEach
  void the_record_is_as_the_log_says() {
    assertThat(portal.record().check().wrong(Portal.AFTER_SIX)).isEmpty();
    assertThat(portal.record().ledger().verify(Portal.AFTER_SIX).wrong()).isEmpty();
  }

  @Test
  void who_is_not_shown_learns_why_and_says_it_in_other_words_beside_the_first() {
    Browser sender = portal.resident();
    String code = voices.say(sender, "Mr Pettigrew next door wakes the quay.").code();
    decline(amina, code, "names");

    Screen receipt = sender.get("/r/" + code);
    assertThat(receipt.text())
        .contains(
            "Not shown",
            "It names or describes somebody who did not agree to that.",
            "Say it without the name, address or number of anybody else.",
            "Ask somebody else to look again");
    Screen form = receipt.press("Say it in other words");
    assertThat(form.text()).contains("Mr Pettigrew next door");
    assertThat(form.form("/correct").submit().errors())
        .containsExactly("These are the words that we have. Change them, or go back");
    assertThat(form.form("/correct").set("text", "").submit().errors())
        .containsExactly("Write your new words");
    Screen sent = form.form("/correct").set("text", "A neighbour wakes the whole quay.").submit();

    assertThat(sent.notice()).isEqualTo("We have your new words. A person looks at them.");
    assertThat(sent.text()).contains("Waiting to be checked", "A neighbour wakes the whole quay.");
    assertThat(portal.resident().get(PUBLIC).text()).doesNotContain("neighbour", "Pettigrew");
    Screen item = amina.get(RECORD + "/" + id(code));
    assertThat(item.text()).contains("Mr Pettigrew", "A neighbour wakes");
    item.form("Mark as checked, show the next").press("Mark as checked, show the next");
    assertThat(portal.resident().get(PUBLIC).text())
        .contains("A neighbour wakes the whole quay.")
        .doesNotContain("Pettigrew");
    assertThat(portal.resident().get(PUBLIC + "?q=pettigrew").text()).doesNotContain("neighbour");
    assertThat(kinds(code))
        .containsExactly(
            Act.Kind.RECEIVED, Act.Kind.DECLINED, Act.Kind.CORRECTED, Act.Kind.CHECKED);
    assertThat(acts(code).get(1).details()).containsEntry("reason", "names");
  }

  @Test
  void with_the_code_alone_nobody_writes_it_anew() {
    String code = voices.say("The lamp by the weir is out.").code();
    decline(amina, code, "elsewhere");
    Browser finder = portal.resident();

    assertThat(finder.get("/r/" + code).html()).doesNotContain("/correct");
    assertThat(finder.get("/r/" + code + "/correct").path())
        .isEqualTo("/r/" + code.replace("-", ""));
    String token = finder.get("/r").form().value("csrf");
    finder.post("/r/" + code + "/correct", Map.of("csrf", token, "text", "Not mine."));
    assertThat(kinds(code)).containsExactly(Act.Kind.RECEIVED, Act.Kind.DECLINED);
  }

  @Test
  void new_words_that_may_mean_danger_go_to_the_safety_lead() {
    Browser sender = portal.resident();
    String code = voices.say(sender, "It is loud at home, cormorant.").code();
    decline(amina, code, "elsewhere");

    Screen held =
        sender
            .get("/r/" + code)
            .press("Say it in other words")
            .form("/correct")
            .set("text", "My partner hits me, cormorant.")
            .submit();

    assertThat(held.text()).contains("We have your words");
    assertThat(amina.get(RECORD + "?q=cormorant").text()).doesNotContain("cormorant,");
    assertThat(kinds(code)).endsWith(Act.Kind.HELD);
    assertThat(sender.get("/r/" + code + "/correct").status()).isEqualTo(410);
  }

  @Test
  void somebody_else_looks_again_and_the_sender_reads_why() {
    Browser sender = portal.resident();
    String code = voices.say(sender, "The mayor closed the heron bridge.").code();
    decline(amina, code, "accuses");
    appeal(sender, code, "The mayor said so herself in the paper.");

    assertThat(sender.get("/r/" + code).text())
        .contains("You asked for a second look on")
        .doesNotContain("Ask somebody else to look again");
    assertThat(sender.get("/r/" + code + "/second-look").status()).isEqualTo(410);
    assertThat(amina.get(APPEALS).text()).contains("heron", "A colleague answers it.");
    Screen own = amina.get(APPEALS + "/" + id(code));
    assertThat(own.text()).contains("You decided this one yourself.");
    assertThat(own.html()).doesNotContain("Show it after all");
    amina.post(
        APPEALS + "/" + id(code),
        Map.of(
            "csrf",
            amina.get(RECORD).form("Do not show them").value("csrf"),
            "told",
            "No.",
            "do",
            "leave",
            "version",
            "2"));
    assertThat(kinds(code)).endsWith(Act.Kind.APPEALED);

    answer(kim, code, "Leave it as it is", "It was another mayor.");
    assertThat(sender.get("/r/" + code).text())
        .contains("A second person looked at it on", "left it so: It was another mayor.")
        .doesNotContain("Ask somebody else to look again", "Kim");
    assertThat(kim.get(APPEALS).text()).doesNotContain("heron");
    assertThat(kinds(code)).endsWith(Act.Kind.DECLINED, Act.Kind.APPEALED, Act.Kind.UPHELD);
  }

  @Test
  void a_second_look_lets_it_be_read_after_all() {
    Browser sender = portal.resident();
    String code = voices.say(sender, "Buy tickets on the ferry, puffin.").code();
    decline(amina, code, "advert");
    appeal(sender, code, "");
    String stale = version(kim, code);

    answer(kim, code, "Show it after all", "It sells nothing.");

    assertThat(portal.resident().get(PUBLIC).text()).contains("puffin");
    assertThat(sender.get("/r/" + code).text()).contains("It sells nothing.");
    assertThat(kinds(code)).endsWith(Act.Kind.APPEALED, Act.Kind.OVERTURNED);
    assertThat(stale).isEqualTo("2");
    assertThat(kim.get(APPEALS + "/" + id(code)).status()).isEqualTo(404);
  }

  @Test
  void a_wish_for_a_second_look_that_may_mean_danger_is_set_apart() {
    Browser sender = portal.resident();
    String code = voices.say(sender, "Shop here, gannet.").code();
    decline(amina, code, "advert");
    appeal(sender, code, "My partner hits me.");

    assertThat(kim.get(APPEALS).text()).doesNotContain("gannet");
    assertThat(kim.get(RECORD + "?q=gannet").text()).doesNotContain("Shop here");
    assertThat(kinds(code)).endsWith(Act.Kind.HELD, Act.Kind.APPEALED);
  }

  @Test
  void who_works_alone_looks_again_after_a_night_and_the_log_says_so() {
    try (Portal small = Portal.start().setUp()) {
      Browser sender = small.resident();
      String code = PanelVoices.open(small).say(sender, "Sale on today, tern.").code();
      Screen list = small.officer().get(RECORD + "?q=tern");
      list.form("Do not show them").tick("pick").set("reason", "advert").press("Do not show them");
      appeal(sender, code, "");
      String page = small.officer().get(APPEALS).link("Open");
      assertThat(small.officer().get(page).text()).contains("nobody else works here");
      assertThat(small.officer().get(page).hasForm("Leave it as it is")).isFalse();

      small.time().forward(Duration.ofHours(12));
      Screen again = small.officer().get(page);
      again.form("Leave it as it is").set("told", "It is a sale.").press("Leave it as it is");

      assertThat(sender.get("/r/" + code).text())
          .contains("Only one person works on this.", "It is a sale.");
      Act last =
          small.record().ledger().about(page.substring(APPEALS.length() + 1)).getLast().act();
      assertThat(last.kind()).isEqualTo(Act.Kind.UPHELD);
      assertThat(last.details()).containsEntry("alone", "yes");
    }
  }

  private static void answer(Browser who, String code, String press, String why) {
    Screen page = who.get(APPEALS + "/" + id(code));
    assertThat(page.form(press).press(press).errors()).containsExactly("Say why, for the sender");
    page.form(press).set("told", why).press(press);
  }

  private static String version(Browser who, String code) {
    return who.get(APPEALS + "/" + id(code)).form("/appeals/").value("version");
  }

  private static Screen decline(Browser who, String code, String reason) {
    return who.get(RECORD + "/" + id(code))
        .form("Do not show it")
        .set("reason", reason)
        .press("Do not show it");
  }

  private static void appeal(Browser sender, String code, String why) {
    sender
        .get("/r/" + code)
        .press("Ask somebody else to look again")
        .form()
        .set("wish", why)
        .submit();
  }

  private static List<Act> acts(String code) {
    return portal.record().ledger().about(id(code)).stream().map(Ledger.Entry::act).toList();
  }

  private static List<Act.Kind> kinds(String code) {
    return acts(code).stream().map(Act::kind).toList();
  }

  private static String id(String code) {
    return portal
        .record()
        .reading()
        .byReceipt(ReceiptCode.parse(code).orElseThrow())
        .orElseThrow()
        .id();
  }
}
