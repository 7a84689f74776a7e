package org.folkmoot.initiative;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.consultation.DecidedOn;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.VoiceViews;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.initiative.InitiativePage;
import org.folkmoot.web.initiative.ItemPage;
import org.folkmoot.web.initiative.LogPage;
import org.folkmoot.web.part.EmptyState;

/// An initiative as everybody reads it. The slug of a question leads to what it is part of.
final class InitiativeRoutes implements RouteTable.Routes {

  private static final int LOG_PAGE = 50;

  private final InitiativeService initiatives;
  private final ConsultationService consultations;
  private final DecidedOn decided;
  private final RecordReading reading;
  private final InitiativeViews views;

  InitiativeRoutes(
      InitiativeService initiatives,
      ConsultationService consultations,
      DecidedOn decided,
      RecordReading reading) {
    this.initiatives = initiatives;
    this.consultations = consultations;
    this.decided = decided;
    this.reading = reading;
    this.views = new InitiativeViews(reading);
  }

  private interface Show {
    Answer show(Ask ask, Initiative initiative, Board board);
  }

  @Override
  public void register(RouteTable table) {
    get(table, "", this::show);
    get(table, "/stages", (ask, i, b) -> ask.page(views.stages(i, b, officer(ask), ask.words())));
    get(table, "/agenda", (ask, i, b) -> ask.page(views.agenda(i, b, ask.words())));
    get(
        table,
        "/indicators",
        (ask, i, b) ->
            ask.page(
                IndicatorViews.page(
                    i, b, Quarter.on(consultations.today()), officer(ask), ask.words())));
    get(
        table,
        "/invitations",
        (ask, i, b) ->
            ask.page(
                InvitationViews.list(
                    i, b, initiatives.offers().all(i.slug()), officer(ask), ask.words())));
    get(table, "/invitations/{invitation}", this::invitation);
    get(table, "/check", (ask, i, b) -> ask.page(views.check(i, b, ask.words())));
    get(table, "/learning", (ask, i, b) -> ask.page(views.learning(i, b, ask.words())));
    get(table, "/log", this::log);
    get(table, "/items/{item}", this::item);
  }

  private void get(RouteTable table, String page, Show show) {
    table.get("/i/{initiative}" + page, Access.everyone(), ask -> open(ask, page, show));
  }

  private Answer open(Ask ask, String page, Show show) {
    String slug = ask.value("initiative");
    Optional<Initiative> initiative = initiatives.shown(slug);
    if (initiative.isEmpty()) {
      return consultations.visible().stream()
          .filter(c -> c.slug().equals(slug) && !c.initiative().isEmpty())
          .findFirst()
          .map(c -> "/i/" + c.initiative() + (page.contains("{") ? "" : page))
          .map(Answer::seeOther)
          .orElseThrow(InitiativeRoutes::notFound);
    }
    return show.show(ask, initiative.get(), initiatives.boards().board(slug));
  }

  private static ProblemException notFound() {
    return new ProblemException(new Problem.NotFound());
  }

  private static boolean officer(Ask ask) {
    return ask.visitor().is(Role.OFFICER) && ask.visitor().scope().isEmpty();
  }

  private Answer show(Ask ask, Initiative initiative, Board board) {
    Words words = ask.words();
    List<InitiativePage.Step> steps = new ArrayList<>();
    for (int stage = 1; stage <= Items.STAGES; stage++) {
      steps.add(
          new InitiativePage.Step(
              Integer.toString(stage),
              words.say("initiative.stage-" + stage),
              words.say("initiative.stage-" + stage + ".what"),
              stage == board.stage(),
              stage < board.stage()));
    }
    List<Consultation> all = initiatives.consultations(initiative.slug());
    List<InitiativePage.Asked> asked = asked(all, true, words);
    Optional<InitiativePage.Call> call = InvitationViews.open(initiative, board);
    String why = initiative.why();
    return ask.page(
        new InitiativePage(
            initiative.name(),
            board.plan().language(),
            why.isEmpty() ? null : why,
            InitiativeViews.around(initiative, "", words),
            asked,
            call.orElse(null),
            asked.isEmpty() && call.isEmpty()
                ? new EmptyState(words.say("initiative.asked-none"))
                : null,
            asked(all, false, words),
            words.say(
                "initiative.where",
                "stage",
                board.stage(),
                "name",
                words.say("initiative.stage-" + board.stage())),
            steps,
            InitiativeViews.path(initiative) + "/stages",
            views.lines(initiative, board, Items.of(ItemKind.CONDITION), words),
            views.lines(initiative, board, Items.of(ItemKind.ROLE), words),
            officer(ask)
                ? new Link(
                    words.say("desk.initiative.change"), InitiativeViews.deskPath(initiative))
                : null));
  }

