package org.folkmoot.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.ScreenForm;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Reader;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.texting.Telephone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What people allow, at the door and afterwards: three choices and the finer ones folded away,
/// less by any route, more only by who it came from, and a history that says when and how.
final class ConsentTest {

  private static final String TOWN = "/c/after-six";
  private static final String LESS = "/desk" + TOWN + "/record/less";

  private static Portal portal;

  @BeforeAll
  static void open() {
    portal = Portal.start(Telephone.LINE, true);
  }

  @AfterAll
  static void close() {
    portal.close();
  }

  @Test
  void every_screen_door_folds_the_finer_choices_away_and_ticks_none() {
    for (String page :
        List.of("/panel", "/stories/new", "/statements/own", "/forum/topics/a-bus-you-book")) {
      Screen door = portal.resident().get(TOWN + page);
      ScreenForm form = door.form(TOWN + page);

      assertThat(form.choices("use")).as(page).containsExactly("unnamed", "count", "named");
      assertThat(door.page().select("details.more:not([open]) input")).as(page).isNotEmpty();
      assertThat(form.values("more-contact")).as(page).isEmpty();
      assertThat(form.values("more-keep")).as(page).isEmpty();
      assertThat(form.has("more-words-only")).as(page).isEqualTo(page.startsWith("/stories"));
    }
  }

  @Test
  void a_finer_choice_holds_and_the_receipt_says_each_in_a_sentence() {
    Browser sender = portal.resident();
    String code =
        told(sender, "finely told by the quay")
            .set("tell", "email")
            .set("tell-email", "finely@example.org")
            .tick("more-contact")
            .tick("more-keep")
            .submit()
            .code();

    assertThat(found(code).consent().scopes().allowed())
        .containsExactly(
            Consent.Scope.QUOTED,
            Consent.Scope.PUBLISHED,
            Consent.Scope.CONTACT,
            Consent.Scope.KEEP);
    assertThat(portal.resident().get("/r/" + code).text())
        .contains(
            "We may ask you again about it.",
            "We may keep it in the archive when this work is over.",
            "On screen, in English, wording 2: read and counted, quoted without your name,"
                + " shown on this website, asked again, kept in the archive.");
  }

  @Test
  void being_told_the_decision_is_not_being_asked_again_and_without_an_address_nobody_can() {
    Browser sender = portal.resident();
    String code = told(sender, "coarsely told").tick("more-contact").submit().code();

    assertThat(found(code).consent().scopes().contact()).isFalse();
  }

  @Test
  void the_code_alone_takes_a_finer_choice_away_and_only_the_sender_gives_it_again() {
    Browser sender = portal.resident();
    String code = told(sender, "kept for a while").tick("more-keep").submit().code();
    String page = "/r/" + code + "/use";

    Screen lowered = portal.resident().get(page).form().untick("more-keep", "yes").submit();

    assertThat(lowered.text())
        .contains("We do not keep it in the archive", "Less, on screen, with the code");
    assertThat(portal.resident().get(page).form().has("more-keep")).isFalse();
    Browser other = portal.resident();
    String token = other.get(page).form().value("csrf");
    Screen forged =
        other.post(
            page, Map.of("csrf", token, "use", "unnamed", "tell", "code", "more-keep", "yes"));
    assertThat(forged.status()).isEqualTo(200);
    assertThat(found(code).consent().scopes().keep()).isFalse();

    sender.get(page).form().tick("more-keep").submit();
    assertThat(found(code).consent().scopes().keep()).isTrue();
  }

  @Test
  void a_text_with_the_code_makes_it_counted_only_at_once() {
    Telephone phone = new Telephone(portal.url(), "+447700910501");
    String code = phone.answersAll("textedly about the bridge", false);
    portal.record().service().check(found(code).id(), "Officer");
    assertThat(portal.record().reading().find(Reader.PUBLIC, found(code).id())).isPresent();

    List<String> told = phone.text("private " + code.toLowerCase(java.util.Locale.ROOT));

    assertThat(told).singleElement().asString().contains("read and counted only");
    assertThat(portal.record().reading().find(Reader.PUBLIC, found(code).id())).isEmpty();
    assertThat(portal.record().reading().find(Reader.COUNCILLOR, found(code).id())).isEmpty();
    assertThat(portal.resident().get("/r/" + code).text())
        .contains("We do not quote it.", "Less, by text: read and counted.");
    assertThat(phone.text("PRIVATE 9MY-1MV2-K4T")).singleElement().asString().contains("know");
  }

  @Test
  void a_text_without_a_code_is_about_all_that_phone_sent_in_its_own_language() {
    Telephone phone = new Telephone(portal.url(), "+447700910502");
    String code = phone.answersAll("alltextedly about the hill", false);

    assertThat(phone.text("prywatne")).singleElement().asString().contains("counted only");
    assertThat(found(code).consent().scopes().allowed()).isEmpty();
  }

  @Test
  void staff_allow_less_for_who_asks_by_phone_with_who_heard_it_and_never_more() {
    String code =
        told(portal.resident(), "phonedly about the ferry")
            .set("use", "named")
            .set("use-name", "Phonedly Jones")
            .submit()
            .code();
    Browser officer = portal.as("officer");
    Screen empty = officer.get(LESS).form(LESS).submit();
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.errors()).hasSize(4);

    Screen done =
        officer
            .get(LESS)
            .form(LESS)
            .set("code", code)
            .tick("taken", "named")
            .tick("taken", "published")
            .set("how", "phone")
            .set("witness", "Kim at the desk")
            .submit();

    assertThat(done.notice()).contains("They allow less");
    assertThat(found(code).consent().scopes().allowed()).containsExactly(Consent.Scope.QUOTED);
    assertThat(found(code).consent().name()).isEmpty();
    Act act = acts(code).getLast();
    assertThat(act.kind()).isEqualTo(Act.Kind.USE_CHANGED);
    assertThat(act.why()).isEqualTo("Kim at the desk");
    assertThat(act.details()).containsEntry("asked", "PHONE").containsEntry("scopes", "QUOTED");
    assertThat(portal.resident().get("/r/" + code).text())
        .contains("Less, by phone, with the help of staff: read and counted, quoted without")
        .doesNotContain("Kim", "Phonedly Jones");
    assertThat(portal.as("councillor").get(LESS).status()).isIn(403, 404);
    assertThat(portal.record().check().wrong("after-six")).isEmpty();
  }

  private static ScreenForm told(Browser sender, String words) {
    return sender
        .get(TOWN + "/stories/new")
        .form(TOWN + "/stories/new")
        .set("words", words)
        .closing();
  }

  private static Contribution found(String code) {
    return portal.record().reading().byReceipt(ReceiptCode.parse(code).orElseThrow()).orElseThrow();
  }

  private static List<Act> acts(String code) {
    return portal.record().reading().history(found(code).id()).stream()
        .map(Ledger.Entry::act)
        .toList();
  }
}
