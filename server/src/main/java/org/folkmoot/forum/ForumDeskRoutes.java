package org.folkmoot.forum;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.web.Words;
import org.folkmoot.web.forum.ForumDeskPage;
import org.folkmoot.web.forum.ForumPage;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// Where staff set the forum up: sessions are planned, topics added, opened and closed.
final class ForumDeskRoutes implements RouteTable.Routes {

  private final ForumService forum;
  private final ConsultationService consultations;

  ForumDeskRoutes(ForumService forum, ConsultationService consultations) {
    this.forum = forum;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    String desk = "/desk/c/{consultation}/forum";
    Access setUp = Access.staff(Role.OFFICER, Role.HOST, Role.FACILITATOR, Role.MODERATOR);
    table.get(desk, setUp, this::list);
    table.post(desk + "/sessions", setUp, Limit.POST, this::plan);
    table.post(desk + "/topics", setUp, Limit.POST, this::addTopic);
    table.post(desk + "/topics/{topic}", setUp, Limit.POST, this::openTopic);
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
    return Answer.seeOther(HostRoutes.path(session)).flash("desk.forum.planned");
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
    return Answer.seeOther(path(slug)).flash("desk.forum.topic-added");
  }

  private Answer openTopic(Ask ask) {
    String slug = ask.value("consultation");
    forum.openTopic(slug, ask.value("topic"), ask.form().text("do").equals("open"));
    return Answer.seeOther(path(slug)).flash("desk.forum.done");
  }

  private ForumDeskPage deskPage(Ask ask, FormState form) {
    Words words = ask.words();
    String slug = consultations.get(ask.value("consultation")).slug();
    ZoneId zone = consultations.council().zone();
    List<ForumPage.Row> sessions =
        forum.sessions(slug).stream()
            .map(s -> ForumViews.row(s, HostRoutes.path(s), words, zone))
            .toList();
    List<ForumDeskPage.TopicRow> topics =
        forum.topics(slug).stream().map(t -> row(t, words)).toList();
    return new ForumDeskPage(
        words.say("desk.forum.title"),
        form.summary(),
        sessions,
        !sessions.isEmpty(),
        path(slug) + "/sessions",
        form.text("name", words.say("desk.forum.name")).atMost(120),
        form.area("about", words.say("desk.forum.about"), 3).atMost(500),
        form.text("starts", words.say("desk.forum.starts")).of("datetime-local"),
        Button.main(words.say("desk.forum.plan-button")),
        topics,
        !topics.isEmpty(),
        path(slug) + "/topics",
        form.text("topic-name", words.say("desk.forum.topic-name")).atMost(120),
        form.area("topic-text", words.say("desk.forum.topic-text"), 3).atMost(1_000),
        Button.quiet(words.say("desk.forum.add-topic-button")),
        "/desk/c/" + slug);
  }

  private static ForumDeskPage.TopicRow row(Topic t, Words words) {
    return new ForumDeskPage.TopicRow(
        t.title(),
        TopicViews.path(t),
        words.say(t.open() ? "forum.topic-open" : "forum.topic-closed"),
        path(t.consultation()) + "/topics/" + t.id(),
        Button.quiet(words.say(t.open() ? "desk.forum.topic-close" : "desk.forum.topic-open"))
            .sending("do", t.open() ? "close" : "open"));
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

  static String path(String consultation) {
    return "/desk/c/" + consultation + "/forum";
  }
}
