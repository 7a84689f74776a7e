package org.folkmoot.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.ScreenForm;
import org.folkmoot.door.Role;
import org.folkmoot.media.MediaFiles;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Reader;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/// Stories over HTTP, as tellers, readers and staff meet them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Isolated("reading a file has a limit of time")
class StoryTest {
  private static final String STORIES = "/c/after-six/stories";

  private Portal portal;
  private Browser officer;

  @BeforeAll
  void open() {
    portal = Portal.start().setUp();
    officer = portal.officer();
  }

  @AfterAll
  void close() {
    portal.close();
  }

  @Test
  void a_story_in_words_is_shown_only_after_a_person_has_checked_it() {
    Screen thanks =
        form()
            .set("title", "The bridge")
            .set("words", "I walk home over the bridge.\n\nI hold my keys.")
            .closing()
            .submit();

    String id = story(thanks).id();
    assertThat(portal.resident().get(STORIES).text()).doesNotContain("The bridge");
    assertThat(portal.resident().get(STORIES + "/" + id).status()).isEqualTo(404);

    check(id);
    assertThat(portal.resident().get(STORIES).text()).contains("The bridge", "I walk home");
    Screen shown = portal.resident().get(STORIES).press("The bridge");
    assertThat(shown.heading()).isEqualTo("The bridge");
    assertThat(shown.text()).contains("I hold my keys.", "Told without a name");
    assertThat(shown.header("X-Robots-Tag")).isEqualTo("noindex");
  }

  @Test
  void a_recording_can_be_heard_in_parts_once_checked_and_its_transcript_read() {
    Screen thanks =
        form()
            .set("title", "The last bus")
            .attach("file", "evening.mp3", "audio/mpeg", MediaFiles.fixture("tagged.mp3"))
            .closing()
            .submit();
    Contribution story = story(thanks);
    String media = "/c/after-six/media/" + story.media().getFirst().id();
    assertThat(portal.resident().get(media).status()).isEqualTo(404);
    assertThat(officer.get(media).status()).isEqualTo(200);
    assertThat(officer.get("/desk/c/after-six/stories").text()).contains("The last bus", "missing");

    officer
        .get("/desk/c/after-six/stories/" + story.id())
        .form("transcript")
        .set("transcript", "It left at five to ten.")
        .tick("checked")
        .submit();
    check(story.id());

    Screen shown = portal.resident().get(STORIES + "/" + story.id());
    assertThat(shown.page().select("audio[controls][preload=none]").attr("src")).isEqualTo(media);
    assertThat(shown.text()).contains("It left at five to ten.", "and checked");
    Browser listener = portal.resident().header("Range", "bytes=0-9");
    assertThat(listener.get(media).status()).isEqualTo(206);
    assertThat(listener.get(media).bytes()).hasSize(10);
  }

  @Test
  void a_word_file_is_read_as_the_text_of_the_story() throws IOException {
    byte[] docx = MediaFiles.docx("I wait with the twins.", "Nobody comes.");

    Contribution story =
        story(form().attach("file", "story.docx", "application/zip", docx).closing().submit());

    assertThat(story.text()).contains("I wait with the twins.", "Nobody comes.");
    check(story.id());
    Screen shown = portal.resident().get(STORIES + "/" + story.id());
    assertThat(shown.text()).contains("Nobody comes.");
    String file = story.media().getFirst().id();
    assertThat(shown.html()).doesNotContain(file);
    assertThat(portal.resident().get("/c/after-six/media/" + file).status()).isEqualTo(404);
    Screen original = officer.get("/desk/c/after-six/media/" + file);
    assertThat(original.bytes()).isEqualTo(docx);
    assertThat(original.header("Content-Disposition")).contains("attachment", "story.docx");
  }

  @Test
  void a_picture_that_calls_itself_pdf_is_a_picture() throws IOException {
    Contribution story =
        story(
            form()
                .attach("file", "stop.pdf", "application/pdf", MediaFiles.picture(40, 30, "png"))
                .set("description", "A stop without a lamp")
                .closing()
                .submit());
    check(story.id());

    Screen shown = portal.resident().get(STORIES + "/" + story.id());

    assertThat(shown.page().select("figure img").attr("alt")).isEqualTo("A stop without a lamp");
    assertThat(
            portal
                .resident()
                .get(shown.page().select("figure img").attr("src"))
                .header("Content-Type"))
        .startsWith("image/");
  }

  @Test
  void an_empty_file_is_answered_beside_its_field_and_the_words_stay() {
    Screen back =
        form()
            .set("words", "My words stay here.")
            .attach("file", "nothing.mp3", "audio/mpeg", new byte[0])
            .closing()
            .submit();

    assertThat(back.status()).isEqualTo(422);
    assertThat(back.errors())
        .containsExactly("This file is empty. Please choose it again, or another one.");
    assertThat(back.form().value("words")).isEqualTo("My words stay here.");
    assertThat(back.form().value("use")).isEqualTo("unnamed");
  }

