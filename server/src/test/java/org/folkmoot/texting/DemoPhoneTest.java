package org.folkmoot.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.sms.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The telephone on screen, over a simulated network that calls the portal's own webhook.
class DemoPhoneTest {

  @Test
  void a_telephone_on_screen_texts_the_portal_and_ten_minutes_of_silence_go_on(@TempDir Path data) {
    try (var portal = Portal.start(Map.of("data", data.toString()), false).setUp()) {
      Screen desk = portal.officer().get("/desk/c/after-six/texting");
      assertThat(desk.text()).contains("never to real ones");
      desk.form().set("keyword", "BUS").set("script", "AFTER_SIX").submit();
    }

    try (var portal = Portal.start(Map.of("data", data.toString()), true)) {
      Screen phone = portal.resident().get("/demo/phone?phone=ola");
      assertThat(phone.text()).contains("No texts yet").contains("BUS no way home after 6");
      phone = phone.form().set("text", "BUS").submit();
      assertThat(phone.text()).contains("Reply GO to start");
      for (String text : new String[] {"GO", "1", "1", "The last one left without me"}) {
        phone = phone.form().set("text", text).submit();
      }
      assertThat(phone.text()).contains("You can send more").doesNotContain("4/5");
      assertThat(phone.form().submit().status()).as("nothing written").isEqualTo(422);
      assertThat(portal.resident().get("/demo/phone?phone=mo").text()).contains("No texts yet");
      Screen spare = portal.resident().get("/demo/phone?phone=spare");
      spare = spare.form().set("text", "").tick("picture", "yes").submit();
      assertThat(spare.text()).contains("[picture]", "we kept your words", "Reply GO");
      Screen gran = portal.resident().get("/demo/phone");
      assertThat(gran.page().select("[aria-current=true]").text()).contains("Mrs Pell");
      assertThat(gran.page().select("#tries button[name=send]").eachAttr("value"))
          .contains("BUS", "GO", "STOP");
      assertThat(gran.form().press("BUS").text()).contains("Reply GO to start");

      portal.time().forward(Duration.ofMinutes(11));
      portal.texting().goOn();

      assertThat(portal.resident().get("/demo/phone?phone=ola").text()).contains("4/5");
      assertThat(portal.browser().get("/c/after-six/text").text()).contains("07700 900 999");
    }
  }

  @Test
  void there_is_no_telephone_on_screen_outside_the_demonstration() {
    try (var portal = Portal.start()) {
      assertThat(portal.resident().get("/demo/phone").status()).isEqualTo(404);
    }
  }

  @Test
  void numbers_are_read_as_people_write_them_at_home() {
    var mobile = new PhoneNumber("+447700900101");
    assertThat(Dialling.full("07700 900 101", "GB")).contains(mobile);
    assertThat(Dialling.full("+44 7700 900101", "PL")).contains(mobile);
    assertThat(Dialling.full("600 100 200", "PL")).contains(new PhoneNumber("+48600100200"));
    assertThat(Dialling.full("12", "GB")).isEmpty();
    assertThat(Dialling.shown("+447700900101", "GB")).isEqualTo("07700 900 101");
    assertThat(Dialling.shown("88811", "GB")).isEqualTo("88811");
  }
}
