package org.folkmoot.texting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Council;
import org.folkmoot.sms.OutboundMessage;
import org.folkmoot.sms.flow.Question;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.texting.HealthPage;
import org.folkmoot.web.texting.PhoneScreen;
import org.folkmoot.web.texting.TryPage;

/// How texting does, and the line tried, as pages.
final class HealthViews {

  private final NewsViews sent;
  private final NewsService news;
  private final Council council;
  private final Words words;

  HealthViews(NewsService news, Council council, Words words) {
    this.news = news;
    this.council = council;
    this.words = words;
    this.sent = new NewsViews(news, council, words);
  }

  HealthPage health(Consultation c, HealthService.Health health) {
    String here = "/desk/c/" + c.slug() + "/texting";
    return new HealthPage(
        words.say("desk.health.title"),
        sent.spent(c.slug()),
        here + "/sending",
        health.days().stream().map(day -> day(c, day)).toList(),
        sent.counts(health.counts()),
        sent.counts(health.toldCounts()),
        stopped(health),
        List.of(
            last("desk.health.last-in", health.lastIn()),
            last("desk.health.last-report", health.lastReport()),
            health
                .lastFailed()
                .map(t ->
                    words.say(
                        "desk.health.last-failed",
                        "when",
                        when(t.changedAt()),
                        "why",
                        NewsViews.why(t.reason(), words)))
                .orElse(words.say("desk.health.none-failed"))));
  }

  private HealthPage.Day day(Consultation c, HealthService.Day day) {
    int parts = day.inParts() + day.outParts();
    return new HealthPage.Day(
        words.shortDate(day.on()),
        words.number(day.in()),
        words.number(day.inParts()),
        words.number(day.out()),
        words.number(day.outParts()),
        parts == 0 ? "" : money(news.rules(c.slug()).cost(day.outParts())));
  }

  private List<String> stopped(HealthService.Health health) {
    var said = new ArrayList<String>();
    said.add(words.say("desk.health.stopped-all", "count", health.stoppedPhones()));
    for (HealthService.Stopped one : health.stopped()) {
      said.add(
          words.say(
              "desk.health.stopped-" + one.purpose().name().toLowerCase(Locale.ROOT),
              "agreed",
              one.agreed(),
              "stopped",
              one.stopped()));
    }
    return said;
  }

  private String money(long thousandths) {
    return NewsViews.money(thousandths, council, words);
  }

  private String last(String key, Optional<Instant> at) {
    return words.say(key, "when", at.map(this::when).orElse("none"));
  }

  private String when(Instant at) {
    return words.dateTime(at.atZone(council.zone()));
  }

  TryPage tried(
      Consultation c, Switchboard.Connected line, List<DryRun.Turn> turns, FormState form) {
    var bubbles = new ArrayList<PhoneScreen.Bubble>();
    var notes = new ArrayList<TryPage.Note>();
    String number = Dialling.shown(line.line().number(), council.country());
    for (int at = 0; at < turns.size(); at++) {
      DryRun.Turn turn = turns.get(at);
      boolean silence = turn.said().equals(DryRun.SILENCE);
      String said = silence ? words.say("desk.try.silence") : turn.said();
      boolean last = at == turns.size() - 1;
      if (!silence) {
        bubbles.add(
            new PhoneScreen.Bubble(
                words.say("texting.you"), true, said, "", last && turn.replies().isEmpty()));
      }
      for (String reply : turn.replies()) {
        boolean first = reply.equals(turn.replies().getFirst());
        bubbles.add(
            new PhoneScreen.Bubble(number, false, Outgoing.plain(reply), "", last && first));
      }
      notes.add(new TryPage.Note(said, became(line, turn.became())));
    }
    return new TryPage(
        words.say("desk.try.title"),
        form.summary(),
        "/desk/c/" + c.slug() + "/texting/try",
        "/desk/c/" + c.slug() + "/texting",
        new PhoneScreen(words.say("desk.try.screen"), number, bubbles),
        turns.stream().map(DryRun.Turn::said).toList(),
        form.area("text", words.say("demo.phone.write"), 2).atMost(OutboundMessage.MAX_CHARACTERS),
        notes);
  }

  private String became(Switchboard.Connected line, Became became) {
    List<String> ids = line.flow().all().stream().map(Question::id).toList();
    int number = ids.indexOf(became.question()) + 1;
    String question =
        number == 0
            ? words.say("desk.thread.a-question")
            : words.say("desk.thread.question", "question", number);
    return words.say("desk.thread.became." + ThreadViews.key(became.what()), "question", question);
  }
}
