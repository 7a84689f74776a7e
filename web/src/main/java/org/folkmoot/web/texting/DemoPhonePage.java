package org.folkmoot.web.texting;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Checkbox;
import org.folkmoot.web.part.TextArea;

/// A telephone drawn on screen, to try texting with no telephone and no account.
///
/// @param phones those to choose from, the one in hand marked
/// @param phone value of the one in hand
/// @param picture whether a picture goes with it
/// @param hints what can be texted with one press, sent as `send`
public record DemoPhonePage(
    String title,
    String about,
    List<Choice> phones,
    String phone,
    PhoneScreen screen,
    TextArea write,
    Checkbox picture,
    List<String> hints)
    implements Page {
  public DemoPhonePage {
    phones = List.copyOf(phones);
    hints = List.copyOf(hints);
  }

  /// One of the telephones.
  public record Choice(String owner, String href, boolean inHand) {}

  public boolean hasHints() {
    return !hints.isEmpty();
  }

  @Override
  public String template() {
    return "texting/demo-phone.mustache";
  }
}
