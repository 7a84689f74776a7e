package org.folkmoot;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.RouteTable;
import org.folkmoot.web.Words;
import org.folkmoot.web.site.TextPage;

/// Pages about the portal itself. Their texts are `site.{page}.{number}` with `.title`, numbered
/// from 1 without a gap.
final class SiteRoutes implements RouteTable.Routes {

  @Override
  public void register(RouteTable table) {
    for (String page : List.of("accessibility", "privacy", "moderation")) {
      table.get("/" + page, Access.everyone(), ask -> show(ask, page));
    }
  }

  private static Answer show(Ask ask, String page) {
    Words words = ask.words();
    String key = "site." + page;
    List<TextPage.Section> sections = new ArrayList<>();
    for (int i = 1; words.has(key + "." + i); i++) {
      String section = key + "." + i;
      List<TextPage.Paragraph> paragraphs =
          words.say(section).lines().map(TextPage.Paragraph::new).toList();
      sections.add(new TextPage.Section(words.say(section + ".title"), paragraphs));
    }
    return ask.page(
        new TextPage(words.say(key + ".title"), words.say(key + ".lead"), sections, List.of()));
  }
}
