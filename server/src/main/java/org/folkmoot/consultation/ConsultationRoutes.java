package org.folkmoot.consultation;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.consultation.Consultation.Way;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.RouteTable;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.site.TextPage;

/// What residents read before they take part.
final class ConsultationRoutes implements RouteTable.Routes {

  private final ConsultationService consultations;
  private final ConsultationViews views;
  private final AskViews people;

  ConsultationRoutes(ConsultationService consultations, ConsultationViews views) {
    this.consultations = consultations;
    this.views = views;
    this.people = new AskViews(consultations, views);
  }

  @Override
  public void register(RouteTable table) {
    table.get("/", Access.everyone(), ask -> ask.page(views.home(ask)));
    table.get("/c/{consultation}", Access.everyone(), this::show);
    table.get("/c/{consultation}/letter", Access.everyone(), this::letter);
    table.get("/ask", Access.everyone(), ask -> ask.page(people.page(ask)));
  }

  private Answer show(Ask ask) {
    return ask.page(views.page(ask, consultations.get(ask.value("consultation"))));
  }

  /// How to write a letter: where it goes, and that it counts like everything else.
  private Answer letter(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    if (!c.ways().contains(Way.WRITTEN_SUBMISSION)) {
      throw new ProblemException(new Problem.NotFound());
    }
    Words words = ask.words();
    Council council = consultations.council();
    List<TextPage.Section> sections = new ArrayList<>();
    if (!council.address().isEmpty()) {
      List<TextPage.Paragraph> lines =
          council.address().lines().map(TextPage.Paragraph::new).toList();
      sections.add(new TextPage.Section(words.say("consultation.letter.post"), lines));
    }
    if (!council.email().isEmpty()) {
      sections.add(section(words, "consultation.letter.email", council.email()));
    }
    sections.add(
        section(words, "consultation.letter.say", words.say("consultation.letter.say-what")));
    sections.add(
        section(words, "consultation.letter.then", words.say("consultation.letter.then-what")));
    return ask.page(
        new TextPage(
            words.say("consultation.letter.title"),
            words.say("consultation.letter.lead", "date", words.date(c.closesOn())),
            sections,
            List.of(new Link(words.say("common.back"), "/c/" + c.slug()))));
  }

  private static TextPage.Section section(Words words, String heading, String text) {
    return new TextPage.Section(words.say(heading), List.of(new TextPage.Paragraph(text)));
  }
}
