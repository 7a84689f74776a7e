package org.folkmoot.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.folkmoot.Browser;
import org.folkmoot.Screen;
import org.folkmoot.media.MediaFiles;
import org.folkmoot.record.Contribution;
import org.folkmoot.texting.TextLine.Script;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Pictures that come with texts through Twilio.
class PicturesTest {

  private static FakeApi twilio;
  private static TextingTown town;

  @BeforeAll
  static void open() {
    twilio = FakeApi.twilio();
    Map<String, String> settings = new TreeMap<>(Telephone.LINE);
    settings.put("twilio_api_url", twilio.url());
    town = new TextingTown(settings);
    town.ask(Script.AFTER_SIX);
  }

  @AfterAll
  static void close() {
    town.close();
    twilio.close();
  }

  @Test
  void a_picture_waits_for_go_with_its_words_then_stands_without_its_place_and_is_gone_at_twilio()
      throws IOException {
    String photo = twilio.media().keep(MediaFiles.photoWithPlace());
    Telephone mo = town.phone();
    send(mo, "The shelter at Harbour Row is broken", photo);
    bring();
    assertThat(town.heard()).noneMatch(c -> c.text().contains("Harbour Row"));
    assertThat(twilio.media().has(photo)).as("there until its words are said to count").isTrue();

    Contribution said = town.byCode(answered(mo));
    bring();

    Contribution c = again(said);
    assertThat(c.text()).contains("Harbour Row").doesNotContain("[picture]");
    assertThat(c.media()).singleElement().extracting("kind").isEqualTo("PICTURE");
    assertThat(c.consent().scopes().media()).as("nobody asked whether it may be shown").isFalse();
    Screen shown = staff().get("/c/after-six/media/" + c.media().getFirst().id());
    assertThat(shown.status()).isEqualTo(200);
    assertThat(ImageIO.read(new ByteArrayInputStream(shown.bytes())).getHeight()).isEqualTo(80);
    assertThat(new String(shown.bytes(), StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif", "SecretPhone");
    assertThat(
            town.portal.browser().get("/c/after-six/media/" + c.media().getFirst().id()).status())
        .isEqualTo(404);
    assertThat(twilio.media().has(photo)).isFalse();
    assertThat(twilio.media().asked(photo))
        .contains("GET api " + name(photo) + " as us", "GET store " + name(photo) + " as nobody")
        .doesNotContain("GET store " + name(photo) + " as us");
    assertThat(thread()).contains("A picture came with it.");
    assertThat(
            staff().get("/desk/c/after-six/record/" + c.id()).page().select("a[href*=media], img"))
        .isNotEmpty();

    mo.text("FORGET " + c.receipt().printed());

    assertThat(staff().get("/c/after-six/media/" + c.media().getFirst().id()).status())
        .isEqualTo(404);
  }

  @Test
  void a_picture_without_a_word_is_a_contribution_too_and_one_sent_after_the_end_joins_it()
      throws IOException {
    String photo = twilio.media().keep(MediaFiles.photoWithPlace());
    String more = twilio.media().keep(MediaFiles.picture(30, 20, "png"));
    Telephone ana = town.phone();

    List<String> first = send(ana, "", photo);
    assertThat(String.join("\n", first)).contains("we kept your words", "Reply GO");
    Contribution c = town.byCode(answered(ana));
    bring();
    send(ana, "Thanks", more);
    bring();

    assertThat(c.text()).isEqualTo("[picture]");
    assertThat(again(c).media()).hasSize(2);
    assertThat(twilio.media().has(photo) || twilio.media().has(more)).isFalse();
  }

  @Test
  void what_is_no_picture_is_not_taken_its_words_stand_and_its_sender_is_told_once()
      throws IOException {
    String broken = twilio.media().keep(MediaFiles.zipBomb());
    Telephone mo = town.phone();
    send(mo, "The light at the stop is out", broken);
    bring();
    bring();

    Contribution c = town.byCode(answered(mo));
    bring();

    assertThat(again(c).text()).contains("The light at the stop is out");
    assertThat(again(c).media()).isEmpty();
    assertThat(toldOf(mo)).as("once").isEqualTo(1);
    assertThat(twilio.media().has(broken)).isFalse();
  }

  @Test
  void an_address_that_is_not_twilios_is_never_asked_and_a_redirect_leads_only_to_its_store()
      throws IOException {
    FakeMedia elsewhere = FakeApi.twilio().media();
    String foreign = elsewhere.keep(MediaFiles.photoWithPlace());
    Telephone mo = town.phone();
    send(mo, "Look here", foreign);
    bring();
    assertThat(elsewhere.asked(foreign)).isEmpty();
    assertThat(toldOf(mo)).isEqualTo(1);

    String photo = twilio.media().keep(MediaFiles.photoWithPlace());
    twilio.media().leadsTo(Optional.of(foreign));
    Telephone ana = town.phone();
    send(ana, "And here", photo);
    bring();
    twilio.media().leadsTo(Optional.empty());

    assertThat(elsewhere.asked(foreign)).isEmpty();
    assertThat(toldOf(ana)).isEqualTo(1);
    assertThat(twilio.media().has(photo)).isFalse();
  }

  @Test
  void what_fails_is_tried_again_and_given_up_after_a_few_times() throws IOException {
    twilio.media().failing(1);
    String photo = twilio.media().keep(MediaFiles.photoWithPlace());
    Telephone mo = town.phone();
    send(mo, "Tried again", photo);
    Contribution c = town.byCode(answered(mo));
    bring();
    later();
    assertThat(again(c).media()).hasSize(1);
    assertThat(twilio.media().has(photo)).isFalse();

    twilio.media().failing(Integer.MAX_VALUE);
    String never = twilio.media().keep(MediaFiles.photoWithPlace());
    Telephone ana = town.phone();
    send(ana, "Given up", never);
    for (int i = 0; i < Pictures.TRIES; i++) {
      later();
    }
    assertThat(toldOf(ana)).isEqualTo(1);
    assertThat(twilio.media().has(never)).as("not deleted yet").isTrue();
    twilio.media().failing(0);
    later();
    assertThat(twilio.media().has(never)).as("repeated until it is done").isFalse();
  }

  @Test
  void who_says_no_or_never_go_leaves_no_picture_here_or_there() throws IOException {
    String photo = twilio.media().keep(MediaFiles.photoWithPlace());
    String silent = twilio.media().keep(MediaFiles.photoWithPlace());
    Telephone mo = town.phone();
    send(mo, "My stop", photo);
    bring();
    mo.text("NO");
    bring();
    assertThat(twilio.media().has(photo)).isFalse();

    Telephone ana = town.phone();
    send(ana, "My stop too", silent);
    bring();
    assertThat(twilio.media().has(silent)).isTrue();
    town.portal.time().forward(Duration.ofDays(14).plusMinutes(1));
    town.portal.texting().goOn();
    bring();
    assertThat(twilio.media().has(silent)).isFalse();
  }

  private static List<String> send(Telephone from, String words, String picture) {
    return from.text(words, "MM" + UUID.randomUUID(), List.of(picture));
  }

  /// GO, and whatever is asked then.
  private static String answered(Telephone phone) {
    return phone.goesOn();
  }

  private static void bring() {
    town.portal.texting().bringPictures();
  }

  private static void later() {
    town.portal.time().forward(Duration.ofHours(3));
    bring();
  }

  private static Contribution again(Contribution c) {
    return town.portal.record().service().find(c.id()).orElseThrow();
  }

  private static long toldOf(Telephone phone) {
    town.portal.sending().sendDue();
    return twilio.taken().stream()
        .filter(
            t -> t.to().equals(phone.number()) && t.body().contains("could not take your picture"))
        .count();
  }

  private static Browser staff() {
    return town.portal.officer();
  }

  private static String thread() {
    Browser officer = staff();
    String newest =
        officer
            .get("/desk/c/after-six/texting/threads")
            .page()
            .select("a[href*=/threads/SMS-]")
            .eachAttr("href")
            .getFirst();
    return officer.get(newest).text();
  }

  private static String name(String address) {
    return address.replaceFirst(".*/", "");
  }
}
