package org.folkmoot.demo;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.folkmoot.demo.SampleFiles.Row;
import org.folkmoot.desk.Theme;
import org.folkmoot.desk.ThemeService;
import org.folkmoot.record.Act;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Consent.Given;
import org.folkmoot.record.Consent.Scopes;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Contribution.DerivedText;
import org.folkmoot.record.Contribution.Tell;
import org.folkmoot.record.Equality;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Status;

/// What the voices of one consultation share: when they are said, what the officer does with them
/// at the next hour at the desk, and what their speakers do with them later.
///
/// A row says so in the columns `at`, `themes`, `english` (a translation) and `then`: empty
/// (checked), `waiting` (nobody has read it yet), `put` (checked, and a proposed statement put to
/// the vote), `declined: why`, or `taken back -5 20:10`.
final class SampleVoices {

  private static final String INTERPRETER = "Wrenmouth Council's interpreter";
  private static final String DECLINED = "declined:";
  private static final String TAKEN_BACK = "taken back";

  private final String consultation;
  private final RecordService record;
  private final ThemeService themes;
  private final SampleCalendar calendar;
  private final SampleDays days;
  private final List<Instant> desk;
  private final String officer;
  private final Map<String, Supplier<String>> ids = new HashMap<>();
  private volatile Map<String, String> known = Map.of();

  /// @param desk when the officer reads what has come in
  SampleVoices(
      String consultation,
      RecordService record,
      ThemeService themes,
      SampleCalendar calendar,
      SampleDays days,
      List<Instant> desk,
      String officer) {
    this.consultation = consultation;
    this.record = record;
    this.themes = themes;
    this.calendar = calendar;
    this.days = days;
    this.desk = List.copyOf(desk);
    this.officer = officer;
  }

  /// A voice: says it at its time and has it read at the desk.
  ///
  /// @param name what other files call it
  /// @param id of the contribution, asked for once it is said
  void say(String name, Row row, Supplier<String> id, Runnable said) {
    say(name, row, id, said, _ -> {});
  }

  /// The same.
  ///
  /// @param checked what the officer does besides, once it is checked, with its id
  void say(
      String name,
      Row row,
      Supplier<String> id,
      Runnable said,
      java.util.function.Consumer<String> checked) {
    Instant at = days.moment(row.get("at"));
    calendar.at(at, said);
    ids.put(name, id);
    String then = row.get("then");
    if (!then.equals("waiting")) {
      desk.stream()
          .filter(hour -> hour.isAfter(at))
          .findFirst()
          .ifPresent(hour -> calendar.at(hour, () -> read(id.get(), row, checked)));
    }
    if (then.startsWith(TAKEN_BACK)) {
      calendar.at(
          days.moment(then.substring(TAKEN_BACK.length())),
          () -> record.takeBack(id.get(), Act.CONTRIBUTOR, ""));
    }
  }

  /// Only its name, for a voice whose acts are not by files.
  void know(String name, Supplier<String> id) {
    ids.put(name, id);
  }

  /// The id of the contribution that a file calls so.
  String id(String name) {
    return Optional.ofNullable(ids.get(name))
        .orElseThrow(() -> new IllegalStateException("no voice is called " + name))
        .get();
  }

  private void read(String id, Row row, java.util.function.Consumer<String> checked) {
    // Held for the safeguarding lead: not the officer's to read.
    Contribution said =
        record.find(id).orElseThrow(() -> new IllegalStateException("not in the record: " + row));
    if (said.status() == Status.HELD || said.status().isGone()) {
      return;
    }
    if (row.get("then").startsWith(DECLINED)) {
      record.decline(id, officer, row.get("then").substring(DECLINED.length()).strip());
      return;
    }
    if (!row.get("english").isEmpty() && said.derived().isEmpty()) {
      record.addText(
          id,
          new DerivedText("TRANSLATION", "en", row.get("english"), INTERPRETER, officer),
          officer);
    }
    record.check(id, officer);
    Set<String> under = themes(row.get("themes"));
    if (!under.isEmpty()) {
      record.group(id, under, officer);
    }
    checked.accept(id);
  }

  /// Ids of the themes that a cell names, `|` between them.
  Set<String> themes(String names) {
    if (names.isEmpty()) {
      return Set.of();
    }
    Map<String, String> all = known;
    if (all.isEmpty()) {
      all = themes.themes(consultation).stream().collect(Collectors.toMap(Theme::name, Theme::id));
      known = all;
    }
    Map<String, String> named = all;
    return Arrays.stream(names.split("\\|"))
        .map(String::strip)
        .map(name ->
            Optional.ofNullable(named.get(name))
                .orElseThrow(() -> new IllegalStateException("no theme is called " + name)))
        .collect(Collectors.toSet());
  }

  String pseudonym(String who) {
    return record.pseudonym(consultation, "sample:" + who);
  }

  /// How a voice may be used, from the columns `use` (`unnamed`, `named`, `count`), `name`,
  /// `website` and the language of the form.
  static Consent consent(Row row, Given given, boolean media) {
    String use = row.get("use");
    boolean named = use.equals("named");
    boolean quoted = named || use.equals("unnamed");
    return new Consent(
        Consent.CURRENT_WORDING,
        row.get("language").equals("pl") ? "pl" : "en",
        given,
        "",
        new Scopes(quoted, named, row.get("website").equals("yes"), media && quoted, false, false),
        row.get("name"));
  }

  /// The closing answers of a row, with the five optional ones about the person.
  static UnaryOperator<NewContribution> closing(Row row, Given given, boolean media) {
    return contribution ->
        contribution
            .consent(consent(row, given, media))
            .tell(Tell.CODE, "")
            .under18(row.get("over16").equals("no"))
            .place(row.get("area"))
            .equality(about(row));
  }

  static Equality about(Row row) {
    return new Equality(
        row.get("area"),
        row.get("age").replace("65+", "65-over"),
        row.get("gender"),
        row.get("disability"),
        row.get("car"));
  }

  /// BCP 47, English where the row says nothing.
  static String language(Row row) {
    return row.get("language").isEmpty() ? "en" : row.get("language");
  }
}
