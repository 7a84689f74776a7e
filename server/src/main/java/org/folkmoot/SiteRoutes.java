package org.folkmoot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.RouteTable;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.site.TextPage;

/// Pages about the portal itself. Their texts are `site.{page}.{number}` with `.title`, numbered
/// from 1 without a gap.
final class SiteRoutes implements RouteTable.Routes {

  /// Of this build, as in the parent pom.
  private static final String VERSION = version();

  private final ConsultationService consultations;

  SiteRoutes(ConsultationService consultations) {
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    for (String page : List.of("accessibility", "privacy", "moderation", "about")) {
      table.get("/" + page, Access.everyone(), ask -> show(ask, page));
    }
  }

  private static String version() {
    try (InputStream in = SiteRoutes.class.getResourceAsStream("/version.txt")) {
      if (in == null) {
        throw new IllegalStateException("version.txt is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer show(Ask ask, String page) {
    Words words = ask.words();
    String key = "site." + page;
    List<TextPage.Section> sections = new ArrayList<>();
    for (int i = 1; words.has(key + "." + i); i++) {
      String section = key + "." + i;
      List<TextPage.Paragraph> paragraphs =
          words.say(section, "version", VERSION).lines().map(TextPage.Paragraph::new).toList();
      sections.add(new TextPage.Section(words.say(section + ".title"), paragraphs));
    }
    return ask.page(
        new TextPage(words.say(key + ".title"), words.say(key + ".lead"), sections, links(page)));
  }

  /// What was decided about each question is one step from the rules.
  private List<Link> links(String page) {
    return page.equals("moderation")
        ? consultations.visible().stream()
            .map(c -> new Link(c.title(), "/c/" + c.slug() + "/moderation"))
            .toList()
        : List.of();
  }
}
