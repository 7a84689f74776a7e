package org.folkmoot.calling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.ScreenForm;
import org.folkmoot.media.MediaFiles;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.sms.simulator.PhoneCall;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is said in calls, in the voice of a person: recorded at the desk, heard on the telephone.
class RecordedPromptsTest {

  private static final String DESK = "/desk/c/after-six/calling";
  private static final String MP3 = "tagged.mp3";
  private static final String ASKED = "How should people get home after six?";
  private static final String GOODBYE = "ফোন করার জন্য ধন্যবাদ। বিদায়।";

  private static Portal portal;
  private static Browser officer;

  @BeforeAll
  static void open() {
    portal = Portal.start(Map.of(), false).setUp();
    officer = portal.officer();
    officer
        .get("/desk/c/after-six/texting")
        .form()
        .set("keyword", "bus")
        .set("number", "07700 900999")
        .set("script", "AFTER_SIX")
        .submit();
    Screen saved =
        officer
            .get(DESK)
            .form("Save")
            .set("number", "01632 960777")
            .set("question-en", ASKED)
            .set("question-pl", "Jak ludzie mają wracać do domu po szóstej?")
            .set("question-bn", "সন্ধ্যা ছয়টার পরে মানুষ কীভাবে বাড়ি ফিরবে?")
            .tick("on")
            .submit();
    assertThat(saved.text()).contains("বাংলা (Bangla): 0 of 82 recorded. Not offered to callers");
    ScreenForm form = lines("bn").form("Save");
    lines("bn").page().select("input[type=file]").forEach(field -> attach(form, field));
    assertThat(form.submit().text()).contains("82 of 82 recorded.", "can choose this language");
  }

  @AfterAll
  static void close() {
    portal.close();
  }

  @Test
  void she_chooses_bangla_and_hears_a_person_speak_it_from_the_first_word_to_the_last() {
    var story =
        new CallStory(
                portal, "in-bangla-from-recordings", "আমি শুধু বাংলা বুঝি। I only know Bangla.")
            .knows(said("bn"));

    story.calls("+447700900171", "her telephone");
    assertThat(story.heard())
        .contains("For English, press one.", "[played: বাংলার জন্য তিন চাপুন।]");
    story.presses("3");
    assertThat(story.heard()).contains("[played: নমস্কার। এটা Wrenmouth Council।");
    story.presses("1", "1", "1", "2", "1");
    story.speaks(60);
    story.presses("2", "1", "1");
    String digits = story.told();
    story.hangsUp();
    Contribution kept = byDigits(digits);
    assertThat(kept.language()).isEqualTo("bn");
    assertThat(kept.answers().getFirst().chosen()).containsExactly("বাস");
    story.now("It is in the record: three answers, her voice, and that her words may be shown.");

    story.calls("+447700900171", "her telephone");
    story.presses("3", "2", digits);
    assertThat(story.heard())
        .contains("[played: আপনার কথা পেয়েছি। একজন মানুষ এখনও শুনে তা লিখবেন।]")
        .contains("[played: এখনও কিছু ঠিক হয়নি।");
    story.hangsUp();
    story.ends();
  }

  @Test
  void a_recording_of_words_that_have_changed_is_heard_by_nobody_and_the_desk_says_so()
      throws IOException {
    record("en", ASKED);
    String name = name("en", ASKED);
    Screen played = portal.browser().get("/voice/prompt/" + name);
    assertThat(played.status()).isEqualTo(200);
    assertThat(played.header("Content-Type")).isEqualTo("audio/mpeg");
    assertThat(story().heard()).contains("[played: " + name + "]").doesNotContain(ASKED);

    officer.get(DESK).form("Save").set("question-en", "How do you get home?").submit();

    assertThat(story().heard()).contains("How do you get home?").doesNotContain("[played");
    assertThat(officer.get(DESK).text())
        .contains("English: 0 of 81 recorded. One recording is of words that have changed.");
    assertThat(lines("en").text())
        .contains("Not played: the words have changed. The recording says: “" + ASKED + "”");
    assertThat(portal.browser().look("/voice/prompt/" + name).status()).isEqualTo(404);
    assertThat(officer.get(DESK + "/lines/" + name).status()).isEqualTo(200);

    record("en", "How do you get home?");
    assertThat(officer.look(DESK + "/lines/" + name).status()).isEqualTo(404);
    officer.get(DESK).form("Save").set("question-en", ASKED).submit();
  }

