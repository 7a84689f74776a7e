package org.folkmoot.forum;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.door.Visitor;
import org.folkmoot.people.PeopleService;
import org.folkmoot.record.Added;
import org.folkmoot.record.Consent;

/// Sessions for machines: phones that joined with a code, and staff with a token.
final class ForumApi implements RouteTable.Routes {

  private static final Duration JOINED = Duration.ofHours(12);

  private final ForumService forum;
  private final LiveService live;
  private final PollService polls;
  private final ConsultationService consultations;
  private final PeopleService people;

  ForumApi(
      ForumService forum,
      LiveService live,
      PollService polls,
      ConsultationService consultations,
      PeopleService people) {
    this.forum = forum;
    this.live = live;
    this.polls = polls;
    this.consultations = consultations;
    this.people = people;
  }

  @Override
  public void register(RouteTable table) {
    String all = "/api/v1/consultations/{consultation}/sessions";
    String one = "/api/v1/sessions/{session}";
    Access hosts = Access.staff(LiveDoor.HOSTS);
    table.get(all, Access.openApi(), this::list);
    table.post(all, Access.staff(Role.OFFICER, Role.HOST), Limit.API, this::plan);
    table.get(one, Access.openApi(), this::show);
    table.post(one + "/join", Access.openApi(), Limit.API, this::join);
    table.post(one + "/say", Access.openApi(), Limit.API, this::say);
    table.post(one + "/hand", Access.openApi(), Limit.API, this::hand);
    table.post(one + "/polls/{poll}/vote", Access.openApi(), Limit.API, this::vote);
    table.post(one + "/state", hosts, Limit.API, this::move);
    table.post(one + "/agenda", hosts, Limit.API, this::agenda);
    table.post(one + "/captions", hosts, Limit.API, this::caption);
    table.post(one + "/queue/next", hosts, Limit.API, this::next);
    table.post(one + "/polls", hosts, Limit.API, this::makePoll);
    table.post(one + "/polls/{poll}/close", hosts, Limit.API, this::closePoll);
    table.post(one + "/remove", hosts, Limit.API, this::remove);
  }

  private Answer list(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    mayRead(ask, c);
    List<Object> items = new ArrayList<>();
    forum.sessions(c.slug()).forEach(s -> items.add(json(s, ask.visitor())));
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("items", items);
    page.put("next", null);
    return Answer.json(200, page);
  }

  private Answer plan(Ask ask) {
    JsonNode body = ForumJson.body(ask, Set.of("id", "title", "question", "startsAt", "state"));
    String slug = consultations.get(ask.value("consultation")).slug();
    String id = ForumJson.text(body, "id", 60);
    if (!id.isEmpty() && !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw ForumJson.invalid("id must be small letters, digits and dashes.");
    }
    String title = ForumJson.required(body, "title", 120);
    Instant starts = ask.now();
    if (body.has("startsAt")) {
      try {
        starts = Instant.parse(ForumJson.text(body, "startsAt", 40));
      } catch (DateTimeParseException e) {
        throw ForumJson.invalid("startsAt must be a time like 2027-11-18T18:30:00Z.");
      }
    }
    boolean known = !id.isEmpty() && forum.find(id).isPresent();
    Session session = forum.plan(slug, id, title, ForumJson.text(body, "question", 500), starts);
    if (!session.consultation().equals(slug)) {
      throw new ProblemException(new Problem.Conflict("Another consultation has this id."));
    }
    if (body.has("state") && !known) {
      forum.move(session.id(), ForumJson.state(body));
    }
    return Answer.json(known ? 200 : 201, json(forum.get(session.id()), ask.visitor()));
  }

  private Answer show(Ask ask) {
    Session session = at(ask);
    mayRead(ask, consultations.get(session.consultation()));
    return Answer.json(200, json(session, ask.visitor()));
  }

