package org.folkmoot.forum;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;

/// Sessions for machines of those who host them: planned, moved on, captioned, polled.
final class HostApi implements RouteTable.Routes {

  private final ForumService forum;
  private final SayService says;
  private final FloorService floor;
  private final Safeguarding safeguarding;
  private final PollService polls;
  private final ConsultationService consultations;

  HostApi(
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
    String one = "/api/v1/sessions/{session}";
    Access hosts = Access.staff(LiveDoor.HOSTS);
    table.post(
        "/api/v1/consultations/{consultation}/sessions",
        Access.staff(Role.OFFICER, Role.HOST),
        Limit.API,
        this::plan);
    table.post(one + "/state", hosts, Limit.API, this::move);
    table.post(one + "/agenda", hosts, Limit.API, this::agenda);
    table.post(one + "/captions", hosts, Limit.API, this::caption);
    table.post(one + "/queue/next", hosts, Limit.API, this::next);
    table.post(one + "/polls", hosts, Limit.API, this::makePoll);
    table.post(one + "/polls/{poll}/close", hosts, Limit.API, this::closePoll);
    table.post(one + "/remove", hosts, Limit.API, this::remove);
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
    return Answer.json(known ? 200 : 201, json(forum.get(session.id()), ask));
  }

  private Answer move(Ask ask) {
    Session session = hosted(ask);
    if (!forum.move(session.id(), ForumJson.state(ForumJson.body(ask, Set.of("state"))))) {
      throw new ProblemException(
          new Problem.Conflict("It is " + session.state().word() + " and cannot become that."));
    }
    return Answer.json(200, json(forum.get(session.id()), ask));
  }

  private Answer agenda(Ask ask) {
    Session session = hosted(ask);
    forum.agenda(session.id(), ForumJson.text(ForumJson.body(ask, Set.of("text")), "text", 200));
    return Answer.json(200, json(forum.get(session.id()), ask));
  }

  private Answer caption(Ask ask) {
    Session session = hosted(ask);
    String line = ForumJson.required(ForumJson.body(ask, Set.of("text")), "text", 1_000);
    if (safeguarding.captionApart(session, line, ask.words().language(), ask.visitor().name())) {
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
    Optional<Participant> called = floor.next(session);
    body.put("seat", called.map(Participant::seat).orElse(null));
    body.put("waiting", floor.hands(session).size());
    return Answer.json(200, body);
  }

  private Answer makePoll(Ask ask) {
    Session session = hosted(ask);
    JsonNode body = ForumJson.body(ask, Set.of("question", "options", "state"));
    List<String> options = new ArrayList<>();
    body.path("options").forEach(o -> options.add(o.asText().strip()));
    if (!PollService.fits(options)) {
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
    says.remove(
        session,
        ForumJson.required(body, "id", 40),
        ask.visitor().name(),
        ForumJson.required(body, "reason", 300));
    return Answer.empty(204);
  }

  private Map<String, Object> json(Session session, Ask ask) {
    return ForumJson.session(session, forum.last(session), ask.visitor());
  }

  /// What a host does shows that a host is there.
  private Session hosted(Ask ask) {
    Session session = forum.get(ask.value("session"));
    forum.hostIsHere(session.id());
    return session;
  }

  private Poll poll(Ask ask, Session session) {
    return polls
        .find(session, ask.value("poll"))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }
}
