package org.folkmoot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.folkmoot.web.problem.ProblemPage;
import org.junit.jupiter.api.Test;

class PagesTest {
  private final Pages pages = new Pages().warm();
  private final Words words = Words.english();

  @Test
  void a_page_stands_in_the_frame() {
    Frame frame =
        Frame.of(words, "Wrenmouth <Council>", "/x")
            .withQuestion(new Frame.Question("How do you get home?", "/c/after-six", "en"))
            .withHelp(new Frame.Help("01632 960000", null, null, "hello@example.org"))
            .withNav(List.of(new Link("Open now", "/", true)))
            .withOtherLanguages(
                List.of(new Frame.LanguageLink("Polski", "/x?lang=pl", "pl", "ltr")));
    String html =
        pages.render(
            frame,
            words,
            new ProblemPage(404, "Not here", "It's gone", null, List.of(new Link("Home", "/"))));

    assertThat(html)
        .contains("<html lang=\"en\" dir=\"ltr\">")
        .contains("Wrenmouth &lt;Council&gt;")
        .contains("It&#39;s gone")
        .contains("aria-current=\"page\"")
        .contains("How do you get home?")
        .contains("tel:01632960000")
        .doesNotContain("Text us")
        .doesNotContain("say</p>");
  }

  record Misspelt(String title, String detial) implements Page {
    @Override
    public String template() {
      return "problem/problem.mustache";
    }
  }

  @Test
  void a_name_that_no_record_has_stops_the_page() {
    Frame frame = Frame.of(words, "Wrenmouth", "/");

    assertThatThrownBy(() -> pages.render(frame, words, new Misspelt("a", "b")))
        .hasStackTraceContaining("no 'detail' in the view model");
  }

  @Test
  void a_name_is_not_looked_up_in_a_text() {
    // {{phone}} inside {{#phone}}: the section's text is no scope, and "lines" would be its method
    Frame frame = Frame.of(words, "Wrenmouth", "/").withHelp(new Frame.Help("1", null, null, null));

    assertThat(pages.render(frame, words, new ProblemPage(404, "t", "d", null, List.of())))
        .contains("<bdi>1</bdi>");
  }

  record Letter(String code) {}

  @Test
  void a_letter_is_plain_text_in_the_readers_language() {
    assertThat(pages.text(Words.of("pl"), "gallery/letter.txt.mustache", new Letter("a & b")))
        .isEqualTo("Twój kod: a & b\n");
    assertThatThrownBy(() -> pages.text(words, "problem/problem.mustache", new Letter("")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void assets_have_an_address_that_never_changes_its_content() {
    Assets assets = Assets.all();

    assertThat(assets.href("css/base.css"))
        .isEqualTo("/assets/" + assets.version() + "/css/base.css");
    assertThat(assets.find("css/base.css").orElseThrow().contentType())
        .isEqualTo("text/css; charset=utf-8");
    assertThat(assets.find("../words/en/common.properties")).isEmpty();
  }
}
