package org.folkmoot.forum;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.Reader;
import org.folkmoot.web.Words;
import org.folkmoot.web.forum.HostPage;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.FormState;
import org.jspecify.annotations.Nullable;

/// A host's page of a session, and what a host does there.
final class HostRoutes implements RouteTable.Routes {

  private static final int BACK = 200;

  private final ForumService forum;
  private final SayService says;
  private final FloorService floor;
  private final Safeguarding safeguarding;
  private final PollService polls;
  private final ConsultationService consultations;

  HostRoutes(
      ForumService forum,
      SayService says,
      FloorService floor,
      Safeguarding safeguarding,
      PollService polls,
      ConsultationService consultations) {
    this.forum = forum;
    this.says = says;
    this.floor = floor;
    this.safeguarding = safeguarding;
    this.polls = polls;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    String session = "/desk/c/{consultation}/forum/{session}";
    Access hosts = Access.staff(LiveDoor.HOSTS);
    table.get(session, hosts, this::host);
    table.post(session + "/state", hosts, Limit.POST, this::move);
    table.post(session + "/say", hosts, Limit.POST, this::judge);
    table.post(session + "/next", hosts, Limit.POST, this::next);
    table.post(session + "/agenda", hosts, Limit.POST, this::agenda);
    table.post(session + "/captions", hosts, Limit.POST, this::caption);
    table.post(session + "/polls", hosts, Limit.POST, this::makePoll);
    table.post(session + "/poll", hosts, Limit.POST, this::movePoll);
  }

  private Answer host(Ask ask) {
    Session session = at(ask);
    forum.hostIsHere(session.id());
    return ask.page(hostPage(ask, session));
  }

  private Answer move(Ask ask) {
    Session session = at(ask);
    Optional<Session.State> to =
        Arrays.stream(Session.State.values())
            .filter(s -> s.word().equals(ask.form().text("to")))
            .findFirst();
    boolean moved = to.map(state -> forum.move(session.id(), state)).orElse(false);
    return back(session, moved ? "desk.forum.done" : "desk.forum.not-now");
  }

  private Answer judge(Ask ask) {
    Session session = at(ask);
    String by = ask.visitor().name();
    switch (ask.form().text("do")) {
      case "show" -> says.approve(session, ask.form().text("id"), by);
      case "remove" ->
          says.remove(session, ask.form().text("id"), by, ask.words().say("forum.removed-reason"));
      default -> throw new ProblemException(new Problem.Invalid("do must be show or remove."));
    }
    return back(session, "desk.forum.done");
  }

  private Answer next(Ask ask) {
    Session session = at(ask);
    floor.next(session);
    return back(session, "desk.forum.done");
  }

  private Answer agenda(Ask ask) {
    Session session = at(ask);
    forum.agenda(session.id(), cut(ask.form().text("agenda"), 200));
    return back(session, "desk.forum.done");
  }

  private Answer caption(Ask ask) {
    Session session = at(ask);
    String line = cut(ask.form().text("caption"), 1_000);
    if (safeguarding.captionApart(session, line, ask.words().language(), ask.visitor().name())) {
      return back(session, "desk.forum.caption-held");
    }
    if (!line.isEmpty()) {
      forum.caption(session.id(), line);
    }
    return back(session, "desk.forum.done");
  }

  private Answer makePoll(Ask ask) {
    Session session = at(ask);
    List<String> options =
        new ArrayList<>(
            ask.form()
                .raw("options")
                .lines()
                .map(String::strip)
                .filter(o -> !o.isEmpty())
                .toList());
    String notSure = ask.words().say("desk.forum.poll-not-sure");
    if (options.size() >= 2 && options.stream().noneMatch(notSure::equalsIgnoreCase)) {
      options.add(notSure);
    }
    if (!PollService.fits(options) || !ask.form().has("asks")) {
      return back(session, "desk.forum.poll-wrong");
    }
    polls.open(polls.make(session, cut(ask.form().text("asks"), 300), options));
    return back(session, "desk.forum.done");
  }

