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
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.RouteTable;
import org.folkmoot.people.ClosingAnswers;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Added;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Source;
import org.folkmoot.web.Words;
import org.folkmoot.web.forum.JoinPage;
import org.folkmoot.web.forum.TopicPage;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// What residents do in the forum.
final class ForumRoutes implements RouteTable.Routes {

  private static final int MAX_NAME = 40;

  private final ForumService forum;
  private final LiveService live;
  private final PollService polls;
  private final ForumViews views;
  private final ConsultationService consultations;
  private final RecordService record;
  private final RecordReading reading;
  private final Vault vault;

  ForumRoutes(
      ForumService forum,
      LiveService live,
      PollService polls,
      ForumViews views,
      ConsultationService consultations,
      RecordService record,
      RecordReading reading,
      Vault vault) {
    this.forum = forum;
    this.live = live;
    this.polls = polls;
    this.views = views;
    this.consultations = consultations;
    this.record = record;
    this.reading = reading;
    this.vault = vault;
  }

  @Override
  public void register(RouteTable table) {
    String session = "/c/{consultation}/forum/{session}";
    String topic = "/c/{consultation}/forum/topics/{topic}";
    table.get("/c/{consultation}/forum", Access.everyone(), this::list);
    table.get(session, Access.everyone(), this::session);
    table.get(session + "/join", Access.everyone(), this::joinForm);
    table.post(session + "/join", Access.everyone(), Limit.POST, this::join);
    table.post(session + "/say", Access.everyone(), Limit.SAY, this::say);
    table.post(session + "/hand", Access.everyone(), Limit.POST, this::hand);
    table.post(session + "/polls/{poll}", Access.everyone(), Limit.POST, this::vote);
    table.get(topic, Access.everyone(), this::topic);
    table.post(topic, Access.everyone(), Limit.POST, this::post);
  }

  private Answer list(Ask ask) {
    Consultation c = visible(ask);
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
    String key = live.key(session, ask.visitor().device());
    String name = ask.form().text("name");
    var answers = ClosingAnswers.read(ask.form(), ask.words(), Consent.Given.SCREEN, false);
    Optional<Added> apart =
        live.setApart(
            session,
            name,
            ask.words().language(),
            words -> answers.into(vault).apply(words).participant(key));
    live.join(session, key, apart.isPresent() ? "" : name, answers);
    return Answer.seeOther(
        apart.map(held -> thanks(session.consultation(), held)).orElse(ForumViews.path(session)));
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
        live.say(
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
      case Said.Held held -> Answer.seeOther(thanks(session.consultation(), held.added()));
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
      case Said.Held held -> body.put("href", thanks(session.consultation(), held.added()));
      case Said.NotOpen _, Said.Unfit _ -> {
        // Nothing was kept, so there is no code.
      }
    }
    return Answer.json(said instanceof Said.NotOpen ? 409 : 201, body);
  }

  private static String unfit(Ask ask) {
    return ask.form().has("text")
        ? ask.words().say("forum.say-long", "most", LiveService.MAX_SAY)
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
    who(ask, session).ifPresent(who -> live.hand(session, who, ask.form().ticked("up")));
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

  private Answer topic(Ask ask) {
    return ask.page(topicPage(ask, topicAt(ask), FormState.empty()));
  }

  private Answer post(Ask ask) {
    Topic topic = topicAt(ask);
    if (!forum.isHearing(topic)) {
      return Answer.seeOther(ForumViews.path(topic));
    }
    List<FieldError> wrong = new ArrayList<>();
    if (!ask.form().has("text")) {
      wrong.add(new FieldError("text", ask.words().say("forum.post-empty")));
    } else if (ask.form().raw("text").length() > NewContribution.MAX_TEXT) {
      wrong.add(
          new FieldError(
              "text", ask.words().say("forum.say-long", "most", NewContribution.MAX_TEXT)));
    }
    wrong.addAll(ClosingAnswers.problems(ask.form(), ask.words()));
    if (!wrong.isEmpty()) {
      var form = FormState.of(ask.form().fields()).withErrors(wrong);
      return ask.page(422, topicPage(ask, topic, form));
    }
    NewContribution said =
        NewContribution.to(topic.consultation(), Channel.FORUM)
            .act("form:" + ask.visitor().device() + ":" + ask.form().text("act"))
            .text(ask.form().text("text"), ask.words().language())
            .title(topic.title())
            .source(Source.of(topic.source()))
            .participant(record.pseudonym(topic.consultation(), ask.visitor().device()));
    Added added =
        record.add(
            ClosingAnswers.read(ask.form(), ask.words(), Consent.Given.SCREEN, false)
                .into(vault)
                .apply(said));
    return Answer.seeOther(thanks(topic.consultation(), added));
  }

  private TopicPage topicPage(Ask ask, Topic topic, FormState form) {
    String after = ask.query("after");
    RecordQuery query =
        RecordQuery.in(topic.consultation())
            .channel(Channel.FORUM)
            .source(topic.source())
            .page(after.matches("\\d{1,15}") ? Long.parseLong(after) : 0, RecordQuery.PAGE);
    return views.topic(
        topic,
        reading.list(Reader.PUBLIC, query),
        ask.words(),
        zone(),
        form,
        forum.isHearing(topic) ? postForm(ask.words(), topic, form) : null);
  }

  private TopicPage.PostForm postForm(Words words, Topic topic, FormState form) {
    String act = form.value("act");
    return new TopicPage.PostForm(
        ForumViews.path(topic),
        act.isEmpty() ? UUID.randomUUID().toString() : act,
        form.area("text", words.say("forum.post-label"), 6).atMost(NewContribution.MAX_TEXT),
        ClosingQuestions.of(form, words, consultations.get(topic.consultation()).areas()),
        Button.main(words.say("common.send")));
  }

  private Optional<Participant> who(Ask ask, Session session) {
    return live.participant(session, live.key(session, ask.visitor().device()));
  }

  private Session at(Ask ask) {
    return forum.get(visible(ask).slug(), ask.value("session"));
  }

  private Topic topicAt(Ask ask) {
    return forum.topic(visible(ask).slug(), ask.value("topic"));
  }

  /// A consultation that is still being set up is for staff alone.
  private Consultation visible(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    if (c.state() == Consultation.State.DRAFT && !ask.visitor().isStaff()) {
      throw new ProblemException(new Problem.NotFound());
    }
    return c;
  }

  private ZoneId zone() {
    return consultations.council().zone();
  }

  private static String thanks(String consultation, Added added) {
    String page = "/c/" + consultation + "/thanks/" + added.receipt().value();
    return switch (added) {
      case Added.Held _ -> page + "?kind=held";
      case Added.Kept _ -> page;
    };
  }
}
