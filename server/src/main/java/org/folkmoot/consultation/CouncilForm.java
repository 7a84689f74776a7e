package org.folkmoot.consultation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.folkmoot.door.Form;
import org.folkmoot.web.Words;
import org.folkmoot.web.consultation.CouncilFields;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// The form about the council, from fields to [Council] and back.
final class CouncilForm {

  private CouncilForm() {}

  /// @param first whether somebody sets the portal up, who is asked for their name as well
  static CouncilFields fields(FormState form, Words words, boolean first) {
    return new CouncilFields(
        form.text("council-name", words.say("desk.council.name")).atMost(120),
        form.select(
            "country",
            words.say("desk.council.country"),
            Arrays.stream(Country.values())
                .map(country -> new Choices.Option(country.name(), country.in(words)))
                .toList()),
        form.text("council-person", words.say("desk.council.person"))
            .hint(words.say("desk.council.person-hint"))
            .atMost(120)
            .ifYouLike(),
        form.area("council-hours", words.say("desk.council.hours"), 2)
            .hint(words.say("desk.council.hours-hint"))
            .atMost(400)
            .ifYouLike(),
        form.text("council-phone", words.say("desk.council.phone"))
            .hint(words.say("desk.council.phone-hint"))
            .of("tel")
            .ifYouLike(),
        form.text("council-email", words.say("desk.council.email")).of("email").ifYouLike(),
        form.area("council-address", words.say("desk.council.address"), 3)
            .hint(words.say("desk.council.address-hint"))
            .atMost(400)
            .ifYouLike(),
        form.area("council-in-person", words.say("desk.council.in-person"), 3)
            .hint(words.say("desk.council.in-person-hint"))
            .atMost(400)
            .ifYouLike(),
        first
            ? form.text("your-name", words.say("desk.council.your-name"))
                .hint(words.say("desk.council.your-name-hint"))
                .filledBy("name")
                .atMost(80)
            : null,
        first
            ? form.checkbox("safety-lead", words.say("desk.council.safety-lead"))
                .hint(words.say("desk.council.safety-lead-hint"))
            : null);
  }

  static FormState of(Council council) {
    return FormState.of(
        Map.of(
            "council-name", List.of(council.name()),
            "country", List.of(council.country()),
            "council-phone", List.of(council.phone()),
            "council-email", List.of(council.email()),
            "council-address", List.of(council.address()),
            "council-in-person", List.of(council.inPerson()),
            "council-person", List.of(council.person()),
            "council-hours", List.of(council.hours())));
  }

  static List<FieldError> problems(Form form, Words words, boolean first) {
    List<FieldError> problems = new ArrayList<>();
    if (first && !form.has("your-name")) {
      problems.add(new FieldError("your-name", words.say("desk.council.your-name-missing")));
    }
    if (!form.has("council-name")) {
      problems.add(new FieldError("council-name", words.say("desk.council.name-missing")));
    }
    if (!Country.isOne(form.text("country"))) {
      problems.add(new FieldError("country", words.say("desk.council.country-missing")));
    }
    return problems;
  }

  /// Reads a form without [#problems]; what it does not ask for stays.
  static Council read(Form form, Council before) {
    Country country = Country.valueOf(form.text("country"));
    return new Council(
        form.text("council-name"),
        country.name(),
        country.zone(),
        form.text("council-phone"),
        before.textNumber(),
        form.text("council-email"),
        form.text("council-address"),
        form.raw("council-in-person").strip(),
        form.text("council-person"),
        form.raw("council-hours").strip());
  }
}
