package org.folkmoot.meeting;

import java.util.List;
import java.util.Map;
import org.folkmoot.web.part.FormState;

/// A plan as the fields of its form, so that changing it starts from what it is.
final class PlanFields {

  private PlanFields() {}

  static FormState of(MeetingPlan plan) {
    return FormState.of(
        Map.ofEntries(
            one("name", plan.title()),
            one("date", plan.startsAt().toLocalDate().toString()),
            one("starts", plan.startsAt().toLocalTime().toString()),
            one("minutes", Integer.toString(plan.minutes())),
            one("place", plan.place()),
            Map.entry(
                "offers", plan.offers().stream().map(MeetingPlan.Offer::value).sorted().toList()),
            one("access", plan.access()),
            one("without", plan.withoutComing()),
            one("phone", plan.phone()),
            one("questions", String.join("\n", plan.questions())),
            one(
                "dots",
                String.join("\n", plan.dots().stream().map(MeetingPlan.DotOption::text).toList())),
            one("tables", Integer.toString(plan.tables())),
            one("cards", Integer.toString(plan.cards()))));
  }

  private static Map.Entry<String, List<String>> one(String name, String value) {
    return Map.entry(name, List.of(value));
  }
}
