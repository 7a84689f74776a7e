package org.folkmoot;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.assertj.core.api.SoftAssertions;
import org.folkmoot.door.Role;
import org.folkmoot.door.Route;
import org.folkmoot.forum.LiveEvent;
import org.folkmoot.media.MediaFiles;
import org.folkmoot.web.Pages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// One voice for each use that can be allowed, and for each way of standing in the record, each
/// with words of its own; then everything there is to read is read in every role, without one, and
/// with an evening pass. Who finds which words is what domain and consent say, and nobody else.
@Order(1)
final class WallsTest {

  private static final String TOWN = "/c/after-six";
  private static final String DESK = "/desk" + TOWN;
  private static final String SPOKEN = DESK + "/calling/lines";
  private static final String API = "/api/v1/consultations/after-six";

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
  void what_a_person_allowed_is_what_each_role_finds_wherever_it_looks() throws IOException {
    EveryUse said = EveryUse.in(portal);
    EveryGet every = everyGet(said);
    Logger pages = Logger.getLogger("org.folkmoot.web.Pages");
    Set<String> templates = ConcurrentHashMap.newKeySet();
    pages.setFilter(
        line -> line.getParameters() == null || !templates.add(line.getParameters()[0].toString()));
    pages.setLevel(Level.FINER);
    List<EveryGet.Seen> all = every.walk();
    pages.setLevel(null);

    var holds = new SoftAssertions();
    for (var word : said.mayFind().entrySet()) {
      Set<String> found =
          all.stream()
              .filter(seen -> seen.holds(word.getKey()))
              .filter(seen -> !word.getValue().contains(seen.reader()))
              .map(seen -> seen.reader() + " at " + seen.address())
              .collect(toCollection(TreeSet::new));
      holds.assertThat(found).as(word.getKey() + " leaks").isEmpty();
      Set<String> readers =
          all.stream()
              .filter(seen -> seen.holds(word.getKey()))
              .map(EveryGet.Seen::reader)
              .collect(toSet());
      holds.assertThat(readers).as(word.getKey() + " is found").containsAll(word.getValue());
    }
    nothingWasLeftOut(holds, all);
    holds.assertThat(unseen(templates)).as("pages nobody was shown").isSubsetOf(BEHIND_A_PRESS);
    holds.assertAll();
  }

  private static Set<String> unseen(Set<String> shown) {
    return Pages.templates().stream()
        .filter(WallsTest::isWhole)
        .filter(template -> !shown.contains(template))
        .collect(toCollection(TreeSet::new));
  }

