package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.SoftAssertions;
import org.bson.Document;
import org.folkmoot.door.Role;
import org.folkmoot.media.MediaFiles;
import org.folkmoot.record.RecordSearchTest;
import org.folkmoot.store.Store;
import org.folkmoot.texting.Telephone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// A voice behind every door, allowed everywhere and really there; then each is taken back, and the
/// next answer of every route lacks it.
@Order(1)
final class GoneTest {

  private static final String TOWN = "/c/after-six";
  private static final String DESK = "/desk" + TOWN;
  private static final String API = "/api/v1/consultations/after-six";
  private static final String LIVE = TOWN + "/forum/after-six-live";
  private static final String HALL = DESK + "/meetings/saltmarsh-hall";
  private static final Pattern CODE = Pattern.compile("\\b[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}\\b");

  /// A word of somebody who takes nothing back.
  private static final String STAYS = "zqstays";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static Portal portal;
  private static Browser officer;
  private static Browser facilitator;
  private static Browser api;

  /// A resident who sent what was sent from a browser.
  private static Browser rosa;

  private static Telephone mo;

  /// Codes by a word that stands nowhere but in what they are for.
  private final Map<String, String> codes = new LinkedHashMap<>();

  /// More words of the same voices: a name, the description of a picture.
  private final Map<String, String> alsoIn = new LinkedHashMap<>();

  private String theme = "";

  @BeforeAll
  static void open() {
    System.setProperty("folkmoot.store.compression", "none");
    portal = Portal.start(Telephone.LINE, true);
    officer = portal.as("officer");
    facilitator = portal.as("facilitator");
    rosa = portal.resident();
    mo = new Telephone(portal.url(), "+447700910555");
    api =
        portal.browser().header("Authorization", "Bearer " + EveryGet.token(portal, Role.OFFICER));
  }

  @AfterAll
  static void close() {
    portal.close();
    System.clearProperty("folkmoot.store.compression");
  }

  @Test
  void what_is_taken_back_is_in_no_answer_any_more() throws IOException {
    everybodySpeaks();
    String media = everythingIsChecked();
    String snapshot = reported();
    EveryGet every = everyGet(media, snapshot);
    String heard = heard();

    var before = every.walk();
    var there = new SoftAssertions();
    for (String mark : marks()) {
      there
          .assertThat(before.stream().filter(s -> s.holds(mark)).map(EveryGet.Seen::reader))
          .as(mark + " is there to be taken back")
          .contains("public", "COUNCILLOR", "OFFICER");
    }
    there
        .assertThat(before.stream().filter(s -> s.holds("zqlive")).map(EveryGet.Seen::address))
        .contains("socket /live/after-six-live", "stream /live/after-six-live", LIVE);
    there
        .assertThat(before.stream().filter(s -> s.holds("zqpanel")).map(EveryGet.Seen::address))
        .contains(TOWN + "/report", TOWN + "/record", TOWN + "/record?q=kerbside");
    there.assertAll();
    assertThat(portal.resident().get(TOWN + "/media/" + media).status()).isEqualTo(200);

    everybodyTakesItBack();

    var after = every.walk();
    var gone = new SoftAssertions();
    for (String mark : marks()) {
      gone.assertThat(
              after.stream().filter(s -> s.holds(mark)).map(s -> s.address() + " as " + s.reader()))
          .as("where " + mark + " still is")
          .isEmpty();
    }
    gone.assertThat(portal.resident().get(TOWN + "/media/" + media).status()).isEqualTo(404);
    gone.assertThat(officer.get(TOWN + "/media/" + media).status()).isEqualTo(404);
    gone.assertThat(heard()).as("counts people see").isNotEqualTo(heard);
    gone.assertThat(portal.resident().get(TOWN + "/report").text())
        .contains(codes.size() + " taken back since");
    gone.assertThat(api.look("/api/v1/snapshots/" + snapshot + "/report").html())
        .contains("\"takenBack\":" + codes.size());
    for (String code : codes.values()) {
      gone.assertThat(portal.resident().get("/r/" + code).text()).as(code).contains("taken back");
    }
    gone.assertAll();

    portal.time().forward(Duration.ofDays(8));
    portal.record().service().withdrawals().erase();
    for (String code : codes.values()) {
      assertThat(portal.resident().get("/r/" + code).text()).as(code).contains("taken back");
    }
    assertThat(portal.record().ledger().verify("after-six").wrong()).isEmpty();
    assertThat(portal.record().check().wrong("after-six")).isEmpty();
    portal.app().close();
    assertThat(RecordSearchTest.terms(portal.data().resolve("index")))
        .as("words in the index's files")
        .contains(STAYS)
        .doesNotContainAnyElementsOf(marks());
    Set<String> traces = traces(portal.data());
    assertThat(traces)
        .as("what was not taken back is found where the others are looked for")
        .anyMatch(trace -> trace.startsWith("contributions ") && trace.endsWith(" " + STAYS))
        .anyMatch(trace -> trace.contains("rocks/") && trace.endsWith(" " + STAYS));
    traces.removeIf(trace -> trace.endsWith(" " + STAYS));
    assertThat(traces).as("what the store and its files still hold").isEmpty();
  }

