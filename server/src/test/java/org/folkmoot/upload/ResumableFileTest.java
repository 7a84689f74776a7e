package org.folkmoot.upload;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import org.folkmoot.Chrome;
import org.folkmoot.Portal;
import org.folkmoot.media.MediaFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// The file field of a story as a person with a browser meets it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Isolated("reading a file has a limit of time")
class ResumableFileTest {
  private static final String PIECES = "**/uploads/upl_*";

  @TempDir static Path folder;

  private Portal portal;
  private Chrome chrome;

  @BeforeAll
  void open() {
    portal = Portal.start().setUp();
    chrome = Chrome.over(portal.url());
  }

  @AfterAll
  void close() {
    chrome.close();
    portal.close();
  }

  @Test
  void a_file_goes_ahead_and_the_form_waits_for_it() throws Exception {
    Page page = form();
    page.route(PIECES, this::slowly);
    page.setInputFiles("#file", sound("evening.wav", 3));
    answer(page);
    page.click("text=Send my story");
    assertThat(page.locator("[data-part=said]")).containsText("as soon as the file has arrived");
    page.unroute(PIECES);
    page.waitForURL("**/thanks/**");
    assertThat(portal.officer().get("/desk/c/after-six/stories").text()).contains("with its file");
  }

  @Test
  void a_page_loaded_anew_goes_on_where_the_file_was() throws Exception {
    Path file = sound("bridge.wav", 3);
    Page page = form();
    page.route(PIECES, this::slowly);
    page.setInputFiles("#file", file);
    assertThat(page.locator("[data-part=percent]")).containsText("16%");
    page.click("text=Pause");
    assertThat(page.locator("[data-part=said]")).containsText("Paused");
    Chrome.isOpenToAll(page);
    page.unroute(PIECES);

    page.reload();
    assertThat(page.locator("[data-part=said]")).containsText("Choose the same file again");
    assertThat(page.locator("[data-part=said]")).containsText("bridge.wav");
    page.setInputFiles("#file", file);
    assertThat(page.locator("[data-part=said]")).containsText("Your file is here: bridge.wav");

    page.reload();
    assertThat(page.locator("[data-part=said]")).containsText("Your file is here: bridge.wav");
    page.click("text=Stop and delete");
    assertThat(page.locator("[data-part=said]")).containsText("Nothing of the file is here");
  }

  @Test
  void what_is_not_taken_is_said_at_once() throws Exception {
    Page page = form();
    page.setInputFiles("#file", Files.write(folder.resolve("a.pdf"), MediaFiles.zipBomb()));
    assertThat(page.locator("[data-part=said]")).containsText("cannot take this kind of file");
    assertThat(page.inputValue("#file")).isEmpty();
  }

  /// One piece passes; what comes after it meets a line that breaks.
  private void slowly(Route route) {
    boolean first = "0".equals(route.request().headers().get("upload-offset"));
    if (route.request().method().equals("PATCH") && !first) {
      route.abort();
    } else {
      route.resume();
    }
  }

  private Page form() {
    Page page = chrome.person();
    page.navigate("/c/after-six/stories/new");
    return page;
  }

  private static void answer(Page page) {
    page.check("input[name=others][value=no]");
    page.check("input[name=use][value=unnamed]");
    page.check("input[name=tell][value=code]");
    page.check("input[name=under18][value=no]");
  }

  /// A recording of silence.
  private static Path sound(String name, int megabytes) throws Exception {
    Path file = folder.resolve(name);
    return Files.write(file, MediaFiles.silence(megabytes * 1024 * 1024));
  }
}
