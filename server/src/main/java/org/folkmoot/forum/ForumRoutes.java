package org.folkmoot.forum;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Consultation.Way;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.RouteTable;
import org.folkmoot.people.ClosingAnswers;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Added;
import org.folkmoot.record.Consent;
import org.folkmoot.web.Words;
import org.folkmoot.web.forum.JoinPage;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// What residents do in the forum: they find their session, join, speak, raise a hand and vote.
final class ForumRoutes implements RouteTable.Routes {

  private static final int MAX_NAME = 40;

  private final ForumService forum;
  private final ParticipantService participants;
  private final SayService says;
  private final FloorService floor;
  private final Safeguarding safeguarding;
  private final PollService polls;
  private final ForumViews views;
  private final ConsultationService consultations;
  private final Vault vault;

  ForumRoutes(
      ForumService forum,
      ParticipantService participants,
      SayService says,
      FloorService floor,
      Safeguarding safeguarding,
      PollService polls,
      ForumViews views,
      ConsultationService consultations,
      Vault vault) {
    this.forum = forum;
    this.participants = participants;
    this.says = says;
    this.floor = floor;
    this.safeguarding = safeguarding;
    this.polls = polls;
    this.views = views;
    this.consultations = consultations;
    this.vault = vault;
  }

  @Override
  public void register(RouteTable table) {
    String session = "/c/{consultation}/forum/{session}";
    table.get("/c/{consultation}/forum", Access.everyone(), this::list);
    table.get(session, Access.everyone(), this::session);
    table.get(session + "/join", Access.everyone(), this::joinForm);
    table.post(session + "/join", Access.everyone(), Limit.POST, this::join);
    table.post(session + "/say", Access.everyone(), Limit.SAY, this::say);
    table.post(session + "/hand", Access.everyone(), Limit.POST, this::hand);
    table.post(session + "/polls/{poll}", Access.everyone(), Limit.POST, this::vote);
  }

  private Answer list(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    boolean hearing =
        consultations.isHearing(c)
            && (c.ways().contains(Way.LIVE_SESSION) || c.ways().contains(Way.FORUM));
    return ask.page(views.list(c.slug(), ask.words(), zone(), hearing));
  }

  private Answer session(Ask ask) {
    Session session = at(ask);
    return ask.page(views.session(ask, session, who(ask, session), FormState.empty(), zone()));
  }

  private Answer joinForm(Ask ask) {
    Session session = at(ask);
    return forum.isHearing(session)
        ? ask.page(joinPage(ask, session, FormState.empty()))
        : Answer.seeOther(ForumViews.path(session));
  }

  private Answer join(Ask ask) {
    Session session = at(ask);
    if (!forum.isHearing(session)) {
      return Answer.seeOther(ForumViews.path(session)).flash("forum.say-closed");
    }
    List<FieldError> wrong = new ArrayList<>(ClosingAnswers.problems(ask.form(), ask.words()));
    if (ask.form().text("name").length() > MAX_NAME) {
      wrong.addFirst(new FieldError("name", ask.words().say("forum.join-name-long")));
    }
    if (!wrong.isEmpty()) {
      var form = FormState.of(ask.form().fields()).withErrors(wrong);
      return ask.page(422, joinPage(ask, session, form));
    }
    String key = participants.key(session, ask.visitor().device());
    String name = ask.form().text("name");
    var answers = ClosingAnswers.read(ask.form(), ask.words(), Consent.Given.SCREEN, false);
    Optional<Added> apart =
        safeguarding.setApart(
            session,
            name,
            ask.words().language(),
            words -> answers.into(vault).apply(words).participant(key));
    participants.join(session, key, apart.isPresent() ? "" : name, answers);
    return Answer.seeOther(
        apart
            .map(held -> ForumViews.thanks(session.consultation(), held))
            .orElse(ForumViews.path(session)));
  }

  private JoinPage joinPage(Ask ask, Session session, FormState form) {
    Words words = ask.words();
    return new JoinPage(
        words.say("forum.join-title"),
        session.title(),
        form.summary(),
        ForumViews.path(session) + "/join",
        form.text("name", words.say("forum.join-name"))
            .hint(words.say("forum.join-name-hint"))
            .ifYouLike()
            .atMost(MAX_NAME),
        ClosingQuestions.of(form, words, consultations.get(session.consultation()).areas()),
        Button.main(words.say("forum.join-button")));
  }

