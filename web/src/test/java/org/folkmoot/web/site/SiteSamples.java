package org.folkmoot.web.site;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;

/// A page that only says something.
public final class SiteSamples implements Samples {
  @Override
  public List<Page> pages() {
    return List.of(
        new TextPage(
            "What we keep about you",
            "As little as we can.",
            List.of(
                new TextPage.Section(
                    "What you said",
                    List.of(
                        new TextPage.Paragraph("Your words and the day."),
                        new TextPage.Paragraph("They are read and counted.")))),
            List.of(new Link("Back", "/"))),
        new TextPage("This link has been used", null, List.of(), List.of()));
  }
}
