package org.folkmoot.texting;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.door.Form;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.TextField;

/// The rules by which texts go, as a form.
final class RulesForm {

  private RulesForm() {}

  static Map<String, List<String>> fields(SendingRules r) {
    return Map.of(
        "cost", List.of(BigDecimal.valueOf(r.costMillis(), 3).stripTrailingZeros().toPlainString()),
        "budget", List.of(Integer.toString(r.budget())),
        "opens", List.of(r.opens().toString()),
        "sunday-opens", List.of(r.sundayOpens().toString()),
        "closes", List.of(r.closes().toString()),
        "countries", List.of(String.join(", ", r.countries())),
        "per-minute", List.of(Integer.toString(r.perMinute())));
  }

  static List<TextField> fields(FormState form, Words words) {
    String time = words.say("desk.sending.time-hint");
    return List.of(
        form.text("cost", words.say("desk.sending.cost"))
            .hint(words.say("desk.sending.cost-hint"))
            .atMost(8),
        form.text("budget", words.say("desk.sending.budget"))
            .hint(words.say("desk.sending.budget-hint"))
            .keyboard("numeric")
            .atMost(7),
        form.text("opens", words.say("desk.sending.opens")).hint(time).atMost(5),
        form.text("sunday-opens", words.say("desk.sending.sunday-opens")).hint(time).atMost(5),
        form.text("closes", words.say("desk.sending.closes")).hint(time).atMost(5),
        form.text("countries", words.say("desk.sending.countries"))
            .hint(words.say("desk.sending.countries-hint"))
            .ifYouLike()
            .atMost(200),
        form.text("per-minute", words.say("desk.sending.per-minute"))
            .hint(words.say("desk.sending.per-minute-hint"))
            .keyboard("numeric")
            .atMost(4));
  }

  static List<FieldError> problems(Form form, Words words) {
    var problems = new ArrayList<FieldError>();
    refuse(problems, form.text("cost").matches("[0-9]{1,3}([.,][0-9]{1,3})?"), "cost", words);
    refuse(problems, form.text("budget").matches("[0-9]{1,7}"), "budget", words);
    boolean minute = form.text("per-minute").matches("[0-9]{1,4}");
    refuse(problems, minute && inRange(form.text("per-minute")), "per-minute", words);
    for (String field : List.of("opens", "sunday-opens", "closes")) {
      if (time(form.text(field)).isEmpty()) {
        problems.add(new FieldError(field, words.say("desk.sending.time-wrong")));
      }
    }
    Optional<LocalTime> closes = time(form.text("closes"));
    if (closes.isPresent()
        && time(form.text("opens")).filter(at -> !at.isBefore(closes.get())).isPresent()) {
      problems.add(new FieldError("closes", words.say("desk.sending.order-wrong")));
    }
    boolean codes = countries(form).stream().allMatch(code -> code.matches("\\+[1-9][0-9]{0,3}"));
    refuse(problems, codes, "countries", words);
    return problems;
  }

  private static void refuse(List<FieldError> problems, boolean good, String field, Words words) {
    if (!good) {
      problems.add(new FieldError(field, words.say("desk.sending." + field + "-wrong")));
    }
  }

  private static boolean inRange(String number) {
    int perMinute = Integer.parseInt(number);
    return perMinute >= 1 && perMinute <= 6000;
  }

  /// Of a form without problems.
  static SendingRules read(String consultation, Form form) {
    return new SendingRules(
        consultation,
        new BigDecimal(form.text("cost").replace(',', '.')).movePointRight(3).intValue(),
        Integer.parseInt(form.text("budget")),
        time(form.text("opens")).orElseThrow(),
        time(form.text("sunday-opens")).orElseThrow(),
        time(form.text("closes")).orElseThrow(),
        countries(form),
        Integer.parseInt(form.text("per-minute")));
  }

  private static List<String> countries(Form form) {
    return Arrays.stream(form.text("countries").split(",", -1))
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .toList();
  }

  private static Optional<LocalTime> time(String typed) {
    try {
      return Optional.of(LocalTime.parse(typed));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
