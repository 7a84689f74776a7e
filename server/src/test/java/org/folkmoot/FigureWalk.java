package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// One reader who opens every figure of a report and turns every page under it, and checks that
/// what is told is the figure.
final class FigureWalk {

  private static final Pattern SENTENCE =
      Pattern.compile(
          "([\\d,]+) (people|person|things? said|marks?): ([\\d,]+) you can read here, ([\\d,]+)"
              + " counted but not shown, ([\\d,]+) taken back since");
  private static final Pattern NUMBER = Pattern.compile("[\\d,]+");

  private final Browser reader;
  private final Set<String> figures = new TreeSet<>();
  private final Set<String> voices = new HashSet<>();
  private final Map<String, Integer> takenBack = new HashMap<>();
  private final StringBuilder words = new StringBuilder();

  private FigureWalk(Browser reader) {
    this.reader = reader;
  }

  /// Opens all that the report at this address links.
  static FigureWalk through(Browser reader, String report) {
    FigureWalk walk = new FigureWalk(reader);
    Screen page = reader.get(report);
    walk.words.append(page.text());
    for (Element count : page.page().select("a.count")) {
      if (walk.figures.add(count.attr("href"))) {
        walk.open(count.attr("href"), count.text());
      }
    }
    return walk;
  }

  private void open(String figure, String told) {
    Screen page = reader.get(figure);
    Matcher sum = SENTENCE.matcher(page.text());
    assertThat(sum.find()).as("%s: %s", figure, page.text()).isTrue();
    int shown = number(sum.group(3));
    assertThat(shown + number(sum.group(4)) + number(sum.group(5)))
        .as("%s: %s", figure, sum.group())
        .isEqualTo(number(sum.group(1)));
    // The link may say more around its number: the answer that was ticked, the share.
    assertThat(NUMBER.matcher(told).results().map(n -> number(n.group())))
        .as("%s is told as %s", figure, told)
        .contains(number(sum.group(1)));
    if (number(sum.group(5)) > 0) {
      takenBack.put(figure, number(sum.group(5)));
    }
    List<Element> listed = new ArrayList<>();
    for (Screen turned = page; turned != null; turned = next(reader, turned)) {
      listed.addAll(turned.page().select(".voice"));
      words.append(turned.text());
    }
    switch (sum.group(2)) {
      // Somebody who said several things is one person.
      case "people", "person" -> assertThat(listed.size()).as(figure).isGreaterThanOrEqualTo(shown);
      case "mark", "marks" -> assertThat(marks(listed)).as(figure).isEqualTo(shown);
      default -> assertThat(listed).as(figure).hasSize(shown);
    }
    for (Element voice : listed) {
      voice
          .select("a[href^=/desk]")
          .eachAttr("href")
          .forEach(link -> voices.add(link.substring(link.lastIndexOf('/') + 1)));
    }
  }

  private static int marks(List<Element> listed) {
    return listed.stream()
        .mapToInt(voice ->
            voice.select("p").eachText().stream()
                .filter(text -> text.matches("[\\d,]+ marks?"))
                .mapToInt(text -> number(text.replaceAll(" .*", "")))
                .sum())
        .sum();
  }

  /// The page that the list goes on with; null at its end.
  static @Nullable Screen next(Browser reader, Screen page) {
    Element next = page.page().selectFirst("main a[rel=next]");
    return next == null ? null : reader.get(page.address().resolve(next.attr("href")).toString());
  }

  /// Asks for figures that this reader's report does not link.
  void opensNothingElse(Set<String> others) {
    for (String figure : others) {
      if (!figures.contains(figure)) {
        Screen closed = reader.get(figure);
        assertThat(closed.status()).as(figure).isEqualTo(404);
        assertThat(closed.page().select(".voice")).as(figure).isEmpty();
      }
    }
  }

  /// Addresses of the figures that were opened.
  Set<String> figures() {
    return Set.copyOf(figures);
  }

  /// Contributions that were listed, where the reader may see which they are.
  Set<String> voices() {
    return Set.copyOf(voices);
  }

  /// How many were taken back, by figure that says so.
  Map<String, Integer> takenBack() {
    return Map.copyOf(takenBack);
  }

  /// All that stood on all the pages.
  String words() {
    return words.toString();
  }

  private static int number(String text) {
    return Integer.parseInt(text.replace(",", ""));
  }
}
