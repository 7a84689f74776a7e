package org.folkmoot.forum;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
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
import org.folkmoot.web.forum.TopicPage;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// Topics, which residents answer when they like.
final class TopicRoutes implements RouteTable.Routes {

  private final ForumService forum;
  private final ConsultationService consultations;
  private final RecordService record;
  private final RecordReading reading;
  private final Vault vault;

  TopicRoutes(
      ForumService forum,
      ConsultationService consultations,
      RecordService record,
      RecordReading reading,
      Vault vault) {
    this.forum = forum;
    this.consultations = consultations;
    this.record = record;
    this.reading = reading;
    this.vault = vault;
  }

  @Override
  public void register(RouteTable table) {
    String topic = "/c/{consultation}/forum/topics/{topic}";
    table.get(topic, Access.everyone(), this::topic);
    table.post(topic, Access.everyone(), Limit.POST, this::post);
  }

  private Answer topic(Ask ask) {
    return ask.page(topicPage(ask, topicAt(ask), FormState.empty()));
  }

  private Answer post(Ask ask) {
    Topic topic = topicAt(ask);
    if (!forum.isHearing(topic)) {
      return Answer.seeOther(TopicViews.path(topic));
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
    return Answer.seeOther(ForumViews.thanks(topic.consultation(), added));
  }

  private TopicPage topicPage(Ask ask, Topic topic, FormState form) {
    RecordQuery query =
        RecordQuery.in(topic.consultation())
            .channel(Channel.FORUM)
            .source(topic.source())
            .page(ask.number("after"), RecordQuery.PAGE);
    return TopicViews.page(
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
        TopicViews.path(topic),
        act.isEmpty() ? UUID.randomUUID().toString() : act,
        form.area("text", words.say("forum.post-label"), 6).atMost(NewContribution.MAX_TEXT),
        ClosingQuestions.of(form, words, consultations.get(topic.consultation()).areas()),
        Button.main(words.say("common.send")));
  }

  private Topic topicAt(Ask ask) {
    return forum.topic(ask.value("consultation"), ask.value("topic"));
  }

  private ZoneId zone() {
    return consultations.council().zone();
  }
}
