package org.folkmoot.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.desk.ThemeService;
import org.folkmoot.report.Decision.Response;
import org.folkmoot.report.DecisionViews.Subject;
import org.folkmoot.web.Words;

/// What wants an answer from those who decide: the themes of a question and what its citizens' jury
/// recommends.
final class Subjects {

  private final ThemeService themes;
  private final Elsewhere elsewhere;

  Subjects(ThemeService themes, Elsewhere elsewhere) {
    this.themes = themes;
    this.elsewhere = elsewhere;
  }

  List<Subject> of(String consultation, Words words) {
    List<Subject> all = new ArrayList<>();
    themes
        .themes(consultation)
        .forEach(
            t -> all.add(new Subject(Decision.theme(t.id()), t.name(), t.definition(), false)));
    elsewhere
        .recommendations()
        .of(consultation, words)
        .forEach(r ->
            all.add(new Subject(Decision.recommendation(r.id()), r.text(), r.support(), true)));
    return List.copyOf(all);
  }

  /// How many have no answer yet, once nobody is being heard any more; before, none waits.
  int unanswered(
      String consultation, DecisionService decisions, ConsultationService consultations) {
    if (decisions.isStillHearing(consultations.get(consultation))) {
      return 0;
    }
    Map<String, Response> answers = decisions.responses(consultation);
    return (int)
        of(consultation, Words.english()).stream()
            .map(s -> answers.getOrDefault(s.id(), Response.none(s.id())))
            .filter(answer -> !answer.isAnswer())
            .count();
  }
}
