package org.folkmoot.web.site;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.jspecify.annotations.Nullable;

/// A page that only says something.
///
/// @param lead what matters most, first
/// @param links where to go from here
public record TextPage(
    String title, @Nullable String lead, List<Section> sections, List<Link> links) implements Page {
  public TextPage {
    sections = List.copyOf(sections);
    links = List.copyOf(links);
  }

  /// A heading and what stands below it.
  ///
  /// @param href where the heading leads; null if nowhere
  public record Section(String heading, @Nullable String href, List<Paragraph> paragraphs) {
    public Section(String heading, List<Paragraph> paragraphs) {
      this(heading, null, paragraphs);
    }

    public Section {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  public record Paragraph(String words) {}

  public boolean hasLinks() {
    return !links.isEmpty();
  }

  @Override
  public String template() {
    return "site/text.mustache";
  }
}
