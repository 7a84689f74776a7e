package org.folkmoot.forum;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
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
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.Reader;
import org.folkmoot.web.Words;
import org.folkmoot.web.forum.ForumDeskPage;
import org.folkmoot.web.forum.ForumPage;
import org.folkmoot.web.forum.HostPage;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.jspecify.annotations.Nullable;

/// What staff do in the forum: set it up, and host a session.
final class HostRoutes implements RouteTable.Routes {

  private static final int BACK = 200;

  private final ForumService forum;
  private final LiveService live;
  private final PollService polls;
  private final ConsultationService consultations;

  HostRoutes(
      ForumService forum, LiveService live, PollService polls, ConsultationService consultations) {
    this.forum = forum;
    this.live = live;
    this.polls = polls;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    String desk = "/desk/c/{consultation}/forum";
    String session = desk + "/{session}";
    Access setUp = Access.staff(Role.OFFICER, Role.HOST, Role.FACILITATOR, Role.MODERATOR);
    Access hosts = Access.staff(LiveDoor.HOSTS);
    table.get(desk, setUp, this::list);
    table.post(desk + "/sessions", setUp, Limit.POST, this::plan);
    table.post(desk + "/topics", setUp, Limit.POST, this::addTopic);
    table.post(desk + "/topics/{topic}", setUp, Limit.POST, this::openTopic);
    table.get(session, hosts, this::host);
    table.post(session + "/state", hosts, Limit.POST, this::move);
    table.post(session + "/say", hosts, Limit.POST, this::judge);
    table.post(session + "/next", hosts, Limit.POST, this::next);
    table.post(session + "/agenda", hosts, Limit.POST, this::agenda);
    table.post(session + "/captions", hosts, Limit.POST, this::caption);
    table.post(session + "/polls", hosts, Limit.POST, this::makePoll);
    table.post(session + "/poll", hosts, Limit.POST, this::movePoll);
  }

  private Answer list(Ask ask) {
    return ask.page(deskPage(ask, FormState.empty()));
  }

  private Answer plan(Ask ask) {
    Words words = ask.words();
    List<FieldError> wrong = new ArrayList<>();
    require(ask, wrong, "name", "desk.forum.name-missing");
    require(ask, wrong, "about", "desk.forum.about-missing");
    Optional<Instant> starts = startsAt(ask);
    if (starts.isEmpty()) {
      wrong.add(new FieldError("starts", words.say("desk.forum.starts-missing")));
    }
    if (!wrong.isEmpty()) {
      return ask.page(422, deskPage(ask, FormState.of(ask.form().fields()).withErrors(wrong)));
    }
    Session session =
        forum.plan(
            consultations.get(ask.value("consultation")).slug(),
            "",
            ask.form().text("name"),
            ask.form().text("about"),
            starts.orElseThrow());
    return Answer.seeOther(hostPath(session)).flash("desk.forum.planned");
  }

  private Answer addTopic(Ask ask) {
    List<FieldError> wrong = new ArrayList<>();
    require(ask, wrong, "topic-name", "desk.forum.name-missing");
    require(ask, wrong, "topic-text", "desk.forum.about-missing");
    if (!wrong.isEmpty()) {
      return ask.page(422, deskPage(ask, FormState.of(ask.form().fields()).withErrors(wrong)));
    }
    String slug = consultations.get(ask.value("consultation")).slug();
    forum.addTopic(slug, "", ask.form().text("topic-name"), ask.form().text("topic-text"));
    return Answer.seeOther(deskPath(slug)).flash("desk.forum.topic-added");
  }

