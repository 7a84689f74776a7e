package org.folkmoot.texting;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Council;
import org.folkmoot.texting.OutText.State;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.texting.NewsPage;
import org.folkmoot.web.texting.SendingPage;

/// News by text, and how texts go, as pages.
final class NewsViews {

  private static final int MOST_MISSED = 200;

  private final NewsService news;
  private final Council council;
  private final Words words;

  NewsViews(NewsService news, Council council, Words words) {
    this.news = news;
    this.council = council;
    this.words = words;
  }

  NewsPage news(Consultation c, Optional<News> shown, FormState form) {
    String here = "/desk/c/" + c.slug() + "/texting/news";
    return new NewsPage(
        words.say("desk.news.title"),
        form.summary(),
        here,
        here + "/send",
        audience(form),
        Words.LANGUAGES.stream()
            .map(language ->
                form.area(
                        "text-" + language,
                        words.say("desk.news.text", "language", Words.of(language).languageName()),
                        4)
                    .hint(words.say("desk.news.text-hint"))
                    .ifYouLike())
            .toList(),
        shown.map(this::shown).stream().toList(),
        news.of(c.slug()).stream()
            .map(n -> new NewsPage.Earlier(when(n), standing(n), here + "?news=" + n.id()))
            .toList());
  }

  private Choices audience(FormState form) {
    return form.radios(
        "audience",
        words.say("desk.news.audience"),
        List.of(Purpose.DECISION, Purpose.NEWS).stream()
            .map(purpose -> {
              String key = "desk.news.audience." + purpose.name().toLowerCase(Locale.ROOT);
              return new Choices.Option(purpose.name(), words.say(key), words.say(key + "-note"));
            })
            .toList());
  }

  private NewsPage.Shown shown(News n) {
    boolean draft = n.state() == News.State.DRAFT;
    SendingRules rules = news.rules(n.consultation());
    var lines = new ArrayList<NewsPage.Line>();
    long parts = 0;
    for (String language : Words.LANGUAGES) {
      if (n.texts().containsKey(language)) {
        int people = n.people().getOrDefault(language, 0);
        String said = news.said(n, language);
        parts += (long) people * Outgoing.parts(said);
        lines.add(line(language, said, people, rules));
      }
    }
    List<NewsPage.Count> counts = draft ? List.of() : counts(n.consultation(), n.id());
    return new NewsPage.Shown(
        n.id(),
        draft ? words.say("desk.news.draft") : words.say("desk.news.sent-on", "when", when(n)),
        draft,
        words
            .say(
                "desk.news.people",
                "count",
                n.count(),
                "stopped",
                n.stopped(),
                "silent",
                n.silent())
            .strip(),
        words.say("desk.news.cost", "cost", money(rules.cost(parts))),
        standing(n),
        lines,
        counts,
        draft ? List.of() : missed(n));
  }

  private NewsPage.Line line(String language, String said, int people, SendingRules rules) {
    Words spoken = Words.of(language);
    var sized = TextingViews.sized(spoken.languageName(), said, words);
    return new NewsPage.Line(
        spoken.languageName(),
        spoken.language(),
        spoken.dir(),
        said,
        words.say("desk.news.people-line", "count", people),
        sized.size(),
        sized.costly(),
        words.say(
            "desk.news.per-thousand", "cost", money(rules.cost(1000L * Outgoing.parts(said)))),
        Optional.ofNullable(sized.swap()).orElse(""));
  }

  private String when(News n) {
    return words.dateTime(n.at().atZone(council.zone()));
  }

  private String standing(News n) {
    if (n.state() == News.State.DRAFT) {
      return words.say("desk.news.draft");
    }
    Map<State, Map<String, Long>> counts = news.counts(n.consultation(), n.id());
    boolean through =
        n.state() == News.State.WRITTEN
            && !counts.containsKey(State.QUEUED)
            && !counts.containsKey(State.SENDING);
    return words.say(through ? "desk.news.through" : "desk.news.going");
  }

  private List<NewsPage.Missed> missed(News n) {
    return news.missed(n, MOST_MISSED).stream()
        .map(missed ->
            new NewsPage.Missed(
                missed.who().isEmpty() ? words.say("desk.news.somebody") : missed.who(),
                why(missed.text().reason())))
        .toList();
  }

  private List<NewsPage.Count> counts(String consultation, String batch) {
    return counts(news.counts(consultation, batch));
  }

  /// How many are how far, and why.
  List<NewsPage.Count> counts(Map<State, Map<String, Long>> counts) {
    var rows = new ArrayList<NewsPage.Count>();
    counts.forEach((state, reasons) ->
        reasons.forEach((reason, number) ->
            rows.add(
                new NewsPage.Count(
                    words.say(
                        "desk.sending.state." + state.name().toLowerCase(Locale.ROOT),
                        "why",
                        reason.isEmpty() ? "none" : why(reason)),
                    words.number(number)))));
    return rows;
  }

  private String why(String reason) {
    return why(reason, words);
  }

  /// Why a text waits or did not arrive, in plain words.
  static String why(String reason, Words words) {
    String key = "desk.sending.why." + reason.toLowerCase(Locale.ROOT);
    return reason.isEmpty() || !words.has(key)
        ? words.say("desk.sending.why.code", "code", reason)
        : words.say(key);
  }

  /// What was paid so far, of what.
  String spent(String consultation) {
    SendingRules rules = news.rules(consultation);
    long parts = news.parts(consultation);
    boolean limited = rules.budget() > 0;
    return words.say(
        "desk.sending.spent",
        "budget",
        limited ? money(rules.budget() * 1000L) : "none",
        "cost",
        money(rules.cost(parts)),
        "percent",
        rules.percent(parts));
  }

  SendingPage sending(Consultation c, FormState form) {
    return new SendingPage(
        words.say("desk.sending.title"),
        form.summary(),
        "/desk/c/" + c.slug() + "/texting/sending",
        spent(c.slug()),
        news.alarms(c.slug()).stream()
            .map(a ->
                new SendingPage.Alarm(
                    words.dateTime(a.at().atZone(council.zone())),
                    words.say(
                        "desk.sending.alarm." + a.kind().name().toLowerCase(Locale.ROOT),
                        "what",
                        a.what(),
                        "all",
                        a.what().equals("100") ? "yes" : "no")))
            .toList(),
        counts(c.slug(), ""),
        RulesForm.fields(form, words));
  }

  /// In the currency of the council's country; a country without one that we know has the euro.
  private String money(long thousandths) {
    return money(thousandths, council, words);
  }

  /// An amount as people write it.
  static String money(long thousandths, Council council, Words words) {
    NumberFormat format = NumberFormat.getCurrencyInstance(words.locale());
    format.setCurrency(currency(council));
    format.setMinimumFractionDigits(2);
    format.setMaximumFractionDigits(2);
    return format.format(thousandths / 1000.0);
  }

  private static Currency currency(Council council) {
    try {
      return Currency.getInstance(Locale.of("", council.country()));
    } catch (IllegalArgumentException e) {
      return Currency.getInstance("EUR");
    }
  }
}
