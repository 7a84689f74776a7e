package org.folkmoot.initiative;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.initiative.FormPage;
import org.folkmoot.web.initiative.FormPage.Field;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.jspecify.annotations.Nullable;

/// A form with which an officer changes one thing of an initiative. Every one ends with the reason.
///
/// @param name start of its word keys: `stage` for `desk.initiative.stage-title`
/// @param about what is changed; empty for nothing
/// @param back the page it is seen on
record DeskForm(Ask ask, String name, String about, String lang, Link back) {

  static final String WHY = "why";

  static final int LONGEST = 2_000;

  Words words() {
    return ask.words();
  }

  Answer page(FormState form, List<Field> fields, FormPage.@Nullable Search search) {
    List<Field> all = new ArrayList<>(fields);
    all.add(
        Field.of(
            form.area(WHY, words().say("desk.initiative.reason"), 3)
                .hint(words().say("desk.initiative.reason-hint"))
                .atMost(LONGEST)));
    return ask.page(
        form.errors().isEmpty() ? 200 : 422,
        new FormPage(
            words().say("desk.initiative." + name + "-title"),
            words().say("desk.initiative." + name + "-lead"),
            back,
            about.isEmpty() ? null : about,
            about.isEmpty() ? null : lang,
            form.summary(),
            search,
            ask.path(),
            all,
            Button.main(words().say("common.save"))));
  }

  /// The same where nothing is left to change.
  Answer over() {
    return ask.page(
        new FormPage(
            words().say("desk.initiative." + name + "-title"),
            words().say("desk.initiative.over"),
            back,
            about.isEmpty() ? null : about,
            about.isEmpty() ? null : lang,
            ask.path()));
  }

  /// Back to the page it is seen on, where it says that it was kept.
  Answer saved() {
    return Answer.seeOther(back.href()).flash("desk.saved");
  }

  /// What was sent, with one thing wrong.
  FormState wrong(String field, String key) {
    return FormState.of(ask.form().fields())
        .withErrors(List.of(new FieldError(field, words().say(key))));
  }

  /// The reason, cut to what is kept.
  String why() {
    String why = ask.form().text(WHY);
    return why.length() <= LONGEST ? why : why.substring(0, LONGEST);
  }

  /// A day that was typed, not after today; today where nothing was.
  Optional<LocalDate> day(String field, LocalDate today) {
    String typed = ask.form().text(field);
    if (typed.isEmpty()) {
      return Optional.of(today);
    }
    try {
      return Optional.of(LocalDate.parse(typed)).filter(day -> !day.isAfter(today));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