  private Answer openTopic(Ask ask) {
    String slug = ask.value("consultation");
    forum.openTopic(slug, ask.value("topic"), ask.form().text("do").equals("open"));
    return Answer.seeOther(deskPath(slug)).flash("desk.forum.done");
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
      case "show" -> live.approve(session, ask.form().text("id"), by);
      case "remove" ->
          live.remove(session, ask.form().text("id"), by, ask.words().say("forum.removed-reason"));
      default -> throw new ProblemException(new Problem.Invalid("do must be show or remove."));
    }
    return back(session, "desk.forum.done");
  }

  private Answer next(Ask ask) {
    Session session = at(ask);
    live.next(session);
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
    if (live.captionApart(session, line, ask.words().language(), ask.visitor().name())) {
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
    boolean fits =
        options.size() >= 2
            && options.size() <= PollService.MAX_OPTIONS
            && options.stream().allMatch(o -> o.length() <= 200);
    if (!fits || !ask.form().has("asks")) {
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
    long last = live.last(session);
    List<HostPage.Waiting> waiting =
        live.waiting(session, Reader.of(ask.visitor())).stream()
            .map(v ->
                new HostPage.Waiting(
                    v.id(), v.text(), v.language(), ForumViews.time(v.receivedAt(), words, zone)))
            .toList();
    List<HostPage.Said> said =
        live.history(session, Math.max(0, last - BACK), BACK).stream()
            .filter(e -> e.kind() == LiveEvent.Kind.SAY)
            .map(e -> said(e, words, zone))
            .toList()
            .reversed();
    List<HostPage.Hand> hands =
        live.hands(session).stream()
            .map(p ->
                new HostPage.Hand(
                    ForumViews.person(p, words), words.say("desk.forum.turns", "count", p.turns())))
            .toList();
    List<HostPage.PollRow> rows =
        polls.polls(session).reversed().stream().map(p -> row(p, words)).toList();
    boolean stays = !ask.query("stay").isEmpty();
    String path = hostPath(session);
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
        deskPath(session.consultation()));
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

  private ForumDeskPage deskPage(Ask ask, FormState form) {
    Words words = ask.words();
    String slug = consultations.get(ask.value("consultation")).slug();
    ZoneId zone = consultations.council().zone();
    List<ForumPage.Row> sessions =
        forum.sessions(slug).stream()
            .map(s -> ForumViews.row(s, hostPath(s), words, zone))
            .toList();
    List<ForumDeskPage.TopicRow> topics =
        forum.topics(slug).stream().map(t -> row(t, words)).toList();
    return new ForumDeskPage(
        words.say("desk.forum.title"),
        form.summary(),
        sessions,
        !sessions.isEmpty(),
        deskPath(slug) + "/sessions",
        form.text("name", words.say("desk.forum.name")).atMost(120),
        form.area("about", words.say("desk.forum.about"), 3).atMost(500),
        form.text("starts", words.say("desk.forum.starts")).of("datetime-local"),
        Button.main(words.say("desk.forum.plan-button")),
        topics,
        !topics.isEmpty(),
        deskPath(slug) + "/topics",
        form.text("topic-name", words.say("desk.forum.topic-name")).atMost(120),
        form.area("topic-text", words.say("desk.forum.topic-text"), 3).atMost(1_000),
        Button.quiet(words.say("desk.forum.add-topic-button")),
        "/desk/c/" + slug);
  }

  private static ForumDeskPage.TopicRow row(Topic t, Words words) {
    return new ForumDeskPage.TopicRow(
        t.title(),
        ForumViews.path(t),
        words.say(t.open() ? "forum.topic-open" : "forum.topic-closed"),
        deskPath(t.consultation()) + "/topics/" + t.id(),
        Button.quiet(words.say(t.open() ? "desk.forum.topic-close" : "desk.forum.topic-open"))
            .sending("do", t.open() ? "close" : "open"));
  }

  private Session at(Ask ask) {
    return forum.get(ask.value("consultation"), ask.value("session"));
  }

  private Optional<Instant> startsAt(Ask ask) {
    try {
      ZoneId zone = consultations.council().zone();
      return Optional.of(LocalDateTime.parse(ask.form().text("starts")).atZone(zone).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static void require(Ask ask, List<FieldError> wrong, String field, String key) {
    if (!ask.form().has(field)) {
      wrong.add(new FieldError(field, ask.words().say(key)));
    }
  }

  private static Answer back(Session session, String wordKey) {
    return Answer.seeOther(hostPath(session)).flash(wordKey);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  private static String deskPath(String consultation) {
    return "/desk/c/" + consultation + "/forum";
  }

  private static String hostPath(Session session) {
    return deskPath(session.consultation()) + "/" + session.id();
  }
}
