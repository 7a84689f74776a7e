package org.folkmoot.web.part;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.web.Words;

/// The questions every way in ends with, never more: may we use your words, how shall we tell you,
/// are you under 18; and five about the person, folded away and to be answered only by who likes.
/// Nothing is ticked beforehand.
///
/// Names and values of the fields: `use` = `unnamed` | `count` | `named`, `use-name`; `website` =
/// `yes`; those of [MoreChoices]; `tell` = `phone` | `email` | `code`, `tell-phone`, `tell-email`;
/// `under18` = `yes` | `no`; `about-area` = one of the areas given; `about-age` = `under-16` |
/// `16-24` | `25-44` | `45-64` | `65-over`; `about-gender` = `woman` | `man` | `other`;
/// `about-disability` and `about-car` = `yes` | `no`.
///
/// @param aboutOpen whether the five are unfolded, because one of them has been answered
public record ClosingQuestions(
    Choices use,
    TextField useName,
    Checkbox website,
    MoreChoices more,
    Choices tell,
    TextField tellPhone,
    TextField tellEmail,
    Choices under18,
    boolean aboutOpen,
    Select area,
    Choices age,
    Choices gender,
    Choices disability,
    Choices car) {

  /// The questions with what has been answered so far.
  ///
  /// @param areas the places people can say they live in, in the order shown; value = label
  public static ClosingQuestions of(FormState form, Words words, List<String> areas) {
    return of(form, words, areas, false);
  }

  /// The same where a picture or recording can come with the words.
  public static ClosingQuestions withFiles(FormState form, Words words, List<String> areas) {
    return of(form, words, areas, true);
  }

  private static ClosingQuestions of(
      FormState form, Words words, List<String> areas, boolean files) {
    return new ClosingQuestions(
        form.radios(
            "use",
            words.say("common.use"),
            List.of(
                new Choices.Option(
                    "unnamed",
                    words.say("common.use-unnamed"),
                    words.say("common.use-unnamed-note")),
                new Choices.Option(
                    "count", words.say("common.use-count"), words.say("common.use-count-note")),
                new Choices.Option("named", words.say("common.use-named")))),
        form.text("use-name", words.say("common.use-name")).atMost(80),
        form.checkbox("website", words.say("common.website"))
            .hint(words.say("common.website-hint")),
        MoreChoices.of(form, words, files, true, true),
        form.radios(
            "tell",
            words.say("common.tell"),
            List.of(
                new Choices.Option("phone", words.say("common.tell-phone")),
                new Choices.Option("email", words.say("common.tell-email")),
                new Choices.Option("code", words.say("common.tell-code")))),
        form.text("tell-phone", words.say("common.tell-phone-number")).of("tel").filledBy("tel"),
        form.text("tell-email", words.say("common.tell-email-address"))
            .of("email")
            .filledBy("email"),
        yesNo(form, words, "under18", "common.under18").hint(words.say("common.under18-hint")),
        form.values().keySet().stream()
            .anyMatch(name -> name.startsWith("about-") && !form.value(name).isEmpty()),
        form.select(
            "about-area",
            words.say("common.about-area"),
            areas.stream().map(area -> new Choices.Option(area, area)).toList()),
        form.radios(
            "about-age",
            words.say("common.about-age"),
            List.of(
                new Choices.Option("under-16", words.say("common.about-age-under-16")),
                new Choices.Option("16-24", "16–24"),
                new Choices.Option("25-44", "25–44"),
                new Choices.Option("45-64", "45–64"),
                new Choices.Option("65-over", words.say("common.about-age-65-over")))),
        form.radios(
            "about-gender",
            words.say("common.about-gender"),
            List.of(
                new Choices.Option("woman", words.say("common.about-gender-woman")),
                new Choices.Option("man", words.say("common.about-gender-man")),
                new Choices.Option("other", words.say("common.about-gender-other")))),
        yesNo(form, words, "about-disability", "common.about-disability"),
        yesNo(form, words, "about-car", "common.about-car"));
  }

  /// What is missing from the answers: a use, a name to quote under, the contact chosen, the age
  /// question. Not saying how to tell is an answer: it means looking it up with the code.
  public static List<FieldError> problems(FormState form, Words words) {
    List<FieldError> found = new ArrayList<>();
    String use = form.value("use");
    if (!List.of("unnamed", "count", "named").contains(use)) {
      found.add(new FieldError("use", words.say("common.use-missing")));
    }
    if (use.equals("named") && form.value("use-name").isEmpty()) {
      found.add(new FieldError("use-name", words.say("common.use-name-missing")));
    }
    String phone = form.value("tell-phone");
    if (form.value("tell").equals("phone")
        && phone.chars().filter(Character::isDigit).count() < 6) {
      found.add(new FieldError("tell-phone", words.say("common.tell-phone-missing")));
    }
    if (form.value("tell").equals("email")
        && !form.value("tell-email").matches("[^@\\s]+@[^@\\s]+")) {
      found.add(new FieldError("tell-email", words.say("common.tell-email-missing")));
    }
    if (!List.of("yes", "no").contains(form.value("under18"))) {
      found.add(new FieldError("under18", words.say("common.under18-missing")));
    }
    return found;
  }

  private static Choices yesNo(FormState form, Words words, String name, String key) {
    return form.radios(
        name,
        words.say(key),
        List.of(
            new Choices.Option("yes", words.say("common.yes")),
            new Choices.Option("no", words.say("common.no"))));
  }
}
