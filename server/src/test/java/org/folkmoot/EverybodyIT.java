package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// "Read, answer, get a code, take it back" by whoever cannot or will not use a mouse, a large
/// screen, colours or scripts.
@Order(2)
final class EverybodyIT {

  private static final String TOWN = "/c/after-six";
  private static final int MOST_TABS = 150;

  private static Portal portal;
  private static Chrome chrome;

  @BeforeAll
  static void open() {
    portal = Portal.start(Map.of("admin_token", "every-right"), true);
    chrome = Chrome.over(portal.url());
  }

  @AfterAll
  static void close() {
    if (chrome != null) {
      chrome.close();
    }
    portal.close();
  }

  /// How somebody meets the portal; always with the keyboard alone.
  enum Way {
    KEYBOARD,
    /// 1280 × 1024 seen at 400 per cent, as WCAG 2.2 describes it in 1.4.10.
    ZOOM,
    FORCED_COLOURS,
    NO_SCRIPTS;

    Page open() {
      return chrome.person(options -> {
        switch (this) {
          case KEYBOARD -> options.setViewportSize(1280, 800);
          case ZOOM -> options.setViewportSize(320, 256);
          case FORCED_COLOURS -> options.setForcedColors(ForcedColors.ACTIVE);
          case NO_SCRIPTS -> options.setJavaScriptEnabled(false);
        }
      });
    }
  }

  @ParameterizedTest
  @EnumSource
  void somebody_reads_answers_gets_a_code_and_takes_it_back_by_keyboard(Way way) {
    Page page = way.open();
    page.navigate("/");
    tabTo(page, "a[href='" + TOWN + "']");
    page.keyboard().press("Enter");
    page.waitForURL("**" + TOWN);
    tabTo(page, "main a[href='" + TOWN + "/panel']");
    page.keyboard().press("Enter");
    page.waitForURL("**/panel");
    EveryPage.fitsTheWidth(page);

    tabTo(page, "[name=q1]");
    page.keyboard().press("Space");
    tabTo(page, "[name=q4]");
    page.keyboard().type("Nothing runs when I come out, " + way);
    tabTo(page, "[name=use]");
    page.keyboard().press("Space");
    tabTo(page, "[name=tell]");
    page.keyboard().press("ArrowUp");
    tabTo(page, "[name=under18]");
    page.keyboard().press("ArrowUp");
    keep(page, way, "answer");
    tabTo(page, "main form button[type=submit]");
    page.keyboard().press("Enter");
    page.waitForURL("**/thanks/**");
    String code = page.locator(".receipt__code").first().textContent().strip();
    assertThat(code).matches(FourPeople.CODE);
    keep(page, way, "code");

    tabTo(page, "a[href*='/take-back']");
    page.keyboard().press("Enter");
    page.waitForURL("**/take-back");
    EveryPage.fitsTheWidth(page);
    tabTo(page, "main form button");
    page.keyboard().press("Enter");
    page.waitForURL("**/r/**");
    keep(page, way, "taken-back");

    assertThat(portal.resident().get("/r/" + code).text()).contains("Taken back");
    page.context().close();
  }

  /// Goes on with the tabulator until the focus stands on what is meant.
  private static void tabTo(Page page, String meant) {
    for (int i = 0; i < MOST_TABS; i++) {
      page.keyboard().press("Tab");
      if (page.locator(meant).and(page.locator(":focus")).count() > 0) {
        return;
      }
    }
    throw new AssertionError("the keyboard never comes to " + meant + " on " + page.url());
  }

  private static void keep(Page page, Way way, String what) {
    Chrome.shot(
        page,
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "pictures", way + "-" + what + ".png")));
  }
}