  @Test
  void a_file_that_arrived_need_not_be_chosen_again_when_something_else_is_missing() {
    Screen back =
        form().attach("file", "ride.ogg", "audio/ogg", MediaFiles.fixture("tagged.ogg")).submit();
    assertThat(back.status()).isEqualTo(422);
    assertThat(back.text()).contains("Your file is here: ride.ogg");

    Contribution story = story(back.form().closing().submit());

    assertThat(story.media()).hasSize(1);
    assertThat(officer.get("/c/after-six/media/" + story.media().getFirst().id()).status())
        .isEqualTo(200);
  }

  @Test
  void somebody_elses_file_cannot_be_taken_into_a_story() {
    String file =
        story(
                form()
                    .attach("file", "a.mp3", "audio/mpeg", MediaFiles.fixture("tagged.mp3"))
                    .closing()
                    .submit())
            .media()
            .getFirst()
            .id();
    Screen back =
        form().attach("file", "b.ogg", "audio/ogg", MediaFiles.fixture("tagged.ogg")).submit();

    Screen refused = back.form().closing().set("file-id", file).submit();

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.errors())
        .containsExactly("Your file is no longer here. Please choose it again.");
  }

  @Test
  void sent_twice_it_is_one_story_with_one_file() {
    ScreenForm form =
        form()
            .set("words", "Sent twice.")
            .attach("file", "twice.mp3", "audio/mpeg", MediaFiles.fixture("tagged.mp3"))
            .closing();

    Contribution first = story(form.submit());
    Contribution second = story(form.submit());

    assertThat(second).isEqualTo(first);
    assertThat(officer.get("/c/after-six/media/" + first.media().getFirst().id()).status())
        .isEqualTo(200);
  }

  @Test
  void nothing_is_not_a_story() {
    Screen back = form().closing().submit();

    assertThat(back.status()).isEqualTo(422);
    assertThat(back.errors()).containsExactly("Write your story, or choose a file");
  }

  @Test
  void taken_back_it_is_gone_with_its_file_from_every_page() {
    Screen thanks =
        form()
            .set("words", "I want this gone later.")
            .attach("file", "gone.mp3", "audio/mpeg", MediaFiles.fixture("tagged.mp3"))
            .set("description", "Secret words of the recording")
            .closing()
            .submit();
    Contribution story = story(thanks);
    check(story.id());
    String media = "/c/after-six/media/" + story.media().getFirst().id();
    assertThat(portal.resident().get(media).status()).isEqualTo(200);
    assertThat(officer.get("/c/after-six/read").text()).contains("I want this gone later.");

    portal.record().service().takeBack(story.id(), "contributor", "");

    assertThat(portal.resident().get(STORIES + "/" + story.id()).status()).isEqualTo(404);
    assertThat(portal.resident().get(media).status()).isEqualTo(404);
    assertThat(officer.get(media).status()).isEqualTo(404);
    assertThat(portal.resident().get(STORIES).text()).doesNotContain("gone later");
    assertThat(officer.get("/c/after-six/read").text())
        .doesNotContain("gone later")
        .contains("taken back");
    assertThat(
            portal
                .record()
                .service()
                .find(story.id())
                .orElseThrow()
                .media()
                .getFirst()
                .description())
        .isEmpty();
  }

  @Test
  void while_no_stories_are_heard_the_form_leads_to_the_list_and_nothing_is_stored() {
    try (Portal late = Portal.start().setUp()) {
      ScreenForm open = form(late);
      late.closeForInput();

      Screen closed = open.set("words", "Too late.").closing().submit();

      assertThat(closed.path()).isEqualTo(STORIES);
      assertThat(closed.text()).contains("not being taken just now");
      assertThat(late.resident().get(STORIES + "/new").path()).isEqualTo(STORIES);
      assertThat(late.record().reading().count(RecordQuery.in("after-six"))).isZero();
    }
  }

  @Test
  void councillors_read_what_they_may_and_see_how_many_they_may_not_and_why() {
    try (Portal town = Portal.start().setUp()) {
      var quotable =
          town(
              town,
              form(town)
                  .set("title", "For your eyes")
                  .set("words", "On the bridge.")
                  .set("use", "unnamed")
                  .set("under18", "no")
                  .set("mind", "A threat")
                  .submit());
      var young =
          town(
              town,
              form(town).set("words", "I am fifteen.").closing().set("under18", "yes").submit());
      var counted =
          town(
              town,
              form(town)
                  .set("words", "Only count me.")
                  .set("use", "count")
                  .set("under18", "no")
                  .submit());
      town(town, form(town).set("words", "Nobody checked me.").closing().submit());
      Screen held = form(town).set("words", "I want to kill myself.").closing().submit();
      var back = town(town, form(town).set("words", "Not after all.").closing().submit());
      for (Contribution c : new Contribution[] {quotable, young, counted, back}) {
        town.record().service().check(c.id(), "Amina");
      }
      town.record().service().takeBack(back.id(), "contributor", "");
      assertThat(held.address().getQuery()).isEqualTo("kind=held");

      Browser councillor = town.invite(Role.COUNCILLOR);
      Screen read = councillor.get("/c/after-six/read");

      assertThat(read.text())
          .contains("5 stories were told", "One may be shown", "0 of 1 read")
          .contains("On the bridge.", "A threat", "1 was told by somebody under 18")
          .contains("1 is counted", "1 waits to be checked", "1 was taken back")
          .doesNotContain("fifteen", "Only count me", "Nobody checked me", "kill");
      assertThat(town.resident().get("/c/after-six/read").status()).isEqualTo(401);
      assertThat(councillor.get(STORIES + "/" + quotable.id()).status()).isEqualTo(200);
      assertThat(town.resident().get(STORIES + "/" + quotable.id()).status()).isEqualTo(404);
      assertThat(councillor.get(STORIES + "/" + young.id()).status()).isEqualTo(404);
      assertThat(councillor.get("/desk/c/after-six/stories").status()).isEqualTo(403);

      Screen after = read.form("I have read this").submit();

      assertThat(after.text()).contains("1 of 1 read", "Read");
      assertThat(town.invite(Role.COUNCILLOR).get("/c/after-six/read").text())
          .contains("0 of 1 read");
      assertThat(town.record().reading().history(quotable.id()))
          .anyMatch(entry -> entry.act().kind().name().equals("READ"));
      assertThat(town.resident().get(STORIES).text()).contains("No story is shown here yet");
    }
  }

  @Test
  void somebody_with_ten_minutes_reads_a_few_of_each_kind_and_goes_from_one_to_the_next() {
    try (Portal town = Portal.start().setUp()) {
      for (String title : List.of("First", "Second", "Hard")) {
        ScreenForm form = form(town).set("title", title).set("words", "word ".repeat(4 * 200));
        if (title.equals("Hard")) {
          form.set("mind", "A threat");
        }
        town.record().service().check(town(town, form.closing().submit()).id(), "Amina");
      }
      var heard =
          town(
              town,
              form(town)
                  .set("title", "Heard")
                  .set("description", "said ".repeat(150))
                  .attach("file", "one.mp3", "audio/mpeg", MediaFiles.fixture("tagged.mp3"))
                  .closing()
                  .submit());
      town.record().service().check(heard.id(), "Amina");
      Browser councillor = town.invite(Role.COUNCILLOR);

      Screen all = councillor.get("/c/after-six/read");
      assertThat(all.text())
          .contains("4 stories, about 13 minutes in all.")
          .contains("One is a recording: about one minute to hear.")
          .contains("About 4 minutes, in words", "About one minute, to listen to")
          .contains("Before you open it: A threat");
      assertThat(all.links()).contains("/c/after-six/report");
      assertThat(all.page().select(".read__story[open]")).isEmpty();

      Screen few = all.press("I have 10 minutes");
      assertThat(few.page().select(".read__list h3").eachText()).containsExactly("Heard", "First");
      assertThat(few.text()).contains("2 more stories are left out", "not by what they say");

      Screen next = few.form("I have read this").submit();
      assertThat(next.address().getFragment()).isEqualTo("noted");
      assertThat(next.page().select("#noted + .read__story[open] h3").text()).isEqualTo("First");
      Screen last = next.form("I have read this").submit();
      assertThat(last.page().select("#noted").text()).contains("You have read all of these.");

      Screen second = last.press("All 4 stories").form("I have read this").submit();
      assertThat(second.page().select("#noted + .read__story h3").text()).isEqualTo("Hard");
      assertThat(second.page().select(".read__story[open]")).as("opened by who reads").isEmpty();
      assertThat(councillor.get("/c/after-six/read?noted=unknown").page().select("#noted"))
          .isEmpty();
    }
  }

  @Test
  void a_file_of_somebody_under_18_is_seen_by_staff_alone() {
    Contribution young =
        story(
            form()
                .attach("file", "young.mp3", "audio/mpeg", MediaFiles.fixture("tagged.mp3"))
                .closing()
                .set("under18", "yes")
                .submit());
    check(young.id());
    String media = "/c/after-six/media/" + young.media().getFirst().id();

    assertThat(officer.get(media).status()).isEqualTo(200);
    assertThat(portal.resident().get(media).status()).isEqualTo(404);
    assertThat(portal.invite(Role.COUNCILLOR).get(media).status()).isEqualTo(404);
    assertThat(young.status()).isEqualTo(Status.RECEIVED);
    assertThat(portal.record().reading().find(Reader.PUBLIC, young.id())).isEmpty();
  }

  private ScreenForm form() {
    return form(portal);
  }

  private static ScreenForm form(Portal where) {
    return where.resident().get(STORIES + "/new").form();
  }

  private Contribution story(Screen thanks) {
    return town(portal, thanks);
  }

  private static Contribution town(Portal where, Screen thanks) {
    assertThat(thanks.path()).as("%s", thanks).startsWith("/c/after-six/thanks/");
    return where
        .record()
        .reading()
        .byReceipt(ReceiptCode.parse(thanks.code()).orElseThrow())
        .orElseThrow();
  }

  private void check(String id) {
    portal.record().service().check(id, "Amina");
  }
}
