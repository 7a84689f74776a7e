package org.folkmoot.texting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.folkmoot.web.Words;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// The officer's pages for news by text, and for how texts go and what they cost.
final class NewsRoutes implements RouteTable.Routes {

  private static final String NEWS = "/desk/c/{consultation}/texting/news";
  private static final String SENDING = "/desk/c/{consultation}/texting/sending";
  private static final int MOST_PARTS = 3;

  private final NewsService news;
  private final ConsultationService consultations;

  NewsRoutes(NewsService news, ConsultationService consultations) {
    this.news = news;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    Access officer = Access.staff(Role.OFFICER);
    table.get(NEWS, officer, this::show);
    table.post(NEWS, officer, Limit.POST, this::write);
    table.post(NEWS + "/send", officer, Limit.POST, this::send);
    table.get(SENDING, officer, this::rules);
    table.post(SENDING, officer, Limit.POST, this::setRules);
  }

  private Answer show(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    Optional<News> shown = news.find(c.slug(), ask.query("news"));
    return ask.page(views(ask).news(c, shown, FormState.empty()));
  }

  private Answer write(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    Words words = ask.words();
    Map<String, String> written = NewsService.written(typed(ask));
    Optional<Purpose> audience =
        ask.form().oneOf("audience", Purpose.values()).filter(Purpose::needsConsent);
    var problems = new ArrayList<FieldError>();
    if (audience.isEmpty()) {
      problems.add(new FieldError("audience", words.say("desk.news.audience-missing")));
    }
    if (written.isEmpty()) {
      problems.add(new FieldError("text-" + Words.SOURCE, words.say("desk.news.text-missing")));
    }
    written.forEach((language, text) -> {
      if (Outgoing.parts(news.said(text, language)) > MOST_PARTS) {
        problems.add(new FieldError("text-" + language, words.say("desk.news.text-long")));
      }
    });
    if (!problems.isEmpty()) {
      FormState form = FormState.of(ask.form().fields()).withErrors(problems);
      return ask.page(422, views(ask).news(c, Optional.empty(), form));
    }
    News draft = news.draft(c.slug(), audience.orElseThrow(), written, ask.visitor().name());
    return Answer.seeOther("/desk/c/" + c.slug() + "/texting/news?news=" + draft.id())
        .flash("desk.news.saved");
  }

  private static Map<String, String> typed(Ask ask) {
    var typed = new HashMap<String, String>();
    Words.LANGUAGES.forEach(language -> typed.put(language, ask.form().text("text-" + language)));
    return typed;
  }

  private Answer send(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    News draft =
        news.find(c.slug(), ask.form().text("news"))
            .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    news.send(draft);
    return Answer.seeOther("/desk/c/" + c.slug() + "/texting/news?news=" + draft.id())
        .flash("desk.news.gone");
  }

  private Answer rules(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    return ask.page(views(ask).sending(c, FormState.of(RulesForm.fields(news.rules(c.slug())))));
  }

  private Answer setRules(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    List<FieldError> problems = RulesForm.problems(ask.form(), ask.words());
    if (!problems.isEmpty()) {
      FormState form = FormState.of(ask.form().fields()).withErrors(problems);
      return ask.page(422, views(ask).sending(c, form));
    }
    news.save(RulesForm.read(c.slug(), ask.form()));
    return Answer.seeOther("/desk/c/" + c.slug() + "/texting/sending").flash("desk.sending.saved");
  }

  private NewsViews views(Ask ask) {
    return new NewsViews(news, consultations.council(), ask.words());
  }
}
