package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The first three minutes: from the first page to "you took your own words out of the report", on
/// a small telephone, by keyboard alone, with scripts and without. And the first page's weight.
final class OneVoiceIT {

  private static final int MOST_TABS = 150;
  private static final int MOST_PRESSES = 12;
  private static final Duration MOST_TIME = Duration.ofMinutes(3);
  private static final long MOST_BYTES = 60_000;

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

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void somebody_takes_their_own_words_out_of_the_report_in_three_minutes(boolean scripts) {
    String said = "Nothing runs when I finish, scripts " + scripts;
    Page page = chrome.person(options -> options.setJavaScriptEnabled(scripts));
    long began = System.nanoTime();
    page.navigate("/");
    var visitor = new Visitor(page);
    visitor.press(".demobar__tour");
    page.waitForURL("**/demo/one-voice");
    look(page, scripts);
    int before = figure(page);

    visitor.tabTo("[name=text]");
    page.keyboard().type(said);
    visitor.press("#phone .actions button");
    page.getByText("waits. Nobody reads it").waitFor();
    // A press in the moment after a change is taken for the one before, done twice.
    page.locator("one-voice:not([data-settling])").waitFor();
    visitor.press("#tries button[value*=SKIP]");
    page.locator("#record blockquote").waitFor();
    assertThat(page.locator("#record blockquote").textContent()).isEqualTo(said);
    String code = page.locator(".onevoice__code").textContent().strip();
    assertThat(code).matches(FourPeople.CODE);
    // The log tells of the text a moment before the phone has its answer.
    page.locator("#screen").getByText(code).first().waitFor();
    assertThat(page.locator("#screen").textContent()).as("the answer on the phone").contains(code);
    page.getByText("One of them is yours").waitFor();
    assertThat(figure(page)).isEqualTo(before + 1);

    visitor.press("#figure a");
    page.waitForURL("**/figure");
    assertThat(page.locator("main blockquote").first().textContent()).isEqualTo(said);
    look(page, scripts);
    visitor.press("main a.button");
    page.waitForURL("**/demo/one-voice");

    visitor.press("#tries button[value^=FORGET]");
    page.getByRole(AriaRole.STATUS)
        .filter(new Locator.FilterOptions().setHasText("You took your own words out of the report"))
        .waitFor();
    page.getByText("It went down by one").waitFor();
    assertThat(figure(page)).isEqualTo(before);
    assertThat(page.locator("#record").textContent()).doesNotContain(said).contains("Taken back");

    assertThat(visitor.presses).isLessThanOrEqualTo(MOST_PRESSES);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(MOST_TIME);
    look(page, scripts);
    assertThat(portal.resident().get("/r/" + code).text()).contains("Taken back");
    page.context().close();
  }

  @Test
  void what_arrives_from_another_phone_is_seen_without_loading_the_page() {
    Page page = chrome.person();
    page.navigate("/demo/one-voice");
    int before = figure(page);
    Screen other = portal.resident().get("/demo/one-voice");
    Screen waits = other.form().set("text", "From somebody else’s phone").submit();
    waits.form().press("GO, then SKIP to the end");

    page.waitForCondition(() -> figure(page) == before + 1);
    assertThat(page.locator("#record").textContent()).doesNotContain("somebody else");
    page.context().close();
  }

  @Test
  void a_text_with_the_keyword_waits_for_go() {
    Browser visitor = portal.resident();
    Screen sent = visitor.get("/demo/one-voice").form().set("text", "BUS no way home").submit();

    assertThat(sent.text()).contains("It counts once you reply GO").doesNotContain("is yours.");
  }

  @Test
  void the_first_page_is_light_with_everything_on_it() {
    Page page = chrome.person();
    page.setContent("<p>warm</p>");
    var session = page.context().newCDPSession(page);
    session.send("Network.enable");
    long[] bytes = {0};
    session.on(
        "Network.loadingFinished", event -> bytes[0] += event.get("encodedDataLength").getAsLong());
    page.navigate("/");
    page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);

    assertThat(bytes[0]).isBetween(20_000L, MOST_BYTES);
    page.context().close();
  }

  private static int figure(Page page) {
    return Integer.parseInt(page.locator(".onevoice__number").textContent().replaceAll("\\D", ""));
  }

  /// The looking program is a script itself.
  private static void look(Page page, boolean scripts) {
    if (scripts) {
      Chrome.isOpenToAll(page);
      Chrome.isReadableInTheDark(page);
    }
    assertThat(page.viewportSize().width).isEqualTo(360);
    assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
        .isLessThanOrEqualTo(360);
  }

  /// Goes by keyboard and counts what a hand would press.
  private static final class Visitor {
    private final Page page;
    private int presses;

    Visitor(Page page) {
      this.page = page;
    }

    void tabTo(String meant) {
      for (int i = 0; i < MOST_TABS; i++) {
        page.keyboard().press("Tab");
        if (page.locator(meant).and(page.locator(":focus")).count() > 0) {
          return;
        }
      }
      throw new AssertionError("the keyboard never comes to " + meant + " on " + page.url());
    }

    void press(String meant) {
      tabTo(meant);
      page.keyboard().press("Enter");
      presses++;
    }
  }
}
