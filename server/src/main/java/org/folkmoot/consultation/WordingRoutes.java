package org.folkmoot.consultation;

import java.util.List;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.web.Words;
import org.folkmoot.web.consultation.WordingPage;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// Where an officer writes a question in another language: `in` says which.
final class WordingRoutes implements RouteTable.Routes {

  private final ConsultationService consultations;

  WordingRoutes(ConsultationService consultations) {
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    Access officer = Access.staff(Role.OFFICER);
    table.get("/desk/c/{consultation}/wording", officer, this::form);
    table.post("/desk/c/{consultation}/wording", officer, Limit.POST, this::write);
  }

  /// Languages that a question can be written in beside its own.
  static List<String> languages(Consultation asked) {
    return Words.LANGUAGES.stream().filter(code -> !code.equals(asked.language())).toList();
  }

  private Answer form(Ask ask) {
    Consultation asked = consultations.get(ask.value("consultation"));
    String wanted = ask.query("in");
    String language = wanted.isEmpty() ? languages(asked).getFirst() : known(asked, wanted);
    Wording written = asked.wordings().getOrDefault(language, Wording.none());
    return page(ask, 200, asked, language, WordingForm.of(written));
  }

  private Answer write(Ask ask) {
    Consultation asked = consultations.get(ask.value("consultation"));
    String language = known(asked, ask.form().text("in"));
    List<FieldError> problems = WordingForm.problems(ask.form(), ask.words());
    if (!problems.isEmpty()) {
      FormState sent = FormState.of(ask.form().fields()).withErrors(problems);
      return page(ask, 422, asked, language, sent);
    }
    consultations.save(asked.with(language, WordingForm.read(ask.form(), asked)));
    return Answer.seeOther("/desk/c/" + asked.slug()).flash("desk.saved");
  }

  private static String known(Consultation asked, String language) {
    if (!languages(asked).contains(language)) {
      throw new ProblemException(new Problem.NotFound());
    }
    return language;
  }

  private static Answer page(
      Ask ask, int status, Consultation asked, String language, FormState form) {
    Words words = ask.words();
    return ask.page(
        status,
        new WordingPage(
            words.say("desk.wording.title", "language", Words.of(language).languageName()),
            words.say("desk.wording.lead", "language", Words.of(asked.language()).languageName()),
            language,
            asked.language(),
            form.summary(),
            WordingForm.pairs(form, words, asked),
            Button.main(words.say("common.save"))));
  }
}
