package org.folkmoot.initiative;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.web.Words;
import org.folkmoot.web.initiative.LogLine;

/// The log of an initiative in words.
final class LogViews {

  private LogViews() {}

  /// @param staff names of who did it are for staff alone
  static List<LogLine> lines(
      List<Ledger.Entry> entries, Plan plan, boolean staff, ZoneId zone, Words words) {
    return entries.stream().map(e -> line(e.act(), plan, staff, zone, words)).toList();
  }

  private static LogLine line(Act act, Plan plan, boolean staff, ZoneId zone, Words words) {
    return new LogLine(
        act.at().toString(),
        words.shortDate(act.at().atZone(zone).toLocalDate()),
        done(act, plan, words),
        act.why().isEmpty() ? null : act.why(),
        staff && !act.by().equals(Act.CONTRIBUTOR)
            ? words.say("initiative.by", "name", act.by())
            : null);
  }

  private static String done(Act act, Plan plan, Words words) {
    Map<String, String> d = act.details();
    String title =
        plan.invitation(at(d, "invitation"))
            .map(Plan.Invitation::title)
            .orElse(at(d, "invitation"));
    return switch (act.kind()) {
      case PLAN_CHANGED -> words.say("initiative.log.plan");
      case STAGE_MOVED -> moved(d, words);
      case ITEM_MARKED ->
          words.say(
              "initiative.log.item",
              "item",
              Items.find(at(d, "item")).map(i -> name(i, words)).orElse(at(d, "item")),
              "from",
              words.say(Standing.valueOf(at(d, "from")).wordKey()),
              "to",
              words.say(Standing.valueOf(at(d, "to")).wordKey()));
      case SHELF_CHANGED ->
          words.say("initiative.log.shelf", "stage", at(d, "stage"), "count", at(d, "count"));
      case VALUE_SAVED -> saved(d, plan, words);
      case INVITATION_MOVED ->
          words.say(
              "initiative.log.invitation",
              "title",
              title,
              "from",
              words.say(InvitationState.valueOf(at(d, "from")).wordKey()),
              "to",
              words.say(InvitationState.valueOf(at(d, "to")).wordKey()));
      case HELP_OFFERED -> words.say("initiative.log.offered", "title", title);
      case HELP_ANSWERED ->
          words.say(
              "initiative.log.answered",
              "title",
              title,
              "to",
              words.say(Offer.State.valueOf(at(d, "to").toUpperCase(Locale.ROOT)).wordKey()));
      case TAKEN_BACK -> words.say("initiative.log.taken-back", "title", title);
      default -> words.say(act.kind().wordKey());
    };
  }

  private static String name(Item item, Words words) {
    String number = item.number();
    return (number.isEmpty() ? "" : number + " ") + InitiativeViews.name(item, words);
  }

  private static String moved(Map<String, String> d, Words words) {
    String moved = words.say("initiative.log.stage", "from", at(d, "from"), "to", at(d, "to"));
    return at(d, "open").isEmpty()
        ? moved
        : moved + ". " + words.say("initiative.log.stage-open", "tasks", at(d, "open"));
  }

  private static String saved(Map<String, String> d, Plan plan, Words words) {
    Optional<Plan.Indicator> indicator = plan.indicator(at(d, "indicator"));
    String quarter =
        Quarter.parse(at(d, "quarter")).map(q -> IndicatorViews.quarter(q, words)).orElse("");
    String question = indicator.map(Plan.Indicator::question).orElse(at(d, "indicator"));
    String value = value(at(d, "value"), indicator, words);
    String before = at(d, "before");
    String said =
        before.isEmpty()
            ? words.say(
                "initiative.log.value", "question", question, "quarter", quarter, "value", value)
            : words.say(
                "initiative.log.value-before",
                "question",
                question,
                "quarter",
                quarter,
                "value",
                value,
                "before",
                value(before, indicator, words));
    return Boolean.parseBoolean(at(d, "late"))
        ? said + ". " + words.say("initiative.log.value-late")
        : said;
  }

  private static String value(String said, Optional<Plan.Indicator> indicator, Words words) {
    if (said.isEmpty()) {
      return "–";
    }
    double value = Double.parseDouble(said);
    return indicator
        .map(i -> IndicatorViews.value(i, value, words))
        .orElseGet(() -> InitiativeViews.number(value, words));
  }

  private static String at(Map<String, String> details, String name) {
    return details.getOrDefault(name, "");
  }
}
