package org.folkmoot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.folkmoot.Writers.Acknowledged;
import org.folkmoot.door.Cookies;
import org.folkmoot.media.MediaFiles;

/// What the [Writers] send as forms: residents' from their browsers, staff's from the desk. Every
/// act comes from a browser of its own, as if each were somebody else's.
final class WritersForms {

  private static final String TOWN = "/c/after-six";
  private static final String DESK = "/desk" + TOWN;
  private static final String HALL = DESK + "/meetings/saltmarsh-hall";

  /// Numbers of dots, each on one sheet only.
  private static final AtomicInteger DOTS = new AtomicInteger(1_000);

  /// A printed card and where its meeting's cards are entered.
  record Card(String hall, String code) {}

  private final HttpClient client;
  private final URI portal;
  private final Queue<Card> cards;
  private final Queue<Acknowledged> acknowledged;
  private final Map<String, String> sessions = new ConcurrentHashMap<>();

  /// By receipt of the slip: the marks it was told to have.
  final Map<String, Map<String, Integer>> votes = new ConcurrentHashMap<>();

  /// Numbers of dots that were kept.
  final Queue<Integer> dots = new ConcurrentLinkedQueue<>();

  /// By contribution: what the desk was told became of it.
  final Map<String, List<String>> sifted = new ConcurrentHashMap<>();

  WritersForms(HttpClient client, URI portal, Queue<Card> cards, Queue<Acknowledged> acknowledged) {
    this.client = client;
    this.portal = portal;
    this.cards = cards;
    this.acknowledged = acknowledged;
  }

  Browser resident() {
    return new Browser(client, portal);
  }

  /// Somebody of the demo's staff, in a browser of its own.
  Browser staff(String who) {
    String session =
        sessions.computeIfAbsent(
            who,
            name -> {
              Browser browser = resident();
              browser.get("/demo/as/" + name).form("/demo/as/" + name).submit();
              return browser.cookie(Cookies.SESSION);
            });
    return resident().cookie(Cookies.SESSION, session);
  }

  void panel(String words) {
    thanked("PANEL", words, resident().get(TOWN + "/panel").form("/panel").set("q4", words));
  }

  void story(String words) {
    String page = TOWN + "/stories/new";
    thanked("STORY", words, resident().get(page).form(page).set("words", words));
  }

  void post(String words) {
    String page = TOWN + "/forum/topics/a-bus-you-book";
    thanked("FORUM", words, resident().get(page).form(page).set("text", words));
  }

  void statement(String words) {
    String page = TOWN + "/statements/own";
    thanked("STATEMENT", words, resident().get(page).form(page).set("words", words));
  }

  private void thanked(String door, String words, ScreenForm form) {
    form.closing();
    Screen thanks = form.submit();
    // The same form once more is the same contribution.
    Screen again = form.submit();
    if (isThanks(thanks)) {
      acknowledged.add(new Acknowledged(door, "", words, thanks.code(), false));
    }
    if (isThanks(thanks) && isThanks(again) && !thanks.code().equals(again.code())) {
      throw new AssertionError("twice by " + door + ": " + thanks.code() + " " + again.code());
    }
  }

  private static boolean isThanks(Screen screen) {
    return screen.status() == 200 && screen.path().contains("/thanks/");
  }

  void votes() {
    Screen page = resident().get(TOWN + "/statements");
    ScreenForm form = page.form();
    Map<String, Integer> marks = new LinkedHashMap<>();
    for (String name :
        page.page().select(".votes fieldset input").eachAttr("name").stream()
            .distinct()
            .limit(3)
            .toList()) {
      List<String> choices = form.choices(name);
      String choice = choices.get(DOTS.get() % choices.size());
      form.set(name, choice);
      marks.put("statement:" + name + ":" + choice, 1);
    }
    Screen thanks = form.closing().submit();
    if (isThanks(thanks)) {
      votes.put(thanks.code(), marks);
      acknowledged.add(new Acknowledged("STATEMENT", "", "", thanks.code(), false));
    }
  }

  /// A note sheet of two lines, sent twice.
  void notes(String words) {
    String second = "words " + UUID.randomUUID();
    ScreenForm sheet =
        staff("facilitator")
            .get(HALL + "/notes")
            .form()
            .set("table", "Heron")
            .set("people", "6")
            .set("line-1", words)
            .set("line-2", second)
            .tick("agreed");
    boolean kept = sheet.submit().notice().equals("The sheet is kept.");
    sheet.submit();
    if (kept) {
      acknowledged.add(new Acknowledged("PUBLIC_MEETING", "", words, "", false));
      acknowledged.add(new Acknowledged("PUBLIC_MEETING", "", second, "", false));
    }
  }

