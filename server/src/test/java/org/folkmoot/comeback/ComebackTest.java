package org.folkmoot.comeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.ScreenForm;
import org.folkmoot.ledger.Act;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.ReceiptCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whoever left an address or a number finds what they said without a code, and nobody else learns
/// whether there is anything.
final class ComebackTest {

  private static final Pattern LINK = Pattern.compile("/find/[A-Za-z0-9_-]{20,}");
  private static final Pattern DIGITS = Pattern.compile("\\b(\\d{6}) opens what you told us");

  private static Portal portal;

  @BeforeAll
  static void open() {
    portal = Portal.start(Map.of(), true);
  }

  @AfterAll
  static void close() {
    portal.close();
  }

  @Test
  void a_link_by_mail_opens_all_codes_of_an_address_for_a_day_however_it_was_typed() {
    String first = said("Mail", "Comeback@Example.org ", "the first of the stork");
    String second = said("Mail", "comeback@example.org", "the second of the stork");
    String held = said("Mail", "comeback@example.org", "He hits me and I want to die.");

    Screen told = ask(portal.resident(), "COMEBACK@example.org");
    assertThat(told.text()).contains("If we know this address");
    String link = mailed("comeback@example.org");

    Screen found = portal.resident().get(link);
    assertThat(found.text()).contains(first, second).doesNotContain(held);
    assertThat(found.html()).contains("noindex");
    assertThat(found.press(second).text()).contains("of the stork");

    portal.record().service().takeBack(of(first).id(), Act.CONTRIBUTOR, "");
    assertThat(portal.resident().get(link).text()).doesNotContain(first).contains(second);
    portal.time().forward(Duration.ofHours(25));
    assertThat(portal.resident().get(link).status()).isEqualTo(404);
  }

  @Test
  void who_is_not_known_is_told_the_same_and_gets_nothing() {
    String here = ask(portal.resident(), "nobody-here@example.org").text();
    said("Mail", "somebody-here@example.org", "one more stork");
    String there = ask(portal.resident(), "somebody-here@example.org").text();
    assertThat(here).isEqualTo(there);
    assertThat(outbox()).contains("somebody-here@").doesNotContain("nobody-here@");
    assertThat(ask(portal.resident(), "neither").status()).isEqualTo(422);
  }

  @Test
  void a_code_by_text_opens_what_came_from_a_phone_and_five_wrong_ones_end_it() {
    String code = said("Phone", "07700 900 104", "the stork by phone");
    Screen typing = ask(portal.resident(), "+44 7700 900104");
    assertThat(typing.text()).contains("If we know this number");

    Screen found = typing.form().set("code", texted()).submit();
    assertThat(found.text()).contains(code);
    assertThat(typing.form().set("code", texted()).submit().status()).as("used").isEqualTo(422);

    Screen again = ask(portal.resident(), "07700900104");
    String right = texted();
    String wrong = right.equals("000000") ? "000001" : "000000";
    for (int i = 0; i < 5; i++) {
      assertThat(again.form().set("code", wrong).submit().status()).isEqualTo(422);
    }
    assertThat(again.form().set("code", right).submit().status()).isEqualTo(422);
  }

  @Test
  void nobody_is_written_to_more_than_three_times_an_hour() {
    said("Mail", "often@example.org", "the stork again and again");
    for (int i = 0; i < 6; i++) {
      ask(portal.resident(), "often@example.org");
    }
    assertThat(outbox().split("often@example.org", -1)).hasSizeLessThanOrEqualTo(4);
  }

  private static Screen ask(Browser who, String typed) {
    return who.get("/find").form("/find").set("who", typed).submit();
  }

  private static String said(String how, String contact, String words) {
    String page = "/c/after-six/stories/new";
    ScreenForm form = portal.resident().get(page).form(page).set("words", words).closing();
    return (how.equals("Mail")
            ? form.set("tell", "email").set("tell-email", contact)
            : form.set("tell", "phone").set("tell-phone", contact))
        .submit()
        .code();
  }

  private static String outbox() {
    return portal.as("officer").get("/desk/outbox").text();
  }

  private static String mailed(String address) {
    String outbox = outbox();
    Matcher link = LINK.matcher(outbox.substring(outbox.indexOf(address)));
    assertThat(link.find()).as(outbox).isTrue();
    return link.group();
  }

  private static String texted() {
    String phone = portal.resident().get("/demo/phone?phone=spare").text();
    Matcher digits = DIGITS.matcher(phone);
    String last = "";
    while (digits.find()) {
      last = digits.group(1);
    }
    return last;
  }

  private static Contribution of(String code) {
    return portal.record().reading().byReceipt(ReceiptCode.parse(code).orElseThrow()).orElseThrow();
  }
}