  private Answer join(Ask ask) {
    Session session = at(ask);
    JsonNode body = ForumJson.body(ask, Set.of("code", "name", "under18", "consent"));
    if (body.has("under18") && !body.get("under18").isBoolean()) {
      throw ForumJson.invalid("under18 must be true or false.");
    }
    ask.check(Limit.CODE);
    String code =
        ForumJson.required(body, "code", 20).replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    if (!code.equals(session.joinCode())) {
      ask.spend(Limit.CODE);
      throw new ProblemException(new Problem.Forbidden());
    }
    String participant = UUID.randomUUID().toString().replace("-", "");
    String key = live.key(session, "participant:" + participant);
    String name = ForumJson.text(body, "name", 40);
    Consent consent = ForumJson.consent(body.path("consent"), ask);
    boolean under18 = body.path("under18").asBoolean(false);
    Optional<Added> apart =
        live.setApart(
            session,
            name,
            ask.words().language(),
            words -> words.participant(key).consent(consent).under18(under18));
    Participant joined = live.join(session, key, apart.isPresent() ? "" : name, consent, under18);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("token", people.sessionToken(session.id(), participant, ask.now().plus(JOINED)));
    json.put("seat", joined.seat());
    json.put("session", session.id());
    apart.ifPresent(held -> {
      json.put("receipt", held.receipt().printed());
      json.put("message", ask.words().say("record.held-lead"));
    });
    return Answer.json(201, json);
  }

  private Answer say(Ask ask) {
    Session session = at(ask);
    Participant who = participant(ask, session);
    JsonNode body = ForumJson.body(ask, Set.of("id", "text", "language"));
    String id = ForumJson.text(body, "id", 36);
    if (!id.isEmpty() && !id.matches("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")) {
      throw ForumJson.invalid("id must be a UUID.");
    }
    boolean staff = ask.visitor().isStaff();
    if (ask.visitor().is(LiveDoor.HOSTS)) {
      forum.hostIsHere(session.id());
    }
    String language = ForumJson.text(body, "language", 20);
    Said said =
        live.say(
            session,
            who,
            id.toLowerCase(Locale.ROOT),
            ForumJson.required(body, "text", LiveService.MAX_SAY),
            language.isEmpty() ? ask.words().language() : language,
            staff ? ask.visitor().name() : "");
    return switch (said) {
      case Said.Shown shown -> said(shown.added(), shown.added().again(), shown.seq(), "");
      case Said.Waiting w ->
          said(
              w.added(),
              w.added().again(),
              0,
              ask.words().say(who.under18() ? "forum.say-private" : "forum.say-waits"));
      case Said.Held held ->
          said(held.added(), held.added().again(), 0, ask.words().say("forum.say-held"));
      case Said.NotOpen _ ->
          throw new ProblemException(new Problem.Conflict("The session is not open."));
      case Said.Unfit _ ->
          throw ForumJson.invalid("text must have 1 to " + LiveService.MAX_SAY + " characters.");
    };
  }

  /// @param seq 0 while it is not shown
  private static Answer said(Added added, boolean again, long seq, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", added.id());
    body.put("seq", seq == 0 ? null : seq);
    body.put("recordSeq", added.seq());
    body.put("receipt", added.receipt().printed());
    if (!message.isEmpty()) {
      body.put("message", message);
    }
    return Answer.json(again ? 200 : 201, body);
  }

  private Answer hand(Ask ask) {
    Session session = at(ask);
    JsonNode body = ForumJson.body(ask, Set.of("up"));
    live.hand(session, participant(ask, session), body.path("up").asBoolean(true));
    return Answer.json(200, Map.of("waiting", live.hands(session).size()));
  }

  private Answer vote(Ask ask) {
    Session session = at(ask);
    Participant who = participant(ask, session);
    String option = ForumJson.required(ForumJson.body(ask, Set.of("option")), "option", 20);
    Poll poll = poll(ask, session);
    if (!poll.has(option)) {
      throw ForumJson.invalid("option must be one of the poll's.");
    }
    Added slip =
        polls
            .vote(session, poll, who, option)
            .orElseThrow(() -> new ProblemException(new Problem.Conflict("It is not open.")));
    return Answer.json(
        200, Map.of("poll", poll.id(), "option", option, "receipt", slip.receipt().printed()));
  }

  private Answer move(Ask ask) {
    Session session = hosted(ask);
    if (!forum.move(session.id(), ForumJson.state(ForumJson.body(ask, Set.of("state"))))) {
      throw new ProblemException(
          new Problem.Conflict("It is " + session.state().word() + " and cannot become that."));
    }
    return Answer.json(200, json(forum.get(session.id()), ask.visitor()));
  }

  private Answer agenda(Ask ask) {
    Session session = hosted(ask);
    forum.agenda(session.id(), ForumJson.text(ForumJson.body(ask, Set.of("text")), "text", 200));
    return Answer.json(200, json(forum.get(session.id()), ask.visitor()));
  }

