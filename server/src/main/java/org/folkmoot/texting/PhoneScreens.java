package org.folkmoot.texting;

import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.sms.simulator.Bubble;
import org.folkmoot.web.Words;
import org.folkmoot.web.texting.PhoneScreen;

/// The screens of the demo's telephones, as its pages show them.
public final class PhoneScreens {

  private PhoneScreens() {}

  /// @param number the portal's, as people read it
  public static PhoneScreen of(List<Bubble> bubbles, String number, Words words) {
    int newest = newest(bubbles);
    return new PhoneScreen(
        words.say("demo.phone.screen"),
        number,
        IntStream.range(0, bubbles.size())
            .mapToObj(i -> bubble(bubbles.get(i), i == newest, number, words))
            .toList());
  }

  /// The first answer to the last text written here; that text itself while it has none.
  private static int newest(List<Bubble> bubbles) {
    int mine = bubbles.size() - 1;
    while (mine > 0 && !bubbles.get(mine).mine()) {
      mine--;
    }
    return Math.min(mine + 1, bubbles.size() - 1);
  }

  private static PhoneScreen.Bubble bubble(Bubble b, boolean newest, String number, Words words) {
    return new PhoneScreen.Bubble(
        b.mine() ? words.say("texting.you") : number,
        b.mine(),
        b.pictures() == 0 ? b.text() : (b.text() + "\n" + words.say("demo.phone.sent")).strip(),
        b.undelivered() ? words.say("demo.phone.failed") : "",
        newest);
  }
}