  private List<InitiativePage.Asked> asked(List<Consultation> all, boolean isOpen, Words words) {
    return all.stream()
        .filter(c -> consultations.isHearing(c) == isOpen)
        .map(c -> new InitiativePage.Asked(c.question(), "/c/" + c.slug(), about(c, words)))
        .toList();
  }

  /// Until when it is open, and the ways in: from home and in person apart.
  private List<InitiativePage.Line> about(Consultation c, Words words) {
    List<InitiativePage.Line> lines = new ArrayList<>();
    if (!consultations.isHearing(c)) {
      lines.add(over(c, words));
      return lines;
    }
    lines.add(
        new InitiativePage.Line(
            words.say("consultation.initiative.until", "date", words.shortDate(c.closesOn()))));
    ways(c, words, true, "common.from-home", lines);
    ways(c, words, false, "common.in-person", lines);
    return lines;
  }

  private InitiativePage.Line over(Consultation c, Words words) {
    return decided
        .day(c.slug())
        .map(day ->
            new InitiativePage.Line(
                words.say("consultation.decided-on", "date", words.shortDate(day)) + ":",
                List.of(
                    new Link(
                        words.say("consultation.read.decision"), "/c/" + c.slug() + "/decision"))))
        .orElseGet(() -> new InitiativePage.Line(words.say("consultation.initiative.not-open")));
  }

  private static void ways(
      Consultation c, Words words, boolean home, String label, List<InitiativePage.Line> lines) {
    List<Link> ways =
        c.ways().stream()
            .filter(way -> way.isFromHome() == home)
            .sorted()
            .map(way -> new Link(words.say(way.wordKey()), "/c/" + c.slug() + "/" + way.page()))
            .toList();
    if (!ways.isEmpty()) {
      lines.add(new InitiativePage.Line(words.say(label) + ":", ways));
    }
  }

  private Answer invitation(Ask ask, Initiative initiative, Board board) {
    boolean officer = officer(ask);
    Plan.Invitation invitation =
        board
            .plan()
            .invitation(ask.value("invitation"))
            .filter(i -> officer || !board.state(i.id()).isInside())
            .orElseThrow(InitiativeRoutes::notFound);
    return ask.page(
        InvitationViews.one(
            initiative,
            board,
            invitation,
            initiatives.offers().all(initiative.slug()),
            officer,
            ask.words()));
  }

  private Answer item(Ask ask, Initiative initiative, Board board) {
    Item item = Items.find(ask.value("item")).orElseThrow(InitiativeRoutes::notFound);
    Words words = ask.words();
    Board.Mark mark = board.mark(item);
    RecordReading.Opened opened =
        reading.open(
            Reader.of(ask.visitor()),
            mark.evidence().stream().map(id -> new RecordReading.Member(id, 1)).toList());
    return ask.page(
        new ItemPage(
            (item.number().isEmpty() ? "" : item.number() + " ")
                + InitiativeViews.name(item, words),
            words.say(item.kind().wordKey()),
            board.plan().language(),
            InitiativeViews.around(initiative, "-", words),
            words.say(mark.standing().wordKey()),
            mark.note().isEmpty() ? null : mark.note(),
            InitiativeViews.claim(item, mark, words),
            mark.evidence().isEmpty()
                ? null
                : words.say(
                    "initiative.opened",
                    "shown",
                    opened.shown(),
                    "notShown",
                    opened.notShown(),
                    "takenBack",
                    opened.takenBack()),
            opened.voices().stream()
                .map(v -> VoiceViews.item(v, Map.of(), words, zone()).atMost(600))
                .toList(),
            LogViews.lines(
                initiatives.boards().history(initiative.slug(), item.id()).reversed(),
                board.plan(),
                ask.visitor().isStaff(),
                zone(),
                words),
            officer(ask)
                ? new Link(
                    words.say("initiative.change"),
                    InitiativeViews.deskPath(initiative) + "/items/" + item.id())
                : null));
  }

  private Answer log(Ask ask, Initiative initiative, Board board) {
    Words words = ask.words();
    String from = ask.query("before");
    long before = from.matches("\\d{1,9}") ? Long.parseLong(from) : 0;
    List<Ledger.Entry> entries = initiatives.boards().log(initiative.slug(), before, LOG_PAGE);
    boolean more = !entries.isEmpty() && entries.getLast().seq() > 1;
    return ask.page(
        new LogPage(
            words.say("initiative.page.log"),
            InitiativeViews.around(initiative, "log", words),
            LogViews.lines(entries, board.plan(), ask.visitor().isStaff(), zone(), words),
            more
                ? new Link(
                    words.say("initiative.older"),
                    InitiativeViews.path(initiative) + "/log?before=" + entries.getLast().seq())
                : null));
  }

  private ZoneId zone() {
    return consultations.council().zone();
  }
}
