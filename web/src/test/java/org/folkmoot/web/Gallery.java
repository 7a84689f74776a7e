package org.folkmoot.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Every sample page, rendered. `main DIRECTORY ASSETS` writes them as files that a browser opens
/// without a server.
public final class Gallery {
  private final Pages pages = new Pages().warm();

  public record Picture(String name, Page page) {}

  /// All samples of all rooms, numbered within their room.
  public static List<Picture> pictures() {
    List<Picture> all = new ArrayList<>();
    for (String file : new ClassPathFolder("org/folkmoot/web", "GalleryTest.class").files()) {
      if (!file.endsWith("Samples.class") || file.equals("Samples.class")) {
        continue;
      }
      String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
      int number = 1;
      for (Page page : samples("org.folkmoot.web." + name).pages()) {
        all.add(new Picture(name.replace("Samples", "") + "-" + number++, page));
      }
    }
    return all;
  }

  public String render(Page page, String language) {
    return pages.render(frame(Words.of(language)), Words.of(language), page);
  }

  private static Samples samples(String className) {
    try {
      return (Samples) Class.forName(className).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(className, e);
    }
  }

  private static Frame frame(Words words) {
    return Frame.of(words, "Wrenmouth Council", "/")
        .withCsrf("token")
        .withQuestion(
            new Frame.Question(
                "How should people get home after six?",
                "/c/after-six",
                "en",
                "A person looks at it first."))
        .withNotice(new Frame.Notice("Your change is kept.", true))
        .withNav(
            List.of(
                new Link("Open now", "/", true),
                new Link("What was said", "/c/after-six/record"),
                new Link("What was decided", "/c/after-six/decision")))
        .withOtherLanguages(List.of(new Frame.LanguageLink("Polski", "?lang=pl", "pl", "ltr")))
        .withDemo(
            List.of(new Link("a councillor", "/demo/as/councillor", true)),
            "Cllr Osei",
            new Link("Follow one voice", "/demo/one-voice"))
        .withHelp(
            new Frame.Help(
                "01632 960555", "07700 900123", "+447700900123", "hello@wrenmouth.example"))
        .withFoot(
            List.of(new Link("Privacy", "/privacy"), new Link("Accessibility", "/accessibility")));
  }

  public static void main(String[] args) throws IOException {
    Path directory = Files.createDirectories(Path.of(args[0]));
    Gallery gallery = new Gallery();
    for (Picture picture : pictures()) {
      String html =
          gallery
              .render(picture.page(), "en")
              .replace("/assets/" + Assets.all().version(), Path.of(args[1]).toUri().toString());
      Files.writeString(directory.resolve(picture.name() + ".html"), html);
    }
  }
}
