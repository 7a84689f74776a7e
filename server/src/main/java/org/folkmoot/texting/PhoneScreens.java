package org.folkmoot.texting;

import java.util.List;
import org.folkmoot.sms.simulator.Bubble;
import org.folkmoot.web.Words;
import org.folkmoot.web.texting.PhoneScreen;

/// The screens of the demo's telephones, as its pages show them.
public final class PhoneScreens {

  private PhoneScreens() {}

  /// @param number the portal's, as people read it
  public static PhoneScreen of(List<Bubble> bubbles, String number, Words words) {
    return new PhoneScreen(
        words.say("demo.phone.screen"),
        number,
        bubbles.stream()
            .map(b ->
                new PhoneScreen.Bubble(
                    b.mine() ? words.say("texting.you") : number,
                    b.mine(),
                    b.text(),
                    b.undelivered() ? words.say("demo.phone.failed") : ""))
            .toList());
  }
}
