package org.folkmoot.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.texting.TextingTown.code;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Contribution.DerivedText;
import org.folkmoot.record.Status;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.texting.TextLine.Script;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What people live through who take part with an old phone, text by text. The transcripts are in
/// `src/test/resources/texted`; told over whichever gateway a subclass names, they are the same.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TextedStories {

  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  private TextingTown town;

  abstract TextedLine line();

  /// Settings of a portal that is texted so.
  abstract Map<String, String> settings();

  @BeforeAll
  void open() {
    town = new TextingTown(settings());
    // Open for years, so that a story may take its time.
    town.portal
        .officer()
        .get("/desk/c/after-six/edit")
        .form("/edit")
        .set("closes-on", "2031-11-01")
        .set("decides-on", "2031-12-01")
        .submit();
    town.ask(Script.AFTER_SIX);
  }

  @AfterAll
  void close() {
    town.close();
  }

  @Test
  void us_01_i_saw_a_poster_and_want_to_have_my_say_by_text_in_ten_minutes() {
    var mo =
        story("us-01-have-my-say", "I saw a poster. I want to have my say by text in ten minutes.");

    mo.texts("BUS", "go", "2", "1", "Finished at nine. The last bus went at ten past six.", "DONE");
    mo.texts("B", "WM3 4AB", "2", "1", "2");
    Contribution said = town.byCode(code(mo.text("1")));

    assertThat(said.channel()).isEqualTo(Channel.SMS);
    assertThat(said.answers()).hasSize(5);
    assertThat(said.place()).isEqualTo("WM3");
    assertThat(said.consent().scopes().quoted()).isTrue();
    assertThat(said.consent().scopes().published()).isFalse();
    mo.now("One contribution by text with five answers, to be quoted without a name.");
    theDeskSeesNoNumber(mo);
    mo.now("The desk knows the phone by a name like SMS-0001. Nobody there sees the number.");
    mo.ends();
  }

  @Test
  void us_02_my_story_is_long_and_my_phone_sends_it_in_bits() {
    var ola =
        story("us-02-a-long-story-in-bits", "My story is long and my phone sends it in bits.");

    ola.texts("BUS", "GO", "1", "1");
    ola.meanwhile("Three texts of one story. The network delivers the second one first.");
    ola.text("2/3 and the shelter has no sides, so I stood", "SMbits-2");
    ola.text("1/3 I missed the 18:40 by a minute", "SMbits-1");
    ola.text("3/3 in the rain until my son came for me", "SMbits-3");
    ola.meanwhile("The network delivers the first one again.");
    ola.text("1/3 I missed the 18:40 by a minute", "SMbits-1");
    ola.texts("DONE", "A", "SKIP", "2", "2");
    Contribution said = town.byCode(code(ola.text("2")));

    assertThat(said.text())
        .isEqualTo(
            "1/3 I missed the 18:40 by a minute\n2/3 and the shelter has no sides, so I stood\n"
                + "3/3 in the rain until my son came for me");
    ola.now("One answer, in the order it was written, once:");
    said.text().lines().forEach(ola::now);
    ola.ends();
  }

  @Test
  void us_03_stop() {
    var mo = story("us-03-stop-please", "Stop.");

    mo.texts("BUS", "GO", "3", "stop please");
    var number = new PhoneNumber(mo.number());
    String id = "told:one-" + mo.number();
    SendingService sending = town.portal.sending();
    sending.send(id, Portal.AFTER_SIX, Purpose.REMINDER, number, "News");
    assertThat(line().fetch(town)).isZero();
    OutText news = sending.sent(id).orElseThrow();
    assertThat(news.state()).isEqualTo(OutText.State.FAILED);
    assertThat(news.reason()).isEqualTo(OutText.OPTED_OUT);
    assertThat(news.tries()).isZero();
    mo.now("News for this phone is refused here, before any gateway hears of it.");
    mo.texts("STOP", "I mean it", "RESULT");
    mo.later(Duration.ofDays(2), "Two days go by.");
    mo.texts("START", "1", "I walked. It took an hour.", "DONE", "STOP", "FORGET", "FORGET YES");
    assertThat(town.heard()).noneMatch(c -> c.text().contains("It took an hour"));
    mo.now("What was answered is erased. The phone still gets no texts.");
    mo.texts("START");
    mo.ends();
  }

  @Test
  void us_04_i_dont_read_english_well() {
    var ola = story("us-04-in-polish", "I don't read English well.");

    ola.texts("BUS", "2", "GO", "1", "tak");
    ola.texts("Czekałam godzinę w deszczu.", "GOTOWE", "A", "POMIŃ", "2", "1", "2");
    Contribution said = town.byCode(code(ola.text("2")));
    var record = town.portal.record();
    record
        .service()
        .addText(
            said.id(),
            new DerivedText("TRANSLATION", "en", "I waited an hour in the rain.", "Ewa Nowak", ""),
            "amina");
    record.service().check(said.id(), "amina");

    Contribution kept = town.byCode(said.receipt().printed());
    assertThat(kept.language()).isEqualTo("pl");
    assertThat(kept.text()).isEqualTo("Czekałam godzinę w deszczu.");
    assertThat(kept.derived().getFirst().by()).isEqualTo("Ewa Nowak");
    ola.now("Kept as written: " + kept.text());
    ola.now("Translated by " + kept.derived().getFirst().by() + ": I waited an hour in the rain.");
    assertThat(town.portal.officer().get("/desk/c/after-six/texting").text())
        .contains("121 characters with special letters, 2 parts");
    ola.now(
        "The desk says of question one in Polish: 121 characters with special letters, 2 parts.");
    ola.ends();
  }

  @Test
  void nobody_must_know_a_keyword_to_be_heard() {
    var pat = story("a-sentence-alone", "I do not know any keyword. I just write what is wrong.");

    pat.text("My shift ends at nine and nothing runs");
    assertThat(town.heard()).noneMatch(c -> c.text().startsWith("My shift ends at nine"));
    pat.now("It waits. Nobody reads it.");
    pat.texts("GO", "1", "1", "C", "SKIP", "2", "2");
    Contribution said = town.byCode(code(pat.text("2")));
    assertThat(said.text()).isEqualTo("My shift ends at nine and nothing runs");
    assertThat(said.answers()).extracting(a -> a.question()).contains("Q3");
    pat.now("It is the answer to question three, which was not asked.");
    Contribution more = town.byCode(code(pat.text("And on Sundays nothing runs at all")));
    assertThat(more.consent().scopes().quoted()).isFalse();
    pat.now("Kept as a second contribution, to be used as was allowed before.");
    String changed = "CHANGE " + said.receipt().printed() + " My shift ends at ten, not nine";
    assertThat(pat.text(changed).getFirst()).startsWith("Done.");
    pat.texts("thanks", "RESULT");
    pat.ends();
  }

  @Test
  void without_go_a_sentence_is_erased_after_fourteen_days() {
    var pat = story("a-sentence-without-go", "I wrote to them and thought no more about it.");

    pat.text("BUS no way home after 6");
    pat.later(Duration.ofDays(14).plusHours(1), "Fourteen days go by without GO.");
    assertThat(town.heard()).noneMatch(c -> c.text().equals("no way home after 6"));
    pat.now("The words are erased. Nobody has read them.");
    pat.text("GO");
    pat.ends();
  }

  @Test
  void end_typed_as_an_answer_stops_everything_because_the_network_takes_it_so() {
    var mo = story("end-as-an-answer", "I wrote END because that was the end of my story.");

    mo.texts("BUS", "GO", "1", "1", "I waited and waited", "end", "START", "DONE");
    mo.ends();
  }

  @Test
  void a_wrong_number() {
    var dee = story("wrong-number", "That was meant for my sister.");

    dee.texts("Can you get Ann from the station at 8", "oh sorry wrong number");
    assertThat(town.heard()).noneMatch(c -> c.text().contains("station at 8"));
    dee.now("Nothing was kept, and nobody has read it.");
    dee.ends();
  }

  @Test
  void another_language_in_the_middle() {
    var rina = story("another-language", "I began in English. Bangla is easier for my mother.");

    rina.texts("BUS", "GO", "bus", "Bangla", "১", "রাত আটটায় কাজ শেষ, তখন বাস নেই।", "শেষ");
    rina.texts("Polski", "বাংলা", "ক", "A", "বাদ", "না", "হ্যাঁ", "২");
    Contribution said = town.byCode(code(rina.text("২")));
    assertThat(said.text()).isEqualTo("রাত আটটায় কাজ শেষ, তখন বাস নেই।");
    assertThat(said.language()).isEqualTo("bn");
    assertThat(said.consent().scopes().quoted()).isTrue();
    rina.now(
        "Kept as written, in Bangla, with what was chosen: " + said.answers().size() + " answers.");
    rina.ends();
  }

  @Test
  void abuse_is_kept_like_anything_else_and_read_by_a_person_before_anybody_else() {
    var ray = story("abuse", "I was angry.");

    ray.texts("BUS", "GO", "1", "1", "You useless thieving idiots, sort it out", "DONE");
    ray.texts("D", "SKIP", "2", "1", "1");
    Contribution said = town.byCode(code(ray.text("2")));
    assertThat(said.status()).isEqualTo(Status.RECEIVED);
    assertThat(town.portal.resident().get("/c/after-six/record").text())
        .doesNotContain("thieving idiots");
    ray.now("It waits to be checked. Nobody outside reads it before.");
    town.portal.record().service().decline(said.id(), "amina", "It insults people.");
    ray.meanwhile("An officer does not show it and says why.");
    ray.text("RESULT");
    ray.ends();
  }

  @Test
  void words_of_danger_at_ten_past_eleven_at_night() {
    var kit = story("danger-at-2310", "It was late and I could not go on.");
    LocalDate today = LocalDate.ofInstant(town.portal.time().instant(), ZONE);
    var night = today.plusDays(1).atTime(LocalTime.of(23, 10)).atZone(ZONE).toInstant();
    kit.later(Duration.between(town.portal.time().instant(), night), "It is 23:10.");

    List<String> answer = kit.text("no bus again. i want to die");

    assertThat(answer.getFirst()).contains("999", "Samaritans 116 123");
    assertThat(town.held()).anyMatch(c -> c.text().contains("want to die"));
    kit.now("Set apart for the safety lead at once, with the number, although nobody said GO.");
    assertThat(town.heard()).noneMatch(c -> c.text().contains("want to die"));
    kit.now("Nobody else reads it.");
    kit.texts("BUS", "GO");
    kit.ends();
  }

  @Test
  void a_number_that_has_become_somebody_elses() {
    var mo = story("somebody-elses-number", "I had this number new. Somebody had it before me.");

    mo.meanwhile("Its last owner takes part.");
    mo.texts(
        "BUS", "2", "GO", "1", "1", "Moje dziecko choruje", "GOTOWE", "A", "WM4", "2", "1", "1");
    String code = code(mo.text("1"));
    mo.later(Duration.ofDays(380), "More than twelve months go by. The number is somebody else's.");

    List<String> hello = mo.text("Hi, is this the bus people?");
    assertThat(String.join(" ", hello)).contains("Reply GO").doesNotContain("dziecko", code);
    mo.now("Asked again as anybody new, in the first language, and nothing is added unasked.");
    mo.texts("GO", "RESULT", "HELP");
    mo.text("FORGET");
    assertThat(mo.text("FORGET YES").toString()).doesNotContain("dziecko", code);
    assertThat(town.byCode(code).status()).isEqualTo(Status.RECEIVED);
    mo.now("FORGET from this phone reaches nothing that its last owner said.");
    assertThat(mo.text("CHANGE " + code + " something else").toString()).contains("do not know");
    mo.ends();
  }

  private TextStory story(String file, String title) {
    return new TextStory(town, line(), file, title);
  }

  private void theDeskSeesNoNumber(TextStory story) {
    Screen desk = town.portal.officer().get("/desk/c/after-six/texting");
    assertThat(desk.text()).contains("SMS-0001");
    assertThat(desk.html()).doesNotContain(story.number().substring(4));
    assertThat(town.portal.officer().get("/desk/c/" + Portal.AFTER_SIX + "/record").html())
        .doesNotContain(story.number().substring(4));
  }
}
