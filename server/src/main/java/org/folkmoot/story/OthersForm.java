package org.folkmoot.story;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.door.Form;
import org.folkmoot.record.Others;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.story.OthersQuestion;

/// The question after other people in a picture or recording, as tellers and as staff answer it.
///
/// Fields: `others` = `no` | `agreed` | `not-asked`, for staff `no` | `agreed` | `objects`;
/// `others-who`; `others-young`.
final class OthersForm {

  private static final int LONGEST = 300;

  private OthersForm() {}

  static OthersQuestion question(FormState form, Words words) {
    OthersQuestion asked =
        question(
            form,
            words,
            List.of(
                new Choices.Option("no", words.say("story.others-no")),
                new Choices.Option("agreed", words.say("story.others-agreed")),
                new Choices.Option(
                    "not-asked",
                    words.say("story.others-not-asked"),
                    words.say("story.others-kept"))));
    return new OthersQuestion(
        asked.others().hint(words.say("story.others-hint")), asked.who(), asked.young());
  }

  static OthersQuestion forStaff(FormState form, Words words) {
    return question(
        form,
        words,
        List.of(
            new Choices.Option("no", words.say("desk.others.nobody")),
            new Choices.Option("agreed", words.say("desk.others.agreed")),
            new Choices.Option("objects", words.say("desk.others.objected"))));
  }

  private static OthersQuestion question(
      FormState form, Words words, List<Choices.Option> answers) {
    return new OthersQuestion(
        form.radios("others", words.say("story.others"), answers),
        form.text("others-who", words.say("story.others-who")).atMost(LONGEST),
        form.text("others-young", words.say("story.others-young")).ifYouLike().atMost(LONGEST));
  }

  static List<FieldError> problems(Form form, Words words) {
    List<FieldError> wrong = new ArrayList<>();
    String answer = form.text("others");
    if (!List.of("no", "agreed", "not-asked", "objects").contains(answer)) {
      wrong.add(new FieldError("others", words.say("story.others-missing")));
    }
    if (answer.equals("agreed") && !form.has("others-who")) {
      wrong.add(new FieldError("others-who", words.say("story.others-who-missing")));
    }
    return wrong;
  }

  /// Reads a form that has no [#problems].
  static Others read(Form form) {
    var state =
        switch (form.text("others")) {
          case "no" -> Others.State.NOBODY;
          case "agreed" -> Others.State.AGREED;
          case "objects" -> Others.State.OBJECTED;
          default -> Others.State.NOT_ASKED;
        };
    List<String> who = new ArrayList<>(List.of(form.text("others-who"), form.text("others-young")));
    who.removeIf(String::isBlank);
    return new Others(state, state == Others.State.NOBODY ? "" : cut(String.join(" / ", who)));
  }

  private static String cut(String text) {
    return text.length() > 2 * LONGEST + 3 ? text.substring(0, 2 * LONGEST + 3) : text;
  }
}
