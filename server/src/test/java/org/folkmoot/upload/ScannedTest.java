package org.folkmoot.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.media.FakeClamd;
import org.folkmoot.media.MediaFiles;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// Files looked through for malware, and staff told whether they were.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Isolated("reading a file has a limit of time")
class ScannedTest {
  private static final String FORM = "/c/after-six/stories/new";

  @Test
  void a_virus_is_refused_and_staff_see_that_a_file_was_looked_through() throws Exception {
    try (var clamd = new FakeClamd(1_000_000);
        var portal = Portal.start(Map.of("clamav", clamd.address()), false).setUp()) {
      Screen refused = send(portal, "letter.txt", FakeClamd.EICAR.getBytes(UTF_8));
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.errors().getFirst()).startsWith("There is something harmful in this file");

      send(portal, "home.png", MediaFiles.picture(20, 10, "png"));
      assertThat(desk(portal)).contains("looked through for malware, nothing found");
    }
  }

  @Test
  void where_nobody_looks_staff_are_told_so() throws Exception {
    try (var portal = Portal.start().setUp()) {
      send(portal, "home.png", MediaFiles.picture(20, 10, "png"));
      assertThat(desk(portal)).contains("not looked through for malware: open it with care");
    }
  }

  private static Screen send(Portal portal, String name, byte[] bytes) {
    Browser teller = portal.resident();
    return teller.get(FORM).form().attach("file", name, "image/png", bytes).closing().submit();
  }

  private static String desk(Portal portal) {
    Screen list = portal.officer().get("/desk/c/after-six/stories");
    String story = list.page().select("main td a, main th a").first().attr("href");
    return portal.officer().get(story).text();
  }
}
