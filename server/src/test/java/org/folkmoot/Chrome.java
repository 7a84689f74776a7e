package org.folkmoot;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Clip;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A real browser, Chromium from this machine, with the width of a small telephone. Where there is
/// none, the test that asks is skipped, unless the system property `folkmoot.browser` is
/// `required`. Every page it looks at can be pictured and is tried for what shuts people out. For
/// one thread.
public final class Chrome implements AutoCloseable {

  private static final int WIDTH = 360;
  private static final int HEIGHT = 740;
  private static final int LONGEST_PICTURE = 1_600;
  private static final double MOST_WAIT_MILLIS = 20_000;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final URI portal;

  private Chrome(Path program, URI portal) {
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
    this.portal = portal;
  }

  /// Starts it for one portal.
  public static Chrome over(URI portal) {
    Optional<Path> program = find();
    if (program.isEmpty() && System.getProperty("folkmoot.browser", "").equals("required")) {
      throw new AssertionError("There is no Chromium on this machine, and one is required.");
    }
    Assumptions.assumeTrue(
        program.isPresent(), "There is no Chromium on this machine: skipped what needs a browser.");
    return new Chrome(program.orElseThrow(), portal);
  }

  private static Optional<Path> find() {
    String[] path = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
    return Stream.concat(Stream.of("/usr/bin"), Stream.of(path))
        .flatMap(folder ->
            Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Somebody's own browser window, without cookies.
  public Page person() {
    return person(_ -> {});
  }

  /// The same with other settings: another size, no scripts, forced colours.
  public Page person(Consumer<com.microsoft.playwright.Browser.NewContextOptions> settings) {
    var options =
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setBaseURL(portal.toString())
            .setLocale("en-GB")
            .setViewportSize(WIDTH, HEIGHT);
    settings.accept(options);
    var context = browser.newContext(options);
    context.setDefaultTimeout(MOST_WAIT_MILLIS);
    return context.newPage();
  }

  /// A window for somebody who came in elsewhere already.
  public Page person(Browser who) {
    Page page = person();
    page.context()
        .addCookies(
            who.cookies().entrySet().stream()
                .map(cookie ->
                    new com.microsoft.playwright.options.Cookie(cookie.getKey(), cookie.getValue())
                        .setUrl(portal.toString()))
                .toList());
    return page;
  }

  /// The same person without a window: goes on over plain HTTP with the window's cookies.
  public static Browser goOn(Page page, Browser fresh) {
    page.context().cookies().forEach(cookie -> fresh.cookie(cookie.name, cookie.value));
    return fresh;
  }

  /// Fails if the page as it stands shuts anybody out, as far as a program can tell.
  public static void isOpenToAll(Page page) {
    // Only what is wrong is asked for, on a page without frames: naming every part of a page that
    // is right takes most of the time.
    var asked = new AxeRunOptions();
    asked.setResultTypes(List.of("violations"));
    var wrong = new AxeBuilder(page).setLegacyMode(true).options(asked).analyze().getViolations();
    if (!wrong.isEmpty()) {
      throw new AssertionError(
          page.url()
              + wrong.stream()
                  .map(rule ->
                      "\n"
                          + rule.getId()
                          + ": "
                          + rule.getHelp()
                          + rule.getNodes().stream()
                              .map(node -> "\n  " + node.getHtml())
                              .reduce("", String::concat))
                  .reduce("", String::concat));
    }
  }

  /// Fails if something on the page cannot be told from its ground in the dark scheme. To be asked
  /// after [#isOpenToAll], which leaves the program that looks in the page. Motion is reduced, so
  /// that nothing is caught on its way from one scheme to the other.
  public static void isReadableInTheDark(Page page) {
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(ColorScheme.DARK)
            .setReducedMotion(ReducedMotion.REDUCE));
    Object wrong =
        page.evaluate(
            "axe.run(document, {runOnly: ['color-contrast'], resultTypes: ['violations']})"
                + ".then(r => r.violations.flatMap(v => v.nodes.map(n => n.html)))");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    if (!List.of().equals(wrong)) {
      throw new AssertionError(page.url() + " in the dark: " + wrong);
    }
  }

  /// Keeps a picture of the page and asks [#isOpenToAll].
  public static void picture(Page page, String name) {
    isOpenToAll(page);
    int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
    keep(
        name,
        shot(
            page,
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setClip(new Clip(0, 0, WIDTH, Math.min(height, LONGEST_PICTURE)))));
  }

  /// Keeps four pictures of the top of a page among the documents, narrow and wide, light and dark,
  /// if the system property `folkmoot.pictures` is set.
  static void tour(Page page, String name) {
    if (System.getProperty("folkmoot.pictures") == null) {
      return;
    }
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (int width : new int[] {1280, WIDTH}) {
        page.setViewportSize(width, width == WIDTH ? HEIGHT : 800);
        String file = name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".jpg";
        shot(
            page,
            new Page.ScreenshotOptions()
                .setType(ScreenshotType.JPEG)
                .setQuality(60)
                .setPath(Path.of("docs", "pictures", "tour", file)));
      }
    }
  }

  /// What the window shows. On a busy machine Chromium now and then answers that it cannot say,
  /// because a frame was not drawn in time; then it is asked again.
  static byte[] shot(Page page, Page.ScreenshotOptions options) {
    for (int more = 2; more > 0; more--) {
      try {
        return page.screenshot(options);
      } catch (PlaywrightException e) {
        if (!String.valueOf(e.getMessage()).contains("Unable to capture screenshot")) {
          throw e;
        }
      }
    }
    return page.screenshot(options);
  }

  /// Keeps a picture beside the build and, if the system property `folkmoot.pictures` is set, among
  /// the documents.
  static void keep(String name, byte[] png) {
    try {
      write(Path.of("target", "pictures"), name, png);
      if (System.getProperty("folkmoot.pictures") != null) {
        write(Path.of("docs", "pictures"), name, png);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path folder, String name, byte[] png) throws IOException {
    Files.write(Files.createDirectories(folder).resolve(name + ".png"), png);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