  private Answer say(Ask ask) {
    Session session = at(ask);
    Optional<Participant> who = who(ask, session);
    if (who.isEmpty()) {
      return ask.wantsJson()
          ? Answer.json(409, Map.of("href", ForumViews.path(session) + "/join"))
          : Answer.seeOther(ForumViews.path(session) + "/join");
    }
    Said said =
        says.say(
            session,
            who.get(),
            ask.form().text("act"),
            ask.form().text("text"),
            ask.words().language());
    return ask.wantsJson()
        ? asJson(ask, session, who.get(), said)
        : asPage(ask, session, who.get(), said);
  }

  private Answer asPage(Ask ask, Session session, Participant who, Said said) {
    return switch (said) {
      case Said.Held held ->
          Answer.seeOther(ForumViews.thanks(session.consultation(), held.added()));
      case Said.Unfit _ -> {
        var wrong = new FieldError("text", unfit(ask));
        var form = FormState.of(ask.form().fields()).withErrors(List.of(wrong));
        yield ask.page(422, views.session(ask, session, Optional.of(who), form, zone()));
      }
      case Said.Shown _, Said.Waiting _, Said.NotOpen _ ->
          Answer.seeOther(ForumViews.path(session)).flash(wordKey(said, who));
    };
  }

  private Answer asJson(Ask ask, Session session, Participant who, Said said) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("next", UUID.randomUUID().toString());
    if (said instanceof Said.Unfit) {
      body.put("message", unfit(ask));
      return Answer.json(422, body);
    }
    body.put("message", ask.words().say(wordKey(said, who)));
    switch (said) {
      case Said.Shown shown -> body.put("receipt", shown.added().receipt().printed());
      case Said.Waiting waiting -> body.put("receipt", waiting.added().receipt().printed());
      case Said.Held held ->
          body.put("href", ForumViews.thanks(session.consultation(), held.added()));
      case Said.NotOpen _, Said.Unfit _ -> {
        // Nothing was kept, so there is no code.
      }
    }
    return Answer.json(said instanceof Said.NotOpen ? 409 : 201, body);
  }

  private static String unfit(Ask ask) {
    return ask.form().has("text")
        ? ask.words().say("forum.say-long", "most", SayService.MAX_SAY)
        : ask.words().say("forum.say-empty");
  }

  private static String wordKey(Said said, Participant who) {
    return switch (said) {
      case Said.Shown _ -> "forum.say-shown";
      case Said.Waiting _ -> who.under18() ? "forum.say-private" : "forum.say-waits";
      case Said.Held _ -> "forum.say-held";
      case Said.NotOpen _ -> "forum.say-closed";
      case Said.Unfit _ -> "forum.say-empty";
    };
  }

  private Answer hand(Ask ask) {
    Session session = at(ask);
    who(ask, session).ifPresent(who -> floor.hand(session, who, ask.form().ticked("up")));
    return Answer.seeOther(ForumViews.path(session));
  }

  private Answer vote(Ask ask) {
    Session session = at(ask);
    Answer back = Answer.seeOther(ForumViews.path(session));
    Optional<Participant> who = who(ask, session);
    if (who.isEmpty()) {
      return Answer.seeOther(ForumViews.path(session) + "/join");
    }
    if (!ask.form().has("option")) {
      return back.flash("forum.vote-missing");
    }
    boolean voted =
        polls
            .find(session, ask.value("poll"))
            .flatMap(poll -> polls.vote(session, poll, who.get(), ask.form().text("option")))
            .isPresent();
    return voted ? back : back.flash("forum.vote-over");
  }

  private Optional<Participant> who(Ask ask, Session session) {
    return participants.find(session, participants.key(session, ask.visitor().device()));
  }

  private Session at(Ask ask) {
    return forum.get(ask.value("consultation"), ask.value("session"));
  }

  private ZoneId zone() {
    return consultations.council().zone();
  }
}