  @Test
  void a_language_that_no_machine_speaks_is_offered_only_while_all_of_it_is_recorded()
      throws IOException {
    String other = name("bn", "আর একবার।");
    assertThat(portal.browser().get("/voice/prompt/" + other).status()).isEqualTo(200);

    Element last = row(lines("bn"), GOODBYE);
    Screen removed =
        lines("bn").form("Save").tick(last.select("[type=checkbox]").attr("name")).submit();

    assertThat(removed.text()).contains("81 of 82 recorded.", "only once everything here is");
    PhoneCall call = portal.exchange().call("anonymous", CallStory.LINE).dial();
    assertThat(call.heard()).isEqualTo("For English, press one. Po polsku: naciśnij dwa.");
    assertThat(portal.browser().look("/voice/prompt/" + other).status()).isEqualTo(404);

    record("bn", GOODBYE);
    assertThat(portal.exchange().call("anonymous", CallStory.LINE).dial().heard())
        .contains("[played: " + name("bn", "বাংলার জন্য তিন চাপুন।") + "]");
  }

  @Test
  void what_no_telephone_plays_is_refused_with_the_reason_and_nothing_is_kept() throws IOException {
    String field = field("pl", "Jeszcze raz.");

    Screen picture =
        lines("pl")
            .form("Save")
            .attach(field, "a.mp3", "audio/mpeg", MediaFiles.photoWithPlace())
            .submit();
    Screen ogg =
        lines("pl")
            .form("Save")
            .attach(field, "a.mp3", "audio/mpeg", MediaFiles.fixture("tagged.ogg"))
            .submit();

    assertThat(picture.status()).isEqualTo(422);
    assertThat(ogg.errors()).anyMatch(said -> said.contains("Save it as MP3 or WAV"));
    assertThat(lines("pl").text()).contains("0 of 81 recorded.");
  }

  @Test
  void a_name_that_was_guessed_or_belongs_elsewhere_opens_nothing() {
    assertThat(portal.browser().look("/voice/prompt/" + "0".repeat(40)).status()).isEqualTo(404);
    assertThat(portal.browser().look(DESK + "/lines/" + name("bn", GOODBYE)).status())
        .isEqualTo(401);
  }

  private static PhoneCall story() throws IOException {
    return portal
        .exchange()
        .call("anonymous", CallStory.LINE)
        .dial()
        .press("1")
        .press("1")
        .press("*")
        .press("*")
        .press("*");
  }

  private static Screen lines(String language) {
    return officer.get(DESK + "/lines?in=" + language);
  }

  private static void record(String language, String words) {
    Screen saved =
        lines(language)
            .form("Save")
            .attach(field(language, words), "memo.mp3", "audio/mpeg", MediaFiles.fixture(MP3))
            .submit();
    assertThat(saved.text()).contains("Saved. The next call hears it.");
  }

  private static void attach(ScreenForm form, Element field) {
    form.attach(field.attr("name"), "memo.mp3", "audio/mpeg", MediaFiles.fixture(MP3));
  }

  private static String field(String language, String words) {
    return row(lines(language), words).select("[type=file]").attr("name");
  }

  private static String name(String language, String words) {
    return named(row(lines(language), words));
  }

  private static String named(Element row) {
    return row.select("audio").attr("src").replaceFirst(".*/", "");
  }

  private static Element row(Screen page, String words) {
    List<Element> rows =
        page.page().select(".recorded__one").stream()
            .filter(one -> one.select(".recorded__said").text().equals(words))
            .toList();
    assertThat(rows).as(words).hasSize(1);
    return rows.getFirst();
  }

  /// What is said in each recording, by its name.
  private static Map<String, String> said(String language) {
    Map<String, String> said = new HashMap<>();
    lines(language)
        .page()
        .select(".recorded__one:has(audio)")
        .forEach(row -> said.put(named(row), row.select(".recorded__said").text()));
    return said;
  }

  private static Contribution byDigits(String digits) {
    ReceiptCode code = ReceiptCode.parseDigits(digits).orElseThrow();
    return portal.record().reading().byReceipt(code).orElseThrow();
  }
}
