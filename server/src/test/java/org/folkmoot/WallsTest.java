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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.folkmoot.door.Role;
import org.folkmoot.door.Route;
import org.folkmoot.forum.LiveEvent;
import org.folkmoot.media.MediaFiles;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Consent.Scopes;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Contribution.DerivedText;
import org.folkmoot.record.ReceiptCode;
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
  private static final String API = "/api/v1/consultations/after-six";
  private static final String STORY = TOWN + "/stories/new";
  private static final String PUBLIC = "public";
  private static final String PASS = "evening pass";
  private static final String SENDER = "who sent what was declined";

  private static final Scopes NONE = Scopes.none();
  private static final Scopes QUOTED = new Scopes(true, false, false, false, false, false);
  private static final Scopes NAMED = new Scopes(true, true, false, false, false, false);
  private static final Scopes PUBLISHED = new Scopes(true, false, true, false, false, false);
  private static final Scopes SHOWN = new Scopes(true, false, true, true, false, false);
  private static final Scopes CONTACT = new Scopes(false, false, false, false, true, false);
  private static final Scopes KEPT = new Scopes(false, false, false, false, false, true);
  private static final Scopes ALL = new Scopes(true, true, true, true, true, true);

  /// Those who read the record as staff; an admin holds every role but the lead's.
  private static final Set<Role> STAFF =
      EnumSet.of(Role.ADMIN, Role.OFFICER, Role.MODERATOR, Role.ANALYST, Role.SAFEGUARDING);

  private static final Set<Role> DECIDING = with(STAFF, Role.COUNCILLOR);

  private static Portal portal;

  /// Who may find a word: names of readers.
  private final Map<String, Set<String>> mayFind = new LinkedHashMap<>();

  private final List<String> ids = new ArrayList<>();
  private final List<String> receipts = new ArrayList<>();
  private final Set<String> media = new TreeSet<>();
  private final Browser sender = portal.resident();
  private final List<String> codesOfDeclined = new ArrayList<>();

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
    voices();
    spoken();
    EveryGet every = everyGet();
    Logger pages = Logger.getLogger("org.folkmoot.web.Pages");
    Set<String> templates = ConcurrentHashMap.newKeySet();
    pages.setFilter(
        line -> line.getParameters() == null || !templates.add(line.getParameters()[0].toString()));
    pages.setLevel(Level.FINER);
    List<EveryGet.Seen> all = every.walk();
    pages.setLevel(null);

    var holds = new SoftAssertions();
    for (var word : mayFind.entrySet()) {
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
    holds.assertThat(unseen(templates)).as("pages nobody was shown").isEqualTo(BEHIND_A_PRESS);
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

  /// Behind a secret of their own, which nobody here has: sign-in, the long link of a receipt, and
  /// parts of the log that only one with 65,536 entries has.
  private static final Set<String> SHUT =
      Set.of(
          "/enter/{secret}",
          "/set-up/{secret}",
          "/sign-in/link/{secret}",
          "/sign-in/code",
          "/sign-in/set-up",
          "/find/{secret}",
          "/r/{receipt}/{key}",
          "/log/{consultation}/tile/{level}/{x}/{n}/{width}");

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

  private void voices() throws IOException {
    Set<String> all =
        Stream.concat(names(EnumSet.allOf(Role.class)), Stream.of(PUBLIC, PASS, SENDER))
            .collect(toSet());
    voice("zqnone", NONE, STAFF);
    voice("zqquoted", QUOTED, DECIDING);
    voice("zqnamed", NAMED, DECIDING);
    voice("zqcontact", CONTACT, STAFF);
    voice("zqkept", KEPT, STAFF);
    mayFind.put("zqpublished", all);
    clear(told("zqpublished", PUBLISHED));
    mayFind.put("zqall", all);
    clear(told("zqall", ALL));
    mayFind.put("zqshown", all);
    mayFind.put("zqpictureshown", all);
    clear(pictured("zqshown", SHOWN, "no"));
    mayFind.put("zqothers", all);
    mayFind.put("zqpictureothers", readers(STAFF));
    clear(pictured("zqothers", SHOWN, "not-asked"));
    mayFind.put("zqunshown", all);
    mayFind.put("zqpictureunshown", readers(STAFF));
    clear(pictured("zqunshown", PUBLISHED, "no"));
    // A name that may be published is everybody's; else it is for those who report and decide.
    mayFind.put(
        "Zqnamed Person",
        readers(
            EnumSet.of(
                Role.ADMIN, Role.OFFICER, Role.MODERATOR, Role.SAFEGUARDING, Role.COUNCILLOR)));
    mayFind.put("Zqall Person", all);

    mayFind.put("zqwaits", readers(STAFF));
    told("zqwaits", ALL);
    Set<String> ofTheDeclined = new HashSet<>(readers(STAFF));
    ofTheDeclined.add(SENDER);
    for (String mark : List.of("zqdeclined", "zqappealed")) {
      mayFind.put(mark, ofTheDeclined);
      String declined = allowing(sent(form(sender, mark)), mark, ALL);
      portal.record().service().decline(declined, "Amina", "It names a neighbour.");
      codesOfDeclined.add(receipts.getLast());
    }
    sender.get("/r/" + receipts.getLast() + "/second-look").form().submit();
    mayFind.put("zqheld", Set.of(Role.SAFEGUARDING.name()));
    portal.record().service().hold(told("zqheld", ALL), "Amina");
    mayFind.put("zqyoung", readers(STAFF));
    clear(sent(form("zqyoung").set("under18", "yes")));
    mayFind.put("zqleftout", readers(STAFF));
    mayFind.put("zqremains", all);
    String cut = told("zqleftout", PUBLISHED);
    portal
        .record()
        .service()
        .addText(cut, new DerivedText("REDACTION", "en", "She zqremains.", "A", "A"), "Amina");
    clear(cut);
    mayFind.put("zqgone", Set.of());
    String gone = told("zqgone", ALL);
    clear(gone);
    portal.resident().get("/r/" + receipts.getLast() + "/take-back").form().submit();
    // The copy of everything about somebody, to be handed to them.
    mayFind.put("447700900123", readers(EnumSet.of(Role.ADMIN, Role.DPO)));
    mayFind.put("07700 900123", Set.of());
    mayFind.put("zqmail@example.org", Set.of());
    ScreenForm phone = form("zqbyphone");
    mayFind.put("zqbyphone", readers(with(STAFF, Role.DPO)));
    clear(sent(phone.set("tell", "phone").set("tell-phone", "07700 900123")));
    mayFind.put("zqbymail", readers(STAFF));
    clear(sent(form("zqbymail").set("tell", "email").set("tell-email", "zqmail@example.org")));
  }

  private void spoken() {
    mayFind.put("zqremoved", readers(STAFF));
    LiveHour.happens(portal, "zqremoved");
  }

  private void voice(String mark, Scopes scopes, Set<Role> readers) throws IOException {
    mayFind.put(mark, readers(readers));
    clear(told(mark, scopes));
  }

  private String told(String mark, Scopes scopes) {
    return allowing(sent(form(mark)), mark, scopes);
  }

  /// @param others whether others are to be seen, and were asked
  private String pictured(String mark, Scopes scopes, String others) throws IOException {
    ScreenForm form = form(mark).set("description", mark.replace("zq", "zqpicture"));
    form.attach("file", "a.png", "image/png", MediaFiles.picture(9, 9, "png"));
    return allowing(sent(form.set("others", others)), mark, scopes);
  }

  private static ScreenForm form(String mark) {
    return form(portal.resident(), mark);
  }

  private static ScreenForm form(Browser who, String mark) {
    ScreenForm form = who.get(STORY).form(STORY).set("words", "Somebody waits, " + mark);
    return form.set("use", "count").set("tell", "code").set("under18", "no");
  }

  private String sent(ScreenForm form) {
    Screen thanks = form.submit();
    assertThat(thanks.path()).as(thanks.errors().toString()).contains("/thanks/");
    Contribution kept =
        portal
            .record()
            .reading()
            .byReceipt(ReceiptCode.parse(thanks.code()).orElseThrow())
            .orElseThrow();
    ids.add(kept.id());
    receipts.add(thanks.code());
    kept.media().forEach(file -> media.add(file.id()));
    return kept.id();
  }

  private static String allowing(String id, String mark, Scopes scopes) {
    String name = scopes.named() ? mark.replace("zq", "Zq") + " Person" : "";
    portal
        .record()
        .service()
        .changeUse(
            id,
            new Consent(Consent.CURRENT_WORDING, "en", Consent.Given.SCREEN, "", scopes, name),
            Contribution.Tell.CODE,
            "",
            "the contributor");
    return id;
  }

  private static void clear(String id) {
    portal.record().service().check(id, "Amina");
  }

  private EveryGet everyGet() throws IOException {
    EveryGet every = EveryGet.ofTheTown(portal).reader(PUBLIC, portal.resident());
    Browser officer = portal.officer();
    for (Role role : Role.values()) {
      every.reader(role, portal.invite(role));
    }
    String code = officer.get(meetingToday(officer)).page().select(".pass__code").text();
    Browser volunteer = portal.resident();
    volunteer.get("/pass/" + code).form().set("name", "Sam").submit();
    every.reader(PASS, volunteer).reader(SENDER, sender);
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
    mayFind.put("zqoffer@example.org", readers(EnumSet.of(Role.ADMIN, Role.OFFICER)));
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
    media.add(letter.address().getQuery().replaceFirst(".*file=", ""));
    Screen page = portal.resident().get("/");
    String[] parts = page.page().select("link[rel=stylesheet]").attr("href").split("/");
    return every
        .knows("id", ids.toArray(String[]::new))
        .knows("story", ids.toArray(String[]::new))
        .knows("media", media.toArray(String[]::new))
        // Receipts open the same for whoever has the code.
        .knows("receipt", codesOfDeclined.toArray(String[]::new))
        .knows("receipt/key", "none/none")
        .knows("snapshot", snapshot.replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1"))
        .knows("figure", figures)
        .knows("answer", answer)
        .knows("request", request.path().replaceFirst(".*/", ""))
        .knows("code", code)
        .knows("n", "001.p")
        .knows("width", Long.toString(portal.record().ledger().last("after-six") % 256))
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

  private static Set<Role> with(Set<Role> roles, Role more) {
    Set<Role> all = EnumSet.copyOf(roles);
    all.add(more);
    return all;
  }

  private static Stream<String> names(Set<Role> roles) {
    return roles.stream().map(Role::name);
  }

  private static Set<String> readers(Set<Role> roles) {
    return names(roles).collect(toSet());
  }
}