  /// Where a word of those erased still is: in which collection, and in which file once the files
  /// are compacted.
  private Set<String> traces(Path data) throws IOException {
    Set<String> traces = new TreeSet<>();
    try (Store store = Store.embedded(data.resolve("store"))) {
      for (String collection : store.collections()) {
        for (Document document : store.collection(collection).find().batchSize(500)) {
          String text = document.toJson();
          looked()
              .filter(text::contains)
              .forEach(mark -> traces.add(collection + " " + document.get("_id") + " " + mark));
        }
      }
      store.compact();
    }
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        looked()
            .filter(bytes::contains)
            .forEach(mark -> traces.add(data.relativize(file) + " " + mark));
      }
    }
    return traces;
  }

  private Stream<String> looked() {
    return Stream.concat(marks().stream(), Stream.of(STAYS));
  }

  private void everybodySpeaks() throws IOException {
    sent("zqpanel", rosa, TOWN + "/panel", "q4");
    ScreenForm story = rosa.get(TOWN + "/stories/new").form();
    story.attach("file", "a.png", "image/png", MediaFiles.picture(40, 30, "png"));
    story.set("words", said("zqstory")).set("title", "zqtitle").set("description", "zqpicture");
    thanked("zqstory", story.closing().submit());
    alsoIn.put("zqtitle", "zqstory");
    alsoIn.put("zqpicture", "zqstory");
    sent("zqproposal", rosa, TOWN + "/statements/own", "words");
    sent("zqtopic", rosa, TOWN + "/forum/topics/a-bus-you-book", "text");

    officer.get("/desk" + LIVE);
    rosa.get(LIVE + "/join").form("/join").closing().set("name", "Rosa Kerbside").submit();
    rosa.get(LIVE).form("/say").set("text", said("zqlive")).submit();
    codes.put("zqlive", first(rosa.get(LIVE).page().select("#mine").text()));

    codes.put("zqtext", mo.answersAll(said("zqtext"), false));
    facilitator
        .get(HALL + "/notes")
        .form()
        .set("table", "Heron")
        .set("people", "7")
        .set("line-1", said("zqnote"))
        .tick("agreed")
        .tick("website")
        .submit();
    codes.put("zqnote", "");
    String card = cardCode();
    Screen kept =
        facilitator
            .get(HALL + "/cards")
            .form()
            .set("code", card)
            .set("words", said("zqcard"))
            .set("use", "unnamed")
            .tick("website")
            .tick("over16")
            .submit();
    assertThat(kept.notice()).startsWith("The card is kept.");
    codes.put("zqcard", card);
    ScreenForm letter = officer.get(DESK + "/letters/new").form().set("words", said("zqletter"));
    letter.set("writer", "Wren Kerbside").set("kind", "person").set("use", "named").tick("website");
    assertThat(letter.submit().notice()).contains("in the record");
    codes.put("zqletter", "");
    officer
        .get(DESK + "/jury")
        .form("/recommendations")
        .set("number", "R9")
        .set("words", said("zqjury"))
        .set("support-support", "3")
        .submit();
    codes.put("zqjury", "");
    String scopes = "{\"quoted\":true,\"published\":true}";
    String body =
        "{\"channel\":\"PARTNER_KIT\",\"text\":\"%s\",\"consent\":{\"scopes\":%s}}"
            .formatted(said("zqapi"), scopes);
    codes.put("zqapi", json(send("POST", API + "/contributions", body)).path("receipt").asText());
    send("POST", API + "/contributions", body.replace("zqapi", STAYS));
  }

  /// An officer checks everything, under a theme, and puts the proposal to the vote.
  private String everythingIsChecked() {
    theme =
        officer.get(DESK + "/record").page().select("select[name=theme] option").stream()
            .map(option -> option.attr("value"))
            .filter(value -> value.startsWith("after-six-"))
            .findFirst()
            .orElseThrow();
    String media = "";
    for (JsonNode item : json(api.look(API + "/contributions?limit=200")).path("items")) {
      for (String mark : codes.keySet()) {
        if (item.path("text").asText().contains(mark)) {
          codes.put(mark, item.path("receipt").asText());
          String change = "{\"status\":\"CLEARED\",\"codes\":[\"" + theme + "\"]}";
          String id = item.path("id").asText();
          assertThat(send("PATCH", "/api/v1/contributions/" + id, change).html())
              .contains("PUBLISHED");
          media = item.path("media").path(0).path("id").asText(media);
          if (mark.equals("zqproposal")) {
            send("POST", API + "/statements", "{\"proposal\":\"" + id + "\"}");
          }
        }
      }
    }
    assertThat(codes).doesNotContainValue("");
    return media;
  }

  /// Counts everything, quotes one and publishes the report.
  private String reported() {
    String report = DESK + "/report";
    officer.get(report).form("Count everything now").submit();
    officer
        .get(report)
        .form("Add this quote")
        .set("voice", id("zqpanel"))
        .set("stance", "FOR")
        .set("excerpt", "")
        .submit();
    officer.get(report).form("Save").set("limits", "Only evenings.").submit();
    officer.get(report).form("Publish the report").submit();
    return json(send("POST", API + "/snapshots", "")).path("id").asText();
  }

  private EveryGet everyGet(String media, String snapshot) {
    String[] ids = codes.keySet().stream().map(GoneTest::id).toArray(String[]::new);
    String[] receipts = codes.values().toArray(String[]::new);
    Screen thanks = rosa.get(TOWN + "/thanks/" + codes.get("zqstory"));
    String own = thanks.page().select(".long-link a").attr("href").replaceFirst(".*/r/", "");
    Screen page = rosa.get("/");
    String asset = page.page().select("link[rel=stylesheet]").attr("href");
    String[] parts = asset.split("/");
    Browser councillor = portal.as("councillor");
    EveryGet every =
        EveryGet.ofTheTown(portal)
            .reader("public", portal.resident())
            .reader(Role.COUNCILLOR, councillor)
            .reader(Role.OFFICER, officer);
    return every
        .knows("id", ids)
        .knows("story", id("zqstory"))
        .knows("media", media)
        .knows("receipt", receipts)
        .knows("receipt/key", own)
        .knows("snapshot", snapshot)
        .knows("figure", figures())
        .knows("version", parts[2])
        .knows("folder", parts[3])
        .knows("file", parts[parts.length - 1])
        .besides(
            TOWN + "/record?q=kerbside",
            TOWN + "/record?side=FACE_TO_FACE",
            DESK + "/record?q=kerbside",
            DESK + "/record?status=CLEARED",
            DESK + "/forum/after-six-live?stay=yes",
            HALL + "/cards?code=" + codes.get("zqcard"),
            API + "/contributions?limit=200",
            API + "/contributions?limit=200&q=kerbside",
            API + "/contributions?limit=200&status=WITHDRAWN",
            API + "/statements?limit=200");
  }

  /// Figures of everything and of the theme they are all under: the others open by the same page.
  private String[] figures() {
    return officer.get(TOWN + "/report").links().stream()
        .filter(link -> link.contains("/report/figures/"))
        .filter(link -> link.contains("/all") || link.contains(theme))
        .map(link -> link.replaceFirst(".*/figures/", ""))
        .distinct()
        .toArray(String[]::new);
  }

  /// Each by a way that its sender has: the receipt's page, a text, a letter or call to the
  /// council, a program that knows the code.
  private void everybodyTakesItBack() {
    for (String mark : List.of("zqpanel", "zqstory", "zqproposal", "zqtopic", "zqlive")) {
      portal.resident().get("/r/" + codes.get(mark) + "/take-back").form().submit();
    }
    assertThat(mo.text("FORGET " + codes.get("zqtext"))).isNotEmpty();
    for (String mark : List.of("zqcard", "zqnote", "zqletter", "zqjury")) {
      Screen form = officer.get(DESK + "/record/take-back");
      form.form().set("code", codes.get(mark)).set("reason", "Asked at the counter").submit();
    }
    portal
        .browser()
        .send(
            "POST",
            "/api/v1/receipts/" + codes.get("zqapi") + "/withdrawal",
            "application/json",
            new byte[0]);
  }

  private List<String> marks() {
    return Stream.concat(codes.keySet().stream(), alsoIn.keySet().stream()).toList();
  }

  private void sent(String mark, Browser who, String page, String field) {
    thanked(mark, who.get(page).form(page).set(field, said(mark)).closing().submit());
  }

  private void thanked(String mark, Screen thanks) {
    assertThat(thanks.path()).as(mark + ": " + thanks.errors()).contains("/thanks/");
    codes.put(mark, thanks.code());
  }

  private static String said(String mark) {
    return "Somebody waits at the kerbside, " + mark;
  }

  private static String first(String text) {
    Matcher code = CODE.matcher(text);
    assertThat(code.find()).as("a code in: " + text).isTrue();
    return code.group();
  }

  /// The last card of the printed kit: the first ones are written on already.
  private static String cardCode() throws IOException {
    try (var paper = Loader.loadPDF(facilitator.get(HALL + "/kit.pdf?lang=en").bytes())) {
      return CODE.matcher(new PDFTextStripper().getText(paper))
          .results()
          .map(MatchResult::group)
          .reduce((_, later) -> later)
          .orElseThrow();
    }
  }

  private static String id(String mark) {
    for (JsonNode item : json(api.look(API + "/contributions?limit=200&q=" + mark)).path("items")) {
      return item.path("id").asText();
    }
    throw new AssertionError("no " + mark);
  }

  private static String heard() {
    return portal.resident().get(TOWN).page().select(".heard .tally").text();
  }

  private static Screen send(String method, String path, String body) {
    return api.send(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode json(Screen answer) {
    try {
      return JSON.readTree(answer.bytes());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
