package org.folkmoot.retention;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.ledger.Act;
import org.folkmoot.retention.Plan.Target;
import org.folkmoot.web.Words;
import org.folkmoot.web.desk.RetentionPage;
import org.folkmoot.web.desk.RetentionRulePage;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.Select;
import org.jspecify.annotations.Nullable;

/// Rules in plain sentences, and what each would do: codes, never words or numbers.
final class RetentionViews {

  /// The longest list; whoever needs the rest carries the rule out in parts.
  private static final int LISTED = 500;

  private static final List<String> ALWAYS =
      List.of("code", "copies", "texts", "sign-ins", "uploads");

  private final RetentionService retention;
  private final ConsultationService consultations;

  RetentionViews(RetentionService retention, ConsultationService consultations) {
    this.retention = retention;
    this.consultations = consultations;
  }

  RetentionPage list(Words words) {
    return new RetentionPage(
        words.say("desk.retention.title"),
        "/desk/rights",
        retention.rules().stream()
            .map(rule -> {
              Plan plan = retention.plan(rule);
              return new RetentionPage.Rule(
                  RetentionRoutes.path(rule),
                  name(rule, words),
                  sentence(rule, words),
                  words.say(rule.on() ? "desk.retention.on" : "desk.retention.off"),
                  dry(rule, plan, words),
                  next(plan, words),
                  rule.on());
            })
            .toList(),
        ALWAYS.stream().map(each -> words.say("desk.retention.always-" + each)).toList());
  }

  RetentionRulePage rule(Rule rule, FormState form, Words words) {
    Plan plan = retention.plan(rule);
    FormState typed = form.values().isEmpty() ? RetentionRoutes.as(rule) : form;
    int more = plan.targets().size() - LISTED;
    return new RetentionRulePage(
        name(rule, words),
        RetentionRoutes.LIST,
        form.summary(),
        sentence(rule, words),
        words.say(rule.on() ? "desk.retention.on" : "desk.retention.off"),
        dry(rule, plan, words),
        plan.targets().stream().limit(LISTED).map(t -> row(t, "", words)).toList(),
        more > 0 ? words.say("desk.retention.more", "n", more) : null,
        plan.leftOut().stream()
            .map(left ->
                row(
                    left.target(),
                    words.say("desk.retention.left-" + left.why().name().toLowerCase(Locale.ROOT)),
                    words))
            .toList(),
        plan.coming().stream().limit(LISTED).map(c -> coming(rule, c, words)).toList(),
        RetentionRoutes.path(rule),
        plan.count() > 0 ? plan.mark() : null,
        words.say("desk.retention.carry-out-" + rule.kind().word(), "n", plan.count()),
        typed.text("months", words.say("desk.retention.months")).atMost(3),
        questions(rule, typed, words),
        typed
            .text("why", words.say("desk.retention.why"))
            .hint(words.say("desk.retention.why-hint"))
            .atMost(300),
        rule.on(),
        !rule.consultation().isEmpty(),
        retention.history(rule).stream().map(act -> past(rule, act, words)).toList());
  }

  private String name(Rule rule, Words words) {
    String name = words.say("desk.retention.name-" + rule.kind().word());
    return rule.consultation().isEmpty() ? name : name + ": " + title(rule.consultation());
  }

  private static String sentence(Rule rule, Words words) {
    return words.say("desk.retention.rule-" + rule.kind().word(), "months", rule.months());
  }

  private static String dry(Rule rule, Plan plan, Words words) {
    String now =
        plan.count() == 0
            ? words.say("desk.retention.dry-none")
            : words.say("desk.retention.dry-" + rule.kind().word(), "n", plan.count());
    return plan.leftOut().isEmpty()
        ? now
        : now + " " + words.say("desk.retention.left-out", "n", plan.leftOut().size());
  }

  private static @Nullable String next(Plan plan, Words words) {
    return plan.next()
        .map(day -> words.say("desk.retention.next", "date", words.date(day)))
        .orElse(null);
  }

  private String coming(Rule rule, Plan.Coming coming, Words words) {
    LocalDate day = coming.day();
    String what =
        words.say(
            "desk.retention.coming-" + rule.kind().word(),
            "date",
            words.date(day),
            "n",
            coming.count());
    return coming.consultation().isEmpty() ? what : title(coming.consultation()) + ": " + what;
  }

  private RetentionRulePage.Row row(Target target, String why, Words words) {
    String code =
        target.what() == Plan.What.PHONE
            ? words.say("desk.retention.a-phone")
            : target.what() == Plan.What.CONTACT
                ? words.say("desk.retention.a-number", "code", target.code())
                : target.code();
    return new RetentionRulePage.Row(
        code, target.consultation().isEmpty() ? "" : title(target.consultation()), why);
  }

  private String title(String slug) {
    return consultations.find(slug).map(Consultation::title).orElse(slug);
  }

  private @Nullable Select questions(Rule rule, FormState form, Words words) {
    if (!rule.kind().isPerQuestion() || !rule.consultation().isEmpty()) {
      return null;
    }
    List<Choices.Option> options = new ArrayList<>();
    consultations.all().forEach(c -> options.add(new Choices.Option(c.slug(), c.title())));
    return form.select("question", words.say("desk.retention.question"), options)
        .hint(words.say("desk.retention.question-hint"))
        .ifYouLike();
  }

  private String past(Rule rule, Act act, Words words) {
    ZoneId zone = consultations.council().zone();
    String who = act.by().equals(Act.SYSTEM) ? words.say("desk.record.by-system") : act.by();
    String date = words.dateTime(act.at().atZone(zone));
    if (act.kind() == Act.Kind.RETENTION_DONE) {
      String done =
          words.say(
              "desk.retention.done-" + rule.kind().word(),
              "n",
              Long.parseLong(act.details().getOrDefault("count", "0")));
      return words.say("desk.retention.past", "date", date, "who", who, "what", done);
    }
    String to = act.details().getOrDefault("to", "");
    String what =
        to.matches("[0-9]+")
            ? words.say("desk.retention.set-to", "months", Integer.parseInt(to))
            : words.say("desk.retention.set-" + to);
    return words.say("desk.retention.past", "date", date, "who", who, "what", what)
        + (act.why().isEmpty() ? "" : " “" + act.why() + "”");
  }
}
