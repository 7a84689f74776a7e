package org.folkmoot;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.folkmoot.door.Role;
import org.folkmoot.texting.Telephone;

/// An empty portal, a real browser, and the people who come to it. They use what is on the pages;
/// of the portal itself only its address and the set-up link that `serve` prints are read.
final class FourPeople implements AutoCloseable {

  static final Pattern CODE = Pattern.compile("[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}");

  final Portal portal = Portal.start(Telephone.lineToNobody(), false);
  final Chrome chrome;

  /// The codes that people hold in their hands, in the order in which they got them.
  final Set<String> codes = new TreeSet<>();

  /// The code of what somebody takes back later.
  String regretted = "";

  /// The officer's window, and the officer without it.
  Page officerWindow;

  Browser officer;
  String slug = "";

  FourPeople() {
    try {
      chrome = Chrome.over(portal.url());
    } catch (RuntimeException | Error e) {
      portal.close();
      throw e;
    }
  }

  String desk(String room) {
    return "/desk/c/" + slug + room;
  }

  String page(String room) {
    return "/c/" + slug + room;
  }

  /// A colleague who comes in by the link that the officer makes.
  Browser invite(String name, Role role) {
    Screen made =
        officer
            .get("/desk/people")
            .form("Make a link")
            .set("name", name)
            .tick("roles", role.name().toLowerCase(Locale.ROOT))
            .submit();
    Browser who = portal.resident();
    Screen in = who.get(made.page().select("main code").text()).form().submit();
    if (!in.path().equals("/desk")) {
      throw new AssertionError("not signed in: " + in);
    }
    return who;
  }

  /// Remembers the code on a thank-you page.
  String thanked(Screen thanks) {
    if (!thanks.path().startsWith(page("/thanks/"))) {
      throw new AssertionError("not thanked: " + thanks.errors() + thanks);
    }
    codes.add(thanks.code());
    return thanks.code();
  }

  /// Answers the closing questions in a window.
  static void closing(Page page) {
    page.check("input[name=use][value=unnamed]");
    page.check("input[name=website]");
    page.check("input[name=tell][value=code]");
    page.check("input[name=under18][value=no]");
  }

  static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
  }

  @Override
  public void close() {
    chrome.close();
    portal.close();
  }
}