  /// A sheet of dots, entered twice.
  void dots() {
    int number = DOTS.incrementAndGet();
    Screen page = staff("facilitator").get(HALL + "/dots");
    String first = page.page().select("main form [name^=dots-]").getFirst().attr("name");
    ScreenForm sheet =
        page.form().set("sheet", "sheet " + number).set(first, Integer.toString(number));
    boolean kept = sheet.submit().notice().equals("The dots are kept.");
    sheet.submit();
    if (kept) {
      dots.add(number);
    }
  }

  /// A card from a kit; when there is none left, nothing.
  void card(String words) {
    Card card = cards.poll();
    if (card == null) {
      return;
    }
    Screen kept =
        staff("facilitator")
            .get(card.hall() + "/cards")
            .form()
            .set("code", card.code())
            .set("words", words)
            .set("use", "unnamed")
            .tick("over16")
            .submit();
    if (kept.notice().startsWith("The card is kept.")) {
      acknowledged.add(new Acknowledged("COMMENT_CARD", "", words, card.code(), false));
    }
  }

  void letter(String words) {
    try {
      Screen check =
          staff("officer")
              .get(DESK + "/letters")
              .form()
              .attach("file", "letter.pdf", "application/pdf", MediaFiles.pdf(words, ""))
              .submit();
      Screen saved =
          check
              .form()
              .set("writer", "Wren Valley Buses")
              .set("kind", "organisation")
              .set("use", "unnamed")
              .submit();
      if (saved.notice().contains("in the record")) {
        acknowledged.add(new Acknowledged("WRITTEN_SUBMISSION", "", words, "", false));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void recommendation(String words) {
    String form = DESK + "/jury/recommendations";
    Screen entered =
        staff("officer")
            .get(DESK + "/jury")
            .form(form)
            .set("number", "K" + DOTS.incrementAndGet())
            .set("words", words)
            .set("support-support", "5")
            .submit();
    if (entered.html().contains("is in the record")) {
      acknowledged.add(new Acknowledged("JURY", "", words, "", false));
    }
  }

  /// The desk checks, declines or groups what stands last on the list of what waits.
  void sift() {
    Screen list = staff("officer").get(DESK + "/record?status=RECEIVED");
    List<String> waiting = list.page().select(".sift__row [name=pick]").eachAttr("value");
    if (waiting.isEmpty()) {
      return;
    }
    String id = waiting.getLast();
    ScreenForm form = list.form("Mark all ticked as checked").tick("pick", id);
    switch (DOTS.get() % 3) {
      case 0 -> sifted(id, "REFUSED", decline(form));
      case 1 -> sifted(id, "CLEARED", form.press("Mark all ticked as checked"));
      default -> {
        String theme = form.choices("themes").getFirst();
        sifted(id, "theme", form.tick("themes", theme).press("Put them under these themes"));
      }
    }
  }

  private static Screen decline(ScreenForm form) {
    return form.set("reason-own", "Not about this question.").press("Do not show them");
  }

  private void sifted(String id, String what, Screen answer) {
    if (answer.status() == 200 && !answer.notice().isEmpty()) {
      sifted.merge(
          id,
          List.of(what),
          (before, now) -> Stream.concat(before.stream(), now.stream()).toList());
    }
  }

  /// Has cards printed and reads their codes out of the kit.
  static void print(HttpClient client, URI portal, int many, Queue<Card> cards) {
    Browser fay =
        new WritersForms(client, portal, cards, new ConcurrentLinkedQueue<>()).staff("facilitator");
    String hall =
        fay.get(DESK + "/meetings/new")
            .form()
            .set("name", "Cards")
            .set("date", fay.get(HALL + "/change").form().value("date"))
            .set("starts", "18:30")
            .set("place", "Quay Street 4")
            .set("questions", "What do you miss after six?")
            .set("cards", Integer.toString(many))
            .submit()
            .path();
    try (var paper = Loader.loadPDF(fay.get(hall + "/kit.pdf?lang=en").bytes())) {
      Matcher codes = Writers.CODE.matcher(new PDFTextStripper().getText(paper));
      codes
          .results()
          .map(MatchResult::group)
          .distinct()
          .forEach(code -> cards.add(new Card(hall, code)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
