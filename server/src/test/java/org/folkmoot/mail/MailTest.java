package org.folkmoot.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Letters leave through a mail server, and wait in the outbox where there is none.
class MailTest {

  private static final GreenMail SERVER =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private static Portal portal;

  @BeforeAll
  static void start() {
    SERVER.start();
    portal =
        Portal.start(
                Map.of(
                    "smtp_url",
                    "smtp://127.0.0.1:" + SERVER.getSmtp().getPort(),
                    "mail_from",
                    "Wrenmouth Council <engage@wrenmouth.example>"),
                false)
            .setUp();
  }

  @AfterAll
  static void end() {
    portal.close();
    SERVER.stop();
  }

  @BeforeEach
  void empty() throws Exception {
    SERVER.purgeEmailFromAllMailboxes();
  }

  private static Screen invite(Portal where, String name, String address) {
    return where
        .officer()
        .get("/desk/people")
        .form("Make a link")
        .set("name", name)
        .set("email", address)
        .tick("roles", "analyst")
        .submit();
  }

  private static String link(String text) {
    return text.lines().filter(line -> line.startsWith("http")).findFirst().orElseThrow();
  }

  private static MimeMessage arrived() {
    assertThat(SERVER.waitForIncomingEmail(10_000, 1)).isTrue();
    return SERVER.getReceivedMessages()[0];
  }

  @Test
  void an_invitation_and_later_a_sign_in_link_come_by_e_mail() throws Exception {
    invite(portal, "Łucja Nowak", "Lucja@wrenmouth.example");
    MimeMessage invitation = arrived();
    Browser lucja = portal.resident();
    assertThat(lucja.get(link(invitation.getContent().toString())).form().submit().path())
        .isEqualTo("/desk");

    SERVER.purgeEmailFromAllMailboxes();
    Browser elsewhere = portal.resident().phone(lucja.phone());
    Screen sent =
        elsewhere.get("/sign-in?lang=pl").form().set("email", "lucja@WRENMOUTH.example").submit();
    MimeMessage letter = arrived();

    assertThat(sent.heading()).isEqualTo("Zajrzyj do swojej poczty");
    assertThat(letter.getSubject()).isEqualTo("Twój odnośnik do Wrenmouth Council");
    assertThat(letter.getFrom()[0].toString())
        .isEqualTo("Wrenmouth Council <engage@wrenmouth.example>");
    assertThat(letter.getContentType()).startsWith("text/plain");
    assertThat(letter.getContent().toString()).contains("Dzień dobry, Łucja Nowak");
    Screen desk = elsewhere.get(link(letter.getContent().toString())).form().submit();
    assertThat(desk.path()).isEqualTo("/desk");
    assertThat(portal.officer().get("/desk/outbox").text()).contains("Nothing waits");
  }

  @Test
  void an_address_nobody_works_under_gets_nothing_and_the_page_says_the_same() {
    Screen sent =
        portal.resident().get("/sign-in").form().set("email", "who@wrenmouth.example").submit();

    assertThat(sent.heading()).isEqualTo("Look into your e-mail");
    assertThat(portal.officer().get("/desk/outbox").text()).contains("Nothing waits");
    assertThat(SERVER.getReceivedMessages()).isEmpty();
  }

  @Test
  void without_a_mail_server_letters_wait_in_the_outbox_until_they_are_worth_nothing() {
    try (Portal quiet = Portal.start().setUp()) {
      Browser bea = quiet.resident();
      bea.get(invite(quiet, "Bea", "bea@wrenmouth.example").page().select("main code").text())
          .form()
          .submit();
      quiet.resident().get("/sign-in").form().set("email", "bea@wrenmouth.example").submit();

      Screen outbox = quiet.officer().get("/desk/outbox");
      String link = outbox.page().select("main .letter p:contains(/sign-in/link/)").text();
      assertThat(outbox.text()).contains("To bea@wrenmouth.example", "waits to be handed over");
      assertThat(bea.get("/desk/outbox").status()).isEqualTo(403);

      quiet.time().forward(Duration.ofMinutes(16));
      assertThat(quiet.officer().get("/desk/outbox").text()).doesNotContain("/sign-in/link/");
      assertThat(quiet.resident().get(link).status()).isEqualTo(410);
    }
  }

  @Test
  void a_letter_waits_for_a_server_that_does_not_answer() {
    Map<String, String> nowhere =
        Map.of("smtp_url", "smtp://127.0.0.1:1", "mail_from", "engage@wrenmouth.example");
    try (Portal waiting = Portal.start(nowhere, false).setUp()) {
      invite(waiting, "Bea", "bea@wrenmouth.example");

      assertThat(waiting.officer().get("/desk/outbox").text()).contains("bea@wrenmouth.example");
    }
  }

  @Test
  void nobody_writes_headers_with_an_address() {
    assertThat(Letter.isAddress("a@b.example\r\nBcc: c@d.example")).isFalse();
    assertThatThrownBy(
            () -> new Letter("x", "a@b.example\nBcc: c@d.example", "s", "t", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_wrong_mail_server_stops_the_start_and_its_password_is_not_said() {
    assertThatThrownBy(
            () -> Settings.from(Map.of("smtp_url", "http://me:hush@mail.example", "data", "x")))
        .hasMessageContaining("FOLKMOOT_SMTP_URL")
        .hasMessageNotContaining("hush");
    assertThatThrownBy(() -> Settings.from(Map.of("smtp_url", "smtp://mail.example", "data", "x")))
        .hasMessageContaining("FOLKMOOT_MAIL_FROM");
  }
}
