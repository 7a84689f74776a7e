package org.folkmoot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.App;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.Settings;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The town as a visitor finds it.
class SampleTownTest {

  private static final String OPEN = "after-six";
  private static final String OVER = "waiting-places";

  private static Portal portal;

  @BeforeAll
  static void open() {
    portal = Portal.start(Map.of("admin_token", "every-right"), true);
  }

  @AfterAll
  static void close() {
    portal.close();
  }

  @Test
  void all_doors_are_used_and_no_two_voices_are_alike() {
    assertThat(portal.record().reading().heard(OPEN))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry(Channel.PANEL, 24L),
                Map.entry(Channel.STATEMENT, 31L),
                Map.entry(Channel.FORUM, 19L),
                Map.entry(Channel.LIVE_SESSION, 24L),
                Map.entry(Channel.STORY, 12L),
                Map.entry(Channel.SMS, 27L),
                Map.entry(Channel.PUBLIC_MEETING, 20L),
                Map.entry(Channel.COMMENT_CARD, 11L),
                Map.entry(Channel.DOT_VOTE, 1L),
                Map.entry(Channel.JURY, 8L),
                Map.entry(Channel.WRITTEN_SUBMISSION, 6L)));
    assertThat(portal.record().reading().heard(OVER).values().stream().mapToLong(n -> n).sum())
        .as("voices, slips and dots of the one that is over")
        .isEqualTo(75);

    List<Voice> said = new ArrayList<>(voices(portal.record(), OPEN));
    said.addAll(voices(portal.record(), OVER));
    List<String> words =
        said.stream()
            .map(v -> (v.text() + v.derived()).toLowerCase(Locale.ROOT))
            .filter(text -> !text.equals("[]"))
            .toList();
    assertThat(words).hasSizeGreaterThan(205).doesNotHaveDuplicates();
    assertThat(said.stream().map(Voice::language)).contains("en", "pl", "bn");
    assertThat(said.stream().filter(v -> !v.language().equals("en") && v.derived().isEmpty()))
        .as("not translated")
        .isEmpty();
  }

  @Test
  void people_allow_different_things_and_the_desk_treats_them_so() {
    List<Voice> said = voices(portal.record(), OPEN);
    assertThat(said.stream().filter(v -> v.scopes().named())).hasSizeGreaterThan(10);
    assertThat(said.stream().filter(v -> !v.scopes().quoted() && !v.text().isBlank()))
        .hasSizeGreaterThan(10);
    assertThat(said.stream().filter(v -> v.scopes().quoted() && !v.scopes().published()))
        .isNotEmpty();
    assertThat(count(OPEN, Status.HELD)).as("held for safety").isEqualTo(1);
    assertThat(count(OPEN, Status.REFUSED)).as("declined").isEqualTo(3);
    assertThat(count(OPEN, Status.WITHDRAWN)).as("taken back").isEqualTo(1);
    assertThat(count(OPEN, Status.RECEIVED)).as("waiting at the desk").isEqualTo(11);
    assertThat(count(OVER, Status.WITHDRAWN)).as("taken back").isEqualTo(2);
    assertThat(count(OVER, Status.HELD)).isZero();
    assertThat(said.stream().filter(v -> v.status() == Status.REFUSED).map(Voice::reason))
        .noneMatch(String::isBlank);
  }

  @Test
  void each_log_tells_the_story_in_its_order() {
    for (String slug : Demo.CONSULTATIONS) {
      Ledger ledger = portal.record().ledger();
      List<Instant> at =
          ledger.after(slug, 0, 5_000).stream().map(entry -> entry.act().at()).toList();
      assertThat(at).hasSizeGreaterThan(200).isSortedAccordingTo(Comparator.naturalOrder());
      assertThat(ledger.verify(slug).wrong()).isEmpty();
    }
    Instant first = portal.record().ledger().after(OVER, 0, 1).getFirst().act().at();
    assertThat(Duration.between(first, portal.time().instant()).toDays()).isEqualTo(310);
  }

  @Test
  void what_is_over_shows_the_end_of_the_road() {
    Browser resident = portal.resident();
    Screen decision = resident.get("/c/" + OVER + "/decision");
    assertThat(decision.text())
        .contains("lamps that point down at nine stops", "A heater in every shelter.", "Not done");
    Screen report = resident.get("/c/" + OVER + "/report");
    assertThat(report.text())
        .as("two have taken their words back since")
        .contains("A launderette, a baker, a person".substring(2), "2 ");
    assertThat(report.html()).contains("/c/" + OVER + "/decision");

    Voice card =
        voices(portal.record(), OVER).stream()
            .filter(v -> v.text().startsWith("A roof that goes"))
            .findFirst()
            .orElseThrow();
    assertThat(resident.get("/r/" + card.receipt()).text())
        .contains("Four shelters turned round, with a bench in each.");
  }

  @Test
  void no_page_of_an_open_question_shows_a_decision() {
    for (String who : List.of("resident", "councillor", "officer")) {
      Browser reader = portal.resident();
      reader.get("/demo/as/" + who).form("/demo/as/" + who).submit();
      Set<String> seen = new TreeSet<>();
      List<String> open = new ArrayList<>(List.of("/c/" + OPEN, "/c/" + OPEN + "/decision"));
      while (!open.isEmpty() && seen.size() < 40) {
        String path = open.removeFirst();
        if (!seen.add(path)) {
          continue;
        }
        Screen page = reader.look(path);
        if (page.status() == 200 && page.isHtml()) {
          assertThat(page.text())
              .as(who + " at " + path)
              .doesNotContain(
                  "6 for, 1 against", "lamps that point down at nine stops", "Done. All");
          page.links().stream()
              .map(link -> link.replaceFirst("[?#].*", ""))
              .filter(link -> link.startsWith("/c/" + OPEN + "/") && !link.contains("/media/"))
              .filter(link -> !seen.contains(link))
              .forEach(open::add);
        }
      }
      assertThat(seen).hasSizeGreaterThan(10);
    }
    assertThat(portal.resident().get("/c/" + OPEN + "/decision").text())
        .contains("Nothing has been decided yet");
  }

  @Test
  void the_first_page_of_the_report_has_words_for_and_against() {
    Browser councillor = portal.resident();
    councillor.get("/demo/as/councillor").form("/demo/as/councillor").submit();
    assertThat(councillor.get("/c/" + OPEN + "/report").text())
        .contains("I can't get a job that ends when the buses do.", "NO TO ALL OF IT.");
  }

  @Test
  void twelve_stories_are_told_in_four_ways_and_heard_with_captions() {
    Map<String, Integer> kinds = new HashMap<>();
    List<Voice> stories =
        voices(portal.record(), OPEN).stream().filter(v -> v.channel() == Channel.STORY).toList();
    stories.forEach(story ->
        kinds.merge(
            story.media().isEmpty() ? "" : story.media().getFirst().kind(), 1, (a, b) -> a + b));
    assertThat(kinds).isEqualTo(Map.of("", 5, "SOUND", 4, "PICTURE", 2, "VIDEO", 1));

    Voice film =
        stories.stream()
            .filter(story -> story.title().startsWith("Forty minutes"))
            .findFirst()
            .orElseThrow();
    Browser resident = portal.resident();
    Screen page = resident.get("/c/" + OPEN + "/stories/" + film.id());
    assertThat(page.text()).contains("Synthetic voice, made-up person");
    Screen captions = resident.look(page.page().select("video track").attr("src"));
    assertThat(captions.header("Content-Type")).startsWith("text/vtt");
    assertThat(new String(captions.bytes(), java.nio.charset.StandardCharsets.UTF_8))
        .startsWith("WEBVTT")
        .contains("a man with a lampshade");
  }

  @Test
  void the_open_question_can_be_read_heard_and_seen_in_other_forms() {
    Browser resident = portal.resident();
    assertThat(resident.get("/c/" + OPEN).page().select(".formats a").eachAttr("href"))
        .containsExactly(
            "/c/" + OPEN + "/plain",
            "/c/" + OPEN + "/easy",
            "/c/" + OPEN + "/listen",
            "/c/" + OPEN + "/signing");
    var easy = resident.get("/c/" + OPEN + "/easy").page().select(".easy__line");
    assertThat(easy).hasSizeGreaterThan(15);
    assertThat(easy.select("> svg")).as("a drawing for each idea").hasSameSizeAs(easy);
    assertThat(easy.eachText())
        .allSatisfy(line ->
            assertThat(line.split("[.?!] ")).allMatch(said -> said.split(" ").length <= 15));

    Screen listen = resident.get("/c/" + OPEN + "/listen");
    assertThat(listen.text()).contains("synthetic voice", "what should come first?");
    Screen heard = resident.look(listen.page().select("audio").attr("src"));
    assertThat(heard.header("Content-Type")).isEqualTo("audio/ogg");
    assertThat(resident.get("/c/" + OPEN + "/signing").text())
        .contains("A film of this question in British Sign Language would stand here.");
    assertThat(resident.get("/c/" + OPEN + "/easy?lang=pl").page().select(".easy [lang=pl]"))
        .as("written in Polish as well")
        .hasSize(18);
    assertThat(resident.get("/c/" + OPEN + "/listen?lang=pl").page().select("main [lang=en]"))
        .as("recorded in English only, and marked so")
        .isNotEmpty();
    resident.get("/?lang=en");
  }

  @Test
  void the_question_is_asked_in_polish_too() {
    Browser resident = portal.resident();
    Screen page = resident.get("/c/" + OPEN + "?lang=pl");
    assertThat(page.page().selectFirst("h1").attr("lang")).isEqualTo("pl");
    assertThat(page.text())
        .contains(
            "co zrobić najpierw",
            "Zarząd rady Wrenmouth decyduje",
            "Minibus na zamówienie w całym okręgu",
            "gdzie można bezpiecznie czekać")
        .doesNotContain("The cabinet of", "A minibus across", "Which roads and hours");
    assertThat(page.page().select("main [lang=en]")).isEmpty();
    Screen home = resident.get("/");
    assertThat(home.page().select(".poster__question a").attr("lang")).isEqualTo("pl");
    assertThat(home.page().select(".earlier a").attr("lang")).isEqualTo("pl");
    assertThat(resident.get("/c/" + OPEN + "/forum").page().select(".asked__text").attr("lang"))
        .as("the question above every page")
        .isEqualTo("pl");
  }

  @Test
  void ways_in_lead_to_a_meeting_that_is_to_come() {
    Browser resident = portal.resident();
    String notice = "/c/" + OPEN + "/meetings/eastgate-library";
    for (String from : List.of("/", "/c/" + OPEN, "/c/" + OPEN + "/signing", "/ask")) {
      assertThat(resident.get(from).links()).as(from).contains(notice);
    }
    assertThat(resident.get("/").text()).contains("Next: ", "Eastgate Library");
    Screen page = resident.get(notice);
    assertThat(page.text())
        .contains("Step-free", "British Sign Language", "Tea and buses")
        .doesNotContain("This meeting is over");
    Screen calendar = resident.look(notice + ".ics");
    assertThat(calendar.header("Content-Type")).startsWith("text/calendar");
    assertThat(calendar.html()).contains("BEGIN:VEVENT");
    assertThat(resident.get("/c/" + OPEN + "/meetings").page().select("main h2").eachText())
        .contains("Meetings that were");
  }

  @Test
  void a_person_can_be_reached_with_one_press() {
    Screen page = portal.resident().get("/ask");
    assertThat(page.page().select(".reach a").eachAttr("href"))
        .containsExactly(
            "tel:01632960555", "sms:+447700900999", "mailto:aftersix@wrenmouth.example");
    assertThat(page.page().select(".reach a").eachText())
        .startsWith("01632 960 555", "07700 900 999");
    assertThat(page.text()).contains("Dilys Rowe", "Monday to Friday");
  }

  @Test
  void starting_again_loads_nothing_again() {
    Map<Channel, Long> heard = portal.record().reading().heard(OPEN);
    long last = portal.record().ledger().last(OPEN);

    portal.restart();

    assertThat(portal.record().reading().heard(OPEN)).isEqualTo(heard);
    assertThat(portal.record().ledger().last(OPEN)).isEqualTo(last);
  }

  @Test
  void loading_on_the_29th_of_february_gives_the_same_picture(@TempDir Path data) {
    Instant leap = Instant.parse("2028-02-29T15:00:00Z");
    try (App app =
        App.start(
            Settings.from(
                Map.of("port", "0", "admin_token", "every-right", "data", data.toString())),
            () -> leap,
            true)) {
      LocalDate then = LocalDate.parse("2028-02-29");
      LocalDate now = LocalDate.parse("2027-11-01");
      for (String slug : Demo.CONSULTATIONS) {
        assertThat(picture(app.record(), slug, then))
            .containsExactlyInAnyOrderElementsOf(picture(portal.record(), slug, now));
      }
    }
  }

  /// Each voice as it stands, with how long ago it was said.
  private static List<String> picture(RecordRoom record, String slug, LocalDate today) {
    return voices(record, slug).stream()
        .map(v ->
            String.join(
                "|",
                v.channel().name(),
                v.status().name(),
                v.text(),
                v.scopes().toString(),
                v.themes().toString(),
                Long.toString(
                    today.toEpochDay()
                        - LocalDate.ofInstant(v.receivedAt(), java.time.ZoneId.of("Europe/London"))
                            .toEpochDay())))
        .toList();
  }

  private static long count(String slug, Status status) {
    return portal.record().reading().count(RecordQuery.in(slug).statuses(EnumSet.of(status)));
  }

  private static List<Voice> voices(RecordRoom record, String slug) {
    List<Voice> all = new ArrayList<>();
    long next = 0;
    do {
      var page = record.reading().list(Reader.SAFEGUARDING, RecordQuery.in(slug).page(next, 100));
      all.addAll(page.voices());
      next = page.next();
    } while (next > 0);
    return all.stream().filter(v -> !v.status().isGone()).toList();
  }
}
