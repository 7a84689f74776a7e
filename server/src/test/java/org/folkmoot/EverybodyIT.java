package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// "Read, answer, get a code, take it back" by whoever cannot or will not use a mouse, a large
/// screen, colours or scripts; and a look at every page by a program that knows what shuts people
/// out.
@Order(1)
final class EverybodyIT {

  private static final String TOWN = "/c/after-six";
  private static final String OVER = "/c/waiting-places";
  private static final int MOST_TABS = 150;

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
    fitsTheWidth(page);

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
    fitsTheWidth(page);
    tabTo(page, "main form button");
    page.keyboard().press("Enter");
    page.waitForURL("**/r/**");
    keep(page, way, "taken-back");

    assertThat(portal.resident().get("/r/" + code).text()).contains("Taken back");
    page.context().close();
  }

  @Test
  void no_page_shuts_anybody_out_as_far_as_a_program_can_tell() {
    look(
        portal.resident(),
        List.of(
            "/",
            TOWN,
            TOWN + "/plain",
            TOWN + "/easy",
            TOWN + "/listen",
            TOWN + "/panel",
            TOWN + "/statements",
            TOWN + "/statements/own",
            TOWN + "/forum",
            TOWN + "/forum/after-six-live",
            TOWN + "/forum/after-six-live/join",
            TOWN + "/forum/topics/a-bus-you-book",
            TOWN + "/stories",
            TOWN + "/stories/new",
            TOWN + "/text",
            TOWN + "/meetings",
            TOWN + "/meetings/saltmarsh-hall",
            TOWN + "/jury",
            TOWN + "/letter",
            TOWN + "/record",
            "/r",
            "/r/ABC",
            "/i/wrenmouth",
            "/i/wrenmouth/stages",
            "/i/wrenmouth/agenda",
            "/i/wrenmouth/indicators",
            "/i/wrenmouth/invitations",
            "/i/wrenmouth/check",
            "/i/wrenmouth/learning",
            "/i/wrenmouth/log",
            "/ask",
            "/demo/one-voice",
            OVER + "/decision",
            OVER + "/report",
            "/accessibility",
            "/privacy",
            "/moderation",
            "/about",
            "/sign-in",
            "/sign-in/key",
            "/nowhere",
            TOWN + "/panel?lang=pl",
            TOWN + "/signing?lang=pl"));
    String desk = "/desk" + TOWN;
    look(
        portal.as("officer"),
        List.of(
            "/desk",
            desk,
            desk + "/edit",
            desk + "/recording",
            desk + "/wording?in=pl",
            desk + "/record",
            desk + "/panel",
            desk + "/statements",
            desk + "/forum",
            desk + "/forum/after-six-live",
            desk + "/stories",
            desk + "/letters",
            desk + "/texting",
            desk + "/texting/flow",
            desk + "/texting/flow/question",
            desk + "/meetings",
            desk + "/meetings/saltmarsh-hall",
            desk + "/meetings/saltmarsh-hall/notes",
            desk + "/meetings/saltmarsh-hall/cards",
            desk + "/meetings/saltmarsh-hall/dots",
            desk + "/jury",
            desk + "/report",
            desk + "/decision",
            "/desk/people",
            "/desk/i/wrenmouth"));
    look(portal.as("councillor"), List.of(TOWN + "/read", TOWN + "/report"));
    look(portal.as("safety"), List.of(desk + "/safety"));
  }

  private static void look(Browser who, List<String> pages) {
    Page page = chrome.person(who);
    var wrong = new org.assertj.core.api.SoftAssertions();
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

  /// Nobody has to scroll sideways to read.
  private static void fitsTheWidth(Page page) {
    int[] sizes = {
      ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue(),
      ((Number) page.evaluate("document.documentElement.clientWidth")).intValue()
    };
    assertThat(sizes[0]).as("width of " + page.url()).isLessThanOrEqualTo(sizes[1]);
  }

  private static void keep(Page page, Way way, String what) {
    Chrome.shot(
        page,
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "pictures", way + "-" + what + ".png")));
  }
}
