package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;

/// A look at pages of the made-up town by a program that knows what shuts people out: narrow, light
/// and dark. For one thread.
final class EveryPage implements AutoCloseable {

  static final String TOWN = "/c/after-six";
  static final String OVER = "/c/waiting-places";

  /// The pages of the tour in `server/docs/tour.md`, by the name of their pictures.
  private static final Map<String, String> TOUR =
      Map.ofEntries(
          Map.entry("/", "front"),
          Map.entry(TOWN, "question"),
          Map.entry(TOWN + "/panel", "panel"),
          Map.entry("/demo/one-voice", "one-voice"),
          Map.entry(TOWN + "/stories", "stories"),
          Map.entry(TOWN + "/forum/after-six-live", "live"),
          Map.entry(TOWN + "/record", "record"),
          Map.entry(TOWN + "/read", "read"),
          Map.entry(TOWN + "/report", "report"),
          Map.entry(OVER + "/decision", "decision"),
          Map.entry("/i/wrenmouth", "initiative"),
          Map.entry("/i/wrenmouth/indicators", "indicators"),
          Map.entry("/desk" + TOWN + "/record", "desk"));

  final Portal portal = Portal.start(Map.of("admin_token", "every-right"), true);
  private final Chrome chrome;

  EveryPage() {
    try {
      chrome = Chrome.over(portal.url());
    } catch (RuntimeException | Error e) {
      portal.close();
      throw e;
    }
  }

  void look(Browser who, List<String> pages) {
    Page page = chrome.person(who);
    var wrong = new SoftAssertions();
    for (String path : pages) {
      page.navigate(path);
      wrong.check(() -> Chrome.isOpenToAll(page));
      wrong.check(() -> fitsTheWidth(page));
      wrong.check(() -> Chrome.isReadableInTheDark(page));
      wrong.assertThat(who.get(path).slips()).as(path).isEmpty();
      if (TOUR.containsKey(path)) {
        Chrome.tour(page, TOUR.get(path));
      }
    }
    page.context().close();
    wrong.assertAll();
  }

  /// Nobody has to scroll sideways to read.
  static void fitsTheWidth(Page page) {
    int[] sizes = {
      ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue(),
      ((Number) page.evaluate("document.documentElement.clientWidth")).intValue()
    };
    assertThat(sizes[0]).as("width of " + page.url()).isLessThanOrEqualTo(sizes[1]);
  }

  @Override
  public void close() {
    chrome.close();
    portal.close();
  }
}