  private Answer movePoll(Ask ask) {
    Session session = at(ask);
    Optional<Poll> poll = polls.find(session, ask.form().text("poll"));
    poll.ifPresent(p -> {
      if (ask.form().text("to").equals("open")) {
        polls.open(p);
      } else {
        polls.close(p);
      }
    });
    return back(session, poll.isPresent() ? "desk.forum.done" : "desk.forum.not-now");
  }

  private HostPage hostPage(Ask ask, Session session) {
    Words words = ask.words();
    ZoneId zone = consultations.council().zone();
    FormState form = FormState.empty();
    long last = forum.last(session);
    List<HostPage.Waiting> waiting =
        says.waiting(session, Reader.of(ask.visitor())).stream()
            .map(v ->
                new HostPage.Waiting(
                    v.id(), v.text(), v.language(), ForumViews.time(v.receivedAt(), words, zone)))
            .toList();
    List<HostPage.Said> said =
        forum.history(session, Math.max(0, last - BACK), BACK).stream()
            .filter(e -> e.kind() == LiveEvent.Kind.SAY)
            .map(e -> said(e, words, zone))
            .toList()
            .reversed();
    List<HostPage.Hand> hands =
        floor.hands(session).stream()
            .map(p ->
                new HostPage.Hand(
                    ForumViews.person(p, words), words.say("desk.forum.turns", "count", p.turns())))
            .toList();
    List<HostPage.PollRow> rows =
        polls.polls(session).reversed().stream().map(p -> row(p, words)).toList();
    boolean stays = !ask.query("stay").isEmpty();
    String path = path(session);
    return new HostPage(
        session.title(),
        words.say("forum.state." + session.state().word()),
        stays,
        stays ? null : path + "?stay=yes",
        path,
        "/live/" + session.id() + "?as=host",
        last,
        path,
        ForumViews.path(session),
        words.say("desk.forum.join-line", "code", session.joinCode()),
        moves(session, words),
        waiting,
        !waiting.isEmpty(),
        said,
        !said.isEmpty(),
        hands,
        !hands.isEmpty(),
        rows,
        !rows.isEmpty(),
        form.text("agenda", words.say("desk.forum.agenda")).orElse(session.agenda()).atMost(200),
        form.text("caption", words.say("desk.forum.caption")).atMost(1_000),
        form.text("asks", words.say("desk.forum.poll-asks")).atMost(300),
        form.area("options", words.say("desk.forum.poll-options"), 4)
            .hint(words.say("desk.forum.poll-options-hint")),
        ForumDeskRoutes.path(session.consultation()));
  }

  private static List<Button> moves(Session session, Words words) {
    return Arrays.stream(Session.State.values())
        .filter(session.state()::canBecome)
        .map(to -> {
          String label = words.say("desk.forum.move." + to.word());
          Button button = to == Session.State.OPEN ? Button.main(label) : Button.quiet(label);
          return button.sending("to", to.word());
        })
        .toList();
  }

  private static HostPage.Said said(LiveEvent e, Words words, ZoneId zone) {
    boolean gone = e.data().containsKey("gone");
    return new HostPage.Said(
        e.text("id"),
        gone ? "" : ForumViews.person(e, words),
        gone ? words.say("forum.gone") : e.text("text"),
        gone ? words.language() : e.text("language"),
        ForumViews.time(e.at(), words, zone),
        gone);
  }

  private HostPage.PollRow row(Poll poll, Words words) {
    @Nullable Button move =
        switch (poll.state()) {
          case DRAFT -> Button.quiet(words.say("desk.forum.poll-open")).sending("to", "open");
          case OPEN -> Button.quiet(words.say("desk.forum.poll-close")).sending("to", "close");
          case CLOSED -> null;
        };
    return new HostPage.PollRow(
        poll.id(),
        poll.question(),
        words.say("desk.forum.poll." + poll.state().word()),
        words.say("forum.votes", "count", polls.votes(poll)),
        move);
  }

  private Session at(Ask ask) {
    return forum.get(ask.value("consultation"), ask.value("session"));
  }

  private static Answer back(Session session, String wordKey) {
    return Answer.seeOther(path(session)).flash(wordKey);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  static String path(Session session) {
    return ForumDeskRoutes.path(session.consultation()) + "/" + session.id();
  }
}
