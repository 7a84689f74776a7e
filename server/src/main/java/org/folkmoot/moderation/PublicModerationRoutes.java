package org.folkmoot.moderation;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.RouteTable;
import org.folkmoot.moderation.ModerationLog.Month;
import org.folkmoot.moderation.ModerationLog.Sums;
import org.folkmoot.record.SmallNumbers;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.record.ModerationPage;

/// What was decided about a question's voices, in numbers that anybody may read, on a page and as
/// data. Small numbers are hidden.
final class PublicModerationRoutes implements RouteTable.Routes {

  private final ModerationLog log;
  private final Modes modes;
  private final Reasons reasons;
  private final ConsultationService consultations;

  PublicModerationRoutes(
      ModerationLog log, Modes modes, Reasons reasons, ConsultationService consultations) {
    this.log = log;
    this.modes = modes;
    this.reasons = reasons;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/c/{consultation}/moderation", Access.everyone(), this::show);
    table.get("/c/{consultation}/moderation/data", Access.everyone(), this::data);
  }

  private Answer show(Ask ask) {
    Consultation asked = consultations.get(ask.value("consultation"));
    Words words = ask.words();
    Sums sums = log.sums(asked.slug());
    String path = "/c/" + asked.slug();
    return ask.page(
        new ModerationPage(
            words.say("record.moderation-title"),
            new Link(asked.question(), path),
            words.say(modes.of(asked.slug()).wordKey()),
            reasonRows(asked, sums, words),
            monthRows(sums, words),
            lines(sums, ask.now(), words),
            words.say("record.moderation-hides", "fewest", SmallNumbers.FEWEST),
            new Link(words.say("people.foot.moderation"), "/moderation"),
            new Link(words.say("record.log-title"), path + "/log"),
            new Link(words.say("record.moderation-data"), path + "/moderation/data")));
  }

  private List<ModerationPage.Row> reasonRows(Consultation asked, Sums sums, Words words) {
    Set<String> hidden = SmallNumbers.hidden(sums.reasons());
    return sums.reasons().entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Integer> e) -> hidden.contains(e.getKey()))
                .thenComparing(e -> hidden.contains(e.getKey()) ? 0 : -e.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(e -> {
          String told = reasons.told(asked.slug(), e.getKey(), words);
          return new ModerationPage.Row(
              told.isEmpty() ? words.say("record.moderation-own") : told,
              number(e.getValue(), hidden.contains(e.getKey()), words));
        })
        .toList();
  }

  private static List<ModerationPage.MonthRow> monthRows(Sums sums, Words words) {
    Set<YearMonth> shown = SmallNumbers.hidden(part(sums, true));
    Set<YearMonth> notShown = SmallNumbers.hidden(part(sums, false));
    List<ModerationPage.MonthRow> rows = new ArrayList<>();
    sums.months()
        .forEach((month, n) ->
            rows.add(
                new ModerationPage.MonthRow(
                    words.month(month),
                    number(n.shown(), shown.contains(month), words),
                    number(n.notShown(), notShown.contains(month), words))));
    return rows;
  }

  private static Map<YearMonth, Integer> part(Sums sums, boolean shown) {
    Map<YearMonth, Integer> part = new HashMap<>();
    sums.months().forEach((month, n) -> part.put(month, shown ? n.shown() : n.notShown()));
    return part;
  }

  private static List<String> lines(Sums sums, Instant now, Words words) {
    List<String> lines = new ArrayList<>();
    if (sums.decisions() >= SmallNumbers.FEWEST) {
      lines.add(words.say("record.moderation-median", "time", time(sums.median(), words)));
    }
    sums.oldest()
        .ifPresent(since ->
            lines.add(
                words.say(
                    "record.moderation-longest",
                    "time",
                    time(Duration.between(since, now), words))));
    if (sums.byRule() > 0) {
      lines.add(
          words.say(
              "record.moderation-rule",
              "n",
              number(sums.byRule(), sums.byRule() < SmallNumbers.FEWEST, words)));
    }
    if (sums.asked() == 0) {
      lines.add(words.say("record.moderation-no-looks"));
      return lines;
    }
    Map<String, Integer> looks = looks(sums);
    Set<String> hidden = SmallNumbers.hidden(looks);
    lines.add(
        words.say(
            "record.moderation-looks",
            "n",
            number(sums.asked(), sums.asked() < SmallNumbers.FEWEST, words),
            "left",
            number(sums.upheld(), hidden.contains("upheld"), words),
            "shown",
            number(sums.overturned(), hidden.contains("overturned"), words)));
    return lines;
  }

  private static Map<String, Integer> looks(Sums sums) {
    return Map.of(
        "upheld",
        sums.upheld(),
        "overturned",
        sums.overturned(),
        "open",
        Math.max(0, sums.asked() - sums.upheld() - sums.overturned()));
  }

  private static String number(int n, boolean hidden, Words words) {
    return hidden ? words.say("record.moderation-few") : words.number(n);
  }

  private static String time(Duration took, Words words) {
    if (took.toHours() < 1) {
      return words.say("record.moderation-minutes", "n", Math.max(1, took.toMinutes()));
    }
    return took.toHours() < 48
        ? words.say("record.moderation-hours", "n", took.toHours())
        : words.say("record.moderation-days", "n", took.toDays());
  }

  /// The same as data; null stands for what is hidden.
  private Answer data(Ask ask) {
    Consultation asked = consultations.get(ask.value("consultation"));
    Sums sums = log.sums(asked.slug());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("consultation", asked.slug());
    json.put("mode", modes.of(asked.slug()).name());
    json.put("fewest", SmallNumbers.FEWEST);
    json.put("reasons", told(sums.reasons()));
    Map<String, Object> months = new LinkedHashMap<>();
    Map<String, Object> shown = told(part(sums, true));
    Map<String, Object> notShown = told(part(sums, false));
    for (Map.Entry<YearMonth, Month> month : sums.months().entrySet()) {
      String name = month.getKey().toString();
      Map<String, Object> both = new LinkedHashMap<>();
      both.put("checked", shown.get(name));
      both.put("notShown", notShown.get(name));
      months.put(name, both);
    }
    json.put("months", months);
    json.put("secondLooks", told(looks(sums)));
    if (sums.decisions() >= SmallNumbers.FEWEST) {
      json.put("medianMinutes", sums.median().toMinutes());
    }
    return Answer.json(200, json);
  }

  private static Map<String, Object> told(Map<?, Integer> parts) {
    Set<?> hidden = SmallNumbers.hidden(parts);
    Map<String, Object> told = new LinkedHashMap<>();
    parts.entrySet().stream()
        .sorted(Comparator.comparing(e -> e.getKey().toString()))
        .filter(e -> !hidden.contains(e.getKey()))
        .forEach(e -> told.put(e.getKey().toString(), e.getValue()));
    return told;
  }
}
