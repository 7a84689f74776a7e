package org.folkmoot.jury;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.jury.Recommendation.Support;
import org.folkmoot.web.Words;
import org.folkmoot.web.jury.JuryDeskPage;
import org.folkmoot.web.jury.JuryPage;
import org.folkmoot.web.jury.RecommendationView;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.jspecify.annotations.Nullable;

/// From juries to the pages about them.
final class JuryViews {

  private JuryViews() {}

  /// @param lang what jurors recommend is written in
  static JuryPage page(
      Optional<Jury> found, List<Recommendation> all, String lang, ZoneId zone, Words words) {
    if (found.isEmpty()) {
      return new JuryPage(
          words.say("jury.title"),
          words.say("jury.none"),
          "",
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          new EmptyState(words.say("jury.recommendations-none")));
    }
    Jury jury = found.get();
    List<String> drawn = new ArrayList<>();
    drawn.add(jury.draw().map(d -> drawn(d, zone, words)).orElse(words.say("jury.not-drawn")));
    if (!jury.about().isEmpty()) {
      drawn.add(jury.about());
    }
    return new JuryPage(
        jury.title(),
        words.say("jury.lead", "seats", jury.seats()),
        jury.remit(),
        drawn,
        jury.draw().map(d -> seats(d, words)).orElse(List.of()),
        all.stream().filter(r -> !r.minority()).map(r -> recommendation(r, lang, words)).toList(),
        all.stream()
            .filter(Recommendation::minority)
            .map(r -> recommendation(r, lang, words))
            .toList(),
        all.isEmpty() ? new EmptyState(words.say("jury.recommendations-none")) : null);
  }

  static JuryDeskPage desk(
      String slug,
      Optional<Jury> jury,
      List<Recommendation> all,
      Map<String, Map<String, String>> names,
      FormState form,
      String lang,
      ZoneId zone,
      Words words) {
    String home = "/desk/c/" + slug + "/jury";
    boolean set = jury.isPresent();
    Optional<Jury.Draw> draw = jury.flatMap(Jury::draw);
    return new JuryDeskPage(
        words.say("desk.jury.title"),
        form.summary(),
        setUp(home, jury, form, words),
        set && draw.isEmpty() ? lottery(home, form, words) : null,
        draw.map(d -> result(home, d, names, zone, words)).orElse(null),
        set ? ballot(home, form, words) : null,
        all.stream().map(r -> recommendation(r, lang, words)).toList());
  }

  static List<FieldError> conflicts(List<Drawn.Conflict> conflicts, Words words) {
    if (conflicts.isEmpty()) {
      return List.of(new FieldError("quotas", words.say("jury.conflict.together")));
    }
    return conflicts.stream()
        .map(c ->
            new FieldError(
                "quotas",
                words.say(c.wordKey(), "what", c.what(), "wanted", c.wanted(), "there", c.there())))
        .toList();
  }

  static RecommendationView recommendation(Recommendation r, String lang, Words words) {
    return new RecommendationView(
        r.minority() ? words.say("jury.minority-label", "number", r.number()) : r.number(),
        lang,
        r.text(),
        r.reasons(),
        support(r, words),
        Arrays.stream(Support.values())
            .filter(level -> r.count(level) > 0)
            .map(level ->
                new RecommendationView.Ballot(
                    words.say(level.wordKey()), words.number(r.count(level))))
            .toList());
  }

  /// "18 of 22 who voted can at least live with it".
  static String support(Recommendation r, Words words) {
    return words.say("jury.backing", "backers", r.backers(), "voting", r.voting());
  }

  private static JuryDeskPage.SetUp setUp(
      String home, Optional<Jury> jury, FormState form, Words words) {
    return new JuryDeskPage.SetUp(
        home,
        form.text("name", words.say("desk.jury.name"))
            .orElse(jury.map(Jury::title).orElse(words.say("jury.title"))),
        startingWith(form, "remit", jury.map(Jury::remit).orElse(null))
            .area("remit", words.say("desk.jury.remit"), 3)
            .hint(words.say("desk.jury.remit-hint")),
        form.text("seats", words.say("desk.jury.seats"))
            .keyboard("numeric")
            .orElse(jury.map(j -> Integer.toString(j.seats())).orElse("")),
        form.text("threshold", words.say("desk.jury.threshold"))
            .keyboard("numeric")
            .orElse(Integer.toString(jury.map(Jury::threshold).orElse(Jury.USUAL_THRESHOLD))),
        startingWith(form, "about", jury.map(Jury::about).orElse(null))
            .area("about", words.say("desk.jury.about"), 3)
            .ifYouLike(),
        Button.main(words.say("desk.jury.save")));
  }

  /// The form with a value to start from, where nothing was sent yet.
  private static FormState startingWith(FormState form, String name, @Nullable String start) {
    return start == null || !form.values(name).isEmpty()
        ? form
        : new FormState(Map.of(name, List.of(start)), form.errors());
  }

  private static JuryDeskPage.Lottery lottery(String home, FormState form, Words words) {
    return new JuryDeskPage.Lottery(
        home + "/draw",
        form.file("pool", words.say("desk.jury.pool"), ".csv,text/csv"),
        form.file("quotas", words.say("desk.jury.quotas"), ".csv,text/csv"),
        Button.main(words.say("desk.jury.draw-now")));
  }

  private static JuryDeskPage.Result result(
      String home,
      Jury.Draw draw,
      Map<String, Map<String, String>> names,
      ZoneId zone,
      Words words) {
    return new JuryDeskPage.Result(
        List.of(
            drawn(draw, zone, words),
            words.say(
                "desk.jury.hashes",
                "pool",
                draw.poolHash().substring(0, 16),
                "quotas",
                draw.quotaHash().substring(0, 16))),
        seats(draw, words),
        draw.panel(),
        draw.panel().stream()
            .filter(names::containsKey)
            .map(id -> id + " · " + String.join(" · ", names.getOrDefault(id, Map.of()).values()))
            .toList(),
        names.isEmpty() ? null : home + "/forget");
  }

  private static JuryDeskPage.Ballot ballot(String home, FormState form, Words words) {
    return new JuryDeskPage.Ballot(
        home + "/recommendations",
        form.text("number", words.say("desk.jury.number")).atMost(8),
        form.area("words", words.say("desk.jury.words"), 3),
        form.area("reasons", words.say("desk.jury.reasons"), 3).ifYouLike(),
        Arrays.stream(Support.values())
            .map(level ->
                form.text("support-" + level.slug(), words.say(level.wordKey()))
                    .keyboard("numeric"))
            .toList(),
        Button.main(words.say("desk.jury.enter-now")));
  }

  private static String drawn(Jury.Draw draw, ZoneId zone, Words words) {
    return words.say(
        "jury.drawn",
        "date",
        words.date(LocalDate.ofInstant(draw.at(), zone)),
        "pool",
        draw.poolSize());
  }

  private static List<JuryPage.SeatRow> seats(Jury.Draw draw, Words words) {
    List<JuryPage.SeatRow> rows = new ArrayList<>();
    String last = "";
    for (var s : draw.seats()) {
      String feature = s.quota().feature();
      rows.add(
          new JuryPage.SeatRow(
              feature.equals(last) ? null : feature,
              s.quota().value(),
              s.quota().min() == s.quota().max()
                  ? words.number(s.quota().min())
                  : words.say("jury.seats.range", "min", s.quota().min(), "max", s.quota().max()),
              words.number(s.inPool()),
              words.number(s.drawn())));
      last = feature;
    }
    return rows;
  }
}
