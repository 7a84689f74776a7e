package org.folkmoot.forum;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
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
import org.folkmoot.door.RouteTable;
import org.folkmoot.door.Visitor;
import org.folkmoot.people.PeopleService;
import org.folkmoot.record.Added;
import org.folkmoot.record.Consent;

/// Sessions for machines: what is read by all, and what phones that joined with a code and staff
/// say and do there.
final class ForumApi implements RouteTable.Routes {

  private static final Duration JOINED = Duration.ofHours(12);

  private final ForumService forum;
  private final ParticipantService participants;
  private final SayService says;
  private final FloorService floor;
  private final Safeguarding safeguarding;
  private final PollService polls;
  private final ConsultationService consultations;
  private final PeopleService people;

  ForumApi(
      ForumService forum,
      ParticipantService participants,
      SayService says,
      FloorService floor,
      Safeguarding safeguarding,
      PollService polls,
      ConsultationService consultations,
      PeopleService people) {
    this.forum = forum;
    this.participants = participants;
    this.says = says;
    this.floor = floor;
    this.safeguarding = safeguarding;
    this.polls = polls;
    this.consultations = consultations;
    this.people = people;
  }

  @Override
  public void register(RouteTable table) {
    String one = "/api/v1/sessions/{session}";
    table.get("/api/v1/consultations/{consultation}/sessions", Access.openApi(), this::list);
    table.get(one, Access.openApi(), this::show);
    table.post(one + "/join", Access.openApi(), Limit.API, this::join);
    table.post(one + "/say", Access.openApi(), Limit.API, this::say);
    table.post(one + "/hand", Access.openApi(), Limit.API, this::hand);
    table.post(one + "/polls/{poll}/vote", Access.openApi(), Limit.API, this::vote);
  }

  private Answer list(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    List<Object> items = new ArrayList<>();
    forum.sessions(c.slug()).forEach(s -> items.add(json(s, ask)));
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("items", items);
    page.put("next", null);
    return Answer.json(200, page);
  }

  private Answer show(Ask ask) {
    Session session = at(ask);
    mayRead(ask, consultations.get(session.consultation()));
    return Answer.json(200, json(session, ask));
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
    String key = participants.key(session, "participant:" + participant);
    String name = ForumJson.text(body, "name", 40);
    Consent consent = ForumJson.consent(body.path("consent"), ask);
    boolean under18 = body.path("under18").asBoolean(false);
    Optional<Added> apart =
        safeguarding.setApart(
            session,
            name,
            ask.words().language(),
            words -> words.participant(key).consent(consent).under18(under18));
    Participant joined =
        participants.join(session, key, apart.isPresent() ? "" : name, consent, under18);
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
        says.say(
            session,
            who,
            id.toLowerCase(Locale.ROOT),
            ForumJson.required(body, "text", SayService.MAX_SAY),
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
          throw ForumJson.invalid("text must have 1 to " + SayService.MAX_SAY + " characters.");
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
    floor.hand(session, participant(ask, session), body.path("up").asBoolean(true));
    return Answer.json(200, Map.of("waiting", floor.hands(session).size()));
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

  private Map<String, Object> json(Session session, Ask ask) {
    return ForumJson.session(session, forum.last(session), ask.visitor());
  }

  private Session at(Ask ask) {
    return forum.get(ask.value("session"));
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
      return participants
          .find(session, participants.key(session, visitor.device()))
          .orElseThrow(() -> new ProblemException(new Problem.Forbidden()));
    }
    if (!visitor.isStaff()) {
      throw new ProblemException(
          visitor.sessions().isEmpty() ? new Problem.SignInNeeded() : new Problem.Forbidden());
    }
    String key = participants.key(session, "staff:" + visitor.id());
    return participants
        .find(session, key)
        .orElseGet(() ->
            participants.join(
                session,
                key,
                visitor.name(),
                Consent.countedOnly(Consent.Given.SCREEN, ask.words().language())));
  }
}
