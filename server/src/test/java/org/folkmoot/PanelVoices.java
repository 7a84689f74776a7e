package org.folkmoot;

import org.jspecify.annotations.Nullable;

/// People who answer one open question of the panel, so that a test has voices to follow.
public final class PanelVoices {

  private static final String PAGE = "/c/after-six/panel";

  private final Portal portal;

  private PanelVoices(Portal portal) {
    this.portal = portal;
  }

  /// Opens the question; the portal is set up.
  public static PanelVoices open(Portal portal) {
    portal
        .officer()
        .get("/desk/c/after-six/panel")
        .form("Look at it")
        .set("title", "November")
        .set("questions", "Tell us about the last time")
        .press("Look at it")
        .form("Look at it")
        .press("Open these questions");
    return new PanelVoices(portal);
  }

  /// Goes on with a question that is open already.
  static PanelVoices back(Portal portal) {
    return new PanelVoices(portal);
  }

  /// Somebody new says something, may be quoted and shown, and sees the thank-you page.
  public Screen say(String text) {
    return say(portal.resident(), text);
  }

  public Screen say(Browser who, String text) {
    return who.get(PAGE).form().set("q1", text).closing().submit();
  }

  /// The same, read and counted only.
  public Screen sayQuietly(String text, @Nullable String phone) {
    ScreenForm form = portal.resident().get(PAGE).form().set("q1", text);
    form.set("use", "count").set("under18", "no").set("tell", phone == null ? "code" : "phone");
    return (phone == null ? form : form.set("tell-phone", phone)).submit();
  }
}