  private Answer caption(Ask ask) {
    Session session = hosted(ask);
    String line = ForumJson.required(ForumJson.body(ask, Set.of("text")), "text", 1_000);
    if (live.captionApart(session, line, ask.words().language(), ask.visitor().name())) {
      Map<String, Object> kept = new LinkedHashMap<>();
      kept.put("seq", null);
      kept.put("message", ask.words().say("record.held-lead"));
      return Answer.json(201, kept);
    }
    long seq = forum.caption(session.id(), line);
    return Answer.json(201, Map.of("seq", seq));
  }

  private Answer next(Ask ask) {
    Session session = hosted(ask);
    ForumJson.body(ask, Set.of());
    Map<String, Object> body = new LinkedHashMap<>();
    Optional<Participant> called = live.next(session);
    body.put("seat", called.map(Participant::seat).orElse(null));
    body.put("waiting", live.hands(session).size());
    return Answer.json(200, body);
  }

  private Answer makePoll(Ask ask) {
    Session session = hosted(ask);
    JsonNode body = ForumJson.body(ask, Set.of("question", "options", "state"));
    List<String> options = new ArrayList<>();
    body.path("options").forEach(o -> options.add(o.asText().strip()));
    boolean fits =
        options.size() >= 2
            && options.size() <= PollService.MAX_OPTIONS
            && options.stream().allMatch(o -> !o.isEmpty() && o.length() <= 200);
    if (!fits) {
      throw ForumJson.invalid(
          "options must be a list of 2 to " + PollService.MAX_OPTIONS + " texts.");
    }
    Poll poll = polls.make(session, ForumJson.required(body, "question", 300), options);
    if (!ForumJson.text(body, "state", 10).equals("draft")) {
      polls.open(poll);
    }
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("id", poll.id());
    made.put("question", poll.question());
    made.put(
        "options",
        poll.options().stream().map(o -> Map.of("id", o.id(), "text", o.text())).toList());
    return Answer.json(201, made);
  }

  private Answer closePoll(Ask ask) {
    Session session = hosted(ask);
    Poll poll = poll(ask, session);
    ForumJson.body(ask, Set.of());
    polls.close(poll);
    return Answer.json(200, Map.of("id", poll.id(), "votes", polls.counts(poll)));
  }

  private Answer remove(Ask ask) {
    Session session = hosted(ask);
    JsonNode body = ForumJson.body(ask, Set.of("id", "reason"));
    live.remove(
        session,
        ForumJson.required(body, "id", 40),
        ask.visitor().name(),
        ForumJson.required(body, "reason", 300));
    return Answer.empty(204);
  }

  private Map<String, Object> json(Session s, Visitor reader) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", s.id());
    body.put("consultation", s.consultation());
    body.put("title", s.title());
    body.put("question", s.question());
    body.put("state", s.state().word());
    body.put("startsAt", s.startsAt().toString());
    body.put("agenda", s.agenda());
    body.put("seq", live.last(s));
    if (reader.is(LiveDoor.HOSTS)) {
      body.put("joinCode", s.joinCode());
    }
    return body;
  }

  private Session at(Ask ask) {
    return forum.get(ask.value("session"));
  }

  /// What a host does shows that a host is there.
  private Session hosted(Ask ask) {
    Session session = at(ask);
    forum.hostIsHere(session.id());
    return session;
  }

  private Poll poll(Ask ask, Session session) {
    return polls
        .find(session, ask.value("poll"))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  private void mayRead(Ask ask, Consultation c) {
    if (c.state() == Consultation.State.DRAFT && !ask.visitor().isStaff()) {
      throw new ProblemException(new Problem.NotFound());
    }
  }

  /// Who speaks: the participant of a join token, or a member of staff, who takes a seat of their
  /// own with nothing allowed but being read and counted.
  private Participant participant(Ask ask, Session session) {
    Visitor visitor = ask.visitor();
    if (visitor.sessions().contains(session.id())) {
      return live.participant(session, live.key(session, visitor.device()))
          .orElseThrow(() -> new ProblemException(new Problem.Forbidden()));
    }
    if (!visitor.isStaff()) {
      throw new ProblemException(
          visitor.sessions().isEmpty() ? new Problem.SignInNeeded() : new Problem.Forbidden());
    }
    String key = live.key(session, "staff:" + visitor.id());
    return live.participant(session, key)
        .orElseGet(() ->
            live.join(
                session,
                key,
                visitor.name(),
                Consent.countedOnly(Consent.Given.SCREEN, ask.words().language())));
  }
}
