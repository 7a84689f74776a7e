package org.folkmoot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What every template keeps to.
class GalleryTest {
  private static final Pattern PARTIAL = Pattern.compile("\\{\\{[><]\\s*([^}\\s]+)\\s*}}");
  private static final Pattern WORD = Pattern.compile("\\{\\{#t}}\\s*([^{\\s]+)\\s*\\{\\{/t}}");

  private final Gallery gallery = new Gallery();

  @Test
  void every_sample_renders_in_every_language() {
    for (Gallery.Picture picture : Gallery.pictures()) {
      for (String language : Words.LANGUAGES) {
        assertThat(gallery.render(picture.page(), language))
            .as("%s in %s", picture.name(), language)
            .contains("</html>");
      }
    }
  }

  @Test
  void every_page_and_part_is_in_the_gallery() {
    Set<String> shown = new TreeSet<>();
    Deque<String> next = new ArrayDeque<>();
    Gallery.pictures().forEach(picture -> next.add(picture.page().template()));
    while (!next.isEmpty()) {
      String template = next.remove();
      if (shown.add(template)) {
        Matcher uses = PARTIAL.matcher(source(template));
        while (uses.find()) {
          next.add(resolved(template, uses.group(1)));
        }
      }
    }

    assertThat(new TreeSet<>(Pages.templates()))
        .as("templates that no class …Samples shows")
        .isSubsetOf(shown);
  }

  @Test
  void no_template_writes_unescaped_or_inline() {
    Pattern forbidden =
        Pattern.compile("\\{\\{\\{|\\{\\{&|\\sstyle=|<style|<script(?![^>]*\\ssrc=)|\\son[a-z]+=");
    for (String template : Pages.templates()) {
      assertThat(forbidden.matcher(source(template)).results().map(found -> found.group()))
          .as(template)
          .isEmpty();
    }
  }

  @Test
  void every_form_that_changes_something_carries_the_token() {
    Pattern form = Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL);
    for (String template : Pages.templates()) {
      form.matcher(source(template))
          .results()
          .forEach(found ->
              assertThat(found.group())
                  .as("form in %s", template)
                  .containsPattern("\\{\\{>\\s*(/parts/|\\.\\./parts/)?csrf(\\.mustache)?\\s*}}"));
    }
  }

  @Test
  void every_word_a_template_names_exists_and_needs_no_value() {
    Set<String> missing = new TreeSet<>();
    for (String template : Pages.templates()) {
      Matcher word = WORD.matcher(source(template));
      while (word.find()) {
        String text = Words.english().own().getOrDefault(word.group(1), "{missing}");
        if (text.contains("{")) {
          missing.add(template + " " + word.group(1));
        }
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void no_template_has_words_of_its_own() {
    for (String template : Pages.templates()) {
      String bare =
          source(template)
              .replaceAll(WORD.pattern(), "")
              .replaceAll("\\{\\{[^}]*}}", "")
              .replaceAll("<[^>]*>", "")
              .replaceAll("&[a-z]+;", "");
      assertThat(Pattern.compile("\\p{L}{2,}").matcher(bare).results().map(found -> found.group()))
          .as(template)
          .isEmpty();
    }
  }

  @Test
  void every_quote_says_its_language() {
    Pattern quote = Pattern.compile("<blockquote(?![^>]*\\slang=)[^>]*>(?!<p lang=)");
    for (String template : Pages.templates()) {
      assertThat(quote.matcher(source(template)).results().map(found -> found.group()))
          .as(template)
          .isEmpty();
    }
  }

  @Test
  void styles_know_no_left_and_right() {
    Pattern physical =
        Pattern.compile(
            "(?<![\\w-])((margin|padding|border)-(left|right|top|bottom)[\\w-]*"
                + "|left|right|top|bottom|width|height|(min|max)-(width|height))\\s*:"
                + "|(text-align|float|clear)\\s*:\\s*(left|right)");
    List<String> styles =
        new ClassPathFolder("assets", "favicon.svg")
            .files().stream().filter(file -> file.endsWith(".css")).toList();

    assertThat(styles).contains("css/base.css");
    for (String style : styles) {
      String css =
          new String(Assets.all().find(style).orElseThrow().bytes(), StandardCharsets.UTF_8);
      assertThat(physical.matcher(css).results().map(found -> found.group())).as(style).isEmpty();
    }
  }

  private static String source(String template) {
    return new String(
        new ClassPathFolder("templates", "layout.mustache").bytes(template),
        StandardCharsets.UTF_8);
  }

  private static String resolved(String from, String name) {
    String path = name.startsWith("/") ? name.substring(1) : folder(from) + name;
    Set<String> seen = new HashSet<>();
    while (path.contains("../") && seen.add(path)) {
      path = path.replaceFirst("[^/]+/\\.\\./", "");
    }
    return path.endsWith(".mustache") ? path : path + ".mustache";
  }

  private static String folder(String template) {
    return template.substring(0, template.lastIndexOf('/') + 1);
  }
}