  /// True for pages, false for what is part of them or printed.
  private static boolean isWhole(String template) {
    try (InputStream in = Pages.class.getResourceAsStream("/templates/" + template)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).startsWith("{{</layout}}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Behind a secret of their own, which nobody here has: sign-in, the long link of a receipt, a
  /// file on its way from somebody's browser, and parts of the log that only one with 65,536
  /// entries has.
  private static final Set<String> SHUT =
      Set.of(
          "/enter/{secret}",
          "/set-up/{secret}",
          "/sign-in/link/{secret}",
          "/sign-in/code",
          "/sign-in/set-up",
          "/find/{secret}",
          "/c/{consultation}/uploads/{upload}",
          "/api/v1/uploads/{upload}",
          "/r/{receipt}/{key}",
          "/log/{consultation}/tile/{level}/{x}/{n}/{width}");

  /// Shown in answer to a press; tests beside this one may show them meanwhile.
  private static final Set<String> BEHIND_A_PRESS =
      Set.of(
          "desk/queue-confirm.mustache",
          "people/factor.mustache",
          "people/invitation.mustache",
          "people/recovery.mustache",
          "problem/send-again.mustache",
          "record/found.mustache",
          "statement/note.mustache");

  private void nothingWasLeftOut(SoftAssertions holds, List<EveryGet.Seen> all) {
    Set<String> opened =
        all.stream()
            .filter(seen -> seen.status() == 200)
            .map(EveryGet.Seen::route)
            .collect(toSet());
    Set<String> there =
        portal.app().routes().all().stream()
            .filter(route -> route.method().equals("GET"))
            .map(Route::pattern)
            .collect(toCollection(TreeSet::new));
    there.removeAll(opened);
    holds.assertThat(there).as("routes that opened for nobody").isEqualTo(SHUT);
    String live =
        all.stream()
            .filter(s -> s.route().startsWith("/live/"))
            .map(EveryGet.Seen::body)
            .toList()
            .toString();
    holds
        .assertThat(LiveEvent.Kind.values())
        .as("kinds of events that were there to be read")
        .allMatch(kind -> live.contains("\"" + kind.word() + "\""));
  }

  private EveryGet everyGet(EveryUse said) throws IOException {
    EveryGet every = EveryGet.ofTheTown(portal).reader(EveryUse.PUBLIC, portal.resident());
    Browser officer = portal.officer();
    for (Role role : Role.values()) {
      every.reader(role, portal.invite(role));
    }
    String code = officer.get(meetingToday(officer)).page().select(".pass__code").text();
    Browser volunteer = portal.resident();
    volunteer.get("/pass/" + code).form().set("name", "Sam").submit();
    every.reader(EveryUse.PASS, volunteer).reader(EveryUse.SENDER, said.sender());
    String report = DESK + "/report";
    officer.get(report).form("Count everything now").submit();
    officer.get(report).form("Save").set("limits", "Only evenings.").submit();
    officer.get(report).form("Publish the report").submit();
    Browser api =
        portal.browser().header("Authorization", "Bearer " + EveryGet.token(portal, Role.OFFICER));
    String[] figures =
        officer.get(TOWN + "/report").links().stream()
            .filter(link -> link.contains("/report/figures/") && link.contains("/all"))
            .map(link -> link.replaceFirst(".*/figures/", ""))
            .toArray(String[]::new);
    String snapshot = api.send("POST", API + "/snapshots", "application/json", new byte[0]).html();
    ScreenForm offer =
        portal.resident().get("/i/wrenmouth/invitations/safe-waiting-places/answer").form();
    offer.set("words", "A warm room.").set("count", "12").set("organisation", "Wash House");
    String answer = offer.set("contact", "zqoffer@example.org").submit().code();
    said.mayFind("zqoffer@example.org", Role.ADMIN, Role.OFFICER);
    Screen letter =
        officer
            .get(DESK + "/letters")
            .form()
            .attach("file", "a.png", "image/png", MediaFiles.picture(9, 9, "png"))
            .submit();
    Screen request =
        officer
            .get("/desk/rights")
            .form("/desk/rights")
            .set("who", "07700 900123")
            .set("identity", "They rang from it")
            .submit();
    assertThat(request.errors()).isEmpty();
    String prompt = prompt(officer);
    long last = portal.record().ledger().last("after-six") - 1;
    Screen page = portal.resident().get("/");
    String[] parts = page.page().select("link[rel=stylesheet]").attr("href").split("/");
    return every
        .knows("id", said.ids().toArray(String[]::new))
        .knows("story", said.ids().toArray(String[]::new))
        .knows("media", said.media().toArray(String[]::new))
        .knows("media", letter.address().getQuery().replaceFirst(".*file=", ""))
        // Receipts open the same for whoever has the code.
        .knows("receipt", said.codesOfDeclined().toArray(String[]::new))
        .knows("receipt/key", "none/none")
        .knows("snapshot", snapshot.replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1"))
        .knows("figure", figures)
        .knows("answer", answer)
        .knows("hold", said.underHold(officer))
        .knows("request", request.path().replaceFirst(".*/", ""))
        .knows("prompt", prompt)
        .knows("code", code)
        .knows("n", "%03d.p".formatted(last / 256))
        .knows("width", Long.toString(last % 256 + 1))
        .knows("version", parts[2])
        .knows("folder", parts[3])
        .knows("file", parts[parts.length - 1], "favicon.svg")
        .besides(
            "/c/waiting-places/decision",
            TOWN + "/record?q=somebody",
            DESK + "/record?q=somebody",
            DESK + "/record?status=RECEIVED",
            DESK + "/record?status=REFUSED",
            API + "/contributions?limit=200",
            API + "/contributions?limit=200&q=somebody",
            API + "/contributions?limit=200&status=HELD",
            API + "/contributions?limit=200&status=WITHDRAWN");
  }

  /// A recording of words that are spoken in calls.
  private static String prompt(Browser officer) throws IOException {
    ScreenForm form = officer.get(SPOKEN).form("Save");
    String line = officer.get(SPOKEN).page().select("input[type=file]").attr("name");
    Screen saved =
        form.attach(line, "memo.mp3", "audio/mpeg", MediaFiles.fixture("tagged.mp3")).submit();
    return saved.page().select("audio").attr("src").replaceFirst(".*/", "");
  }

  private static String meetingToday(Browser officer) {
    String page = DESK + "/meetings";
    return officer
        .get(page + "/new")
        .form()
        .set("name", "Pier Hall")
        .set("date", LocalDate.ofInstant(portal.time().instant(), ZoneOffset.UTC).toString())
        .set("starts", "18:30")
        .set("place", "4 Mere Street")
        .set("questions", "What do you miss after six?")
        .submit()
        .path();
  }
}
