package org.folkmoot.panel;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.door.Form;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.QuestionAnswer;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.FieldError;

/// The answers in a form that was sent, as far as the wave asks for them; anything else in the form
/// is passed over.
record AnswerForm(List<QuestionAnswer> answers, List<FieldError> problems) {

  /// Longest answer in own words, in characters.
  static final int LONGEST = 2_000;

  AnswerForm {
    answers = List.copyOf(answers);
    problems = List.copyOf(problems);
  }

  static AnswerForm read(Form form, Wave wave, Words words) {
    List<QuestionAnswer> answers = new ArrayList<>();
    List<FieldError> problems = new ArrayList<>();
    int length = 0;
    for (Wave.Question question : wave.questions()) {
      QuestionAnswer answer = answer(form, question);
      length += answer.text().length() + 2;
      if (answer.text().length() > LONGEST || length > NewContribution.MAX_TEXT) {
        problems.add(new FieldError(question.id(), words.say("panel.too-long", "count", LONGEST)));
      } else if (!answer.text().isEmpty() || !answer.choices().isEmpty()) {
        answers.add(answer);
      }
    }
    if (answers.isEmpty() && problems.isEmpty()) {
      problems.add(new FieldError(wave.questions().getFirst().id(), words.say("panel.need-one")));
    }
    return new AnswerForm(answers, problems);
  }

  private static QuestionAnswer answer(Form form, Wave.Question question) {
    List<String> ticked =
        switch (question.kind()) {
          case ONE -> List.of(form.text(question.id()));
          case SEVERAL -> form.all(question.id());
          case OPEN -> List.of();
        };
    List<Wave.Choice> chosen =
        question.choices().stream().filter(choice -> ticked.contains(choice.id())).toList();
    String text =
        question.kind() == Wave.Kind.OPEN ? form.text(question.id()).replace("\r\n", "\n") : "";
    return new QuestionAnswer(
        question.id(),
        question.text(),
        chosen.stream().map(Wave.Choice::id).toList(),
        chosen.stream().map(Wave.Choice::text).toList(),
        text);
  }
}
